"""Whose months a policy's test decides, and how their charts are named on its page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from billing.models import PayerPolicy
from billing.selectors import chart_rows, month_facts
from registry import calendar
from registry.models import Patient, Payer, Practice, User
from registry.selectors import patients


def concerned(payer: Payer, timezone: str, month: dt.date) -> list[int]:
    """Patients whose month has to be decided, and whose claim for it would go to this payer."""
    everybody = month_facts.concerned(payer.practice_id, timezone, month)
    return chart_rows.paid_by(payer.pk, everybody, (month, calendar.last_day(month)))


def named(user: User, practice: Practice, patient_ids: Collection[int]) -> dict[int, Patient]:
    """The patients by id, for a person who has a role in the practice."""
    found = patients.visible_to(user).filter(practice=practice, pk__in=patient_ids)
    return {patient.pk: patient for patient in found}


def draft(policy_id: int) -> PayerPolicy | None:
    """A draft that was tested, for the job that notes it; None where it is none any more."""
    return PayerPolicy.objects.filter(pk=policy_id, approved_at=None).first()


def who_asked(user_id: int) -> User:
    """The person that a test was made for, for the job that notes it."""
    return User.objects.get(pk=user_id)


@contextmanager
def reading_only() -> Iterator[None]:
    """A transaction in which the database itself refuses every write."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION READ ONLY")
        yield
