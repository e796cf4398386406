"""Scores and safety flags, read; each for somebody."""

from __future__ import annotations

from django.db.models import QuerySet

from registry.models import Measure, Patient, Practice, SafetyFlag, User


def get(user: User, practice: Practice, measure_id: int) -> Measure:
    """One score.  Measure.DoesNotExist where it is another practice's, or nobody's."""
    rows = Measure.objects.filter(patient__practice__memberships__user=user).distinct()
    rows = rows.select_related("patient__practice", "recorded_by", "voided_by")
    return rows.get(patient__practice=practice, pk=measure_id)


def of(patient: Patient) -> QuerySet[Measure]:
    """All of a patient's scores, void ones too, the newest first."""
    rows = Measure.objects.filter(patient=patient).select_related("recorded_by", "voided_by")
    return rows.order_by("-scored_on", "-recorded_at")


def flags(user: User, practice: Practice) -> QuerySet[SafetyFlag]:
    """A practice's safety flags, the newest first; none for somebody without a role there."""
    rows = SafetyFlag.objects.filter(patient__practice__memberships__user=user).distinct()
    rows = rows.filter(patient__practice=practice).order_by("-raised_at")
    return rows.select_related("patient__practice", "measure", "acknowledged_by")


def open_flags(user: User, practice: Practice) -> QuerySet[SafetyFlag]:
    """Those that wait for a clinician; `.count()` is the number beside the navigation."""
    return flags(user, practice).filter(acknowledged_at=None)


def get_flag(user: User, practice: Practice, flag_id: int) -> SafetyFlag:
    """One flag.  SafetyFlag.DoesNotExist where it is another practice's, or nobody's."""
    return flags(user, practice).get(pk=flag_id)
