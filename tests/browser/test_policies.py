"""A payer's policy on the screen: sound pages, and an editor that loses nothing that was typed."""

from __future__ import annotations

import datetime as dt

import pytest

from billing.models import PayerPolicy

pytestmark = pytest.mark.django_db(transaction=True)

POLICIES = "/p/elm-street/billing/policies/"
SAID = {
    "preset": "midpoint",
    "active_from": dt.date(2026, 1, 1),
    "source": "Bulletin 7",
    "overrides": {"min_minutes": {"99492": 40}},
    "reasons": {"min_minutes": "Bulletin 7, page 2"},
    "review_by": dt.date(2026, 2, 1),
}


@pytest.fixture
def draft(elm_street, payer, dana, sue, now):
    """Dana's draft, after a policy that Sue approved and whose review is due."""
    mine = {"practice": elm_street, "payer": payer, "entered_at": now, "entered_by": dana}
    PayerPolicy.objects.create(**mine, **SAID, approved_at=now, approved_by=sue)
    later = {"preset": "standard", "active_from": dt.date(2026, 11, 1), "review_by": None}
    return PayerPolicy.objects.create(**mine, **SAID | later)


@pytest.mark.parametrize(("width", "theme"), [("desktop", "light"), ("phone", "dark")])
def test_nothing_serious_for_axe_and_nothing_wider_than_the_screen(
    at_a_screen, accessible, draft, sue, payer, width, theme
):
    person = at_a_screen(width, theme)
    person.sign_in(sue)
    one = f"{POLICIES}{draft.pk}/"
    terms = f"/p/elm-street/billing/payers/{payer.pk}/terms/"
    for path in (POLICIES, terms, one, f"{one}edit/", f"{one}values/", f"{one}approve/"):
        page = person.open(path)
        accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def test_what_was_typed_stays_until_it_is_right_and_then_says_so(at_a_screen, draft, dana):
    person = at_a_screen()
    person.sign_in(dana)
    page = person.open(f"{POLICIES}{draft.pk}/values/")
    page.get_by_label("Units, 99494").fill("many")
    page.get_by_label("Why otherwise: most units").fill("Bulletin 8")
    page.get_by_role("button", name="Keep the draft").click()
    page.get_by_text("It must be a whole number.").first.wait_for()
    assert person.errors.pop().endswith("(Unprocessable Entity)")
    assert page.get_by_label("Why otherwise: most units").input_value() == "Bulletin 8"
    page.get_by_label("Units, 99494").fill("2")
    page.get_by_role("button", name="Keep the draft").click()
    page.get_by_text("The draft is changed.").wait_for()
    assert page.get_by_text("Pays at most 2 units of 99494 a month.").first.is_visible()
    draft.refresh_from_db()
    assert draft.overrides["max_units"] == {"99494": 2}
