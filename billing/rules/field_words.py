"""What each field of a policy says, as a sentence that a biller reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from billing.rules import codes, policy_fields, words
from billing.rules.policy import Policy
from billing.rules.words import counted, listed, spoken

Say = Callable[[Any, Policy | None], str]

LABELS: Mapping[str, str] = {
    "accepted_codes": "Codes taken",
    "min_minutes": "Minutes that pay",
    "max_units": "Most units",
    "counted_roles": "Whose time counts",
    "bhi_counted_roles": "Whose time counts (general integration)",
    "counts_outreach_attempts": "Outreach attempts",
    "consultant_review": "Consultant's review",
    "measure_required": "Validated scale",
    "consent_methods": "Consent",
    "initiating_visit_lookback_days": "Initiating visit",
    "diagnosis_prefixes": "Diagnoses",
    "same_person_therapy": "Therapy by the care manager",
    "new_episode_gap_months": "New episode",
    "initial_if_unbilled": "First month not billed",
    "authorization_after_months": "Authorization",
    "separately_paid": "Payment",
    "program_code": "Code of the program",
    "apcm_addons": "Beside primary care management",
    "date_of_service": "Date of service",
    "modifier_25_on_same_day_em": "Modifier 25",
    "line_modifiers": "Modifiers on lines",
    "month_earned_by": "What earns the month",
    "contact_days_needed": "Days with contact",
    "instruments": "Which scale",
}
"""A short name of each field, our own."""


def sentence(field: str, value: object, policy: Policy | None = None) -> str:
    """Return what a field with this value says; ``policy``, if given, leaves out idle codes."""
    return _SAY[field](value, policy)


def _accepted(value: list[str], _: Policy | None) -> str:
    return f"Takes {listed(list(value)) or 'none of the codes'}."


def _minimums(value: Mapping[str, int], policy: Policy | None) -> str:
    """Return from how many minutes each code pays, and how the last unit of an add-on does."""
    minimums = _of_use(value, policy)
    pays = [
        f"{_paid_as(code, policy)} from {minutes}{'' if place else ' counted minutes'}"
        for place, (code, minutes) in enumerate(
            pair for pair in minimums if pair[0] not in codes.capped()
        )
    ]
    begun = [_begun(code, minutes) for code, minutes in minimums if code in codes.capped()]
    return f"Pays {listed(pays) or 'no code by minutes'}{''.join(begun)}."


def _begun(add_on: str, minutes: int) -> str:
    """Return what of a last, begun unit is paid."""
    whole = codes.highest_minimum(add_on)
    if minutes == whole:
        return f"; {add_on} for each whole {whole} minutes more"
    return f"; {add_on} for each {whole} minutes more, and for a rest of {minutes} or more"


def _of_use(value: Mapping[str, int], policy: Policy | None) -> list[tuple[str, int]]:
    if policy is None:
        return list(value.items())
    return [(code, minutes) for code, minutes in value.items() if _is_of_use(code, policy)]


def _is_of_use(code: str, policy: Policy) -> bool:
    """Return whether a code's minimum decides anything under a policy."""
    if policy.program_code is None:
        return policy.accepts(code)
    if code == codes.playing(codes.GENERAL).code:
        return policy.accepts(code)
    return _is_base(code) and policy.monthly is None


def _is_base(code: str) -> bool:
    return codes.book()[code].part in (codes.INITIAL_MONTH, codes.LATER_MONTH)


def _paid_as(code: str, policy: Policy | None) -> str:
    """Return a code, or the payer's own code where that stands in its place."""
    if policy is None or policy.program_code is None or not _is_base(code):
        return code
    first = codes.book()[code].part == codes.INITIAL_MONTH
    return f"{policy.program_code} in a {'first' if first else 'later'} month"


def _caps(value: Mapping[str, int], policy: Policy | None) -> str:
    caps = [f"{counted(units, 'unit')} of {code}" for code, units in _of_use(value, policy)]
    return (
        f"Pays at most {listed(caps)} a month." if caps else "Pays no code several times a month."
    )


def _roles(value: list[str], _: Policy | None) -> str:
    return f"Collaborative care counts {_whose(value)}."


def _general_roles(value: list[str], _: Policy | None) -> str:
    return f"General integration counts {_whose(value)}."


def _whose(value: list[str]) -> str:
    if not value:
        return "nobody's time"
    left = [spoken(role) for role in words.ROLES if role not in value]
    others = f", not of {listed(left, 'or')}" if left else ""
    return f"the time of {listed([spoken(role) for role in value])}{others}"


_OUTREACH = {
    True: "Attempts to reach the patient count.",
    False: "Attempts to reach the patient do not count.",
}

_REVIEW = {
    policy_fields.EACH_MONTH: "Asks for the consultant's review of the patient each month.",
    policy_fields.INITIAL_MONTH: "Asks for the consultant's review in the first month only.",
    policy_fields.CASELOAD_MEETING: (
        "Asks each month for the consultant's review of the patient or a caseload meeting."
    ),
    "none": "Asks for no review by the consultant.",
}

_SCALE = {
    policy_fields.EACH_MONTH: "Asks for a scored scale each month.",
    policy_fields.INITIAL_MONTH: "Asks for a scored scale in the first month.",
    "none": "Asks for no scored scale.",
}

_THERAPY = {
    policy_fields.BLOCK: "Psychotherapy by the care manager in the same month holds the claim.",
    "warn": "The care manager may give psychotherapy as well; its time is kept out.",
}

_UNBILLED = {
    "subsequent": "A month after a first month that was not billed is a later month.",
    policy_fields.STILL_INITIAL: "Until a month is billed, a month counts as the first one still.",
}

_SERVED = {
    policy_fields.LAST_DAY: "The date of service is the last day of the month or of the episode.",
    policy_fields.THRESHOLD_DATE: "The date of service is the day on which the code was earned.",
    "last_contact": "The date of service is the day of the last time that counts.",
}


def _consent(value: list[str], _: Policy | None) -> str:
    return f"Consent may be {listed(list(value), 'or')}." if value else "Takes no kind of consent."


def _visit(value: int, _: Policy | None) -> str:
    if value == 0:
        return "The initiating visit must be on the day on which the episode begins."
    return f"The initiating visit may lie up to {counted(value, 'day')} before the episode."


def _diagnoses(value: list[str], _: Policy | None) -> str:
    if not value:
        return "Takes no diagnosis."
    return f"A diagnosis must begin with {listed(list(value), 'or')}."


def _gap(value: int, _: Policy | None) -> str:
    if value == 0:
        return "Every new episode begins with a first month."
    return f"A first month again after {counted(value, 'month')} without any such care."


def _authorization(value: int | None, _: Policy | None) -> str:
    if value is None:
        return "Asks for no authorization."
    return f"Authorization is needed from month {value + 1} of the episode."


_PAID = {
    True: "Pays for it separately.",
    False: "Covers it and never pays for it separately.",
}


def _program(value: str | None, _: Policy | None) -> str:
    if value is None:
        return "Pays by the codes themselves."
    return f"Pays {value} once a month for all of collaborative care, with no add-on."


def _apcm(value: object, _: Policy | None) -> str:
    pairs = sorted(
        (code.code, code.replaces) for code in codes.book().values() if code.replaces is not None
    )
    if not value:
        return f"Has no {listed([new for new, _ in pairs], 'or')}."
    swaps = listed([f"{new} for {old}" for new, old in pairs])
    return f"Beside advanced primary care management by the same practitioner: {swaps}."


_MODIFIER_25 = {
    True: "Asks for modifier 25 on an office visit of the day on which the program began.",
    False: "Asks for no modifier 25.",
}


def _modifiers(value: Mapping[str, list[str]], _: Policy | None) -> str:
    wanted = [f"{listed(list(given))} on {code}" for code, given in value.items() if given]
    return f"Wants {listed(wanted)}." if wanted else "Wants no modifiers on the lines."


def _earned_by(value: list[str], _: Policy | None) -> str:
    contact = listed([spoken(activity) for activity in value], "or") or "nothing"
    return f"The month is earned by {contact}, whatever the minutes."


def _contact_days(value: int, _: Policy | None) -> str:
    return f"The month is earned by {counted(value, 'day')} with such contact."


def _scales(value: list[str], _: Policy | None) -> str:
    if not value:
        return "Takes any validated scale."
    return f"The scale must be the {listed(list(value), 'or')}."


def _among(texts: Mapping[Any, str]) -> Say:
    return lambda value, _: texts[value]


_SAY: Mapping[str, Say] = {
    "accepted_codes": _accepted,
    "min_minutes": _minimums,
    "max_units": _caps,
    "counted_roles": _roles,
    "bhi_counted_roles": _general_roles,
    "counts_outreach_attempts": _among(_OUTREACH),
    "consultant_review": _among(_REVIEW),
    "measure_required": _among(_SCALE),
    "consent_methods": _consent,
    "initiating_visit_lookback_days": _visit,
    "diagnosis_prefixes": _diagnoses,
    "same_person_therapy": _among(_THERAPY),
    "new_episode_gap_months": _gap,
    "initial_if_unbilled": _among(_UNBILLED),
    "authorization_after_months": _authorization,
    "separately_paid": _among(_PAID),
    "program_code": _program,
    "apcm_addons": _apcm,
    "date_of_service": _among(_SERVED),
    "modifier_25_on_same_day_em": _among(_MODIFIER_25),
    "line_modifiers": _modifiers,
    "month_earned_by": _earned_by,
    "contact_days_needed": _contact_days,
    "instruments": _scales,
}
