"""Priya answers a recommendation on her phone, by a link and without signing in."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from registry.services import answer_links
from tests.cast import NOW

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_priya_declines_by_a_link_and_it_takes_no_second_answer(
    clock, at_a_screen, accessible, enrolled, alice, priya
):
    clock(NOW)
    review = enrolled.case_reviews.get()
    made = answer_links.make(review, mails=False, by=alice, now=NOW)
    person = at_a_screen("phone", "dark")

    def arrive(heading):
        expect(person.page.get_by_role("heading", name=heading, level=1)).to_be_visible()
        accessible(person.page)
        assert person.page.evaluate("document.documentElement.scrollWidth") <= 360

    page = person.open(f"/answer/#{made.token}")
    arrive("A recommendation waits for your answer")
    expect(page.get_by_text("Your link is read.")).to_be_visible()
    expect(page.get_by_label("The link that you were sent")).to_be_hidden()
    assert made.token not in page.url
    page.get_by_role("button", name="Open it").click()
    arrive("Answer a recommendation")
    expect(page.get_by_text(enrolled.full_name)).to_be_visible()
    page.get_by_label("Declined").check()
    page.get_by_role("button", name="Answer").click()
    expect(page.get_by_role("link", name="Note")).to_be_visible()
    person.errors.clear()  # the refusal was meant
    page.get_by_label("Note").fill("Pregnant: not now.")
    page.get_by_role("button", name="Answer").click()
    arrive("Your answer is kept")
    given = review.practitioner_answers.get()
    assert (given.answer, given.answered_by, given.link) == ("declined", priya, made.link)

    page.goto("about:blank")
    person.open(f"/answer/#{made.token}")
    page.get_by_role("button", name="Open it").click()
    arrive("This link has ended")
    person.errors.clear()
