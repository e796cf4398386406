"""Queries that are put together once in a process, and from then on only asked.

Django puts a query of many joins together for each answer anew; that takes it several times as
long as PostgreSQL takes to run it.  A kept query is put together by Django too, from the same
conditions as others, but once; its text is `kept_sql`'s from then on.  It says by name what it
varies with:

    @kept.query
    def _of_worker() -> QuerySet[Any, Any]:
        return TimeEntry.objects.filter(worker=kept.number("worker")).values_list("pk", "note")

    _of_worker().rows(worker=user.pk)

Its rows are tuples with names, `patient__last_name` as `patient_last_name`.  What changes the
query itself, not only a value in it, is an argument of the function: each shape is kept apart.
"""

from __future__ import annotations

import functools
import re
from collections import namedtuple
from collections.abc import Callable, Hashable, Sequence
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import BigIntegerField, CharField, DateField, DateTimeField, F, Field, Lookup
from django.db.models.expressions import Expression
from django.db.models.query import QuerySet
from psycopg import sql

from registry import kept_sql

#: So many shapes of one query are kept, the latest asked for.
SHAPES = 256


class Given(Expression):
    """Stands in a query for the value that it will be asked with under this name."""

    def __init__(self, name: str, output_field: Field[Any, Any]) -> None:
        super().__init__(output_field=output_field)
        self.name = name

    @property
    def kind(self) -> str:
        """The value's type in the database."""
        return str(self.output_field.db_type(connection))

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        return "%s", [self]

    def get_group_by_cols(self) -> list[Any]:
        return []


def number(name: str) -> Given:
    return Given(name, BigIntegerField())


def text(name: str) -> Given:
    return Given(name, CharField())


def day(name: str) -> Given:
    return Given(name, DateField())


def moment(name: str) -> Given:
    return Given(name, DateTimeField())


class _AnyOf(Lookup):  # type: ignore[type-arg]
    """`IN`, with the whole list as one value."""

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        left, params = self.process_lhs(compiler, connection)
        return f"{left} = ANY(%s)", [*params, self.rhs]


def among(field: str, name: str) -> _AnyOf:
    """Where a field is one of a list of numbers: `filter(kept.among("patient", "patients"))`."""
    return _AnyOf(F(field), Given(name, ArrayField(BigIntegerField())))


class Kept:
    """One query as text for `kept_sql`, with what comes out of it."""

    def __init__(self, rows: QuerySet[Any, Any]) -> None:
        compiler = rows.query.get_compiler(rows.db)
        text, params = compiler.as_sql()
        self.sql = _with_names(text, params)
        self._compiler = compiler
        self._converters = compiler.get_converters([column for column, *_ in compiler.select])
        fields = rows._fields  # type: ignore[attr-defined]
        row: Any = namedtuple("Row", [field.replace("__", "_") for field in fields])  # type: ignore[misc]
        self._row = row._make

    def rows(self, **given: Any) -> list[Any]:
        """What the database answers."""
        return self._answers(self.sql, given)

    def part(self, *, first: int, size: int, **given: Any) -> list[Any]:
        """So many rows of the answer, from the `first`, counted from 0."""
        sql = f"{self.sql} LIMIT %(size)s::bigint OFFSET %(first)s::bigint"
        return [
            self._row(row) for row in kept_sql.fetch(sql, {**given, "first": first, "size": size})
        ]

    def _answers(self, text: str, given: dict[str, Any]) -> list[Any]:
        found: Any = kept_sql.fetch(text, given)
        if self._converters:
            found = self._compiler.apply_converters(found, self._converters)
        return [self._row(row) for row in found]


def _with_names(text: str, params: Sequence[Any]) -> str:
    """Each given value by its name and kind; every other parameter as the constant that it is."""
    connection.ensure_connection()
    said = iter(params)

    def named(place: re.Match[str]) -> str:
        if place[0] == "%%":
            return "%%"
        value = next(said)
        if isinstance(value, Given):
            return f"%({value.name})s::{value.kind}"
        return sql.Literal(value).as_string(connection.connection).replace("%", "%%")

    return re.sub("%%|%s", named, text)


def query(make: Callable[..., QuerySet[Any, Any]]) -> Callable[..., Kept]:
    """Keep what `make` puts together, for each shape that it is asked for."""

    @functools.lru_cache(maxsize=SHAPES)
    @functools.wraps(make)
    def kept(*shape: Hashable) -> Kept:
        return Kept(make(*shape))

    return kept
