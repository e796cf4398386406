"""The lists that the product ships, put into the database whenever it is brought up to date.

It happens after every `migrate` (`billing/apps.py`), not in a migration: a migration runs once and
must read the same for ever, while a new version of the product may bring a newer quarter or better
rules; and a database that was emptied gets them back.  A second time changes nothing.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from pathlib import Path

from django.db import connection, transaction

from billing.models import CodePair, CodeRelease, PairKind, ReleaseKind, UnitCap
from billing.services import code_release, exclusion_rules
from billing.services.exclusion_rules import OwnRules
from registry.models import User

CMS_FOLDER = exclusion_rules.FILE.parent / "cms"


def have_tables() -> bool:
    """Whether the database is far enough for them: `migrate` can also stop at an early step."""
    wanted = {model._meta.db_table for model in (CodePair, CodeRelease, UnitCap, User)}
    return wanted <= set(connection.introspection.table_names())


@transaction.atomic
def ship(*, by: User, now: dt.datetime) -> None:
    """Bring our own rules up to date, and CMS' lists to the quarters shipped, never back."""
    code_release.lock()
    _own(exclusion_rules.FILE, by=by, now=now)
    latest = CodeRelease.objects.filter(kind=ReleaseKind.CMS).order_by("-active_from").first()
    for path in sorted(CMS_FOLDER.glob("*.csv")):
        if latest is None or latest.active_from < quarter_of(path):
            code_release.load(path.read_bytes(), file_name=path.name, by=by, now=now)


def quarter_of(path: Path) -> dt.date:
    """The day on which a shipped file's quarter begins, by its name: `2024q3.csv`."""
    found = re.fullmatch(r"(\d{4})q([1-4])\.csv", path.name)
    assert found is not None, path.name
    return dt.date(int(found[1]), int(found[2]) * 3 - 2, 1)


def _own(path: Path, *, by: User, now: dt.datetime) -> None:
    """Our rules as the file has them: with its own dates, so that no trace of the old is needed."""
    mark = hashlib.sha256(path.read_bytes()).hexdigest()
    known = CodeRelease.objects.filter(kind=ReleaseKind.OWN).first()
    if known and known.sha256 == mark:
        return
    rules = exclusion_rules.read(path)
    release = known or CodeRelease(kind=ReleaseKind.OWN)
    release.active_from, release.file_name, release.sha256 = rules.read_on, path.name, mark
    release.loaded_at, release.loaded_by = now, by
    release.save()
    CodePair.objects.filter(kind=PairKind.MONTH).delete()
    CodePair.objects.bulk_create(_pairs(rules, release))
    _retake_edits(rules)


def _pairs(rules: OwnRules, release: CodeRelease) -> list[CodePair]:
    return [
        CodePair(
            code_a=min(code, other),
            code_b=max(code, other),
            kind=PairKind.MONTH,
            scope=rule.scope,
            effect=rule.effect,
            pays=pays,
            why=rule.why,
            source=rule.dated.reference,
            active_from=rule.dated.since,
            active_to=rule.dated.until,
            release=release,
        )
        for rule in rules.month
        for code, other, pays in rule.pairs()
    ]


def _retake_edits(rules: OwnRules) -> None:
    """Edits that are loaded already are taken as the rules now say."""
    changed = []
    for row in CodePair.objects.filter(kind=PairKind.SAME_DATE):
        codes = frozenset((row.code_a, row.code_b))
        effect = rules.effect(codes, row.modifier_indicator or 0, row.active_from)
        if effect != row.effect:
            row.effect = effect
            changed.append(row)
    CodePair.objects.bulk_update(changed, ["effect"], batch_size=500)
