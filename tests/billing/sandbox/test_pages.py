"""The page of a policy's test: asked and shown, and never a write to the practice's data."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from billing.models import Claim, Fee, FeeKind, PayerPolicy
from billing.services import sandbox_chunk
from tests.billing.october import NOVEMBER_2
from tests.billing.pages import links, text
from tests.billing.sandbox.asking import PAGE, READINGS, asked
from tests.billing.sandbox.results import CHANGES

pytestmark = pytest.mark.usefixtures("in_november")


# -- asking ---------------------------------------------------------------------------------


def test_the_page_starts_with_the_month_under_review_and_what_stands_now(
    october, signed_in, dana, page
):
    october.claim(75)
    answer = signed_in(dana).get(page)
    found = answer.content.decode()
    assert '<option value="2026-10" selected>October 2026</option>' in found
    assert '<option value="now" selected>What stands now</option>' in found
    assert "Draft from Dec 1, 2026 on (midpoint)" in text(answer)


def test_the_last_two_months_are_offered_before_anything_is_claimed(signed_in, dana, page):
    found = signed_in(dana).get(page).content.decode()
    offered = re.findall(r'<option value="(\d{4}-\d\d)"', found)
    assert offered == ["2026-11", "2026-10"]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"month": "2027-01"}, "January 2027 has not begun at Elm Street Primary Care."),
        ({"month": "yesterday"}, "is no month"),
        ({"month": "1026-01"}, "lies outside"),
        ({"month": ""}, "Month is missing"),
        ({"before": "policy-0"}, "Choose one of those listed."),
        ({"after": ""}, "is missing"),
        ({"after": "now"}, "Both are the same reading."),
    ],
)
def test_what_cannot_be_tested_is_said_beside_the_field(
    october, signed_in, dana, page, draft, changes, says
):
    answer = signed_in(dana).post(page, asked(draft, **changes))
    assert answer.status_code == 422
    assert says in text(answer)


# -- what is shown --------------------------------------------------------------------------


def test_each_month_that_differs_is_shown_with_its_lines_dollars_and_why(october, shown):
    patient = october.chart(40)
    october.chart(75)
    answer = shown()
    said = text(answer)
    assert f"{patient.last_name}, {patient.first_name}" in said
    assert "Not billable No line" in said
    assert "Billable 99492 × 1 $150.10 +$150.10" in said
    assert "99492 is paid from 36 minutes on, instead of 70." in said
    assert "It is meant from Dec 1, 2026 on. October 2026 is read here as if it were" in said
    assert f"/p/elm-street/billing/patients/{patient.pk}/2026-10/why/" in links(answer)


def test_what_the_payer_should_pay_is_said_where_its_amounts_are_known(
    october, shown, elm_street, payer, dana
):
    for code, amount in (("99492", "120.00"), ("99494", "50.00")):
        Fee.objects.create(
            practice=elm_street,
            payer=payer,
            kind=FeeKind.ALLOWED,
            code=code,
            amount=Decimal(amount),
            active_from=dt.date(2026, 1, 1),
            entered_at=NOVEMBER_2,
            entered_by=dana,
        )
    october.chart(40), october.chart(75)
    said = text(shown())
    assert "+$150.10 +$120.00 expected" in said
    assert "Expected in all +$120.00 $120.00 before, $240.00 after" in said


def test_a_draft_that_changes_nothing_says_how_many_claims_stay(october, shown):
    october.chart(75), october.chart(10)
    said = text(shown())
    assert "This draft would change nothing in October 2026: 2 claims stay as they are." in said


def test_a_month_without_patients_of_the_payer_says_so(shown):
    assert "Nothing to decide in October 2026" in text(shown())


def test_a_kind_narrows_the_list(october, shown):
    added, changed = october.chart(40), october.chart(90)
    said = text(shown(query="&kind=added"))
    assert added.last_name in said
    assert changed.last_name not in said
    assert "Nothing is removed" in text(shown(query="&kind=removed"))


def test_a_claim_that_was_sent_says_that_it_would_need_a_replacement(october, shown, dana):
    claim = october.claim(90)
    stamp = {"approved_at": NOVEMBER_2, "approved_by": dana}
    Claim.objects.filter(pk=claim.pk).update(state="approved", **stamp)
    Claim.objects.filter(pk=claim.pk).update(state="sent", sent_at=NOVEMBER_2, sent_by=dana)
    said = text(shown())
    assert "Was sent: it would need a replacement." in said
    assert "1 of these claims is approved or sent already" in said


def test_a_broken_chart_is_a_row_and_not_an_error(october, shown, monkeypatch):
    broken = october.chart(40)

    def fail(chart):
        raise KeyError("x")

    monkeypatch.setattr(sandbox_chunk.decision, "of", fail)
    said = text(shown())
    assert f"What happened {broken.last_name}, Pat" in said
    assert "This chart could not be decided (KeyError)." in said
    assert "No month could be decided" in said


def test_two_readings_are_compared_before_anybody_drafts_one(
    october, shown, payer, signed_in, dana
):
    PayerPolicy.objects.all().delete()
    october.chart(40)
    address = READINGS.format(payer.pk)
    assert signed_in(dana).get(address).status_code == 200
    answer = shown(address=address, before="preset-standard", after="preset-midpoint")
    assert "+$150.10" in text(answer)
    risk = "by “Whole minutes (standard)” after all, $150.10 in 1 claim would be billed too much."
    assert risk in text(answer)


# -- nothing is written ---------------------------------------------------------------------


def statements(captured):
    """What changes rows, save what keeps the session alive."""
    return [
        written
        for query in captured
        for written in CHANGES.findall(query["sql"])
        if written != 'UPDATE "django_session"'
    ]


def test_a_test_writes_nothing_but_that_it_was_made(october, signed_in, dana, page, draft):
    october.claim(90), october.chart(40)
    browser = signed_in(dana)
    with CaptureQueriesContext(connection) as captured:
        answer = browser.post(page, asked(draft))
        browser.get(answer.url)
    assert statements(captured) == ['UPDATE "billing_payerpolicy"']
    draft.refresh_from_db()
    assert draft.tested_by == dana
    assert (
        "1 added (+$150.10), 1 changed (+$60.05) and 0 the same." in draft.tested_months["2026-10"]
    )


@pytest.mark.parametrize(
    "changes",
    [{"before": "preset-standard"}, {"after": "preset-standard", "before": "preset-midpoint"}],
)
def test_another_comparison_writes_nothing_at_all(october, signed_in, dana, page, draft, changes):
    october.chart(40)
    browser = signed_in(dana)
    with CaptureQueriesContext(connection) as captured:
        browser.get(browser.post(page, asked(draft, **changes)).url)
    assert statements(captured) == []


def test_an_auditor_tests_and_writes_nothing_at_all(october, signed_in, ann, page, draft):
    october.chart(40)
    browser = signed_in(ann)
    with CaptureQueriesContext(connection) as captured:
        answer = browser.get(browser.post(page, asked(draft)).url)
    assert "+$150.10" in text(answer)
    assert statements(captured) == []


# -- who ------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["alice", "priya", "sam"])
def test_who_does_not_read_the_terms_does_not_test_them(request, signed_in, page, draft, who):
    browser = signed_in(request.getfixturevalue(who))
    assert browser.get(page).status_code == 403
    assert browser.post(page, asked(draft)).status_code == 403


def test_another_practices_policy_is_not_there(signed_in, dana, draft):
    """Dana bills for both: the address has to name the policy's own practice."""
    browser = signed_in(dana)
    wrong = PAGE.format(draft.pk).replace("elm-street", "harbor")
    assert browser.get(wrong).status_code == 404
    assert browser.post(wrong, asked(draft)).status_code == 404


def test_a_test_of_somebody_else_is_gone(october, signed_in, dana, sue, page, draft):
    october.chart(40)
    address = signed_in(dana).post(page, asked(draft)).url
    said = text(signed_in(sue).get(address))
    assert "kept for an hour, and is gone" in said
    assert "+$150.10" not in said


# -- cost -----------------------------------------------------------------------------------


def test_the_number_of_queries_does_not_depend_on_the_number_of_patients(
    october, signed_in, dana, page, draft
):
    browser = signed_in(dana)

    def cost(charts):
        for _ in range(charts):
            october.chart(40)
        with CaptureQueriesContext(connection) as captured:
            browser.get(browser.post(page, asked(draft)).url)
        return len(captured)

    cost(1)  # reads what a process keeps in memory
    few = cost(2)
    assert cost(12) == few
    assert few <= 50
