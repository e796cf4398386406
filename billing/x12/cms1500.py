"""A professional claim as the boxes of the CMS-1500 (02/12): what is printed, and where.

Rows and columns are those of a printer with 6 lines to an inch and 10 characters to an inch, both
counted from 1, as the form is ruled.  What is written follows the National Uniform
Claim Committee's instructions for 02/12: capitals, names with commas, no dots in diagnoses, no
decimal points in charges.  The words that call a box are ours; the form itself is not drawn here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from billing.x12 import text
from billing.x12.document import Claim, OtherCoverage, Person, ServiceLine
from billing.x12.segments import digits

LINES_ON_A_PAGE = 6
_FIRST_LINE_ROW = 44
_DIAGNOSES_ACROSS = 4
_KINDS = {"MB": 1, "MA": 1, "MC": 8, "CH": 15, "VA": 24}
_GROUP, _OTHER_KIND = 31, 45
_RELATIONSHIPS = {"18": 33, "01": 38, "19": 42}
_OTHER_RELATIONSHIP = 47
_MEDICARE = ("MA", "MB")
_SIGNED = "SIGNATURE ON FILE"


@dataclass(frozen=True, kw_only=True, slots=True)
class Box:
    """Text of the box `number`, from `column` of `row` on; `called` is our word for the box."""

    number: str
    called: str
    row: int
    column: int
    width: int
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Mailing:
    """What the form wants and an electronic claim does not carry: the payer's address, a day."""

    payer: Sequence[str] = ()
    signed_on: date


def pages(claim: Claim, mailing: Mailing) -> tuple[tuple[Box, ...], ...]:
    """The claim's forms: one for each six lines, each of which stands alone."""
    starts = range(0, max(len(claim.lines), 1), LINES_ON_A_PAGE)
    return tuple(
        tuple(
            Box(
                number=box.number,
                called=box.called,
                row=box.row,
                column=box.column,
                width=box.width,
                text=_printed(box.text)[: box.width],
            )
            for box in _page(claim, claim.lines[start : start + LINES_ON_A_PAGE], mailing)
            if box.text
        )
        for start in starts
    )


def _printed(value: str) -> str:
    """Capitals of the plain alphabet; what has none is left out."""
    aside = " " * (len(value) - len(value.lstrip(" ")))  # an amount stands to the right
    return aside + "".join(each for each in text.plain(value).upper() if " " <= each <= "~")


def _page(claim: Claim, lines: Sequence[ServiceLine], mailing: Mailing) -> Iterator[Box]:
    yield from _payer(claim, mailing)
    yield from _patient(claim)
    yield from _insured(claim)
    yield from _other_insured(claim)
    yield from _condition(claim)
    yield from _diagnoses(claim)
    for place, line in enumerate(lines):
        yield from _line(claim, line, _FIRST_LINE_ROW + 2 * place)
    yield from _account(claim, lines)
    yield from _signature(claim, mailing)
    yield from _places(claim)


def _box(number: str, called: str, row: int, column: int, width: int, value: str) -> Box:
    return Box(number=number, called=called, row=row, column=column, width=width, text=value)


def _mark(number: str, called: str, row: int, column: int) -> Box:
    return _box(number, called, row, column, 1, "X")


def _payer(claim: Claim, mailing: Mailing) -> Iterator[Box]:
    for place, line in enumerate([claim.payer.name, *mailing.payer][:4]):
        yield _box("", "payer", 2 + place, 41, 31, line)
    yield _mark("1", "kind of insurance", 8, _kind(claim))
    yield _box("1a", "insured's id", 8, 50, 28, claim.subscriber.member_id)


def _kind(claim: Claim) -> int:
    indicator = claim.subscriber.filing_indicator
    return _KINDS.get(indicator, _GROUP if claim.subscriber.group_number else _OTHER_KIND)


def _patient(claim: Claim) -> Iterator[Box]:
    patient = claim.patient or claim.subscriber
    yield _box("2", "patient's name", 10, 1, 28, _name(patient))
    yield from _born("3", "patient's birth date", 10, 31, patient.birth_date)
    yield from _sex("3", "patient's sex", 10, (42, 47), patient.sex)
    if patient.address:
        yield _box("5", "patient's address", 12, 1, 28, patient.address.line1)
        yield _box("5", "patient's city", 14, 1, 24, patient.address.city)
        yield _box("5", "patient's state", 14, 26, 3, patient.address.state)
        yield _box("5", "patient's ZIP code", 16, 1, 12, patient.address.zip)
    related = claim.patient.relationship if claim.patient else "18"
    column = _RELATIONSHIPS.get(related, _OTHER_RELATIONSHIP)
    yield _mark("6", "patient's relationship to the insured", 12, column)


def _insured(claim: Claim) -> Iterator[Box]:
    """Where Medicare pays first, there is no other insured: the boxes stay empty, 11 says NONE."""
    insured = claim.subscriber
    if insured.filing_indicator in _MEDICARE and claim.turn == "P":
        yield _box("11", "insured's group number", 18, 50, 29, "NONE")
        return
    yield _box("4", "insured's name", 10, 50, 29, _name(insured))
    if insured.address:
        yield _box("7", "insured's address", 12, 50, 29, insured.address.line1)
        yield _box("7", "insured's city", 14, 50, 23, insured.address.city)
        yield _box("7", "insured's state", 14, 74, 4, insured.address.state)
        yield _box("7", "insured's ZIP code", 16, 50, 12, insured.address.zip)
    yield _box("11", "insured's group number", 18, 50, 29, insured.group_number)
    yield from _born("11a", "insured's birth date", 20, 53, insured.birth_date)
    yield from _sex("11a", "insured's sex", 20, (68, 75), insured.sex)
    yield _box("11c", "plan's name", 24, 50, 29, claim.payer.name)
    column = 52 if claim.other_coverages else 57
    yield _mark("11d", "another health plan", 26, column)


def _other_insured(claim: Claim) -> Iterator[Box]:
    for other in claim.other_coverages[:1]:
        yield _box("9", "other insured's name", 18, 1, 28, _name(other.subscriber))
        yield _box("9a", "other insured's id or group", 20, 1, 28, _policy(other))
        yield _box("9d", "other plan's name", 26, 1, 28, other.payer.name)


def _policy(other: OtherCoverage) -> str:
    return other.subscriber.group_number or other.subscriber.member_id


def _condition(claim: Claim) -> Iterator[Box]:
    """Integrated care follows from no accident; nobody is asked to sign each claim."""
    for number, called, row in (
        ("10a", "from employment", 20), ("10b", "from a car accident", 22),
        ("10c", "from another accident", 24),
    ):  # fmt: skip
        yield _mark(number, f"{called}: no", row, 41)
    yield _box("12", "patient's signature", 29, 7, 17, _SIGNED)
    yield _box("13", "insured's signature", 29, 55, 17, _SIGNED)
    for qualifier, provider in (
        ("DN", claim.referring_provider), ("DQ", claim.supervising_provider),
    ):  # fmt: skip
        if provider:
            name = f"{provider.first} {provider.last}".strip()
            yield _box("17", "referring or supervising", 34, 1, 2, qualifier)
            yield _box("17", "referring or supervising", 34, 4, 24, name)
            yield _box("17b", "their NPI", 34, 33, 10, provider.npi)
            break
    yield _mark("20", "outside laboratory: no", 36, 57)
    if claim.frequency != "1":
        yield _box("22", "correction", 38, 50, 11, claim.frequency)
        yield _box(
            "22", "payer's number of the earlier claim", 38, 62, 18, claim.original_reference
        )
    yield _box("23", "prior authorization", 40, 50, 29, claim.prior_authorization)


def _diagnoses(claim: Claim) -> Iterator[Box]:
    yield _box("21", "ICD indicator", 37, 42, 1, "0")
    for place, code in enumerate(claim.diagnoses[:12]):
        row, across = divmod(place, _DIAGNOSES_ACROSS)
        yield _box(f"21{_letter(place)}", "diagnosis", 38 + row, 3 + 13 * across, 8, code)


def _line(claim: Claim, line: ServiceLine, row: int) -> Iterator[Box]:
    if line.service_date:
        for column in (1, 10):
            day = f"{line.service_date:%m %d %y}"
            yield _box("24A", "day from" if column == 1 else "day to", row, column, 8, day)
    place = line.place_of_service or claim.place_of_service
    pointers = "".join(_letter(each - 1) for each in line.pointers)
    yield _box("24B", "place of service", row, 19, 2, place)
    yield _box("24D", "code", row, 25, 6, line.code)
    yield _box("24D", "modifiers", row, 33, 11, " ".join(line.modifiers))
    yield _box("24E", "diagnosis pointer", row, 45, 4, pointers)
    yield _box("24F", "charge", row, 50, 8, _amount(line.charge, 8))
    yield _box("24G", "units", row, 59, 3, str(line.units))
    if claim.rendering_provider:
        yield _box("24J", "rendering NPI", row, 68, 10, claim.rendering_provider.npi)


def _account(claim: Claim, lines: Iterable[ServiceLine]) -> Iterator[Box]:
    yield _box("25", "tax id", 56, 1, 15, digits(claim.billing_provider.tax_id))
    yield _mark("25", "tax id is an EIN", 56, 19)
    yield _box("26", "our name for the claim", 56, 23, 14, claim.id)
    yield _mark("27", "accepts assignment", 56, 38 if claim.assignment == "A" else 43)
    total = sum((line.charge for line in lines), Decimal(0))
    yield _box("28", "total charge", 56, 52, 8, _amount(total, 8))
    paid = [other.paid for other in claim.other_coverages if other.paid is not None]
    if paid:
        yield _box("29", "amount paid", 56, 62, 8, _amount(sum(paid, Decimal(0)), 8))


def _signature(claim: Claim, mailing: Mailing) -> Iterator[Box]:
    rendering = claim.rendering_provider
    if rendering:
        name = f"{rendering.first} {rendering.last}".strip()
        yield _box("31", "practitioner's signature", 60, 1, 21, name)
    yield _box("31", "its day", 61, 6, 8, f"{mailing.signed_on:%m %d %y}")


def _places(claim: Claim) -> Iterator[Box]:
    billing, facility = claim.billing_provider, claim.service_facility
    where = facility or billing
    phone = digits(billing.phone)
    if phone:
        yield _box("33", "billing provider's phone", 57, 66, 12, f"{phone[:3]} {phone[3:]}")
    for number, called, column, party in (
        ("32", "service facility", 23, where), ("33", "billing provider", 50, billing),
    ):  # fmt: skip
        address = party.address
        yield _box(number, called, 58, column, 26, party.name)
        yield _box(number, called, 59, column, 26, address.line1)
        city = f"{address.city} {address.state} {address.zip}"
        yield _box(number, called, 60, column, 26, city)
        yield _box(f"{number}a", f"{called}'s NPI", 61, column, 10, party.npi)


def _name(person: Person) -> str:
    """LAST, FIRST, M as the instructions have it."""
    last = f"{person.last} {person.suffix}".strip()
    return ", ".join(part for part in (last, person.first, person.middle[:1]) if part)


def _born(number: str, called: str, row: int, column: int, day: date | None) -> Iterator[Box]:
    if day:
        yield _box(number, called, row, column, 10, f"{day:%m %d %Y}")


def _sex(
    number: str, called: str, row: int, columns: tuple[int, int], sex: str | None
) -> Iterator[Box]:
    if sex in ("M", "F"):
        yield _mark(number, f"{called}: {sex}", row, columns["MF".index(sex)])


def _amount(amount: Decimal, width: int) -> str:
    """Dollars and cents apart, to the right: 15010 cents are "  150 10"."""
    return f"{amount:.2f}".replace(".", " ").rjust(width)


def _letter(place: int) -> str:
    return chr(ord("A") + place)
