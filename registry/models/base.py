from __future__ import annotations

from typing import Any

import pghistory
from django.db import models
from django.db.models import F, Q


def paired(at: str, by: str, name: str) -> models.CheckConstraint:
    """When something was done and who did it are known together, or not at all."""
    both = Q(**{f"{at}__isnull": False, f"{by}__isnull": False})
    neither = Q(**{f"{at}__isnull": True, f"{by}__isnull": True})
    return models.CheckConstraint(condition=both | neither, name=name)


def in_order(first: str, second: str, name: str) -> models.CheckConstraint:
    """`second` is empty, or not before `first`."""
    return models.CheckConstraint(
        condition=Q(**{f"{second}__isnull": True}) | Q(**{f"{second}__gte": F(first)}), name=name
    )


def first_of_month(field: str, name: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(**{f"{field}__day": 1}), name=name)


def history(**options: Any):
    """Keep every version of a row, written by the database itself, with who and why."""
    return pghistory.track(
        pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), **options
    )
