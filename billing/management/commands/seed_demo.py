"""`manage.py seed_demo`"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from billing.services import demo


class Command(BaseCommand):
    help = "Load the demo practices with three months of work; a second run changes nothing."

    def handle(self, **_: Any) -> None:
        if not settings.DEMO_ALLOWED:
            raise CommandError("The demo's passwords are public: production does not load it.")
        if demo.load(now=timezone.now()):
            self.stdout.write("The demo is loaded. Everyone's password: " + demo.PASSWORD)
        else:
            self.stdout.write("The demo is there already; nothing was changed.")
