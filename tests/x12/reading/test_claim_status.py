"""What a 277CA says of a batch, of a provider, of each claim and line."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from billing.x12.reading.refusal import Unreadable
from tests.x12.reading import made

ABOVE = (
    "BHT*0085*08*REF-1*20261103*1008*TH",
    "HL*1**20*1",
    "NM1*PR*2*PRAIRIE HEALTH PLAN*****PI*60054",
    "TRN*1*TRACE-1",
    "DTP*050*D8*20261102",
    "DTP*009*D8*20261103",
    "HL*2*1*21*1",
    "NM1*41*2*LAKESIDE*****46*LFM01",
    "TRN*2*0000000420001",
    "STC*A1:19:PR*20261103*WQ*563.4",
    "QTY*90*1",
    "QTY*AA*1",
    "AMT*YU*281.7",
    "AMT*YY*281.7",
    "HL*3*2*19*1",
    "NM1*85*2*LAKESIDE*****XX*1234567893",
    "TRN*1*0",
    "HL*4*3*PT",
    "NM1*QC*1*DOE*JANE****MI*W1",
)
ACCEPTED = ("TRN*2*CT1001", "STC*A2:20*20261103*WQ*281.7", "REF*1K*PCN-1", "DTP*472*D8*20261031")
REJECTED = (
    "TRN*2*CT1002",
    "STC*A7:562:85*20261103*U*281.7******A6:145:85**see the manual",
    "REF*D9*CH-9",
    "DTP*472*RD8*20261001-20261031",
    "SVC*HC:99492:25*161.2**0521***1",
    "STC*A7:454*20261103*U",
    "REF*FJ*CT1002L1",
)


def read(*body):
    return made.only(made.text("277", *body)).content


def test_the_report_says_who_and_when():
    report = read(*ABOVE, *ACCEPTED)
    assert (report.reference, report.made_on) == ("REF-1", date(2026, 11, 3))
    assert (report.source.name, report.source_trace) == ("PRAIRIE HEALTH PLAN", "TRACE-1")
    assert (report.received_on, report.processed_on) == (date(2026, 11, 2), date(2026, 11, 3))
    (batch,) = report.batches
    assert (batch.reference, batch.party.id) == ("0000000420001", "LFM01")
    assert (batch.verdict, batch.accepted_claims, batch.rejected_claims) == ("accepted", 1, 1)
    assert (batch.accepted_charge, batch.rejected_charge) == (Decimal("281.7"), Decimal("281.7"))
    assert [each.party.npi for each in report.providers] == ["1234567893"]


def test_claims_of_one_patient_are_told_apart():
    one, two = read(*ABOVE, *ACCEPTED, *REJECTED).claims
    assert (one.claim_id, one.verdict, one.payer_control_number) == ("CT1001", "accepted", "PCN-1")
    assert (two.claim_id, two.verdict, two.clearinghouse_number) == ("CT1002", "rejected", "CH-9")
    assert one.patient == two.patient
    assert one.served_on == date(2026, 10, 31)
    assert (two.dates[0].on, two.dates[0].until) == (date(2026, 10, 1), date(2026, 10, 31))
    (line,) = two.lines
    assert (line.code, line.modifiers, line.revenue_code) == ("99492", ("25",), "0521")
    assert (line.charge, line.units, line.control_number) == (Decimal("161.2"), 1, "CT1002L1")


def test_a_rejection_is_said_in_words():
    *_, claim = read(*ABOVE, *REJECTED).claims
    assert claim.sentences == (
        "rejected for invalid information: NPI (billing provider). rejected for missing "
        "information: specialty or taxonomy code (billing provider). The payer adds: see the "
        "manual",
        "Line 1 (99492): rejected for invalid information: procedure code.",
    )


@pytest.mark.parametrize(
    ("category", "action", "verdict"),
    [
        ("A0", "", "accepted"),
        ("A1", "WQ", "accepted"),
        ("A2", "WQ", "accepted"),
        ("A3", "U", "rejected"),
        ("A6", "", "rejected"),
        ("A8", "", "rejected"),
        ("A2", "U", "rejected"),
        ("Z9", "", "unknown"),
    ],
)
def test_a_verdict_follows_from_category_and_action(category, action, verdict):
    (claim,) = read(*ABOVE, "TRN*2*A", f"STC*{category}:20*20261103*{action}").claims
    assert claim.verdict == verdict


def test_a_line_that_is_rejected_rejects_its_claim():
    body = (*ABOVE, *ACCEPTED, "SVC*HC:99492*1", "STC*A7:454*20261103*U")
    assert read(*body).claims[0].verdict == "rejected"


def test_a_batch_may_be_rejected_without_its_claims():
    report = read(*ABOVE[:8], "STC*A3:24:41*20261103*U")
    assert report.batches[0].verdict == "rejected"
    assert report.claims == ()
    assert report.batches[0].statuses[0].sentence == (
        "rejected, cannot be processed: not approved as an electronic submitter (submitter)."
    )


def test_another_use_of_the_277_is_passed_over():
    text = made.text("277", *ABOVE).replace("005010X214", "005010X212")
    transaction = made.only(text)
    assert transaction.content is None
    assert "kind 277 is not read here" in transaction.notes[0]


def test_a_level_of_another_kind_is_left_and_named():
    odd = ("HL*9*1*X9", "NM1*ZZ*2*SOMEBODY", "N3*STREET", "TRN*1*X", "REF*1K*X")
    transaction = made.only(made.text("277", *ABOVE, *ACCEPTED, *odd))
    assert [left.tag for left in transaction.unread] == ["NM1", "N3", "TRN", "REF"]
    assert len(transaction.content.claims) == 1


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (["BHT*0085*08*R"], "Segment 5 (SE): the report holds no status"),
        (["STC*A1:20"], "Segment 4 (STC): a status that belongs to no batch, provider or claim."),
        (["HL*1**PT", "STC*A1:20"], "Segment 5 (STC): it stands before the TRN that names its"),
        (["HL*1**PT", "TRN*2"], "Segment 5 (TRN): element 2, our claim id, is missing."),
        (["HL*1**PT", "TRN*2*A", "STC**1"], "Segment 6 (STC): element 1, the status, is missing."),
        (["HL*1**PT", "TRN*2*A", "STC*A1:20***x"], "Segment 6 (STC): element 4, the charge, is no"),
        (["HL*1**21", "QTY*90*x"], "Segment 5 (QTY): element 2, the number of claims, is not a"),
        (["HL*1**21", "SVC*HC:1*1"], "Segment 5 (SVC): a service line outside of any claim."),
        (["HL*1"], "Segment 4 (HL): element 3, the kind of level, is missing."),
    ],
)
def test_a_status_without_its_claim_is_refused(body, says):
    with pytest.raises(Unreadable) as refusal:
        read(*body)
    assert refusal.value.sentence.startswith(says)
