"""What usually lies behind a refusal here, by its reason code."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent.parent / "data" / "denial_causes.toml"


def of(reason: str) -> str:
    """A sentence on the usual cause and what to do; empty where none is known."""
    return _causes().get(reason, "")


@cache
def _causes() -> dict[str, str]:
    causes: dict[str, str] = tomllib.loads(_FILE.read_text("utf-8"))["causes"]
    return causes
