"""A month's work on one patient: calls, charts, coordination, and the consultant's review."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from registry.services import case_reviews, time_log
from registry.vocabulary import Activity, Advice, Origin, WorkerRole

if TYPE_CHECKING:
    from billing.services.demo.charts import Chart

REVIEW_MINUTES = 10
#: How a month's minutes fall into pieces, in hundredths, and what was noted.
PIECES = (
    (Activity.PATIENT_CONTACT, 27, "Call: mood, sleep, and what was tried since the last one."),
    (Activity.CHART_REVIEW, 15, "Read the visit note and the medication list."),
    (Activity.BRIEF_INTERVENTION, 24, "Behavioral activation: chose two activities for the week."),
    (Activity.CARE_COORDINATION, 12, "Told the practitioner about side effects; pharmacy called."),
    (Activity.CARE_PLANNING, 9, "Went over goals; next call agreed."),
    (Activity.PATIENT_CONTACT, 13, "Follow-up call: activities done, sleep a little better."),
)
ADVICE = (
    (Advice.CONTINUE, "Keep the dose. Score again in two weeks; call if sleep gets worse."),
    (Advice.CHANGE_DOSE, "Raise the dose one step after the next visit; watch for agitation."),
    (Advice.ADD_THERAPY, "Add behavioral activation by phone, weekly, for a month."),
)


def month(chart: Chart, back: int) -> None:
    days = chart.days(back)
    if not days:
        return
    minutes = chart.story.minutes[back]
    reviewed = back in chart.story.reviews
    pieces(chart, days, minutes - (REVIEW_MINUTES if reviewed else 0))
    if reviewed:
        review(chart, days[len(days) // 2], back)


def pieces(chart: Chart, days: list[dt.date], minutes: int) -> None:
    """Spread whole minutes over the days, in pieces that add up to the last second."""
    left = minutes * 60
    for number, (activity, share, note) in enumerate(PIECES):
        last = number == len(PIECES) - 1
        seconds = left if last else minutes * 60 * share // 100
        left -= seconds
        day = days[number * len(days) // len(PIECES)]
        if seconds:
            log(chart, day, seconds, activity, note)


def log(chart: Chart, day: dt.date, seconds: int, activity: str, note: str) -> None:
    start, end = chart.desk.book([chart.care_manager.pk], day, 0, seconds)
    time_log.record(
        patient=chart.patient,
        worker=chart.care_manager,
        role=WorkerRole.CARE_MANAGER,
        activity=activity,
        started_at=start,
        ended_at=end,
        note=note,
        origin=Origin.TIMER,
        by=chart.care_manager,
        now=end,
    )


def review(chart: Chart, day: dt.date, back: int) -> None:
    """The consultant and the care manager go over the case together."""
    both = [chart.consultant, chart.care_manager]
    start, end = chart.desk.book([person.pk for person in both], day, REVIEW_MINUTES)
    advice, text = ADVICE[(chart.patient.pk + back) % len(ADVICE)]
    case_reviews.sign(
        chart.episode,
        advice=advice,
        recommendation=text,
        follow_up_on=min(day + dt.timedelta(days=14), chart.today),
        started_at=start,
        ended_at=end,
        participants=both,
        by=chart.consultant,
        now=end,
    )
