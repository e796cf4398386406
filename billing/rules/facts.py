"""Everything the rules may know of one patient's month.

Instants are whole seconds since 1970-01-01T00:00:00Z. Dates are the practice's local dates.
Words (roles, activities, ...) are those of :mod:`billing.rules.words`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from billing.rules import words
from billing.rules.month import Month
from billing.rules.policy import Policy

_ROLES = frozenset(words.ROLES)
_ACTIVITIES = frozenset(words.ACTIVITIES)
_STATUSES = frozenset(words.STATUSES)


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """Time that one person worked for the patient, ``[start, end)``.

    ``billed_as`` is the code of a separate service that these minutes are billed under, if any.
    """

    id: str
    start: int
    end: int
    worker: str
    role: str
    activity: str
    status: str
    billed_as: str | None = None

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"entry {self.id} ends before it starts")
        if (
            self.role not in _ROLES
            or self.activity not in _ACTIVITIES
            or self.status not in _STATUSES
        ):
            raise ValueError(f"entry {self.id} has an unknown role, activity or status")


@dataclass(frozen=True, kw_only=True, slots=True)
class Consent:
    """A consent, in force from ``given_at`` up to, not including, ``revoked_at``."""

    method: str
    given_at: int
    revoked_at: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Episode:
    """The current episode of care.

    ``prior_service_months`` are months before this one with any collaborative-care service, in
    this or an earlier episode. ``unbilled_initial``: no month of this episode before this one has
    earned a claim.
    """

    started_on: date
    ended_on: date | None = None
    prior_service_months: tuple[Month, ...] = ()
    unbilled_initial: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Review:
    """A psychiatric consultant's recommendation, documented for this patient."""

    on: date
    consultant: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Measure:
    """A validated scale that was scored."""

    instrument: str
    on: date


@dataclass(frozen=True, kw_only=True, slots=True)
class OutsideTherapy:
    """Therapy outside the team; whether a note says that care does not duplicate it."""

    same_condition: bool
    non_duplication_note: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class OtherService:
    """A service billed, or to be billed, apart from this claim."""

    code: str
    on: date
    practitioner: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Stay:
    """Inpatient or observation days, both ends included."""

    first: date
    last: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Authorization:
    """Days that the payer has authorized, both ends included."""

    first: date
    last: date


@dataclass(frozen=True, kw_only=True, slots=True)
class MonthFacts:
    """One patient's calendar month in the practice's time zone (``timezone``, an IANA name)."""

    id: str
    month: Month
    timezone: str
    program: str
    policy: Policy
    episode: Episode
    consents: tuple[Consent, ...]
    initiating_visit_on: date | None
    care_manager: str
    treating_practitioner: str
    diagnoses: tuple[str, ...]
    time: tuple[Entry, ...]
    reviews: tuple[Review, ...] = ()
    caseload_meetings: tuple[date, ...] = ()
    measures: tuple[Measure, ...] = ()
    outside_therapy: OutsideTherapy | None = None
    other_services: tuple[OtherService, ...] = ()
    stays: tuple[Stay, ...] = ()
    authorizations: tuple[Authorization, ...] = ()
