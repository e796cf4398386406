"""What an episode treats: ICD-10-CM codes, the principal one first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from registry import icd10
from registry.models import Diagnosis, Episode, User

#: A claim carries no more (005010X222A1, loop 2300 HI).
MOST = 12


def problem(texts: Sequence[str]) -> str | None:
    """Why these codes cannot stand, and what to do; None if they can."""
    if not texts:
        return "The diagnosis is missing. Enter at least one ICD-10-CM code."
    if len(texts) > MOST:
        return f"A claim carries no more than {MOST} diagnoses. Remove some."
    if len({icd10.written(text) for text in texts}) < len(texts):
        return "One code is there twice. Remove it once."
    return next((said for text in texts if (said := _code_problem(text))), None)


def _code_problem(text: str) -> str | None:
    code = icd10.find(text)
    if code is None:
        return f"“{text.strip()[:40]}” is no ICD-10-CM code. Look it up by words and pick one."
    if not code.billable:
        return (
            f"{code.code} ({code.description}) only heads more specific codes and cannot be "
            "billed. Choose one of those below it."
        )
    return None


def replace(episode: Episode, texts: Sequence[str], *, by: User, now: dt.datetime) -> None:
    """Make these the episode's diagnoses, in this order.  Those no longer named are kept as
    removed.  The codes have passed `problem`."""
    standing = {row.code: row for row in episode.diagnoses.filter(removed_at=None)}
    codes = [code for text in texts if (code := icd10.find(text))]
    for row in standing.values():
        if row.code not in {code.code for code in codes}:
            row.removed_at, row.removed_by = now, by
            row.save(update_fields=["removed_at", "removed_by"])
    for rank, code in enumerate(codes, start=1):
        _put(episode, code, rank, standing.get(code.code), by=by, now=now)


def _put(
    episode: Episode,
    code: icd10.Code,
    rank: int,
    row: Diagnosis | None,
    *,
    by: User,
    now: dt.datetime,
) -> None:
    if row is None:
        episode.diagnoses.create(
            code=code.code, label=code.description, rank=rank, recorded_at=now, recorded_by=by
        )
    elif row.rank != rank:
        row.rank = rank
        row.save(update_fields=["rank"])
