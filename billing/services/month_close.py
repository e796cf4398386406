"""Closing a practice's month: what it came to is kept with a hash, and its log is locked.

What is still open is told first; it stays only where the person says why.  A close is never
changed: reopening is a row beside it, and closing again makes a further one.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from typing import Any

import orjson
from django.db import transaction

from billing.models import Claim, ClaimState, MonthClose, MonthReopening, Outcome, SetAside
from billing.selectors import code_releases, month_close, month_snapshot
from billing.selectors.claims import LANES
from billing.selectors.month_close import Group
from billing.services import engine, true_up
from registry import calendar, checks
from registry.errors import Refused, refuse
from registry.models import Practice, User
from registry.services import practice_month

FORMAT = "caretally month close 1"
MOST_REASON = 200
#: A field of the form is named so, with the group behind it.
REASON = "reason_"


@transaction.atomic
def close(
    practice: Practice, month: dt.date, *, reasons: Mapping[str, str], by: User, now: dt.datetime
) -> MonthClose:
    """Close a month and keep what it came to.

    `reasons` say, by group, why what is open may stay.  Raises Refused: with the empty field for
    what no reason sets aside, with `reason_GROUP` for a group that lacks its reason.
    """
    true_up.hold(practice, month)
    if month_close.in_force(practice, month) is not None:
        raise refuse("", f"{calendar.month_text(month)} is closed already.")
    found = month_close.readiness(by, practice, month, now)
    if found.never:
        raise Refused({"": " ".join(found.never)})
    accepted = _accepted(found.open, reasons)
    practice_month.close(practice, month, by=by, now=now)
    list(Claim.objects.select_for_update().filter(practice=practice, month=month).values("pk"))
    document = _written(_document(practice, month, accepted, by=by, now=now))
    return MonthClose.objects.create(
        practice=practice,
        month=month,
        closed_at=now,
        closed_by=by,
        accepted=accepted,
        document=document.decode(),
        sha256=hashlib.sha256(document).hexdigest(),
    )


@transaction.atomic
def reopen(
    practice: Practice, month: dt.date, *, reason: str, by: User, now: dt.datetime
) -> MonthReopening:
    """Open a closed month again; its close stays to be read.

    The months of patients whose claim is approved or sent stay frozen, each by its own lock.
    """
    true_up.hold(practice, month)
    row = month_close.in_force(practice, month)
    if row is None:
        raise refuse("", f"{calendar.month_text(month)} is not closed.")
    reason = checks.one_line(reason)
    checks.stop_if({"reason": _reason(reason, "Say why the month is opened again.")})
    decided = Claim.objects.filter(
        practice=practice, month=month, state__in=(ClaimState.APPROVED, ClaimState.SENT)
    )
    keep = list(decided.values_list("patient_id", flat=True))
    practice_month.reopen(practice, month, keep_closed=keep, by=by, now=now, reason=reason)
    return MonthReopening.objects.create(close=row, reopened_at=now, reopened_by=by, reason=reason)


def is_as_closed(row: MonthClose) -> bool:
    """Whether the document kept is the one that the hash was taken of."""
    return hashlib.sha256(row.document.encode()).hexdigest() == row.sha256


def _accepted(found: list[Group], reasons: Mapping[str, str]) -> dict[str, Any]:
    given = {group.key: checks.one_line(reasons.get(group.key, "")) for group in found}
    checks.stop_if(
        {f"{REASON}{group.key}": _reason(given[group.key], lacking(group)) for group in found}
    )
    return {
        group.key: {"count": group.count, "seconds": group.seconds, "reason": given[group.key]}
        for group in found
    }


def lacking(group: Group) -> str:
    """What is said of a group that is open without a word."""
    return f"{group.label}: {group.count}. Say why that may stay open, or settle it first."


def _reason(reason: str, lacking: str) -> str | None:
    if not reason:
        return lacking
    return checks.text(reason, most=MOST_REASON, called="The reason")


def _document(
    practice: Practice, month: dt.date, accepted: dict[str, Any], *, by: User, now: dt.datetime
) -> dict[str, Any]:
    claims = month_snapshot.claims_of(practice.pk, month)
    release = code_releases.in_force(calendar.last_day(month))
    return {
        "format": FORMAT,
        "practice": {"id": practice.pk, "name": practice.name, "npi": practice.npi},
        "month": calendar.month_text(month),
        "closed_at": now.astimezone(dt.UTC).isoformat(),
        "closed_by": {"id": by.pk, "name": by.full_name},
        "accepted": accepted,
        "engine": engine.version(),
        "cms_release": {"name": str(release), "sha256": release.sha256} if release else None,
        "lanes": {lane: _lane(claims, lane) for lane in LANES},
        "claims": claims,
    }


def _lane(claims: list[month_snapshot.Kept], lane: str) -> dict[str, Any]:
    """How many claims a lane holds, and the sums of those amounts that are known."""
    found = [claim for claim in claims if _lane_of(claim) == lane]
    return {
        "claims": len(found),
        "charge": _sum(found, "charge"),
        "expected": _sum(found, "expected"),
    }


def _lane_of(claim: month_snapshot.Kept) -> str:
    """As the review's lanes have it (`claims.WHERE`); earlier closes know of none set aside."""
    state, outcome = str(claim["state"]), str(claim["outcome"])
    if state != ClaimState.DRAFT:
        return state
    if claim.get("set_aside") == SetAside.UNBILLED:
        return "not_billable"
    clean = "held" if claim.get("set_aside") == SetAside.LOOK else "clean"
    return clean if outcome == Outcome.BILLABLE else outcome


def _sum(claims: list[month_snapshot.Kept], key: str) -> str:
    total = sum((month_snapshot.amount(claim[key]) for claim in claims), month_snapshot.NONE)
    return f"{total:.2f}"


def _written(document: dict[str, Any]) -> bytes:
    """Canonical JSON: keys in order, no blanks, UTF-8; money as text with two decimals."""
    return orjson.dumps(document, option=orjson.OPT_SORT_KEYS)
