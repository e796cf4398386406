"""What a review, a question, a withdrawal must be; the sentence where it is not."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from registry import calendar, time_words
from registry.errors import Refused, refuse
from registry.models import Episode, User
from registry.vocabulary import Advice, Program

TEXT_LIMIT, REASON_LIMIT = 4000, 200
#: A review is written down while it is remembered.
SIGNED_WITHIN = dt.timedelta(days=7)
FOLLOW_UP_WITHIN = dt.timedelta(days=366)


@dataclass(frozen=True, kw_only=True)
class Review:
    """A recommendation on its way to be signed."""

    advice: str
    recommendation: str
    follow_up_on: dt.date | None
    started_at: dt.datetime | None
    ended_at: dt.datetime | None
    reason: str
    with_clock: bool
    others: list[User]
    by: User
    now: dt.datetime


def check(episode: Episode, what: Review, on: dt.date) -> None:
    """Everything that is wrong with the review of the local day `on`, at once, by field."""
    problems = _words(what) | _follow_up(what.follow_up_on, on) | _time(what) | _days(episode, on)
    if problems:
        raise Refused(problems)


def _words(what: Review) -> dict[str, str]:
    found = {}
    if what.advice not in Advice.values:
        found["advice"] = "Choose what you recommend."
    if not what.recommendation:
        found["recommendation"] = "Write the recommendation: it is the evidence of the review."
    elif problem := too_long(what.recommendation):
        found["recommendation"] = problem
    return found


def too_long(recommendation: str) -> str | None:
    """The sentence on a recommendation that has more characters than one may have."""
    if len(recommendation) <= TEXT_LIMIT:
        return None
    return _too_long("recommendation", recommendation, TEXT_LIMIT)


def _too_long(name: str, text: str, limit: int) -> str:
    return f"The {name} has {len(text)} characters; shorten it to {limit}."


def _follow_up(day: dt.date | None, on: dt.date) -> dict[str, str]:
    if day is None:
        return {}
    if day < on:
        return {"follow_up_on": "The follow-up lies before the review. Choose a later day."}
    if day - on > FOLLOW_UP_WITHIN:
        return {"follow_up_on": "The follow-up is more than a year away. Choose an earlier day."}
    return {}


def _time(what: Review) -> dict[str, str]:
    if (what.started_at is None) != (what.ended_at is None):
        return {"started_at": "Say when the review began and when it ended, or neither."}
    if what.started_at is not None and what.now - what.started_at > SIGNED_WITHIN:
        days = SIGNED_WITHIN.days
        return {
            "started_at": f"The review began more than {days} days ago. Sign reviews within "
            f"{days} days; of an older one, sign what you recommend today."
        }
    return {}


def _days(episode: Episode, on: dt.date) -> dict[str, str]:
    if on < episode.started_on:
        began = time_words.date(episode.started_on)
        return {"started_at": f"Care began on {began}, after this review. Correct its time."}
    if episode.ended_on and calendar.month_of(on) > calendar.month_of(episode.ended_on):
        ended = time_words.date(episode.ended_on)
        return {"": f"Care ended on {ended}. A review belongs to care that goes on: enrol anew."}
    return {}


def question(text: str) -> str:
    said = text.strip()
    if not said:
        raise refuse("question", "Write what you want to know from the consultant.")
    if len(said) > TEXT_LIMIT:
        raise refuse("question", _too_long("question", said, TEXT_LIMIT))
    return said


def may_be_asked(episode: Episode) -> None:
    """Refused where no consultant would see the question."""
    if episode.ended_on is not None:
        ended = time_words.date(episode.ended_on)
        raise refuse("", f"Care ended on {ended}. Enrol the patient anew, then ask.")
    if episode.program == Program.BHI and episode.consultant_id is None:
        raise refuse(
            "", "General BHI has no consultant. Name one in the episode's team first, then ask."
        )


def withdrawal(reason: str) -> str:
    said = reason.strip()
    if not said:
        raise refuse("reason", "Say why this review is withdrawn.")
    if len(said) > REASON_LIMIT:
        raise refuse("reason", _too_long("reason", said, REASON_LIMIT))
    return said
