"""A professional claim as the boxes of the CMS-1500 (02/12): what is printed in them.

What is written follows the National Uniform Claim Committee's reference manual for 02/12:
capitals, names with commas, no punctuation in addresses, no dots in diagnoses, no decimal points
in charges.  Medicare's own reading of items 4 to 11d and 29 is that of the Claims Processing
Manual, chapter 26, section 10.  The lower half of the form is in `cms1500_services`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from billing.x12 import cms1500_services, cms1500_words
from billing.x12.cms1500_form import LINES_ON_A_FORM, Box, box, mark
from billing.x12.document import Claim, OtherCoverage, OtherSubscriber, Person, Subscriber

_KINDS = {"MB": "medicare", "MA": "medicare", "MC": "medicaid", "CH": "tricare", "VA": "champva"}
_RELATIONSHIPS = ("18", "01", "19")
_MEDICARE = ("MA", "MB")
_MEDICAID = "MC"
_SIGNED = "SIGNATURE ON FILE"
#: Items whose text is a number or name that must not be cut.
_WHOLE = ("1a", "9a", "10d", "11", "17b", "22", "23", "24A", "24D", "24F", "24G", "24J", "25",
          "26", "28", "29", "32a", "33a", "33b")  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Mailing:
    """What the form wants and an electronic claim does not carry: an address, a phone, a day."""

    payer: Sequence[str] = ()
    patient_phone: str = ""
    signed_on: date


def pages(claim: Claim, mailing: Mailing) -> tuple[tuple[Box, ...], ...]:
    """The claim's forms: one for each six lines, each of which stands alone."""
    starts = range(0, max(len(claim.lines), 1), LINES_ON_A_FORM)
    return tuple(tuple(_printed(claim, start, mailing)) for start in starts)


def too_long(page: Sequence[Box]) -> list[str]:
    """A sentence for each number that the form has no room for: cut, it would be another one."""
    return [
        f"Item {each.number}, {each.called}, has {len(each.text)} characters, and the form holds "
        f"{each.width}. Send this claim electronically, or correct the number."
        for each in page
        if each.number in _WHOLE and len(each.text) > each.width
    ]


def _printed(claim: Claim, start: int, mailing: Mailing) -> Iterator[Box]:
    """Names and addresses are cut to their field, as clerks do; numbers are not (`too_long`)."""
    for each in _page(claim, start, mailing):
        said = cms1500_words.printed(each.text)
        if said.strip():
            cut = said if each.number in _WHOLE else said[: each.width]
            yield replace(each, text=cut)


def _page(claim: Claim, start: int, mailing: Mailing) -> Iterator[Box]:
    yield from _payer(claim, mailing)
    yield from _patient(claim, mailing)
    if _is_medicare(claim):
        yield from _medicare(claim, mailing)
    else:
        yield from _insured(claim, mailing)
        yield from _other_insured(claim)
    yield from _condition()
    yield from _practitioner(claim)
    yield from cms1500_services.boxes(claim, start, mailing.signed_on)


def _is_medicare(claim: Claim) -> bool:
    return claim.subscriber.filing_indicator in _MEDICARE


def _payer(claim: Claim, mailing: Mailing) -> Iterator[Box]:
    for place, line in enumerate([claim.payer.name, *mailing.payer][:4]):
        yield box("payer", line if place == 0 else cms1500_words.address(line), down=place)
    known = _KINDS.get(claim.subscriber.filing_indicator)
    yield mark(f"1 {known or ('group' if claim.subscriber.group_number else 'other')}")
    yield box("1a", claim.subscriber.member_id)


def _patient(claim: Claim, mailing: Mailing) -> Iterator[Box]:
    patient = claim.patient or claim.subscriber
    yield box("2", cms1500_words.name(patient))
    yield from _born("3", patient.birth_date)
    yield from _sex("3", patient.sex)
    yield from _address("5", patient, mailing.patient_phone)


def _address(item: str, who: Subscriber | OtherSubscriber | Person, phone: str) -> Iterator[Box]:
    address = getattr(who, "address", None)
    if address is None:
        return
    yield box(item, cms1500_words.street(address))
    yield box(f"{item} city", cms1500_words.address(address.city))
    yield box(f"{item} state", address.state)
    yield box(f"{item} zip", cms1500_words.zip_code(address.zip))
    area, number = cms1500_words.phone(phone)
    yield box(f"{item} area", area)
    yield box(f"{item} phone", number)


def _related(relationship: str) -> Box:
    return mark(f"6 {relationship if relationship in _RELATIONSHIPS else 'other'}")


def _insured(claim: Claim, mailing: Mailing) -> Iterator[Box]:
    insured = claim.subscriber
    own = claim.patient is None
    yield box("4", cms1500_words.name(insured))
    yield _related("18" if claim.patient is None else claim.patient.relationship)
    yield from _address("7", insured, mailing.patient_phone if own else "")
    yield box("11", cms1500_words.joined(insured.group_number))
    yield from _born("11a", insured.birth_date)
    yield from _sex("11a", insured.sex)
    yield box("11c", claim.payer.name)
    yield mark("11d yes" if claim.other_coverages else "11d no")


def _in_turn(claim: Claim) -> list[OtherCoverage]:
    return sorted(claim.other_coverages, key=lambda other: "PST".index(other.turn))


def _other_insured(claim: Claim) -> Iterator[Box]:
    """The first of the other coverages in turn: an earlier payer's, where there is one."""
    for other in _in_turn(claim)[:1]:
        yield box("9", cms1500_words.name(other.subscriber))
        yield box("9a", cms1500_words.joined(_policy(other)))
        yield box("9d", other.payer.name)


def _policy(other: OtherCoverage) -> str:
    return other.subscriber.group_number or other.subscriber.member_id


def _medicare(claim: Claim, mailing: Mailing) -> Iterator[Box]:
    """Where Medicare pays first, items 4, 6 and 7 stay empty and 11 says NONE; else they are the
    first payer's insured.  Item 9 is for Medigap alone; 10d names Medicaid.
    """
    first = next((each for each in _in_turn(claim) if each.turn < claim.turn), None)
    if first is None:
        yield box("11", "NONE")
    else:
        yield from _before_medicare(claim, first, mailing)
    for other in claim.other_coverages:
        if other.subscriber.filing_indicator == _MEDICAID:
            yield box("10d", f"MCD{other.subscriber.member_id}")
            break


def _before_medicare(claim: Claim, first: OtherCoverage, mailing: Mailing) -> Iterator[Box]:
    insured = first.subscriber
    patient = claim.patient or claim.subscriber
    own = insured.relationship == "18"
    yield box("4", cms1500_words.name(insured))
    yield _related(insured.relationship)
    yield from _address("7", patient if own else insured, mailing.patient_phone if own else "")
    yield box("11", cms1500_words.joined(_policy(first)))
    if own:
        yield from _born("11a", patient.birth_date)
        yield from _sex("11a", patient.sex)
    yield box("11c", first.payer.name)


def _condition() -> Iterator[Box]:
    """Integrated care follows from no accident; nobody is asked to sign each claim."""
    for name in ("10a no", "10b no", "10c no", "20 no"):
        yield mark(name)
    yield box("12", _SIGNED)
    yield box("13", _SIGNED)


def _practitioner(claim: Claim) -> Iterator[Box]:
    """One who is named besides: the referring before the supervising, as the manual ranks them."""
    for qualifier, provider in (
        ("DN", claim.referring_provider), ("DQ", claim.supervising_provider),
    ):  # fmt: skip
        if provider:
            yield box("17 qualifier", qualifier)
            yield box("17", cms1500_words.spoken(provider))
            yield box("17b", provider.npi)
            return


def _born(item: str, day: date | None) -> Iterator[Box]:
    if day:
        yield box(f"{item} month", f"{day:%m}")
        yield box(f"{item} day", f"{day:%d}")
        yield box(f"{item} year", f"{day:%Y}")


def _sex(item: str, sex: str | None) -> Iterator[Box]:
    if sex in ("M", "F"):
        yield mark(f"{item} {sex}")
