"""The difference that a run made against the run before it: added, removed, changed, and why."""

from __future__ import annotations

import csv
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from billing.models import Claim, TrueUpChange
from billing.selectors import true_up_changes as selectors
from billing.services import claims
from registry.models import Consent
from tests.billing.october import NOVEMBER_2, OCTOBER
from tests.billing.pages import text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november")]


def found(october, dana):
    return selectors.of_run(dana, october.true_up())


def kinds(result):
    return {each.claim.patient_id: each.kind for each in result.changes}


def test_a_first_run_adds_what_is_billable_and_names_the_rest(october, dana):
    clean, short = october.chart(75), october.chart(20)
    result = found(october, dana)
    assert kinds(result) == {clean.pk: "added", short.pk: "moved"}
    assert result.counts == {"added": 1, "removed": 0, "changed": 0, "moved": 1}
    assert result.difference == Decimal("150.10")
    assert not TrueUpChange.objects.exists()


def test_a_run_that_finds_all_as_it_was_says_so(october, dana, signed_in):
    october.claim()
    run = october.true_up()
    assert selectors.of_run(dana, run).changes == []
    page = signed_in(dana).get(f"/p/elm-street/billing/true-ups/{run.pk}/changes/")
    assert "Nothing changed" in text(page)


def test_more_minutes_change_a_claim_and_the_run_says_why(october, dana, signed_in):
    claim = october.claim(75)
    october.log(claim.patient, 30)
    run = october.true_up()
    (change,) = selectors.of_run(dana, run).changes
    assert (change.kind, change.difference) == ("changed", Decimal("60.05"))
    assert selectors.why(change) == ["counted"]
    page = text(signed_in(dana).get(f"/p/elm-street/billing/true-ups/{run.pk}/changes/"))
    assert "Clean: 99492 × 1 Clean: 99492 × 1 + 99494 × 1 $60.05 30 minutes more counted." in page


@pytest.mark.parametrize("is_gone", [True, False])
def test_a_consent_that_goes_or_comes_removes_or_adds_the_claim(
    october, dana, make, signed_in, is_gone
):
    claim = october.claim(75, without="" if is_gone else "consent")
    if is_gone:
        Consent.objects.filter(patient=claim.patient).delete()
    else:
        make.consent(claim.patient)
    run = october.true_up()
    (change,) = selectors.of_run(dana, run).changes
    assert change.kind == ("removed" if is_gone else "added")
    assert abs(change.difference) == Decimal("150.10")
    page = text(signed_in(dana).get(f"/p/elm-street/billing/true-ups/{run.pk}/changes/"))
    assert ("Now: consent is missing" if is_gone else "No longer: consent is missing") in page


def test_an_earlier_run_keeps_what_it_changed(october, dana):
    claim = october.claim(75)
    october.log(claim.patient, 30)
    second = october.true_up()
    october.log(claim.patient, 30)
    october.true_up()
    (change,) = selectors.of_run(dana, second).changes
    assert [line["code"] for line in change.after["lines"]] == ["99492", "99494"]
    assert change.after["lines"][1]["units"] == 1


def test_a_claim_that_a_person_decided_is_in_no_difference(october, dana, elm_street):
    claim = october.claim(75)
    claims.approve([claim.pk], practice=elm_street, month=OCTOBER, by=dana, now=NOVEMBER_2)
    october.log(claim.patient, 30, status="needs_review", review_reason="Late")
    assert found(october, dana).changes == []


def test_the_download_has_a_row_for_each_change(october, dana, signed_in):
    claim = october.claim(75)
    october.log(claim.patient, 30)
    run = october.true_up()
    response = signed_in(dana).get(f"/p/elm-street/billing/true-ups/{run.pk}/changes/?as=csv")
    (row,) = csv.DictReader(b"".join(response.streaming_content).decode().splitlines())
    assert (row["claim"], row["kind"], row["charge_after"]) == (str(claim.pk), "changed", "210.15")


def test_a_stranger_reads_no_run_and_many_changes_cost_no_more(
    october, dana, signed_in, charlie, elm_street
):
    claim = october.claim(75)
    run = claim.run
    address = f"/p/elm-street/billing/true-ups/{run.pk}/changes/"
    assert signed_in(charlie).get(address).status_code == 404
    browser = signed_in(dana)

    def queries():
        with CaptureQueriesContext(connection) as made:
            browser.get(address)
        return len(made)

    queries()
    few = queries()
    october.copies(claim, 30)
    assert queries() == few
    assert Claim.objects.filter(run=run).count() == 31
