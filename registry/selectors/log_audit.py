"""Audits of the log, read: a week's figures and findings, for those who may see them.

Supervisors, billers and auditors read everything.  A care manager reads what is about the own
entries and about the patients of the own team.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Window
from django.db.models.functions import RowNumber

from registry import audit_limits
from registry.models import Episode, LogAudit, LogAuditFinding, Membership, Practice, User
from registry.selectors import log_audit_figures, practices
from registry.selectors.log_audit_figures import COUNTS
from registry.vocabulary import Finding, Role
from registry.weeks import Week

READ_ALL = frozenset({Role.SUPERVISOR, Role.BILLER, Role.AUDITOR})
#: A group shows so many; one press shows the rest, page by page.
IN_A_GROUP = 10


@dataclass(frozen=True, kw_only=True)
class Figures:
    """A row of the week's figures: a person, or the clinic (`name` empty).

    An audit made before a figure was kept has it as zero.
    """

    user_id: int | None
    name: str
    entries: int
    by_hand: int
    corrected: int
    round: int
    long: int
    unconfirmed: int
    overlapping: int
    night: int
    seconds: int
    documented: int
    late: int

    @property
    def by_hand_share(self) -> int:
        """Percent of the entries, cut."""
        return 100 * self.by_hand // self.entries if self.entries else 0

    @property
    def by_clock(self) -> int:
        """Entries that the clock took from start to end, and nobody set right."""
        return self.entries - self.by_hand - self.corrected

    @property
    def by_clock_share(self) -> int:
        """Percent of the entries, cut."""
        return 100 * self.by_clock // self.entries if self.entries else 0

    @property
    def late_share(self) -> int:
        """Percent of what was documented in the week, cut."""
        return 100 * self.late // self.documented if self.documented else 0


@dataclass(frozen=True, kw_only=True)
class Group:
    """Findings of one kind: how many are open and settled, and the first of them."""

    kind: Finding
    open: int
    settled: int
    rows: list[Any]

    @property
    def more(self) -> int:
        return self.open + self.settled - len(self.rows)


def audits(user: User, practice: Practice) -> QuerySet[LogAudit]:
    """A practice's audits, the latest week first; none for a stranger."""
    member = Membership.objects.filter(user=user, practice=practice)
    found = LogAudit.objects.filter(Exists(member), practice=practice)
    return found.select_related("made_by").order_by("-week_starts_on")


def of_week(user: User, practice: Practice, week: dt.date | None) -> LogAudit | None:
    """The audit of the week that begins on that Monday; the latest where none is named."""
    found = audits(user, practice)
    return (found if week is None else found.filter(week_starts_on=week)).first()


def findings(user: User, audit: LogAudit) -> QuerySet[LogAuditFinding]:
    """An audit's findings that the user may read, open ones first."""
    found = LogAuditFinding.objects.filter(audit=audit)
    if not reads_all(user, audit.practice):
        found = found.filter(_own(user)).distinct()
    episodes = Episode.objects.filter(patient=OuterRef("patient"), ended_on=None)
    return found.annotate(episode_id=Subquery(episodes.values("pk")[:1])).order_by(
        F("settled_at").asc(nulls_first=True), "pk"
    )


def reads_all(user: User, practice: Practice) -> bool:
    return bool(practices.roles(user, practice) & READ_ALL)


def _own(user: User) -> Q:
    """About the person's own time, or a patient in whose team the person is."""
    mine = Episode.objects.filter(
        Q(care_manager=user) | Q(consultant=user) | Q(treating_practitioner__user=user),
        patient=OuterRef("patient"),
        ended_on=None,
    )
    return Q(worker=user) | Q(Exists(mine))


def get(user: User, practice: Practice, finding_id: int) -> LogAuditFinding:
    """One finding.  LogAuditFinding.DoesNotExist where it is another practice's, or nobody's."""
    member = Membership.objects.filter(user=user, practice=practice)
    found = LogAuditFinding.objects.filter(Exists(member), audit__practice=practice)
    return found.select_related("audit__practice", "patient", "worker", "settled_by").get(
        pk=finding_id
    )


def groups(found: QuerySet[LogAuditFinding], *, settled: bool) -> list[Group]:
    """The findings by kind, in the kinds' order; two queries however many there are."""
    counts = {
        row["kind"]: row
        for row in found.order_by()
        .values("kind")
        .annotate(open=Count("pk", filter=Q(settled_at=None)), all=Count("pk"))
    }
    shown = found if settled else found.filter(settled_at=None)
    rows = with_people(shown).annotate(
        place=Window(
            RowNumber(),
            partition_by=F("kind"),
            order_by=[F("settled_at").asc(nulls_first=True), F("pk").asc()],
        )
    )
    by_kind: dict[str, list[Any]] = {}
    for row in rows.filter(place__lte=IN_A_GROUP):
        by_kind.setdefault(row.kind, []).append(row)
    return [
        Group(
            kind=kind,
            open=counts[kind]["open"],
            settled=(counts[kind]["all"] - counts[kind]["open"]) if settled else 0,
            rows=by_kind.get(kind, []),
        )
        for kind in Finding
        if kind in counts and (settled or counts[kind]["open"])
    ]


def with_people(found: QuerySet[LogAuditFinding]) -> QuerySet[LogAuditFinding]:
    return found.select_related("patient", "worker", "settled_by")


def figures(user: User, audit: LogAudit) -> tuple[Figures | None, list[Figures]]:
    """The clinic's row and the people's; a care manager sees the own row alone."""
    kept = audit.figures
    if not kept:
        return None, []
    people = kept["people"]
    if not reads_all(user, audit.practice):
        return None, [_row(person) for person in people if person["id"] == user.pk]
    return _row(kept["clinic"]), [_row(person) for person in people]


def own_week(user: User, practice: Practice, first: dt.date) -> Figures:
    """How the person's own log of a week was kept, as it stands now."""
    week = Week(first, practice.timezone)
    counts = log_audit_figures.of_person(practice, user, week, audit_limits.current())
    return _row({"id": user.pk, "name": user.full_name} | counts)


def _row(kept: dict[str, Any]) -> Figures:
    counts = {name: kept.get(name, 0) for name in COUNTS}
    return Figures(user_id=kept.get("id"), name=kept.get("name", ""), **counts)


def export(found: QuerySet[LogAuditFinding]) -> Iterator[LogAuditFinding]:
    """Every finding, a chunk at a time: for an export of any size."""
    rows = found.select_related("patient", "worker", "settled_by", "time_entry")
    yield from rows.iterator(chunk_size=1000)
