"""How a patient's month stands: the answer that billing gives to the registry's question.

The registry knows no billing rule.  It asks through a port (`service_month.decide_with`), keeps
the answer beside the month's totals, and shows it.  Enrolment asks through another
(`enrolment_rules.begin_with`) whether care begins anew.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NotRequired, Protocol, TypedDict


class Threshold(TypedDict):
    """A mark on the minutes bar: from `minutes` counted on, `code` is earned.

    `kind`: `pays` (from where this payer pays) or `whole` (the code's whole time).
    """

    code: str
    minutes: int
    kind: str


class Prompt(TypedDict):
    """What the payer asks for on the line of another service, never on the month's own.

    `on` is the service's local day as 2026-10-01; `giver` who gave it, as `user:7`; `text` a
    sentence; `reference` the payer's source.  It is met once `modifier` is on the service.
    """

    code: str
    on: str
    giver: str
    modifier: str
    text: str
    reference: str | None


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

    `entries` are those of which not every second counts, by id: of every other one all do.
    `thresholds` hold both places of each code: where this payer pays from, and the whole time.
    `needs` says what is asked for instead, where no minutes earn the month.  `basis` is billing's
    mark of all that the answer rests on: where it differs, the answer is old.
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
    needs: NotRequired[str]
    prompts: NotRequired[list[Prompt]]
    basis: NotRequired[str]


@dataclass(frozen=True, kw_only=True)
class Ending:
    """A running timer as it is about to be written down, for an answer that is written with it."""

    entry_id: int
    ended_at: dt.datetime
    status: str
    activity: str


class Beginning(TypedDict):
    """How the first month of an episode would be read.

    `month_type` is `initial` or `subsequent`; `idle_months` are the whole months without care
    since `last_month`, the last one in collaborative care (both None where there was none);
    `gap_months` is how many of them the payer wants before care begins anew.
    """

    month_type: str
    last_month: dt.date | None
    idle_months: int | None
    gap_months: int


class Beginner(Protocol):
    """Say how care that begins on a local day would be read.  None where that cannot be said."""

    def __call__(self, patient_id: int, started_on: dt.date) -> Beginning | None: ...


class Decider(Protocol):
    """Decide the month of these patients.  Patients with no episode in it are left out.

    `ending` is taken for written: the timer's time counts as if it had ended so.
    """

    def __call__(
        self, patient_ids: Sequence[int], month: dt.date, ending: Ending | None = None
    ) -> Mapping[int, Standing]: ...
