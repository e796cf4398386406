"""Statements that every press of the clock asks, written once and planned once a connection.

The ORM puts a statement together anew at each call, and PostgreSQL plans it anew; for the few that
a start, a stop, or any page's door asks, that was most of what they cost.  Here the text stands
ready, the server keeps its plan and binds the parameters itself.  The rows become the same models
as elsewhere, by columns that are read from the models, so that no column is named twice.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, TypeVar

import pghistory
import psycopg
from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.backends.utils import CursorDebugWrapper, CursorWrapper
from django.db.models.base import ModelState

M = TypeVar("M", bound=models.Model)
Row = tuple[Any, ...]


_here = threading.local()

#: So many statements are kept ready in a process; there are fewer.
STATEMENTS = 1024
_PARAMETER = re.compile(r"%(?:\((?P<name>\w+)\)s|%)")

#: What pghistory puts before a statement of the ORM's, for the triggers that keep history: who, and
#: by which address.  Two statements cannot be one plan, so a kept one says it in its own end, which
#: PostgreSQL comes to before those triggers.
_REMEMBERED = """set_config('pghistory.context_id', %(history_id)s, true),
    set_config('pghistory.context_metadata', %(history_said)s, true)"""


class _Planned(psycopg.RawCursor[Row]):
    """Binds at the server, and has the statement planned once for the connection's whole life."""

    name = "kept"  # pghistory leaves a cursor alone that has a name

    def execute(self, query: Any, params: Any = None, **options: Any) -> _Planned:
        text, names = _numbered(query)
        given = [params[name] for name in names]
        return super().execute(text, given, prepare=True, **options)


@lru_cache(maxsize=STATEMENTS)
def _numbered(statement: str) -> tuple[bytes, Sequence[str]]:
    """The statement as PostgreSQL takes it, `$1` for a parameter, and the parameters' names.

    psycopg does the same, but for a long statement anew at each call.
    """
    names: list[str] = []

    def number(found: re.Match[str]) -> str:
        name = found["name"]
        if name is None:
            return "%"
        if name not in names:
            names.append(name)
        return f"${names.index(name) + 1}"

    return _PARAMETER.sub(number, statement).encode(), names


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
    if not write(_change(type(row), tuple(values), tuple(guard)), changed(row, values, guard)):
        return False
    take(row, values)
    return True


def changed(row: models.Model, values: Mapping[str, Any], guard: Sequence[str]) -> dict[str, Any]:
    """The parameters of `changing` for a row."""
    given = {f"was_{name}": getattr(row, name) for name in guard} | {"pk": row.pk}
    for name, value in values.items():
        given[name] = value.pk if isinstance(value, models.Model) else value
    return given


def take(row: models.Model, values: Mapping[str, Any]) -> None:
    """The row has the values that were written."""
    for name, value in values.items():
        setattr(row, name, value)


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
def _change(model: type[models.Model], names: Sequence[str], guard: Sequence[str]) -> str:
    return remembered(f"{changing(model, names, guard)} RETURNING {model._meta.pk.column}")


def changing(model: type[models.Model], names: Sequence[str], guard: Sequence[str]) -> str:
    """An UPDATE of one row's fields, up to its conditions: those of `guard` are as they were."""
    columns = {field.name: field.column for field in model._meta.concrete_fields}
    sets = ", ".join(f"{columns[name]} = %({name})s" for name in names)
    still = [f"AND {columns[name]} IS NOT DISTINCT FROM %(was_{name})s" for name in guard]
    return f"""
        UPDATE {model._meta.db_table} SET {sets}
        WHERE {model._meta.pk.column} = %(pk)s {" ".join(still)}
    """  # noqa: S608  put together from the model's names, nothing from outside


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


def columns(model: type[models.Model], alias: str, *, without: Sequence[str] = ()) -> str:
    """The columns of a model's table, which the statement calls `alias`, in the model's order.

    `without` leaves some out, which nobody asks the row for; asked after all, they are read then.
    """
    fields = (field for field in model._meta.concrete_fields if field.name not in without)
    return ", ".join(f"{alias}.{field.column}" for field in fields)


class Reader:
    """Takes a row apart: one model after another, as `columns` has named them."""

    def __init__(self, row: Row) -> None:
        self.rest: Sequence[Any] = row

    def one(self, model: type[M], *, without: tuple[str, ...] = ()) -> M:
        """A row as the ORM would have read it; what making a new one does besides is not done."""
        names, _, converters = _shape(model, without)
        row = model.__new__(model)
        row._state = ModelState()
        row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS
        row.__dict__.update(zip(names, self.rest, strict=False))
        for name, convert in converters:
            row.__dict__[name] = convert(row.__dict__[name], None, connections[DEFAULT_DB_ALIAS])
        self.rest = self.rest[len(names) :]
        return row

    def perhaps(self, model: type[M], *, without: tuple[str, ...] = ()) -> M | None:
        """The same for a table that was joined from outside: None where it had no row."""
        names, key, _ = _shape(model, without)
        if self.rest[key] is not None:
            return self.one(model, without=without)
        self.rest = self.rest[len(names) :]
        return None


@cache
def _shape(
    model: type[models.Model], without: tuple[str, ...]
) -> tuple[list[str], int, list[tuple[str, Any]]]:
    """Attributes in the order of `columns`, which of them is the key, and what has to be read."""
    fields = [field for field in model._meta.concrete_fields if field.name not in without]
    converters = [
        (field.attname, field.from_db_value) for field in fields if hasattr(field, "from_db_value")
    ]
    names = [field.attname for field in fields]
    return names, names.index(str(model._meta.pk.attname)), converters
