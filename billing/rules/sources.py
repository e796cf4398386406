"""Where each rule of the table was read: ``parameters/rules``, one dated, cited file a rule."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from billing.rules import parameters, reading
from billing.rules.parameters import Dated


@lru_cache(maxsize=1)
def book() -> Mapping[str, Dated]:
    """Return when and where each rule was read."""
    return {path.stem: read(path) for path in parameters.files("rules")}


def of(rule: str) -> str:
    """Return the source of a rule."""
    return book()[rule].reference


def read(path: Path) -> Dated:
    """Read a rule's file; raise ParameterError where it is not right."""
    with parameters.naming(path):
        found = reading.record(parameters.load(path), "", needs=("rule", *parameters.DATED))
        reading.word(found["rule"], "rule", among=(path.stem,))
        return parameters.dated(found, "")
