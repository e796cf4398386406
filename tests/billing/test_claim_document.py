"""What a claim's file says beyond patient, payer and lines."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from billing.models import (
    ClaimSettings,
    PayerClaimSettings,
)
from billing.services import claims, submission
from registry.models import Authorization, Clinician
from tests.billing.october import NOVEMBER_2, OCTOBER


@pytest.fixture
def supervisor(elm_street, dana):
    return Clinician.objects.create(
        practice=elm_street, first_name="Una", last_name="Overton", npi="1245319599",
        created_at=NOVEMBER_2, created_by=dana,
    )  # fmt: skip


def second(make, claim, payer, **fields):
    return make.coverage(claim.patient, payer, rank=2, **fields)


def test_the_number_of_the_authorization_that_covers_the_day_is_in_the_file(
    october, file_of, system
):
    patient = october.chart(75)
    for number, since, until in (("OLD", 1, 9), ("PA-77", 3, 10), ("NEXT", 11, 12)):
        Authorization.objects.create(
            patient=patient, number=number, from_date=dt.date(2026, since, 1),
            to_date=dt.date(2026, until, 28) if until != 10 else dt.date(2026, 10, 31),
            recorded_at=NOVEMBER_2, recorded_by=system,
        )  # fmt: skip
    october.true_up()
    text = file_of(patient.claims.get())
    assert "REF*G1*PA-77~" in text
    assert text.count("REF*G1") == 1


def test_a_service_facility_is_named_where_the_practice_has_one(october, file_of, elm_street):
    ClaimSettings.objects.create(
        practice=elm_street, facility_name="Elm Street Annex", facility_npi="1245319599",
        facility_address="3 Oak Road", facility_city="Troy", facility_state="NY",
        facility_zip="121800002",
    )  # fmt: skip
    text = file_of(october.claim())
    assert "NM1*77*2*Elm Street Annex*****XX*1245319599~N3*3 Oak Road~N4*Troy*NY*121800002~" in text


def test_a_payer_that_wants_a_supervising_practitioner_gets_one(
    october, file_of, payer, supervisor
):
    PayerClaimSettings.objects.create(payer=payer, also_named="supervising", clinician=supervisor)
    assert "NM1*DQ*1*Overton*Una****XX*1245319599~" in file_of(october.claim())


def test_a_referring_practitioner_is_the_episode_s_own_unless_another_is_chosen(
    october, file_of, payer, supervisor
):
    row = PayerClaimSettings.objects.create(payer=payer, also_named="referring")
    assert "NM1*DN*1*Natarajan*Priya****XX*1679576722~" in file_of(october.claim())
    row.clinician = supervisor
    row.save()
    assert "NM1*DN*1*Overton*Una****XX*1245319599~" in file_of(october.claim())


def test_the_database_wants_a_supervisor_named(payer):
    with pytest.raises(IntegrityError, match="supervisor"), transaction.atomic():
        PayerClaimSettings.objects.create(payer=payer, also_named="supervising")


def test_a_second_coverage_is_named_to_the_first_payer(october, file_of, make, hudson):
    claim = october.claim()
    second(make, claim, hudson, member_id="H-1", relationship="01",
           subscriber_first_name="Rosa", subscriber_last_name="Quintero")  # fmt: skip
    text = file_of(claim)
    assert "SBR*P*18*" in text
    assert "SBR*S*01*******BL~" in text
    assert "NM1*IL*1*Quintero*Rosa****MI*H-1~" in text
    assert "NM1*PR*2*Hudson Mutual*****PI*HM77~" in text


@pytest.mark.parametrize(
    "days", [{"active_from": dt.date(2026, 11, 1)}, {"active_to": dt.date(2026, 9, 30)}]
)
def test_a_coverage_of_other_days_is_not_named(october, file_of, make, hudson, days):
    claim = october.claim()
    second(make, claim, hudson, **days)
    assert "SBR*S" not in file_of(claim)


def test_a_gap_of_another_coverage_names_that_coverage(october, make, hudson, elm_street, dana):
    claim = october.claim()
    other = second(make, claim, hudson, member_id="")
    by = {"practice": elm_street, "month": OCTOBER, "by": dana, "now": NOVEMBER_2}
    claims.approve([claim.pk], **by)
    (gap,) = submission.look_through(practice=elm_street, month=OCTOBER, now=NOVEMBER_2).gaps
    assert gap.field == "other_coverages[0].subscriber.member_id"
    assert gap.rows == {"coverage_id": other.pk, "payer_id": hudson.pk}
