from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils import timezone


class BillingConfig(AppConfig):
    name = "billing"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Answer the registry's questions: of a month, of an episode's beginning, of a payer."""
        from billing.selectors import policy_notes
        from billing.services import beginning, standing
        from registry.selectors import payer_notes
        from registry.services import enrolment_rules, service_month

        service_month.decide_with(standing.decide)
        payer_notes.tell_with(policy_notes.of)
        enrolment_rules.begin_with(beginning.of)
        post_migrate.connect(_ship_rules, sender=self)


def _ship_rules(**_: Any) -> None:
    """Put the lists that the product ships into the database (`services/shipped_rules.py`)."""
    from billing.services import shipped_rules
    from registry.services import people

    if shipped_rules.have_tables():
        shipped_rules.ship(by=people.system(), now=timezone.now())
