"""Which lines a month's minutes earn."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from billing.rules import codes, words
from billing.rules.facts import MonthFacts
from billing.rules.month import Month
from billing.rules.policy import Policy
from billing.rules.verdict import Line


@dataclass(frozen=True, slots=True)
class AddOn:
    """The unit past the whole base: each whole one, and a remainder of at least ``minimum``."""

    code: str
    whole_base: int
    whole: int
    minimum: int
    cap: int
    modifiers: tuple[str, ...]

    def units(self, minutes: int) -> int:
        """Return the units that minutes earn, before any cap."""
        past = minutes - self.whole_base
        if past <= 0:
            return 0
        return past // self.whole + (past % self.whole >= self.minimum)

    def next_unit_at(self, minutes: int) -> int:
        """Return the minutes at which one unit more is earned."""
        return self.whole_base + self.units(minutes) * self.whole + self.minimum


@dataclass(frozen=True, slots=True, eq=False)
class Ladder:
    """What this payer pays for this month: the short month, the base, its add-ons.

    ``base`` is the line at ``base_minimum``, None where the payer does not take it;
    ``measured_by`` is the code whose minimum that is, and differs from the line's where another
    code stands in its place.
    """

    measured_by: str
    base_minimum: int
    base: Line | None
    add_on: AddOn | None
    short_minimum: int
    short: Line | None

    @lru_cache(maxsize=16_384)  # noqa: B019  ladders are few, kept by _ladder, and never change
    def earned(self, minutes: int) -> tuple[Line, ...]:
        """Return the lines that minutes earn."""
        if self.base is not None and minutes >= self.base_minimum:
            return (self.base, *self._add_ons(minutes))
        if self.short is not None and minutes >= self.short_minimum:
            return (self.short,)
        return ()

    def _add_ons(self, minutes: int) -> tuple[Line, ...]:
        units = min(self.add_on.units(minutes), self.add_on.cap) if self.add_on else 0
        if self.add_on is None or units == 0:
            return ()
        return (Line(self.add_on.code, units, self.add_on.modifiers),)

    def minimum_of(self, line: Line) -> int:
        """Return the minutes at which a first line is reached."""
        return self.base_minimum if line is self.base else self.short_minimum

    def steps(self, minutes: int) -> list[int]:
        """Return where the lines may change next, in order."""
        places = {self.short_minimum, self.base_minimum}
        if self.add_on is not None:
            places.add(self.add_on.next_unit_at(minutes))
        return sorted(place for place in places if place > minutes)


def ladder(facts: MonthFacts, month_type: str | None) -> Ladder:
    """Return what the payer pays for this month by minutes: nothing, where it pays by the month."""
    beside_apcm = facts.policy.apcm_addons and _has_apcm(facts)
    return _ladder(facts.policy, facts.month, month_type, beside_apcm=beside_apcm)


@lru_cache(maxsize=4096)
def _ladder(policy: Policy, month: Month, month_type: str | None, *, beside_apcm: bool) -> Ladder:
    measured_by = _measured_by(month_type)
    if policy.monthly is not None and month_type is not None:
        return _nothing(policy, measured_by)
    in_place = _in_place(policy, month_type, measured_by, beside_apcm=beside_apcm)
    own = measured_by if policy.accepts(measured_by) else None
    base = own if in_place is None else in_place
    short = codes.playing(codes.SHORT_MONTH).code
    return Ladder(
        measured_by=measured_by,
        base_minimum=policy.min_minutes[measured_by],
        base=None if base is None else _line(base, policy),
        add_on=_add_on(policy, month, own) if own and month_type and in_place is None else None,
        short_minimum=policy.min_minutes[short],
        short=_line(short, policy) if _takes_short(policy, month_type, short) else None,
    )


def _nothing(policy: Policy, measured_by: str) -> Ladder:
    """Return the ladder of a payer that pays by the month: no minutes earn anything."""
    return Ladder(
        measured_by=measured_by,
        base_minimum=policy.min_minutes[measured_by],
        base=None,
        add_on=None,
        short_minimum=policy.min_minutes[codes.playing(codes.SHORT_MONTH).code],
        short=None,
    )


def _in_place(
    policy: Policy, month_type: str | None, measured_by: str, *, beside_apcm: bool
) -> str | None:
    """Return the code that stands in place of the base and its add-ons, if any."""
    if month_type is not None and policy.program_code is not None:
        return policy.program_code
    return codes.in_place_of(measured_by) if beside_apcm else None


def _takes_short(policy: Policy, month_type: str | None, short: str) -> bool:
    """Return whether a short month of collaborative care has a code of its own."""
    return month_type is not None and policy.program_code is None and policy.accepts(short)


def _measured_by(month_type: str | None) -> str:
    part = {
        words.INITIAL: codes.INITIAL_MONTH,
        words.SUBSEQUENT: codes.LATER_MONTH,
        None: codes.GENERAL,
    }[month_type]
    return codes.playing(part).code


def _has_apcm(facts: MonthFacts) -> bool:
    """Return whether the treating practitioner bills advanced primary care this month."""
    return any(
        service.practitioner == facts.treating_practitioner
        and service.on in facts.month
        and codes.is_among(service.code, codes.APCM_BASE, facts.month.first_day)
        for service in facts.other_services
    )


def _add_on(policy: Policy, month: Month, base: str) -> AddOn | None:
    code, day = codes.playing(codes.ADD_ON).code, month.first_day
    if not policy.accepts(code):
        return None
    return AddOn(
        code=code,
        whole_base=codes.full_minutes(base, day),
        whole=codes.full_minutes(code, day),
        minimum=policy.min_minutes[code],
        cap=policy.max_units[code],
        modifiers=policy.modifiers(code),
    )


def _line(code: str, policy: Policy) -> Line:
    return Line(code, 1, policy.modifiers(code))
