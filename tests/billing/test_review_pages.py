"""The month's review: lanes, reasons with where they are mended, filters, and who opens it."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from billing.models import Claim, TrueUpFailure
from registry.models import Payer, ServiceMonth
from tests.billing.october import NOVEMBER_2, OCTOBER
from tests.billing.pages import links, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november")]
MONTH = "/p/elm-street/billing/2026-10/"


def test_the_address_without_a_month_goes_to_the_month_before_when_it_has_claims(
    october, signed_in, dana
):
    assert signed_in(dana).get("/p/elm-street/billing/").url == "/p/elm-street/billing/2026-11/"
    october.claim()
    assert signed_in(dana).get("/p/elm-street/billing/").url == MONTH


@pytest.mark.parametrize("month", ["2026-13", "october", "2026", "2026-1", "1999-12", "9999-12"])
def test_a_month_that_is_none_is_said_and_not_found(elm_street, signed_in, dana, month):
    response = signed_in(dana).get(f"/p/elm-street/billing/{month}/")
    assert response.status_code == 404
    assert "There is no such month" in text(response)
    assert month in text(response)


def test_the_lanes_show_counts_and_dollars(october, signed_in, dana):
    october.chart(75), october.chart(160)
    october.chart(75, without="review")
    october.chart(68)
    october.true_up()
    page = text(signed_in(dana).get(MONTH))
    assert "Clean 2 $480.35" in page
    assert "Needs attention 1 $150.10" in page
    assert "Not billable 1" in page
    assert "Approved 0 $0.00" in page


def test_a_clean_claim_shows_codes_units_minutes_and_charge(october, signed_in, dana):
    october.chart(160, last_name="Quist", first_name="Odell")
    october.true_up()
    page = text(signed_in(dana).get(MONTH))
    assert re.search(
        r"Quist, Odell T\d+ Empire Health Plan 99492 × 1 \+ 99494 × 3 160 \$330.25", page
    )


def test_held_claims_stand_under_their_cause_with_the_reason_in_words(october, signed_in, dana):
    october.chart(75, without="review"), october.chart(75, without="review")
    october.chart(75, without="consent")
    october.true_up()
    page = text(signed_in(dana).get(f"{MONTH}?lane=held"))
    assert "All causes 3" in page
    assert "Consultant's review is missing 2" in page
    assert "Consent is missing 1" in page
    one = text(signed_in(dana).get(f"{MONTH}?lane=held&cause=consent_missing"))
    assert one.count("Why ") == 1


@pytest.mark.parametrize(
    ("chart", "address"),
    [
        ({"without": "coverage"}, "/mend/?what=coverage_missing"),
        ({"member_id": ""}, "/mend/?what=subscriber_id_missing"),
        ({"without": "consent"}, "#consent"),
        ({"without": "measure"}, "#measures"),
        ({"without": "review"}, "#reviews"),
    ],
)
def test_each_hold_leads_to_where_this_person_can_mend_it(october, signed_in, dana, chart, address):
    patient = october.chart(75, **chart)
    october.true_up()
    found = links(signed_in(dana).get(f"{MONTH}?lane=held"))
    assert [link for link in found if address.format(patient.pk) in link]


def test_a_payer_without_a_policy_and_fees_leads_to_its_terms(october, signed_in, dana, now):
    other = Payer.objects.create(
        practice=october.practice, name="Hudson Mutual", payer_id="HM77", created_at=now
    )
    october.chart(75, payer=other)
    october.true_up()
    response = signed_in(dana).get(f"{MONTH}?lane=held")
    terms = f"/p/elm-street/billing/payers/{other.pk}/terms/"
    ways = [link for link in links(response) if link.startswith(f"{terms}?back={MONTH}")]
    assert {link.partition("#")[2] for link in ways} == {"policies"}
    assert any("/mend/?what=fee_missing" in link for link in links(response))
    assert "no approved policy in force" in text(response)


def test_a_month_that_fell_short_says_by_how_much_and_what_it_would_have_brought(
    october, signed_in, dana
):
    october.chart(68)
    october.true_up()
    page = text(signed_in(dana).get(f"{MONTH}?lane=not_billable"))
    assert "99492, 2 minutes short 68 $150.10" in page


def test_time_that_needs_review_is_told_beside_the_claim(october, signed_in, dana):
    patient = october.chart(75)
    october.log(patient, 12, status="needs_review", review_reason="Left running.")
    october.true_up()
    ServiceMonth.objects.filter(patient=patient).update(review_seconds=720)
    response = signed_in(dana).get(MONTH)
    assert "12 minutes still need review" in text(response)
    assert [link for link in links(response) if link.endswith("#time")]


def test_the_filters_narrow_the_tabs_and_the_list_and_stay_in_the_address(
    october, signed_in, dana, now
):
    other = Payer.objects.create(
        practice=october.practice, name="Hudson Mutual", payer_id="HM77", created_at=now
    )
    october.payable(other)
    october.chart(75, last_name="Here"), october.chart(75, last_name="Elsewhere", payer=other)
    october.true_up()
    response = signed_in(dana).get(f"{MONTH}?payer={other.pk}")
    page = text(response)
    assert "Clean 1" in page
    assert "Elsewhere" in page
    assert "Here," not in page
    assert f"?payer={other.pk}&lane=held" in links(response)


@pytest.mark.parametrize("query", ["payer=zz", "payer=999999", "lane=no", "page=zz", "program=x"])
def test_what_the_list_does_not_know_narrows_nothing(october, signed_in, dana, query):
    october.claim()
    response = signed_in(dana).get(f"{MONTH}?{query}")
    assert response.status_code == 200
    assert "Clean 1" in text(response)


def queries(browser, url):
    browser.get(url)
    with CaptureQueriesContext(connection) as seen:
        assert browser.get(url).status_code == 200
    return len(seen)


@pytest.mark.parametrize("lane", ["clean", "held", "not_billable", "approved"])
def test_the_page_asks_as_much_for_two_hundred_claims_as_for_twenty(october, signed_in, dana, lane):
    chart = {"held": {"without": "review"}, "not_billable": {"minutes": 60}}.get(lane, {})
    claim = october.claim(**chart)
    if lane == "approved":
        Claim.objects.update(state="approved", approved_at=NOVEMBER_2, approved_by=dana)
        claim.refresh_from_db()
    browser = signed_in(dana)
    october.copies(claim, 19)
    few = queries(browser, f"{MONTH}?lane={lane}")
    ServiceMonth.objects.filter(patient=claim.patient).delete()
    october.copies(Claim.objects.order_by("-pk").first(), 180)
    many = queries(browser, f"{MONTH}?lane={lane}")
    assert many <= few
    assert many <= 32


def test_fifty_claims_a_page(october, signed_in, dana):
    october.copies(october.claim(), 60)
    browser = signed_in(dana)
    assert "1–50 of 61" in text(browser.get(MONTH))
    assert "51–61 of 61" in text(browser.get(f"{MONTH}?page=2"))


def test_the_last_true_up_says_when_by_whom_and_what_it_did(october, signed_in, dana):
    october.claim()
    page = text(signed_in(dana).get(MONTH))
    assert "True-up of Nov 2, 2026, 10:00 AM by Dana Reyes" in page
    assert "1 chart: 1 decided or decided anew, 0 unchanged, 0 kept" in page
    assert "Final" in page


def test_charts_that_failed_are_a_list_with_a_sentence(october, signed_in, dana):
    claim = october.claim()
    TrueUpFailure.objects.create(
        run=claim.run, patient=claim.patient, month=OCTOBER, message="It broke.",
        failed_at=NOVEMBER_2,
    )  # fmt: skip
    page = text(signed_in(dana).get(MONTH))
    assert "Charts that could not be decided 1" in page
    assert "It broke." in page


def test_an_empty_month_says_what_to_do(elm_street, signed_in, dana, sue):
    assert "Run it with the button above" in text(signed_in(dana).get(MONTH))
    assert "Run it with the button" not in text(signed_in(sue).get(MONTH))
    assert "has not begun" in text(signed_in(dana).get("/p/elm-street/billing/2027-01/"))


def test_a_decided_claim_that_a_later_true_up_would_decide_otherwise_is_shown(
    october, signed_in, dana
):
    claim = october.claim()
    Claim.objects.filter(pk=claim.pk).update(
        state="approved", approved_at=NOVEMBER_2, approved_by=dana
    )
    october.log(claim.patient, 40)
    october.true_up()
    page = text(signed_in(dana).get(MONTH))
    assert "1 approved or sent claim would be decided otherwise now." in page
    only = text(signed_in(dana).get(f"{MONTH}?lane=approved&changed=1"))
    assert "Added: 99494 × 1. 40 minutes more counted." in only
    assert "99492 × 1 75 $150.10" in only


@pytest.mark.parametrize(
    ("who", "status"),
    [("dana", 200), ("sue", 200), ("ann", 200), ("alice", 403), ("sam", 403), ("charlie", 404)],
)
def test_who_opens_the_review(request, october, signed_in, who, status):
    assert signed_in(request.getfixturevalue(who)).get(MONTH).status_code == status


def test_the_month_is_narrowed_to_a_site_where_a_practice_has_some(
    october, elm_street, signed_in, dana
):
    here, there = october.chart(75), october.chart(75)
    october.true_up()
    assert "All sites" not in text(signed_in(dana).get(MONTH))
    site = elm_street.sites.create(
        name="Annex", address="3 Oak Road", city="Troy", state="NY", zip_code="12180",
        created_at=NOVEMBER_2, created_by=dana,
    )  # fmt: skip
    there.episodes.update(site=site)
    page = text(signed_in(dana).get(f"{MONTH}?site={site.pk}"))
    assert "Clean 1 $150.10" in page
    assert there.last_name in page
    assert here.last_name not in page


@pytest.mark.parametrize(("mark", "said"), [(26, True), (27, False)])
def test_time_entered_by_hand_is_told_from_the_practice_s_own_share(
    october, elm_street, signed_in, dana, mark, said
):
    """60 minutes by the clock and 22 by hand: 26 % and a bit."""
    elm_street.by_hand_percent = mark
    elm_street.save()
    patient = october.chart(60)
    october.log(patient, 22, origin="by_hand", reason="No network.")
    october.true_up()
    page = text(signed_in(dana).get(MONTH))
    assert ("26 % of the counted time was entered by hand" in page) is said


def test_time_by_hand_that_counts_for_nothing_is_no_share(october, signed_in, dana):
    patient = october.chart(75)
    october.log(patient, 60, origin="by_hand", reason="No network.", activity="clerical")
    october.true_up()
    assert "entered by hand" not in text(signed_in(dana).get(MONTH))
