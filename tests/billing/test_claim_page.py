"""One claim: its argument, its evidence, its history, and what a biller may do with it."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from billing.models import Claim
from registry.models import AccessLog, ServiceMonth
from tests.billing.october import NOVEMBER_2, OCTOBER
from tests.billing.pages import links, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november")]


def url(claim, tail=""):
    return f"/p/elm-street/billing/claims/{claim.pk}/{tail}"


def why(patient, month="2026-10", slug="elm-street"):
    return f"/p/{slug}/billing/patients/{patient.pk}/{month}/why/"


def approve(browser, claim, **fields):
    sent = {"mark": claim.fingerprint, **fields}
    return browser.post(url(claim, "approve/"), sent, follow=True)


def state(claim):
    return Claim.objects.get(pk=claim.pk).state


def test_the_claim_argues_itself_by_rule_version_and_source(october, signed_in, dana):
    claim = october.claim(75)
    page = text(signed_in(dana).get(url(claim)))
    assert "Lines 99492 × 1" in page
    assert "99492 from 70 minutes met by 5" in page
    assert "worked 75 min, counted 75 min" in page
    assert "Policy standard" in page
    assert re.search(r"read 20\d\d-\d\d-\d\d", page)
    assert "Charge $150.10" in page


def test_people_in_the_argument_have_their_names(october, signed_in, dana):
    page = text(signed_in(dana).get(url(october.claim(75))))
    assert "Alice Moreno, care manager, patient contact" in page
    assert "user:" not in page
    assert "patient:" not in page


def test_seconds_that_do_not_count_say_why_beside_their_entry(october, signed_in, dana):
    patient = october.chart(75)
    october.log(patient, 9, activity="crisis")
    october.true_up()
    page = text(signed_in(dana).get(url(Claim.objects.get())))
    assert "0:09:00 0:00:00 9 min: crisis care is billed apart" in page
    assert "Total 1:24:00 1:15:00" in page


def test_own_holds_stand_in_the_argument_and_lead_to_where_they_are_mended(
    october, signed_in, dana
):
    claim = october.claim(75, member_id="")
    response = signed_in(dana).get(url(claim))
    assert "Held beyond the rules 1 subscriber id missing" in text(response)
    assert f"{url(claim)}mend/?what=subscriber_id_missing&back={url(claim)}" in links(response)


def test_the_evidence_is_listed_and_can_be_opened(october, signed_in, dana):
    response = signed_in(dana).get(url(october.claim(75)))
    page = text(response)
    assert "Verbal, given Sep 30, 2026" in page
    assert "Oct 8, 2026, Sam Okafor: Continue the plan" in page
    assert "PHQ-9: 14, Oct 5, 2026" in page
    assert "Initiating visit Oct 1, 2026" in page


def test_the_look_at_a_claim_is_logged(october, signed_in, dana):
    claim = october.claim(75)
    signed_in(dana).get(url(claim))
    look = AccessLog.objects.get(page="claim")
    assert (look.user_id, look.patient_id) == (dana.pk, claim.patient_id)


def test_the_page_asks_as_much_for_many_entries_as_for_few(october, signed_in, dana):
    few, many = october.claim(75), october.claim(600)
    browser = signed_in(dana)
    counts = []
    for claim in (few, few, many):
        with CaptureQueriesContext(connection) as seen:
            browser.get(url(claim))
        counts.append(len(seen))
    assert counts[1] == counts[2]
    assert counts[2] <= 25


def test_a_claim_that_keeps_no_case_is_shown_all_the_same(october, signed_in, dana):
    claim = october.claim(75)
    Claim.objects.update(facts={"diagnoses": ["F32.1"]}, verdict={})
    page = text(signed_in(dana).get(url(claim)))
    assert "keeps no case" in page


# -- approving and withdrawing


def test_approval_locks_the_month_for_the_log(october, signed_in, dana):
    claim = october.claim(75)
    page = text(approve(signed_in(dana), claim))
    assert "Approved. The patient's month is locked for the log." in page
    assert state(claim) == "approved"
    month = ServiceMonth.objects.get(patient=claim.patient, month=OCTOBER)
    assert (month.closed_by, month.closed_at) == (dana, NOVEMBER_2)
    assert "Approved; its month is locked for the log, by Dana Reyes" in page


def test_minutes_that_need_review_are_left_out_only_by_a_choice(october, signed_in, dana):
    claim = october.claim(75)
    october.log(claim.patient, 10, status="needs_review", review_reason="Left running.")
    october.true_up()
    claim.refresh_from_db()
    ServiceMonth.objects.filter(patient=claim.patient).update(review_seconds=600)
    browser = signed_in(dana)
    page = browser.get(url(claim))
    assert "Leave out 10 minutes that still need review." in text(page)
    assert "10 minutes of its month still need review" in text(approve(browser, claim))
    assert state(claim) == "draft"
    approve(browser, claim, leave_unconfirmed="yes")
    assert state(claim) == "approved"


@pytest.mark.parametrize("chart", [{"without": "review"}, {"minutes": 60}])
def test_what_is_not_clean_has_no_button_and_is_refused(october, signed_in, dana, chart):
    claim = october.claim(**chart)
    browser = signed_in(dana)
    assert 'id="approve"' not in browser.get(url(claim)).content.decode()
    assert "Not approved." in text(approve(browser, claim))
    assert state(claim) == "draft"


def test_a_chart_that_changed_since_is_refused(october, signed_in, dana):
    claim = october.claim(75)
    october.log(claim.patient, 5)
    assert "The chart has changed since the true-up." in text(approve(signed_in(dana), claim))
    assert state(claim) == "draft"


def test_a_claim_decided_anew_since_it_was_opened_is_refused(october, signed_in, dana):
    claim = october.claim(75)
    october.log(claim.patient, 60)
    october.true_up()
    assert "decided anew since you opened the page" in text(approve(signed_in(dana), claim))
    assert state(claim) == "draft"


def test_a_withdrawn_approval_opens_the_month_and_says_why_in_the_history(october, signed_in, dana):
    claim = october.claim(75)
    browser = signed_in(dana)
    approve(browser, claim)
    page = browser.post(url(claim, "withdraw/"), {"reason": "Wrong payer."}, follow=True)
    assert "The approval is withdrawn." in text(page)
    assert state(claim) == "draft"
    assert not ServiceMonth.objects.get(patient=claim.patient, month=OCTOBER).is_closed
    assert "Approval withdrawn; its month is open again, by Dana Reyes “Wrong payer.”" in text(page)


def test_an_approval_is_not_withdrawn_without_a_reason(october, signed_in, dana):
    claim = october.claim(75)
    browser = signed_in(dana)
    approve(browser, claim)
    page = browser.post(url(claim, "withdraw/"), {"reason": "  "}, follow=True)
    assert "Say why the approval is withdrawn." in text(page)
    assert state(claim) == "approved"


def test_a_sent_claim_cannot_be_withdrawn(october, signed_in, dana):
    claim = october.claim(75)
    browser = signed_in(dana)
    approve(browser, claim)
    browser.post("/p/elm-street/billing/2026-10/files/")
    page = browser.post(url(claim, "withdraw/"), {"reason": "Too late."}, follow=True)
    assert "The claim is sent, not approved." in text(page)
    assert "Put into an 837P file, by Dana Reyes" in text(page)
    assert state(claim) == "sent"


def test_what_came_after_the_decision_is_told_in_words(october, signed_in, dana):
    claim = october.claim(75)
    browser = signed_in(dana)
    approve(browser, claim)
    ServiceMonth.objects.update(closed_at=None, closed_by=None, close_reason="")
    october.log(claim.patient, 40)
    october.true_up()
    page = text(browser.get(url(claim)))
    assert "Changed since it was decided" in page
    assert "Added: 99494 × 1." in page
    assert "40 minutes more counted." in page
    assert "1 time entry came after the decision." in page
    assert "A true-up found that it would differ now" in page


# -- the explanation by itself


def test_the_explanation_of_a_claim_is_a_part_and_a_page(october, signed_in, dana):
    claim = october.claim(75)
    browser = signed_in(dana)
    part = browser.get(url(claim, "why/"), headers={"hx-request": "true"})
    assert "<html" not in part.content.decode()
    assert "99492 from 70 minutes met by 5" in text(part)
    assert "<html" in browser.get(url(claim, "why/")).content.decode()


@pytest.mark.parametrize("who", ["alice", "priya", "sam", "dana", "sue", "ann"])
def test_every_role_opens_why_a_month_comes_to_what_it_does(request, october, signed_in, who):
    patient = october.chart(68)
    response = signed_in(request.getfixturevalue(who)).get(why(patient))
    assert response.status_code == 200
    assert "99492 from 70 minutes 2 short" in text(response)


def test_the_month_is_argued_as_the_chart_stands_now(october, signed_in, alice):
    patient = october.chart(68)
    october.true_up()
    october.log(patient, 5)
    part = signed_in(alice).get(why(patient), headers={"hx-request": "true"})
    assert "99492 from 70 minutes met by 3" in text(part)
    assert "<html" not in part.content.decode()


def test_a_care_manager_is_led_to_the_form_itself(october, signed_in, alice):
    patient = october.chart(75, without="consent")
    response = signed_in(alice).get(why(patient))
    assert f"/p/elm-street/patients/{patient.pk}/consents/add/" in links(response)


@pytest.mark.parametrize("month", ["2017-03", "2026-11", "2031-01"])
def test_a_month_with_nothing_in_it_is_argued_too(october, signed_in, alice, month):
    assert signed_in(alice).get(why(october.chart(0), month)).status_code == 200


def test_a_patient_never_enrolled_is_argued_too(october, signed_in, alice, patient):
    page = text(signed_in(alice).get(why(patient)))
    assert "episode missing" in page


def test_a_chart_that_the_rules_cannot_take_is_told_in_words(
    october, signed_in, alice, monkeypatch
):
    patient = october.chart(75)
    monkeypatch.setattr("billing.services.decision.of", lambda chart: 1 / 0)
    page = signed_in(alice).get(why(patient))
    assert page.status_code == 200
    assert "cannot be read by the rules" in text(page)


def test_a_month_that_is_none_is_not_found(october, signed_in, alice):
    assert signed_in(alice).get(why(october.chart(0), "2026-00")).status_code == 404


# -- who


@pytest.mark.parametrize(
    ("who", "status"),
    [("dana", 200), ("sue", 200), ("ann", 200), ("alice", 403), ("priya", 403), ("charlie", 404)],
)
def test_who_opens_a_claim(request, october, signed_in, who, status):
    claim = october.claim(75)
    browser = signed_in(request.getfixturevalue(who))
    assert browser.get(url(claim)).status_code == status
    assert browser.get(url(claim, "why/")).status_code == status


@pytest.mark.parametrize("who", ["sue", "ann", "alice"])
def test_only_a_biller_decides(request, october, signed_in, who):
    claim = october.claim(75)
    browser = signed_in(request.getfixturevalue(who))
    assert approve(browser, claim).status_code == 403
    assert browser.post(url(claim, "withdraw/"), {"reason": "x"}).status_code == 403
    assert state(claim) == "draft"


def test_another_practice_s_address_does_not_find_the_claim(october, signed_in, dana, harbor):
    claim = october.claim(75)
    browser = signed_in(dana)
    address = f"/p/harbor/billing/claims/{claim.pk}/"
    assert browser.get(address).status_code == 404
    assert browser.post(f"{address}approve/").status_code == 404
    assert browser.get(why(claim.patient, slug="harbor")).status_code == 404


def test_no_name_or_birth_date_is_in_an_address(october, signed_in, dana):
    claim = october.claim(75, last_name="Quistorp")
    browser = signed_in(dana)
    for page in (browser.get(url(claim)), browser.get("/p/elm-street/billing/2026-10/")):
        assert not [link for link in links(page) if "quistorp" in link.lower() or "1980" in link]


def test_a_provisional_claim_waits_for_the_end_of_the_month(october, signed_in, dana, time_machine):
    at = dt.datetime(2026, 10, 30, 15, tzinfo=dt.UTC)
    time_machine.move_to(at)
    october.chart(75)
    october.true_up(now=at)
    claim = Claim.objects.get()
    page = signed_in(dana).get(url(claim))
    assert "It can be approved after the final true-up" in text(page)
    assert "has had no final true-up yet" in text(approve(signed_in(dana), claim))
