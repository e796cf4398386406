"""What a run makes of drafts that are there already, kept with the run: before and after.

It costs a run one statement for each chunk in which anything changed, and no further reading:
the rows are read when they are locked.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import orjson
from django.db.models import F, Func, QuerySet, TextField
from psycopg.types.json import Jsonb

from billing.models import Claim, TrueUpRun
from billing.services import bulk_copy, engine
from billing.services.decision import Decided

Said = dict[str, Any]
_COLUMNS = {"run_id": "int8", "claim_id": "int8", "before": "jsonb", "after": "jsonb"}
_READ = (
    "pk", "run_id", "outcome", "total_charge", "total_expected", "counted_seconds", "rules",
    "payer_id", "policy_id", "engine",
)  # fmt: skip


class _Lines(Func):
    """The lines that a kept verdict says, as text."""

    template = "(%(expressions)s::json->>'lines')"
    output_field = TextField()


def before(drafts: QuerySet[Claim]) -> dict[int, Said]:
    """What drafts say, by claim id; one query."""
    rows = drafts.values_list(*_READ, _Lines(F("verdict")))
    return {row[0]: _said(row[1:-1], orjson.loads(row[-1])) for row in rows}


def keep(
    run: TrueUpRun,
    old: Mapping[int, Said],
    changed: Mapping[int, Decided],
    policy_ids: Mapping[str, int],
) -> None:
    """Write the changes of a chunk; a draft that is decided outside of a run leaves none."""
    if run.pk is None or not changed:
        return
    bulk_copy.rows(
        "billing_trueupchange",
        _COLUMNS,
        (
            (run.pk, claim_id, Jsonb(old[claim_id]), Jsonb(_now(run, each, policy_ids)))
            for claim_id, each in changed.items()
        ),
    )


def _now(run: TrueUpRun, decided: Decided, policy_ids: Mapping[str, int]) -> Said:
    decision = decided.decision
    chart = decision.chart
    values = (
        run.pk,
        decision.outcome,
        decision.total_charge,
        decision.total_expected,
        decision.verdict.counted,
        decision.against,
        chart.payer_id,
        policy_ids[chart.policy.mark],
        engine.version(),
    )
    return _said(values, [line.as_json() for line in decision.verdict.lines])


def _said(values: tuple[Any, ...], lines: list[dict[str, Any]]) -> Said:
    run_id, outcome, charge, expected, counted, against, payer_id, policy_id, mark = values
    return {
        "run": run_id,
        "outcome": str(outcome),
        "lines": [{"code": line["code"], "units": line["units"]} for line in lines],
        "charge": _dollars(charge),
        "expected": _dollars(expected),
        "counted": counted,
        "rules": list(against),
        "payer": payer_id,
        "policy": policy_id,
        "engine": mark,
    }


def _dollars(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:.2f}"
