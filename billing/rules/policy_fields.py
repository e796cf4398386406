"""What each field of a policy may hold. Presets and overrides are read by the same readers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from billing.rules import codes, reading, words
from billing.rules.errors import FieldError
from billing.rules.reading import Reader

_texts = partial(reading.several, read=reading.text)
_roles = partial(reading.several, read=partial(reading.word, among=words.ROLES))
_methods = partial(reading.several, read=partial(reading.word, among=words.CONSENT_METHODS))

EACH_MONTH = "each_month"
INITIAL_MONTH = "initial_month"
CASELOAD_MEETING = "caseload_meeting"
BLOCK = "block"
STILL_INITIAL = "still_initial"
LAST_DAY = "last_day"
THRESHOLD_DATE = "threshold_date"

MINUTES = "minutes"
MONTHLY_PROGRAM = "monthly_program"

_MERGED = ("min_minutes", "max_units")


def _minimums(value: object, path: str) -> dict[str, int]:
    """Read the fewest minutes that earn a code; an add-on's cannot be more than its whole time."""
    return {
        code: reading.whole(given, where, at_least=1, at_most=codes.highest_minimum(code))
        for code, given, where in _by_code(value, path, codes.timed())
    }


def _caps(value: object, path: str) -> dict[str, int]:
    return {
        code: reading.whole(given, where)
        for code, given, where in _by_code(value, path, codes.capped())
    }


def _modifiers(value: object, path: str) -> dict[str, tuple[str, ...]]:
    return {code: _texts(given, where) for code, given, where in _by_code(value, path, None)}


def _by_code(
    value: object, path: str, known: frozenset[str] | None
) -> list[tuple[str, object, str]]:
    """Return plain code, value and path of each key; refuse an unknown code and one given twice."""
    found: dict[str, tuple[str, object, str]] = {}
    for key, given in reading.mapping(value, path).items():
        code, where = words.plain(key), reading.under(path, key)
        if known is not None and code not in known:
            raise FieldError(where, f"is no code that has one; {_codes(known)}")
        if code in found:
            raise FieldError(where, f"names {code} a second time")
        found[code] = (code, given, where)
    return list(found.values())


def _codes(known: frozenset[str]) -> str:
    return f"the codes here are {words.listed(sorted(known))}"


READERS: Mapping[str, Reader[object]] = {
    "accepted_codes": _texts,
    "min_minutes": _minimums,
    "max_units": _caps,
    "counted_roles": _roles,
    "bhi_counted_roles": _roles,
    "counts_outreach_attempts": reading.flag,
    "consultant_review": partial(
        reading.word, among=(EACH_MONTH, INITIAL_MONTH, CASELOAD_MEETING, "none")
    ),
    "measure_required": partial(reading.word, among=(EACH_MONTH, INITIAL_MONTH, "none")),
    "consent_methods": _methods,
    "initiating_visit_lookback_days": reading.whole,
    "diagnosis_prefixes": _texts,
    "same_person_therapy": partial(reading.word, among=(BLOCK, "warn")),
    "new_episode_gap_months": reading.whole,
    "initial_if_unbilled": partial(reading.word, among=("subsequent", STILL_INITIAL)),
    "authorization_after_months": reading.optional(reading.whole),
    "separately_paid": reading.flag,
    "program_code": reading.optional(reading.text),
    "apcm_addons": reading.flag,
    "date_of_service": partial(reading.word, among=(LAST_DAY, THRESHOLD_DATE, "last_contact")),
    "modifier_25_on_same_day_em": reading.flag,
    "line_modifiers": _modifiers,
}
"""The fields of every policy."""

PROGRAM_READERS: Mapping[str, Reader[object]] = {
    "month_earned_by": partial(reading.several, read=partial(reading.word, among=words.ACTIVITIES)),
    "contact_days_needed": partial(reading.whole, at_least=1),
    "instruments": _texts,
}
"""What only the policy of a monthly program has."""

SHAPES: Mapping[str, Mapping[str, Reader[object]]] = {
    MINUTES: READERS,
    MONTHLY_PROGRAM: {**READERS, "program_code": reading.text, **PROGRAM_READERS},
}
"""The fields by the shape of the rule: codes earned by minutes, or one code by the month."""


def read(given: object, path: str, shape: str = MINUTES) -> dict[str, object]:
    """Read some fields of a policy of a shape."""
    readers = SHAPES[shape]
    found = reading.record(given, path, needs=(), may_have=readers)
    return {name: readers[name](value, reading.under(path, name)) for name, value in found.items()}


def merged(preset: Mapping[str, Any], overrides: Mapping[str, Any]) -> dict[str, Any]:
    """Return a preset's fields with overrides on top."""
    result = {**preset, **overrides}
    for name in _MERGED:
        result[name] = {**preset[name], **overrides.get(name, {})}
    return result
