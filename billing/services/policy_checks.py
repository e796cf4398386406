"""What a payer's policy may hold: its days and source, and each override with its reason.

The rules' own reader says whether an override is right; the limits here are what a claim can carry.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from billing.models import PayerPolicy
from billing.rules import policy_fields, presets
from billing.rules.errors import FieldError
from billing.services import stretches
from registry import checks
from registry.checks import Problems

Given = Mapping[str, Any]

_PRESET = "Choose one of the readings listed."
_SOURCE = "Say where this reading was found, such as the payer's bulletin and its date."
_REVIEW = "The day of the next review lies ahead. Choose a later day, or leave it empty."
_WHY = "Say why it differs from the preset, such as what the payer wrote and when."

#: Numbers beyond these are a slip of the pen: ten hours, ten years, ten times what Medicare takes.
_MOST = {
    "min_minutes": 600,
    "max_units": 40,
    "initiating_visit_lookback_days": 3660,
    "new_episode_gap_months": 120,
    "authorization_after_months": 120,
    "contact_days_needed": 31,
}
#: Lists that would hold every claim if nothing stood in them.
_NEEDS_ONE = (
    "accepted_codes",
    "counted_roles",
    "bhi_counted_roles",
    "consent_methods",
    "month_earned_by",
)


def terms(row: PayerPolicy, today: dt.date) -> dict[str, str | None]:
    """What is wrong with a draft, by field, and by path within `overrides` and `reasons`."""
    return {
        "preset": None if row.preset in presets.names() else _PRESET,
        "source": checks.text(row.source, most=300, called="The source") if row.source else _SOURCE,
        "source_address": checks.text(row.source_address, most=300, called="The address"),
        "review_by": review(row.review_by, today),
        **stretches.problems(row.active_from, row.active_to),
        **overrides(row.overrides, shape_of(row)),
        **reasons(row.overrides, row.reasons),
    }


def review(day: dt.date | None, today: dt.date) -> str | None:
    if day is None or today < day <= stretches.LAST:
        return None
    return _REVIEW


def shape_of(row: PayerPolicy) -> str:
    """Which fields a row may override: those of the shape of its preset's rule."""
    if row.preset not in presets.names():
        return policy_fields.MINUTES
    return presets.version(row.preset, row.active_from).shape


def overrides(given: Given, shape: str) -> Problems:
    """What is wrong with overrides, by path: `min_minutes.99492`, `consent_methods`."""
    found: Problems = {}
    for field, value in given.items():
        for path, piece in _pieces(field, value):
            if problem := _problem(field, piece, shape):
                found.setdefault(path, problem)
    return found or _together(given, shape)


def reasons(given: Given, why: Mapping[str, str]) -> Problems:
    """Every override says why, by path: `reasons.min_minutes`."""
    said = {field: why.get(field, "") for field in given}
    found = {
        field: checks.text(text, most=300, called="The reason") if text else _WHY
        for field, text in said.items()
    }
    return {f"reasons.{field}": problem for field, problem in found.items() if problem}


def as_kept(given: Given, shape: str) -> dict[str, Any]:
    """Overrides as they are kept: codes plain, lists as JSON knows them.  They are right."""
    read: dict[str, Any] = json.loads(json.dumps(policy_fields.read(given, "", shape)))
    return read


def _pieces(field: str, value: Any) -> Iterator[tuple[str, Given]]:
    """An override in parts that can be wrong by themselves: what is kept by code, code by code."""
    if isinstance(value, Mapping) and value:
        yield from ((f"{field}.{code}", {field: {code: given}}) for code, given in value.items())
    else:
        yield field, {field: value}


def _problem(field: str, piece: Given, shape: str) -> str | None:
    try:
        read = policy_fields.read(piece, "", shape)
    except FieldError as error:
        return f"It {error.message}."
    return _limit(field, read[field])


def _together(given: Given, shape: str) -> Problems:
    """What is wrong only beside another part: a code that is named twice."""
    try:
        policy_fields.read(given, "", shape)
    except FieldError as error:
        return {error.field: f"It {error.message}."}
    return {}


def _limit(field: str, value: Any) -> str | None:
    """What the rules take and a claim cannot carry."""
    if field in _NEEDS_ONE and not value:
        return "Choose at least one: with none, every claim would be held."
    if field in _MOST and _highest(value) > _MOST[field]:
        return f"It must be {_MOST[field]} or less."
    checked = _SHAPES.get(field)
    return checked(value) if checked else None


def _highest(value: Any) -> int:
    numbers = value.values() if isinstance(value, Mapping) else (value,)
    return max((number for number in numbers if number is not None), default=0)


def _codes(value: tuple[str, ...]) -> str | None:
    wrong = [code for code in value if not re.fullmatch(r"[0-9A-Z]{5}", code)]
    return f"{wrong[0]} is no code: it has five digits or capital letters." if wrong else None


def _program(value: str | None) -> str | None:
    return None if value is None else _codes((value,))


def _prefixes(value: tuple[str, ...]) -> str | None:
    if not value:
        return "Write at least one beginning: with none, every claim would be held."
    wrong = [
        text for text in value if not re.fullmatch(r"[A-Z][0-9A-Z]{0,2}(\.[0-9A-Z]{0,4})?", text)
    ]
    return f"{wrong[0]} begins no diagnosis. Write it as F or F32.1." if wrong else None


def _modifiers(value: Mapping[str, tuple[str, ...]]) -> str | None:
    """Two characters each and four a line (005010X222A1, loop 2400 SV101-3 to -6)."""
    for code, given in value.items():
        if problem := _codes((code,)):
            return problem
        if len(given) > 4:
            return "A line carries four modifiers at most. Leave some out."
        if wrong := [text for text in given if not re.fullmatch(r"[0-9A-Z]{2}", text)]:
            return f"{wrong[0]} is no modifier: it has two digits or capital letters."
        if len(set(given)) < len(given):
            return "A modifier is named twice. Leave one out."
    return None


_SHAPES: Mapping[str, Callable[[Any], str | None]] = {
    "accepted_codes": _codes,
    "program_code": _program,
    "diagnosis_prefixes": _prefixes,
    "line_modifiers": _modifiers,
}
