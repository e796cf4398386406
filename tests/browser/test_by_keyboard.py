"""Alice's day without a mouse: from the search to the time that waited for her word."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import expect

from registry.models import TimeEntry
from tests.browser.clock_bar import A_SECOND, all_is_sent, entries, now, part

pytestmark = pytest.mark.django_db(transaction=True)
FAR = 120  # presses of Tab after which a page counts as one that cannot be worked by keyboard


@pytest.fixture
def caseload(make, elm_street, alice, dr_priya):
    """Ash and Birch in care with Alice; of an earlier hour one entry waits, another overlaps."""
    found = []
    for name in ("Ash", "Birch"):
        patient = make.patient(elm_street, last_name=name, first_name="Pat")
        make.consent(patient)
        make.episode(patient, alice, dr_priya)
        found.append(patient)
    waits = {"status": "needs_review", "review_reason": "It overlaps another entry."}
    for hours, fields in ((5, {}), (5, waits), (8, waits | {"review_reason": "Was it forgotten?"})):
        make.entry(found[0], alice, now() - dt.timedelta(hours=hours), minutes=20, **fields)
    return found


class Keys:
    """A page that is worked by its keys alone: `keys("s")`, and by Tab to whatever else."""

    def __init__(self, page):
        self.page = page
        self.settled()

    def __call__(self, *names):
        for name in names:
            self.page.keyboard.press(name)

    def settled(self):
        self.page.locator("#timer[data-ready]").wait_for()

    def type(self, text):
        self.page.keyboard.type(text)

    def press(self, locator):
        """Reach it by Tab, and press it."""
        for _ in range(FAR):
            if locator.evaluate("element => element === document.activeElement"):
                return self.page.keyboard.press("Enter")
            self.page.keyboard.press("Tab")
        raise AssertionError(f"not reached by Tab: {locator}")


@pytest.fixture
def keys(sit, alice, caseload):
    return Keys(sit(alice).open("/p/elm-street/caseload/"))


def running():
    return TimeEntry.objects.filter(status="running").values_list("patient", "activity").first()


def test_alice_s_day_goes_by_keyboard_alone(keys, caseload):
    ash, birch = caseload
    page = keys.page

    keys("/")  # search, and open what was found
    keys.type("ash")
    expect(page.locator("[data-caseload] > tr")).to_have_count(1)
    keys("ArrowDown", "o")
    page.wait_for_url(f"**/patients/{ash.pk}/")
    keys.settled()

    keys("s")  # start, note, the next phase
    expect(part(page, "running")).to_be_visible()
    page.wait_for_timeout(A_SECOND)
    keys("n")
    keys.type("Slept better")
    keys("Tab")
    all_is_sent(page)
    assert running() == (ash.pk, "patient_contact")

    keys.press(page.get_by_role("link", name="Caseload", exact=True))  # the next patient: switch
    page.wait_for_url("**/caseload/**")
    keys.settled()
    keys("/", "Control+a", "Delete")
    expect(page.locator("[data-caseload] > tr")).to_have_count(2)
    keys("ArrowDown")
    while "Birch" not in page.evaluate("document.activeElement.textContent"):
        keys("j")
    keys("s")
    expect(part(page, "running")).to_contain_text(birch.full_name)
    all_is_sent(page)
    assert running() == (birch.pk, "patient_contact")
    page.wait_for_timeout(A_SECOND)

    keys("s")  # stop, how it went, its note, done
    expect(part(page, "stopped")).to_be_visible()
    keys("3")
    keys.type(" Tried the second number.")
    keys("Tab")
    all_is_sent(page)
    keys("d")
    expect(part(page, "idle")).to_be_visible()
    note, attempt = entries(3, "confirmed")[1:]
    assert note.note == "Slept better"
    assert attempt.activity == "outreach_attempt"
    assert attempt.note == "Left a message. Tried the second number."

    keys.press(page.get_by_role("link", name="My time"))  # what waits: one press confirms it
    page.wait_for_url("**/time/")
    keys.settled()
    keys.press(page.get_by_role("button", name="Confirm", exact=True))
    page.wait_for_url(lambda url: "/time/" in url and not url.endswith("/time/"))
    keys.settled()
    assert TimeEntry.objects.filter(status="needs_review").count() == 1

    keys.press(page.get_by_role("link", name="My time"))  # and an overlap is settled
    page.wait_for_url("**/time/")
    keys.settled()
    keys.press(page.get_by_role("link", name="Enter the true time"))
    keys.settled()
    keys.press(page.get_by_role("button", name="Settle it"))
    keys.press(page.get_by_role("button", name="Cut the other entry"))
    expect(page.locator("#flash, main").first).to_be_visible()
    entries(0, "needs_review")
    keys.settled()
    keys("?")
    expect(page.locator("#keys-help")).to_be_visible()
