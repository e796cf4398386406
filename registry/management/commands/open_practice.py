"""`manage.py open_practice NAME --organization NAME --supervisor EMAIL [--slug] [--timezone]`"""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone as clock

from registry.errors import Refused
from registry.services import memberships, people
from registry.vocabulary import Role


class Command(BaseCommand):
    help = "Open a practice with its first supervisor, who invites everybody else."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", metavar="NAME")
        parser.add_argument("--organization", metavar="NAME", required=True)
        parser.add_argument("--supervisor", metavar="EMAIL", required=True)
        parser.add_argument("--supervisor-name", metavar="NAME", default="")
        parser.add_argument("--slug", default="")
        parser.add_argument("--timezone", metavar="ZONE", default="America/New_York")

    def handle(self, *, name: str, supervisor: str, **given: Any) -> None:
        system, now = people.system(), clock.now()
        try:
            with transaction.atomic():
                practice = memberships.open_practice(
                    organization=given["organization"], name=name, slug=given["slug"],
                    timezone=given["timezone"], by=system, now=now,
                )  # fmt: skip
                invited = memberships.invite(
                    practice, email=supervisor, full_name=given["supervisor_name"],
                    role=Role.SUPERVISOR, by=system, now=now,
                )  # fmt: skip
        except Refused as refused:
            raise CommandError(str(refused)) from None
        self.stdout.write(f"{practice.name} is open (slug {practice.slug}).")
        if invited.is_new:
            self.stdout.write(
                f"{invited.user.email} sets a password by 'Forgot the password?' on the sign-in "
                "page, then invites the others on the page People."
            )
