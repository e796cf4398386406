"""The tests' own reader and validator: they read what others wrote, and they find what is wrong."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from billing.x12 import professional
from tests.x12 import documents, validator

SAMPLES = Path(__file__).parent / "samples"


@pytest.mark.parametrize(
    ("name", "id", "total", "member", "patient", "lines"),
    [
        ("commercial-health-insurance", "26463774", 100, "JS00111223333", "SMITH, TED", 4),
        ("encounter", "26462967", 100, "00221111", "", 4),
        ("medicare-secondary-payer-COB", "101KEN6055", 120, "102200221B1", "", 1),
    ],
)
def test_a_file_that_others_wrote_is_read(name, id, total, member, patient, lines):
    text = (SAMPLES / f"837p_stupidedi_{name}.edi").read_text()
    assert validator.accepted(text) == []
    (claim,) = validator.claims(text)
    assert (claim.id, claim.total) == (id, Decimal(total))
    assert (claim.member_id, claim.patient_name) == (member, patient)
    assert len(claim.lines) == lines
    assert sum(line.charge for line in claim.lines) == claim.total


@pytest.mark.parametrize(
    ("right", "wrong", "error"),
    [
        ("*CI~", "*QQ~", "SBR09"),
        ("SE*31*", "SE*30*", "SE"),
        ("ST*837*0001*005010X222A1", "ST*837*0001*005010X223A2", "ST03"),
        ("HL*2*1*22*0", "HL*2*2*22*0", "HL parent"),
        ("HL*2*1*22*0", "HL*2*1*22*1", "HL04"),
        ("GE*1*42", "GE*1*43", "does not match GS"),
        ("IEA*1*000000042", "IEA*1*000000043", "IEA"),
        ("DTP*472*D8*20261031", "DTP*472*D8*20261331", "1331"),
        ("HI*ABK:F331*ABF:F411~\n", "", "Diagnosis"),
        ("NM1*PR*2*Prairie Health Plan*****PI*60054~\n", "", "Payer"),
    ],
)
def test_a_broken_file_is_not_accepted(right, wrong, error):
    text = professional.write(documents.document())
    assert right in text
    assert any(error in each for each in validator.accepted(text.replace(right, wrong)))


@pytest.mark.parametrize("text", ["", "hello", "ISA*00*"])
def test_what_is_no_x12_is_not_accepted(text):
    assert validator.accepted(text) != []
