"""Charts that could not be decided: a row in the review queue each, and nothing personal in it."""

from __future__ import annotations

import datetime as dt
import logging
import traceback
from collections.abc import Collection, Mapping
from pathlib import Path

from billing.models import TrueUpFailure, TrueUpRun
from billing.selectors.policies import UnreadablePolicy

logger = logging.getLogger(__name__)


def settle(patient_ids: Collection[int], month: dt.date, *, now: dt.datetime) -> None:
    """Earlier failures of these charts are over: they are being decided again."""
    failures = TrueUpFailure.objects.filter(patient__in=patient_ids, month=month, settled_at=None)
    failures.update(settled_at=now)


def keep(run: TrueUpRun, errors: Mapping[int, Exception], *, now: dt.datetime) -> None:
    """Keep what went wrong with each patient's chart."""
    for patient_id, error in errors.items():
        logger.error("run %s: patient %s: %s", run.pk, patient_id, words(error))
    TrueUpFailure.objects.bulk_create(
        TrueUpFailure(
            run=run, patient_id=patient_id, month=run.month, message=words(error), failed_at=now
        )
        for patient_id, error in errors.items()
    )


def words(error: Exception) -> str:
    """What went wrong, without what it went wrong with: an error's own text may hold a name."""
    if isinstance(error, UnreadablePolicy):
        return str(error)[:300]
    where = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(where[-1].filename).name}, line {where[-1].lineno}" if where else ""
    return (
        f"This chart could not be decided ({type(error).__name__}{place}). Its claim was left as "
        "it was; every other chart was decided."
    )
