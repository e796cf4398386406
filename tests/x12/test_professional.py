"""The 837P that is written: accepted by pyx12, the same every time, and saying what we meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest

from billing.x12 import professional
from tests.x12 import documents, validator

HERE = Path(__file__).parent
CHILDS_CLAIM = documents.claim(id="CT-1002", patient=documents.CHILD)
OTHER_CLINICS_CLAIM = documents.claim(
    id="CT-1003",
    billing_provider=documents.OTHER_PROVIDER,
    frequency="7",
    original_reference="2026310ABC",
    prior_authorization="PA-77",
)


def written(*claims):
    text = professional.write(documents.document(*claims))
    assert validator.accepted(text) == []
    return text


def segments(text, tag):
    return [segment for segment in validator.segments(text) if segment[0] == tag]


def test_a_file_is_what_the_golden_file_says():
    text = written(documents.claim(), CHILDS_CLAIM, OTHER_CLINICS_CLAIM)
    assert text == (HERE / "golden" / "professional.837").read_text()


def test_the_same_document_gives_the_same_bytes():
    assert written(documents.claim()).encode("ascii") == written(documents.claim()).encode("ascii")


def test_line_breaks_are_looks_only():
    document = documents.document()
    one_line = professional.write(document, line_breaks=False)
    assert "\n" not in one_line
    assert validator.accepted(one_line) == []
    assert one_line == professional.write(document).replace("\n", "")


def test_the_envelope_carries_the_numbers_and_the_moment_handed_in():
    chicago = timezone(timedelta(hours=-6))
    interchange = replace(
        documents.document().interchange,
        control_number=123,
        group_control_number=456,
        usage="P",
        created_at=datetime(2026, 11, 1, 23, 5, tzinfo=chicago),
    )
    text = professional.write(documents.document(interchange=interchange))
    assert validator.accepted(text) == []
    assert text[:106].endswith("*261101*2305*^*00501*000000123*0*P*:~")
    assert segments(text, "GS") == [
        ["GS", "HC", "CARETALLY", "CLEARHOUSE", "20261101", "2305", "456", "X", "005010X222A1"]
    ]
    assert segments(text, "IEA") == [["IEA", "1", "000000123"]]


def test_claims_hang_under_their_provider_subscriber_and_patient():
    text = written(documents.claim(), OTHER_CLINICS_CLAIM, CHILDS_CLAIM)
    assert segments(text, "HL") == [
        ["HL", "1", "", "20", "1"],
        ["HL", "2", "1", "22", "0"],
        ["HL", "3", "1", "22", "1"],
        ["HL", "4", "3", "23", "0"],
        ["HL", "5", "", "20", "1"],
        ["HL", "6", "5", "22", "0"],
    ]
    own, childs, other = validator.claims(text)
    assert (own.id, own.provider_npi, own.patient_name) == ("CT-1001", "1234567893", "")
    assert (childs.id, childs.patient_name) == ("CT-1002", "Munoz, Ines")
    assert (other.id, other.provider_npi) == ("CT-1003", "1245319599")


def test_two_claims_of_one_subscriber_share_a_level():
    text = written(documents.claim(id="A"), documents.claim(id="B"))
    assert len(segments(text, "HL")) == 2
    assert [claim.id for claim in validator.claims(text)] == ["A", "B"]


def test_a_subscriber_who_is_not_the_patient_shows_no_birth_date_or_address():
    text = written(CHILDS_CLAIM)
    assert segments(text, "DMG") == [["DMG", "D8", "20080801", "F"]]
    assert segments(text, "SBR") == [["SBR", "P", "", "G-100", "", "", "", "", "", "CI"]]
    assert segments(text, "PAT") == [["PAT", "19"]]


def test_a_replacement_names_the_claim_that_it_replaces():
    (claim,) = validator.claims(written(OTHER_CLINICS_CLAIM))
    assert claim.place_and_frequency == "11:B:7"
    assert claim.references == {"G1": "PA-77", "F8": "2026310ABC"}


def test_a_line_carries_modifiers_units_pointers_and_its_number():
    line = documents.line(
        code="99494",
        modifiers=("25", "GT"),
        charge=Decimal("120.50"),
        units=2,
        pointers=(2, 1),
        control_number="L7",
        place_of_service="19",
    )
    text = written(documents.claim(lines=(line,), total_charge=Decimal("120.5")))
    assert segments(text, "SV1") == [["SV1", "HC:99494:25:GT", "120.5", "UN", "2", "19", "", "2:1"]]
    (read,) = validator.claims(text)[0].lines
    assert (read.service_date, read.control_number) == ("20261031", "L7")


@pytest.mark.parametrize(
    ("charge", "says"),
    [("100", "100"), ("100.00", "100"), ("40.50", "40.5"), ("0.01", "0.01"), ("1E+3", "1000")],
)
def test_amounts_carry_no_needless_zeros(charge, says):
    line = documents.line(charge=Decimal(charge))
    text = written(documents.claim(lines=(line,), total_charge=Decimal(charge)))
    assert segments(text, "SV1")[0][2] == says
    assert segments(text, "CLM")[0][2] == says


def test_the_rendering_provider_is_named_only_where_another_bills():
    alone = replace(documents.PROVIDER, name="Patel", first="Priya", npi=documents.PRIYA.npi)
    text = written(documents.claim(billing_provider=alone))
    assert segments(text, "NM1")[2][1:6] == ["85", "1", "Patel", "Priya", ""][:5]
    assert validator.claims(text)[0].rendering_npi == ""
    assert validator.claims(written(documents.claim()))[0].rendering_npi == documents.PRIYA.npi


def test_the_billing_contact_is_named_only_where_it_is_not_the_submitters():
    assert len(segments(written(), "PER")) == 1
    other = replace(documents.PROVIDER, contact="Front desk", phone="2175550111")
    text = written(documents.claim(billing_provider=other))
    assert segments(text, "PER")[1] == ["PER", "IC", "Front desk", "TE", "2175550111"]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("Víctor", "Victor"),
        ("Nuñez-Ångström", "Nunez-Angstrom"),
        ("Strauß", "Strauss"),
        ("Øystein", "Oystein"),
        ("O’Brien", "O'Brien"),
        ("  Smith  ", "Smith"),
        ("De la Cruz", "De la Cruz"),
    ],
)
def test_a_name_is_spelled_in_plain_letters(typed, says):
    text = written(documents.claim(subscriber=replace(documents.SUBSCRIBER, last=typed)))
    assert validator.claims(text)[0].subscriber_name == f"{says}, Victor"


def test_a_person_with_one_name_has_a_last_name_only():
    mononym = replace(documents.SUBSCRIBER, last="Sukarno", first="", middle="")
    text = written(documents.claim(subscriber=mononym))
    assert ["NM1", "IL", "1", "Sukarno", "", "", "", "", "MI", "W123456789"] in segments(
        text, "NM1"
    )


def test_a_leap_day_is_a_day():
    line = documents.line(service_date=date(2024, 2, 29))
    claim = documents.claim(lines=(line,), total_charge=line.charge, month=date(2024, 2, 1))
    assert validator.claims(written(claim))[0].lines[0].service_date == "20240229"


def test_more_claims_than_a_transaction_takes_go_into_several(monkeypatch):
    monkeypatch.setattr(professional, "CLAIMS_IN_A_TRANSACTION", 2)
    text = written(*(documents.claim(id=f"CT-{n}") for n in range(5)))
    assert [st[2] for st in segments(text, "ST")] == ["0001", "0002", "0003"]
    assert len({bht[3] for bht in segments(text, "BHT")}) == 3
    assert [claim.id for claim in validator.claims(text)] == [f"CT-{n}" for n in range(5)]
