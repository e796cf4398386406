"""The two months that are over: decided, approved where clean, the older one sent and paid."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from billing.models import Claim, ClaimState, Outcome, TrueUpKind
from billing.services import claims, submission, true_up
from billing.services.demo import money_back
from billing.services.demo.practices import House
from registry import calendar, weeks
from registry.models import Practice
from registry.services import log_audit


def settle(house: House, *, now: dt.datetime) -> None:
    for practice in house.practices.values():
        this_month = calendar.local_month(now, practice.timezone)
        for back in (2, 1):
            month = calendar.shift_month(this_month, -back)
            at = _morning_after(practice, month, now)
            _review(house, practice, month, at)
            if back == 2:
                submission.build(
                    practice=practice, month=month, by=house.people["dana"], now=_later(at, now)
                )
                money_back.play(house, practice, month)
        true_up.run(
            practice=practice,
            month=this_month,
            kind=TrueUpKind.PROVISIONAL,
            by=house.system,
            now=now,
        )
        _audit(house, practice, now)


def _audit(house: House, practice: Practice, now: dt.datetime) -> None:
    """The week before this one, as the supervisor finds it on Monday."""
    today = calendar.local_date(now, practice.timezone)
    last_week = weeks.monday_of(today) - dt.timedelta(days=7)
    log_audit.run(practice, last_week, by=house.system, now=now)


def _review(house: House, practice: Practice, month: dt.date, at: dt.datetime) -> None:
    true_up.run(practice=practice, month=month, kind=TrueUpKind.FINAL, by=house.system, now=at)
    clean = Claim.objects.filter(
        practice=practice, month=month, state=ClaimState.DRAFT, outcome=Outcome.BILLABLE
    )
    claims.approve(
        list(clean.values_list("pk", flat=True)),
        practice=practice,
        month=month,
        by=house.people["dana"],
        now=at,
    )


def _morning_after(practice: Practice, month: dt.date, now: dt.datetime) -> dt.datetime:
    """The second of the next month, ten o'clock, unless that is still to come."""
    day = calendar.shift_month(month, 1).replace(day=2)
    at = dt.datetime.combine(day, dt.time(10), tzinfo=ZoneInfo(practice.timezone))
    return min(at.astimezone(dt.UTC), now)


def _later(at: dt.datetime, now: dt.datetime) -> dt.datetime:
    return min(at + dt.timedelta(hours=1), now)
