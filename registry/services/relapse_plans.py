"""The relapse-prevention plan: written down once, changed by writing a further one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db import transaction

from registry import calendar, checks
from registry.models import Episode, RelapsePlan, User

MOST = 4000
#: What a plan cannot do without, by field.
_NEEDED = {
    "warning_signs": "The warning signs are missing. Write those that the patient named.",
    "what_helps": "What helps is missing. Write what the patient will do when signs come back.",
}
_CALLED = {
    "warning_signs": "The list of warning signs",
    "what_helps": "What helps",
    "treatment": "The treatment to go on with",
    "who_to_call": "Whom to call",
}


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A plan in the patient's words; days are local to the practice."""

    warning_signs: str = ""
    what_helps: str = ""
    treatment: str = ""
    who_to_call: str = ""
    next_score_on: dt.date | None = None
    made_on: dt.date | None = None


@transaction.atomic
def write(episode: Episode, plan: Plan, *, by: User, now: dt.datetime) -> RelapsePlan:
    """Keep a plan; an earlier one of the episode stays to be read.  Raises Refused by field."""
    today = calendar.local_date(now, episode.patient.practice.timezone)
    checks.stop_if(_problems(episode, plan, today))
    assert plan.made_on is not None
    words = {field: getattr(plan, field).strip() for field in _CALLED}
    return RelapsePlan.objects.create(
        episode=episode,
        next_score_on=plan.next_score_on,
        made_on=plan.made_on,
        recorded_at=now,
        recorded_by=by,
        **words,
    )


def _problems(episode: Episode, plan: Plan, today: dt.date) -> dict[str, str | None]:
    found: dict[str, str | None] = {
        field: f"{called} is longer than {MOST} characters. Shorten it."
        if len(getattr(plan, field).strip()) > MOST
        else None
        for field, called in _CALLED.items()
    }
    return {
        **found,
        "made_on": _made(episode, plan.made_on, today),
        "next_score_on": _next(plan, today),
        **checks.missing(vars(plan), _NEEDED),
    }


def _made(episode: Episode, day: dt.date | None, today: dt.date) -> str | None:
    if day is None:
        return "The day is missing. Enter when the plan was made."
    if day < episode.started_on:
        return "The plan was made before the episode began. Correct the day."
    return checks.not_future(day, today, called="The day")


def _next(plan: Plan, today: dt.date) -> str | None:
    if plan.next_score_on and plan.made_on and plan.next_score_on <= plan.made_on:
        return "The next score comes after the plan. Choose a later day."
    return None
