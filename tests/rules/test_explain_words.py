"""What a person reads in an explanation is no program's own word."""

from __future__ import annotations

import contextlib
import re

import pytest

from billing.rules import case as cases
from billing.rules import decide, explain, presets, sources
from billing.rules.errors import FieldError
from tests.rules import test_public_cases
from tests.rules.months import month

OF_A_PROGRAM = re.compile(r"\b[a-z]+(?:_[a-z0-9]+)+\b|INFERENCE")
ADDRESS = re.compile(r"\S+/\S*")
CASES = [each["case"] for each in test_public_cases.PUBLIC if "case" in each]


def program_words(text):
    return OF_A_PROGRAM.findall(ADDRESS.sub("", text))


def told(case):
    """Return the argument below its first line, which echoes the case's own id."""
    facts = cases.read(case)
    return explain.tree(facts, decide(facts)).printed().partition("\n")[2]


def readable():
    """Return the published cases that the rules can read."""
    found = []
    for case in CASES:
        with contextlib.suppress(FieldError):
            cases.read(case)
            found.append(case)
    assert len(found) > 20
    return found


@pytest.mark.parametrize("said", ["the policy's min_minutes", "an INFERENCE from a page"])
def test_a_program_s_own_word_is_known_as_one(said):
    assert program_words(said)


def test_no_source_of_a_rule_names_a_field_or_speaks_of_inference():
    assert {
        rule: found for rule in sources.book() if (found := program_words(sources.of(rule)))
    } == {}


def test_no_explanation_of_a_published_case_speaks_a_program_s_words():
    assert {word for case in readable() for word in program_words(told(case))} == set()


@pytest.mark.parametrize("preset", sorted(presets.book()))
@pytest.mark.parametrize("minutes", [0, 69, 230])
def test_no_payer_s_explanation_speaks_a_program_s_words(preset, minutes):
    held = {"consents": [], "reviews": [], "measures": [], "diagnoses": []}
    for changes in ({}, held):
        assert program_words(told(month(minutes, preset=preset, **changes))) == []
