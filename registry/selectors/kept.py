"""Queries that are put together once in a process, and from then on only asked.

Django puts a query of many joins together for each answer anew; that takes it several times as
long as PostgreSQL takes to run it.  A kept query says by name what it varies with:

    @kept.query
    def _of_worker() -> QuerySet[Any, Any]:
        return TimeEntry.objects.filter(worker=kept.number("worker")).values_list("pk", "note")

    _of_worker().rows(worker=user.pk)

Its rows are tuples with names, `patient__last_name` as `patient_last_name`.  What changes the
query itself, not only a value in it, is an argument of the function: each shape is kept apart.
"""

from __future__ import annotations

import functools
from collections import namedtuple
from collections.abc import Callable, Hashable
from typing import Any

from django.db import connection
from django.db.models import BigIntegerField, CharField, DateField, DateTimeField, F, Field, Lookup
from django.db.models.expressions import Expression
from django.db.models.query import QuerySet

#: So many shapes of one query are kept, the latest asked for.
SHAPES = 256


class Given(Expression):
    """Stands in a query for the value that it will be asked with under this name."""

    def __init__(self, name: str, output_field: Field[Any, Any]) -> None:
        super().__init__(output_field=output_field)
        self.name = name

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
        left, left_params = self.process_lhs(compiler, connection)
        right, right_params = self.process_rhs(compiler, connection)
        return f"{left} = ANY({right.strip('()')})", [*left_params, *right_params]


def among(field: str, name: str) -> _AnyOf:
    """Where a field is one of a list of numbers: `filter(kept.among("patient", "patients"))`."""
    return _AnyOf(F(field), number(name))


class Kept:
    """One query as text, with what is put into it and what comes out."""

    def __init__(self, rows: QuerySet[Any, Any]) -> None:
        compiler = rows.query.get_compiler(rows.db)
        self.sql, self._params = compiler.as_sql()
        self._compiler = compiler
        self._converters = compiler.get_converters([column for column, *_ in compiler.select])
        fields = rows._fields  # type: ignore[attr-defined]
        names = [field.replace("__", "_") for field in fields]
        row: Any = namedtuple("Row", names)  # type: ignore[misc]
        self._row = row._make

    def rows(self, *, tail: str = "", **given: Any) -> list[Any]:
        """What the database answers; `tail` is added to the query, as ` LIMIT 50`."""
        params = [given[one.name] if isinstance(one, Given) else one for one in self._params]
        with connection.cursor() as cursor:
            cursor.execute(self.sql + tail, params)
            found = cursor.fetchall()
        if self._converters:
            found = self._compiler.apply_converters(found, self._converters)
        return [self._row(row) for row in found]


def query(make: Callable[..., QuerySet[Any, Any]]) -> Callable[..., Kept]:
    """Keep what `make` puts together, for each shape that it is asked for."""

    @functools.lru_cache(maxsize=SHAPES)
    @functools.wraps(make)
    def kept(*shape: Hashable) -> Kept:
        return Kept(make(*shape))

    return kept
