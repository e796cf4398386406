"""Statements that every press of the clock asks, written once and planned once a connection.

The ORM puts a statement together anew at each call, and PostgreSQL plans it anew; for the few that
a start, a stop, or any page's door asks, that was most of what they cost.  Here the text stands
ready, the server keeps its plan and binds the parameters itself.  The rows become the same models
as elsewhere, by columns that are read from the models, so that no column is named twice.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

import pghistory
import psycopg
from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.backends.utils import CursorDebugWrapper, CursorWrapper

M = TypeVar("M", bound=models.Model)
Row = tuple[Any, ...]


_here = threading.local()

#: What pghistory puts before a statement of the ORM's, for the triggers that keep history: who, and
#: by which address.  Two statements cannot be one plan, so a kept one says it in its own end, which
#: PostgreSQL comes to before those triggers.
_REMEMBERED = """set_config('pghistory.context_id', %(history_id)s, true),
    set_config('pghistory.context_metadata', %(history_said)s, true)"""


class _Planned(psycopg.Cursor[Row]):
    """Binds at the server, and has the statement planned once for the connection's whole life."""

    name = "kept"  # pghistory leaves a cursor alone that has a name

    def execute(self, query: Any, params: Any = None, **options: Any) -> _Planned:
        return super().execute(query, params, prepare=True, **options)


class _Logged(CursorDebugWrapper):
    """Logs the statement as it stands: psycopg does not tell a prepared one with its parameters."""

    def execute(self, sql: Any, params: Any = None) -> None:
        with self.debug_sql(sql, params):
            CursorWrapper.execute(self, sql, params)


def fetch(statement: str, given: Mapping[str, Any]) -> list[Row]:
    """The rows of a kept statement.  Its parameters are named, as `%(worker)s`."""
    cursor = _cursor()
    cursor.execute(statement, given)
    return cursor.fetchall()


def remembered(statement: str) -> str:
    """A statement for `write`.  It ends in what it returns."""
    return f"{statement}, {_REMEMBERED}"


def write(statement: str, given: Mapping[str, Any]) -> list[Row]:
    """What a `remembered` statement returns; its changes go into history with who made them."""
    with pghistory.context() as context:
        said = json.dumps(context.metadata, cls=pghistory.config.json_encoder())
        history = {"history_id": str(context.id), "history_said": said}
        return [row[:-2] for row in fetch(statement, {**given, **history})]


def insert(row: models.Model) -> bool:
    """Write a new row, as its `save` would, if no other is in its way; returns whether."""
    given = {name: getattr(row, name) for name in _written(type(row))}
    for (key,) in write(_insertion(type(row)), given):
        row.pk, row._state.adding, row._state.db = key, False, DEFAULT_DB_ALIAS
    return row.pk is not None


def change(row: models.Model, values: Mapping[str, Any], *, guard: Sequence[str]) -> bool:
    """Write some fields of a row, if those of `guard` still are in the table as they were read.

    Returns whether they were; the row then has the values too.
    """
    given = {f"was_{name}": getattr(row, name) for name in guard}
    for name, value in values.items():
        given[name] = value.pk if isinstance(value, models.Model) else value
    if not write(_changing(type(row), tuple(values), tuple(guard)), {**given, "pk": row.pk}):
        return False
    for name, value in values.items():
        setattr(row, name, value)
    return True


@cache
def _written(model: type[models.Model]) -> list[str]:
    """Attributes of a row that are written: not its key, nor what the database works out."""
    fields = model._meta.concrete_fields
    return [each.attname for each in fields if not each.primary_key and not each.generated]


@cache
def _insertion(model: type[models.Model]) -> str:
    names = _written(model)
    values = ", ".join(f"%({name})s" for name in names)
    return remembered(f"""
        INSERT INTO {model._meta.db_table} ({", ".join(names)}) VALUES ({values})
        ON CONFLICT DO NOTHING RETURNING {model._meta.pk.column}
    """)  # noqa: S608  put together from the model's names, nothing from outside


@cache
def _changing(model: type[models.Model], names: Sequence[str], guard: Sequence[str]) -> str:
    columns = {field.name: field.column for field in model._meta.concrete_fields}
    sets = ", ".join(f"{columns[name]} = %({name})s" for name in names)
    still = [f"AND {columns[name]} IS NOT DISTINCT FROM %(was_{name})s" for name in guard]
    key = model._meta.pk.column
    return remembered(f"""
        UPDATE {model._meta.db_table} SET {sets} WHERE {key} = %(pk)s {" ".join(still)}
        RETURNING {key}
    """)  # noqa: S608  put together from the model's names, nothing from outside


def _cursor() -> CursorWrapper:
    """A cursor of Django's connection, with all that Django and history hang on to it."""
    database = connections[DEFAULT_DB_ALIAS]
    database.close_if_health_check_failed()
    database.ensure_connection()
    wrapper = _Logged if database.queries_logged else CursorWrapper
    return wrapper(_planned(database.connection), database)


def _planned(connection: psycopg.Connection[Any]) -> _Planned:
    """The thread's one cursor: what it has learned of the columns serves the next statement."""
    kept: _Planned | None = getattr(_here, "cursor", None)
    if kept is None or kept.connection is not connection:
        kept = _here.cursor = _Planned(connection)
    return kept


def columns(model: type[models.Model], alias: str) -> str:
    """All columns of a model's table, which the statement calls `alias`, in the model's order."""
    return ", ".join(f"{alias}.{field.column}" for field in model._meta.concrete_fields)


class Reader:
    """Takes a row apart: one model after another, as `columns` has named them."""

    def __init__(self, row: Row) -> None:
        self.rest: Sequence[Any] = row

    def one(self, model: type[M]) -> M:
        names, converters = _shape(model)
        values, self.rest = list(self.rest[: len(names)]), self.rest[len(names) :]
        for index, convert in converters:
            values[index] = convert(values[index], None, connections[DEFAULT_DB_ALIAS])
        return model.from_db(DEFAULT_DB_ALIAS, names, values)

    def perhaps(self, model: type[M]) -> M | None:
        """The same for a table that was joined from outside: None where it had no row."""
        found = self.one(model)
        return found if found.pk is not None else None


@cache
def _shape(model: type[models.Model]) -> tuple[list[str], list[tuple[int, Any]]]:
    fields = model._meta.concrete_fields
    converters = [
        (index, field.from_db_value)
        for index, field in enumerate(fields)
        if hasattr(field, "from_db_value")
    ]
    return [field.attname for field in fields], converters
