"""The one most pressing thing to do for a patient, as an act in words, and where it is done.

Ranked: safety, consent, contact, score, plan, review, then what the month lacks, then the next
call.  Each flag of a row has its act here: a step never only repeats what is wrong.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from registry import calendar, time_words
from registry.selectors import review_reasons
from registry.selectors.care_due import CONTACT_DAYS
from registry.vocabulary import Program, Role

if TYPE_CHECKING:
    from registry.selectors.caseload_rows import Row
    from registry.web.caseload_lines import Addresses

ACKNOWLEDGE = "Acknowledge the safety flag"
SCORE = "Score the PHQ-9"
REVIEW = "Ask for this month's review"
PLAN = "Change the plan: ask for a review"


class Step(NamedTuple):
    text: str
    url: str = ""


def of_row(row: Row, to: Addresses) -> Step:
    episode = row.episode
    if episode.flagged_on:
        return Step(ACKNOWLEDGE, to.to("patient", row))
    if episode.ended_on:
        return _lacking(row, to) or _nothing_left(row)
    if episode.is_no_consent:
        return Step("Record a consent", to.to("consent_add", row))
    return _clinical(row, to) or _lacking(row, to) or _next_call(row, to)


def _clinical(row: Row, to: Addresses) -> Step | None:
    episode = row.episode
    if row.contact_is_due:
        text = "Call again" if row.contact_on else "Call for the first time"
        return Step(text, to.to("patient", row))
    if row.score_is_due:
        return Step(SCORE, to.to("measure_add", row))
    if episode.is_not_improved and not _is_new_plan(row):
        return _ask(row, to, PLAN)
    if episode.asked_on or (episode.program == Program.COCM and _review_is_due(row)):
        return _ask(row, to, REVIEW)
    return None


def _ask(row: Row, to: Addresses, text: str) -> Step:
    if Role.CONSULTANT in to.roles:
        return Step("Answer the question" if row.episode.asked_on else "Review the case",
                    to.to("review", row))  # fmt: skip
    if not row.episode.asked_on:
        return Step(text, to.to("review_request", row) or to.to("review", row))
    waits = f"Wait for the consultant's answer; {_call_by(row, 'call')}"
    return Step(waits, to.to("review", row))


def _is_new_plan(row: Row) -> bool:
    on: dt.date | None = row.episode.reviewed_on
    return on is not None and on > row.today - review_reasons.AGAIN_AFTER


def _review_is_due(row: Row) -> bool:
    on: dt.date | None = row.episode.reviewed_on
    return on is None or on < calendar.month_of(row.today)


def _next_call(row: Row, to: Addresses) -> Step:
    """A slow course has its new plan by now, and is followed by a call."""
    start = "Follow the new plan: call" if row.episode.is_not_improved else "Call"
    return Step(_call_by(row, start), to.to("patient", row))


def _call_by(row: Row, start: str) -> str:
    assert row.contact_on is not None  # else a call is due
    return f"{start} by {time_words.date(row.contact_on + dt.timedelta(days=CONTACT_DAYS))}"


def _nothing_left(row: Row) -> Step:
    return Step(f"Nothing left: discharged on {time_words.date(row.episode.ended_on)}")


# -- what the month lacks ---------------------------------------------------------------------


def _visit(row: Row, to: Addresses) -> str:
    if Role.TREATING_PRACTITIONER in to.roles:
        return "Enter the initiating visit, or see the patient"
    return f"Ask {_practitioner(row)} for the initiating visit"


def _stale_visit(row: Row, to: Addresses) -> str:
    if Role.TREATING_PRACTITIONER in to.roles:
        return "Enter a visit that fits the start of care"
    return f"Ask {_practitioner(row)} for a visit that fits the start of care"


def _diagnosis(row: Row, to: Addresses) -> str:
    if Role.TREATING_PRACTITIONER in to.roles:
        return "Enter a diagnosis that the payer takes"
    return f"Ask {_practitioner(row)} for a diagnosis that the payer takes"


def _practitioner(row: Row) -> str:
    episode = row.episode
    return f"{episode.treating_practitioner_first_name} {episode.treating_practitioner_last_name}"


#: By the rule that stands against the month: what the care team does about it, the first first.
_ACTS: Mapping[str, str | Callable[[Row, Addresses], str]] = {
    "consent_missing": "Record a consent",
    "consent_method_not_accepted": "Get the consent in writing",
    "initiating_visit_missing": _visit,
    "initiating_visit_stale": _stale_visit,
    "diagnosis_missing": _diagnosis,
    "measure_missing": SCORE,
    "consultant_review_missing": REVIEW,
    "same_person_therapy": "Let another person give the therapy, and enter who does",
    "non_duplication_note_missing": "Write how this care differs from the outside therapy",
    "coverage_missing": "Ask for the insurance, and enter it",
    "subscriber_id_missing": "Ask for the member id, and enter it",
    "authorization_missing": "Ask the payer for an authorization",
    "already_billed": "Ask the biller who bills this month",
    "excluded_on_the_date": "Check the other service's date with the biller",
    "excluded_in_the_month": "Check the other service with the biller",
}


def _lacking(row: Row, to: Addresses) -> Step | None:
    rule = next((rule for rule in _ACTS if rule in row.lacks), None)
    if rule is None:
        return None
    if rule == "consultant_review_missing" and not row.episode.ended_on:
        return _ask(row, to, REVIEW)
    act = _ACTS[rule]
    return Step(act if isinstance(act, str) else act(row, to), to.mends(rule, row))
