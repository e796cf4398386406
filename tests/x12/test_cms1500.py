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
    assert texts(claim, "28") == ["   150 10"]


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
    assert texts(claim, "23") == ["PA1"]


def test_a_referring_practitioner_stands_in_17(claim):
    claim = replace(
        claim, referring_provider=ReferringProvider(last="Overton", first="Una", npi="1245319599")
    )
    assert texts(claim, "17") == ["DN", "UNA OVERTON"]
    assert texts(claim, "17b") == ["1245319599"]


def test_a_supervising_practitioner_stands_there_with_another_qualifier(claim):
    claim = replace(claim, supervising_provider=documents.SUE)
    assert texts(claim, "17") == ["DQ", "SUE STONE"]


def test_addresses_have_no_punctuation_and_long_zip_codes_their_hyphen(claim):
    address = replace(
        claim.subscriber.address, line1="123 N. Main Street", line2="#101", zip="627011234"
    )
    claim = replace(claim, subscriber=replace(claim.subscriber, address=address))
    assert texts(claim, "5")[0] == "123 N MAIN STREET 101"
    assert "62701-1234" in texts(claim, "5")
    assert texts(claim, "32")[2] == "SPRINGFIELD IL 62704-1234"


def test_the_patient_s_phone_stands_in_5_and_where_it_is_the_insured_s_in_7(claim):
    (page,) = cms1500.pages(claim, replace(ON, patient_phone="1 (217) 555-0133"))
    for item in ("5", "7"):
        assert [box.text for box in page if box.number == item][-2:] == ["217", "5550133"]


@pytest.mark.parametrize(("indicator", "written"), [("CI", True), ("MB", False)])
def test_taxonomy_stands_in_the_shaded_part_but_for_medicare(claim, indicator, written):
    claim = replace(claim, subscriber=replace(claim.subscriber, filing_indicator=indicator))
    shaded = [box for box in boxes(claim) if box.number in ("24I", "24J") and box.row % 2]
    assert [box.text for box in shaded] == (["ZZ", "207Q00000X"] * 2 if written else [])
    assert texts(claim, "33b") == (["ZZ207Q00000X"] if written else [])


def test_a_second_payer_s_form_names_the_first_one_s_insured_and_what_it_paid():
    claim = documents.secondary_claim()
    assert texts(claim, "9") == ["MUNOZ, ANA"]
    assert texts(claim, "9a") == ["G7"]
    assert texts(claim, "9d") == ["FIRST HEALTH"]
    assert "X" in texts(claim, "11d")
    assert texts(claim, "29") == ["  200 00"]


def test_a_third_payer_s_form_names_the_first_and_sums_what_both_paid():
    second = documents.other_coverage(
        turn="S", paid=Decimal("30.00"),
        payer=replace(documents.other_coverage().payer, name="Second Health", id="77002"),
    )  # fmt: skip
    claim = documents.secondary_claim(turn="T")
    claim = replace(claim, other_coverages=(second, *claim.other_coverages))
    assert texts(claim, "9d") == ["FIRST HEALTH"]
    assert texts(claim, "29") == ["  230 00"]


def test_what_was_paid_stands_on_the_form_of_its_lines_and_nothing_twice():
    first = documents.decided_lines()[0]
    lines = tuple(replace(first, control_number=f"CT-{number}") for number in range(8))
    claim = documents.secondary_claim(lines=lines, total_charge=Decimal("1289.60"))
    of_lines = [box.text for page in cms1500.pages(claim, ON) for box in page if box.number == "29"]
    assert [text.strip() for text in of_lines] == ["720 00", "240 00"]
    whole = replace(
        claim,
        lines=tuple(replace(line, decisions=()) for line in lines),
        other_coverages=(documents.other_coverage(),),
    )
    of_claim = [box.text for page in cms1500.pages(whole, ON) for box in page if box.number == "29"]
    assert [text.strip() for text in of_claim] == ["200 00", "0 00"]


def test_where_medicare_pays_second_the_insured_is_the_first_payer_s():
    insured = replace(documents.SUBSCRIBER, filing_indicator="MB", group_number="")
    claim = documents.secondary_claim(subscriber=insured, insurance_type="12")
    assert texts(claim, "4") == ["MUNOZ, ANA"]
    assert [box.column for box in boxes(claim) if box.number == "6"] == [38]
    assert texts(claim, "11") == ["G7"]
    assert texts(claim, "11c") == ["FIRST HEALTH"]
    assert texts(claim, "11d") == texts(claim, "9") == texts(claim, "29") == []


def test_medicaid_after_medicare_stands_in_10d(claim):
    medicaid = documents.other_coverage(turn="S", paid=None, adjustments=(), decided_on=None)
    medicaid = replace(medicaid, subscriber=replace(medicaid.subscriber, filing_indicator="MC"))
    insured = replace(claim.subscriber, filing_indicator="MB")
    claim = replace(claim, subscriber=insured, other_coverages=(medicaid,))
    assert texts(claim, "10d") == ["MCDF-100"]
    assert texts(claim, "9") == texts(claim, "6") == []


def test_a_person_who_is_paid_is_named_from_first_to_last(claim):
    who = replace(claim.billing_provider, name="Patel", first="Priya", middle="Rani")
    assert texts(replace(claim, billing_provider=who), "33")[2] == "PRIYA R PATEL"
