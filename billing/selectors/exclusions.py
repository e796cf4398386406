"""What may stand against a claim beside other services of its month, as it was in force then.

The lists are thousands of rows and change four times a year: a process keeps them in memory, by
one mark of all that is loaded, which each chart brings along (`chart_rows`), so that a newer
quarter is seen with the next chart and costs no query until then.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from billing.models import CodePair, PairScope, UnitCap
from billing.rules import codes
from billing.rules.facts import MonthFacts, OtherService
from billing.rules.policy import Policy
from billing.rules.words import plain

#: NCCI's indicator of an edit that was taken back.
_NO_EDIT = 9


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair as a claim's line `code` sees it: `other` is the service beside it."""

    code: str
    other: str
    kind: str
    scope: str
    effect: str
    indicator: int | None
    pays: str
    why: str
    source: str
    release: str
    first: dt.date
    last: dt.date | None

    def covers(self, day: dt.date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Cap:
    """The most units of a code on one date, as CMS expects it."""

    code: str
    units: int
    indicator: int
    source: str
    release: str
    first: dt.date
    last: dt.date | None

    def covers(self, day: dt.date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Exclusions:
    """What can stand against one chart's claim.  `mark` changes when any of it does."""

    pairs: tuple[tuple[OtherService, Pair], ...] = ()
    caps: tuple[Cap, ...] = ()
    mark: str = ""


NONE = Exclusions()


@dataclass(frozen=True, slots=True)
class Book:
    """All that is loaded, by the other service's code and by the code that has a cap."""

    mark: str
    pairs: Mapping[str, tuple[Pair, ...]]
    caps: tuple[Cap, ...]
    _capped: dict[tuple[Policy, dt.date], tuple[Cap, ...]] = field(default_factory=dict)

    def of(self, facts: MonthFacts) -> Exclusions:
        """What concerns a chart: most have no other service, and no policy beyond CMS' caps."""
        pairs = tuple(self._pairs(facts)) if facts.other_services else ()
        caps = self._caps(facts)
        if not pairs and not caps:
            return NONE
        return Exclusions(pairs, caps, _mark(pairs, caps, facts))

    def _pairs(self, facts: MonthFacts) -> Iterable[tuple[OtherService, Pair]]:
        """Pairs of codes that this claim can hold.  Of its own family the rules speak themselves
        (`already_billed`).
        """
        family = codes.among(codes.FAMILY, facts.month.first_day)
        possible = {*codes.book(), plain(facts.policy.program_code or "")}
        for service in facts.other_services:
            code = plain(service.code)
            if code in family or service.on not in facts.month:
                continue
            is_own = service.practitioner == facts.treating_practitioner
            for pair in self.pairs.get(code, ()):
                concerned = pair.code in possible and (is_own or pair.scope == PairScope.ANYONE)
                if concerned and _shares_a_day(pair, facts):
                    yield service, pair

    def _caps(self, facts: MonthFacts) -> tuple[Cap, ...]:
        """Caps in force on some day of the month that the payer's own limit goes beyond."""
        key = facts.policy, facts.month.first_day
        if key not in self._capped:
            limits = facts.policy.max_units
            self._capped[key] = tuple(
                cap
                for cap in self.caps
                if _shares_a_day(cap, facts) and limits.get(cap.code, 1) > cap.units
            )
        return self._capped[key]


def _shares_a_day(row: Pair | Cap, facts: MonthFacts) -> bool:
    first, last = facts.month.first_day, facts.month.last_day
    return row.first <= last and (row.last is None or row.last >= first)


def _mark(
    pairs: Iterable[tuple[OtherService, Pair]], caps: Iterable[Cap], facts: MonthFacts
) -> str:
    """One text of all that a sentence or its effect is made of; days only within the month."""
    said = [
        f"{p.code} {p.other} {p.kind} {p.effect} {p.indicator} {p.pays} {p.why} {p.source} "
        f"{p.release} {_within(p, facts)}"
        for _, p in pairs
    ]
    said += [f"{c.code} {c.units} {c.indicator} {c.release} {_within(c, facts)}" for c in caps]
    return ";".join(said)


def _within(row: Pair | Cap, facts: MonthFacts) -> str:
    first, last = facts.month.first_day, facts.month.last_day
    return f"{max(row.first, first)} {min(row.last or last, last)}"


class _Kept:
    """The book of this process; another one when the mark of what is loaded is another."""

    book: Book | None = None


def book(mark: str | None) -> Book:
    """All that is loaded, which has this mark; two queries where it was not read yet."""
    kept = _Kept.book
    if kept is None or kept.mark != (mark or ""):
        kept = _Kept.book = _read(mark or "")
    return kept


def in_use() -> Book:
    """The book that this process read its last charts with."""
    return _Kept.book or Book("", {}, ())


def _read(mark: str) -> Book:
    return Book(mark, _read_pairs(), _read_caps())


def _read_pairs() -> dict[str, tuple[Pair, ...]]:
    found: dict[str, list[Pair]] = defaultdict(list)
    rows = CodePair.objects.exclude(modifier_indicator=_NO_EDIT).select_related("release")
    for row in rows.order_by("code_a", "code_b", "kind", "active_from"):
        for code, other in ((row.code_a, row.code_b), (row.code_b, row.code_a)):
            found[other].append(
                Pair(
                    code,
                    other,
                    row.kind,
                    row.scope,
                    row.effect,
                    row.modifier_indicator,
                    row.pays,
                    row.why,
                    row.source,
                    str(row.release),
                    row.active_from,
                    row.active_to,
                )
            )
    return {other: tuple(pairs) for other, pairs in found.items()}


def _read_caps() -> tuple[Cap, ...]:
    return tuple(
        Cap(
            row.code,
            row.units,
            row.indicator,
            row.source,
            str(row.release),
            row.active_from,
            row.active_to,
        )
        for row in UnitCap.objects.select_related("release").order_by("code", "active_from")
    )
