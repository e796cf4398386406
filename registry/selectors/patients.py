"""Patients, always for somebody."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q, QuerySet

from registry.models import Patient, Practice, User


def visible_to(user: User) -> QuerySet[Patient]:
    """Patients of the practices in which the user has a role."""
    return Patient.objects.filter(practice__memberships__user=user).distinct()


def of_practice(user: User, practice: Practice) -> QuerySet[Patient]:
    """Patients of one practice, by name; none for somebody without a role there."""
    found = visible_to(user).filter(practice=practice)
    return found.order_by("last_name", "first_name", "pk")


def get(user: User, practice: Practice, patient_id: int) -> Patient:
    """One patient.  Patient.DoesNotExist where it is another practice's, or nobody's."""
    return visible_to(user).select_related("practice").get(practice=practice, pk=patient_id)


def search(patients: QuerySet[Patient], text: str) -> QuerySet[Patient]:
    """Those whose name or record number has every word of `text` in it."""
    for word in text.split():
        patients = patients.filter(
            Q(first_name__icontains=word)
            | Q(last_name__icontains=word)
            | Q(record_number__icontains=word)
        )
    return patients


def look_alikes(
    user: User, practice: Practice, *, first_name: str, last_name: str, birth_date: dt.date
) -> list[Patient]:
    """Patients of the practice with this name, capitals or not, and this date of birth."""
    same = of_practice(user, practice).filter(
        first_name__iexact=first_name, last_name__iexact=last_name, birth_date=birth_date
    )
    return list(same[:10])


def age(patient: Patient, today: dt.date) -> int:
    """Whole years on `today`, or on the day of death."""
    born, end = patient.birth_date, min(today, patient.died_on or today)
    return end.year - born.year - ((end.month, end.day) < (born.month, born.day))
