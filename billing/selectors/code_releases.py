"""Which quarter of CMS' lists is in force.  They are published: the same for every practice."""

from __future__ import annotations

import datetime as dt

from billing.models import CodeRelease, ReleaseKind

#: A quarter is published every three months; with two missed, claims rest on old edits.
OLD = 2


def cms() -> list[CodeRelease]:
    """The quarters that are loaded, the latest first, each with who loaded it."""
    rows = CodeRelease.objects.filter(kind=ReleaseKind.CMS).select_related("loaded_by")
    return list(rows.order_by("-active_from"))


def in_force(on: dt.date) -> CodeRelease | None:
    """The quarter by which a day is judged; None for a day before the first that is loaded."""
    rows = CodeRelease.objects.filter(kind=ReleaseKind.CMS, active_from__lte=on)
    return rows.order_by("-active_from").first()


def quarters_behind(release: CodeRelease, on: dt.date) -> int:
    """How many quarters have begun since that of a release; 0 for the current one."""
    return _index(on) - _index(release.active_from)


def _index(day: dt.date) -> int:
    return day.year * 4 + (day.month - 1) // 3
