"""How a person finds the way on a page."""

from __future__ import annotations

ROSA = "Rosa Delgado"


def follow(page, name):
    """By a link to another page, and wait until its scripts are there."""
    page.get_by_role("link", name=name, exact=True).first.click()
    page.wait_for_load_state()


def row_of(page, name):
    return page.get_by_role("row").filter(has=page.get_by_role("link", name=name))


def minutes_of(part):
    """The words beside a bar of minutes."""
    return part.locator("[data-minutes-bar] .ct-bar-words").first


def refusal_was_meant(person):
    """A refused form comes as a 422, and Chromium says so on its console; nothing else did."""
    assert all("422" in said for said in person.errors)
    person.errors.clear()
