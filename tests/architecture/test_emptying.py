"""What a test commits is gone after it, and the database works on as before."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection

from registry.models import Patient, Practice
from tests import emptying

pytestmark = pytest.mark.django_db(transaction=True)


def filled():
    tables = set(connection.introspection.django_table_names(only_existing=True)) - emptying.KEPT
    with connection.cursor() as cursor:
        for table in sorted(tables):
            cursor.execute(f'SELECT 1 FROM "{table}" LIMIT 1')
            if cursor.fetchone():
                yield table


def test_no_row_is_left(enrolled):
    assert {"registry_patient", "registry_patientevent"} <= set(filled())
    emptying.empty()
    assert list(filled()) == []


def test_triggers_and_foreign_keys_work_afterwards(make, northside, elm_street):
    emptying.empty()
    for row in (northside, elm_street):
        row.save(force_insert=True)
    make.by.save(force_insert=True)
    patient = make.patient(elm_street)
    assert Patient.pgh_event_model.objects.filter(pgh_obj_id=patient.pk).count() == 1
    with pytest.raises(IntegrityError):
        Practice.objects.filter(pk=elm_street.pk).update(organization_id=0)
