"""Every page of the product as axe sees it, as a desk in light and a phone in dark draw it.

The addresses and for whom they are come from the walk; each page is loaded once, then drawn anew
as a phone in the other colours.  Its dialogs are opened, and its folded parts unfolded.  It takes
minutes, so it runs where EVERY_PAGE is set, after changes of the look; `test_design.py` holds every
component in all four variants on each run.
"""

from __future__ import annotations

import os

import pytest

from tests.browser.conftest import WIDTHS
from tests.walk.conftest import ThePractice, rows  # noqa: F401
from tests.walk.decisions import DECISIONS

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not os.environ.get("EVERY_PAGE"), reason="set EVERY_PAGE: minutes"),
]

WHO = {
    "biller": "dana", "care_manager": "alice", "treating_practitioner": "priya",
    "consultant": "sam", "supervisor": "sue", "auditor": "ann",
}  # fmt: skip
#: Turns the page that stands there into the other variant, everything on it opened.
UNFOLD = "document.querySelectorAll('main details').forEach(each => { each.open = true; })"
DARKEN = "document.documentElement.dataset.bsTheme = 'dark'"
SERIOUS = """async (asked) => (await axe.run(document, asked)).violations
    .filter(each => ["serious", "critical"].includes(each.impact))
    .map(each => `${each.id}: ${each.nodes[0].html.slice(0, 160)}`)"""
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
DIALOGS = """() => [...document.querySelectorAll("main [data-dialog-open]")]
    .filter(each => each.checkVisibility()).map(each => each.dataset.dialogOpen)"""
OPEN = """(id) => { document.querySelectorAll("dialog[open]").forEach(each => each.close());
    document.getElementById(id)?.showModal(); }"""


def of_one_role(who):
    """The addresses that the walk decides for this person before any other."""
    for name, decided in DECISIONS.items():
        first = next((role for role in WHO if role in decided.roles), None)
        if decided.method == "get" and first and WHO[first] == who:
            yield name


@pytest.mark.parametrize("who", WHO.values())
def test_nothing_serious_for_axe_on_any_page_and_nothing_wider_than_the_screen(
    request,
    at_a_screen,
    axe,
    clock,
    rows,  # noqa: F811
    now,
    who,
):
    clock(now)
    practice = ThePractice(rows)
    person = at_a_screen("desktop", "light")
    page = person.sign_in(request.getfixturevalue(who))
    page.emulate_media(reduced_motion="reduce")
    wrong, seen = {}, 0
    for name in of_one_role(who):
        address = f"{person.base}{practice.address(name)}"
        if not is_page(page.request.get(address)):
            continue
        page.set_viewport_size(WIDTHS["desktop"])
        page.goto(address)
        wrong |= {f"{name}, {of}": found for of, found in findings(page, axe) if found}
        seen += 1
    assert wrong == {}
    assert seen
    person.errors.clear()  # pages that answer a first visit with a refusal say so on the console


def is_page(answer):
    return answer.ok and "<html" in answer.text()[:400]


def findings(page, axe):
    script, asked = axe
    page.evaluate(script)
    page.evaluate(UNFOLD)
    yield "desk, light", looked_at(page, asked)
    page.evaluate(DARKEN)
    page.set_viewport_size(WIDTHS["phone"])
    yield "phone, dark", looked_at(page, asked)
    for dialog in dict.fromkeys(page.evaluate(DIALOGS)):
        page.evaluate(OPEN, dialog)
        yield f"dialog {dialog}", looked_at(page, asked)


def looked_at(page, asked):
    wide = page.evaluate(TOO_WIDE)
    return page.evaluate(SERIOUS, asked) + ([f"{wide} px too wide"] if wide > 0 else [])
