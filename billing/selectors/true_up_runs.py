"""What a run came to."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count

from billing.models import LIVE, Claim, Outcome, TrueUpRun
from registry.models import Practice, User


@dataclass(frozen=True, slots=True)
class Summary:
    """Live claims of the run's month by outcome, and what the run did."""

    clean: int
    held: int
    not_billable: int
    failed: int
    written: int
    unchanged: int
    kept: int

    def __str__(self) -> str:
        return (
            f"{self.clean} clean, {self.held} held, {self.not_billable} not billable, "
            f"{self.failed} failed ({self.written} written, {self.unchanged} unchanged, "
            f"{self.kept} kept as decided)"
        )


def summary(run: TrueUpRun) -> Summary:
    claims = Claim.objects.filter(practice=run.practice_id, month=run.month, state__in=LIVE)
    counts = dict(claims.values_list("outcome").annotate(number=Count("pk")))
    return Summary(
        clean=counts.get(Outcome.BILLABLE, 0),
        held=counts.get(Outcome.HELD, 0),
        not_billable=counts.get(Outcome.NOT_BILLABLE, 0),
        failed=run.failed,
        written=run.written,
        unchanged=run.unchanged,
        kept=run.kept,
    )


def get(user: User, practice: Practice, run_id: int) -> TrueUpRun:
    """One run, for somebody of the practice.  TrueUpRun.DoesNotExist for a stranger."""
    theirs = Practice.objects.filter(memberships__user=user)
    rows = TrueUpRun.objects.filter(practice__in=theirs).select_related("practice", "asked_by")
    return rows.get(practice=practice, pk=run_id)
