"""From where on the weekly audit of the log speaks up.  Pure; the clinic's numbers are settings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings

from registry.vocabulary import Activity

_CALL = dt.timedelta(minutes=45)
_DESK = dt.timedelta(minutes=20)
_SESSION = dt.timedelta(minutes=60)

#: How long a timer of each activity may run before it is asked about.
ACTIVITY_LIMITS: Mapping[str, dt.timedelta] = {
    Activity.PATIENT_CONTACT: _CALL,
    Activity.OUTREACH_ATTEMPT: _CALL,
    Activity.BRIEF_INTERVENTION: _SESSION,
    Activity.PSYCHOTHERAPY: _SESSION,
    Activity.CRISIS: dt.timedelta(minutes=120),
    Activity.MEASUREMENT: _DESK,
    Activity.CARE_PLANNING: _DESK,
    Activity.CARE_COORDINATION: _DESK,
    Activity.CHART_REVIEW: _DESK,
    Activity.CASE_REVIEW: _DESK,
    Activity.CLERICAL: _DESK,
}


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What is past a limit is found; what just reaches it is not, except whole days."""

    late: dt.timedelta = dt.timedelta(hours=24)
    long_entry: dt.timedelta = dt.timedelta(hours=2)
    left_running: dt.timedelta = dt.timedelta(hours=4)
    night_from: int = 22
    night_to: int = 6
    #: Days without contact from which on a patient is found.
    no_contact_days: int = 14
    #: Days since the last score from which on another is due.
    measure_days: int = 28
    #: A month this young has had no time for every review yet.
    review_grace_days: int = 7
    near_minutes: int = 10


def current() -> Limits:
    """The limits of this installation."""
    return Limits(
        late=dt.timedelta(hours=settings.LOG_AUDIT_LATE_HOURS),
        long_entry=dt.timedelta(minutes=settings.LOG_AUDIT_LONG_MINUTES),
        no_contact_days=settings.LOG_AUDIT_NO_CONTACT_DAYS,
    )
