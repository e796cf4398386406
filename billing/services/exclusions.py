"""What other services of the month do to a claim: an NCCI edit, a rule of the month, a unit cap.

One sentence for each service, by the strongest of what fits: a hold goes before a warning, and the
same date before the same month.  What the rules say themselves (`already_billed`) is left to them.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from billing.models import PairEffect, PairKind
from billing.rules.facts import OtherService
from billing.rules.verdict import Verdict
from billing.rules.words import listed, plain
from billing.selectors.exclusions import Cap, Pair
from billing.selectors.month_facts import Chart
from billing.services import own_finding
from billing.services.own_finding import OwnFinding

ON_THE_DATE, IN_THE_MONTH, ABOVE_CAP = (
    "excluded_on_the_date",
    "excluded_in_the_month",
    "units_above_cap",
)
Match = tuple[OtherService, Pair]

_RULES = {PairKind.SAME_DATE: ON_THE_DATE, PairKind.MONTH: IN_THE_MONTH}
_LIFTED_BY = "an NCCI modifier (59, XE, XP, XS or XU)"
#: NCCI's modifier indicator of edits that nothing lifts.
_NEVER = 0
#: What lifts a unit cap, by its adjudication indicator (`UnitCap`).
_LIFTS_CAP = {
    1: "each line is judged by itself",
    2: "nothing lifts it",
    3: "more may be paid on appeal where the chart shows the need",
}


def of(chart: Chart, verdict: Verdict) -> Iterator[OwnFinding]:
    """Findings for the lines of a verdict, on their date of service."""
    day = verdict.date_of_service
    if day is None:
        return
    units = {plain(line.code): line.units for line in verdict.lines}
    matches: dict[str, list[Match]] = defaultdict(list)
    for service, pair in chart.exclusions.pairs:
        if pair.code in units and _applies(service, pair, day):
            matches[pair.other].append((service, pair))
    for other in sorted(matches):
        yield _finding(other, _strongest(matches[other]))
    for cap in chart.exclusions.caps:
        if cap.covers(day) and units.get(cap.code, 0) > cap.units:
            yield _above(cap, units[cap.code])


def _applies(service: OtherService, pair: Pair, day: dt.date) -> bool:
    return pair.covers(day) and (pair.kind == PairKind.MONTH or service.on == day)


def _strongest(matches: Sequence[Match]) -> list[Match]:
    def strength(match: Match) -> tuple[bool, bool]:
        pair = match[1]
        return pair.effect == PairEffect.HOLD, pair.kind == PairKind.SAME_DATE

    most = max(map(strength, matches))
    return [match for match in matches if strength(match) == most]


def _finding(other: str, matches: Sequence[Match]) -> OwnFinding:
    pairs = [pair for _, pair in matches]
    say = own_finding.hold if pairs[0].effect == PairEffect.HOLD else own_finding.note
    text = _on_the_date if pairs[0].kind == PairKind.SAME_DATE else _in_the_month
    days = sorted({service.on for service, _ in matches})
    return say(
        _RULES[PairKind(pairs[0].kind)],
        text(other, listed(list(map(str, days))), pairs),
        "services",
        reference=_reference(pairs),
    )


def _in_the_month(other: str, days: str, pairs: Sequence[Pair]) -> str:
    why = " ".join(dict.fromkeys(pair.why for pair in pairs))
    return f"{other} on {days} is of the same month as {_codes(pairs)}. {why}"


def _on_the_date(other: str, days: str, pairs: Sequence[Pair]) -> str:
    """Which of the two is paid, and what to do; lines of one answer are said together."""
    alike: dict[tuple[bool, int | None], list[Pair]] = defaultdict(list)
    for pair in pairs:
        alike[pair.pays == pair.code, pair.indicator].append(pair)
    said = "; ".join(_outcome(other, same) for same in alike.values())
    return (
        f"{other} was given on {days}, the claim's date of service, by the same practitioner: "
        f"{said}. {_advice(other, pairs)}"
    )


def _outcome(other: str, pairs: Sequence[Pair]) -> str:
    ours = _codes(pairs)
    paid, denied = (ours, other) if pairs[0].pays == pairs[0].code else (other, ours)
    if pairs[0].indicator == _NEVER:
        return f"{paid} is paid and {denied} denied, and no modifier changes that"
    return f"{paid} is paid and {denied} denied, unless {_LIFTED_BY} is put on {denied}"


def _advice(other: str, pairs: Sequence[Pair]) -> str:
    corrected = f"correct the date of {other} if it was given on another day"
    sides = {pair.pays == pair.code for pair in pairs}
    off = other if sides == {True} else "one of the two"
    if pairs[0].effect == PairEffect.HOLD:
        return f"Leave {off} off, or {corrected}."
    if all(pair.indicator == _NEVER for pair in pairs):
        return f"Both are paid on different dates only: {corrected}."
    return f"Put the modifier on only where the two were truly separate; else leave {off} off."


def _codes(pairs: Iterable[Pair]) -> str:
    return listed(sorted({pair.code for pair in pairs}))


def _reference(pairs: Sequence[Pair]) -> str:
    """Where it was read, in which release; CMS gives its reason in a word of its own."""
    said = [
        f"{pair.source} ({pair.release})"
        + (f": {pair.why}" if pair.kind == PairKind.SAME_DATE else "")
        for pair in pairs
    ]
    return "; ".join(dict.fromkeys(said))


def _above(cap: Cap, units: int) -> OwnFinding:
    return own_finding.hold(
        ABOVE_CAP,
        f"{cap.code} × {units} is more than the {cap.units} that CMS pays for one date "
        f"(adjudication indicator {cap.indicator}: {_LIFTS_CAP[cap.indicator]}). Set the payer's "
        f"limit of {cap.code} to {cap.units} in its policy.",
        "policy",
        reference=f"{cap.source} ({cap.release})",
    )
