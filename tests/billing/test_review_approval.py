"""Approving a month's clean claims, all or those that are ticked."""

from __future__ import annotations

import re

import pytest

from billing.models import Claim
from billing.services import claims
from registry.models import ServiceMonth
from tests.billing.october import NOVEMBER_2, OCTOBER
from tests.billing.pages import text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november")]
MONTH = "/p/elm-street/billing/2026-10/"


# -- approving


def box(claim):
    return f"{claim.pk}:{claim.fingerprint}"


def states(*claims):
    return [Claim.objects.get(pk=claim.pk).state for claim in claims]


def approve_all(browser, page):
    mark = re.search(r'name="list_mark" value="(\w+)"', page.content.decode())[1]
    return browser.post(f"{MONTH}approve/", {"all": "1", "list_mark": mark}, follow=True)


def test_all_clean_claims_are_approved_and_their_months_locked(october, signed_in, dana):
    charts = [october.chart(75), october.chart(90)]
    held = october.chart(75, without="review")
    october.true_up()
    browser = signed_in(dana)
    page = text(approve_all(browser, browser.get(MONTH)))
    assert "2 claims approved. Their months are locked for the log." in page
    for chart in charts:
        assert ServiceMonth.objects.get(patient=chart, month=OCTOBER).closed_by == dana
    assert not ServiceMonth.objects.get(patient=held, month=OCTOBER).is_closed
    assert "Approved 2 $300.20" in page


def test_only_the_ticked_claims_are_approved(october, signed_in, dana):
    october.chart(75), october.chart(75)
    october.true_up()
    one, other = Claim.objects.order_by("pk")
    page = signed_in(dana).post(f"{MONTH}approve/", {"claim": [box(one)]}, follow=True)
    assert "1 claim approved. Its month is locked for the log." in text(page)
    assert states(one, other) == ["approved", "draft"]


def test_those_that_were_left_are_listed_each_with_its_sentence_once(october, signed_in, dana):
    october.chart(75, last_name="Able")
    waits = october.chart(75, last_name="Baker")
    changed = october.chart(75, last_name="Cole")
    october.true_up()
    ServiceMonth.objects.filter(patient=waits).update(review_seconds=600)
    october.log(changed, 5)
    browser = signed_in(dana)
    page = text(approve_all(browser, browser.get(MONTH)))
    assert "1 claim approved." in page
    assert "2 claims were left as it is" in page
    assert "Pat Baker 10 minutes of its month still need review." in page
    assert "Pat Cole The chart has changed since the true-up." in page
    assert "Left as they are" not in text(browser.get(MONTH))


def test_a_claim_that_came_after_the_page_was_opened_is_not_approved_unseen(
    october, signed_in, dana
):
    first = october.claim()
    browser = signed_in(dana)
    seen = browser.get(MONTH)
    second = october.claim()
    page = text(approve_all(browser, seen))
    assert "The clean claims are others than those you saw" in page
    assert states(first, second) == ["draft", "draft"]


def test_a_ticked_claim_that_was_decided_anew_is_left(october, signed_in, dana):
    claim = october.claim()
    seen = box(claim)
    october.log(claim.patient, 60)
    october.true_up()
    page = signed_in(dana).post(f"{MONTH}approve/", {"claim": [seen]}, follow=True)
    assert "It was decided anew since you opened the page." in text(page)
    assert states(claim) == ["draft"]


@pytest.mark.parametrize("boxes", [[], ["zz"], ["12"], ["9" * 30 + ":x"], ["0:x"]])
def test_a_form_with_no_claim_of_the_month_approves_nothing(october, signed_in, dana, boxes):
    claim = october.claim()
    page = signed_in(dana).post(f"{MONTH}approve/", {"claim": boxes}, follow=True)
    assert page.status_code == 200
    assert "Tick the claims that are to be approved" in text(page)
    assert states(claim) == ["draft"]


def test_approving_twice_approves_once(october, signed_in, dana):
    claim = october.claim()
    browser = signed_in(dana)
    for _ in range(2):
        page = browser.post(f"{MONTH}approve/", {"claim": [box(claim)]}, follow=True)
    assert "It is approved already." in text(page)
    assert states(claim) == ["approved"]


def test_another_practice_s_claim_is_not_approved_by_its_number(october, signed_in, dana, harbor):
    claim = october.claim()
    signed_in(dana).post("/p/harbor/billing/2026-10/approve/", {"claim": [box(claim)]})
    assert states(claim) == ["draft"]


# -- who


@pytest.mark.parametrize("who", ["sue", "ann", "alice", "priya", "sam"])
def test_only_a_biller_approves_or_runs(request, october, signed_in, who):
    browser = signed_in(request.getfixturevalue(who))
    assert browser.post(f"{MONTH}approve/").status_code == 403
    assert browser.post(f"{MONTH}true-up/").status_code == 403
    if who in ("sue", "ann"):
        assert "Approve" not in browser.get(MONTH).content.decode().replace("Approved", "")


def test_a_clean_claim_is_held_back_with_a_reason_and_taken_up_again(october, signed_in, dana):
    claim = october.claim(75)
    dana_s = signed_in(dana)
    url = f"/p/elm-street/billing/claims/{claim.pk}/set-aside/"
    dana_s.post(url, {"how": "look", "reason": " "})
    claim.refresh_from_db()
    assert claim.set_aside == ""
    dana_s.post(url, {"how": "look", "reason": "Ask the payer first."})
    october.true_up()
    held = text(dana_s.get(f"{MONTH}?lane=held"))
    assert "Held back to be looked at" in held
    assert "“Ask the payer first.” Dana Reyes" in held
    left = claims.approve(
        [claim.pk], practice=claim.practice, month=OCTOBER, by=dana, now=NOVEMBER_2
    ).left
    assert "It is set aside" in left[claim.pk]
    dana_s.post(url)
    assert "Clean 1 $150.10" in text(dana_s.get(MONTH))


def test_a_claim_that_is_not_to_be_billed_is_listed_with_those(october, signed_in, dana):
    claim = october.claim(75)
    dana_s = signed_in(dana)
    url = f"/p/elm-street/billing/claims/{claim.pk}/"
    dana_s.post(f"{url}set-aside/", {"how": "no", "reason": "A courtesy."})
    page = text(dana_s.get(f"{MONTH}?lane=not_billable"))
    assert "Not to be billed “A courtesy.” Dana Reyes" in page
    assert "Clean 0 $0.00" in page
    assert "Set aside: not to be billed, by Dana Reyes" in text(dana_s.get(url))
