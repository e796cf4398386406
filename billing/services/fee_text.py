"""Single texts of a fee file: the file as text, amounts and days.  Only what can mean one thing."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

MOST_BYTES = 512 * 1024
#: How files begin that people send in place of a CSV file.
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}

_SAVE = "Save it as “CSV UTF-8 (comma delimited)”, and choose that file."
_AMOUNT = re.compile(r"\$?([0-9]{1,9}|[0-9]{1,3}(,[0-9]{3}){1,3})(\.[0-9]{1,2})?", re.ASCII)
_FINE = re.compile(r"\$?[0-9,]+\.[0-9]{3,}", re.ASCII)
_COMMA = re.compile(r"\$?[0-9.]*,[0-9.,]*", re.ASCII)
_BELOW = re.compile(r"-.*|\(.*\)|\$\s*-.*")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII)
_US = re.compile(r"(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})/(?P<year>[0-9]{4})", re.ASCII)


class NotText(ValueError):
    """A file that is no CSV text; the sentence says what it is and what to do."""


def decoded(data: bytes) -> str:
    """The text of a file in UTF-8, with or without its byte-order mark."""
    if not data.strip():
        raise NotText("The file is empty. Choose the file with the amounts.")
    if len(data) > MOST_BYTES:
        most = MOST_BYTES // 1024
        raise NotText(f"The file is larger than {most} kB. A fee schedule is smaller: split it.")
    if data.startswith(_SPREADSHEETS):
        raise NotText(f"This is a spreadsheet or an archive, not a CSV file. {_SAVE}")
    if data.startswith(_UTF16):
        raise NotText(f"The file is written in UTF-16. {_SAVE}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotText(f"The file is not text in UTF-8. {_SAVE}") from None
    if "\0" in text:
        raise NotText(f"The file is not text: it holds a null character. {_SAVE}")
    return text


def other_separator(header: str) -> str:
    """What separates the columns of a header, where that is not commas."""
    return next((name for sign, name in _SEPARATORS.items() if sign in header), "")


def amount(text: str) -> Decimal | None:
    """Dollars: `150.1`, `$150.10`, `1,234.50`.  ValueError with a sentence for anything else."""
    if not text:
        return None
    found = _AMOUNT.fullmatch(text)
    if found and (not found[2] or found[3]):
        return Decimal(text.removeprefix("$").replace(",", "")).quantize(Decimal("0.01"))
    if _BELOW.fullmatch(text):
        raise ValueError("The amount is below zero. It lies between $0.01 and $9,999,999.99.")
    if _FINE.fullmatch(text):
        raise ValueError("The amount has more than two decimals. Round it to the cent.")
    if _COMMA.fullmatch(text):
        raise ValueError(
            "The comma can be read in two ways. Write dollars and cents with a point, as 1234.50."
        )
    raise ValueError("This is no amount. Write dollars and cents, as 150.10.")


def day(text: str) -> dt.date | None:
    """`2026-10-31`, or as American spreadsheets rewrite it, `10/31/2026` (month first)."""
    if not text:
        return None
    try:
        if found := _ISO.fullmatch(text):
            return dt.date(*map(int, found.groups()))
        if found := _US.fullmatch(text):
            return dt.date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        pass
    raise ValueError("This is no day. Write it as 2026-10-31.")
