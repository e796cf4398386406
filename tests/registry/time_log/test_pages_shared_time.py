"""Two entries that share time, as pages: shown, cut by one press, and taken back."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine

from registry.models import TimeEntry
from tests.registry.time_log.forms import FIELDS, address, said
from tests.registry.time_log.moments import AT


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(AT, tick=False) as traveller:
        yield traveller


@pytest.fixture
def neighbour(make, elm_street, alice):
    """10:10 to 10:30 for another patient; FIELDS asks for 10:00 to 10:20."""
    start = dt.datetime(2026, 10, 14, 14, 10, tzinfo=dt.UTC)
    return make.entry(make.patient(elm_street), alice, start, minutes=20)


def standing():
    rows = TimeEntry.objects.filter(status="confirmed").order_by("started_at")
    return [f"{row.started_at:%H:%M}-{row.ended_at:%H:%M}" for row in rows]


def test_time_that_another_entry_has_is_shown_on_a_line_and_asked_about(add, neighbour):
    page = add().content.decode()
    assert 'role="img"' in page
    assert f"{neighbour.patient.full_name}, 10:10 AM–10:30 AM" in page
    assert "Cut the other entry" in page
    assert "Cut this one to 10:00 AM–10:10 AM" in page
    assert standing() == ["14:10-14:30"]


@pytest.mark.parametrize(
    ("cut", "stand"),
    [("this", ["14:00-14:10", "14:10-14:30"]), ("that", ["14:00-14:20", "14:20-14:30"])],
)
def test_one_press_cuts_this_or_that_and_another_takes_it_back(browser, add, neighbour, cut, stand):
    page = said(browser, add(cut=cut))
    assert standing() == stand
    assert "Undo" in page
    (kept,) = neighbour.practice.time_cuts.all()
    response = browser.post(f"/p/elm-street/time/cuts/{kept.pk}/undo/")
    assert "Taken back" in said(browser, response)
    assert standing() == ["14:10-14:30"]
    came = TimeEntry.objects.get(pk=kept.created[-1])
    assert f"{kept.said} Taken back" in browser.get(address(came)).content.decode()


def test_a_choice_that_is_none_changes_nothing(add, neighbour):
    assert "Say which" in add(cut="both").content.decode()
    assert standing() == ["14:10-14:30"]


def test_an_entry_that_waits_is_settled_on_its_own_page(browser, make, enrolled, alice, neighbour):
    waits = make.entry(
        enrolled,
        alice,
        dt.datetime(2026, 10, 14, 14, 0, tzinfo=dt.UTC),
        status="needs_review",
        review_reason="It overlaps another entry.",
    )
    assert "Settle it" in browser.get(address(waits)).content.decode()
    page = said(browser, browser.post(address(waits, "cut/"), {"cut": "that"}))
    assert standing() == ["14:00-14:20", "14:20-14:30"]
    assert "no second is in the log twice" in page


def test_only_what_waits_is_settled_there(browser, entry):
    page = said(browser, browser.post(address(entry, "cut/"), {"cut": "that"}))
    assert "Only an entry that needs review" in page


def test_a_correction_into_other_time_is_asked_about_and_settled(browser, neighbour, add):
    add(start="09:00", end="09:20")
    mine = TimeEntry.objects.get(origin="by_hand")
    page = browser.post(address(mine, "correct/"), FIELDS).content.decode()
    assert "Cut the other entry" in page
    browser.post(address(mine, "correct/"), FIELDS | {"cut": "that"})
    assert standing() == ["14:00-14:20", "14:20-14:30"]


@pytest.mark.parametrize(("who", "status"), [("bob", 404), ("sue", 403), ("charlie", 404)])
def test_another_person_s_cut_cannot_be_taken_back(request, signed_in, add, neighbour, who, status):
    add(cut="that")
    (kept,) = neighbour.practice.time_cuts.all()
    other = signed_in(request.getfixturevalue(who))
    assert other.post(f"/p/elm-street/time/cuts/{kept.pk}/undo/").status_code == status
