"""The boxes of the CMS-1500: what stands where, as the printed form is ruled."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from billing.x12 import cms1500
from billing.x12.cms1500 import Mailing
from billing.x12.document import Patient, ReferringProvider
from tests.x12 import documents

ON = Mailing(payer=("1 PAYER PLAZA", "ALBANY NY 12207"), signed_on=dt.date(2026, 11, 3))


def boxes(claim):
    (page,) = cms1500.pages(claim, ON)
    return page


def texts(claim, number):
    return [box.text for box in boxes(claim) if box.number == number]


@pytest.fixture
def claim():
    return documents.claim()


def test_every_box_lies_on_the_form_and_none_on_another(claim):
    taken = set()
    for box in boxes(claim):
        assert 1 <= box.row <= 62
        assert box.column >= 1
        assert box.column + len(box.text) - 1 <= 79
        cells = {(box.row, box.column + place) for place in range(len(box.text))}
        assert not cells & taken, box
        taken |= cells


def test_capitals_only_and_names_with_commas(claim):
    claim = replace(claim, subscriber=replace(claim.subscriber, last="Muñoz", first="Víctor"))
    assert all(box.text == box.text.upper() for box in boxes(claim))
    assert texts(claim, "2")[0].startswith("MUNOZ, VICTOR")


def test_charges_have_their_cents_apart_and_to_the_right(claim):
    line = replace(claim.lines[0], charge=Decimal("150.10"))
    claim = replace(claim, lines=(line,), total_charge=Decimal("150.10"))
    assert texts(claim, "24F") == ["  150 10"]
    assert texts(claim, "28") == ["  150 10"]


def test_diagnoses_have_letters_and_lines_point_to_them(claim):
    claim = replace(claim, diagnoses=("F321", "F411", "F10", "Z63", "Z59"))
    placed = {box.number: (box.row, box.column) for box in boxes(claim) if "21" in box.number}
    assert placed["21A"] == (38, 3)
    assert placed["21D"] == (38, 42)
    assert placed["21E"] == (39, 3)
    assert set(texts(claim, "24E")[0]) <= set("ABCDE")


def test_more_than_six_lines_go_on_on_another_form_that_stands_alone(claim):
    line = replace(claim.lines[0], charge=Decimal("10.00"))
    claim = replace(claim, lines=(line,) * 8, total_charge=Decimal(80))
    first, second = cms1500.pages(claim, ON)
    totals = [box.text.strip() for page in (first, second) for box in page if box.number == "28"]
    assert totals == ["60 00", "20 00"]
    assert any(box.number == "2" for box in second)


@pytest.mark.parametrize(
    ("indicator", "group", "column"),
    [
        ("MB", "", 1),
        ("MC", "", 8),
        ("CH", "", 15),
        ("VA", "", 24),
        ("CI", "G1", 31),
        ("CI", "", 45),
    ],
)
def test_the_kind_of_insurance_is_marked(claim, indicator, group, column):
    insured = replace(claim.subscriber, filing_indicator=indicator, group_number=group)
    (mark,) = [box for box in boxes(replace(claim, subscriber=insured)) if box.number == "1"]
    assert mark.column == column


def test_where_medicare_pays_first_the_insured_s_boxes_stay_empty(claim):
    insured = replace(claim.subscriber, filing_indicator="MB")
    claim = replace(claim, subscriber=insured)
    assert texts(claim, "11") == ["NONE"]
    assert texts(claim, "4") == []


def test_a_child_of_the_insured_is_marked_so(claim):
    patient = Patient(last="Quintero", first="Ana", relationship="19", sex="F",
                      birth_date=dt.date(2010, 1, 2), address=claim.subscriber.address)  # fmt: skip
    found = boxes(replace(claim, patient=patient))
    assert [box.column for box in found if box.number == "6"] == [42]
    assert "QUINTERO, ANA" in [box.text for box in found]


def test_a_correction_names_the_payer_s_number(claim):
    claim = replace(claim, frequency="7", original_reference="ICN-9", prior_authorization="PA-1")
    assert texts(claim, "22") == ["7", "ICN-9"]
    assert texts(claim, "23") == ["PA-1"]


def test_a_referring_practitioner_stands_in_17(claim):
    claim = replace(
        claim, referring_provider=ReferringProvider(last="Overton", first="Una", npi="1245319599")
    )
    assert texts(claim, "17") == ["DN", "UNA OVERTON"]
    assert texts(claim, "17b") == ["1245319599"]
