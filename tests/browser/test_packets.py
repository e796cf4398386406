"""Dana builds a packet and hands Ann its link: sound pages for both, on a desk and a phone."""

from __future__ import annotations

import datetime as dt

import pytest

from billing.models import Packet
from billing.selectors.packet_samples import Wanted
from billing.services import packet_samples
from tests.billing.october import NOVEMBER_2, October

pytestmark = pytest.mark.django_db(transaction=True)

PACKETS = "/p/elm-street/billing/packets/"


@pytest.fixture
def claim(make, elm_street, payer, alice, sam, dr_priya, dana):
    month = October(make, elm_street, payer, alice, sam, dr_priya, dana)
    month.payable()
    return month.sent(75)


@pytest.mark.parametrize(("width", "theme"), [("desktop", "light"), ("phone", "dark")])
def test_a_packet_is_built_shared_by_its_link_and_read_until_it_is_taken_back(
    at_a_screen, accessible, clock, claim, dana, ann, elm_street, width, theme
):
    clock(NOVEMBER_2 + dt.timedelta(hours=1))
    sample = packet_samples.ask(
        Wanted(numbers=[claim.pk]), practice=elm_street, label="4711", by=dana, now=NOVEMBER_2
    )

    def look(page):
        accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]

    biller, auditor = at_a_screen(width, theme), at_a_screen(width, theme)
    biller.sign_in(dana)
    page = biller.open(f"/p/elm-street/billing/claims/{claim.pk}/")
    page.get_by_role("button", name="Audit packet").click()
    page.get_by_text("The audit packet is built and kept.").wait_for()
    look(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="PDF").click()
    packet = Packet.objects.get()
    assert download.value.path().read_bytes() == bytes(packet.pdf)
    for path in (PACKETS, f"{PACKETS}samples/add/", f"{PACKETS}samples/{sample.pk}/"):
        look(biller.open(path))
    page = biller.open(f"{PACKETS}{packet.pk}/share/")
    look(page)
    page.get_by_label("For whom or what").fill("Request 4711")
    page.get_by_label("Last day").fill("2026-11-09")
    page.get_by_role("button", name="Share").click()
    link = page.locator("#link").inner_text()
    look(page)

    auditor.sign_in(ann)
    theirs = auditor.page
    theirs.goto(link)
    theirs.get_by_role("heading", name="Request 4711").wait_for()
    look(theirs)
    theirs.get_by_role("link", name=claim.patient.full_name).click()
    theirs.get_by_role("heading", name="Who has looked").wait_for()

    page.get_by_role("link", name="See who looks").click()
    page.get_by_text("Opened the link").wait_for()
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="End it now").click()
    page.get_by_role("button", name="End it", exact=True).click()
    page.get_by_text("The share is ended.").wait_for()
    theirs.goto(link)
    theirs.get_by_role("heading", name="This link has ended").wait_for()
    look(theirs)
    assert auditor.errors.pop().endswith("(Gone)")
