"""Rules that single fields keep everywhere.  Each answers None, or what is wrong and what to do.

An empty value passes: whether a field may be empty is for the service to say (`missing`).
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError as DjangoValidationError
from django.core.validators import validate_email
from stdnum import luhn
from stdnum.exceptions import ValidationError
from stdnum.us import ein

from registry.errors import Refused

#: States, territories and military addresses of the United States Postal Service.
STATES = frozenset(
    re.findall(
        r"[A-Z]{2}",
        "AK AL AR AS AZ CA CO CT DC DE FL FM GA GU HI IA ID IL IN KS KY LA MA MD ME MH MI MN MO MP "
        "MS MT NC ND NE NH NJ NM NV NY OH OK OR PA PR PW RI SC SD TN TX UT VA VI VT WA WI WV WY AA "
        "AE AP",
    )
)
#: The oldest person whose age has been verified reached 122.
OLDEST_YEARS = 125

Problems = dict[str, str]


def digits(text: str) -> str:
    """Only the digits of a number that people write with hyphens, blanks or brackets."""
    return re.sub(r"\D", "", text or "")


def one_line(text: str) -> str:
    """`text` without blanks at its ends, and with single ones between words."""
    return " ".join((text or "").split())


def missing(values: Mapping[str, Any], sentences: Mapping[str, str]) -> Problems:
    """The sentence of every field that is empty; whitespace is empty, False is an answer."""
    return {
        field: sentence
        for field, sentence in sentences.items()
        if values.get(field) is None or not str(values[field]).strip()
    }


def stop_if(problems: Mapping[str, str | None]) -> None:
    """Raise Refused if any field has a problem."""
    found = {field: sentence for field, sentence in problems.items() if sentence}
    if found:
        raise Refused(found)


def text(value: str, *, most: int, called: str) -> str | None:
    """One line of print, not too long."""
    if len(value) > most:
        return f"{called} is longer than {most} characters. Shorten it."
    if any(unicodedata.category(letter) == "Cc" for letter in value):
        return f"{called} has a line break or a control character in it. Write it on one line."
    return None


def npi(value: str) -> str | None:
    """Ten digits, the last the Luhn digit of the others behind 80840 (CMS, NPI check digit)."""
    if not value:
        return None
    if not re.fullmatch(r"\d{10}", value):
        return "An NPI has ten digits. Correct it."
    if not luhn.is_valid("80840" + value):
        return "The NPI's check digit is wrong. Compare it with the NPI registry."
    return None


def tax_id(value: str) -> str | None:
    if not value:
        return None
    if not re.fullmatch(r"\d{9}", value):
        return "A tax id (EIN) has nine digits. Correct it."
    try:
        ein.validate(value)
    except ValidationError:
        return "The tax id (EIN) begins with two digits that the IRS has not given out. Correct it."
    return None


def zip_code(value: str, *, plus_four: bool = False) -> str | None:
    """Five digits or nine; a billing provider's has all nine (005010X222A1, loop 2010AA N403)."""
    if not value:
        return None
    if plus_four and not re.fullmatch(r"\d{9}", value):
        return "The billing address needs all nine digits (ZIP+4). Add the last four."
    if not re.fullmatch(r"\d{5}(\d{4})?", value):
        return "A ZIP code has five or nine digits. Correct it."
    return None


def state(value: str) -> str | None:
    if value and value not in STATES:
        return "Write the state as its two letters, such as NY."
    return None


def phone(value: str) -> str | None:
    if value and not re.fullmatch(r"\d{10}", value):
        return "A phone number has ten digits, with the area code. Correct it."
    return None


def email(value: str) -> str | None:
    try:
        if value:
            validate_email(value)
    except DjangoValidationError:
        return "This is no email address. Write it as name@example.org."
    return None


def taxonomy(value: str) -> str | None:
    """Health Care Provider Taxonomy (NUCC): nine digits or capitals and an X."""
    if value and not re.fullmatch(r"[0-9A-Z]{9}X", value):
        return "A taxonomy code has ten characters and ends in X, such as 207Q00000X. Correct it."
    return None


def street(value: str) -> str | None:
    """Payers refuse a post office box as the billing provider's address (loop 2010AA N301)."""
    if re.search(
        r"\bp\W*o\W*b(ox)?\b|\bpost\s*office\s*box\b|\block\s*box\b", value, re.IGNORECASE
    ):
        return "Payers refuse a post office box here. Enter the street address."
    return None


def not_future(value: dt.date | None, today: dt.date, *, called: str) -> str | None:
    if value is not None and value > today:
        return f"{called} lies in the future. Correct it."
    return None


def birth_date(value: dt.date | None, today: dt.date) -> str | None:
    if value is None:
        return None
    if value > today:
        return "The date of birth lies in the future. Correct it."
    if value.year < today.year - OLDEST_YEARS:
        return f"The date of birth is more than {OLDEST_YEARS} years ago. Check the year."
    return None
