"""`manage.py reseal`: after SECRET_KEY was changed."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from billing.services import resealing
from registry.templatetags.formats import plural


class Command(BaseCommand):
    help = "Encrypt kept secrets under the present SECRET_KEY; earlier ones open them."

    def handle(self, **_: Any) -> None:
        done = resealing.everything()
        self.stdout.write(
            f"Sealed anew: {plural(done.destinations, 'secret')} of destinations, "
            f"{plural(done.second_steps, 'secret')} of sign-ins."
        )
        if done.lost:
            raise CommandError(
                f"{plural(done.lost, 'secret')} opened with no known key: put the SECRET_KEY of "
                "then into SECRET_KEY_FALLBACKS and run this again."
            )
