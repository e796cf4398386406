"""The true-up that a biller runs from the month's review."""

from __future__ import annotations

import datetime as dt

import pytest

from billing.models import TrueUpRun
from tests.billing.pages import text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november")]
MONTH = "/p/elm-street/billing/2026-10/"


@pytest.fixture
def sent(monkeypatch):
    """The chunks that would have been handed to the workers."""
    found = []
    monkeypatch.setattr(
        "billing.services.true_up_queue.current_app.send_task",
        lambda name, args: found.append(args[0]),
    )
    return found


def test_the_button_hands_the_month_to_the_workers_and_shows_how_far_it_is(
    october, signed_in, dana, sent, django_capture_on_commit_callbacks
):
    october.chart(75)
    browser = signed_in(dana)
    with django_capture_on_commit_callbacks(execute=True):
        answer = browser.post(f"{MONTH}true-up/")
    run = TrueUpRun.objects.get()
    assert answer.url == f"/p/elm-street/billing/true-ups/{run.pk}/"
    assert sent == [run.chunks.get().pk]
    assert (run.kind, run.asked_by) == ("final", dana)
    page = browser.get(answer.url)
    assert "Waiting for a worker" in text(page)
    assert f'hx-get="{answer.url}"' in page.content.decode()
    again = browser.post(f"{MONTH}true-up/")
    assert again.url == answer.url


def test_the_bar_alone_answers_the_page_that_asks_again(october, signed_in, dana):
    run = october.true_up()
    october.chart(75)
    url = f"/p/elm-street/billing/true-ups/{run.pk}/"
    part = signed_in(dana).get(url, headers={"hx-request": "true"}).content.decode()
    assert "<html" not in part
    assert "Done" in part
    assert "hx-get" not in part
    assert MONTH in part


def test_a_true_up_of_a_month_under_way_is_provisional(
    october, signed_in, dana, sent, time_machine
):
    time_machine.move_to(dt.datetime(2026, 10, 20, 15, tzinfo=dt.UTC))
    october.chart(75)
    signed_in(dana).post(f"{MONTH}true-up/")
    assert TrueUpRun.objects.get().kind == "provisional"


def test_a_true_up_of_a_month_to_come_is_refused_with_a_sentence(elm_street, signed_in, dana, sent):
    page = signed_in(dana).post("/p/elm-street/billing/2027-01/true-up/", follow=True)
    assert "2027-01 has not begun" in text(page)
    assert not TrueUpRun.objects.exists()
