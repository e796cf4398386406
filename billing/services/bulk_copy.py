"""Writing many rows at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import connection


def rows(table: str, columns: Mapping[str, str], values: Iterable[Sequence[Any]]) -> None:
    """COPY rows in binary: what a bulk insert through the ORM does, at a tenth of its cost.

    `columns` are names with their PostgreSQL types, in the order of the values.
    """
    statement = f"COPY {table} ({', '.join(columns)}) FROM STDIN (FORMAT BINARY)"
    errors = connection.wrap_database_errors
    with connection.cursor() as cursor, errors, cursor.copy(statement) as copy:
        copy.set_types(list(columns.values()))
        for row in values:
            copy.write_row(row)
