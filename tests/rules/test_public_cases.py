from __future__ import annotations

import json
from pathlib import Path

import pytest

from billing.rules import case as cases
from billing.rules import decide, jsonl
from billing.rules.errors import FieldError

PUBLIC = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases" / "public.jsonl").read_text().splitlines()
]


def answer(given):
    line = given["raw"] if "raw" in given else json.dumps(given["case"])
    name = None
    try:
        case = jsonl.parse(line.encode())
        name = jsonl.name(case)
        return decide(cases.read(case)).as_json()
    except FieldError as problem:
        return {"id": name, "error": {"field": problem.field, "message": problem.message}}


def assert_holds(expected, got, path=""):
    """Assert every key that is expected; ``excluded`` and lists whole."""
    if path.endswith(".excluded"):
        assert got == expected, path
    elif isinstance(expected, dict):
        for key, value in expected.items():
            assert_holds(value, got[key], f"{path}.{key}")
    elif isinstance(expected, list):
        assert len(got) == len(expected), path
        for place, value in enumerate(expected):
            assert_holds(value, got[place], f"{path}[{place}]")
    else:
        assert got == expected, path


@pytest.mark.parametrize("given", PUBLIC, ids=[given["name"] for given in PUBLIC])
def test_a_public_case_is_decided_as_published(given):
    assert_holds(given["expect"], answer(given))


def test_there_are_public_cases():
    assert len(PUBLIC) > 30
