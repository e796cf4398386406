"""Which months' kept standing is no longer what the rules would say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from django.db import connection

_BASES = """
    SELECT patient_id, standing ->> 'basis' FROM registry_servicemonth
    WHERE patient_id = ANY(%s) AND month = %s
"""


def drifted(marks: Mapping[int, str | None], month: dt.date) -> list[int]:
    """Patients whose standing rests on something else than these marks, or is not kept at all.

    The mark of a patient who has no episode in the month, and so no standing, is None.
    """
    with connection.cursor() as cursor:
        cursor.execute(_BASES, [list(marks), month])
        kept = dict(cursor.fetchall())
    return [
        patient_id
        for patient_id, mark in marks.items()
        if patient_id not in kept or kept[patient_id] != mark
    ]
