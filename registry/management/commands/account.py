"""`manage.py account EMAIL (--off | --on | --forget-two-steps)`"""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from registry.errors import Refused
from registry.services import accounts, people


class Command(BaseCommand):
    help = "Switch a person's account off or on, or take a lost second step of its sign-in away."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", metavar="EMAIL")
        what = parser.add_mutually_exclusive_group(required=True)
        for flag in ("--off", "--on", "--forget-two-steps"):
            what.add_argument(flag, action="store_const", const=flag, dest="what")

    def handle(self, *, email: str, what: str, **_: Any) -> None:
        do = {
            "--off": accounts.switch_off,
            "--on": accounts.switch_on,
            "--forget-two-steps": accounts.forget_two_steps,
        }[what]
        try:
            self.stdout.write(do(accounts.named(email), by=people.system()))
        except Refused as refused:
            raise CommandError(str(refused)) from None
