"""What a second and a third payer are told of what those before them decided."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from billing.models import (
    Submission,
    SubmissionClaim,
)
from billing.selectors import received as received_rows
from billing.selectors import second_payer
from billing.services import claims, cms1500, received, secondary_claims, submission
from registry.errors import Refused
from registry.models import Payer
from tests.billing.october import NOVEMBER_2, OCTOBER
from tests.billing.remittances import era
from tests.registry import entering
from tests.x12.validator import accepted

LATER = dt.datetime(2026, 11, 20, 15, 0, tzinfo=dt.UTC)


# The second payer


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
