"""What a patient is treated with: begun, changed, stopped, voided; on the chart and the axis."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.db import IntegrityError, transaction

from registry.errors import Refused
from registry.selectors import treatments as selectors
from registry.services import treatments
from registry.services.treatments import Begun
from tests.cast import NOW
from tests.registry import entering

DAY = dt.date(2026, 10, 6)
TODAY = dt.date(2026, 10, 14)
ONE = dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def _noon():
    with time_machine.travel(NOW, tick=False):
        yield


def begun(**fields):
    chosen = {"kind": "medicine", "name": "Sertraline", "dose": "50 mg", "started_on": DAY}
    return Begun(**chosen | fields)


@pytest.fixture
def add(enrolled, alice):
    return lambda **fields: treatments.add(enrolled, begun(**fields), by=alice, now=NOW)


@pytest.fixture
def row(add):
    return add()


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"kind": ""}, "kind"),
        ({"kind": "potion"}, "kind"),
        ({"name": " "}, "name"),
        ({"name": "x" * 81}, "name"),
        ({"dose": ""}, "dose"),
        ({"dose": "x" * 61}, "dose"),
        ({"prescriber": "x" * 81}, "prescriber"),
        ({"started_on": None}, "started_on"),
        ({"started_on": TODAY + ONE}, "started_on"),
        ({"started_on": dt.date(1979, 1, 1)}, "started_on"),
    ],
)
def test_what_cannot_stand_is_named(add, enrolled, fields, field):
    with pytest.raises(Refused) as refused:
        add(**fields)
    assert set(refused.value.problems) == {field}
    assert not enrolled.treatments.exists()


def test_a_therapy_needs_no_dose_and_may_begin_today(add):
    assert add(kind="therapy", name="CBT", dose="", started_on=TODAY).dose == ""


def test_a_changed_dose_ends_one_row_and_begins_the_next(row, alice):
    later = treatments.change_dose(row, dose="100 mg", on=TODAY, by=alice, now=NOW)
    row.refresh_from_db()
    assert (row.dose, row.ended_on, row.end_reason) == ("50 mg", TODAY, "dose_changed")
    assert (later.name, later.dose, later.started_on) == ("Sertraline", "100 mg", TODAY)


@pytest.mark.parametrize(
    ("dose", "on", "field"),
    [
        ("", TODAY, "dose"),
        ("50  MG", TODAY, "dose"),
        ("100 mg", None, "on"),
        ("100 mg", DAY - ONE, "on"),
        ("100 mg", TODAY + ONE, "on"),
    ],
)
def test_a_change_that_cannot_be_leaves_the_dose(row, alice, dose, on, field):
    with pytest.raises(Refused) as refused:
        treatments.change_dose(row, dose=dose, on=on, by=alice, now=NOW)
    assert set(refused.value.problems) == {field}
    row.refresh_from_db()
    assert row.ended_on is None


@pytest.mark.parametrize(
    ("on", "reason", "field"),
    [
        (None, "better", "on"),
        (DAY - ONE, "better", "on"),
        (TODAY + ONE, "better", "on"),
        (TODAY, "", "reason"),
        (TODAY, "dose_changed", "reason"),
    ],
)
def test_a_stop_that_cannot_be_is_named(row, alice, on, reason, field):
    with pytest.raises(Refused) as refused:
        treatments.stop(row, on=on, reason=reason, by=alice, now=NOW)
    assert set(refused.value.problems) == {field}


def test_what_has_ended_does_not_end_again(row, alice):
    treatments.stop(row, on=DAY, reason="better", by=alice, now=NOW)
    with pytest.raises(Refused, match="ended already"):
        treatments.stop(row, on=DAY, reason="better", by=alice, now=NOW)
    with pytest.raises(Refused, match="ended already"):
        treatments.change_dose(row, dose="100 mg", on=TODAY, by=alice, now=NOW)


@pytest.mark.parametrize(("since", "taken"), [(DAY, False), (DAY + 3 * ONE, True), (TODAY, True)])
def test_one_name_has_one_dose_at_a_time(add, row, alice, since, taken):
    with pytest.raises(Refused, match="recorded for these days"):
        add(name="sertraline", started_on=since)
    treatments.stop(row, on=DAY + 3 * ONE, reason="wish", by=alice, now=NOW)
    if taken:
        assert add(name="sertraline", started_on=since).pk
    else:
        with pytest.raises(Refused, match="recorded for these days"):
            add(name="sertraline", started_on=since)


def test_voiding_a_changed_dose_gives_the_earlier_one_back(enrolled, row, alice):
    later = treatments.change_dose(row, dose="100 mg", on=TODAY, by=alice, now=NOW)
    with pytest.raises(Refused, match="reason is missing"):
        treatments.void(later, reason=" ", by=alice, now=NOW)
    treatments.void(later, reason="Wrong patient", by=alice, now=NOW)
    assert [each.dose for each in selectors.of(enrolled).now] == ["50 mg"]
    with pytest.raises(Refused, match="void already"):
        treatments.void(later, reason="Again", by=alice, now=NOW)


@pytest.mark.parametrize(
    "fields",
    [
        {"ended_on": TODAY},
        {"ended_on": DAY - ONE, "end_reason": "better", "ended_at": NOW},
        {"voided_at": NOW},
        {"kind": "potion"},
    ],
)
def test_the_database_refuses_half_an_end_and_half_a_void(enrolled, row, alice, fields):
    by = {"ended_by": alice} if "ended_at" in fields else {}
    by |= {"voided_by": alice} if "voided_at" in fields else {}
    with pytest.raises(IntegrityError), transaction.atomic():
        enrolled.treatments.filter(pk=row.pk).update(**fields, **by)


def test_alice_adds_changes_and_stops_on_the_pages(signed_in, enrolled, alice):
    browser = signed_in(alice)
    form = {"kind": "medicine", "name": "Sertraline", "dose": "50 mg", "started_on": "2026-10-06"}
    url = entering.url("treatment_add", patient_id=enrolled.pk)
    assert "Sertraline" in browser.post(url, form, follow=True).content.decode()
    row = enrolled.treatments.get()
    url = entering.url("treatment_dose", treatment_id=row.pk)
    text = browser.post(url, {"dose": "100 mg", "on": "2026-10-10"}, follow=True).content.decode()
    assert "Sertraline 50 mg → 100 mg" in text
    later = enrolled.treatments.get(ended_on=None)
    url = entering.url("treatment_stop", treatment_id=later.pk)
    text = browser.post(url, {"on": "2026-10-12", "reason": "better"}, follow=True)
    assert "Sertraline 100 mg stopped: better" in text.content.decode()


def test_a_void_entry_leaves_no_mark(signed_in, enrolled, row, alice):
    chart = entering.url("patient", patient_id=enrolled.pk)
    assert "Sertraline 50 mg started" in signed_in(alice).get(chart).content.decode()
    treatments.void(row, reason="Wrong patient", by=alice, now=NOW)
    assert "Sertraline 50 mg started" not in signed_in(alice).get(chart).content.decode()


def test_the_consultants_case_names_what_is_taken_and_marks_it(signed_in, enrolled, row, sam):
    episode = enrolled.episodes.get()
    text = signed_in(sam).get(entering.url("review", episode_id=episode.pk)).content.decode()
    assert "Sertraline</strong> 50 mg" in text
    assert "Sertraline 50 mg started" in text


@pytest.mark.parametrize(("who", "offered"), [("priya", True), ("sam", True), ("dana", False)])
def test_only_who_gives_care_is_offered_changes(request, signed_in, enrolled, row, who, offered):
    person = request.getfixturevalue(who)
    text = signed_in(person).get(entering.url("patient", patient_id=enrolled.pk)).content.decode()
    assert "Sertraline" in text
    assert ("Change dose" in text) == offered


def test_another_practices_treatment_is_not_there(signed_in, row, charlie):
    url = f"/p/harbor/treatments/{row.pk}/stop/"
    assert signed_in(charlie).get(url).status_code == 404
