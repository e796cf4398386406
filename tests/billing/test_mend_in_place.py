"""What stands against a claim is filled in where it is read; one press saves and decides again."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from billing.models import Claim, Fee, TrueUpRun
from billing.services import claims, submission
from registry.models import Clinician
from registry.services import people
from registry.vocabulary import Role
from tests.billing.october import NOVEMBER_2, OCTOBER
from tests.billing.pages import links, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november")]

MONTH = "/p/elm-street/billing/2026-10/"
IN_DIALOG = {"HX-Request": "true"}


def form_of(browser, lane="held"):
    """The address of the only form that the lane offers."""
    (url,) = [each for each in links(browser.get(f"{MONTH}?lane={lane}")) if "/mend/" in each]
    return url


def outcome(claim):
    claim.refresh_from_db()
    return claim.outcome, claim.rules


def test_the_member_id_is_entered_and_the_claim_is_clean(october, signed_in, dana):
    claim = october.claim(75, member_id="")
    dana_s = signed_in(dana)
    url = form_of(dana_s)
    assert "Member id" in text(dana_s.get(url, headers=IN_DIALOG))
    assert dana_s.post(url, {"member_id": " "}, headers=IN_DIALOG).status_code == 422
    answer = dana_s.post(url, {"member_id": "M-77"}, headers=IN_DIALOG)
    assert answer["HX-Trigger"] == "ct:mended"
    assert "the claim is clean now, 99492 × 1, $150.10." in text(answer)
    assert outcome(claim) == ("billable", [])
    run = TrueUpRun.objects.latest("pk")
    assert (run.is_partial, run.patients_total, run.asked_by) == (True, 1, dana)


def test_without_a_script_the_form_is_a_page_that_leads_back(october, signed_in, dana):
    october.claim(75, member_id="")
    dana_s = signed_in(dana)
    url = form_of(dana_s)
    assert "Back to Billing, October 2026" in text(dana_s.get(url))
    answer = dana_s.post(url, {"member_id": "M-77"})
    assert answer.url.startswith(f"{MONTH}?lane=held")
    assert answer.url.endswith("#cause-subscriber_id_missing")
    assert "the claim is clean now" in text(dana_s.get(answer.url))


def test_what_still_stands_is_said(october, signed_in, dana):
    claim = october.claim(75, member_id="", without="consent")
    dana_s = signed_in(dana)
    answer = dana_s.post(form_of(dana_s), {"member_id": "M-77"}, headers=IN_DIALOG)
    assert "the claim is held: consent is missing." in text(answer)
    assert outcome(claim) == ("held", ["consent_missing"])


def test_one_charge_moves_every_claim_that_waited_for_it(october, signed_in, dana):
    Fee.objects.all().delete()
    one, other = october.claim(75), october.claim(75)
    october.true_up()
    dana_s = signed_in(dana)
    page = dana_s.get(f"{MONTH}?lane=held")
    url = next(each for each in links(page) if "/mend/" in each)
    sent = {"whose": "all", "active_from": "2026-10-01", "source": "Schedule"}
    wrong = dana_s.post(url, {**sent, "amount_99492": "0"}, headers=IN_DIALOG)
    assert (wrong.status_code, Fee.objects.count()) == (422, 0)
    assert "The amount lies between" in text(wrong)
    answer = dana_s.post(url, {**sent, "amount_99492": "$150.10"}, headers=IN_DIALOG)
    assert "Of 1 other claim with this cause 1 moved on." in text(answer)
    assert [outcome(each)[0] for each in (one, other)] == ["billable", "billable"]
    fee = Fee.objects.get()
    assert (fee.code, fee.amount, fee.payer) == ("99492", Decimal("150.10"), None)


def test_a_practitioner_s_npi_is_entered_beside_the_claim_that_cannot_leave(
    october, signed_in, dana, elm_street
):
    Clinician.objects.update(npi="")
    claim = october.claim(75)
    dana_s = signed_in(dana)
    url = form_of(dana_s, lane="clean")
    answer = dana_s.post(url, {"npi": "1679576722"}, headers=IN_DIALOG)
    assert "the claim has all that its file needs." in text(answer)
    claims.approve([claim.pk], practice=elm_street, month=OCTOBER, by=dana, now=NOVEMBER_2)
    built = submission.build(practice=elm_street, month=OCTOBER, by=dana, now=NOVEMBER_2)
    assert (len(built.made), built.gaps) == (1, [])


def test_claims_that_lack_the_same_row_are_one_line_on_the_files_page(
    october, signed_in, dana, elm_street
):
    both = [october.claim(75), october.claim(75)]
    october.true_up()
    claims.approve(
        [each.pk for each in both], practice=elm_street, month=OCTOBER, by=dana, now=NOVEMBER_2
    )
    Clinician.objects.update(npi="")
    dana_s = signed_in(dana)
    page = dana_s.get("/p/elm-street/billing/submissions/?month=2026-10")
    (url,) = [each for each in links(page) if "/mend/" in each]
    assert all(each.patient.full_name in text(page) for each in both)
    answer = dana_s.post(url, {"npi": "1679576722"})
    assert answer.url.startswith("/p/elm-street/billing/submissions/")
    assert "2 can leave now" in text(dana_s.get(answer.url))


def test_a_service_that_excludes_the_claim_is_taken_off_with_a_reason(october, signed_in, dana):
    claim = october.claim(75)
    claim.patient.other_services.create(
        code="99493", served_on=dt.date(2026, 10, 20), practitioner="x",
        recorded_at=NOVEMBER_2, recorded_by=dana,
    )  # fmt: skip
    october.true_up()
    assert outcome(claim) == ("held", ["already_billed"])
    dana_s = signed_in(dana)
    service = claim.patient.other_services.get()
    sent = {"service": service.pk, "what": "void"}
    url = form_of(dana_s)
    assert "Say why the service is void." in text(dana_s.post(url, sent, headers=IN_DIALOG))
    dana_s.post(url, {**sent, "reason": "Entered twice"}, headers=IN_DIALOG)
    assert outcome(claim) == ("billable", [])


def test_the_initiating_visit_is_entered(october, signed_in, dana):
    claim = october.claim(75)
    claim.episode.initiating_visit_on = None
    claim.episode.save()
    october.true_up()
    assert outcome(claim) == ("held", ["initiating_visit_missing"])
    dana_s = signed_in(dana)
    dana_s.post(form_of(dana_s), {"initiating_visit_on": "2026-09-15"}, headers=IN_DIALOG)
    assert outcome(claim) == ("billable", [])


def test_a_diagnosis_is_a_clinician_s_to_add(october, signed_in, dana, elm_street):
    claim = october.claim(75)
    claim.episode.diagnoses.update(removed_at=NOVEMBER_2, removed_by=dana)
    claim.episode.diagnoses.create(
        code="I10", label="x", rank=1, recorded_at=NOVEMBER_2, recorded_by=dana
    )
    october.true_up()
    assert outcome(claim) == ("held", ["diagnosis_missing"])
    dana_s = signed_in(dana)
    assert not [each for each in links(dana_s.get(f"{MONTH}?lane=held")) if "/mend/" in each]
    people.grant(dana, elm_street, Role.CARE_MANAGER, by=people.system(), now=NOVEMBER_2)
    url = form_of(dana_s)
    wrong = dana_s.post(url, {"diagnosis": "F99999"}, headers=IN_DIALOG)
    assert "is no ICD-10-CM code" in text(wrong)
    dana_s.post(url, {"diagnosis": "F33.1"}, headers=IN_DIALOG)
    assert outcome(claim) == ("billable", [])


def test_what_a_person_approved_is_not_decided_again(october, signed_in, dana, elm_street):
    claim = october.claim(75, member_id="")
    url = form_of(signed_in(dana))
    claim.coverage.member_id = "M-77"
    claim.coverage.save()
    october.true_up()
    claims.approve([claim.pk], practice=elm_street, month=OCTOBER, by=dana, now=NOVEMBER_2)
    answer = signed_in(dana).post(url, {"member_id": "M-78"})
    assert answer.status_code == 302
    claim.coverage.refresh_from_db()
    assert (Claim.objects.get().state, claim.coverage.member_id) == ("approved", "M-77")


def test_a_form_elsewhere_leads_back_and_the_claim_is_looked_at_by_itself(october, signed_in, dana):
    claim = october.claim(75, without="coverage")
    october.true_up()
    page = signed_in(dana).get(f"{MONTH}?lane=held&mended={claim.pk}&saved=1")
    assert 'hx-trigger="load"' in page.content.decode().split("decide-again")[1][:80]
    answer = signed_in(dana).post(
        f"{MONTH}decide-again/?lane=held", {"claim": claim.pk}, headers=IN_DIALOG
    )
    assert (answer.status_code, answer["HX-Redirect"]) == (204, f"{MONTH}?lane=held")
