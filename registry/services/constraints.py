"""The database has the last word: its refusals, said as sentences."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from registry.errors import refuse


@contextmanager
def refusing(constraint: str, field: str, sentence: str) -> Iterator[None]:
    """Where a row breaks `constraint`, refuse `field`; whatever else is wrong stays an error."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        broken = getattr(getattr(error.__cause__, "diag", None), "constraint_name", "")
        if broken != constraint:
            raise
        raise refuse(field, sentence) from error
