"""What an 835 says of its claims and lines, element by element."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from billing.x12.adjustment import Adjustment
from billing.x12.reading import corrections
from billing.x12.reading.refusal import Unreadable
from tests.x12.reading import made


def read(*body, **changes):
    return made.only(made.remittance(*body, **changes)).content


def claim(*more, head=made.CLAIM[0]):
    """The one claim of a remittance: its CLP and what follows it."""
    (found,) = read(head, *more).claims
    return found


def test_the_head_says_how_the_money_comes():
    remittance = read(*made.CLAIM)
    assert (remittance.amount, remittance.method, remittance.format) == (200, "ACH", "CCP")
    assert (remittance.effective_on, remittance.produced_on) == (
        date(2026, 11, 10), date(2026, 11, 9),
    )  # fmt: skip
    assert (remittance.trace_number, remittance.payer_id) == ("EFT-77", "1234567890")
    assert (remittance.payer.name, remittance.payee.npi) == ("PRAIRIE HEALTH PLAN", "1234567893")
    assert (remittance.deposit_account, remittance.is_paid) == ("22", True)
    assert remittance.method_words == "bank transfer (ACH)"


def test_a_claim_is_read_with_its_lines():
    (found,) = read(*made.CLAIM).claims
    assert (found.claim_id, found.status, found.words) == ("CT1001", "1", "processed as primary")
    assert (found.charge, found.paid) == (Decimal("281.70"), 200)
    assert found.patient_responsibility == 20
    assert (found.payer_control_number, found.frequency) == ("PCN-1", "1")
    assert (found.filing_indicator, found.patient.name) == ("12", "DOE")
    first, second = found.lines
    assert (first.procedure.code, first.procedure.modifiers) == ("99492", ("25",))
    assert (first.charge, first.paid, first.units) == (Decimal("161.20"), 120, 1)
    assert (first.served_from, first.served_to) == (date(2026, 10, 31), date(2026, 10, 31))
    assert first.adjustments == (
        Adjustment(group="CO", reason="45", amount=Decimal("31.20")),
        Adjustment(group="PR", reason="2", amount=Decimal(10)),
    )
    assert (first.control_number, first.allowed) == ("CT1001L1", 130)
    assert (second.remarks, second.units, second.allowed) == (("N362",), 2, None)


def test_amounts_stay_exactly_as_written():
    found = claim(head="CLP*A*1*0100.50*-.5*0.00")
    assert (str(found.charge), str(found.paid)) == ("100.50", "-0.5")
    assert str(found.patient_responsibility) == "0.00"


def test_an_adjustment_segment_holds_up_to_six():
    found = claim("CAS*PR*1*10**2*5.5*1*3*4*****A*7**45*8")
    assert [(a.reason, str(a.amount), a.quantity) for a in found.adjustments] == [
        ("1", "10", None), ("2", "5.5", 1), ("3", "4", None), ("A", "7", None), ("45", "8", None),
    ]  # fmt: skip
    assert {a.group for a in found.adjustments} == {"PR"}


@pytest.mark.parametrize("status", ["1", "2", "3", "4", "19", "20", "21", "22", "23", "25"])
def test_every_status_has_words(status):
    found = claim(head=f"CLP*A*{status}*0*0")
    assert found.words != status
    assert found.is_denied == (status == "4")
    assert found.is_reversal == (status == "22")
    assert found.is_crossed_over == (status in ("19", "20", "21"))
    assert found.is_predetermination == (status == "25")


def test_people_of_a_claim_are_told_apart():
    found = claim(
        "NM1*QC*1*DOE*JANE*Q**JR*MI*W1",
        "NM1*IL*1*DOE*JOHN****MI*W1",
        "NM1*74*1*DOE*JANET****C*W2",
        "NM1*82*1*PATEL*PRIYA****XX*1003000126",
        "NM1*TT*2*MEDIGAP PLAN*****PI*M1",
        "NM1*PR*2*OTHER PLAN*****PI*O1",
        "NM1*GB*1*DOE*JIM****MI*W3",
    )
    assert (found.patient.first, found.patient.suffix) == ("JANE", "JR")
    assert (found.subscriber.first, found.corrected.id) == ("JOHN", "W2")
    assert found.rendering_provider.npi == "1003000126"
    assert (found.crossover_carrier.name, found.corrected_payer.id) == ("MEDIGAP PLAN", "O1")
    assert found.other_subscriber.id == "W3"


def test_remarks_of_a_claim_come_from_moa_and_mia():
    found = claim("MOA*.2*50*MA01*MA07**N1*M15", "MIA*0****MA02***************N130*N20")
    assert found.remarks == ("MA01", "MA07", "N1", "M15", "MA02", "N130", "N20")
    assert found.adjudication[0] == "MOA*.2*50*MA01*MA07**N1*M15"


def test_dates_of_a_claim_and_of_spans():
    found = claim(
        "DTM*232*20261001", "DTM*233*20261031", "DTM*050*20261103",
        "SVC*HC:99492*281.7*200", "DTM*150*20261001", "DTM*151*20261031",
    )  # fmt: skip
    assert (found.served_from, found.served_to) == (date(2026, 10, 1), date(2026, 10, 31))
    assert found.received_on == date(2026, 11, 3)
    assert (found.lines[0].served_from, found.lines[0].served_to) == (
        date(2026, 10, 1), date(2026, 10, 31),
    )  # fmt: skip


def test_a_line_without_units_is_one_unit():
    found = claim("SVC*HC:99492*281.7*200", "SVC*NU:0900*1*1*0900*0*HC:99493:25*3")
    assert [line.units for line in found.lines] == [1, 0]
    assert found.lines[1].procedure.qualifier == "NU"
    assert found.lines[1].revenue_code == "0900"
    assert (found.lines[1].submitted.code, found.lines[1].submitted_units) == ("99493", 3)


def test_provider_level_adjustments_come_in_pairs():
    remittance = read(*made.CLAIM, "PLB*1234567893*20261231*WO:CT900:X*50*FB*-20.5*L6*-1")
    assert [(p.reason, p.reference, str(p.amount)) for p in remittance.provider_adjustments] == [
        ("WO", "CT900:X", "50"), ("FB", "", "-20.5"), ("L6", "", "-1"),
    ]  # fmt: skip
    assert remittance.provider_adjustments[0].sentence == (
        "WO overpayment recovered (reference CT900:X): lowers the payment by 50."
    )
    assert remittance.provider_adjustments[0].period_ends == date(2026, 12, 31)


def test_unknown_segments_are_kept_with_their_place():
    transaction = made.only(
        made.remittance("ZZZ*1", *made.CLAIM, "TS9*2*X", "PLB*1*20261231*WO*0", "QQ*9")
    )
    assert [(left.tag, left.where, left.text) for left in transaction.unread] == [
        ("ZZZ", "the head", "ZZZ*1"),
        ("TS9", "claim CT1001, line 2", "TS9*2*X"),
        ("QQ", "the summary", "QQ*9"),
    ]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (["CLP*A*1**10"], "Segment 10 (CLP): element 3, the claim's charge, is missing."),
        (["CLP*A*1*1O*10"], "Segment 10 (CLP): element 3, the claim's charge, is not a number."),
        (["CLP*A*1*1,000*10"], "Segment 10 (CLP): element 3, the claim's charge, is not a number."),
        (["CLP*A*1*1E3*10"], "Segment 10 (CLP): element 3, the claim's charge, is not a number."),
        (["CLP*A*1*NaN*10"], "Segment 10 (CLP): element 3, the claim's charge, is not a number."),
        (["CLP*A*1*٣*10"], "Segment 10 (CLP): element 3, the claim's charge, is not a number."),
        (["CLP*A**1*1"], "Segment 10 (CLP): element 2, the claim's status, is missing."),
        (["SVC*HC:1*1*1"], "Segment 10 (SVC): a service line outside of any claim."),
        (["CAS*CO*45*1"], "Segment 10 (CAS): it stands outside of any claim."),
        (["AMT*B6*1"], "Segment 10 (AMT): it stands outside of any claim."),
        (["CLP*A*1*1*1", "CAS*CO*45"], "Segment 11 (CAS): element 3, the adjustment's amount, is"),
        (["CLP*A*1*1*1", "CAS*CO**45"], "Segment 11 (CAS): element 2, the reason of the adjustm"),
        (["CLP*A*1*1*1", "CAS**45*1"], "Segment 11 (CAS): element 1, the group of the adjustment"),
        (["CLP*A*1*1*1", "SVC*HC:1*1"], "Segment 11 (SVC): element 3, the line's payment, is mis"),
        (["PLB*1*20261231*WO"], "Segment 10 (PLB): element 4, the adjustment's amount, is missing"),
        (["PLB*1*20261231**5"], "Segment 10 (PLB): element 3, the adjustment's reason, is missin"),
        (["BPR*I*5"], "Segment 10 (BPR): a second BPR in one remittance."),
    ],
)
def test_money_that_cannot_be_read_is_refused_with_its_segment(body, says):
    with pytest.raises(Unreadable) as refusal:
        read(*body)
    assert refusal.value.sentence.startswith(says)


def test_a_remittance_without_a_payment_is_refused():
    with pytest.raises(Unreadable, match=r"Segment 5 \(SE\): the remittance has no BPR"):
        made.only(made.text("835", "TRN*1*X"))


def test_a_reversal_is_paired_with_the_decision_that_follows():
    remittance = read(
        "CLP*A*22*-100*-60**12*P1",
        "CAS*CO*45*-40",
        "CLP*B*22*-10*-10**12*P9",
        "CLP*A*1*100*80**12*P2",
        "REF*F8*P1",
        "CAS*CO*45*20",
        paid="10",
    )
    first, second = corrections.corrections(remittance)
    assert (first.reversal.claim_id, first.decision.paid) == ("A", 80)
    assert (second.reversal.claim_id, second.decision) == ("B", None)


def test_two_reversals_of_one_claim_get_a_decision_each():
    remittance = read(
        "CLP*A*22*-1*-1**12*P1", "CLP*A*22*-2*-2**12*P2",
        "CLP*A*1*2*2**12*P2", "CLP*A*1*1*1**12*P1", paid="0",
    )  # fmt: skip
    pairs = corrections.corrections(remittance)
    assert [(p.reversal.charge, p.decision.charge) for p in pairs] == [(-1, 1), (-2, 2)]
