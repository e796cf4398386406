"""`manage.py import_synthea DIR [--practice SLUG]`"""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from registry.errors import Refused
from registry.selectors import practices
from registry.services import people, synthea


class Command(BaseCommand):
    help = "Import Synthea's CSV files into a practice; a second run changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", metavar="DIR", type=Path)
        parser.add_argument("--practice", metavar="SLUG", default="")

    def handle(self, *, folder: Path, practice: str, **_: Any) -> None:
        try:
            chosen = practices.named(practice)
            reports = synthea.run(folder, practice=chosen, by=people.system(), now=timezone.now())
        except Refused as refused:
            raise CommandError(str(refused)) from None
        for report in reports:
            self.stdout.write(report.summary())
            for remark in report.refused:
                self.stdout.write(f"  row {remark.row} refused: {remark.reason}")
            for remark in report.gaps:
                self.stdout.write(f"  row {remark.row} taken with a gap: {remark.reason}")
