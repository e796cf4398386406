"""Whether a remittance adds up by its guide's three rules, and where it does not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from billing.x12.reading import balance
from tests.x12.reading import made


def found(*body, paid="200"):
    return balance.imbalances(made.only(made.remittance(*body, paid=paid)).content)


BALANCED = {
    "lines and claim": (made.CLAIM, "200"),
    "a claim without lines": (("CLP*A*1*100*60", "CAS*CO*45*40"), "60"),
    "adjustments of claim and line": (
        ("CLP*A*1*800*450", "CAS*CO*A2*50", "SVC*HC:1*800*500", "CAS*PR*1*300"), "450",
    ),
    "a denial": (("CLP*A*4*100*0", "SVC*HC:1*100*0", "CAS*CO*50*100"), "0"),
    "paid above the charge": (("CLP*A*2*541*550", "CAS*OA*94*-9"), "550"),
    "a recovery lowers the payment": ((*made.CLAIM, "PLB*1*20261231*WO:X*50"), "150"),
    "interest raises it": ((*made.CLAIM, "PLB*1*20261231*L6*-1.25"), "201.25"),
    "recoveries beyond the payment are carried forward": (
        (*made.CLAIM, "PLB*1*20261231*WO:X*250*FB:X*-50"), "0",
    ),
    "a reversal and its correction": (
        ("CLP*A*22*-100*-60", "SVC*HC:1*-100*-60", "CAS*CO*45*-40",
         "CLP*A*1*100*80", "SVC*HC:1*100*80", "CAS*CO*45*20"), "20",
    ),
    "a predetermination": (("CLP*A*25*100*0", "CAS*OA*101*80", "CAS*CO*45*20"), "0"),
    "no claim and no money": ((), "0"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "paid"), BALANCED.values(), ids=BALANCED)
def test_what_adds_up_has_no_imbalance(body, paid):
    assert found(*body, paid=paid) == ()


@pytest.mark.parametrize(
    ("right", "wrong", "level", "segment", "line", "difference"),
    [
        ("*161.20*120*", "*161.20*119.99*", "line", 12, 1, "-0.01"),
        ("*120.50*80*", "*120.50*81*", "line", 18, 2, "1"),
        ("*281.70*200*", "*281.70*201*", "claim", 10, 0, "1"),
        ("*281.70*200*", "*281.71*200*", "claim", 10, 0, "-0.01"),
    ],
)
def test_a_sum_that_does_not_come_out_says_where(right, wrong, level, segment, line, difference):
    body = [each.replace(right, wrong) for each in made.CLAIM]
    first, *rest = [each for each in found(*body, paid="200") if each.level == level]
    assert not rest
    assert (first.segment, first.claim_id, first.line) == (segment, "CT1001", line)
    assert first.difference == Decimal(difference)
    assert first.sentence.startswith(f"Segment {segment} (")
    assert "claim CT1001" in first.sentence
    assert str(first.expected) in first.sentence
    assert str(first.stated) in first.sentence


def test_a_payment_that_is_not_its_claims_says_so():
    (only,) = found(*made.CLAIM, paid="199.99")
    assert (only.level, only.segment, only.claim_id) == ("payment", 4, "")
    assert only.sentence == (
        "Segment 4 (BPR): the claims' payments of 200 less provider-level adjustments of 0 are "
        "200, but the payer states a payment of 199.99."
    )


def test_a_provider_level_adjustment_with_the_wrong_sign_is_found():
    (only,) = found(*made.CLAIM, "PLB*1*20261231*WO:X*-50", paid="150")
    assert (only.expected, only.stated) == (250, 150)
