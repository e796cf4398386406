"""Segments, elements and the characters they may carry."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing.x12 import segments, text


def test_trailing_empty_elements_fall_away():
    assert segments.segment("NM1", "IL", "1", "Smith", "", None, "") == "NM1*IL*1*Smith"
    assert segments.segment("SE", "", "1") == "SE**1"
    assert segments.composite("HC", "99492", "", "") == "HC:99492"


@pytest.mark.parametrize(
    "value", ["a*b", "a:b", "a^b", "a~b", "a\nb", "a\tb", "a\x00b", "北", "a`b"]
)
def test_what_x12_cannot_carry_is_refused_by_the_elements_name(value):
    with pytest.raises(ValueError, match="NM103"):
        segments.segment("NM1", "IL", "1", value)
    with pytest.raises(ValueError, match="component 2"):
        segments.composite("HC", value)


@given(st.text())
def test_any_text_is_either_carried_whole_or_refused(value):
    try:
        written = segments.segment("K3", value)
    except ValueError:
        assert text.strange(value)
    else:
        carried = written.removeprefix("K3").removeprefix("*")
        assert carried == text.plain(value)
        assert not set(carried) & text.DELIMITERS
        assert carried.isascii()
        assert carried.isprintable()


@given(st.text())
def test_spelling_twice_changes_nothing(value):
    once = text.plain(value)
    assert text.plain(once) == once
