"""What the pages of a month's closing show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from billing.selectors import claims, month_close
from billing.selectors.month_close import Group
from billing.services import late_time
from billing.services import month_close as services
from billing.web import later
from billing.web.doors import BILLERS, CLOSERS
from registry import calendar
from registry.selectors import practice_month
from registry.templatetags.formats import plural
from registry.web import mending

if TYPE_CHECKING:
    from billing.models import Claim, MonthClose
    from billing.services.later import Later
    from registry.models import TimeEntry
    from registry.web.access import PracticeRequest

#: As many as a person reads; the rest is in the review's lanes.
MOST_SHOWN = 100
LANES = {
    "clean": "Clean",
    "held": "Needs attention",
    "not_billable": "Not billable",
    "approved": "Approved",
    "sent": "Sent",
}


@dataclass(frozen=True, kw_only=True)
class OpenRow:
    """A group with how much of it there is, in words, and where it is settled."""

    group: Group
    text: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Late:
    """Something that came to a closed month: time, or what a true-up would make of it now."""

    claim: Claim | None
    entry: TimeEntry | None
    said: list[str]
    entry_url: str = ""
    may_replace: bool = False
    may_leave: bool = False

    @property
    def patient(self) -> Any:
        return self.entry.patient if self.entry else self.claim.patient  # type: ignore[union-attr]


def read(request: PracticeRequest, month: dt.date, now: dt.datetime) -> dict[str, Any]:
    """Everything but the form."""
    user, practice = request.user, request.practice
    closes = month_close.of_month(user, practice, month)
    standing = next((row for row in closes if not hasattr(row, "reopening")), None)
    ready = None if standing else month_close.readiness(user, practice, month, now)
    groups = ready.open if ready else []
    differences = month_close.since(user, month_close.get(user, practice, standing.pk)) if (
        standing
    ) else []  # fmt: skip
    return {
        "month": month,
        "month_text": calendar.month_text(month),
        "closes": closes,
        "standing": standing,
        "never": ready.never if ready else [],
        "open": [_open_row(request, month, group) for group in groups],
        "closes_on": practice_month.closes_on(practice, month),
        "differences": differences[:MOST_SHOWN],
        "more_differences": max(len(differences) - MOST_SHOWN, 0),
        "late": late(request, month) if standing else [],
        "may_close": bool(request.roles & CLOSERS),
    }


def late(request: PracticeRequest, month: dt.date) -> list[Late]:
    """What came to a closed month: first what touches a claim that a person decided."""
    changed = claims.of_month(request.user, request.practice, month).filter(claims.CHANGED)
    rows = list(
        claims.in_order(changed.select_related("patient").defer("facts", "verdict"))[:MOST_SHOWN]
    )
    entries = list(month_close.late_entries(request.user, request.practice, month)[:MOST_SHOWN])
    told = {claim.patient_id for claim in rows}
    known = month_close.claim_of_patients(
        request.user, request.practice, month, [entry.patient_id for entry in entries]
    )
    found = [_changed(request, claim) for claim in rows]
    would = late_time.differences(known.values())
    found += [
        _entry(request, entry, known.get(entry.patient_id), would)
        for entry in entries
        if entry.patient_id not in told and not _is_left(entry, known.get(entry.patient_id))
    ]
    return found


def _is_left(entry: TimeEntry, claim: Claim | None) -> bool:
    """Whether a person left the claim as it is since the time came."""
    left_at = claim.later_left_at if claim else None
    return left_at is not None and entry.created_at <= left_at


def _changed(request: PracticeRequest, claim: Claim) -> Late:
    is_biller = bool(request.roles & BILLERS)
    return Late(
        claim=claim,
        entry=None,
        said=later.sentences(claim.later),
        may_replace=is_biller and claim.state == "sent",
        may_leave=is_biller,
    )


def _entry(
    request: PracticeRequest,
    entry: TimeEntry,
    claim: Claim | None,
    would: Mapping[int, Later | None],
) -> Late:
    decided = claim is not None and claim.state in ("approved", "sent")
    minutes = int((entry.ended_at - entry.started_at).total_seconds()) // 60  # type: ignore[operator]
    return Late(
        claim=claim,
        entry=entry,
        said=[
            f"{plural(minutes, 'minute')} by {entry.worker.full_name}. {entry.review_reason}",
            *_would(claim, would),
        ],
        entry_url=mending.address_if_open(
            "time_entry", request.roles, slug=request.practice.slug, entry_id=entry.pk
        ),
        may_replace=bool(request.roles & BILLERS) and claim is not None and claim.state == "sent",
        may_leave=bool(request.roles & BILLERS) and decided,
    )


def _would(claim: Claim | None, would: Mapping[int, Later | None]) -> list[str]:
    """What the patient's waiting time would make of the claim, were it confirmed."""
    if claim is None or claim.pk not in would:
        return []
    said = later.sentences(would[claim.pk])
    return [f"If it counts: {' '.join(said)}" if said else "It would change nothing."]


def one(request: PracticeRequest, close: MonthClose) -> dict[str, Any]:
    """A close: its sums, what was accepted, and what differs from the one before."""
    said = month_close.document(close)
    differences = month_close.between(request.user, close)
    return {
        "close": close,
        "month_text": calendar.month_text(close.month),
        "said": said,
        "lanes": [
            (LANES[lane], said["lanes"][lane]) for lane in claims.LANES if lane in said["lanes"]
        ],
        "accepted": [
            (month_close.GROUPS.get(key, key), each) for key, each in close.accepted.items()
        ],
        "is_as_closed": services.is_as_closed(close),
        "before": month_close.before(close),
        "differences": differences[:MOST_SHOWN],
        "more_differences": max(len(differences) - MOST_SHOWN, 0),
    }


def _open_row(request: PracticeRequest, month: dt.date, group: Group) -> OpenRow:
    return OpenRow(group=group, text=_amount(group), url=_address(request, month, group.key))


def _amount(group: Group) -> str:
    if group.key == "time":
        minutes = plural(-(-group.seconds // 60), "minute")
        return f"{minutes} of {plural(group.count, 'patient')}"
    nouns = {"weeks": "week", "failures": "chart"}
    return plural(group.count, nouns.get(group.key, "claim"))


def _address(request: PracticeRequest, month: dt.date, key: str) -> str:
    where = {"slug": request.practice.slug, "month": calendar.month_text(month)}
    page = reverse("billing_month", kwargs=where)
    if key == "weeks":
        return reverse("logs_signed", kwargs=where)
    queries = {
        "clean": "?lane=clean",
        "held": "?lane=held",
        "changed": "?lane=sent&changed=1",
        "time": "?lane=clean",
        "failures": "#failures",
    }
    return f"{page}{queries[key]}"
