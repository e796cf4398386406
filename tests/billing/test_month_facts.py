"""From rows to facts: what a chart holds is what the rules hear."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from billing.rules import case, decide
from billing.selectors import month_facts
from tests.billing.october import OCTOBER
from tests.billing.payer_rows import fee, policy_row

pytestmark = pytest.mark.django_db

NEW_YORK = ZoneInfo("America/New_York")


def new_york(*at):
    return dt.datetime(*at, tzinfo=NEW_YORK)


def chart_of(patient, month=OCTOBER):
    return month_facts.gather([patient.pk], month).charts[patient.pk]


def facts_of(patient, month=OCTOBER):
    return chart_of(patient, month).facts


def test_an_enrolled_chart_becomes_a_case_that_the_contract_reads(enrolled, alice, make):
    make.entry(enrolled, alice, new_york(2026, 10, 6, 9), 30)
    facts = facts_of(enrolled)
    assert case.read(case.write(facts)) == facts
    assert facts.care_manager == f"user:{alice.pk}"
    assert facts.diagnoses == ("F32.1",)
    assert [entry.end - entry.start for entry in facts.time] == [1800]
    assert decide(facts).minutes == 30


def test_a_practitioner_who_signs_in_is_the_same_person_as_that_user(
    enrolled, dr_priya, priya, alice, make, system, now
):
    for practitioner in (f"clinician:{dr_priya.pk}", f"user:{alice.pk}", "an outside therapist"):
        enrolled.other_services.create(
            code="99213",
            served_on=OCTOBER,
            practitioner=practitioner,
            recorded_at=now,
            recorded_by=system,
        )
    facts = facts_of(enrolled)
    assert facts.treating_practitioner == f"user:{priya.pk}"
    assert {service.practitioner for service in facts.other_services} == {
        f"user:{priya.pk}",
        f"user:{alice.pk}",
        "an outside therapist",
    }


def test_a_practitioner_without_a_sign_in_is_named_by_the_clinician(enrolled, dr_priya):
    dr_priya.user = None
    dr_priya.save()
    assert facts_of(enrolled).treating_practitioner == f"clinician:{dr_priya.pk}"


@pytest.mark.parametrize(
    ("start", "minutes", "taken"),
    [
        (new_york(2026, 9, 30, 23, 30), 30, False),
        (new_york(2026, 9, 30, 23, 30), 31, True),
        (new_york(2026, 10, 31, 23, 59), 10, True),
        (new_york(2026, 11, 1, 0, 0), 10, False),
    ],
)
def test_the_month_begins_and_ends_by_the_practices_clock(
    enrolled, alice, make, start, minutes, taken
):
    make.entry(enrolled, alice, start, minutes)
    assert bool(facts_of(enrolled).time) == taken


def test_a_running_timer_is_no_time_yet_and_a_void_entry_is_listed(enrolled, alice, make, now):
    make.entry(enrolled, alice, new_york(2026, 10, 6, 9), None)
    make.entry(
        enrolled,
        alice,
        new_york(2026, 10, 7, 9),
        status="voided",
        voided_at=now,
        voided_by=alice,
        void_reason="another patient",
    )
    assert [entry.status for entry in facts_of(enrolled).time] == ["voided"]


def test_what_was_voided_or_withdrawn_is_no_evidence(enrolled, sam, now):
    enrolled.measures.update(voided_at=now, voided_by=sam, void_reason="mistyped")
    enrolled.case_reviews.update(withdrawn_at=now, withdrawn_by=sam, withdraw_reason="wrong chart")
    enrolled.episodes.get().diagnoses.update(removed_at=now, removed_by=sam)
    facts = facts_of(enrolled)
    assert (facts.measures, facts.reviews, facts.diagnoses) == ((), (), ())


def test_evidence_counts_in_its_own_month_only(enrolled, make, sam):
    make.measure(enrolled, scored_on=dt.date(2026, 11, 1))
    make.review(enrolled.episodes.get(), sam, reviewed_on=dt.date(2026, 9, 30))
    facts = facts_of(enrolled)
    assert len(facts.measures) == len(facts.reviews) == 1


def test_of_two_episodes_in_a_month_the_one_at_its_end_is_taken(
    patient, alice, bob, dr_priya, make, now
):
    first = make.episode(patient, alice, dr_priya, started_on=dt.date(2026, 3, 1))
    first.ended_on, first.end_reason = dt.date(2026, 10, 9), "lapsed"
    first.save()
    make.episode(patient, bob, dr_priya, started_on=dt.date(2026, 10, 20), program="bhi")
    facts = facts_of(patient)
    assert facts.program == "bhi"
    assert facts.care_manager == f"user:{bob.pk}"
    assert facts_of(patient, dt.date(2026, 9, 1)).care_manager == f"user:{alice.pk}"


def test_an_open_episode_goes_before_a_later_one_that_the_month_does_not_reach(
    patient, alice, bob, dr_priya, make
):
    first = make.episode(patient, alice, dr_priya, started_on=dt.date(2026, 3, 1))
    first.ended_on, first.end_reason = dt.date(2026, 10, 9), "lapsed"
    first.save()
    make.episode(patient, bob, dr_priya, started_on=dt.date(2026, 11, 2))
    assert facts_of(patient).episode.started_on == dt.date(2026, 3, 1)


def test_time_of_somebody_never_enrolled_lies_outside_every_episode(patient, alice, make):
    make.entry(patient, alice, new_york(2026, 10, 6, 9), 30)
    chart = chart_of(patient)
    verdict = decide(chart.facts)
    assert not chart.is_enrolled
    assert verdict.excluded == {"outside_episode": 1800}


def service_month(patient, month, seconds):
    from registry.models import ServiceMonth

    starts_at = dt.datetime(month.year, month.month, 1, 4, tzinfo=dt.UTC)
    return ServiceMonth.objects.create(
        practice=patient.practice,
        patient=patient,
        month=month,
        starts_at=starts_at,
        ends_at=starts_at + dt.timedelta(days=30),
        worked_seconds=seconds,
        confirmed_seconds=seconds,
    )


def test_earlier_service_months_are_those_with_confirmed_time_in_collaborative_care(
    patient, alice, dr_priya, make
):
    make.episode(patient, alice, dr_priya, started_on=dt.date(2026, 8, 20))
    for month, seconds in ((7, 600), (8, 600), (9, 0)):
        service_month(patient, dt.date(2026, month, 1), seconds)
    prior = facts_of(patient).episode.prior_service_months
    assert list(map(str, prior)) == ["2026-08"], "July's call came before the episode"


def test_a_month_of_general_integration_is_no_earlier_collaborative_care(
    patient, alice, dr_priya, make
):
    first = make.episode(patient, alice, dr_priya, program="bhi", started_on=dt.date(2026, 8, 1))
    first.ended_on, first.end_reason = dt.date(2026, 9, 30), "goals_reached"
    first.save()
    make.episode(patient, alice, dr_priya)
    service_month(patient, dt.date(2026, 9, 1), 1200)
    assert facts_of(patient).episode.prior_service_months == ()


def test_an_episode_whose_first_month_earned_nothing_is_unbilled(patient, alice, dr_priya, make):
    make.episode(patient, alice, dr_priya, started_on=dt.date(2026, 9, 1))
    assert facts_of(patient).episode.unbilled_initial
    assert not facts_of(patient, dt.date(2026, 9, 1)).episode.unbilled_initial


def test_the_coverage_in_force_at_the_months_end_pays(patient, payer, make, elm_street, now):
    from registry.models import Payer

    other = Payer.objects.create(practice=elm_street, name="Harbor Mutual", created_at=now)
    patient.coverages.update(active_to=dt.date(2026, 10, 15))
    make.coverage(patient, other, active_from=dt.date(2026, 10, 16))
    assert chart_of(patient).payer_id == other.pk
    assert chart_of(patient, dt.date(2026, 9, 1)).payer_id == payer.pk


def test_where_an_episode_ends_the_coverage_of_its_last_day_pays(
    patient, payer, alice, dr_priya, make
):
    patient.coverages.update(active_to=dt.date(2026, 10, 15))
    episode = make.episode(patient, alice, dr_priya)
    assert chart_of(patient).payer_id is None
    episode.ended_on, episode.end_reason = dt.date(2026, 10, 15), "moved"
    episode.save()
    assert chart_of(patient).payer_id == payer.pk


def test_the_approved_policy_of_the_month_is_applied(enrolled, payer, dana, now):
    policy_row(payer, dana, now, preset="midpoint", active_to=dt.date(2026, 9, 30))
    policy_row(
        payer, dana, now, overrides={"max_units": {"99494": 2}}, active_from=dt.date(2026, 10, 1)
    )
    policy_row(payer, dana, now, preset="midpoint", approved_at=None, approved_by=None)
    chart = chart_of(enrolled)
    assert not chart.policy.is_stand_in
    assert chart.facts.policy.preset == "standard"
    assert chart.facts.policy.max_units == {"99494": 2}
    assert chart_of(enrolled, dt.date(2026, 9, 1)).facts.policy.preset == "midpoint"


def test_without_a_policy_the_standard_preset_stands_in_and_says_so(enrolled):
    chart = chart_of(enrolled)
    assert chart.policy.is_stand_in
    assert chart.facts.policy.preset == "standard"


def test_a_policy_that_cannot_be_read_breaks_its_own_patients_only(
    enrolled, payer, patient, make, elm_street, dana, now
):
    policy_row(payer, dana, now, overrides={"min_minutes": {"99492": "seventy"}})
    uninsured = make.patient(elm_street)
    gathered = month_facts.gather([enrolled.pk, uninsured.pk], OCTOBER)
    assert list(gathered.charts) == [uninsured.pk]
    assert "policy.overrides.min_minutes.99492" in str(gathered.broken[enrolled.pk])


def test_the_payers_own_amount_goes_before_the_practices(enrolled, payer, elm_street, dana, now):
    fee(elm_street, dana, now, "99492", "160.00")
    fee(elm_street, dana, now, "99492", "171.50", payer=payer, active_to=dt.date(2026, 10, 15))
    schedule = chart_of(enrolled).fees
    assert schedule.charge("99492", dt.date(2026, 10, 15)) == Decimal("171.50")
    assert schedule.charge("99492", dt.date(2026, 10, 31)) == Decimal("160.00")
    assert schedule.charge("99493", dt.date(2026, 10, 31)) is None


def test_the_clock_change_lengthens_november_by_an_hour_of_time(enrolled, alice, make):
    """New York's November 1 has 25 hours: the hour from one to two comes, and counts, twice."""
    make.entry(enrolled, alice, dt.datetime(2026, 11, 1, 5, 0, tzinfo=dt.UTC), 120)
    facts = facts_of(enrolled, dt.date(2026, 11, 1))
    assert decide(facts).minutes == 120
    assert facts.time[0].end - facts.time[0].start == 7200


def test_a_month_begins_at_the_first_of_two_midnights(make, northside, alice, priya):
    """Havana repeats the hour before one on November 1, 2026: the month begins with the first."""
    from registry.models import Practice

    havana = Practice.objects.create(
        organization=northside,
        name="Vedado",
        slug="vedado",
        timezone="America/Havana",
        created_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    )
    patient = make.patient(havana)
    first_midnight = dt.datetime(2026, 11, 1, 4, 0, tzinfo=dt.UTC)
    make.entry(patient, alice, first_midnight, 10)
    assert len(facts_of(patient, dt.date(2026, 11, 1)).time) == 1
    assert facts_of(patient).time == ()


def test_a_chunk_costs_as_many_queries_as_one_patient(
    make, elm_street, payer, alice, dr_priya, django_assert_num_queries
):
    patients = [make.patient(elm_street) for _ in range(12)]
    for patient in patients:
        make.coverage(patient, payer)
        make.episode(patient, alice, dr_priya)
        make.consent(patient)
    with django_assert_num_queries(3):
        month_facts.gather([patients[0].pk], OCTOBER)
    with django_assert_num_queries(3):
        gathered = month_facts.gather([patient.pk for patient in patients], OCTOBER)
    assert len(gathered.charts) == 12


def test_concerned_are_those_with_an_episode_or_time_in_the_month(
    enrolled, make, elm_street, harbor, alice, dr_priya
):
    never, with_time = make.patient(elm_street), make.patient(elm_street)
    left = make.patient(elm_street)
    gone = make.episode(left, alice, dr_priya, started_on=dt.date(2026, 8, 1))
    gone.ended_on, gone.end_reason = dt.date(2026, 9, 30), "moved"
    gone.save()
    make.patient(harbor)
    make.entry(with_time, alice, new_york(2026, 10, 31, 23, 50), 30)
    found = month_facts.concerned(elm_street.pk, elm_street.timezone, OCTOBER)
    assert found == sorted([enrolled.pk, with_time.pk])
    assert never.pk not in found
