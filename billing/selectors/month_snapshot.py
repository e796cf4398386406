"""A month's claims as a close keeps them, and what differs between two such lists."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from billing.models import Claim

Kept = dict[str, Any]
NONE = Decimal()
#: What a difference is told of, with its word.
_TOLD = {
    "state": "State",
    "outcome": "Outcome",
    "lines": "Codes",
    "charge": "Charge",
    "expected": "Expected",
    "payer": "Payer",
    "policy": "Policy",
    "engine": "Rules",
    "counted_seconds": "Counted seconds",
}


@dataclass(kw_only=True)
class Difference:
    """A claim that is in one list only, or otherwise in the other: (what, before, after)."""

    kind: str
    claim_id: int
    changes: list[tuple[str, str, str]]
    claim: Claim | None = None


def claims_of(practice_id: int, month: dt.date) -> list[Kept]:
    """Every claim of a practice's month, corrected ones too, by id; two queries."""
    rows: QuerySet[Claim] = Claim.objects.filter(practice=practice_id, month=month)
    rows = rows.select_related("policy").prefetch_related("lines")
    return [_kept(claim) for claim in rows.defer("facts", "verdict", "own_holds").order_by("pk")]


def _kept(claim: Claim) -> Kept:
    return {
        "id": claim.pk,
        "patient": claim.patient_id,
        "payer": claim.payer_id,
        "state": claim.state,
        "outcome": claim.outcome,
        "set_aside": claim.set_aside,
        "final": claim.is_final,
        "corrects": claim.corrects_id,
        "frequency": claim.frequency,
        "date_of_service": claim.date_of_service.isoformat() if claim.date_of_service else None,
        "worked_seconds": claim.worked_seconds,
        "counted_seconds": claim.counted_seconds,
        "rules": list(claim.rules),
        "lines": [
            {
                "code": line.code,
                "units": line.units,
                "modifiers": list(line.modifiers),
                "charge": dollars(line.charge),
                "allowed": dollars(line.allowed),
                "expected": dollars(line.expected),
            }
            for line in claim.lines.all()
        ],
        "charge": dollars(claim.total_charge),
        "expected": dollars(claim.total_expected),
        "fingerprint": claim.fingerprint,
        "engine": claim.engine,
        "policy": claim.policy.mark if claim.policy else None,
    }


def dollars(amount: Decimal | None) -> str | None:
    """An amount as a document holds it: two decimals, or nothing where it is not known."""
    return None if amount is None else f"{amount:.2f}"


def amount(written: str | None) -> Decimal:
    """A document's amount to add up; one that is not known adds nothing."""
    return NONE if written is None else Decimal(written)


def differences(before: Iterable[Kept], after: Iterable[Kept]) -> list[Difference]:
    """Claims that came, went, or changed, in the order of their ids."""
    old = {claim["id"]: claim for claim in before}
    new = {claim["id"]: claim for claim in after}
    found = []
    for claim_id in sorted(old.keys() | new.keys()):
        if claim_id not in old:
            found.append(_whole("added", new[claim_id]))
        elif claim_id not in new:
            found.append(_whole("removed", old[claim_id]))
        elif old[claim_id] != new[claim_id]:
            changes = _changes(old[claim_id], new[claim_id])
            found.append(Difference(kind="changed", claim_id=claim_id, changes=changes))
    return found


def _whole(kind: str, claim: Kept) -> Difference:
    text = f"{claim['state']}, {_words(claim, 'outcome')}, {_words(claim, 'lines')}"
    sides = ("", text) if kind == "added" else (text, "")
    return Difference(kind=kind, claim_id=claim["id"], changes=[("Claim", *sides)])


def _changes(old: Kept, new: Kept) -> list[tuple[str, str, str]]:
    found = [
        (label, _words(old, key), _words(new, key))
        for key, label in _TOLD.items()
        if old.get(key) != new.get(key)
    ]
    return found or [("Facts", "as they were", "otherwise, with the same result")]


def _words(claim: Mapping[str, Any], key: str) -> str:
    value = claim.get(key)
    if key == "lines":
        return codes(value or ())
    if key in ("policy", "engine"):
        return str(value)[:8] if value else "none"
    if value is None:
        return "none"
    return str(value).replace("_", " ")


def codes(lines: Iterable[Mapping[str, Any]]) -> str:
    """`99492 × 1 + 99494 × 2`, or that there is none."""
    return " + ".join(f"{line['code']} × {line['units']}" for line in lines) or "no code"
