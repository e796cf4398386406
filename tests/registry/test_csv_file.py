from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.web import csv_file


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "＝"])
def test_words_that_begin_like_a_formula_are_kept_from_being_one(start):
    assert csv_file.cell(f"{start}SUM(A1)") == f"'{start}SUM(A1)"


@pytest.mark.parametrize(("value", "text"), [(None, ""), (Decimal("-1.50"), "-1.50"), (0, "0")])
def test_numbers_stay_numbers_and_none_is_empty(value, text):
    assert csv_file.cell(value) == text


# Surrogates are no text, and a lone NUL is refused by Python's reader.
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(st.lists(st.lists(words, min_size=2, max_size=2)))
def test_what_is_written_is_read_again(rows):
    written = "".join(csv_file.lines(["a", "b"], rows))
    read = list(csv.reader(io.StringIO(written, newline="")))
    assert read == [["a", "b"], *([csv_file.cell(cell) for cell in row] for row in rows)]
