"""What does not go by the book: each twist is one that a buyer asks about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from billing.services.demo import work
from registry import calendar
from registry.models import OtherService, Stay
from registry.services import consents, measures, service_month, time_log
from registry.services.consents import ConsentInput
from registry.vocabulary import Activity, Instrument, Origin, WorkerRole

if TYPE_CHECKING:
    from billing.services.demo.charts import Chart

HALF_HOUR = dt.timedelta(minutes=30)


def play(name: str, chart: Chart, back: int) -> None:
    if chart.days(back):
        _TWISTS[name](chart, back)


def _consent_mid_month(chart: Chart, back: int) -> None:
    """Given on the middle working day, in the morning."""
    days = chart.days(back)
    at = chart.at(days[len(days) // 3], 8, 15)
    consents.give(
        patient=chart.patient,
        consent=ConsentInput(
            method="verbal",
            given_at=at,
            taken_by=chart.care_manager,
            told_consultant=True,
            told_cost_sharing=True,
            told_one_practitioner=True,
            told_may_stop=True,
        ),
        by=chart.care_manager,
        now=min(at + HALF_HOUR, chart.now),
    )


def _crisis(chart: Chart, back: int) -> None:
    """An hour of crisis care, billed apart as 90839."""
    day = chart.days(back)[len(chart.days(back)) // 2]
    work.log(chart, day, 3600, Activity.CRISIS, "Crisis call; safety plan made, brother present.")
    _billed_apart(chart, "90839", day, f"user:{chart.care_manager.pk}")
    _refresh(chart, back)


def _forgotten_timer(chart: Chart, back: int) -> None:
    """Started in the afternoon, noticed the next morning."""
    day = chart.days(back)[-2:][0]
    start = chart.at(day, 16, 45)
    noticed = chart.at(day + dt.timedelta(days=1), 8, 5)
    time_log.start(
        patient=chart.patient,
        worker=chart.care_manager,
        activity=Activity.CHART_REVIEW,
        by=chart.care_manager,
        now=start,
    )
    time_log.stop(worker=chart.care_manager, by=chart.care_manager, now=noticed)


def _inpatient(chart: Chart, back: int) -> None:
    """Three days in hospital; a call to the ward in between."""
    days = chart.days(back)
    first = days[len(days) // 2 + 2] if len(days) > 5 else days[-1]
    Stay.objects.create(
        patient=chart.patient,
        from_date=first,
        to_date=first + dt.timedelta(days=2),
        recorded_at=chart.at(first, 12),
        recorded_by=chart.care_manager,
    )
    note = "Talked with the ward about discharge and medication."
    work.log(chart, first, 25 * 60, Activity.CARE_COORDINATION, note)
    _refresh(chart, back)


def _late_by_hand(chart: Chart, back: int) -> None:
    """Written down three days later, from memory."""
    day = chart.days(back)[0]
    start, end = chart.desk.book([chart.care_manager.pk], day, 11)
    time_log.record(
        patient=chart.patient,
        worker=chart.care_manager,
        role=WorkerRole.CARE_MANAGER,
        activity=Activity.CARE_COORDINATION,
        started_at=start,
        ended_at=end,
        note="Spoke with the school counselor.",
        reason="Called from the car; the timer was not at hand.",
        origin=Origin.BY_HAND,
        by=chart.care_manager,
        now=min(end + dt.timedelta(days=3), chart.now),
        outside_care_is_meant=True,
    )


def _outside_therapy(chart: Chart, back: int) -> None:
    """Enrolment has noted it; the note that care is not doubled was never written."""


def _overlap(chart: Chart, back: int) -> None:
    """A timer ran on while a call was logged by hand: one of the two has to give way."""
    day = chart.days(back)[3 % len(chart.days(back))]
    start, end = chart.desk.book([chart.care_manager.pk], day, 20)
    time_log.record(
        patient=chart.patient,
        worker=chart.care_manager,
        role=WorkerRole.CARE_MANAGER,
        activity=Activity.CARE_COORDINATION,
        started_at=start + dt.timedelta(minutes=5),
        ended_at=start + dt.timedelta(minutes=12),
        note="Pharmacy called back about the refill.",
        reason="The call came while the chart was open.",
        origin=Origin.BY_HAND,
        by=chart.care_manager,
        now=start + dt.timedelta(minutes=12),
    )
    time_log.record(
        patient=chart.patient,
        worker=chart.care_manager,
        role=WorkerRole.CARE_MANAGER,
        activity=Activity.CHART_REVIEW,
        started_at=start,
        ended_at=end,
        note="Chart review before the next call.",
        origin=Origin.TIMER,
        status="needs_review",
        review_reason="It overlaps the pharmacy call that was logged by hand.",
        by=chart.care_manager,
        now=end,
    )


def _portal_message(chart: Chart, back: int) -> None:
    """The PCP answered by the portal, and billed it."""
    days = chart.days(back)
    _billed_apart(chart, "99421", days[len(days) // 2], _pcp(chart))
    _refresh(chart, back)


def _scale_billed(chart: Chart, back: int) -> None:
    """The PCP billed a scored scale on the month's last day, which is the claim's."""
    _billed_apart(chart, "96127", calendar.last_day(chart.month(back)), _pcp(chart))
    _refresh(chart, back)


def _pcp(chart: Chart) -> str:
    return f"clinician:{chart.episode.treating_practitioner_id}"


def _billed_apart(chart: Chart, code: str, day: dt.date, by: str) -> None:
    OtherService.objects.create(
        patient=chart.patient,
        code=code,
        served_on=day,
        practitioner=by,
        recorded_at=min(chart.at(day, 17), chart.now),
        recorded_by=chart.care_manager,
    )


def _safety_flag(chart: Chart, back: int) -> None:
    """PHQ-9, item by item, with an answer above zero to the last one."""
    day = chart.days(back)[-1]
    measures.record(
        patient=chart.patient,
        instrument=Instrument.PHQ9,
        scored_on=day,
        items=(3, 3, 2, 3, 2, 2, 2, 1, 1),
        by=chart.care_manager,
        now=min(chart.at(day, 16), chart.now),
    )


def _refresh(chart: Chart, back: int) -> None:
    service_month.refresh([chart.patient], [chart.month(back)], now=chart.now)


_TWISTS: dict[str, Callable[[Chart, int], None]] = {
    "consent_mid_month": _consent_mid_month,
    "crisis": _crisis,
    "forgotten_timer": _forgotten_timer,
    "inpatient": _inpatient,
    "late_by_hand": _late_by_hand,
    "outside_therapy": _outside_therapy,
    "overlap": _overlap,
    "portal_message": _portal_message,
    "safety_flag": _safety_flag,
    "scale_billed": _scale_billed,
}
