"""Laws of every file, whatever the names, amounts and numbers of claims."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from stdnum import luhn

from billing.x12 import checks, professional, text
from billing.x12.document import Interchange
from tests.x12 import documents, validator

few = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])

letters = st.characters(codec="latin-1", categories=["L"], exclude_characters="µ")
names = st.text(letters | st.sampled_from(" -'"), min_size=2, max_size=20).filter(
    lambda name: 2 <= len(text.plain(name)) <= 25 and text.plain(name)[0].isalpha()
)
money = st.decimals(min_value="0.01", max_value="9999.99", places=2)
npis = st.integers(10**8, 2 * 10**8 - 1).map(lambda n: f"{n}{luhn.calc_check_digit(f'80840{n}')}")
births = st.dates(date(1900, 1, 1), date(2026, 9, 30))
sexes = st.sampled_from(["F", "M", "U"])

diagnoses = st.lists(
    st.from_regex(r"[A-U][0-9][0-9AB][0-9A-Z]{0,4}", fullmatch=True),
    min_size=1,
    max_size=12,
    unique=True,
).map(tuple)


@st.composite
def lines(draw, diagnoses_listed):
    pointers = draw(st.lists(st.integers(1, diagnoses_listed), min_size=1, max_size=4, unique=True))
    return documents.line(
        code=draw(st.sampled_from(["99492", "99493", "99494", "99484", "G2214"])),
        modifiers=draw(st.sampled_from([(), ("25",), ("GT", "95")])),
        charge=draw(money),
        units=draw(st.integers(1, 20)),
        pointers=tuple(pointers),
        service_date=date(2026, 10, draw(st.integers(1, 31))),
    )


subscribers = st.builds(
    lambda **drawn: replace(documents.SUBSCRIBER, **drawn),
    last=names,
    first=names,
    middle=names | st.just(""),
    member_id=st.from_regex(r"[A-Z0-9]{2,15}", fullmatch=True),
    group_number=st.just("") | st.from_regex(r"[A-Z0-9]{1,10}", fullmatch=True),
    birth_date=births,
    sex=sexes,
)
patients = st.builds(
    lambda **drawn: replace(documents.CHILD, **drawn),
    last=names,
    first=names,
    birth_date=births,
    sex=sexes,
    relationship=st.sampled_from(["01", "19", "G8"]),
)
providers = st.builds(
    lambda **drawn: replace(documents.PROVIDER, **drawn),
    name=names,
    npi=npis,
    first=names | st.just(""),
)


@st.composite
def claims(draw, subscribers_met, providers_met):
    """A claim of one of the providers and subscribers met, so that levels are shared."""
    listed = draw(diagnoses)
    claim_lines = tuple(draw(st.lists(lines(len(listed)), min_size=1, max_size=5)))
    replaces = draw(st.booleans())
    return documents.claim(
        billing_provider=draw(st.sampled_from(providers_met)),
        subscriber=draw(st.sampled_from(subscribers_met)),
        patient=draw(st.none() | patients),
        diagnoses=listed,
        lines=claim_lines,
        total_charge=sum((line.charge for line in claim_lines), Decimal(0)),
        frequency="7" if replaces else "1",
        original_reference="REF1" if replaces else "",
    )


interchanges = st.builds(
    Interchange,
    sender_id=st.from_regex(r"[A-Z0-9]{2,15}", fullmatch=True),
    receiver_id=st.from_regex(r"[A-Z0-9]{2,15}", fullmatch=True),
    control_number=st.integers(1, 999_999_999),
    group_control_number=st.integers(1, 999_999_999),
    usage=st.sampled_from(["T", "P"]),
    created_at=st.datetimes(datetime(2026, 11, 1), datetime(2049, 12, 31)).map(  # noqa: DTZ001
        lambda moment: moment.replace(tzinfo=UTC)
    ),
)


@st.composite
def sendable(draw):
    people = draw(st.lists(subscribers, min_size=1, max_size=3, unique_by=lambda p: p.member_id))
    clinics = draw(st.lists(providers, min_size=1, max_size=2, unique_by=lambda p: p.npi))
    drawn = draw(st.lists(claims(people, clinics), min_size=1, max_size=6))
    numbered = (replace(claim, id=f"CT-{n}") for n, claim in enumerate(drawn))
    return documents.document(*numbered, interchange=draw(interchanges))


@few
@given(sendable())
def test_every_sendable_file_is_accepted(document):
    assert checks.problems(document) == ()
    assert validator.accepted(professional.write(document)) == []


@few
@given(sendable())
def test_what_is_read_back_is_what_was_meant(document):
    read = {claim.id: claim for claim in validator.claims(professional.write(document))}
    assert len(read) == len(document.claims)
    for meant in document.claims:
        assert facts_read(read[meant.id]) == facts_meant(meant)


def facts_read(claim):
    assert claim.total == sum(line.charge for line in claim.lines)
    return {
        "above": (claim.provider_npi, claim.member_id, claim.patient_name),
        "diagnoses": tuple(claim.diagnoses),
        "frequency": (claim.place_and_frequency, claim.references.get("F8", "")),
        "lines": [
            (line.code, tuple(line.modifiers), line.charge, line.units, tuple(line.pointers),
             line.service_date)
            for line in claim.lines
        ],
    }  # fmt: skip


def facts_meant(claim):
    patient = claim.patient
    name = f"{text.plain(patient.last)}, {text.plain(patient.first)}" if patient else ""
    return {
        "above": (claim.billing_provider.npi, claim.subscriber.member_id, name),
        "diagnoses": claim.diagnoses,
        "frequency": (f"11:B:{claim.frequency}", claim.original_reference),
        "lines": [
            (line.code, line.modifiers, line.charge, line.units, line.pointers,
             f"{line.service_date:%Y%m%d}")
            for line in claim.lines
        ],
    }  # fmt: skip


@few
@given(sendable())
def test_control_numbers_are_those_handed_in(document):
    written = validator.segments(professional.write(document))
    isa, gs, iea = (next(s for s in written if s[0] == tag) for tag in ("ISA", "GS", "IEA"))
    assert int(isa[13]) == int(iea[2]) == document.interchange.control_number
    assert int(gs[6]) == int(written[-2][2]) == document.interchange.group_control_number


@few
@given(sendable(), st.data())
def test_a_cent_off_is_found(document, data):
    place = data.draw(st.integers(0, len(document.claims) - 1))
    changed = list(document.claims)
    changed[place] = replace(
        changed[place], total_charge=changed[place].total_charge + Decimal("0.01")
    )
    (problem,) = checks.problems(replace(document, claims=tuple(changed)))
    assert problem.path == f"claims[{place}].total_charge"


@few
@given(npis, st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_of_an_npi_is_always_found(npi, place, by):
    wrong = npi[:place] + str((int(npi[place]) + by) % 10) + npi[place + 1 :]
    provider = replace(documents.PROVIDER, npi=wrong)
    (problem,) = checks.problems(documents.document(documents.claim(billing_provider=provider)))
    assert problem.field == "billing_provider.npi"


@few
@given(st.text(max_size=30))
def test_any_typed_name_is_written_accepted_or_refused_by_its_field(name):
    assume(name not in (documents.SUBSCRIBER.first, ""))
    claim = documents.claim(subscriber=replace(documents.SUBSCRIBER, first=name))
    document = documents.document(claim)
    problems = checks.problems(document)
    assert {problem.field for problem in problems} <= {"subscriber.first"}
    if not problems:
        assert validator.accepted(professional.write(document)) == []
