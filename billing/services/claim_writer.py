"""Writing what was decided of a chunk of patients: claims and their lines, in bulk.

Claims that are new are copied in; drafts that changed are rewritten in place (the database keeps
what they were); what a person decided is never written, except for what came since (`later`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson
from django.db import connection
from psycopg.types.json import Jsonb

from billing.models import (
    DECIDED,
    FAMILY,
    AppliedPolicy,
    Claim,
    ClaimLine,
    ClaimState,
    TrueUpRun,
)
from billing.rules.verdict import Verdict
from billing.selectors.policies import Applied
from billing.services import bulk_copy, engine, true_up_changes
from billing.services.decision import Decided
from billing.services.later import Later

#: Columns that a decision fills, with their types, in the order of `_decided`.
_DECIDED = {
    "practice_id": "int8",
    "patient_id": "int8",
    "episode_id": "int8",
    "payer_id": "int8",
    "coverage_id": "int8",
    "month": "date",
    "outcome": "text",
    "is_final": "bool",
    "date_of_service": "date",
    "worked_seconds": "int4",
    "counted_seconds": "int4",
    "minutes_short": "int4",
    "total_charge": "numeric",
    "total_expected": "numeric",
    "rules": "varchar[]",
    "own_holds": "jsonb",
    "facts": "text",
    "verdict": "text",
    "policy_id": "int8",
    "engine": "text",
    "fingerprint": "text",
    "decided_at": "timestamptz",
    "decided_by_id": "int8",
    "run_id": "int8",
}
_LINE = {
    "claim_id": "int8",
    "position": "int2",
    "code": "text",
    "units": "int2",
    "modifiers": "varchar[]",
    "charge": "numeric",
    "allowed": "numeric",
}
_REWRITE = """
    UPDATE billing_claim AS claim SET {columns} FROM (VALUES {rows}) AS written (id, {names})
    WHERE claim.id = written.id
"""


@dataclass(slots=True)
class Work:
    """What is to be written for a chunk: new claims, drafts to rewrite, marks on the others."""

    new: list[Decided] = field(default_factory=list)
    changed: dict[int, Decided] = field(default_factory=dict)
    made_final: list[int] = field(default_factory=list)
    later: dict[int, Later | None] = field(default_factory=dict)


def write(work: Work, run: TrueUpRun, *, is_final: bool, now: dt.datetime) -> int:
    """Write it, and say how many claims were made or rewritten."""
    before = _still_drafts(work.changed)
    changed = {claim_id: work.changed[claim_id] for claim_id in before}
    policy_ids = _policy_ids(each.decision.chart.policy for each in (*work.new, *changed.values()))
    rows = _Rows(run, is_final, now, policy_ids)
    new = dict(zip(_new_ids(len(work.new)), work.new, strict=True))
    _copy_claims(new, rows)
    _rewrite(changed, rows)
    _copy_lines(new | changed)
    true_up_changes.keep(run, before, changed, policy_ids)
    _mark(work)
    return len(new) + len(changed)


def _still_drafts(changed: Mapping[int, Decided]) -> dict[int, true_up_changes.Said]:
    """Those that nobody has approved since they were looked at, with what they say; held until
    this is over."""
    if not changed:
        return {}
    rows = Claim.objects.select_for_update().filter(pk__in=changed, state=ClaimState.DRAFT)
    return true_up_changes.before(rows.order_by("pk"))


def _policy_ids(policies: Iterable[Applied]) -> dict[str, int]:
    """The kept row of each policy, by its mark; made where it is seen for the first time."""
    seen = {each.mark: each for each in policies}
    if not seen:
        return {}
    found = AppliedPolicy.objects.filter(mark__in=seen)
    known = dict(found.values_list("mark", "pk"))
    if len(known) < len(seen):
        rows = [AppliedPolicy(mark=mark, document=each.document) for mark, each in seen.items()]
        AppliedPolicy.objects.bulk_create(rows, ignore_conflicts=True)
        known = dict(found.values_list("mark", "pk"))
    return known


@dataclass(frozen=True, slots=True)
class _Rows:
    """Makes rows of a run's claims."""

    run: TrueUpRun
    is_final: bool
    now: dt.datetime
    policy_ids: Mapping[str, int]

    def row(self, decided: Decided) -> list[Any]:
        """The values of `_DECIDED`."""
        decision, basis = decided.decision, decided.basis
        chart, verdict = decision.chart, decision.verdict
        return [
            chart.practice_id,
            chart.patient_id,
            chart.episode_id,
            chart.payer_id,
            chart.coverage_id,
            self.run.month,
            decision.outcome,
            self.is_final,
            verdict.date_of_service,
            verdict.worked,
            verdict.counted,
            decision.minutes_short,
            decision.total_charge,
            decision.total_expected,
            decision.against,
            Jsonb(decision.own_findings),
            basis.case,
            kept(verdict),
            self.policy_ids[chart.policy.mark],
            engine.version(),
            basis.mark,
            self.now,
            self.run.asked_by_id,
            self.run.pk,
        ]


def kept(verdict: Verdict) -> str:
    """A verdict as a claim keeps it: the contract's object without the policy."""
    written = verdict.as_json()
    del written["policy"]
    return orjson.dumps(written).decode()


def _new_ids(number: int) -> list[int]:
    """Ids for new claims, taken first so that their lines can be copied beside them."""
    if not number:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence('billing_claim', 'id')) "
            "FROM generate_series(1, %s)",
            [number],
        )
        return [new_id for (new_id,) in cursor.fetchall()]


def _copy_claims(new: Mapping[int, Decided], rows: _Rows) -> None:
    bulk_copy.rows(
        "billing_claim",
        {"id": "int8", **_DECIDED, "family": "text", "state": "text"},
        ((new_id, *rows.row(each), FAMILY, ClaimState.DRAFT) for new_id, each in new.items()),
    )


def _rewrite(changed: Mapping[int, Decided], rows: _Rows) -> None:
    """Rewrite drafts in one statement; their lines are copied anew."""
    if not changed:
        return
    row = ", ".join(f"%s::{kind}" for kind in ("int8", *_DECIDED.values()))
    statement = _REWRITE.format(
        columns=", ".join(f"{name} = written.{name}" for name in _DECIDED),
        rows=", ".join([f"({row})"] * len(changed)),
        names=", ".join(_DECIDED),
    )
    with connection.cursor() as cursor:
        cursor.execute(
            statement,
            [value for claim_id, each in changed.items() for value in (claim_id, *rows.row(each))],
        )
    ClaimLine.objects.filter(claim__in=changed).delete()


def _copy_lines(written: Mapping[int, Decided]) -> None:
    bulk_copy.rows(
        "billing_claimline",
        _LINE,
        (
            (
                claim_id,
                place,
                line.code,
                line.units,
                list(line.modifiers),
                price.charge,
                price.allowed,
            )
            for claim_id, each in written.items()
            for place, (line, price) in enumerate(each.decision.priced, start=1)
        ),
    )


def _mark(work: Work) -> None:
    """Drafts that are final now, and decided claims about which something came (or went) since."""
    if work.made_final:
        rows = Claim.objects.filter(pk__in=work.made_final, state=ClaimState.DRAFT)
        rows.update(is_final=True)
    for claim_id, later in work.later.items():
        Claim.objects.filter(pk=claim_id, state__in=DECIDED).update(later=later)
