"""`manage.py two_steps ORGANIZATION (--demand | --leave)`"""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from registry.models import Organization
from registry.services import people, two_steps


class Command(BaseCommand):
    help = "Demand a second step of every sign-in at an organization's practices, or leave it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("organization", metavar="ORGANIZATION", help="its name or slug")
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--demand", action="store_true")
        what.add_argument("--leave", action="store_true")

    def handle(self, *, organization: str, demand: bool, **_: Any) -> None:
        rows = Organization.objects
        found = (rows.filter(slug=organization) or rows.filter(name=organization)).first()
        if found is None:
            raise CommandError(f"There is no organization {organization}.")
        if demand:
            two_steps.demand(found, by=people.system(), now=timezone.now())
            self.stdout.write(f"{found.name}: who signs in from now on needs a second step.")
        else:
            two_steps.leave_to_each(found, by=people.system())
            self.stdout.write(f"{found.name}: the second step is left to practices and people.")
