"""What a run did against the run before it: claims added, removed, changed, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from billing.models import Claim, Outcome, TrueUpChange, TrueUpRun
from registry.models import Practice, User

#: What a run can do to a claim: it is to be billed now, no longer, otherwise; or it only moved
#: between held and not billable.
ADDED, REMOVED, CHANGED, MOVED = "added", "removed", "changed", "moved"
KINDS = (ADDED, REMOVED, CHANGED, MOVED)

Said = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Change:
    """One claim's change by a run; `before` is None for a claim that the run made."""

    claim: Claim
    kind: str
    before: Said | None
    after: Said

    @property
    def difference(self) -> Decimal:
        """Dollars charged more, or less; a claim that is not billed counts for nothing."""
        return _billed(self.after) - _billed(self.before)


@dataclass(frozen=True, kw_only=True)
class Found:
    """A run's changes of a kind and how many there are of each."""

    counts: dict[str, int]
    difference: Decimal
    changes: list[Change]


def of_run(user: User, run: TrueUpRun) -> Found:
    """All that a run changed, by the patient's name; two queries."""
    mine = Practice.objects.filter(memberships__user=user)
    rows = TrueUpChange.objects.filter(run=run, run__practice__in=mine)
    rewritten = [
        Change(claim=row.claim, kind=kind_of(row.before, row.after), before=row.before,
               after=row.after)
        for row in rows.select_related("claim__patient").defer(*_HEAVY)
    ]  # fmt: skip
    made = [
        Change(claim=claim, kind=ADDED if _is_billed(said) else MOVED, before=None, after=said)
        for claim, said in _made(run, mine)
    ]
    changes = sorted([*rewritten, *made], key=lambda each: _name(each.claim))
    return Found(
        counts={kind: sum(each.kind == kind for each in changes) for kind in KINDS},
        difference=sum((each.difference for each in changes), Decimal()),
        changes=changes,
    )


def kind_of(before: Said, after: Said) -> str:
    was, is_now = _is_billed(before), _is_billed(after)
    if was != is_now:
        return ADDED if is_now else REMOVED
    return CHANGED if is_now else MOVED


def why(change: Change) -> list[str]:
    """Each thing that differs, as a word that `billing.web.true_up_changes` turns to a sentence."""
    if change.before is None:
        return ["new"]
    old, new = change.before, change.after
    keys = ("counted", "rules", "payer", "policy", "engine")
    found = [key for key in keys if old[key] != new[key]]
    has_same_lines = old["lines"] == new["lines"]
    if has_same_lines and (old["charge"], old["expected"]) != (new["charge"], new["expected"]):
        found.append("fees")
    return found or ["facts"]


_HEAVY = ("claim__facts", "claim__verdict", "claim__own_holds")


def _made(run: TrueUpRun, mine: QuerySet[Practice]) -> Iterable[tuple[Claim, Said]]:
    """Claims that stand as this run made them: those that it did not rewrite."""
    rows = Claim.objects.filter(run=run, practice__in=mine).exclude(changes__run=run)
    rows = rows.select_related("patient").prefetch_related("lines").defer("facts", "verdict")
    for claim in rows:
        yield (
            claim,
            {
                "outcome": claim.outcome,
                "lines": [{"code": line.code, "units": line.units} for line in claim.lines.all()],
                "charge": None if claim.total_charge is None else str(claim.total_charge),
                "counted": claim.counted_seconds,
                "rules": claim.rules,
            },
        )


def _is_billed(said: Said | None) -> bool:
    return said is not None and said["outcome"] == Outcome.BILLABLE


def _billed(said: Said | None) -> Decimal:
    amount = said["charge"] if said is not None and _is_billed(said) else None
    return Decimal(amount) if amount else Decimal()


def _name(claim: Claim) -> tuple[str, str, int]:
    return claim.patient.last_name, claim.patient.first_name, claim.pk
