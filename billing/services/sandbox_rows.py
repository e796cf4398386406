"""One patient's month as two readings decide it: what differs, in lines, dollars and words.

No database here: two decisions in, a row out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from billing.rules import words
from billing.rules.verdict import BILLABLE, NOTE, Line
from billing.services import decision
from billing.services.decision import Decision
from registry.standing import Reason

#: Billable only after; billable only before; otherwise different; not different at all.
ADDED, REMOVED, CHANGED, SAME = "added", "removed", "changed", "same"

#: Whether a sentence came with the reading, went with it, or says what is counted otherwise.
CAME, WENT, MOVED = "came", "went", "moved"


@dataclass(frozen=True, slots=True)
class Half:
    """A month by one reading: its lines, their date of service, and their dollars.

    `charge` is None where there is no line or no fee; `expected`, what the payer should pay, where
    nothing says what it allows.
    """

    outcome: str
    lines: tuple[str, ...]
    day: dt.date | None
    charge: Decimal | None
    expected: Decimal | None

    @property
    def billed(self) -> Decimal:
        """Dollars that would be billed now: what is held or refused is billed at nothing."""
        return (self.charge or Decimal()) if self.outcome == BILLABLE else Decimal()

    @property
    def paid(self) -> Decimal:
        """Dollars that the payer is expected to pay for what would be billed now."""
        return (self.expected or Decimal()) if self.outcome == BILLABLE else Decimal()


@dataclass(frozen=True, slots=True)
class Row:
    """A patient's month before and after, and why; `claim_state` of the claim that is kept."""

    patient_id: int
    before: Half
    after: Half
    why: tuple[tuple[str, str], ...] = ()
    claim_state: str = ""

    @property
    def kind(self) -> str:
        if self.before == self.after:
            return SAME
        if self.before.outcome != BILLABLE and self.after.outcome == BILLABLE:
            return ADDED
        if self.before.outcome == BILLABLE and self.after.outcome != BILLABLE:
            return REMOVED
        return CHANGED

    @property
    def difference(self) -> Decimal:
        """Dollars billed more, below zero where it is less."""
        return self.after.billed - self.before.billed

    @property
    def size(self) -> tuple[Decimal, Decimal, int]:
        """By which rows are sorted: dollars billed, then dollars at stake, then the patient."""
        stake = (self.after.charge or Decimal()) - (self.before.charge or Decimal())
        return -abs(self.difference), -abs(stake), self.patient_id


def compare(before: Decision, after: Decision, claim_state: str = "") -> Row:
    """The row of a chart that was decided twice, from the same facts."""
    row = Row(before.chart.patient_id, _half(before), _half(after), claim_state=claim_state)
    if row.kind == SAME:
        return row
    return Row(row.patient_id, row.before, row.after, tuple(_why(before, after)), claim_state)


def line_text(line: Line) -> str:
    """`99492 × 1`, with its modifiers behind where it has some."""
    return f"{line} ({', '.join(line.modifiers)})" if line.modifiers else str(line)


def _half(decided: Decision) -> Half:
    return Half(
        outcome=decided.outcome,
        lines=tuple(map(line_text, decided.verdict.lines)),
        day=decided.verdict.date_of_service,
        charge=decided.total_charge,
        expected=decided.total_expected,
    )


def _why(before: Decision, after: Decision) -> Iterator[tuple[str, str]]:
    moved = [text for say in _TOLD for text in say(before, after)]
    old, new = decision.reasons(before), decision.reasons(after)
    firm = [*_reasons(CAME, _firm(new), _firm(old)), *_reasons(WENT, _firm(old), _firm(new))]
    said = firm or [*_reasons(CAME, new, old), *_reasons(WENT, old, new)]
    yield from ((MOVED, text) for text in moved)
    yield from said
    if not moved and not said:
        yield MOVED, f"It is billed as {_lines(after)}, instead of {_lines(before)}."


def _firm(reasons: list[Reason]) -> list[Reason]:
    return [reason for reason in reasons if reason["kind"] != NOTE]


def _reasons(sign: str, mine: list[Reason], others: list[Reason]) -> Iterator[tuple[str, str]]:
    """What one reading says and the other does not.

    A rule that both name is told once, by the later reading's words, and only where they differ.
    """
    rules = {reason["rule"] for reason in others}
    texts = {reason["text"] for reason in others}
    for reason in mine:
        if reason["rule"] not in rules or (sign == CAME and reason["text"] not in texts):
            yield sign, reason["text"]


def _thresholds(before: Decision, after: Decision) -> Iterator[str]:
    """From how many minutes on the codes of either reading are paid, where the two differ."""
    old, new = before.verdict.policy.min_minutes, after.verdict.policy.min_minutes
    lines = (*before.verdict.lines, *after.verdict.lines)
    for code in dict.fromkeys(line.code for line in lines):
        if code in old and code in new and old[code] != new[code]:
            minutes = words.counted(new[code], "minute")
            yield f"{code} is paid from {minutes} on, instead of {old[code]}."


def _minutes(before: Decision, after: Decision) -> Iterator[str]:
    if before.verdict.counted != after.verdict.counted:
        now, then = (words.duration(each.verdict.counted) for each in (after, before))
        yield f"{now} count, instead of {then}."


def _month_type(before: Decision, after: Decision) -> Iterator[str]:
    now, then = after.verdict.month_type, before.verdict.month_type
    if now and then and now != then:
        yield f"It is read as {_TYPES[now]}, instead of {_TYPES[then]}."


def _day(before: Decision, after: Decision) -> Iterator[str]:
    now, then = after.verdict.date_of_service, before.verdict.date_of_service
    if now and then and now != then:
        yield f"Its date of service is {now:%b} {now.day}, instead of {then:%b} {then.day}."


def _lines(decided: Decision) -> str:
    return words.listed([line_text(line) for line in decided.verdict.lines]) or "nothing"


_TYPES = {words.INITIAL: "an initial month", words.SUBSEQUENT: "a later month"}
_TOLD = (_thresholds, _minutes, _month_type, _day)
