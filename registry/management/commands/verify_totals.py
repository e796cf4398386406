"""Recompute what is kept for fast lists, and say where it has drifted from the entries."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from registry.services import kept_totals

SHOWN = 50


class Command(BaseCommand):
    help = "Recomputes kept totals and prints the drift; exits 1 if there is any."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--practice", metavar="SLUG", help="only this practice")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["practice"] and not kept_totals.knows(options["practice"]):
            raise CommandError(f"There is no practice {options['practice']!r}.")
        checked, drifts = kept_totals.verify(slug=options["practice"])
        for drift in drifts[:SHOWN]:
            self.stdout.write(str(drift))
        if len(drifts) > SHOWN:
            self.stdout.write(f"… and {len(drifts) - SHOWN} more.")
        if drifts:
            raise CommandError(f"{len(drifts)} of {checked} kept numbers have drifted.")
        self.stdout.write(f"{checked} kept numbers checked, no drift.")
