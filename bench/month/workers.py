"""The two processes that work on chunks, as two Celery workers would, without the queue."""

from __future__ import annotations

import resource
from collections.abc import Sequence

from month.data import MONTH, NOW


def begin() -> None:
    """What a worker has done long before the month ends: the settings, a connection, the rules."""
    import django

    django.setup()
    from django.db import connection

    from billing.rules import codes, presets, sources

    connection.ensure_connection()
    for book in (codes.book, codes.sets, presets.book, sources.book):
        book()


def work(chunk_id: int) -> None:
    from billing.services import true_up

    true_up.work(chunk_id, now=NOW)


def keep_standings(patient_ids: Sequence[int]) -> None:
    """The month's totals and standing, as the time log has kept them all along."""
    from django.db import connection
    from psycopg.types.json import Jsonb

    from billing.services import standing
    from registry import calendar

    bounds = calendar.month_bounds(MONTH, "America/New_York")
    columns = (
        "practice_id, patient_id, month, starts_at, ends_at, worked_seconds, confirmed_seconds, "
        "review_seconds, counted_seconds, standing, standing_at, close_reason, reopen_reason"
    )
    with connection.cursor() as cursor:
        statement = f"COPY registry_servicemonth ({columns}) FROM STDIN"
        standings = standing.decide(patient_ids, MONTH)
        with cursor.copy(statement) as copy:
            for patient_id, found in standings.items():
                worked, counted = found["worked_seconds"], found["counted_seconds"]
                row = (1, patient_id, MONTH, *bounds, worked, worked, 0, counted, Jsonb(found))
                copy.write_row((*row, NOW, "", ""))


def peak_megabytes(_: int = 0) -> tuple[int, float]:
    """This process's id and the most memory that it ever held."""
    import os

    return os.getpid(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
