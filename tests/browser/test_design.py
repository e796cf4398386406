"""The design page holds every component: what is sound here is sound on every page."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", ["desktop", "phone"])
def test_nothing_serious_for_axe_and_nothing_wider_than_the_screen(
    at_a_screen, accessible, width, theme
):
    person = at_a_screen(width, theme)
    page = person.open("/design/")
    assert page.locator("html").get_attribute("data-bs-theme") == theme
    accessible(page)
    screen = page.viewport_size["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= screen
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= screen


def test_a_person_chooses_the_colours_and_they_stay(at_a_screen):
    page = at_a_screen("desktop", "light").open("/design/")
    page.get_by_text("Display").click()
    page.get_by_role("button", name="Dark").click()
    page.reload()
    assert page.locator("html").get_attribute("data-bs-theme") == "dark"
    page.get_by_text("Display").click()
    assert page.get_by_role("button", name="Dark").get_attribute("aria-pressed") == "true"


def test_the_first_tab_skips_to_the_content(at_a_screen):
    page = at_a_screen().open("/account/signup/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"


def test_a_dialog_opens_by_key_asks_for_its_reason_and_gives_the_focus_back(at_a_screen):
    page = at_a_screen().open("/design/")
    opener = page.get_by_role("button", name="The one thing")
    opener.focus()
    page.keyboard.press("v")
    dialog = page.get_by_role("dialog", name="Void this entry?")
    assert dialog.is_visible()
    dialog.get_by_role("button", name="Void the entry").click()
    assert dialog.is_visible()  # without a reason nothing is sent
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert opener.evaluate("e => e === document.activeElement")


def test_keys_are_listed_stay_out_of_typing_and_can_be_switched_off(at_a_screen):
    page = at_a_screen().open("/design/")
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("/")
    search = page.get_by_role("searchbox", name="Patient")
    assert search.evaluate("e => e === document.activeElement")
    page.keyboard.type("v/?")
    assert search.input_value() == "v/?"
    assert page.get_by_role("dialog").count() == 0
    search.blur()
    page.keyboard.press("?")
    listed = page.get_by_role("dialog", name="Keyboard shortcuts")
    assert "Void the entry" in listed.inner_text()
    listed.get_by_label("Single-key shortcuts are on").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("v")
    assert page.get_by_role("dialog").count() == 0


def test_errors_take_the_focus_and_lead_to_their_fields(at_a_screen):
    page = at_a_screen().open("/design/")
    summary = page.locator("[data-error-summary]")
    assert summary.evaluate("e => e === document.activeElement")
    summary.get_by_role("link", name="Outcome").click()
    assert page.evaluate("document.activeElement.name") == "wrong-reached"


def test_unsaved_typing_is_not_left_by_accident(at_a_screen):
    page = at_a_screen().open("/design/")
    page.locator("#fresh-form").get_by_label("Note").fill("left a message")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.evaluate("location.href = '/account/login/'")
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    assert page.locator("#fresh-form").get_by_label("Note").input_value() == "left a message"


def test_a_table_is_a_table_on_a_desk_and_cards_on_a_phone(at_a_screen):
    desk = at_a_screen("desktop").open("/design/")
    row = desk.get_by_role("row", name="Odell Quist")
    assert row.get_by_role("cell").count() == 7
    assert row.evaluate("row => getComputedStyle(row).display") == "table-row"
    phone = at_a_screen("phone").open("/design/")
    row = phone.get_by_role("row", name="Odell Quist")  # still a row, by its role
    assert row.get_by_role("cell").count() == 7
    assert row.evaluate("row => getComputedStyle(row).display") == "block"
    assert row.get_by_role("cell").nth(2).get_attribute("data-label") == "Days since contact"


def test_the_menu_of_a_phone_opens_and_closes(at_a_screen):
    page = at_a_screen("phone").open("/design/")
    menu = page.get_by_role("button", name="Menu")
    patients = page.get_by_role("navigation", name="Main").get_by_role("link", name="Patients")
    expect(patients).to_be_hidden()
    menu.click()
    expect(patients).to_be_visible()
    assert menu.get_attribute("aria-expanded") == "true"
    menu.click()
    assert not patients.is_visible()


def test_a_bar_grows_with_the_clock_and_tells_when_a_threshold_is_reached(at_a_screen):
    page = at_a_screen().open("/design/")
    told = page.evaluate(
        """async () => {
            const {grow} = await import("/static/js/minutes-bar.js");
            const bar = [...document.querySelectorAll("[data-minutes-bar]")]
                .find((b) => b.dataset.counted === "3300");
            const heard = [];
            bar.addEventListener("ct:threshold", (e) => heard.push(e.detail.label));
            grow(bar, 299);
            const before = bar.querySelector(".ct-bar-words").innerText;
            grow(bar, 300);
            grow(bar, 360);
            return [before, bar.querySelector(".ct-bar-words").innerText, heard];
        }"""
    )
    before, after, heard = told
    assert before.replace("\xa0", " ") == "59 min · 1 to 99493"
    assert after.replace("\xa0", " ") == "61 min · 29 to 99494"
    assert heard == ["99493"]


def test_what_can_be_pressed_is_not_printed(at_a_screen):
    page = at_a_screen().open("/design/")
    page.emulate_media(media="print")
    assert not page.locator(".ct-top").is_visible()
    assert not page.get_by_role("button", name="Filter").is_visible()
    assert page.get_by_text("Odell Quist").locator("visible=true").count() > 0
