"""A quarter of CMS' lists, put in force: all of a file or nothing.

A row that the quarter before had as well stays as it is; one that is gone ends on the day before
the quarter; a new or changed one begins with it.  Months are judged by what was in force on the
claim's day, so nothing is ever overwritten, save within the quarter that a file corrects.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.db.models import Model, Q, QuerySet

from billing.models import CodePair, CodeRelease, PairKind, PairScope, ReleaseKind, UnitCap
from billing.services import cms_file, exclusion_rules
from billing.services.cms_file import CmsFile
from registry.errors import refuse
from registry.models import User

_EDITS = "NCCI procedure-to-procedure edits, practitioners"
_CAPS = "NCCI medically unlikely edits, practitioners"
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """How many rows began, ended, and went on as they were; a changed one ends and begins."""

    added: int = 0
    ended: int = 0
    kept: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Loaded:
    """What loading a file did.  `is_new` is False where this very file had been loaded before.

    `values` counts its relative values, which are checked and not kept.
    """

    release: CodeRelease
    is_new: bool
    values: int = 0
    pairs: Change = Change()
    caps: Change = Change()


@transaction.atomic
def load(content: bytes, *, file_name: str, by: User, now: dt.datetime) -> Loaded:
    """Put a quarter in force.  Raises Refused, before anything is written, for a broken file.

    Quarters are loaded in order: one that is older than the latest is refused.
    """
    lock()
    read = cms_file.read(content)
    mark = hashlib.sha256(content).hexdigest()
    releases = CodeRelease.objects.filter(kind=ReleaseKind.CMS)
    known = releases.filter(active_from=read.starts_on).first()
    if known and known.sha256 == mark:
        return Loaded(release=known, is_new=False)
    later = releases.filter(active_from__gt=read.starts_on).order_by("-active_from").first()
    if later:
        raise refuse(
            "file",
            f"The file is of the quarter from {read.starts_on} on, and {later} is loaded. "
            "Load quarters in their order.",
        )
    release = known or CodeRelease(kind=ReleaseKind.CMS, active_from=read.starts_on)
    release.file_name, release.sha256 = file_name[:200], mark
    release.loaded_at, release.loaded_by = now, by
    release.save()
    edits = CodePair.objects.filter(kind=PairKind.SAME_DATE)
    return Loaded(
        release=release,
        is_new=True,
        values=read.values,
        pairs=_put_in_force(edits, _pairs(read), release),
        caps=_put_in_force(UnitCap.objects.all(), _unit_caps(read), release),
    )


def lock() -> None:
    """Until this transaction ends, nobody else changes what excludes what."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('code releases', 0))")


def _pairs(read: CmsFile) -> dict[Hashable, CodePair]:
    own = exclusion_rules.read()
    wanted: dict[Hashable, CodePair] = {}
    for edit in read.edits:
        codes = frozenset((edit.pays, edit.denied))
        first, second = sorted(codes)
        wanted[first, second] = CodePair(
            code_a=first,
            code_b=second,
            kind=PairKind.SAME_DATE,
            scope=PairScope.SAME_PRACTITIONER,
            effect=own.effect(codes, edit.indicator, read.starts_on),
            modifier_indicator=edit.indicator,
            pays=edit.pays,
            why=edit.why,
            source=_EDITS,
        )
    return wanted


def _unit_caps(read: CmsFile) -> dict[Hashable, UnitCap]:
    return {
        cap.code: UnitCap(
            code=cap.code, units=cap.units, indicator=cap.indicator, why=cap.why, source=_CAPS
        )
        for cap in read.caps
    }


def _put_in_force(
    rows: QuerySet[Any], wanted: Mapping[Hashable, CodePair | UnitCap], release: CodeRelease
) -> Change:
    """Make the rows of a release's first day those that are wanted."""
    begins = release.active_from
    standing = rows.filter(Q(active_to=None) | Q(active_to__gte=begins), active_from__lte=begins)
    kept, gone = set(), []
    for row in standing:
        new = wanted.get(_name(row))
        if new is not None and _says(new) == _says(row):
            kept.add(_name(row))
        else:
            gone.append(row)
    _end(rows, gone, begins)
    new_rows = [row for name, row in wanted.items() if name not in kept]
    for row in new_rows:
        row.active_from, row.release = begins, release
    rows.model.objects.bulk_create(new_rows, batch_size=1000)
    return Change(added=len(new_rows), ended=len(gone), kept=len(kept))


def _end(rows: QuerySet[Any], gone: list[Model], begins: dt.date) -> None:
    """What began with this very quarter was never right; what is older ends the day before."""
    found = rows.filter(pk__in=[row.pk for row in gone])
    found.filter(active_from=begins).delete()
    found.filter(active_from__lt=begins).update(active_to=begins - _DAY)


def _name(row: CodePair | UnitCap) -> Hashable:
    return row.code if isinstance(row, UnitCap) else (row.code_a, row.code_b)


def _says(row: CodePair | UnitCap) -> tuple[Any, ...]:
    """What makes it another rule when it changes.  CMS' wording of the reason does not."""
    if isinstance(row, UnitCap):
        return row.units, row.indicator
    return row.pays, row.modifier_indicator, row.effect
