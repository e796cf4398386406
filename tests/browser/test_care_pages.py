"""The caseload by keyboard alone, and both care pages as axe sees them, on a desk and a phone."""

from __future__ import annotations

import datetime as dt
import os

import pytest
from playwright.sync_api import expect

from registry.models import SafetyFlag, TimeEntry
from registry.services import service_month
from tests.cast import NOW

pytestmark = pytest.mark.browser
OCTOBER = dt.date(2026, 10, 1)
CASELOAD = "/p/elm-street/caseload/"


@pytest.fixture
def people(make, elm_street, alice, sam, priya, dr_priya, payer):
    """Ash with an open flag and a long story, then Birch and Cedar."""
    found = []
    for name in ("Ash", "Birch", "Cedar"):
        patient = make.patient(elm_street, last_name=name, first_name="Pat")
        make.consent(patient)
        make.coverage(patient, payer)
        episode = make.episode(
            patient, alice, dr_priya, consultant=sam, started_on=dt.date(2026, 7, 20)
        )
        for day, total in (("07-20", 19), ("08-17", 17), ("09-14", 16), ("10-05", 15)):
            on = dt.date.fromisoformat(f"2026-{day}")
            make.measure(patient, total, scored_on=on)
            make.measure(patient, total - 6, instrument="GAD-7", scored_on=on)
        review = make.review(episode, sam, advice="switch", reviewed_on=dt.date(2026, 9, 2))
        review.practitioner_answers.create(answer="accepted", answered_at=NOW, answered_by=priya)
        hours = len(found) * 2
        make.entry(patient, alice, NOW - dt.timedelta(days=3, hours=hours), note="Slept better")
        make.entry(
            patient, alice, NOW - dt.timedelta(days=2, hours=hours), activity="outreach_attempt"
        )
        found.append(patient)
    SafetyFlag.objects.create(
        measure=found[0].measures.first(), patient=found[0], answer=1, raised_at=NOW
    )
    service_month.refresh(found, [OCTOBER], now=NOW)
    return found


@pytest.fixture
def at_the_caseload(at_a_screen, alice, people, clock):
    def sit(width="desktop", theme="light"):
        clock(NOW)
        person = at_a_screen(width, theme)
        page = person.sign_in(alice)
        person.open(CASELOAD)
        page.wait_for_selector("[data-timer][data-ready]")
        return page

    return sit


def chosen(page):
    return page.evaluate("document.activeElement.closest('[data-caseload] > tr')?.id ?? ''")


def focused(page):
    return page.evaluate("document.activeElement.textContent.trim()")


@pytest.mark.django_db(transaction=True)
def test_the_caseload_is_worked_by_keyboard_alone(at_the_caseload, people, alice):
    page = at_the_caseload()
    page.keyboard.press("j")
    assert focused(page) == "Ash, Pat"
    described = page.evaluate("document.activeElement.getAttribute('aria-describedby')")
    assert page.text_content(f"#{described}") == "Acknowledge the safety flag"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert focused(page) == "Cedar, Pat"  # longer without contact than Birch
    assert page.locator("tr.ct-chosen").count() == 1
    row = chosen(page)
    page.keyboard.press("s")
    page.locator(f"#{row} [data-when=stop]:not([hidden])").wait_for()
    expect(page.locator(".htmx-request")).to_have_count(0)
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.dataset.field") == "note"
    page.keyboard.type("Called")
    page.keyboard.press("Tab")
    page.keyboard.press("?")
    help_ = page.locator("#keys-help")
    assert "Start or stop the clock of the chosen patient" in help_.inner_text()
    assert "Ask for a review of the chosen patient" in help_.inner_text()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("bir")
    expect(page.locator("[data-caseload] > tr")).to_have_count(1)
    page.keyboard.press("Tab")
    page.keyboard.press("j")
    assert focused(page) == "Birch, Pat"
    page.keyboard.press("r")
    page.wait_for_url("**/ask/")
    assert TimeEntry.objects.filter(worker=alice, status="running").exists()
    page.go_back()
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url(f"**/patients/{people[1].pk}/")


@pytest.mark.django_db(transaction=True)
def test_the_month_s_note_is_copied(at_the_caseload, people):
    page = at_the_caseload()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(page.url.replace("/caseload/", f"/patients/{people[0].pk}/"))
    page.get_by_role("button", name="Copy the month as text").click()
    page.get_by_text("Copied.").wait_for()
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("Care management, October 2026")
    assert "Slept better" in text


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("width", "theme"), [("desktop", "light"), ("phone", "dark")])
def test_both_care_pages_are_accessible(at_the_caseload, people, accessible, width, theme):
    page = at_the_caseload(width, theme)
    accessible(page)
    page.keyboard.press("j")
    accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if shots := os.environ.get("SHOTS"):
        page.screenshot(path=f"{shots}/caseload-{width}-{theme}.png", full_page=True)
    page.goto(page.url.replace("/caseload/", f"/patients/{people[0].pk}/"))
    accessible(page)
    if shots := os.environ.get("SHOTS"):
        page.screenshot(path=f"{shots}/patient-{width}-{theme}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.django_db(transaction=True)
def test_a_full_case_fits_a_laptops_screen_with_its_scores_targets_and_advice(
    at_a_screen, sam, people, accessible, clock
):
    clock(NOW)
    person = at_a_screen("desktop")
    person.sign_in(sam)
    page = person.open(f"/p/elm-street/reviews/{people[0].episodes.get().pk}/")
    page.wait_for_selector("[data-timer][data-ready]")
    assert page.evaluate("document.documentElement.scrollHeight") <= 800
    scores = page.locator("#scores")
    expect(scores).to_contain_text("Not improved")
    expect(scores.locator(".ct-event-change text")).to_have_text("1")
    expect(scores.locator(".ct-level-name").first).to_have_text("Response 9.5")
    expect(page.locator("#past .ct-mark-number").first).to_have_text("1")
    accessible(page)


@pytest.mark.django_db(transaction=True)
def test_the_scores_can_be_read_on_a_phone(at_the_caseload, people):
    page = at_the_caseload("phone")
    page.goto(page.url.replace("/caseload/", f"/patients/{people[0].pk}/"))
    drawn = page.locator("#scores svg.ct-scores >> visible=true")
    expect(drawn).to_have_count(1)
    heights = drawn.locator("text").evaluate_all(
        "found => found.map(each => each.getBoundingClientRect().height)"
    )
    assert min(heights) >= 9
