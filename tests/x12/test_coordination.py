"""Claims to a second payer: what the first one decided, said as it said it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from billing.x12 import institutional, professional
from billing.x12.reading import files
from tests.x12 import documents, validator
from tests.x12.reading import made

CLAIM = documents.secondary_claim()
BY_CLAIM = documents.claim(
    id="CT-2002", turn="S", other_coverages=(documents.other_coverage(remarks=("MA18",)),)
)


def written(*claims):
    text = professional.write(documents.document(*claims))
    assert validator.accepted(text) == []
    return text


def medicare(**changes):
    subscriber = replace(documents.SUBSCRIBER, filing_indicator="MB")
    return replace(CLAIM, subscriber=subscriber, **changes)


HERE = Path(__file__).parent


def of_every_part():
    """A claim with everything that one may have."""
    return replace(
        medicare(insurance_type="12"),
        id="CT-2003",
        referring_provider=documents.REFERRING,
        supervising_provider=documents.SUE,
        service_facility=documents.SATELLITE,
        patient=None,
        frequency="7",
        original_reference="MED-1",
        prior_authorization="PA-77",
    )


def test_a_file_to_second_payers_is_what_the_golden_file_says():
    text = written(CLAIM, BY_CLAIM, of_every_part())
    assert text == (HERE / "golden" / "secondary.837").read_text()


def test_a_decision_by_line_is_said_at_the_lines():
    (claim,) = validator.claims(written(CLAIM))
    (other,) = claim.others
    assert (claim.turn, other.turn, other.relationship) == ("S", "P", "01")
    assert (other.payer_id, other.member_id, other.paid) == ("77001", "F-100", Decimal(200))
    assert (other.control_number, other.adjustments, other.decided_on) == ("F-2026-1", [], "")
    (first,), (second,) = (line.decisions for line in claim.lines)
    assert (first.payer_id, first.paid, first.decided_on) == ("77001", Decimal(120), "20261101")
    assert first.adjustments == [("CO", "45", Decimal("31.2")), ("PR", "2", Decimal(10))]
    assert second.adjustments == [("CO", "45", Decimal("20.5")), ("PR", "2", Decimal(20))]


def test_a_decision_about_the_whole_claim_is_said_at_the_claim():
    (claim,) = validator.claims(written(BY_CLAIM))
    (other,) = claim.others
    assert other.adjustments == [("CO", "45", Decimal("51.7")), ("PR", "2", Decimal(30))]
    assert (other.decided_on, other.remarks) == ("20261101", ["MA18"])
    assert claim.references == {}
    assert [line.decisions for line in claim.lines] == [[], []]


def test_reasons_of_one_group_share_a_segment_up_to_six():
    adjustments = tuple(documents.adjustment("CO", str(n), "1") for n in range(1, 8))
    rest = documents.adjustment("PR", "1", "74.70")
    other = documents.other_coverage(adjustments=(rest, *adjustments))
    text = written(replace(BY_CLAIM, other_coverages=(other,)))
    cas = [each for each in validator.segments(text) if each[0] == "CAS"]
    assert [(each[1], len(each)) for each in cas] == [("PR", 4), ("CO", 19), ("CO", 4)]


def test_practitioners_and_the_place_stand_in_the_guides_order():
    (claim,) = validator.claims(written(of_every_part()))
    assert claim.practitioners == {
        "DN": "1003000126", "82": "1003000126", "77": "1245319599", "DQ": "1245319599",
    }  # fmt: skip
    assert claim.references == {"G1": "PA-77", "F8": "MED-1"}


VARIANTS = [
    {"referring_provider": documents.REFERRING},
    {"supervising_provider": documents.SUE},
    {"service_facility": documents.SATELLITE},
    {"service_facility": replace(documents.SATELLITE, npi="")},
    {"patient": documents.CHILD},
    {"patient": documents.CHILD, "service_facility": documents.SATELLITE},
    {"prior_authorization": "PA-1"},
    {"frequency": "7", "original_reference": "P1"},
    {"frequency": "8", "original_reference": "P1"},
    {"rendering_provider": None},
]


@pytest.mark.parametrize("base", [documents.claim(), CLAIM, BY_CLAIM], ids=["first", "line", "all"])
def test_every_variant_is_accepted(base):
    """Together in one file, since pyx12 takes its time."""
    claims = [replace(base, id=f"CT-{n}", **changes) for n, changes in enumerate(VARIANTS)]
    assert len(validator.claims(written(*claims))) == len(VARIANTS)


DECISIONS = [
    {"paid": Decimal(0), "adjustments": (documents.adjustment("CO", "96", "281.70"),)},
    {"patient_owes": Decimal("30.00"), "noncovered": Decimal("0")},
    {"remarks": ("MA01", "MA18", "N1", "N2", "N3")},
    {"control_number": ""},
]


def test_every_decision_is_accepted():
    written(
        *(
            replace(BY_CLAIM, id=f"CT-{n}", other_coverages=(documents.other_coverage(**changes),))
            for n, changes in enumerate(DECISIONS)
        )
    )


def test_a_first_payer_is_told_of_the_second():
    later = documents.other_coverage(turn="S", paid=None, adjustments=(), decided_on=None)
    (claim,) = validator.claims(written(documents.claim(other_coverages=(later,))))
    assert (claim.turn, claim.others[0].turn, claim.others[0].paid) == ("P", "S", None)


def test_a_third_payer_is_told_of_both():
    first = documents.other_coverage()
    second = documents.other_coverage(turn="S", payer=replace(first.payer, id="77002"))
    written(documents.claim(turn="T", other_coverages=(first, second)))


def test_medicare_as_a_second_payer_says_why():
    text = written(medicare(insurance_type="12"))
    sbr = [each for each in validator.segments(text) if each[0] == "SBR"]
    assert sbr[0] == ["SBR", "S", "18", "G-100", "", "12", "", "", "", "MB"]


def test_the_remittance_of_the_first_payer_is_the_decision_for_the_second():
    """The reader's adjustments go into the next claim as they are."""
    paid = files.read(made.remittance(*made.CLAIM)).remittances[0].claims[0]
    lines = tuple(
        replace(
            line,
            decisions=(
                replace(
                    line.decisions[0],
                    paid=decided.paid,
                    adjustments=decided.adjustments,
                    decided_on=date(2026, 11, 10),
                ),
            ),
        )
        for line, decided in zip(CLAIM.lines, paid.lines, strict=True)
    )
    other = documents.other_coverage(
        paid=paid.paid,
        adjustments=paid.adjustments,
        control_number=paid.payer_control_number,
        decided_on=None,
    )
    (claim,) = validator.claims(written(replace(CLAIM, lines=lines, other_coverages=(other,))))
    assert claim.lines[0].decisions[0].adjustments == [
        ("CO", "45", Decimal("31.2")), ("PR", "2", Decimal(10)),
    ]  # fmt: skip


# What is refused


def test_a_clinic_s_claim_to_a_second_payer_is_accepted():
    lines = tuple(
        replace(line, decisions=decided.decisions)
        for line, decided in zip(
            documents.clinic_claim().lines, documents.decided_lines(), strict=True
        )
    )
    claim = documents.clinic_claim(
        turn="S",
        lines=lines,
        other_coverages=(documents.other_coverage(adjustments=(), decided_on=None),),
    )
    text = institutional.write(documents.clinic_document(claim))
    assert validator.accepted(text) == []
    (read,) = validator.claims(text)
    assert read.lines[0].decisions[0].paid == Decimal(120)
    svd = [each for each in validator.segments(text) if each[0] == "SVD"]
    assert svd[0] == ["SVD", "77001", "120", "HC:99492", "0521", "1"]


# A law

GROUPS = st.sampled_from(["CO", "PR", "OA", "PI"])
REASONS = st.sampled_from(["1", "2", "3", "45", "97", "A1", "B7", "253", "23"])


@st.composite
def decided_claims(draw):
    """A claim whose lines another payer decided, with adjustments that add up."""
    money = st.decimals(min_value="0.01", max_value="999.99", places=2)
    lines, paid = [], Decimal(0)
    for number in range(draw(st.integers(1, 4))):
        reasons = draw(
            st.lists(st.tuples(GROUPS, REASONS, money), max_size=8, unique_by=lambda r: r[:2])
        )
        left = draw(money)
        charge = left + sum((amount for *_, amount in reasons), Decimal(0))
        decision = documents.decision(str(left), [(g, r, str(a)) for g, r, a in reasons])
        line = documents.line(charge=charge, control_number=f"L{number}", decisions=(decision,))
        lines.append(line)
        paid += left
    return documents.claim(
        turn="S",
        lines=tuple(lines),
        total_charge=sum((line.charge for line in lines), Decimal(0)),
        other_coverages=(documents.other_coverage(paid=paid, adjustments=(), decided_on=None),),
    )


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(decided_claims(), min_size=1, max_size=3))
def test_what_another_payer_decided_is_read_back(claims):
    meant = [replace(claim, id=f"CT-{place}") for place, claim in enumerate(claims)]
    for claim, read in zip(meant, validator.claims(written(*meant)), strict=True):
        assert read.others[0].paid == claim.other_coverages[0].paid
        for line, said in zip(claim.lines, read.lines, strict=True):
            (decision,) = line.decisions
            assert said.decisions[0].paid == decision.paid
            assert sorted(said.decisions[0].adjustments) == sorted(
                (each.group, each.reason, each.amount) for each in decision.adjustments
            )
