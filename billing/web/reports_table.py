"""A report as a file.  Columns: docs/reports_csv.md."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple


class Table(NamedTuple):
    """Its columns and its rows."""

    columns: Sequence[str]
    rows: Iterable[Sequence[Any]]
