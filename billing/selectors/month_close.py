"""The closing of a month, read: what is still open, what was closed, and what came since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from django.db.models import Count, Q, QuerySet, Sum

from billing.models import Claim, ClaimState, MonthClose, TrueUpKind, TrueUpRun
from billing.selectors import claims, month_snapshot
from registry import calendar
from registry.models import Practice, ServiceMonth, TimeEntry, User
from registry.selectors import log_sign_offs, practice_month
from registry.vocabulary import EntryStatus

#: What may stay open where a person says why; in the order in which it is shown.
GROUPS = {
    "clean": "Clean claims that nobody has approved",
    "held": "Held claims",
    "changed": "Decided claims that would be decided otherwise now",
    "time": "Time that needs review",
    "weeks": "Weeks of the log that are not signed",
    "failures": "Charts that could not be decided",
}


@dataclass(frozen=True, kw_only=True)
class Group:
    """Something of a month that is still open; `said` is how much, in words' numbers."""

    key: str
    count: int
    seconds: int = 0

    @property
    def label(self) -> str:
        return GROUPS[self.key]


@dataclass(frozen=True, kw_only=True)
class Readiness:
    """Whether a month can be closed: `never` are sentences that no reason sets aside."""

    never: list[str]
    open: list[Group]


def visible_to(user: User, practice: Practice) -> QuerySet[MonthClose]:
    """A practice's closes, for a person who has a role in it."""
    mine = Practice.objects.filter(memberships__user=user)
    rows = MonthClose.objects.filter(practice=practice, practice__in=mine)
    return rows.select_related("closed_by", "reopening__reopened_by")


def of_month(user: User, practice: Practice, month: dt.date) -> list[MonthClose]:
    """The closes of a month, the latest first."""
    rows = visible_to(user, practice).filter(month=month)
    return list(rows.defer("document").order_by("-closed_at", "-pk"))


def get(user: User, practice: Practice, close_id: int) -> MonthClose:
    """One close.  MonthClose.DoesNotExist where it is another practice's, or nobody's."""
    return visible_to(user, practice).get(pk=close_id)


def in_force(practice: Practice, month: dt.date) -> MonthClose | None:
    """The close that stands; None while the month is open."""
    rows = MonthClose.objects.filter(practice=practice, month=month, reopening=None)
    return rows.order_by("-pk").first()


def before(close: MonthClose) -> MonthClose | None:
    """The close of the same month that this one followed."""
    rows = MonthClose.objects.filter(practice=close.practice_id, month=close.month, pk__lt=close.pk)
    return rows.order_by("-pk").first()


def readiness(user: User, practice: Practice, month: dt.date, now: dt.datetime) -> Readiness:
    """What is open of a month; a handful of queries, whatever the number of patients."""
    return Readiness(
        never=list(_never(practice, month, now)), open=_open(user, practice, month, now)
    )


def _never(practice: Practice, month: dt.date, now: dt.datetime) -> list[str]:
    """What has to be done first."""
    name = f"{month:%B} {month.year}"
    if now < calendar.month_bounds(month, practice.timezone)[1]:
        return [f"{name} is not over."]
    runs = TrueUpRun.objects.filter(practice=practice, month=month)
    last = runs.order_by("-asked_at", "-pk").first()
    if last is not None and last.finished_at is None:
        return ["A true-up is under way. Wait until it has ended, then close the month."]
    if not runs.filter(kind=TrueUpKind.FINAL, finished_at__isnull=False).exists():
        return [f"{name} has had no final true-up. Run it first."]
    return []


def _open(user: User, practice: Practice, month: dt.date, now: dt.datetime) -> list[Group]:
    draft = Q(state=ClaimState.DRAFT)
    counted = claims.of_month(user, practice, month).aggregate(
        clean=Count("pk", filter=claims.WHERE["clean"]),
        held=Count("pk", filter=claims.WHERE["held"]),
        changed=Count("pk", filter=~draft & claims.CHANGED),
    )
    waiting = ServiceMonth.objects.filter(practice=practice, month=month, review_seconds__gt=0)
    time = waiting.aggregate(count=Count("pk"), seconds=Sum("review_seconds"))
    signers = log_sign_offs.of_month(practice, month, now)
    found = [
        *(Group(key=key, count=counted[key]) for key in ("clean", "held", "changed")),
        Group(key="time", count=time["count"], seconds=time["seconds"] or 0),
        Group(key="weeks", count=sum(len(signer.missing) for signer in signers)),
        Group(key="failures", count=claims.failures(practice, month).count()),
    ]
    return [group for group in found if group.count]


def document(close: MonthClose) -> dict[str, Any]:
    """What a close says, read."""
    return orjson.loads(close.document)


def since(user: User, close: MonthClose) -> list[month_snapshot.Difference]:
    """What of the month is no longer as the close says, claim by claim; three queries."""
    said = document(close)["claims"]
    now = month_snapshot.claims_of(close.practice_id, close.month)
    return named(user, close, month_snapshot.differences(said, now))


def between(user: User, close: MonthClose) -> list[month_snapshot.Difference]:
    """What differs from the close before; empty for a first one."""
    earlier = before(close)
    if earlier is None:
        return []
    said = month_snapshot.differences(document(earlier)["claims"], document(close)["claims"])
    return named(user, close, said)


def named(
    user: User, close: MonthClose, found: list[month_snapshot.Difference]
) -> list[month_snapshot.Difference]:
    """With the patients' names, which a close does not hold."""
    rows = claims.visible_to(user).filter(
        practice=close.practice_id, pk__in=[each.claim_id for each in found]
    )
    known = {claim.pk: claim for claim in rows.select_related("patient").defer("facts", "verdict")}
    for each in found:
        each.claim = known.get(each.claim_id)
    return sorted(found, key=lambda each: _name(each.claim))


def _name(claim: Claim | None) -> tuple[str, ...]:
    patient = claim.patient if claim else None
    return (patient.last_name, patient.first_name) if patient else ("",)


def late_entries(user: User, practice: Practice, month: dt.date) -> QuerySet[TimeEntry]:
    """Time of a closed month that waits for review, entered since it was closed."""
    closed_at = practice_month.closed_at(practice, month)
    first, last = calendar.month_bounds(month, practice.timezone)
    mine = Practice.objects.filter(memberships__user=user)
    rows = TimeEntry.objects.filter(
        practice=practice,
        practice__in=mine,
        status=EntryStatus.NEEDS_REVIEW,
        started_at__lt=last,
        ended_at__gt=first,
    )
    rows = rows.filter(created_at__gte=closed_at) if closed_at else rows.none()
    return rows.select_related("patient", "worker").order_by("started_at", "pk")


def claim_of_patients(
    user: User, practice: Practice, month: dt.date, patient_ids: list[int]
) -> Mapping[int, Claim]:
    """The live claim of each of these patients, by the patient's id."""
    rows = claims.of_month(user, practice, month).filter(patient__in=patient_ids)
    return {claim.patient_id: claim for claim in rows.defer("facts")}
