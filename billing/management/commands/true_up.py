"""The month-end true-up by hand: what beat does, here and now."""

from __future__ import annotations

import argparse
import datetime as dt
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from billing.models import TrueUpKind, TrueUpRun
from billing.selectors import true_up_runs
from billing.services import true_up
from registry import calendar
from registry.errors import Refused
from registry.models import Practice
from registry.selectors import practices
from registry.services import people


class Command(BaseCommand):
    help = "Decide a month of every practice, or of one: its claims, and the reasons for none."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("month", metavar="MONTH", help="as in 2026-10")
        parser.add_argument("--practice", metavar="SLUG", default="", help="only this practice")
        parser.add_argument(
            "--provisional", action="store_true", help="not final, even if the month is over"
        )

    def handle(self, *, month: str, practice: str, provisional: bool, **_: Any) -> None:
        try:
            when = calendar.parse_month(month)
            chosen = [practices.named(practice)] if practice else list(practices.for_jobs())
        except (Refused, ValueError) as error:
            raise CommandError(str(error)) from None
        kind = TrueUpKind.PROVISIONAL if provisional else TrueUpKind.FINAL
        refused = [sentence for each in chosen if (sentence := self._run(each, when, kind))]
        if refused:
            raise CommandError(" ".join(refused))

    def _run(self, practice: Practice, month: dt.date, kind: str) -> str:
        """Run one practice and print what came of it; the sentence that refuses it, if any."""
        try:
            made = true_up.run(
                practice=practice,
                month=month,
                kind=kind,
                by=people.system(),
                now=timezone.now(),
                progress=self._progress,
            )
        except Refused as error:
            return str(error)
        summary = true_up_runs.summary(made)
        self.stdout.write(f"{practice.slug} {calendar.month_text(month)} {made.kind}: {summary}")
        return ""

    def _progress(self, under_way: TrueUpRun) -> None:
        self.stdout.write(
            f"  {under_way.patients_done} of {under_way.patients_total} patients "
            f"({under_way.chunks_done} of {under_way.chunks_total} chunks)"
        )
