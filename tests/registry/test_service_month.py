"""A month's totals, its lock, and the port through which the rules say how it stands."""

from __future__ import annotations

import datetime as dt

import pytest

from registry.errors import Refused
from registry.models import ServiceMonth
from registry.services import service_month

AT = dt.datetime(2026, 10, 6, 14, 0, tzinfo=dt.UTC)
OCTOBER, NOVEMBER = dt.date(2026, 10, 1), dt.date(2026, 11, 1)


def of(patient, month=OCTOBER):
    return ServiceMonth.objects.get(patient=patient, month=month)


def test_totals_are_whole_seconds_of_what_was_worked(make, patient, alice, bob, now):
    make.entry(patient, alice, AT, minutes=20)
    make.entry(patient, bob, AT, minutes=5, status="needs_review", review_reason="long")
    make.entry(
        patient, alice, AT, minutes=9, status="voided", void_reason="x", voided_at=now,
        voided_by=alice,
    )  # fmt: skip
    make.entry(patient, alice, AT + dt.timedelta(hours=1), minutes=None)
    service_month.refresh([patient], [OCTOBER], now=now)
    row = of(patient)
    assert (row.worked_seconds, row.confirmed_seconds, row.review_seconds) == (1500, 1200, 300)


def test_an_entry_across_local_midnight_gives_each_month_its_own_seconds(make, patient, alice, now):
    before = dt.datetime(2026, 11, 1, 3, 50, tzinfo=dt.UTC)
    make.entry(patient, alice, before, minutes=25)
    service_month.refresh([patient], [OCTOBER, NOVEMBER], now=now)
    assert of(patient).confirmed_seconds == 600
    assert of(patient, NOVEMBER).confirmed_seconds == 900


def test_parts_of_a_second_are_cut_at_each_end_and_never_lost_between(make, patient, alice, now):
    start = AT.replace(microsecond=900_000)
    make.entry(patient, alice, start, minutes=1)
    service_month.refresh([patient], [OCTOBER], now=now)
    assert of(patient).confirmed_seconds == 60


def test_a_month_is_made_when_it_is_first_asked_for(patient, now):
    service_month.refresh([patient], [OCTOBER], now=now)
    service_month.refresh([patient], [OCTOBER], now=now)
    assert ServiceMonth.objects.filter(patient=patient).count() == 1


def test_closing_says_when_by_whom_and_why_and_a_second_time_changes_nothing(
    patient, dana, sue, now
):
    service_month.close(patient, OCTOBER, by=dana, now=now, reason="approved")
    service_month.close(patient, OCTOBER, by=sue, now=now + dt.timedelta(days=1), reason="again")
    row = of(patient)
    assert (row.closed_by, row.closed_at, row.close_reason) == (dana, now, "approved")


def test_opening_again_needs_a_reason_and_leaves_a_trace(patient, dana, now):
    service_month.close(patient, OCTOBER, by=dana, now=now, reason="approved")
    with pytest.raises(Refused, match="Say why"):
        service_month.reopen(patient, OCTOBER, by=dana, now=now, reason="  ")
    service_month.reopen(patient, OCTOBER, by=dana, now=now, reason="a late entry")
    row = of(patient)
    assert (row.is_closed, row.reopened_by, row.reopen_reason) == (False, dana, "a late entry")
    labels = list(row.events.order_by("pgh_id").values_list("pgh_label", "closed_by_id"))
    assert labels[-2:] == [("update", dana.pk), ("update", None)]


def test_several_months_close_in_a_constant_number_of_queries(
    make, elm_street, dana, now, django_assert_max_num_queries
):
    patients = [make.patient(elm_street) for _ in range(20)]
    for patient in patients:
        patient.practice = elm_street
    with django_assert_max_num_queries(10):
        service_month.close_all(patients, OCTOBER, by=dana, now=now, reason="approved")
    assert ServiceMonth.objects.filter(closed_at=now).count() == 20


def test_the_standing_is_what_the_rules_say(enrolled, make, alice, now):
    make.entry(enrolled, alice, AT, minutes=68)
    service_month.refresh([enrolled], [OCTOBER], now=now)
    standing = of(enrolled).standing
    assert standing["outcome"] == "not_billable"
    assert standing["next"] == {"code": "99492", "minutes_needed": 2}
    assert of(enrolled).counted_seconds == 68 * 60
