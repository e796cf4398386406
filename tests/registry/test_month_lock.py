"""Those who log time see until when the month before is open, and that it is closed."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine

from registry.models import ServiceMonth
from registry.services import practice_month, practice_settings, service_month, time_log
from tests.billing.pages import text

pytestmark = pytest.mark.django_db

OCTOBER = dt.date(2026, 10, 1)
OPEN = "October 2026's log closes on Nov 6, 2026"
CLOSED = "October 2026 is closed since Nov 3, 2026. Time that you enter for it waits for review."


def noon(day):
    return dt.datetime(2026, 11, day, 17, tzinfo=dt.UTC)


def pages(patient):
    return (
        "/p/elm-street/caseload/", "/p/elm-street/time/", f"/p/elm-street/patients/{patient.pk}/",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (1, f"{OPEN}: 5 days left"), (5, f"{OPEN}: 1 day left"), (6, "was open until Nov 6, 2026"),
        (19, "was open until Nov 6, 2026"), (20, None), (30, None),
    ],
)  # fmt: skip
def test_the_days_of_grace_are_counted_down(enrolled, alice, signed_in, day, said):
    with time_machine.travel(noon(day), tick=False):
        page = text(signed_in(alice).get(pages(enrolled)[0]))
    assert (said in page) if said else ("October 2026" not in page)


@pytest.mark.parametrize("which", [0, 1, 2])
def test_each_page_says_that_the_month_is_closed(
    enrolled, elm_street, alice, dana, signed_in, which
):
    practice_month.close(elm_street, OCTOBER, by=dana, now=noon(3))
    with time_machine.travel(noon(4), tick=False):
        assert CLOSED in text(signed_in(alice).get(pages(enrolled)[which]))


def test_a_practice_chooses_its_days(enrolled, elm_street, alice, dana, signed_in):
    practice_settings.change(elm_street, month_grace_days=0, by=dana, now=noon(1))
    with time_machine.travel(noon(1), tick=False):
        assert "open until Nov 1, 2026" in text(signed_in(alice).get(pages(enrolled)[0]))


def test_time_by_hand_for_a_closed_month_waits_for_review(enrolled, elm_street, alice, dana):
    practice_month.close(elm_street, OCTOBER, by=dana, now=noon(3))
    start = dt.datetime(2026, 10, 20, 15, tzinfo=dt.UTC)
    entry = time_log.record(
        patient=enrolled, worker=alice, role="care_manager", activity="patient_contact",
        started_at=start, ended_at=start + dt.timedelta(minutes=10), reason="Found in my notes",
        by=alice, now=noon(4),
    )  # fmt: skip
    assert entry.status == "needs_review"
    assert entry.review_reason == "October 2026 was closed before this time was entered."
    month = ServiceMonth.objects.get(patient=enrolled, month=OCTOBER)
    assert (month.confirmed_seconds, month.review_seconds) == (0, 600)


def test_reopening_lets_the_patients_log_change_again(enrolled, elm_street, dana):
    practice_month.close(elm_street, OCTOBER, by=dana, now=noon(3))
    assert service_month.lock([enrolled], OCTOBER)[0].is_closed
    practice_month.reopen(
        elm_street, OCTOBER, keep_closed=(), by=dana, now=noon(4), reason="A slip"
    )
    (row,) = service_month.lock([enrolled], OCTOBER)
    assert (row.is_closed, row.reopened_by, row.reopen_reason) == (False, dana, "A slip")
