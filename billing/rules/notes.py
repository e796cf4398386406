"""What a person should know beside refusals and holds. Each rule answers a sentence, or None."""

from __future__ import annotations

from billing.rules import codes, holds, words
from billing.rules.facts import MonthFacts, OtherService
from billing.rules.findings import Findings
from billing.rules.verdict import Line
from billing.rules.words import counted, listed


def units_capped(found: Findings) -> str | None:
    """More add-on units were earned than the payer pays."""
    add_on = found.ladder.add_on
    if add_on is None or not found.earned or found.earned[0] is not found.ladder.base:
        return None
    units = add_on.units(found.count.minutes)
    if units <= add_on.cap:
        return None
    earned = counted(units, "unit")
    return f"{earned} of {add_on.code} were earned; this payer pays at most {add_on.cap} a month."


def consultant_minutes_decide(found: Findings) -> str | None:
    """Were the consultant's time not counted, the lines would differ."""
    counts = words.CONSULTANT in found.policy.roles(found.facts.program)
    if not counts:
        return None
    if found.monthly is not None:
        return _consultant_contact_decides(found)
    if found.counted_of(words.CONSULTANT) == 0:
        return None
    without = found.without(words.CONSULTANT)
    lines = found.ladder.earned(without)
    if lines == found.earned:
        return None
    return (
        f"Without the consultant's time, {counted(without, 'minute')} would be counted and "
        f"earn {_said(lines)} instead of {_said(found.earned)}."
    )


def _consultant_contact_decides(found: Findings) -> str | None:
    """Were the consultant's contact not counted, the month would not be earned."""
    if not found.earned or found.is_earned_without(words.CONSULTANT):
        return None
    return f"Without the consultant's contact, {_said(found.earned)} would not be earned."


def _said(lines: tuple[Line, ...]) -> str:
    return listed([str(line) for line in lines]) or "nothing"


def bhi_alternative(found: Findings) -> str | None:
    """Without the consultant's review, the minutes would still earn general integration."""
    general = codes.playing(codes.GENERAL).code
    if not found.policy.accepts(general) or holds.consultant_review_missing(found) is None:
        return None
    minutes = found.recounted(found.policy.roles(words.BHI))
    if minutes < found.policy.min_minutes[general]:
        return None
    return (
        f"The {counted(minutes, 'minute')} of the roles that count for general integration would "
        f"earn {general}, which asks for no consultant's review."
    )


def modifier_25_on_em(found: Findings) -> str | None:
    """The payer wants modifier 25 on an office visit of the day on which the program began."""
    asked = found.policy.modifier_25_on_same_day_em and found.month_type == words.INITIAL
    visits = visits_of_the_first_day(found.facts) if asked else ()
    return modifier_25(visits[0]) if visits else None


def visits_of_the_first_day(facts: MonthFacts) -> tuple[OtherService, ...]:
    """Return the treating practitioner's office visits on the day on which the program began."""
    began = facts.episode.started_on
    return tuple(
        service
        for service in facts.other_services
        if service.on == began
        and began in facts.month
        and service.practitioner == facts.treating_practitioner
        and codes.is_among(service.code, codes.OFFICE_VISIT, facts.month.first_day)
    )


def modifier_25(visit: OtherService) -> str:
    """Return the sentence that asks for modifier 25 on a visit."""
    return f"Modifier 25 belongs on the line of the office visit {visit.code} on {visit.on}."
