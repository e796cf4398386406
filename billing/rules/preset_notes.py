"""What a preset's file says beside the policy: claim terms, and what a biller should know.

The engine decides nothing by them. A screen shows them, and the claim's own services ask them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from billing.rules import parameters, reading
from billing.rules.errors import FieldError
from billing.rules.reading import Reader

PROFESSIONAL = "837P"
INSTITUTIONAL = "837I"
FROM = "from"
THROUGH = "through"

_TERMS: Mapping[str, Reader[object]] = {
    "claim_form": partial(reading.word, among=(PROFESSIONAL, INSTITUTIONAL)),
    "takes_replacement": reading.flag,
    "filing_days": partial(reading.whole, at_least=1),
    "filing_from": partial(reading.word, among=(FROM, THROUGH)),
    "appeal_days": partial(reading.whole, at_least=1),
    "early_release": reading.flag,
}
TERMS = tuple(_TERMS)


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """Something a biller should know of a payer which no rule decides, such as an age limit.

    ``unconfirmed`` says why the fact is not certain; it is empty where it was read as it stands.
    """

    text: str
    reference: str
    read_on: date
    unconfirmed: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ClaimTerms:
    """How a payer takes claims; None is not known, and then nobody may guess.

    ``claim_form`` is ``837P`` or ``837I``; ``takes_replacement``: frequency codes 7 and 8;
    ``filing_days`` run from the line's ``from`` or ``through`` date (``filing_from``);
    ``early_release``: a claim may go once its month is earned, before the month ends.
    ``sources`` and ``unconfirmed`` hold, by term, where it was read and why it is not certain.
    """

    claim_form: str | None = None
    takes_replacement: bool | None = None
    filing_days: int | None = None
    filing_from: str | None = None
    appeal_days: int | None = None
    early_release: bool | None = None
    sources: Mapping[str, str] = field(default_factory=dict)
    unconfirmed: Mapping[str, str] = field(default_factory=dict)


NO_TERMS = ClaimTerms()


def facts(value: object, path: str) -> tuple[Fact, ...]:
    """Read the list of what a biller should know."""
    return reading.several(value, path, _fact)


def _fact(value: object, path: str) -> Fact:
    found = reading.record(
        value, path, needs=("text", "reference", "read_on"), may_have=("unconfirmed",)
    )
    return Fact(
        text=parameters.cited(found["text"], f"{path}.text"),
        reference=parameters.cited(found["reference"], f"{path}.reference"),
        read_on=parameters.day(found["read_on"], f"{path}.read_on"),
        unconfirmed=doubt(found, path),
    )


def terms(value: object, path: str, before: ClaimTerms = NO_TERMS) -> ClaimTerms:
    """Read claim terms on top of those before; each is a value with its own reference."""
    found = reading.record(value, path, needs=(), may_have=_TERMS)
    if "filing_days" in found and "filing_from" not in found:
        raise FieldError(f"{path}.filing_from", "is missing: from which date do the days run")
    read = {name: _term(name, given, f"{path}.{name}") for name, given in found.items()}
    kept = {name: getattr(before, name) for name in TERMS}
    return ClaimTerms(
        **{**kept, **{name: term[0] for name, term in read.items()}},
        sources={**before.sources, **{name: term[1] for name, term in read.items()}},
        unconfirmed={
            **{name: why for name, why in before.unconfirmed.items() if name not in read},
            **{name: term[2] for name, term in read.items() if term[2]},
        },
    )


def _term(name: str, given: object, path: str) -> tuple[object, str, str]:
    found = reading.record(given, path, needs=("value", "reference"), may_have=("unconfirmed",))
    return (
        _TERMS[name](found["value"], f"{path}.value"),
        parameters.cited(found["reference"], f"{path}.reference"),
        doubt(found, path),
    )


def doubt(found: reading.Record, path: str) -> str:
    """Read why something is not certain; empty where the key is left out."""
    if "unconfirmed" not in found:
        return ""
    return parameters.cited(found["unconfirmed"], f"{path}.unconfirmed")
