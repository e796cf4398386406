"""Sam's review and Sue's audit in a real browser: the clock beside the form, one screen, axe."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from playwright.sync_api import expect

from registry.models import CaseReview, ReviewDraft, TimeEntry
from registry.services import log_audit, service_month
from tests.cast import NOW

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def case(clock, make, enrolled, alice, sam):
    """An enrolled patient, scored and seen several times, with a question open."""
    clock(NOW)
    enrolled.case_reviews.all().delete()
    episode = enrolled.episodes.get()
    for day in (2, 6, 12):
        at = dt.datetime(2026, 10, day, 14, tzinfo=dt.UTC)
        make.entry(enrolled, alice, at, note="Sleeps better; walks each morning.")
        make.measure(enrolled, 18 - day, scored_on=dt.date(2026, 10, day))
    make.review(episode, sam, reviewed_on=dt.date(2026, 9, 20))
    episode.review_requests.create(
        question="Is 50 mg enough?", requested_at=NOW, requested_by=alice
    )
    return episode


def test_sam_clocks_a_review_with_alice_signs_it_and_loses_nothing_he_typed(
    at_a_screen, case, sam, alice
):
    person = at_a_screen()
    person.sign_in(sam)
    page = person.open("/p/elm-street/reviews/")
    with page.expect_navigation():
        page.keyboard.press("o")
    expect(page.get_by_text("Is 50 mg enough?")).to_be_visible()
    page.get_by_label("In words").fill("Sertraline to 100 mg.")
    page.locator("#clock-review").click()
    expect(page.locator("#review-clock")).to_contain_text("runs since")
    expect(page.locator("#id_time_clock")).to_be_checked()
    expect(page.get_by_label("In words")).to_have_value("Sertraline to 100 mg.")
    page.get_by_label("Change the dose").check()
    page.get_by_label("Took part").select_option(label="Alice Moreno")
    page.wait_for_timeout(1100)  # a review that lasted no second would have no time
    page.get_by_role("button", name="Sign and next").click()
    expect(page.locator("#flash")).to_contain_text("The review is signed.")
    review = CaseReview.objects.get(reviewed_on=dt.date(2026, 10, 14))
    logged = TimeEntry.objects.filter(case_review=review)
    assert set(logged.values_list("worker", "role", "activity", "status")) == {
        (sam.pk, "consultant", "case_review", "confirmed"),
        (alice.pk, "care_manager", "case_review", "confirmed"),
    }
    assert len(set(logged.values_list("started_at", "ended_at"))) == 1


def test_what_is_asked_of_minutes_by_hand_shows_only_then(at_a_screen, case, sam):
    person = at_a_screen()
    person.sign_in(sam)
    page = person.open(f"/p/elm-street/reviews/{case.pk}/")
    expect(page.get_by_label("Why by hand")).to_be_hidden()
    page.get_by_label("By hand", exact=True).check()
    expect(page.get_by_label("Why by hand")).to_be_visible()
    page.get_by_label("No minutes").check()
    expect(page.get_by_label("Why by hand")).to_be_hidden()


def test_a_case_fits_on_a_laptops_screen(at_a_screen, case, sam):
    person = at_a_screen()
    person.page.set_viewport_size({"width": 1280, "height": 720})
    person.sign_in(sam)
    page = person.open(f"/p/elm-street/reviews/{case.pk}/")
    for part in ("#sign", ".ct-case > :nth-child(1)", ".ct-case > :nth-child(2)"):
        box = page.locator(part).bounding_box()
        assert box["y"] + box["height"] <= 720, part


@pytest.fixture
def full_case(case, make, enrolled, alice, sam):
    """Everything that a long story brings: six medicines, problems, long notes, questions, advice,
    two scales that do not improve, a safety flag, the month's minutes."""
    case.started_on = dt.date(2026, 7, 1)
    case.save()
    for scale in ("PHQ-9", "GAD-7"):
        for day in ("2026-07-01", "2026-10-13"):
            scored = {"instrument": scale, "scored_on": dt.date.fromisoformat(day)}
            measure = make.measure(enrolled, 18, **scored)
    enrolled.safety_flags.create(measure=measure, answer=1, raised_at=NOW)
    for number in range(6):
        enrolled.conditions.create(
            system="snomed", code=str(number), label="Chronic obstructive bronchitis (disorder)",
            began_on=dt.date(2020, 1, 1), recorded_at=NOW, recorded_by=alice,
        )  # fmt: skip
    for number in range(6):
        enrolled.treatments.create(
            kind="medicine",
            name=f"Medicine number {number} with a long generic name",
            dose="150 mg in the morning and 75 mg at night, with food",
            started_on=dt.date(2026, 9, number + 1),
            recorded_at=NOW,
            recorded_by=alice,
        )
    long = "Slept four hours, woke early, no appetite; walks with the neighbour each day. " * 6
    for day in range(1, 7):
        make.review(case, sam, reviewed_on=dt.date(2026, 8, day), recommendation=long)
    case.review_requests.create(question=long, requested_at=NOW, requested_by=alice)
    enrolled.time_entries.update(note=long)
    service_month.refresh([enrolled], [dt.date(2026, 10, 1)], now=NOW)
    return case


def test_a_full_case_with_six_medicines_and_long_texts_fits_on_a_laptop_s_screen(
    at_a_screen, accessible, full_case, sam
):
    person = at_a_screen()
    person.sign_in(sam)
    page = person.open(f"/p/elm-street/reviews/{full_case.pk}/")
    page.wait_for_selector("[data-timer][data-ready]")
    ends = page.locator(".ct-case > *").evaluate_all(
        "all => all.map(each => Math.round(each.getBoundingClientRect().bottom))"
    )
    assert page.evaluate("document.documentElement.scrollHeight") <= 800, ends
    expect(page.get_by_label("Current treatment")).to_contain_text("Medicine number 5")
    accessible(page)


def test_on_a_phone_every_medicine_can_be_read_to_its_end(at_a_screen, full_case, sam):
    person = at_a_screen("phone")
    person.sign_in(sam)
    page = person.open(f"/p/elm-street/reviews/{full_case.pk}/")
    cut = page.locator(".ct-treated, .ct-treated li").evaluate_all(
        "all => all.filter(it => it.scrollWidth > it.clientWidth"
        " || it.scrollHeight > it.clientHeight).length"
    )
    assert cut == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize(("width", "theme"), [("desktop", "light"), ("phone", "dark")])
def test_the_pages_are_accessible(
    at_a_screen, accessible, case, sam, sue, elm_street, width, theme
):
    log_audit.run(elm_street, dt.date(2026, 10, 5), by=sue, now=NOW)
    consultant, supervisor = at_a_screen(width, theme), at_a_screen(width, theme)
    consultant.sign_in(sam)
    for path in ("/p/elm-street/reviews/", f"/p/elm-street/reviews/{case.pk}/"):
        accessible(consultant.open(path))
    supervisor.sign_in(sue)
    accessible(supervisor.open("/p/elm-street/log-audit/?settled=1"))
    sideways = "document.documentElement.scrollWidth <= innerWidth"
    assert consultant.page.evaluate(sideways)
    assert supervisor.page.evaluate(sideways)


def _kept(words):
    """Wait for what the browser sends when its page is left: nobody waits for the answer."""
    for _ in range(100):
        if ReviewDraft.objects.filter(recommendation=words).exists():
            return
        time.sleep(0.1)
    raise AssertionError("what was typed last is not kept")


def test_what_sam_types_is_there_again_after_the_window_was_closed(at_a_screen, case, sam):
    person = at_a_screen()
    person.sign_in(sam)
    page = person.open(f"/p/elm-street/reviews/{case.pk}/")
    page.get_by_label("In words").fill("Sertraline to 100 mg, then")
    page.get_by_label("Change the dose").check()
    expect(page.locator("#draft")).to_contain_text("Draft kept at")
    page.get_by_label("In words").press_sequentially(" see again")
    page.goto("about:blank")  # before the pause after which it is kept
    _kept("Sertraline to 100 mg, then see again")
    page = person.open(f"/p/elm-street/reviews/{case.pk}/")
    expect(page.get_by_label("In words")).to_have_value("Sertraline to 100 mg, then see again")
    expect(page.get_by_label("Change the dose")).to_be_checked()
    page.get_by_role("button", name="Discard it").click()
    expect(page.get_by_label("In words")).to_have_value("")
    expect(page.locator("#draft")).to_have_text("")
    assert not ReviewDraft.objects.exists()
