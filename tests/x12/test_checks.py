"""Everything that keeps a file from leaving, each refused with its field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from billing.x12 import checks, document, party_checks, professional
from tests.x12 import documents

CLAIM = documents.claim()
ADDRESS = documents.ADDRESS
HOME = documents.SUBSCRIBER.address


def subscriber(**changes):
    return documents.claim(subscriber=replace(documents.SUBSCRIBER, **changes))


def patient(**changes):
    return documents.claim(patient=replace(documents.CHILD, **changes))


def provider(**changes):
    return documents.claim(billing_provider=replace(documents.PROVIDER, **changes))


def billed_at(**changes):
    return provider(address=replace(ADDRESS, **changes))


def rendering(**changes):
    return documents.claim(rendering_provider=replace(documents.PRIYA, **changes))


def line(**changes):
    """The claim with one line changed so; its total is right unless that is what is changed."""
    changed = documents.line(**changes)
    return documents.claim(lines=(changed,), total_charge=changed.charge)


CLAIM_PROBLEMS = [
    # the claim
    (documents.claim(id=""), "id", "missing"),
    (documents.claim(id="X" * 21), "id", "longer than 20"),
    (documents.claim(id="A*B"), "id", "contains *"),
    (documents.claim(total_charge=Decimal("281.71")), "total_charge", "281.71"),
    (documents.claim(place_of_service=""), "place_of_service", "missing"),
    (documents.claim(place_of_service="1"), "place_of_service", "CMS list"),
    (documents.claim(place_of_service="98"), "place_of_service", "CMS list"),
    (documents.claim(frequency="7"), "original_reference", "missing"),
    (documents.claim(frequency="8"), "original_reference", "missing"),
    (documents.claim(original_reference="A1"), "original_reference", "original"),
    (documents.claim(frequency="7", original_reference="  "), "original_reference", "blanks"),
    (documents.claim(prior_authorization="a~b"), "prior_authorization", "contains ~"),
    # diagnoses
    (documents.claim(diagnoses=()), "diagnoses", "no diagnosis"),
    (documents.claim(diagnoses=tuple(f"F{n}" for n in range(100, 113))), "diagnoses", "12"),
    (documents.claim(diagnoses=("F33.1", "F411")), "diagnoses[0]", "dot"),
    (documents.claim(diagnoses=("F331", "banana")), "diagnoses[1]", "not an ICD-10-CM"),
    (documents.claim(diagnoses=("F331", "f411")), "diagnoses[1]", "not an ICD-10-CM"),
    (documents.claim(diagnoses=("F331", "F331")), "diagnoses[1]", "more than once"),
    (documents.claim(diagnoses=("X838XXA", "F331")), "diagnoses[0]", "external cause"),
    # billing provider
    (provider(name=""), "billing_provider.name", "missing"),
    (provider(npi=""), "billing_provider.npi", "missing"),
    (provider(npi="123456789"), "billing_provider.npi", "ten digits"),
    (provider(npi="1234567890"), "billing_provider.npi", "check digit"),
    (provider(npi=" 1234567890 "), "billing_provider.npi", "check digit"),
    (provider(tax_id=""), "billing_provider.tax_id", "missing"),
    (provider(tax_id="12-345678"), "billing_provider.tax_id", "nine digits"),
    (provider(taxonomy="207Q"), "billing_provider.taxonomy", "NUCC"),
    (provider(phone="555-0100"), "billing_provider.phone", "ten digits"),
    (billed_at(line1=""), "billing_provider.address.line1", "missing"),
    (billed_at(line1="PO Box 12"), "billing_provider.address.line1", "post office"),
    (billed_at(line1="P.O. BOX 12"), "billing_provider.address.line1", "post office"),
    (billed_at(line1="Post Office Box 12"), "billing_provider.address.line1", "post office"),
    (billed_at(line2="pob 12"), "billing_provider.address.line2", "post office"),
    (billed_at(line1="Lock Box 9"), "billing_provider.address.line1", "lock box"),
    (billed_at(city="X"), "billing_provider.address.city", "at least 2"),
    (billed_at(state="XX"), "billing_provider.address.state", "two letters"),
    (billed_at(state="il"), "billing_provider.address.state", "two letters"),
    (billed_at(zip="62704"), "billing_provider.address.zip", "nine"),
    (billed_at(zip="6270"), "billing_provider.address.zip", "five or nine"),
    # payer
    (documents.claim(payer=document.Payer(name="", id="60054")), "payer.name", "missing"),
    (documents.claim(payer=document.Payer(name="Plan", id="")), "payer.id", "missing"),
    # subscriber
    (subscriber(member_id=""), "subscriber.member_id", "missing"),
    (subscriber(member_id="A:B"), "subscriber.member_id", "contains :"),
    (subscriber(last=""), "subscriber.last", "missing"),
    (subscriber(last="李"), "subscriber.last", "outside of A to Z"),
    (subscriber(last="Smith\n"), "subscriber.last", "U+000A"),
    (subscriber(first="B" * 36), "subscriber.first", "longer than 35"),
    (subscriber(middle="^"), "subscriber.middle", "contains ^"),
    (subscriber(birth_date=None), "subscriber.birth_date", "missing"),
    (subscriber(birth_date=date(2026, 11, 3)), "subscriber.birth_date", "future"),
    (subscriber(sex=None), "subscriber.sex", "missing"),
    (subscriber(sex=""), "subscriber.sex", "missing"),
    (subscriber(address=None), "subscriber.address", "missing"),
    (subscriber(address=replace(HOME, city="")), "subscriber.address.city", "missing"),
    (subscriber(filing_indicator=""), "subscriber.filing_indicator", "missing"),
    (subscriber(filing_indicator="QQ"), "subscriber.filing_indicator", "guide's list"),
    (subscriber(group_number="G~1"), "subscriber.group_number", "contains ~"),
    # patient
    (patient(last=""), "patient.last", "missing"),
    (patient(birth_date=None), "patient.birth_date", "missing"),
    (patient(sex=None), "patient.sex", "missing"),
    (patient(address=None), "patient.address", "missing"),
    # rendering provider
    (rendering(npi="1003000127"), "rendering_provider.npi", "check digit"),
    (rendering(last=""), "rendering_provider.last", "missing"),
    # lines
    (documents.claim(lines=()), "lines", "no service line"),
    (line(code=""), "lines[0].code", "missing"),
    (line(code="9949"), "lines[0].code", "five digits"),
    (line(units=0), "lines[0].units", "no unit"),
    (line(units=-1), "lines[0].units", "no unit"),
    (line(units=1000), "lines[0].units", "999"),
    (line(charge=Decimal(0)), "lines[0].charge", "above 0"),
    (line(charge=Decimal(-5)), "lines[0].charge", "above 0"),
    (line(modifiers=("2",)), "lines[0].modifiers", "two digits"),
    (line(modifiers=("25", "25")), "lines[0].modifiers", "twice"),
    (line(modifiers=("25", "59", "GT", "95", "33")), "lines[0].modifiers", "more than 4"),
    (line(pointers=()), "lines[0].pointers", "no diagnosis"),
    (line(pointers=(3,)), "lines[0].pointers", "does not list"),
    (line(pointers=(0,)), "lines[0].pointers", "does not list"),
    (line(pointers=(1, 1)), "lines[0].pointers", "twice"),
    (line(pointers=(1, 2, 1, 2, 1)), "lines[0].pointers", "more than 4"),
    (line(service_date=None), "lines[0].service_date", "missing"),
    (line(service_date=date(2026, 9, 30)), "lines[0].service_date", "October 2026"),
    (line(service_date=date(2026, 11, 1)), "lines[0].service_date", "October 2026"),
    (line(service_date=date(2026, 11, 3)), "lines[0].service_date", "future"),
    (line(control_number="L" * 31), "lines[0].control_number", "longer than 30"),
    (line(place_of_service="1"), "lines[0].place_of_service", "CMS list"),
]


def found(*claims, **changes):
    return checks.problems(documents.document(*claims, **changes))


@pytest.mark.parametrize(("claim", "field", "says"), CLAIM_PROBLEMS)
def test_a_claim_with_a_gap_is_refused_with_its_field(claim, field, says):
    problems = [problem for problem in found(claim) if problem.field == field]
    assert any(says in problem.sentence for problem in problems), found(claim)
    assert {problem.path for problem in problems} == {f"claims[0].{field}"}
    assert {problem.claim for problem in problems} == {claim.id}


@pytest.mark.parametrize(("claim", "field", "says"), CLAIM_PROBLEMS)
def test_a_claim_with_a_gap_is_never_written(claim, field, says):
    with pytest.raises(checks.Unsendable) as refusal:
        professional.write(documents.document(claim))
    assert field in {problem.field for problem in refusal.value.problems}
    assert says in str(refusal.value)


@pytest.mark.parametrize(("claim", "field", "says"), CLAIM_PROBLEMS)
def test_a_sentence_says_what_to_do_and_nothing_personal(claim, field, says):
    for problem in found(claim):
        assert problem.sentence.endswith(".")
        assert problem.sentence.count(". ") >= 1
        for personal in ("Muñoz", "Víctor", "W123456789", "1971", "Oak Avenue", "李"):
            assert personal not in problem.sentence


FILE_PROBLEMS = [
    ("interchange", "sender_id", "", "missing"),
    ("interchange", "sender_id", "X" * 16, "longer than 15"),
    ("interchange", "receiver_id", "A", "at least 2"),
    ("submitter", "name", "", "missing"),
    ("submitter", "id", "", "missing"),
    ("submitter", "email", "dana", "name@example.org"),
    ("submitter", "phone", "12", "ten digits"),
    ("receiver", "name", "", "missing"),
    ("receiver", "id", "a*b", "contains *"),
]


@pytest.mark.parametrize(("part", "field", "value", "says"), FILE_PROBLEMS)
def test_a_file_with_a_gap_is_refused_with_its_field(part, field, value, says):
    changed = replace(getattr(documents.document(), part), **{field: value})
    (problem,) = found(**{part: changed})
    assert problem.path == problem.field == f"{part}.{field}"
    assert problem.claim == ""
    assert says in problem.sentence


def test_a_submitter_whom_nobody_can_reach_is_refused():
    unreachable = replace(documents.document().submitter, phone="", email="")
    assert [problem.field for problem in found(submitter=unreachable)] == ["submitter.phone"]


def test_a_file_without_claims_is_refused():
    assert [problem.field for problem in found(claims=())] == ["claims"]


def test_two_claims_of_one_id_are_both_named():
    problems = found(CLAIM, documents.claim(id="CT-1001 "), documents.claim(id="CT-9"))
    assert [problem.path for problem in problems] == ["claims[0].id", "claims[1].id"]


def test_two_lines_of_one_control_number_are_both_named():
    lines = (documents.line(control_number="L1"), documents.line(control_number="L1"))
    claim = documents.claim(lines=lines, total_charge=Decimal("322.40"))
    fields = [problem.field for problem in found(claim)]
    assert fields == ["lines[0].control_number", "lines[1].control_number"]


def test_more_lines_than_a_claim_takes_are_refused():
    lines = (documents.line(charge=Decimal(1)),) * 51
    claim = documents.claim(lines=lines, total_charge=Decimal(51))
    assert [problem.field for problem in found(claim)] == ["lines"]


def test_a_service_before_birth_is_refused():
    newborn = documents.claim(patient=replace(documents.CHILD, birth_date=date(2026, 11, 1)))
    fields = {problem.field for problem in found(newborn)}
    assert fields == {"lines[0].service_date", "lines[1].service_date"}


def test_all_problems_are_found_at_once():
    claim = documents.claim(
        subscriber=replace(documents.SUBSCRIBER, member_id="", sex=None),
        billing_provider=replace(documents.PROVIDER, npi="1"),
        diagnoses=(),
    )
    fields = {problem.field for problem in found(claim)}
    assert fields >= {"subscriber.member_id", "subscriber.sex", "billing_provider.npi", "diagnoses"}


def test_a_clean_document_has_no_problem():
    assert found() == ()


@pytest.mark.parametrize("street", ["12 Poblano Street", "1 Boxwood Lane", "9 Post Road"])
def test_a_street_that_sounds_like_a_box_is_a_street(street):
    assert found(billed_at(line1=street)) == ()


@pytest.mark.parametrize("npi", ["1234567893", "1245319599", "1003000126"])
def test_an_npi_with_its_check_digit_is_one(npi):
    assert party_checks.has_npi_check_digit(npi)


@pytest.mark.parametrize("last", [n for n in range(10) if n != 3])
def test_every_other_last_digit_is_wrong(last):
    assert not party_checks.has_npi_check_digit(f"123456789{last}")


@pytest.mark.parametrize(
    ("build", "says"),
    [
        (lambda: documents.line(charge=161.2), "Decimal"),
        (lambda: documents.line(charge=Decimal("1.005")), "two decimals"),
        (lambda: documents.line(charge=Decimal("NaN")), "finite"),
        (lambda: documents.line(units=1.5), "whole number"),
        (lambda: documents.line(units=True), "whole number"),
        (lambda: documents.line(service_date=datetime(2026, 10, 31)), "a day"),  # noqa: DTZ001
        (lambda: documents.claim(month=date(2026, 10, 31)), "first day"),
        (lambda: documents.claim(frequency="6"), "frequency"),
        (lambda: patient(relationship="18"), "relationship"),
        (lambda: interchange(usage="X"), "usage"),
        (lambda: interchange(sender_qualifier="99"), "sender_qualifier"),
        (lambda: interchange(control_number=0), "control numbers"),
        (lambda: interchange(control_number=1_000_000_000), "control numbers"),
        (lambda: interchange(created_at=datetime(2026, 11, 2)), "aware"),  # noqa: DTZ001
    ],
)
def test_what_only_code_can_get_wrong_cannot_be_built(build, says):
    with pytest.raises((ValueError, TypeError), match=says):
        build()


def interchange(**changes):
    return replace(documents.document().interchange, **changes)
