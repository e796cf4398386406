"""A practice's consents as one list: in force, awaiting a second person, due again, revoked; and
who is in care without one."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from registry import calendar
from registry.models import Consent, Episode, Membership, Practice, User
from registry.selectors import consents

#: What the list can be narrowed to, in the order of its tabs.
SHOWN = ("in_force", "agree", "due", "revoked", "missing")
#: So many days before its day a consent stands among those that are due again.
SOON = 30


def rows(user: User, practice: Practice, *, show: str, now: dt.datetime) -> QuerySet[Any]:
    """Consents; for `missing` the open episodes of patients who have none in force."""
    if show == "missing":
        return without(user, practice, now)
    found = _all(user, practice).filter(_narrowings(practice, now)[show])
    people = ("patient", "taken_by", "recorded_by", "agreed_by", "revoked_by")
    order = "-revoked_at" if show == "revoked" else "given_at"
    return found.select_related(*people).order_by(order, "pk")


def counts(user: User, practice: Practice, now: dt.datetime) -> dict[str, int]:
    """How many each narrowing shows, in two queries."""
    parts = {name: Count("pk", filter=q) for name, q in _narrowings(practice, now).items()}
    found = _all(user, practice).aggregate(**parts)
    return found | {"missing": without(user, practice, now).count()}


def _all(user: User, practice: Practice) -> QuerySet[Consent]:
    member = Membership.objects.filter(user=user, practice=practice)
    return Consent.objects.filter(Exists(member), patient__practice=practice)


def _narrowings(practice: Practice, now: dt.datetime) -> dict[str, Q]:
    return {
        "in_force": consents.standing(now),
        "agree": ~Q(late_reason="") & Q(agreed_at=None, revoked_at=None),
        "due": due(practice, now, days=SOON),
        "revoked": Q(revoked_at__lte=now),
    }


def due(practice: Practice, now: dt.datetime, *, days: int = 0) -> Q:
    """Consents of patients in care that are due to be confirmed again within `days`.

    Only a patient's latest that stands: asking again is a further consent.
    """
    if not practice.consent_months:
        return Q(pk=None)
    today = calendar.local_date(now, practice.timezone) + dt.timedelta(days=days)
    since = _months_before(today, practice.consent_months)
    before = calendar.day_start(since + dt.timedelta(days=1), practice.timezone)
    later = Consent.objects.filter(
        consents.standing(now), patient=OuterRef("patient"), given_at__gt=OuterRef("given_at")
    )
    in_care = Episode.objects.filter(patient=OuterRef("patient"), ended_on=None)
    return consents.standing(now) & Q(given_at__lt=before) & Exists(in_care) & ~Exists(later)


def due_on(consent: Consent, practice: Practice) -> dt.date | None:
    """The day on which a consent is to be confirmed again; None where the practice does not."""
    if not practice.consent_months:
        return None
    given = calendar.local_date(consent.given_at, practice.timezone)
    month = calendar.shift_month(calendar.month_of(given), practice.consent_months)
    return min(month + dt.timedelta(days=given.day - 1), calendar.last_day(month))


def _months_before(day: dt.date, months: int) -> dt.date:
    """The last day whose consent is due by `day`."""
    month = calendar.shift_month(calendar.month_of(day), -months)
    if day == calendar.last_day(calendar.month_of(day)):
        return calendar.last_day(month)
    return min(month + dt.timedelta(days=day.day - 1), calendar.last_day(month))


def without(user: User, practice: Practice, now: dt.datetime) -> QuerySet[Episode]:
    """Open episodes of patients of whom no consent is in force."""
    member = Membership.objects.filter(user=user, practice=practice)
    given = Consent.objects.filter(consents.standing(now), patient=OuterRef("patient"))
    found = Episode.objects.filter(
        Exists(member), ~Exists(given), patient__practice=practice, ended_on=None
    )
    return found.select_related("patient", "care_manager").order_by(
        "patient__last_name", "patient__first_name", "pk"
    )
