"""A number opens its explanation in a real browser: by pointer, by key, and without a script."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import expect

from billing.models import Claim
from billing.services import true_up
from registry.services import service_month
from tests.billing.payer_rows import fee, policy_row
from tests.cast import NOW

pytestmark = pytest.mark.django_db(transaction=True)
OCTOBER = dt.date(2026, 10, 1)


@pytest.fixture
def month(clock, make, enrolled, alice, sam, dana, payer, elm_street):
    """An October of many entries, under a payer that pays from less than the whole time."""
    clock(NOW)
    policy_row(payer, dana, NOW, preset="midpoint", approved_by=alice)
    for code in ("99492", "99494"):
        fee(elm_street, dana, NOW, code, "150.00")
    for number in range(24):
        at = dt.datetime(2026, 10, 2 + number // 3, 14 + 2 * (number % 3), tzinfo=dt.UTC)
        make.entry(enrolled, alice, at, minutes=2)
    service_month.refresh([enrolled], [OCTOBER], now=NOW)
    true_up.run(practice=elm_street, month=OCTOBER, kind="provisional", by=dana, now=NOW)
    return enrolled


def places(month):
    """Who opens which page, and the link that opens an explanation there."""
    claim, episode = Claim.objects.get(patient=month), month.episodes.get()
    row = f'a[href$="/claims/{claim.pk}/why/"]'
    return {
        "caseload": ("alice", "/p/elm-street/caseload/", "a.ct-bar-open"),
        "patient": ("alice", f"/p/elm-street/patients/{month.pk}/", "a.ct-bar-open"),
        "case": ("sam", f"/p/elm-street/reviews/{episode.pk}/", "a.ct-bar-open"),
        "review": ("dana", "/p/elm-street/billing/2026-10/", row),
        "claim": ("dana", f"/p/elm-street/billing/claims/{claim.pk}/", ".ct-moment a"),
    }


@pytest.mark.parametrize(("width", "theme"), [("desktop", "light"), ("phone", "dark")])
def test_the_opened_explanation_is_sound_wherever_a_number_stands(
    at_a_screen, accessible, month, request, width, theme
):
    signed_in = {}
    for name, (who, address, link) in places(month).items():
        if who not in signed_in:
            signed_in[who] = at_a_screen(width, theme)
            signed_in[who].sign_in(request.getfixturevalue(who))
        page = signed_in[who].open(address)
        page.locator(link).first.click()
        dialog = page.get_by_role("dialog", name="Why October 2026")
        expect(dialog.locator(".ct-tree")).to_be_visible()
        accessible(page)
        screen = page.viewport_size["width"]
        dialog.get_by_role("button", name="Open all").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= screen, name
        assert dialog.evaluate("box => box.scrollWidth - box.clientWidth") <= 0, name


def test_by_the_keyboard_the_focus_goes_in_and_comes_back(at_a_screen, month, alice):
    person = at_a_screen()
    person.sign_in(alice)
    page = person.open("/p/elm-street/caseload/")
    opener = page.locator("a.ct-bar-open")
    opener.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Why October 2026 comes to this")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_text("As it stands now")).to_be_visible()
    expect(dialog.get_by_role("heading", level=2)).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()


def test_many_entries_are_folded_opened_at_once_and_copied_as_the_text_of_explain(
    at_a_screen, month, dana
):
    person = at_a_screen()
    person.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    person.sign_in(dana)
    claim = Claim.objects.get(patient=month)
    page = person.open(f"/p/elm-street/billing/claims/{claim.pk}/")
    tree = page.locator("#why .ct-tree")
    entry = tree.locator(".ct-node-value", has_text="2 min of 2 min counted").first
    expect(page.locator("#why").get_by_text("As decided on Oct 14, 2026")).to_be_visible()
    expect(entry).to_be_hidden()
    expect(tree.get_by_text("Entries", exact=True)).to_be_visible()
    tree.get_by_role("button", name="Open all").click()
    expect(entry).to_be_visible()
    tree.get_by_role("button", name="Fold").click()
    expect(entry).to_be_hidden()
    tree.get_by_role("button", name="Copy as text").click()
    expect(tree.get_by_role("status")).to_have_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == tree.locator("pre").text_content()
    assert "├── Thresholds: 48 minutes counted." in copied


def test_without_a_script_the_number_is_a_link_to_the_same_words(
    chromium_process, live_server, at_a_screen, month, alice
):
    person = at_a_screen()
    person.sign_in(alice)
    cookies = person.page.context.storage_state()
    context = chromium_process.new_context(java_script_enabled=False, storage_state=cookies)
    page = context.new_page()
    page.goto(f"{live_server.url}/p/elm-street/caseload/")
    page.locator("a.ct-bar-open").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Why October 2026 comes to this")
    expect(page.get_by_text("As it stands now")).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", ["desktop", "phone"])
def test_both_marks_are_drawn_and_no_label_covers_another(at_a_screen, month, alice, width):
    person = at_a_screen(width)
    person.sign_in(alice)
    page = person.open(f"/p/elm-street/patients/{month.pk}/")
    bar = page.locator("#patient-time .ct-bar")
    assert bar.locator(".ct-bar-pays line.ct-bar-line").count() >= 3
    assert bar.locator(".ct-bar-whole line.ct-bar-line").count() >= 2
    boxes = [text.bounding_box() for text in bar.locator("text").all()]
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            apart = (
                one["x"] + one["width"] <= other["x"]
                or other["x"] + other["width"] <= one["x"]
                or one["y"] + one["height"] <= other["y"] + 3
                or other["y"] + other["height"] <= one["y"] + 3
            )
            assert apart, (one, other)
    expect(bar.get_by_text("The payer pays from here")).to_be_visible()


def test_the_running_clock_s_minutes_open_the_month_too(at_a_screen, accessible, month, alice):
    person = at_a_screen()
    person.sign_in(alice)
    page = person.open(f"/p/elm-street/patients/{month.pk}/")
    page.locator("#timer-start").click()
    minutes = page.locator(".ct-timer-month")
    expect(minutes).to_contain_text("48 min this month")
    minutes.click()
    expect(page.get_by_role("dialog", name="Why October 2026 comes to this")).to_be_visible()
    accessible(page)
