"""Plays one patient's story: insurance, enrolment, scores, reviews, and the months' work."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from billing.services.demo import twists, work
from billing.services.demo.desk import Desk, working_days
from billing.services.demo.practices import House
from billing.services.demo.stories import Story
from registry import calendar
from registry.models import Episode, Patient, User
from registry.services import coverages, episodes, measures, treatments
from registry.services.consents import ConsentInput
from registry.vocabulary import Instrument, Program, TreatmentKind


@dataclass(kw_only=True)
class Chart:
    """A story being played."""

    story: Story
    house: House
    patient: Patient
    care_manager: User
    consultant: User
    desk: Desk
    now: dt.datetime
    episode: Episode

    @property
    def timezone(self) -> str:
        return self.patient.practice.timezone

    @property
    def today(self) -> dt.date:
        return calendar.local_date(self.now, self.timezone)

    def month(self, back: int) -> dt.date:
        return calendar.shift_month(calendar.month_of(self.today), -back)

    def days(self, back: int) -> list[dt.date]:
        """Working days of the month from the day after enrolment up to yesterday."""
        one = dt.timedelta(days=1)
        return working_days(
            self.month(back), since=self.episode.started_on + one, until=self.today - one
        )

    def at(self, day: dt.date, hour: int, minute: int = 0) -> dt.datetime:
        time = dt.time(hour, minute)
        return dt.datetime.combine(day, time, tzinfo=ZoneInfo(self.timezone)).astimezone(dt.UTC)


def play(story: Story, house: House, *, now: dt.datetime) -> None:
    patient = house.patients[story.practice, story.name]
    _address(patient, story)
    _insurance(patient, story, house, now)
    chart = _enrol(patient, story, house, now)
    for back in sorted(story.minutes, reverse=True):
        _score(chart, back)
        work.month(chart, back)
        for twist in story.twists.get(back, ()):
            twists.play(twist, chart, back)
    _treat(chart)


def _address(patient: Patient, story: Story) -> None:
    """The front desk has asked for what the source lacked."""
    if story.zip_code:
        patient.zip_code = story.zip_code
        patient.save(update_fields=["zip_code"])


def _insurance(patient: Patient, story: Story, house: House, now: dt.datetime) -> None:
    coverages.add(
        patient=patient,
        payer=house.payers[story.practice, story.payer],
        rank=1,
        member_id=f"DEMO{patient.pk:06}" if story.member_id else "",
        relationship="18",
        active_from=calendar.shift_month(calendar.month_of(now.date()), -6),
        by=house.people["dana"],
        now=now,
    )


def _enrol(patient: Patient, story: Story, house: House, now: dt.datetime) -> Chart:
    started = _start(patient, story, now)
    morning = dt.datetime.combine(started, dt.time(9), tzinfo=ZoneInfo(patient.practice.timezone))
    at = min(morning, now)
    mid_month = any("consent_mid_month" in each for each in story.twists.values())
    by = house.people["priya"] if story.practice == "elm-street" else house.people["charlie"]
    consent = ConsentInput(
        method=story.consent,
        given_at=at,
        taken_by=by,
        told_consultant=True,
        told_cost_sharing=True,
        told_one_practitioner=True,
        told_may_stop=True,
    )
    therapy = any("outside_therapy" in each for each in story.twists.values())
    episode = episodes.enrol(
        patient=patient,
        program=story.program,
        diagnoses=[story.diagnosis],
        started_on=started,
        initiating_visit_on=started,
        care_manager=house.people[story.care_manager],
        consultant=house.people["sam"] if story.program == Program.COCM else None,
        treating_practitioner=house.practitioners[story.practice],
        consent=None if mid_month else consent,
        site=house.sites[story.practice] if story.site else None,
        outside_therapy_same_condition=True if therapy else None,
        by=by,
        now=min(at + dt.timedelta(minutes=20), now),
    )
    return Chart(
        story=story,
        house=house,
        patient=patient,
        care_manager=house.people[story.care_manager],
        consultant=house.people["sam"],
        desk=house.desk,
        now=now,
        episode=episode,
    )


def _start(patient: Patient, story: Story, now: dt.datetime) -> dt.date:
    """The third working day of the month it began in, or today where that is still to come."""
    today = calendar.local_date(now, patient.practice.timezone)
    month = calendar.shift_month(calendar.month_of(today), -story.began)
    days = working_days(month, since=month, until=today)
    return days[min(2, len(days) - 1)] if days else today


def _score(chart: Chart, back: int) -> None:
    at = chart.story.began - back
    days = chart.days(back)
    if not days:
        return
    day = days[min(1, len(days) - 1)]
    for instrument, totals in (
        (Instrument.PHQ9, chart.story.scores),
        (Instrument.GAD7, chart.story.anxiety),
    ):
        total = totals[at] if at < len(totals) else None
        if total is not None and not (back == 0 and "safety_flag" in _all(chart)):
            measures.record(
                patient=chart.patient,
                instrument=instrument,
                scored_on=day,
                total=total,
                by=chart.care_manager,
                now=min(chart.at(day, 16), chart.now),
            )


def _treat(chart: Chart) -> None:
    """Collaborative care for low mood: a medicine from enrolment, more where scores stay high."""
    story, started = chart.story, chart.episode.started_on
    if story.program != Program.COCM or not story.scores:
        return
    begun = treatments.Begun(
        kind=TreatmentKind.MEDICINE,
        name="Sertraline",
        dose="50 mg daily",
        prescriber=str(chart.episode.treating_practitioner),
        started_on=started,
    )
    row = treatments.add(chart.patient, begun, by=chart.care_manager, now=chart.now)
    raised, known = started + dt.timedelta(days=42), [each for each in story.scores if each]
    if raised < chart.today and known[-1:] and known[-1] >= 10:
        treatments.change_dose(
            row, dose="100 mg daily", on=raised, by=chart.care_manager, now=chart.now
        )


def _all(chart: Chart) -> set[str]:
    return {twist for each in chart.story.twists.values() for twist in each}
