"""Time by hand, one entry, and the week, as pages."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine

from registry.models import AccessLog, TimeEntry
from registry.services import service_month, time_log
from tests.registry.time_log.forms import FIELDS, address, said
from tests.registry.time_log.moments import AT

OCTOBER = dt.date(2026, 10, 1)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(AT, tick=False) as traveller:
        yield traveller


# -- by hand ------------------------------------------------------------------------------------


def test_time_by_hand_is_in_the_log_in_the_practice_s_own_time(add, enrolled, alice):
    response = add()
    assert response.url == f"/p/elm-street/patients/{enrolled.pk}/?month=2026-10#time"
    entry = TimeEntry.objects.get()
    assert entry.started_at == dt.datetime(2026, 10, 14, 14, 0, tzinfo=dt.UTC)
    assert (entry.worker, entry.origin, entry.note) == (alice, "by_hand", "Sleep is better")


def test_time_past_midnight_names_the_other_day(add):
    add(day="2026-10-12", start="23:50", end="00:10", end_day="2026-10-13")
    entry = TimeEntry.objects.get()
    assert entry.ended_at - entry.started_at == dt.timedelta(minutes=20)


@pytest.mark.parametrize(
    ("fields", "name", "words"),
    [
        ({"day": "2026-10-15"}, "start", "lies in the future"),
        ({"end": "12:30"}, "end", "lies in the future"),
        ({"end": "09:00"}, "end", "is not after the start"),
        (
            {"day": "2026-10-12", "end": "10:01", "end_day": "2026-10-13"},
            "end",
            "longer than a day",
        ),
        ({"reason": ""}, "reason", "Say why this time is entered by hand."),
        ({"activity": ""}, "activity", "Activity is missing"),
        ({"day": "yesterday"}, "day", "This is no day"),
        ({"start": "noon"}, "start", "no time of day"),
        ({"day": ""}, "day", "Day is missing"),
        ({"day": "2026-09-30"}, "start", "Care management began on Oct 1, 2026"),
        ({"day": "2026-03-08", "start": "02:30"}, "start", "put forward"),
        ({"role": "consultant"}, "role", "Choose one of those listed"),
        ({"day": "0001-01-01"}, "day", "no likely year"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_nothing_typed_is_lost(add, fields, name, words):
    response = add(**fields)
    assert response.status_code == 422
    form = response.context["form"]
    assert words in " ".join(form.errors.get(name, []))
    assert "Sleep is better" in response.content.decode()
    assert not TimeEntry.objects.exists()


def test_time_across_another_entry_names_it(add, make, enrolled, alice):
    make.entry(enrolled, alice, AT - dt.timedelta(minutes=110), minutes=30)
    errors = add().context["form"].errors["start"][0]
    assert "10:10 AM–10:40 AM" in errors
    assert f"patient {enrolled.pk}" in errors


def test_time_in_a_closed_month_is_refused(add, enrolled, dana):
    service_month.close(enrolled, OCTOBER, by=dana, now=AT, reason="approved")
    assert "October 2026 is closed" in add().context["form"].errors["start"][0]


def test_time_for_another_practice_s_patient_is_not_found(add, make, harbor):
    assert add(make.patient(harbor)).status_code == 404


def test_time_before_consent_is_asked_about_and_kept_when_it_is_meant(add, enrolled):
    enrolled.consents.update(given_at=AT)
    response = add()
    assert "Consent was given on" in response.context["form"].errors["start"][0]
    assert 'name="meant"' in response.content.decode()
    assert add(meant="on").status_code == 302
    assert TimeEntry.objects.get().status == "confirmed"


def test_the_question_is_not_asked_before_there_is_a_reason(browser, enrolled):
    text = browser.get(f"/p/elm-street/patients/{enrolled.pk}/time/add/").content.decode()
    assert 'name="meant"' not in text


@pytest.mark.parametrize("who", ["dana", "sue", "ann"])
def test_who_only_reads_logs_nothing(request, signed_in, enrolled, who):
    browser = signed_in(request.getfixturevalue(who))
    assert browser.get(f"/p/elm-street/patients/{enrolled.pk}/time/add/").status_code == 403


# -- one entry ----------------------------------------------------------------------------------


@pytest.fixture
def forgotten(enrolled, alice):
    time_log.start(patient=enrolled, worker=alice, by=alice, now=AT - dt.timedelta(hours=30))
    return time_log.stop(worker=alice, by=alice, now=AT - dt.timedelta(hours=1))


def test_an_entry_shows_its_history_who_when_and_what(browser, entry):
    text = browser.get(address(entry)).content.decode()
    for words in ("Started at Oct 14, 2026, 11:30 AM.", "Stopped at Oct 14, 2026, 11:50 AM.",
                  "Confirmed.", "Alice Moreno"):  # fmt: skip
        assert words in text, words


@pytest.mark.parametrize("who", ["bob", "dana", "sue", "ann"])
def test_a_colleague_reads_an_entry_and_cannot_change_it(request, signed_in, entry, who):
    browser = signed_in(request.getfixturevalue(who))
    text = browser.get(address(entry)).content.decode()
    assert "Enter the true time" not in text
    for what in ("describe/", "confirm/", "void/", "correct/"):
        assert browser.post(address(entry, what), {"reason": "Not mine"}).status_code == 403
    entry.refresh_from_db()
    assert entry.status == "confirmed"


def test_another_practice_s_entry_is_not_found(signed_in, charlie, entry):
    assert signed_in(charlie).get(f"/p/harbor/time/{entry.pk}/").status_code == 404


def test_opening_an_entry_is_a_look_at_the_chart(browser, entry, enrolled):
    browser.get(address(entry))
    assert AccessLog.objects.get().patient_id == enrolled.pk


def test_an_entry_is_described_afterwards(browser, entry):
    browser.post(address(entry, "describe/"), {"activity": "crisis", "note": "Called 988"})
    entry.refresh_from_db()
    assert (entry.activity, entry.note) == ("crisis", "Called 988")


def test_an_entry_is_void_with_a_reason_and_not_without(browser, entry):
    response = browser.post(address(entry, "void/"), {"reason": ""})
    assert "Say why this entry is void." in said(browser, response)
    browser.post(address(entry, "void/"), {"reason": "Wrong patient"})
    entry.refresh_from_db()
    assert (entry.status, entry.void_reason) == ("voided", "Wrong patient")
    assert "Wrong patient" in browser.get(address(entry)).content.decode()


def test_what_can_stand_is_confirmed_by_one_press(browser, enrolled, alice):
    time_log.start(patient=enrolled, worker=alice, by=alice, now=AT - dt.timedelta(hours=10))
    entry = time_log.stop(worker=alice, by=alice, now=AT)
    assert "Confirm the time as it is" in browser.get(address(entry)).content.decode()
    browser.post(address(entry, "confirm/"))
    entry.refresh_from_db()
    assert entry.status == "confirmed"


def test_what_cannot_stand_offers_its_true_time_instead(browser, forgotten):
    text = browser.get(address(forgotten)).content.decode()
    assert "Confirm the time as it is" not in text
    assert "longer than a day" in text
    response = browser.post(address(forgotten, "confirm/"))
    assert "longer than a day" in said(browser, response)


def test_the_true_time_takes_the_entry_s_place(browser, forgotten):
    response = browser.post(address(forgotten, "correct/"), FIELDS)
    new = TimeEntry.objects.get(status="confirmed")
    assert response.url == address(new)
    assert (new.replaces_id, new.origin) == (forgotten.pk, "timer_corrected")


def test_a_true_time_that_cannot_be_comes_back_in_its_form(browser, forgotten):
    response = browser.post(address(forgotten, "correct/"), FIELDS | {"end": "09:00"})
    assert response.status_code == 422
    assert "is not after the start" in response.content.decode()
    forgotten.refresh_from_db()
    assert forgotten.status == "needs_review"


# -- the week -----------------------------------------------------------------------------------


def week(browser, **query):
    return browser.get("/p/elm-street/time/", query)


def test_a_week_lists_one_s_own_entries_by_day_with_their_sum(browser, make, enrolled, alice, bob):
    make.entry(enrolled, alice, AT - dt.timedelta(days=1), minutes=20)
    make.entry(enrolled, alice, AT - dt.timedelta(hours=3), minutes=10)
    make.entry(enrolled, alice, AT - dt.timedelta(hours=2), minutes=5)
    make.entry(enrolled, bob, AT - dt.timedelta(hours=2), minutes=40)
    days = week(browser).context["week"].days
    assert days[0].on == dt.date(2026, 10, 12)
    assert [day.worked // 60 for day in days] == [0, 20, 15, 0, 0, 0, 0]


def test_an_entry_over_midnight_is_on_both_days_each_its_own_seconds(
    browser, make, enrolled, alice
):
    make.entry(enrolled, alice, dt.datetime(2026, 10, 13, 3, 50, tzinfo=dt.UTC), minutes=25)
    days = week(browser).context["week"].days
    assert [day.worked // 60 for day in days][:2] == [10, 15]


@pytest.mark.parametrize("asked", ["2026-10-05", "2026-10-11"])
def test_any_day_names_its_week(browser, make, enrolled, alice, asked):
    make.entry(enrolled, alice, dt.datetime(2026, 10, 7, 14, tzinfo=dt.UTC), minutes=20)
    assert week(browser, week=asked).context["week"].worked == 1200


@pytest.mark.parametrize("asked", ["", "soon", "0001-01-01", "9999-12-31"])
def test_what_is_no_week_is_no_error(browser, asked):
    assert week(browser, week=asked).status_code == 200


def test_what_needs_review_is_listed_with_what_mends_it(browser, forgotten):
    text = week(browser).content.decode()
    assert "was it forgotten" in text
    assert "Enter the true time" in text


def test_a_time_sheet_of_nothing_says_what_to_do(browser, elm_street):
    assert "No time in this week" in week(browser).content.decode()


def test_time_written_down_more_than_a_day_later_is_marked_late(browser, add):
    add(day="2026-10-13", start="10:00", end="10:20")
    assert "Late" in week(browser).content.decode()
    TimeEntry.objects.get()


# -- the bar ------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", ["patients", "time", "caseload", "safety-flags"])
def test_the_running_clock_is_on_every_page(browser, enrolled, alice, page):
    time_log.start(patient=enrolled, worker=alice, by=alice, now=AT - dt.timedelta(minutes=3))
    text = browser.get(f"/p/elm-street/{page}/").content.decode()
    assert 'role="timer"' in text
    assert enrolled.full_name in text


def test_who_logs_no_time_has_no_bar(signed_in, dana, elm_street):
    assert 'id="timer"' not in signed_in(dana).get("/p/elm-street/patients/").content.decode()


# -- what a practice has chosen ------------------------------------------------------------------


def test_the_clock_and_the_forms_offer_what_the_practice_has_chosen(
    signed_in, sue, alice, elm_street, enrolled, now
):
    from registry.services import practice_settings

    chosen = ["patient_contact", "outreach_attempt"]
    practice_settings.change(elm_street, by=sue, now=now, activities=chosen)
    browser = signed_in(alice)
    page = browser.get(f"/p/elm-street/patients/{enrolled.pk}/time/add/")
    offered = [value for value, _ in page.context["form"].fields["activity"].choices]
    assert offered == ["", *chosen]
    timer = page.context["timer"]
    assert [value for value, _, is_offered in timer["activities"] if is_offered] == chosen
    assert [label for _, label in timer["phases"]] == ["Call"]
    assert [label for label, _, _ in timer["outcomes"]] == [
        "Reached", "No answer", "Left a message",
    ]  # fmt: skip


def test_a_clock_always_has_what_it_starts_with(sue, elm_street, now):
    from registry.errors import Refused
    from registry.services import practice_settings

    with pytest.raises(Refused, match="the clock starts with it"):
        practice_settings.change(elm_street, by=sue, now=now, activities=["clerical"])
