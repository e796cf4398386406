"""When a second may count at all: in month and episode, under consent, outside hospital stays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from billing.rules.facts import Consent, Episode, MonthFacts, Stay
from billing.rules.month import Bounds

Span = tuple[int, int]
Spans = tuple[Span, ...]


class ConsentState(Enum):
    """What consent there was at some second of the month."""

    ACCEPTED = "by an accepted method"
    OTHER_METHOD = "by another method only"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Sieve:
    """A reason for which seconds fall away, and the seconds left after it and those before."""

    reason: str
    left: Spans


@dataclass(frozen=True, slots=True)
class Windows:
    """The month's bounds, the sieves in the order in which they apply, and the state of consent."""

    bounds: Bounds
    sieves: tuple[Sieve, ...]
    consent: ConsentState


def of(facts: MonthFacts) -> Windows:
    """Return when seconds of this month may count."""
    bounds = facts.month.bounds(facts.timezone)
    month = ((bounds.start, bounds.end),)
    consent, consented = _consented(facts, bounds)
    steps = (
        ("outside_episode", _episode(facts.episode, bounds)),
        ("outside_consent", consented),
        ("inpatient", _outside_stays(facts.stays, bounds) if facts.stays else month),
    )
    return Windows(bounds, _sieves(steps, month), consent)


def _sieves(steps: Iterable[tuple[str, Spans]], month: Spans) -> tuple[Sieve, ...]:
    """Return the sieves that hold anything back, each with what passes it and all before it."""
    sieves, left = [], month
    for reason, spans in steps:
        if spans != month:
            left = _shared(left, spans)
            sieves.append(Sieve(reason, left))
    return tuple(sieves)


def _episode(episode: Episode, bounds: Bounds) -> Spans:
    first = bounds.opens(episode.started_on)
    last = bounds.end if episode.ended_on is None else bounds.closes(episode.ended_on)
    return ((first, last),) if first < last else ()


def _consented(facts: MonthFacts, bounds: Bounds) -> tuple[ConsentState, Spans]:
    """Return the seconds under a consent that counts; all of them where no consent is in force."""
    methods = facts.policy.consent_methods
    accepted = _in_force((c for c in facts.consents if c.method in methods), bounds)
    if accepted:
        return ConsentState.ACCEPTED, accepted
    if any_method := _in_force(facts.consents, bounds):
        return ConsentState.OTHER_METHOD, any_method
    return ConsentState.NONE, ((bounds.start, bounds.end),)


def _in_force(consents: Iterable[Consent], bounds: Bounds) -> Spans:
    return _joined(
        (
            max(consent.given_at, bounds.start),
            bounds.end if consent.revoked_at is None else min(consent.revoked_at, bounds.end),
        )
        for consent in consents
    )


def _outside_stays(stays: tuple[Stay, ...], bounds: Bounds) -> Spans:
    inside = _joined((bounds.opens(stay.first), bounds.closes(stay.last)) for stay in stays)
    edges = (bounds.start, *(edge for span in inside for edge in span), bounds.end)
    return tuple(span for span in zip(edges[::2], edges[1::2], strict=True) if span[0] < span[1])


def _joined(spans: Iterable[Span]) -> Spans:
    """Return spans in order, those that touch or overlap joined, empty ones left out."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)


def _shared(some: Spans, others: Spans) -> Spans:
    """Return the seconds that lie in both."""
    pairs = ((max(a, c), min(b, d)) for a, b in some for c, d in others)
    return _joined(pairs)
