"""The words for codes: each list loads, is dated and sourced, short and in our own words."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from billing.x12 import words

FILES = sorted(Path(words.__file__).parent.glob("*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_list_is_dated_and_sourced_and_short(path):
    table = tomllib.loads(path.read_text())
    assert table["source"]
    assert isinstance(table["looked_through"], date)
    for code, said in table["words"].items():
        assert 1 <= len(code) <= 5
        assert 3 <= len(said) <= 80
        assert not said.endswith(".")


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        (
            "carc",
            "16 18 22 24 29 50 96 97 107 109 119 122 151 170 181 185 197 204 222 234 236 B7"
            " 1 2 3 23 27 42 45 94 131 251 A2",
        ),
        ("rarc", "M15 N20 N122 N206 N265 N362 N640 MA02"),
        ("claim_payment_status", "1 2 3 4 19 20 21 22 23 25"),
        ("adjustment_group", "CO PR OA PI"),
        ("provider_adjustment", "CV 50 WO FB L6 72"),
        ("claim_status_category", "A0 A1 A2 A3 A4 A5 A6 A7 A8"),
        ("claim_status", "20"),
    ],
)
def test_codes_of_our_claims_and_the_samples_have_words(table, codes):
    assert [code for code in codes.split() if not words.known(table, code)] == []


def test_a_code_without_words_is_shown_as_itself():
    assert words.of("carc", "999") == "999"
    assert not words.known("carc", "999")
