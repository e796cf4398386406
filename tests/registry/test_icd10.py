"""ICD-10-CM offline: codes, words, and what may be billed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry import icd10


@pytest.mark.parametrize("text", ["F32.1", "f321", " F32.1 ", "f32.1", "F3.21"])
def test_a_code_is_found_however_it_is_written(text):
    assert icd10.find(text).code == "F32.1"


@pytest.mark.parametrize("text", ["", " ", "F", "F3", "F00-F99", "5", "F32.7", "F32.1\tx", "99492"])
def test_what_is_no_code_is_not_found(text):
    assert icd10.find(text) is None


@pytest.mark.parametrize(
    ("text", "billable"),
    [("F32", False), ("F32.1", True), ("F10.1", False), ("T36.0X1", False), ("T36.0X1A", True)],
)
def test_only_a_code_with_all_its_characters_may_be_billed(text, billable):
    assert icd10.find(text).billable is billable


@pytest.mark.parametrize(
    ("text", "behavioral"), [("F41.1", True), ("E11.9", False), ("G47.00", False)]
)
def test_chapter_f_is_behavioral(text, behavioral):
    assert icd10.find(text).is_behavioral is behavioral


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("f32", "F32.0"),
        ("generalized anxiety", "F41.1"),
        ("anxiety GENERALIZED", "F41.1"),
        ("major depress mod", "F32.1"),
        ("type 2 diabetes without compl", "E11.9"),
        ("Sézary disease, unspecified", "C84.10"),
    ],
)
def test_words_find_the_code_behavioral_ones_first(text, first):
    assert icd10.search(text)[0].code == first


@pytest.mark.parametrize("text", ["", " ", "f", "zzzzzz"])
def test_too_little_or_nonsense_finds_nothing(text):
    assert icd10.search(text) == []


def test_a_search_offers_a_dozen_billable_codes():
    found = icd10.search("disorder")
    assert len(found) == 12
    assert all(code.billable for code in found)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=30))
def test_no_text_breaks_the_lookup(text):
    found = icd10.find(text)
    assert found is None or icd10.find(found.code) == found
    for code in icd10.search(text):
        assert icd10.find(code.code) == code
