from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import pghistory
from django.db import models
from django.db.models import F, Q

M = TypeVar("M", bound=models.Model)


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


def history(*, by_row_only: bool = False, **options: Any) -> Callable[[type[M]], type[M]]:
    """Keep every version of a row, written by the database itself, with who and why.

    `by_row_only`: nobody looks for versions but by their row, so its other keys have no index.
    """

    def keep(model: type[M]) -> type[M]:
        events = pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent()
        attrs: dict[str, Any] | None = _without_index(model) if by_row_only else None
        return pghistory.track(*events, attrs=attrs, **options)(model)

    return keep


def _without_index(model: type[models.Model]) -> dict[str, models.ForeignKey[Any, Any]]:
    """The model's foreign keys as pghistory keeps them, but for the index."""
    return {
        field.name: models.ForeignKey(
            field.remote_field.model,
            models.DO_NOTHING,
            null=field.null,
            blank=field.blank,
            db_constraint=False,
            db_index=False,
            related_name="+",
            related_query_name="+",
        )
        for field in model._meta.local_fields
        if isinstance(field, models.ForeignKey)
    }
