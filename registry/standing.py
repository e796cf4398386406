"""How a patient's month stands: the answer that billing gives to the registry's question.

The registry knows no billing rule.  It asks through a port (`service_month.decide_with`), keeps
the answer beside the month's totals, and shows it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NotRequired, Protocol, TypedDict


class Threshold(TypedDict):
    """A mark on the minutes bar: from `minutes` counted on, `code` is earned.

    `kind`: `pays` (from where this payer pays) or `whole` (the code's whole time).
    """

    code: str
    minutes: int
    kind: str


class Step(TypedDict):
    code: str
    minutes_needed: int


class Reason(TypedDict):
    """`kind` is hold, refusal or note; `rule` the rule's short name; `text` for a person."""

    kind: str
    rule: str
    text: str
    reference: str | None


class Standing(TypedDict):
    """What the rules say of a month so far.  Seconds are counted, minutes cut once.

    `basis` is billing's mark of all that the answer rests on: where it differs, the answer is old.
    """

    program: str
    outcome: str
    month_type: str | None
    worked_seconds: int
    counted_seconds: int
    excluded: dict[str, int]
    entries: dict[str, dict[str, int]]
    lines: list[dict[str, object]]
    next: Step | None
    thresholds: list[Threshold]
    reasons: list[Reason]
    basis: NotRequired[str]


class Decider(Protocol):
    """Decide the month of these patients.  Patients with no episode in it are left out."""

    def __call__(self, patient_ids: Sequence[int], month: dt.date) -> Mapping[int, Standing]: ...
