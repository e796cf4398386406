from __future__ import annotations

from django.apps import AppConfig


class BillingConfig(AppConfig):
    name = "billing"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Answer the registry's question 'what does this month come to?' (see its port)."""
        from billing.services import standing
        from registry.services import service_month

        service_month.decide_with(standing.decide)
