"""What was asked of whom, and where it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import JSONArray, JSONObject

from registry.models import Errand, Practice, ServiceMonth, User


def visible_to(user: User, practice: Practice) -> QuerySet[Errand]:
    """A practice's errands, for a person who has a role in it."""
    mine = Practice.objects.filter(memberships__user=user)
    rows = Errand.objects.filter(patient__practice=practice, patient__practice__in=mine)
    return rows.select_related("patient", "episode", "asked_of", "asked_by", "answered_by")


def get(user: User, practice: Practice, errand_id: int) -> Errand:
    """One errand.  Errand.DoesNotExist where it is another practice's, or nobody's."""
    return visible_to(user, practice).get(pk=errand_id)


def waiting_for(user: User, practice: Practice) -> QuerySet[Errand]:
    """Those asked of this person whose rule still stands against the month, the oldest first."""
    stands = ServiceMonth.objects.filter(
        patient=OuterRef("patient"),
        month=OuterRef("month"),
        standing__reasons__contains=JSONArray(JSONObject(rule=OuterRef("rule"))),
    )
    rows = visible_to(user, practice).filter(
        Exists(stands), asked_of=user, answered_at=None, withdrawn_at=None
    )
    return rows.order_by("asked_at", "pk")


def of_month(
    practice: Practice, patient_ids: Collection[int], month: dt.date
) -> dict[tuple[int, str], Errand]:
    """The latest of each cause that was not taken back, by patient and rule; one query."""
    rows = Errand.objects.filter(
        patient__practice=practice, patient__in=patient_ids, month=month, withdrawn_at=None
    )
    found = rows.select_related("asked_of", "answered_by").order_by("asked_at", "pk")
    return {(errand.patient_id, errand.rule): errand for errand in found}
