"""The 837I of clinics: accepted by pyx12, the same every time, and saying what we meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from billing.x12 import checks, institutional
from tests.x12 import documents, validator

HERE = Path(__file__).parent
CHILDS_CLAIM = documents.clinic_claim(id="CT-3002", patient=documents.CHILD, bill_type="77")
REPLACEMENT = documents.clinic_claim(
    id="CT-3003",
    frequency="7",
    original_reference="MAC-1",
    prior_authorization="PA-77",
    condition_codes=("D9",),
    rendering_provider=replace(documents.PRIYA, npi="1245319599"),
    referring_provider=documents.REFERRING,
    service_facility=documents.SATELLITE,
)


def written(*claims):
    text = institutional.write(documents.clinic_document(*claims))
    assert validator.accepted(text) == []
    return text


def segments(text, tag):
    return [segment for segment in validator.segments(text) if segment[0] == tag]


def test_a_file_is_what_the_golden_file_says():
    text = written(documents.clinic_claim(), CHILDS_CLAIM, REPLACEMENT)
    assert text == (HERE / "golden" / "institutional.837").read_text()


def test_the_envelope_names_the_institutional_guide():
    text = written(documents.clinic_claim())
    assert segments(text, "GS")[0][8] == segments(text, "ST")[0][3] == "005010X223A2"


def test_a_claim_carries_its_bill_type_and_statement():
    text = written(documents.clinic_claim())
    (claim,) = validator.claims(text)
    assert claim.place_and_frequency == "71:A:1"
    assert claim.statement == "20261001-20261031"
    assert claim.practitioners == {"71": "1003000126"}
    assert segments(text, "CLM")[0][6:] == ["", "A", "Y", "Y"]
    assert segments(text, "CL1") == [["CL1", "", "1", "01"]]


def test_a_line_carries_revenue_code_and_procedure():
    line = documents.clinic_line(revenue_code="0900", modifiers=("CG", "25"), units=2)
    text = written(documents.clinic_claim(lines=(line,), total_charge=line.charge))
    assert segments(text, "SV2") == [["SV2", "0900", "HC:99492:CG:25", "161.2", "UN", "2"]]
    (read,) = validator.claims(text)[0].lines
    assert (read.revenue_code, read.service_date, read.control_number) == (
        "0900", "20261031", "CT-3001-1",
    )  # fmt: skip


def test_diagnoses_of_each_kind_have_their_own_segment():
    codes = tuple(f"F{n}" for n in range(100, 120))
    text = written(documents.clinic_claim(diagnoses=codes, condition_codes=("D9", "01")))
    assert [len(each) - 1 for each in segments(text, "HI")] == [1, 12, 7, 2]
    assert validator.claims(text)[0].diagnoses == list(codes)


def test_a_replacement_names_the_claim_and_the_reason():
    (claim,) = validator.claims(written(REPLACEMENT))
    assert claim.place_and_frequency == "71:A:7"
    assert claim.references == {"G1": "PA-77", "F8": "MAC-1"}
    assert claim.practitioners == {
        "71": "1003000126", "82": "1245319599", "77": "1245319599", "DN": "1003000126",
    }  # fmt: skip


def test_the_rendering_provider_is_named_only_where_another_attends():
    (claim,) = validator.claims(written(documents.clinic_claim(rendering_provider=documents.PRIYA)))
    assert claim.rendering_npi == ""


def test_the_same_document_gives_the_same_bytes():
    assert written(documents.clinic_claim()) == written(documents.clinic_claim())


def test_more_claims_than_a_transaction_takes_go_into_several(monkeypatch):
    monkeypatch.setattr(institutional, "CLAIMS_IN_A_TRANSACTION", 2)
    text = written(*(documents.clinic_claim(id=f"CT-{n}") for n in range(3)))
    assert [st[2] for st in segments(text, "ST")] == ["0001", "0002"]


@pytest.mark.parametrize(
    ("right", "wrong", "error"),
    [
        ("71:A:1", "71:B:1", "CLM05"),
        ("DTP*434*RD8*20261001-20261031~\n", "", "Statement Dates"),
        ("CL1**1*01~\n", "", "Institutional Claim Code"),
        ("*UN*1~", "*QQ*1~", "SV204"),
        ("HI*ABK:F331~\n", "", "Principal Diagnosis"),
    ],
)
def test_a_broken_file_is_not_accepted(right, wrong, error):
    text = written(documents.clinic_claim())
    assert right in text
    assert any(error in each for each in validator.accepted(text.replace(right, wrong)))


# What is refused


def line(**changes):
    changed = documents.clinic_line(**changes)
    return documents.clinic_claim(lines=(changed,), total_charge=changed.charge)


def attended(**changes):
    who = replace(documents.clinic_claim().attending_provider, **changes)
    return documents.clinic_claim(attending_provider=who)


PROBLEMS = [
    (documents.clinic_claim(attending_provider=None), "attending_provider", "missing"),
    (attended(npi="1003000127"), "attending_provider.npi", "check digit"),
    (attended(last=""), "attending_provider.last", "missing"),
    (documents.clinic_claim(bill_type=""), "bill_type", "missing"),
    (documents.clinic_claim(bill_type="711"), "bill_type", "two digits"),
    (documents.clinic_claim(statement_from=None), "statement_from", "missing"),
    (documents.clinic_claim(statement_to=None), "statement_to", "missing"),
    (documents.clinic_claim(statement_to=date(2026, 11, 3)), "statement_to", "future"),
    (documents.clinic_claim(statement_to=date(2026, 9, 30)), "statement_from", "after its last"),
    (documents.clinic_claim(statement_to=date(2026, 10, 30)), "lines[0].service_date", "outside"),
    (documents.clinic_claim(patient_status=""), "patient_status", "missing"),
    (documents.clinic_claim(admission_source="??"), "admission_source", "one digit"),
    (documents.clinic_claim(condition_codes=("D",)), "condition_codes", "two digits"),
    (documents.clinic_claim(condition_codes=("D9",) * 25), "condition_codes", "more than 24"),
    (documents.clinic_claim(total_charge=Decimal(1)), "total_charge", "281.70"),
    (documents.clinic_claim(diagnoses=()), "diagnoses", "no diagnosis"),
    (documents.clinic_claim(frequency="7"), "original_reference", "missing"),
    (
        documents.clinic_claim(billing_provider=replace(documents.CLINIC, first="Priya")),
        "billing_provider.first",
        "organization",
    ),
    (
        documents.clinic_claim(
            turn="S", other_coverages=(documents.other_coverage(insurance_type="12"),)
        ),
        "other_coverages[0].insurance_type",
        "Empty it",
    ),
    (line(revenue_code=""), "lines[0].revenue_code", "missing"),
    (line(revenue_code="0001"), "lines[0].revenue_code", "four digits"),
    (line(revenue_code="521"), "lines[0].revenue_code", "four digits"),
    (line(code=""), "lines[0].code", "procedure code is missing"),
    (line(units=0), "lines[0].units", "no unit"),
    (line(charge=Decimal(0)), "lines[0].charge", "above 0"),
    (line(service_date=None), "lines[0].service_date", "missing"),
    (line(modifiers=("CG", "CG")), "lines[0].modifiers", "twice"),
]


@pytest.mark.parametrize(("claim", "field", "says"), PROBLEMS)
def test_a_claim_with_a_gap_is_refused_with_its_field(claim, field, says):
    found = checks.problems(documents.clinic_document(claim))
    sentences = [problem.sentence for problem in found if problem.field == field]
    assert any(says in sentence for sentence in sentences), found
    with pytest.raises(checks.Unsendable):
        institutional.write(documents.clinic_document(claim))


def test_a_file_without_claims_is_refused():
    (problem,) = checks.problems(documents.clinic_document(claims=()))
    assert problem.field == "claims"


# Laws


@st.composite
def clinic_claims(draw):
    money = st.decimals(min_value="0.01", max_value="9999.99", places=2)
    lines = tuple(
        documents.clinic_line(
            revenue_code=draw(st.sampled_from(["0521", "0522", "0900", "0780"])),
            code=draw(st.sampled_from(["99492", "99493", "99494", "G0512", "99484"])),
            modifiers=draw(st.sampled_from([(), ("CG",), ("25", "59")])),
            charge=draw(money),
            units=draw(st.integers(1, 999)),
            service_date=date(2026, 10, draw(st.integers(1, 31))),
            control_number=f"L{place}",
        )
        for place in range(draw(st.integers(1, 6)))
    )
    return documents.clinic_claim(
        lines=lines,
        total_charge=sum((each.charge for each in lines), Decimal(0)),
        bill_type=draw(st.sampled_from(["71", "77"])),
        patient=draw(st.sampled_from([None, documents.CHILD])),
        service_facility=draw(st.sampled_from([None, documents.SATELLITE])),
        diagnoses=tuple(f"F{n}" for n in range(100, 100 + draw(st.integers(1, 25)))),
    )


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(clinic_claims(), min_size=1, max_size=4))
def test_what_is_read_back_is_what_was_meant(claims):
    meant = [replace(claim, id=f"CT-{place}") for place, claim in enumerate(claims)]
    read = {claim.id: claim for claim in validator.claims(written(*meant))}
    for claim in meant:
        assert read[claim.id].place_and_frequency == f"{claim.bill_type}:A:1"
        assert tuple(read[claim.id].diagnoses) == claim.diagnoses
        assert [
            (each.revenue_code, each.code, tuple(each.modifiers), each.charge, each.units)
            for each in read[claim.id].lines
        ] == [
            (each.revenue_code, each.code, each.modifiers, each.charge, each.units)
            for each in claim.lines
        ]
