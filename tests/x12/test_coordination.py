"""Claims to a second payer: what the first one decided, said as it said it, or refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from billing.x12 import checks, institutional, professional
from billing.x12.reading import files
from tests.x12 import documents, validator
from tests.x12.reading import made

HERE = Path(__file__).parent
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


def other(**changes):
    return replace(BY_CLAIM, other_coverages=(documents.other_coverage(**changes),))


def who(**changes):
    return other(subscriber=replace(documents.other_coverage().subscriber, **changes))


def decided(**changes):
    first, second = CLAIM.lines
    line = replace(first, decisions=(replace(first.decisions[0], **changes),))
    return replace(CLAIM, lines=(line, second))


FIRST = "other_coverages[0]"
TWICE = (documents.other_coverage(), documents.other_coverage())
PROBLEMS = [
    (documents.claim(turn="S"), "other_coverages", "earlier one's coverage and decision"),
    (replace(BY_CLAIM, other_coverages=TWICE), f"{FIRST}.turn", "same turn"),
    (replace(BY_CLAIM, other_coverages=TWICE), f"{FIRST}.payer.id", "same payer id"),
    (other(turn="S"), f"{FIRST}.turn", "same turn"),
    (other(turn="T"), f"{FIRST}.paid", "comes after this payer"),
    (other(paid=None), f"{FIRST}.paid", "What other coverage 1 paid is missing"),
    (other(paid=Decimal(-1)), f"{FIRST}.paid", "below 0"),
    (other(paid=Decimal("199.99")), f"{FIRST}.paid", "does not balance"),
    (other(decided_on=None), f"{FIRST}.decided_on", "missing"),
    (
        other(payer=replace(documents.other_coverage().payer, name="")),
        f"{FIRST}.payer.name",
        "miss",
    ),
    (other(payer=replace(documents.other_coverage().payer, id="")), f"{FIRST}.payer.id", "missing"),
    (who(last=""), f"{FIRST}.subscriber.last", "The other subscriber's last name is missing"),
    (who(member_id="a*b"), f"{FIRST}.subscriber.member_id", "contains *"),
    (who(filing_indicator="QQ"), f"{FIRST}.subscriber.filing_indicator", "guide's list"),
    (other(remarks=("m 1",)), f"{FIRST}.remarks", "no code"),
    (other(remarks=("N1",) * 6), f"{FIRST}.remarks", "more than 5"),
    (
        other(adjustments=(documents.adjustment("XX", "45", "81.70"),)),
        f"{FIRST}.adjustments[0].group",
        "Other coverage 1, adjustment 1's group must be CO",
    ),
    (
        other(adjustments=(documents.adjustment("CO", "", "81.70"),)),
        f"{FIRST}.adjustments[0].reason",
        "missing",
    ),
    (
        other(adjustments=(documents.adjustment("CO", "45", "81.699"),)),
        f"{FIRST}.adjustments[0].amount",
        "two decimals",
    ),
    (
        other(adjustments=(documents.adjustment("CO", "45", "NaN"),)),
        f"{FIRST}.adjustments[0].amount",
        "two decimals",
    ),
    (
        other(adjustments=tuple(documents.adjustment("CO", str(n), "1") for n in range(31))),
        f"{FIRST}.adjustments",
        "more adjustments",
    ),
    (decided(payer_id="99999"), "lines[0].decisions[0].payer_id", "not one of an earlier"),
    (decided(paid=Decimal(121)), "lines[0].decisions[0].paid", "does not balance"),
    (decided(decided_on=None), "lines[0].decisions[0].decided_on", "Line 1, decision 1: its day"),
    (decided(units=-1), "lines[0].decisions[0].units", "0 to 999"),
    (decided(code="9"), "lines[0].decisions[0].code", "Line 1, decision 1's procedure code"),
    (decided(modifiers=("1",)), "lines[0].decisions[0].modifiers", "two digits"),
    (medicare(), "insurance_type", "Medicare is not the first payer"),
    (medicare(insurance_type="99"), "insurance_type", "guide's list"),
    (documents.claim(insurance_type="12"), "insurance_type", "Empty it"),
    (
        documents.claim(service_facility=replace(documents.SATELLITE, name="")),
        "service_facility.name",
        "The service facility's name is missing",
    ),
    (
        documents.claim(service_facility=replace(documents.SATELLITE, npi="1245319598")),
        "service_facility.npi",
        "check digit",
    ),
    (
        documents.claim(
            service_facility=replace(
                documents.SATELLITE, address=replace(documents.SATELLITE.address, zip="62702")
            )
        ),
        "service_facility.address.zip",
        "The service facility's ZIP code has five digits",
    ),
    (
        documents.claim(referring_provider=replace(documents.REFERRING, npi="1")),
        "referring_provider.npi",
        "ten digits",
    ),
    (
        documents.claim(supervising_provider=replace(documents.SUE, last="")),
        "supervising_provider.last",
        "missing",
    ),
    (
        documents.claim(supervising_provider=replace(documents.SUE, npi="1245319590")),
        "supervising_provider.npi",
        "check digit",
    ),
]


@pytest.mark.parametrize(("claim", "field", "says"), PROBLEMS)
def test_a_claim_with_a_gap_is_refused_with_its_field(claim, field, says):
    found = checks.problems(documents.document(claim))
    sentences = [problem.sentence for problem in found if problem.field == field]
    assert any(says in sentence for sentence in sentences), found
    assert all(problem.sentence.endswith(".") for problem in found)
    with pytest.raises(checks.Unsendable):
        professional.write(documents.document(claim))


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
