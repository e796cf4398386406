"""A policy tried on a past month, on the screen: by keyboard, sound, with its progress shown."""

from __future__ import annotations

import datetime as dt

import pytest

from billing import tasks
from billing.models import PayerPolicy
from billing.services import sandbox
from tests.billing.october import NOVEMBER_2, October

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def draft(clock, make, elm_street, payer, alice, sam, dr_priya, dana, sue, now):
    """Sue's draft of another reading, and three charts of October that it would bill."""
    clock(NOVEMBER_2)
    month = October(make, elm_street, payer, alice, sam, dr_priya, dana)
    month.payable()
    for _ in range(3):
        month.chart(40)
    return PayerPolicy.objects.create(
        practice=elm_street,
        payer=payer,
        preset="midpoint",
        active_from=dt.date(2027, 1, 1),
        source="Bulletin 7",
        entered_at=now,
        entered_by=sue,
    )


@pytest.mark.parametrize(("width", "theme"), [("desktop", "light"), ("phone", "dark")])
def test_nothing_serious_for_axe_and_nothing_wider_than_the_screen(
    at_a_screen, accessible, draft, dana, width, theme
):
    person = at_a_screen(width, theme)
    person.sign_in(dana)
    page = person.open(f"/p/elm-street/billing/policies/{draft.pk}/test/")
    accessible(page)
    page.get_by_label("Month").select_option("2026-10")
    page.get_by_role("button", name="Run the test").focus()
    page.keyboard.press("Enter")
    page.get_by_text("+$450.30").first.wait_for()
    accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def test_a_large_month_shows_how_far_it_is_until_it_is_done(
    at_a_screen, accessible, draft, dana, monkeypatch
):
    sent = []
    monkeypatch.setattr(sandbox, "CHUNK", 2)
    monkeypatch.setattr(sandbox.current_app, "send_task", lambda name, args: sent.append(args))
    person = at_a_screen()
    person.sign_in(dana)
    page = person.open(f"/p/elm-street/billing/policies/{draft.pk}/test/")
    page.get_by_label("Month").select_option("2026-10")
    page.get_by_role("button", name="Run the test").click()
    page.get_by_text("Waiting for a worker.").wait_for()
    accessible(page)
    tasks.policy_test_chunk(*sent[0])
    page.get_by_text("2 of 3 charts").wait_for()
    tasks.policy_test_chunk(*sent[1])
    page.get_by_role("link", name="Show what it found").click()
    page.get_by_text("+$450.30").first.wait_for()
