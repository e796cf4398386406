"""One month of many practices: what each comes to, lane by lane, and what waits where."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Count, Exists, OuterRef, QuerySet

from billing.models import (
    LIVE,
    SETTLED,
    Claim,
    Delivery,
    DeliveryState,
    Denial,
    TrueUpFailure,
    TrueUpKind,
    TrueUpRun,
)
from billing.selectors import claims, month_money
from billing.selectors.claims import LANES, Lane
from registry import calendar
from registry.models import ClosedMonth, Practice, User

#: What can wait in a practice's month, in the order in which it is worked off.
TRUE_UP, FAILURES, HELD, CLEAN, CHANGED, APPROVED, FILES, CLOSE = (
    "true_up", "failures", "held", "clean", "changed", "approved", "files", "close",
)  # fmt: skip
WAITS = (TRUE_UP, FAILURES, HELD, CLEAN, CHANGED, APPROVED, FILES, CLOSE)


@dataclass(frozen=True, kw_only=True)
class PracticeMonth:
    """A practice's month.  `missed` are the charges that its months which fell short would have
    brought, None where no charge is known; `undelivered` files did not arrive, `denials` are open,
    of whatever month.
    """

    practice: Practice
    is_over: bool
    lanes: dict[str, Lane]
    missed: Decimal | None = None
    run: TrueUpRun | None = None
    failures: int = 0
    undelivered: int = 0
    denials: int = 0
    closed_at: dt.datetime | None = None
    waits: dict[str, int] = field(default_factory=dict)

    def count(self, lane: str) -> int:
        return self.lanes[lane].count

    def dollars(self, lane: str) -> Decimal | None:
        """What a lane's claims are charged at; of those not billable, what was missed: None where
        no charge is known."""
        return self.missed if lane == "not_billable" else self.lanes[lane].charge

    @property
    def next(self) -> str:
        """The first thing that waits; empty where nothing does."""
        return next(iter(self.waits), "")


def of(
    user: User,
    organization_id: int,
    month: dt.date,
    *,
    roles: Collection[str],
    now: dt.datetime,
) -> list[PracticeMonth]:
    """The practices of an organization in which the person has one of `roles`, by name.

    Ten queries, whatever the number of practices and of claims.
    """
    mine = Practice.objects.filter(memberships__user=user, memberships__role__in=list(roles))
    practices = list(mine.filter(organization=organization_id).distinct().order_by("name", "pk"))
    reader = _Reader([practice.pk for practice in practices], month)
    return [reader.month_of(practice, now) for practice in practices]


class _Reader:
    """What is known of the practices' month, by the practice's id."""

    def __init__(self, ids: Sequence[int], month: dt.date) -> None:
        self.ids, self.month = ids, month
        self.lanes = self._lanes()
        self.missed = month_money.missed_by_practice(
            self._claims().filter(claims.WHERE["not_billable"]), month
        )
        self.runs = self._runs()
        self.failures = self._failures()
        self.undelivered = self._undelivered()
        self.denials = self._denials()
        self.closed = dict(
            ClosedMonth.objects.filter(practice__in=ids, month=month).values_list(
                "practice_id", "closed_at"
            )
        )

    def month_of(self, practice: Practice, now: dt.datetime) -> PracticeMonth:
        pk = practice.pk
        run, has_final = self.runs.get(pk, (None, False))
        found = PracticeMonth(
            practice=practice,
            is_over=now >= calendar.month_bounds(self.month, practice.timezone)[1],
            lanes=self.lanes.get(pk) or {name: claims.lane(name, {}) for name in LANES},
            missed=self.missed.get(pk),
            run=run,
            failures=self.failures.get(pk, 0),
            undelivered=self.undelivered.get(pk, 0),
            denials=self.denials.get(pk, 0),
            closed_at=self.closed.get(pk),
        )
        found.waits.update(_waits(found, has_final=has_final))
        return found

    def _claims(self) -> QuerySet[Claim]:
        rows = Claim.objects.filter(practice__in=self.ids, month=self.month)
        return rows.filter(state__in=LIVE).order_by()

    def _lanes(self) -> dict[int, dict[str, Lane]]:
        rows = self._claims().values("practice_id").annotate(**claims.counted())
        return {
            row["practice_id"]: {name: claims.lane(name, row) for name in LANES} for row in rows
        }

    def _runs(self) -> dict[int, tuple[TrueUpRun, bool]]:
        """The last run of each, and whether a final one has ended."""
        runs = TrueUpRun.objects.filter(practice__in=self.ids, month=self.month)
        final = TrueUpRun.objects.filter(
            practice=OuterRef("practice"),
            month=self.month,
            kind=TrueUpKind.FINAL,
            finished_at__isnull=False,
        )
        last = runs.order_by("practice", "-asked_at", "-pk").distinct("practice")
        return {
            row.practice_id: (row, row.has_final) for row in last.annotate(has_final=Exists(final))
        }

    def _failures(self) -> dict[int, int]:
        rows = TrueUpFailure.objects.filter(
            run__practice__in=self.ids, month=self.month, settled_at=None
        )
        counted = rows.order_by().values_list("run__practice_id")
        return dict(counted.annotate(number=Count("patient", distinct=True)))

    def _undelivered(self) -> dict[int, int]:
        """Files whose last delivery came to nothing, or has had to be tried again."""
        latest = Delivery.objects.filter(
            submission__practice__in=self.ids, submission__month=self.month
        )
        latest = latest.order_by("submission", "-queued_at", "-pk").distinct("submission")
        found: dict[int, int] = defaultdict(int)
        rows = latest.values_list("submission__practice_id", "state", "problem")
        for practice_id, state, problem in rows:
            if state == DeliveryState.FAILED or (state != DeliveryState.SENT and problem):
                found[practice_id] += 1
        return found

    def _denials(self) -> dict[int, int]:
        rows = Denial.objects.filter(practice__in=self.ids).exclude(state__in=SETTLED)
        return dict(rows.order_by().values_list("practice_id").annotate(number=Count("pk")))


def _waits(found: PracticeMonth, *, has_final: bool) -> dict[str, int]:
    """What waits in a month, with how much of it.  Nothing of a month that is closed, save files
    that did not arrive."""
    files = {FILES: found.undelivered} if found.undelivered else {}
    if found.closed_at or not found.is_over:
        return files
    changed = sum(found.lanes[lane].changed_since for lane in ("approved", "sent"))
    said = {
        TRUE_UP: int(not has_final),
        FAILURES: found.failures,
        HELD: found.count("held"),
        CLEAN: found.count("clean") if has_final else 0,
        CHANGED: changed,
        APPROVED: found.count("approved"),
        FILES: found.undelivered,
    }
    waits = {name: number for name, number in said.items() if number}
    return waits or {CLOSE: 1}


@dataclass(frozen=True, kw_only=True)
class Whole:
    """All practices together: claims and dollars by lane, and how many practices have what."""

    counts: dict[str, int]
    dollars: dict[str, Decimal]
    waits: dict[str, int]
    closed: int


def whole(months: Collection[PracticeMonth]) -> Whole:
    return Whole(
        counts={lane: sum(each.count(lane) for each in months) for lane in LANES},
        dollars={lane: _sum(each.dollars(lane) for each in months) for lane in LANES},
        waits={name: sum(name in each.waits for each in months) for name in WAITS},
        closed=sum(each.closed_at is not None for each in months),
    )


def _sum(amounts: Iterable[Decimal | None]) -> Decimal:
    return sum((amount for amount in amounts if amount is not None), Decimal())
