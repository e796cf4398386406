"""The lower half of the CMS-1500: diagnoses, service lines, totals, and where care was given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from billing.x12 import cms1500_words
from billing.x12.cms1500_form import FIELDS, LINES_ON_A_FORM, Box, below, box, mark
from billing.x12.document import Address, Claim, OtherCoverage, ServiceLine
from billing.x12.segments import digits

_MEDICARE = ("MA", "MB")
_TAXONOMY = "ZZ"
_MOST_DIAGNOSES = 12


def boxes(claim: Claim, start: int, signed_on: date) -> Iterator[Box]:
    """Items 21 to 33 of the form whose first service line is the claim's at `start`."""
    lines = claim.lines[start : start + LINES_ON_A_FORM]
    yield from _diagnoses(claim)
    yield from _correction(claim)
    for place, line in enumerate(lines):
        yield from _line(claim, line, below(place))
    yield from _account(claim, lines, is_first=start == 0)
    yield from _signature(claim, signed_on)
    yield from _facility(claim)
    yield from _billing(claim)


def _diagnoses(claim: Claim) -> Iterator[Box]:
    yield box("21 ind", "0")  # ICD-10-CM
    for place, code in enumerate(claim.diagnoses[:_MOST_DIAGNOSES]):
        yield box(f"21{_letter(place)}", code)


def _correction(claim: Claim) -> Iterator[Box]:
    if claim.frequency != "1":
        yield box("22", claim.frequency)
        yield box("22 reference", claim.original_reference)
    yield box("23", cms1500_words.joined(claim.prior_authorization))


def _line(claim: Claim, line: ServiceLine, down: int) -> Iterator[Box]:
    """The shaded part above carries the rendering practitioner's taxonomy, the rest below it."""
    rendering = claim.rendering_provider
    if rendering and rendering.taxonomy and not _is_medicare(claim):
        yield box("24I", _TAXONOMY, down=down)
        yield box("24J id", rendering.taxonomy, down=down)
    if line.service_date:
        for name in ("24A from", "24A to"):
            yield box(name, f"{line.service_date:%m %d %y}", down=down)
    yield box("24B", line.place_of_service or claim.place_of_service, down=down)
    yield box("24D", line.code, down=down)
    yield box("24D modifiers", " ".join(line.modifiers), down=down)
    yield box("24E", "".join(_letter(each - 1) for each in line.pointers), down=down)
    yield box("24F", cms1500_words.amount(line.charge, FIELDS["24F"].width), down=down)
    yield box("24G", str(line.units), down=down)
    if rendering:
        yield box("24J", rendering.npi, down=down)


def _is_medicare(claim: Claim) -> bool:
    return claim.subscriber.filing_indicator in _MEDICARE


def _account(claim: Claim, lines: Sequence[ServiceLine], *, is_first: bool) -> Iterator[Box]:
    yield box("25", digits(claim.billing_provider.tax_id))
    yield mark("25 ein")
    yield box("26", claim.id)
    yield mark("27 yes" if claim.assignment == "A" else "27 no")
    total = sum((line.charge for line in lines), Decimal(0))
    yield box("28", cms1500_words.amount(total, FIELDS["28"].width))
    paid = _paid(claim, lines, is_first=is_first)
    if paid is not None:
        yield box("29", cms1500_words.amount(paid, FIELDS["29"].width))


def _paid(claim: Claim, lines: Sequence[ServiceLine], *, is_first: bool) -> Decimal | None:
    """What earlier payers paid for these lines; what they paid for no single one, on the first.

    None where none has decided, and for Medicare, which wants the patient's payments there alone.
    """
    others = [other for other in claim.other_coverages if other.paid is not None]
    if not others or _is_medicare(claim):
        return None
    return sum((_paid_by(other, claim, lines, is_first=is_first) for other in others), Decimal(0))


def _paid_by(
    other: OtherCoverage, claim: Claim, lines: Sequence[ServiceLine], *, is_first: bool
) -> Decimal:
    if not _on(claim.lines, other.payer.id):
        return (other.paid or Decimal(0)) if is_first else Decimal(0)
    return sum(_on(lines, other.payer.id), Decimal(0))


def _on(lines: Sequence[ServiceLine], payer_id: str) -> list[Decimal]:
    return [each.paid for line in lines for each in line.decisions if each.payer_id == payer_id]


def _signature(claim: Claim, signed_on: date) -> Iterator[Box]:
    rendering = claim.rendering_provider
    yield box("31", cms1500_words.spoken(rendering) if rendering else "SIGNATURE ON FILE")
    yield box("31 day", f"{signed_on:%m %d %y}")


def _facility(claim: Claim) -> Iterator[Box]:
    """Where care was given; the billing provider's own place where no other is named."""
    where = claim.service_facility or claim.billing_provider
    name = where.name if claim.service_facility else _billing_name(claim)
    yield from _place("32", name, where.address)
    yield box("32a", where.npi)


def _billing(claim: Claim) -> Iterator[Box]:
    provider = claim.billing_provider
    area, number = cms1500_words.phone(provider.phone)
    yield box("33 area", area)
    yield box("33 phone", number)
    yield from _place("33", _billing_name(claim), provider.address)
    yield box("33a", provider.npi)
    if provider.taxonomy and not _is_medicare(claim):
        yield box("33b", _TAXONOMY + provider.taxonomy)


def _billing_name(claim: Claim) -> str:
    """An organization's, or a person's from first to last."""
    who = claim.billing_provider
    return " ".join(part for part in (who.first, who.middle[:1], who.name, who.suffix) if part)


def _place(item: str, name: str, place: Address) -> Iterator[Box]:
    yield box(item, name)
    yield box(item, cms1500_words.street(place), down=1)
    yield box(item, cms1500_words.town(place), down=2)


def _letter(place: int) -> str:
    return chr(ord("A") + place)
