"""Sam and Alice go through a caseload: minutes to the patient on screen, each second once."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine

from billing.selectors import month_facts
from registry.errors import Refused
from registry.models import CaseloadMeeting, ServiceMonth, TimeEntry
from registry.services import caseload_meetings
from tests.cast import NOW
from tests.registry import entering

OCTOBER = dt.date(2026, 10, 1)
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def cases(make, elm_street, payer, alice, sam, dr_priya):
    """Three patients of Alice's, consented."""
    made = []
    for _ in range(3):
        patient = make.patient(elm_street)
        make.coverage(patient, payer)
        make.consent(patient)
        made.append(make.episode(patient, alice, dr_priya, consultant=sam))
    return made


def seconds(patient, role):
    found = TimeEntry.objects.filter(patient=patient, role=role, status="confirmed")
    return [(entry.ended_at - entry.started_at).total_seconds() for entry in found]


def begin(browser, alice):
    url = entering.url("meeting_begin")
    return browser.post(url, {"care_manager": alice.pk}, follow=True)


def on_screen():
    return CaseloadMeeting.objects.get().cases.get(closed_at=None).episode


def test_the_minutes_fall_to_the_patient_on_screen_for_both(
    clock, signed_in, cases, alice, sam, elm_street
):
    browser = signed_in(sam)
    page = begin(browser, alice).content.decode()
    assert "Caseload review with Alice Moreno" in page
    first = on_screen()
    clock.shift(5 * MINUTE)
    browser.post(entering.url("meeting_next"))
    second = on_screen()
    assert second != first
    clock.shift(7 * MINUTE)
    browser.post(entering.url("meeting_end"))
    assert seconds(first.patient, "consultant") == seconds(first.patient, "care_manager") == [300]
    assert seconds(second.patient, "consultant") == seconds(second.patient, "care_manager") == [420]
    month = ServiceMonth.objects.get(patient=first.patient, month=OCTOBER)
    assert (month.worked_seconds, month.counted_seconds) == (600, 300)


def test_signing_is_evidence_and_leads_to_the_next_patient(clock, signed_in, cases, alice, sam):
    browser = signed_in(sam)
    begin(browser, alice)
    first = on_screen()
    clock.shift(4 * MINUTE)
    sent = browser.post(
        entering.url("review", episode_id=first.pk),
        {"advice": "continue", "recommendation": "Go on.", "with_whom": alice.pk,
         "time": "clock", "then": "next"},
    )  # fmt: skip
    second = on_screen()
    assert sent.url == entering.url("review", episode_id=second.pk)
    case = first.meeting_cases.get()
    assert case.case_review == first.case_reviews.get()
    assert seconds(first.patient, "consultant") == seconds(first.patient, "care_manager") == [240]


def test_after_the_last_patient_the_review_can_be_ended(clock, signed_in, cases, alice, sam):
    browser = signed_in(sam)
    begin(browser, alice)
    for _ in range(2):
        clock.shift(MINUTE)
        browser.post(entering.url("meeting_next"))
    page = browser.post(entering.url("meeting_next"), follow=True).content.decode()
    assert "End the review" in page


def test_alices_own_timer_keeps_its_time_and_hers_of_the_review_waits(
    clock, signed_in, cases, make, alice, sam
):
    make.entry(cases[2].patient, alice, NOW + MINUTE, 3)
    browser = signed_in(sam)
    begin(browser, alice)
    first = on_screen()
    clock.shift(5 * MINUTE)
    page = browser.post(entering.url("meeting_end"), follow=True).content.decode()
    assert "waits in that log for a look" in page
    waiting = TimeEntry.objects.get(patient=first.patient, worker=alice)
    assert waiting.status == "needs_review"


@pytest.mark.parametrize("who", ["nobody", "charlie", "sam"])
def test_it_is_held_with_a_care_manager_of_the_practice(request, clock, elm_street, sam, who):
    person = None if who == "nobody" else request.getfixturevalue(who)
    with pytest.raises(Refused) as refused:
        caseload_meetings.begin(elm_street, care_manager=person, by=sam, now=NOW)
    assert "care_manager" in refused.value.problems


def test_a_consultant_holds_one_review_at_a_time(clock, elm_street, alice, bob, sam):
    caseload_meetings.begin(elm_street, care_manager=alice, by=sam, now=NOW)
    with pytest.raises(Refused, match="already"):
        caseload_meetings.begin(elm_street, care_manager=bob, by=sam, now=NOW)


def test_ended_twice_it_ends_once(clock, elm_street, cases, alice, sam):
    meeting = caseload_meetings.begin(elm_street, care_manager=alice, by=sam, now=NOW)
    caseload_meetings.end(meeting, by=sam, now=NOW + MINUTE)
    caseload_meetings.end(meeting, by=sam, now=NOW + 5 * MINUTE)
    meeting.refresh_from_db()
    assert meeting.ended_at == NOW + MINUTE


def test_the_rules_know_on_which_days_the_caseload_was_reviewed(
    clock, elm_street, cases, alice, sam
):
    meeting = caseload_meetings.begin(elm_street, care_manager=alice, by=sam, now=NOW)
    patient = cases[0].patient
    assert (
        month_facts.gather([patient.pk], OCTOBER).charts[patient.pk].facts.caseload_meetings == ()
    )
    caseload_meetings.end(meeting, by=sam, now=NOW + MINUTE)
    facts = month_facts.gather([patient.pk], OCTOBER).charts[patient.pk].facts
    assert facts.caseload_meetings == (dt.date(2026, 10, 14),)


def test_the_list_shows_what_each_review_went_through(clock, signed_in, cases, alice, sam, ann):
    browser = signed_in(sam)
    begin(browser, alice)
    clock.shift(MINUTE)
    browser.post(entering.url("meeting_end"))
    page = signed_in(ann).get(entering.url("meetings")).content.decode()
    assert "Alice Moreno" in page
    meeting = CaseloadMeeting.objects.get()
    detail = signed_in(ann).get(entering.url("meeting", meeting_id=meeting.pk)).content.decode()
    assert "Talked about, not signed" in detail
