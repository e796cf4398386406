"""What a claim's file says beyond patient, payer and lines, and what it says to a second payer."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from billing.models import (
    ClaimSettings,
    PayerClaimSettings,
    Submission,
    SubmissionClaim,
)
from billing.selectors import received as received_rows
from billing.selectors import second_payer
from billing.services import claims, cms1500, received, secondary_claims, submission
from registry.errors import Refused
from registry.models import Authorization, Clinician, Payer
from tests.billing.october import NOVEMBER_2, OCTOBER
from tests.registry import entering
from tests.x12.reading import made as x12
from tests.x12.validator import accepted

LATER = dt.datetime(2026, 11, 20, 15, 0, tzinfo=dt.UTC)


@pytest.fixture
def hudson(elm_street):
    return Payer.objects.create(
        practice=elm_street, name="Hudson Mutual", payer_id="HM77", claim_filing_code="BL",
        created_at=NOVEMBER_2,
    )  # fmt: skip


@pytest.fixture
def supervisor(elm_street, dana):
    return Clinician.objects.create(
        practice=elm_street, first_name="Una", last_name="Overton", npi="1245319599",
        created_at=NOVEMBER_2, created_by=dana,
    )  # fmt: skip


@pytest.fixture
def file_of(october, elm_street, dana):
    """The text of the file that an approved claim leaves in."""

    def make(claim):
        by = {"practice": elm_street, "month": OCTOBER, "by": dana, "now": NOVEMBER_2}
        assert claims.approve([claim.pk], **by).approved == [claim.pk]
        built = submission.build(**by)
        assert not built.gaps, built.gaps
        assert not built.practice_gaps, built.practice_gaps
        text = bytes(built.made[0].content).decode("ascii")
        assert accepted(text) == []
        return text.replace("\n", "")

    return make


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


# The second payer


def era(claim, *, amount="120.10", status="1", adjustments=("CAS*CO*45*30.00",)):
    return x12.remittance(
        f"CLP*CT{claim.pk}*{status}*150.10*{amount}*0*12*PCN-9*11*1",
        f"SVC*HC:99492*150.10*{amount}**1",
        "DTM*472*20261031",
        *adjustments,
        f"REF*6R*CT{claim.pk}L1",
        paid=amount,
    ).encode()


@pytest.fixture
def decided(october, make, hudson, elm_street, dana):
    """A claim with two coverages whose first payer has paid: `decided(status="19")`."""

    def build(**said):
        claim = october.claim()
        make.coverage(claim.patient, hudson, rank=2, member_id="H-1")
        by = {"practice": elm_street, "month": OCTOBER, "by": dana, "now": NOVEMBER_2}
        claims.approve([claim.pk], **by)
        submission.build(**by)
        claim.refresh_from_db()
        if said.pop("is_posted", True):
            content = era(claim, **said)
            received.receive(elm_street, name="era", content=content, by=dana, now=LATER)
        return claim

    return build


def test_the_second_payer_is_told_what_the_first_one_decided(decided, dana):
    claim = decided()
    made = secondary_claims.make(claim, by=dana, now=LATER)
    text = bytes(made.content).decode("ascii").replace("\n", "")
    assert accepted(bytes(made.content).decode("ascii")) == []
    assert (made.receiver_id, made.form) == ("HM77", "837P")
    for part in (
        "SBR*S*18*",
        "NM1*IL*1*", "MI*H-1~",
        "SBR*P*18*",
        "AMT*D*120.1~",
        "SVD*EHP01*120.1*HC:99492**1~",
        "CAS*CO*45*30~",
    ):  # fmt: skip
        assert part in text
    place = SubmissionClaim.objects.get(submission=made)
    assert (place.claim, place.turn, place.payment.paid) == (claim, "S", claim.payments.get().paid)
    claim.refresh_from_db()
    assert claim.state == "sent"


# The third payer


@pytest.fixture
def union(elm_street):
    """A third payer."""
    return Payer.objects.create(
        practice=elm_street,
        name="Union Plan",
        payer_id="UP99",
        claim_filing_code="CI",
        created_at=NOVEMBER_2,
    )


@pytest.fixture
def twice_decided(decided, make, elm_street, dana, hudson, union):
    """A claim with three coverages, of which two have decided: `twice_decided(status="20")`."""

    def build(*, has_left=True, is_posted=True, status="2"):
        claim = decided(amount="100.10", adjustments=("CAS*CO*45*30.00", "CAS*PR*2*20.00"))
        make.coverage(claim.patient, union, rank=3, member_id="U-1")
        if has_left:
            secondary_claims.make(claim, by=dana, now=LATER)
        if is_posted:
            said = ("CAS*OA*23*130.10", "CAS*PR*2*5.00")
            content = era(claim, amount="15.00", status=status, adjustments=said)
            content = content.replace(b"PRAIRIE HEALTH PLAN", b"HUDSON*XV*HM77")
            received.receive(elm_street, name="second", content=content, by=dana, now=LATER)
        return claim

    return build


@pytest.mark.parametrize("has_left", [True, False])
def test_the_third_payer_is_told_what_both_before_decided(twice_decided, dana, has_left):
    """Also where the first payer has sent the claim to the second one itself."""
    claim = twice_decided(has_left=has_left)
    made = secondary_claims.make(claim, turn="T", by=dana, now=LATER)
    text = bytes(made.content).decode("ascii")
    assert accepted(text) == []
    assert made.receiver_id == "UP99"
    for part in (
        "SBR*T*18*", "MI*U-1~",
        "SBR*P*18*", "AMT*D*100.1~", "SVD*EHP01*100.1*HC:99492**1~", "CAS*PR*2*20~",
        "SBR*S*18*", "AMT*D*15~", "SVD*HM77*15*HC:99492**1~", "CAS*OA*23*130.1~", "CAS*PR*2*5~",
    ):  # fmt: skip
        assert part in text, part
    place = SubmissionClaim.objects.get(submission=made)
    assert (place.turn, place.payment.paid) == ("T", Decimal("15.00"))
    with pytest.raises(Refused, match="left to the third payer in"):
        secondary_claims.make(claim, turn="T", by=dana, now=LATER)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"is_posted": False}, "The second payer's remittance is not posted yet"),
        ({"status": "22"}, "The second payer's remittance is not posted yet, or was reversed"),
        ({"status": "20"}, "The second payer has sent the claim on to the next one itself"),
    ],
)
def test_what_keeps_it_from_the_third_payer_is_said(twice_decided, dana, said, sentence):
    claim = twice_decided(**said)
    assert sentence in second_payer.standing(claim, "T").sentence
    with pytest.raises(Refused, match=sentence):
        secondary_claims.make(claim, turn="T", by=dana, now=LATER)


def test_a_claim_without_a_third_coverage_is_refused_in_words(decided, dana):
    claim = decided()
    with pytest.raises(Refused, match="no third coverage"):
        secondary_claims.make(claim, turn="T", by=dana, now=LATER)
    with pytest.raises(Refused, match="second or the third"):
        secondary_claims.make(claim, turn="P", by=dana, now=LATER)
    assert [each.turn for each in second_payer.standings(claim)] == ["S"]


def test_dana_makes_it_on_the_claims_page_and_it_prints(signed_in, twice_decided, dana):
    claim = twice_decided()
    url = entering.url("claim_ways_out", claim_id=claim.pk)
    assert "Make the file to the third payer" in signed_in(dana).get(url).content.decode()
    post = entering.url("claim_second_payer", claim_id=claim.pk)
    assert signed_in(dana).post(post, {"turn": "T"}).status_code == 302
    place = SubmissionClaim.objects.get(claim=claim, turn="T")
    assert place.submission.file_name in signed_in(dana).get(url).content.decode()
    assert cms1500.of_file(place.submission, to_read=True, now=LATER).startswith(b"%PDF")


def test_it_leaves_to_the_second_payer_once(decided, dana):
    claim = decided()
    secondary_claims.make(claim, by=dana, now=LATER)
    with pytest.raises(Refused, match="left to the second payer in"):
        secondary_claims.make(claim, by=dana, now=LATER)
    place = SubmissionClaim.objects.get(turn="S")
    other = Submission.objects.exclude(pk=place.submission_id).first()
    place.pk, place.submission = None, other
    place.clm01 = "CT0"
    with pytest.raises(IntegrityError), transaction.atomic():
        place.save(force_insert=True)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"is_posted": False}, "not posted yet"),
        ({"status": "25"}, "not posted yet"),
        ({"status": "22"}, "not posted yet, or was reversed"),
        ({"status": "19"}, "sent the claim on to the next one itself"),
    ],
)
def test_what_keeps_it_from_the_second_payer_is_said(decided, dana, said, sentence):
    claim = decided(**said)
    assert sentence in second_payer.standing(claim).sentence
    with pytest.raises(Refused, match=sentence):
        secondary_claims.make(claim, by=dana, now=LATER)


def test_without_a_second_coverage_there_is_nothing_to_say(october):
    stands = second_payer.standing(october.sent())
    assert (stands.coverage, stands.sentence, stands.may_leave) == (None, "", False)


def test_medicare_as_second_payer_asks_why(decided, dana, hudson):
    hudson.claim_filing_code = "MB"
    hudson.save()
    claim = decided()
    with pytest.raises(Refused) as refused:
        secondary_claims.make(claim, by=dana, now=LATER)
    assert "insurance_type" in refused.value.problems
    made = secondary_claims.make(claim, insurance_type="12", by=dana, now=LATER)
    text = bytes(made.content).decode("ascii")
    assert accepted(text) == []
    assert "SBR*S*18***12****MB~" in text


@pytest.mark.parametrize("is_named", [True, False])
def test_what_the_second_payer_adds_is_its_own_and_not_counted_as_paid_twice(
    decided, elm_street, dana, hudson, is_named
):
    """By its id, or, where the remittance does not say it, by deciding as the second one."""
    claim = decided(amount="100.10", adjustments=("CAS*CO*45*30.00", "CAS*PR*2*20.00"))
    secondary_claims.make(claim, by=dana, now=LATER)
    content = era(claim, amount="20.00", status="2", adjustments=("CAS*OA*23*130.10",))
    if is_named:
        content = content.replace(b"PRAIRIE HEALTH PLAN", b"HUDSON*XV*HM77")
    received.receive(elm_street, name="second", content=content, by=dana, now=LATER)
    later = claim.payments.order_by("pk").last()
    assert later.remittance.payer == hudson
    (row,) = received_rows.paid_against_expected(dana, elm_street, OCTOBER, OCTOBER)
    assert row.paid == Decimal("120.10")


def test_a_remittance_that_does_not_add_up_keeps_it_here_and_says_where(decided, dana):
    claim = decided(adjustments=("CAS*CO*45*20.00",))
    with pytest.raises(Refused, match="does not balance"):
        secondary_claims.make(claim, by=dana, now=LATER)
    assert not SubmissionClaim.objects.filter(turn="S").exists()


# Clinics


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
