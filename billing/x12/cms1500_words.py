"""How names, addresses, numbers and dollars are written on the CMS-1500, as its manual wants."""

from __future__ import annotations

from decimal import Decimal

from billing.x12 import text
from billing.x12.document import Address, Person
from billing.x12.segments import digits


def printed(value: str) -> str:
    """Capitals of the plain alphabet; what has none is left out."""
    aside = " " * (len(value) - len(value.lstrip(" ")))  # an amount stands to the right
    return aside + "".join(each for each in text.plain(value).upper() if " " <= each <= "~")


def name(person: Person) -> str:
    """LAST SUFFIX, FIRST, M without periods."""
    last = f"{person.last} {person.suffix}".strip()
    parts = (last, person.first, person.middle[:1])
    return ", ".join(part.replace(".", "") for part in parts if part)


def spoken(person: Person) -> str:
    """First, middle, last: how practitioners are named."""
    parts = (person.first, person.middle[:1], person.last, person.suffix)
    return " ".join(part.replace(".", "") for part in parts if part)


def address(value: str) -> str:
    """Without commas, periods and number signs."""
    return " ".join("".join(" " if each in ",.#" else each for each in value).split())


def street(place: Address) -> str:
    """Both lines of it in the one that the form has."""
    return address(f"{place.line1} {place.line2}")


def town(place: Address) -> str:
    return f"{address(place.city)} {place.state} {zip_code(place.zip)}".strip()


def zip_code(value: str) -> str:
    """Nine digits with their hyphen."""
    found = digits(value)
    return f"{found[:5]}-{found[5:]}" if len(found) == 9 else found


def phone(value: str) -> tuple[str, str]:
    """Area and number without punctuation; two empty ones for what has not ten digits."""
    found = digits(value)
    found = found[1:] if len(found) == 11 and found.startswith("1") else found
    return (found[:3], found[3:]) if len(found) == 10 else ("", "")


def joined(value: str) -> str:
    """A policy, group or authorization number without hyphens and blanks."""
    return value.replace("-", "").replace(" ", "")


def amount(dollars: Decimal, width: int) -> str:
    """Dollars and cents apart, to the right: 15010 cents are "  150 10" in eight columns."""
    return f"{dollars:.2f}".replace(".", " ").rjust(width)
