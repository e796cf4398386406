"""The characters that an X12 element may carry."""

from __future__ import annotations

import unicodedata

ELEMENT = "*"
COMPONENT = ":"
REPETITION = "^"
SEGMENT = "~"
DELIMITERS = frozenset({ELEMENT, COMPONENT, REPETITION, SEGMENT})

_BASIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !\"&'()*+,-./:;?="
_EXTENDED = "abcdefghijklmnopqrstuvwxyz%~@[]_{}\\|<>#$"
CARRIED = frozenset(_BASIC + _EXTENDED) - DELIMITERS
"""The basic and extended character sets of ASC X12.6 without the delimiters of our files."""

_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "Æ": "AE",
        "œ": "oe",
        "Œ": "OE",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "Đ": "D",
        "ð": "d",
        "Ð": "D",
        "þ": "th",
        "Þ": "Th",
        "ł": "l",
        "Ł": "L",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
        "\N{HYPHEN}": "-",
        "\N{NON-BREAKING HYPHEN}": "-",
        "\N{EN DASH}": "-",
        "\N{EM DASH}": "-",
    }
)


def plain(value: str) -> str:
    """`value` as it goes into the file: without surrounding blanks, accented letters by their base.

    "Víctor" becomes "Victor", "Muñoz" "Munoz", "Søren" "Soren" and a curly quote a straight one,
    as payers print such names on their cards. Case stays as it is. What has no single plain
    spelling ("Øystein" has, "李" has not) stays too, and is then found by `strange`.
    """
    if value.isascii():
        return value.strip(" ")
    spelled = unicodedata.normalize("NFKD", value.translate(_LETTERS))
    return "".join(c for c in spelled if not unicodedata.combining(c)).strip(" ")


def strange(value: str) -> str:
    """The characters of `value` that no element may carry, each once, in order; "" if none.

    These are our delimiters, control characters (a line break, a tab) and whatever is left
    outside of X12's character sets once `plain` has spelled it.
    """
    return "".join(dict.fromkeys(c for c in plain(value) if c not in CARRIED))
