"""A policy in words: what it says by group, each with its source, and what of it is our own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from billing.rules import policy as rules
from billing.rules import policy_words, preset_notes, presets
from billing.rules.errors import FieldError
from billing.rules.policy import Policy
from billing.rules.policy_words import Statement
from registry.templatetags.formats import plural

if TYPE_CHECKING:
    from billing.models import PayerPolicy
    from billing.rules.preset_version import Version

#: In the order in which a biller asks: what, whose minutes, on what evidence, how it is claimed.
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "What it pays",
        (
            "accepted_codes",
            "min_minutes",
            "max_units",
            "separately_paid",
            "program_code",
            "month_earned_by",
            "contact_days_needed",
            "apcm_addons",
            "new_episode_gap_months",
            "initial_if_unbilled",
        ),
    ),
    (
        "Whose minutes count",
        ("counted_roles", "bhi_counted_roles", "counts_outreach_attempts", "same_person_therapy"),
    ),
    (
        "The evidence it wants",
        (
            "consent_methods",
            "initiating_visit_lookback_days",
            "diagnosis_prefixes",
            "measure_required",
            "instruments",
            "consultant_review",
            "authorization_after_months",
        ),
    ),
    ("The claim", ("date_of_service", "line_modifiers", "modifier_25_on_same_day_em")),
)


def label(preset: str) -> str:
    """A preset as a person reads it; one whose file is gone, by its name."""
    found = presets.book().get(preset)
    return f"{found.label} ({preset})" if found else preset


def day_to_read(row: PayerPolicy, today: dt.date) -> dt.date:
    """Presets are dated: today, or the day of the row that is nearest to it."""
    day = max(today, row.active_from)
    return min(day, row.active_to) if row.active_to else day


def resolved(row: PayerPolicy, today: dt.date) -> Policy:
    """The policy as it reads.  FieldError where the rules cannot read it."""
    return rules.resolve(row.preset, row.overrides, on=day_to_read(row, today))


def shown(row: PayerPolicy, today: dt.date, before: PayerPolicy | None = None) -> dict[str, Any]:
    """What a page says of a policy, and what differs from the one `before`."""
    try:
        policy = resolved(row, today)
    except FieldError as error:
        return {"unreadable": f"It cannot be read, and holds every claim: {error}."}
    version = presets.version(policy.preset, policy.version)
    marked = [_marked(each, row, policy) for each in policy_words.statements(policy)]
    other = _readable(before, today)
    return {
        "reading": label(row.preset),
        "reference": version.dated.reference,
        "read_on": version.dated.read_on,
        "groups": _groups(marked),
        "own": [each for each in marked if each["is_own"]],
        "changes": policy_words.differing(policy, other) if other else (),
        "unconfirmed": sum(bool(each["unconfirmed"]) for each in marked),
        "to_know": version.to_know,
        "terms": _terms(version),
    }


def in_short(row: PayerPolicy, today: dt.date) -> str:
    """Where a list has one line: the preset, and how many fields differ from it."""
    try:
        policy = resolved(row, today)
    except FieldError:
        return f"{label(row.preset)}, which cannot be read"
    count = len(policy.overrides())
    return label(row.preset) + (f", {plural(count, 'field')} otherwise" if count else "")


def _readable(row: PayerPolicy | None, today: dt.date) -> Policy | None:
    try:
        return resolved(row, today) if row else None
    except FieldError:
        return None


def _marked(each: Statement, row: PayerPolicy, policy: Policy) -> dict[str, Any]:
    """A statement with why it is our own and what the preset says, where it is."""
    found: dict[str, Any] = {name: getattr(each, name) for name in Statement.__dataclass_fields__}
    if each.is_own:
        preset = rules.resolve(policy.preset, on=policy.version)
        found["preset_says"] = policy_words.said(preset, each.field)
        found["why"] = row.reasons.get(each.field, "")
    return found


def _groups(marked: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The statements by group; what only a monthly program says is nobody else's."""
    by_field = {each["field"]: each for each in marked}
    return [
        {"title": title, "statements": [by_field[name] for name in names if name in by_field]}
        for title, names in GROUPS
    ]


_FORMS = {
    preset_notes.PROFESSIONAL: "A professional claim (837P).",
    preset_notes.INSTITUTIONAL: "An institutional claim (837I), which this product does not write.",
}
_REPLACES: Mapping[bool | None, str] = {
    True: "Takes a claim in place of an earlier one.",
    False: "Takes no claim in place of an earlier one.",
}
_RELEASED: Mapping[bool | None, str] = {
    True: "A claim may go once its month is earned.",
    False: "A claim goes after the month's end.",
}
_RUNS_FROM = {
    preset_notes.FROM: "the first day of the service",
    preset_notes.THROUGH: "the last day of the service",
}


def _terms(version: Version) -> list[dict[str, str]]:
    """How the payer takes claims, as far as it is known."""
    terms = version.terms
    sentences = {
        "claim_form": _FORMS.get(terms.claim_form or ""),
        "takes_replacement": _REPLACES.get(terms.takes_replacement),
        "filing_days": terms.filing_days
        and f"File within {plural(terms.filing_days, 'day')} of "
        f"{_RUNS_FROM.get(terms.filing_from or '', 'the service')}.",
        "appeal_days": terms.appeal_days
        and f"Appeal within {plural(terms.appeal_days, 'day')}.",
        "early_release": _RELEASED.get(terms.early_release),
    }  # fmt: skip
    return [
        {
            "text": str(text),
            "reference": terms.sources.get(name, ""),
            "unconfirmed": terms.unconfirmed.get(name, ""),
        }
        for name, text in sentences.items()
        if text
    ]
