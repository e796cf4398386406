"""Where the care was given: clinics that send institutional claims, and sites."""

from __future__ import annotations

import pytest

from billing.models import (
    ClaimSettings,
    PayerClaimSettings,
    Submission,
)
from billing.services import claims, submission
from tests.billing.october import NOVEMBER_2, OCTOBER
from tests.x12.validator import accepted


@pytest.mark.parametrize(("place", "bill_type"), [("72", "71"), ("50", "77")])
def test_a_clinic_of_its_kind_sends_institutional_claims(
    october, file_of, elm_street, place, bill_type
):
    elm_street.place_of_service = place
    elm_street.save()
    claim = october.claim()
    text = file_of(claim)
    assert "005010X223A2" in text
    assert f"CLM*CT{claim.pk}*150.1***{bill_type}:A:1*" in text
    assert "DTP*434*RD8*20261031-20261031~" in text
    assert "NM1*71*1*Natarajan*Priya****XX*1679576722~" in text
    assert "SV2*0521*HC:99492*150.1*UN*1~" in text
    assert Submission.objects.get().form == "837I"


def test_a_clinic_s_settings_come_before_the_defaults(october, file_of, elm_street, payer):
    ClaimSettings.objects.create(practice=elm_street, bill_type="77", revenue_code="0900")
    PayerClaimSettings.objects.create(payer=payer, claim_form="837I")
    text = file_of(october.claim())
    assert "77:A:1" in text
    assert "SV2*0900*" in text


def test_two_forms_to_one_clearinghouse_are_two_files(
    october, make, elm_street, dana, hudson, payer
):
    elm_street.claim_batching = "clearinghouse"
    elm_street.clearinghouse_name, elm_street.clearinghouse_id = "Relay House", "RELAY1"
    elm_street.save()
    PayerClaimSettings.objects.create(payer=hudson, claim_form="837I")
    ClaimSettings.objects.create(practice=elm_street, bill_type="71")
    october.payable(hudson)
    october.chart(75), october.chart(75, payer=hudson)
    october.true_up()
    from billing.models import Claim

    by = {"practice": elm_street, "month": OCTOBER, "by": dana, "now": NOVEMBER_2}
    claims.approve(list(Claim.objects.values_list("pk", flat=True)), **by)
    made = submission.build(**by).made
    assert sorted(each.form for each in made) == ["837I", "837P"]
    assert {each.receiver_id for each in made} == {"RELAY1"}
    assert all(accepted(bytes(each.content).decode("ascii")) == [] for each in made)


@pytest.fixture
def at_annex(october, elm_street, dana):
    """A claim whose episode is at a site of its own; `fields` differ from the annex in Troy."""

    def make(**fields):
        chosen = {
            "name": "Elm Street Annex", "npi": "1245319599", "address": "3 Oak Road",
            "city": "Troy", "state": "NY", "zip_code": "121800002", "place_of_service": "22",
        }  # fmt: skip
        site = elm_street.sites.create(created_at=NOVEMBER_2, created_by=dana, **chosen | fields)
        patient = october.chart(75)
        patient.episodes.update(site=site)
        october.true_up()
        return patient.claims.get()

    return make


def test_an_episode_s_site_is_the_service_facility_with_its_place_of_service(at_annex, file_of):
    text = file_of(at_annex())
    assert "NM1*77*2*Elm Street Annex*****XX*1245319599~N3*3 Oak Road~N4*Troy*NY*121800002~" in text
    assert "*22:B:1*" in text


def test_a_site_goes_before_the_facility_of_every_claim(at_annex, file_of, elm_street):
    ClaimSettings.objects.create(
        practice=elm_street, facility_name="Main House", facility_address="9 Elm Street",
        facility_city="Albany", facility_state="NY", facility_zip="122070009",
    )  # fmt: skip
    text = file_of(at_annex())
    assert "Elm Street Annex" in text
    assert "Main House" not in text


def test_a_site_at_the_billing_address_is_not_named_twice(at_annex, file_of, elm_street):
    claim = at_annex(
        address=elm_street.address.lower(), city=elm_street.city, state=elm_street.state,
        zip_code=elm_street.zip_code[:5],
    )  # fmt: skip
    assert "NM1*77" not in file_of(claim)


def test_a_site_that_is_a_rural_health_clinic_sends_837i(at_annex, file_of):
    text = file_of(at_annex(place_of_service="72"))
    assert "005010X223A2" in text
    assert "*71:A:1*" in text
    assert "NM1*77*2*Elm Street Annex" in text
