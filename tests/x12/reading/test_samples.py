"""Every file that others wrote is read, or refused with a sentence that names the segment."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from billing.x12.reading import balance, files
from billing.x12.reading.refusal import Unreadable
from tests.x12.reading import made

WITHOUT_ENVELOPE = "keironstoddart_blue_cross_nc_sample.835"


@pytest.mark.parametrize("path", made.every_sample(), ids=lambda path: path.name)
def test_a_file_that_others_wrote_is_read_or_refused_with_its_segment(path):
    if path.name == WITHOUT_ENVELOPE:
        with pytest.raises(Unreadable, match=r"^Segment 1 \(ST\): an ISA segment must stand here"):
            files.read(path.read_bytes())
        return
    received = files.read(path.read_bytes())
    assert all(each.content for each in received.transactions)
    unread = {left.tag for each in received.transactions for left in each.unread}
    assert unread <= {"TS2", "TS3"}


@pytest.mark.parametrize(
    ("name", "paid", "method", "trace", "payer", "payee", "claims"),
    [
        (
            "keironstoddart_emedny_sample.835", "45.75", "ACH", "10100000000", "NYSDOH",
            "9999999995",
            [("PATIENT ACCOUNT NUMBER", "1", "34.25", 4), ("PATIENT ACCOUNT NUMBER", "2", "0", 2),
             ("PATIENT ACCOUNT NUMBER", "2", "11.5", 4)],
        ),
        (
            "lfh_cob-contractural-adjustment.835", "34.00", "CHK", "0063158ABC",
            "YOUR TAX DOLLARS AT WORK", "", [("0001000055", "2", "34.00", 1)],
        ),
        (
            "lfh_medicare-part-a.835", "150000.00", "ACH", "12345",
            "INSURANCE COMPANY OF TIMBUCKTU", "6543210903",
            [("666123", "1", "138018.40", 0), ("777777", "1", "11980.33", 0)],
        ),
        (
            "stupidedi_dollars-and-data-sent-separate.edi", "945", "ACH", "71700666555",
            "RUSHMORE LIFE", "5544667733",
            [("5554555444", "1", "450", 1), ("8765432112", "1", "495", 1)],
        ),
        (
            "stupidedi_era-sample.edi", "132", "CHK", "12345", "DELTA DENTAL OF ABC", "",
            [("7722337", "1", "132", 5)],
        ),
    ],
)  # fmt: skip
def test_a_remittance_says_who_pays_whom_for_what(name, paid, method, trace, payer, payee, claims):
    (remittance,) = files.read(made.sample(f"835/{name}")).remittances
    assert (remittance.amount, remittance.method) == (Decimal(paid), method)
    assert (remittance.trace_number, remittance.payer.name) == (trace, payer)
    assert remittance.payee.npi == payee
    read = [(c.claim_id, c.status, str(c.paid), len(c.lines)) for c in remittance.claims]
    assert read == claims
    assert balance.imbalances(remittance) == ()


def test_a_remittance_that_does_not_balance_says_where():
    first, second = files.read(made.sample("835/moov_sample1.835")).remittances
    (found,) = balance.imbalances(first)
    assert (found.level, found.segment, found.claim_id) == ("claim", 18, "9999999")
    assert "the charge of 385.21 less adjustments of 385.20 is 0.01" in found.sentence
    assert found.difference == Decimal("-0.01")
    assert balance.imbalances(second) == ()


def test_a_composite_in_another_file_s_separator_is_read_and_noted():
    transaction = made.only(made.sample("835/lfh_cob-contractural-adjustment.835"))
    (line,) = transaction.content.claims[0].lines
    assert (line.procedure.qualifier, line.procedure.code) == ("HC", "55669")
    assert transaction.notes == (
        "Segment 21 (SVC): element 1 is parted in another way than the ISA says.",
    )


def test_what_the_reader_has_no_use_for_is_named():
    transaction = made.only(made.sample("835/lfh_medicare-part-a.835"))
    assert [(left.tag, left.segment) for left in transaction.unread] == [
        ("TS3", 13), ("TS2", 14), ("TS3", 23),
    ]  # fmt: skip
    (provider_level,) = transaction.content.provider_adjustments
    assert (provider_level.reason, provider_level.reference) == ("CV", "CP")
    assert provider_level.amount == Decimal("-1.27")
    assert "raises the payment by 1.27" in provider_level.sentence
    assert transaction.content.claims[1].remarks == ("MA02",)


def test_an_accepted_file_is_acknowledged():
    received = files.read(made.sample("999/imsweb_999_accepted.txt"))
    (acknowledgment,) = received.acknowledgments
    assert acknowledgment.is_accepted
    assert acknowledgment.group_number == "17456"
    assert [each.number for each in acknowledgment.transactions] == ["0001"]
    assert received.notes == (
        "Segment 10 (IEA): its control number is not that of segment 1 (ISA).",
    )


def test_a_file_may_hold_several_groups():
    received = files.read(made.sample("999/pyx12_834_lui_id_5010.999.txt"))
    groups = [(t.envelope.group_number, t.envelope.number) for t in received.transactions]
    assert groups == [
        ("344666205", "0001"), ("344666205", "0002"), ("102", "0003"), ("102", "0004"),
    ]  # fmt: skip


def test_a_rejection_names_the_claim_and_the_element():
    (acknowledgment,) = files.read(made.sample("999/stupidedi_response-3-837s.edi")).acknowledgments
    assert (acknowledgment.code, acknowledgment.words) == ("P", "accepted in part")
    assert not acknowledgment.is_accepted
    assert not acknowledgment.is_rejected
    one, two, three = acknowledgment.transactions
    assert [each.is_accepted for each in (one, two, three)] == [True, False, False]
    assert two.segments[0].claim_id == "123456789"
    assert "Segment CLM (number 22 of the transaction): element 2: required element missing." in (
        two.sentences
    )
    assert three.segments[0].claim_id == "987654321"
    assert three.segments[0].contexts[0] == "SITUATIONAL TRIGGER:CLM:43:5:3"


def test_a_claim_status_report_names_claim_and_payer_number():
    (report,) = files.read(made.sample("277ca/imsweb_277CA_accepted.txt")).claim_status_reports
    (claim,) = report.claims
    assert (claim.claim_id, claim.verdict) == ("5781", "accepted")
    assert claim.payer_control_number == "1107000000014420"
    assert (claim.patient.name, claim.provider.npi) == ("TPATIENT", "1234567890")
    assert claim.sentences == ("accepted for a decision: accepted for processing.",)
    (batch,) = report.batches
    assert (batch.reference, batch.accepted_claims) == ("000000674", 1)
    assert batch.accepted_charge == Decimal("125.0")
    assert (report.reference, report.received_on) == ("000000674", date(2011, 3, 11))


def test_a_claim_file_is_passed_over_and_named():
    transaction = made.only(made.sample("837p_stupidedi_encounter.edi"))
    assert transaction.content is None
    assert transaction.notes == (
        "Segment 3 (ST): a transaction of kind 837 is not read here and was passed over.",
    )
