"""What Priya, Alice and Sam do for Rosa in October, each at the screen."""

from __future__ import annotations

import datetime as dt
import re

from playwright.sync_api import expect

from registry.models import TimeEntry
from tests.browser.rosas_pages import ROSA, follow, minutes_of, refusal_was_meant, row_of
from tests.cast import NOW

#: PHQ-9, item by item: 10 in all, and not zero at the ninth.
ANSWERS = (
    "More than half the days", "More than half the days", "Several days", "Several days",
    "Several days", "Several days", "Several days", "Not at all", "Several days",
)  # fmt: skip


# 1. Priya


def priya_adds_rosa_and_her_insurance(person, accessible):
    page = person.open("/p/elm-street/patients/")
    accessible(page)
    follow(page, "Add a patient")
    page.get_by_label("Record number").fill("MRN-0042")
    page.get_by_label("Date of birth").fill("1984-03-09")
    page.get_by_label("Sex").select_option(label="Female")
    page.get_by_label("First name").fill("Rosa")
    page.get_by_label("Last name").fill("Delgado")
    page.get_by_label("Street address").fill("5 Maple Avenue")
    page.get_by_label("City").fill("Albany")
    page.get_by_label("State").fill("NY")
    page.get_by_label("ZIP code").fill("12208")
    accessible(page)
    page.get_by_role("button", name="Save and add insurance").click()
    page.get_by_label("Payer").select_option(label="Empire Health Plan")
    page.get_by_label("Member id").fill("EHP0042")
    page.get_by_label("First day").fill("2026-01-01")
    accessible(page)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", name=ROSA, level=1)).to_be_visible()
    expect(page.get_by_text("Member EHP0042")).to_be_visible()


def priya_enrols_rosa(person, accessible):
    """A consent of tomorrow is refused; nothing that was entered is lost over it."""
    page = person.page
    follow(page, "Enrol")
    page.get_by_label("Behavioral diagnosis").press_sequentially("F32.1")
    page.get_by_role("option", name="F32.1").click()
    page.get_by_label("Initiating visit").fill("2026-09-24")
    page.get_by_label("Care manager", exact=True).select_option(label="Alice Moreno")
    page.get_by_label(re.compile("^Psychiatric consultant")).select_option(label="Sam Okafor")
    page.get_by_label("No", exact=True).check()
    page.get_by_label("Verbal").check()
    for statement in (
        "A psychiatric consultant may be involved",
        "Cost sharing may apply",
        "Only one practitioner may bill",
        "The patient may stop at any time",
    ):
        page.get_by_label(statement).check()
    page.get_by_label("Given on").fill("2026-10-02")
    page.get_by_role("button", name="Enrol").click()
    expect(page.get_by_role("link", name="Given on")).to_be_visible()
    refusal_was_meant(person)
    accessible(page)
    page.get_by_label("Given on").fill("2026-10-01")
    page.get_by_role("button", name="Enrol").click()
    expect(page.locator("#flash")).to_contain_text("The patient is enrolled.")
    episode = page.locator("#episode")
    for words in ("Collaborative care (CoCM)", "F32.1", "Sep 24, 2026", "Sam Okafor"):
        expect(episode).to_contain_text(words)
    accessible(page)


# 2. Alice


def alice_clocks_rosa_then_another(person, clock, accessible, other):
    page = person.open("/p/elm-street/caseload/")
    rosa, second = row_of(page, "Delgado, Rosa"), row_of(page, f"{other.last_name}, Pat")
    expect(rosa).to_contain_text("Review due")
    expect(minutes_of(rosa)).to_contain_text("0 min")
    accessible(page)

    clock(NOW)
    rosa.get_by_role("button", name=f"Start the clock for {ROSA}").click()
    mine = page.get_by_role("region", name="Your clock")
    expect(mine.get_by_role("link", name=ROSA)).to_be_visible()
    mine.get_by_label("Note").locator("visible=true").fill("Called; sleeps better.")
    expect(mine.get_by_text("Saved", exact=True).locator("visible=true")).to_be_visible()
    accessible(page)

    clock(NOW + dt.timedelta(minutes=6, seconds=50))
    second.get_by_role("button", name=f"Switch the clock for {other.full_name}").click()
    expect(mine.get_by_role("link", name=other.full_name)).to_be_visible()
    said = f"The clock for {ROSA} has stopped. It runs for {other.full_name}."
    expect(page.locator("#flash").get_by_role("status").filter(has_text=said)).to_be_visible()
    expect(minutes_of(rosa)).to_contain_text("6 min")

    clock(NOW + dt.timedelta(minutes=9, seconds=40))
    mine.get_by_role("button", name="Stop").click()
    expect(mine).to_contain_text(f"Recorded 2 minutes for {other.full_name}.")
    mine.get_by_label("What it was").select_option(label="Care coordination")
    mine.get_by_label("Note").locator("visible=true").fill("Pharmacy called back.")
    expect(mine.get_by_text("Saved", exact=True).locator("visible=true")).to_be_visible()
    expect(minutes_of(second)).to_contain_text("2 min")
    accessible(page)
    mine.get_by_role("button", name="Done").click()

    first, then = TimeEntry.objects.filter(origin="timer").order_by("started_at")
    assert first.ended_at == then.started_at
    assert (first.note, first.status) == ("Called; sleeps better.", "confirmed")
    assert (then.note, then.activity) == ("Pharmacy called back.", "care_coordination")


def alice_logs_by_hand(person, accessible, days):
    """22 minutes on each day: with the clock's 6, and 10 of the review, 82."""
    page = open_rosa(person)
    for day in days:
        log_by_hand(page, f"2026-10-{day:02}")
        expect(page.get_by_role("heading", name=ROSA, level=1)).to_be_visible()
    expect(minutes_of(page.locator("#patient-time"))).to_contain_text("72 min")
    expect(page.locator("#patient-time")).to_contain_text("99492 ✓")
    accessible(page)
    accessible(person.open("/p/elm-street/time/"))


def alice_voids_what_was_logged_twice(person, accessible):
    """Voided with its reason, it stays in sight and counts no more."""
    page = open_rosa(person)
    log_by_hand(page, "2026-10-12")
    time = page.locator("#patient-time")
    expect(minutes_of(time)).to_contain_text("94 min")
    follow(page, "Open the entry of Oct 12, 2026, 10:00 AM")
    page.get_by_role("button", name="Void").click()
    dialog = page.get_by_role("dialog", name="Void this entry")
    accessible(page)
    dialog.get_by_label("Why is it void?").fill("Logged twice.")
    dialog.get_by_role("button", name="Void").click()
    expect(page.get_by_role("main")).to_contain_text("Alice Moreno: Logged twice.")
    open_rosa(person)
    expect(minutes_of(time)).to_contain_text("72 min")


def log_by_hand(page, day):
    follow(page, "Log time by hand")
    form = page.get_by_role("main")
    form.get_by_label("Day", exact=True).fill(day)
    form.get_by_label("From", exact=True).fill("10:00")
    form.get_by_label("To", exact=True).fill("10:22")
    form.get_by_label("Activity").select_option(label="Patient contact")
    form.get_by_label("Why by hand").fill("Called from the other building.")
    form.get_by_role("button", name="Save").click()


def alice_scores_a_phq9_and_answers_its_flag(person, accessible):
    page = open_rosa(person)
    follow(page, "Enter a score")
    for number, answer in enumerate(ANSWERS, start=1):
        item = page.get_by_role("group", name=re.compile(rf"^{number}\. "))
        item.get_by_label(answer).check()
    expect(page.locator("[data-measure-total]")).to_contain_text("10")
    accessible(page)
    page.get_by_role("button", name="Record").click()
    expect(page.get_by_role("heading", name="Safety flag", level=1)).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("several days (1)")
    accessible(page)
    page.get_by_label("What was done").fill("Asked her at once: no plan, no intent. Told Priya.")
    page.get_by_role("button", name="Acknowledge").click()
    expect(page.locator("#flash")).to_contain_text("The safety flag was acknowledged.")


def alice_is_told_that_october_is_closed(person):
    log_by_hand(open_rosa(person), "2026-10-20")
    said = "October 2026 is closed for this patient: its claim was approved."
    expect(person.page.locator("[data-error-summary]")).to_contain_text(said)
    refusal_was_meant(person)
    assert not TimeEntry.objects.filter(started_at__date=dt.date(2026, 10, 20)).exists()


# 3. Sam


def sam_reviews_rosas_case(person, accessible):
    page = person.open("/p/elm-street/reviews/")
    expect(row_of(page, "Delgado, Rosa")).to_contain_text("never reviewed")
    accessible(page)
    follow(page, f"Open the case of {ROSA}")
    expect(page.get_by_role("heading", name=ROSA, level=1)).to_be_visible()
    page.get_by_label("Change the dose").check()
    page.get_by_label("In words").fill("Sertraline to 100 mg; score again in two weeks.")
    page.get_by_label("Took part").select_option(label="Alice Moreno")
    page.get_by_label("By hand", exact=True).check()
    form = page.locator("#sign")
    form.get_by_label("Day", exact=True).fill("2026-10-15")
    form.get_by_label("From", exact=True).fill("11:00")
    form.get_by_label("Minutes", exact=True).fill("10")
    page.get_by_label("Why by hand").fill("By phone.")
    accessible(page)
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.locator("#flash")).to_contain_text("The review is signed.")
    expect(page.locator("#past")).to_contain_text("Sertraline to 100 mg")
    logged = TimeEntry.objects.filter(case_review__patient__last_name="Delgado")
    assert sorted(logged.values_list("role", flat=True)) == ["care_manager", "consultant"]


# What they share


def open_rosa(person):
    page = person.open("/p/elm-street/caseload/")
    follow(page, "Delgado, Rosa")
    expect(page.get_by_role("heading", name=ROSA, level=1)).to_be_visible()
    return page
