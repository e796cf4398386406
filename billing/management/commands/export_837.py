"""`manage.py export_837 MONTH --out DIR [--practice SLUG]`"""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from billing.selectors import submissions
from billing.services import submission
from registry import calendar
from registry.errors import Refused
from registry.models import Practice
from registry.selectors import practices
from registry.services import people


class Command(BaseCommand):
    help = "Write the 837P files of a month's approved claims; earlier files are written again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("month", metavar="MONTH")
        parser.add_argument("--out", metavar="DIR", type=Path, required=True)
        parser.add_argument("--practice", metavar="SLUG", default="")

    def handle(self, *, month: str, out: Path, practice: str, **_: Any) -> None:
        try:
            when = calendar.parse_month(month)
            chosen = [practices.named(practice)] if practice else list(practices.for_jobs())
        except (Refused, ValueError) as error:
            raise CommandError(str(error)) from None
        out = _folder(out)
        left = [sentence for each in chosen for sentence in self._export(each, when, out)]
        if left:
            raise CommandError(f"{len(left)} left out: {' | '.join(left)}")

    def _export(self, practice: Practice, month: dt.date, out: Path) -> list[str]:
        """Write one practice's files; the sentences of what stayed behind."""
        built = submission.build(
            practice=practice, month=month, by=people.system(), now=timezone.now()
        )
        new = {made.pk for made in built.made}
        for kept in submissions.of_month(practice, month):
            (out / kept.file_name).write_bytes(bytes(kept.content))
            word = "new" if kept.pk in new else "made earlier"
            self.stdout.write(f"{out / kept.file_name} ({word})")
        sentences = [f"{practice.slug}: {text}" for text in built.practice_gaps.values()]
        return sentences + [f"claim {gap.claim_id}: {gap.sentence}" for gap in built.gaps]


def _folder(out: Path) -> Path:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandError(f"--out {out} cannot be made: {error.strerror}.") from None
    return out
