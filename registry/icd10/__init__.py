"""ICD-10-CM, offline: is it a code, may it be billed, what is it called, which code says this?

The classification is a work of the United States government (NCHS, CMS) and free to use.  The
library that carries it, simple-icd-10-cm, reads 10 MB of XML: 3.4 s and 185 MB on first use.  No
web worker should keep that, so another process reads it once and leaves a table of one line a code
under DATA_DIR; a worker reads the table when the first code is asked for (0.1 s, 15 MB) and keeps
it.  The table is named by the library's version: a new release makes a new one.
"""

from __future__ import annotations

import bisect
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from django.conf import settings

BILLABLE = "1"
HEADING = "0"
#: Mental, behavioral and neurodevelopmental disorders.
BEHAVIORAL_CHAPTER = "F"


@dataclass(frozen=True)
class Code:
    """One category or code, with its dot, by its official description."""

    code: str
    description: str
    billable: bool

    @property
    def is_behavioral(self) -> bool:
        return self.code.startswith(BEHAVIORAL_CHAPTER)


def written(text: str) -> str:
    """`text` as the classification writes a code: capitals, and the dot after the third place."""
    bare = text.strip().upper().replace(".", "")
    return f"{bare[:3]}.{bare[3:]}" if len(bare) > 3 else bare


def find(text: str) -> Code | None:
    """The code that `text` names, with or without its dot; None if there is none."""
    lines = _lines()
    wanted = written(text) + "\t"
    at = bisect.bisect_left(lines, wanted)
    found = at < len(lines) and lines[at].startswith(wanted)
    return _parse(lines[at]) if found and len(wanted) > 1 else None


def search(text: str, *, limit: int = 12) -> list[Code]:
    """Billable codes that begin with `text`, or whose description has every word of it.

    Behavioral ones come first, then in the classification's order.
    """
    words = text.casefold().split()
    if not words or len(text.strip()) < 2:
        return []
    lines = _lines()
    low, high = _chapter(lines)
    found: list[Code] = []
    for part in (range(low, high), range(low), range(high, len(lines))):
        found += _matches(lines, part, written(text), words, limit - len(found))
    return found


def _matches(lines: list[str], part: range, code: str, words: list[str], most: int) -> list[Code]:
    found: list[Code] = []
    for line in _billable(lines, part):
        if len(found) >= most:
            break
        folded = line.casefold()
        if line.startswith(code) or all(word in folded for word in words):
            found.append(_parse(line))
    return found


def _billable(lines: list[str], part: range) -> Iterator[str]:
    for at in part:
        if f"\t{BILLABLE}\t" in lines[at]:
            yield lines[at]


def _chapter(lines: list[str]) -> tuple[int, int]:
    """Where the behavioral chapter begins and ends."""
    return (
        bisect.bisect_left(lines, BEHAVIORAL_CHAPTER),
        bisect.bisect_left(lines, chr(ord(BEHAVIORAL_CHAPTER) + 1)),
    )


def _parse(line: str) -> Code:
    code, billable, description = line.split("\t")
    return Code(code=code, description=description, billable=billable == BILLABLE)


@lru_cache(maxsize=1)
def _lines() -> list[str]:
    """The table's lines in the order of their codes."""
    path = _path()
    if not path.exists():
        _make(path)
    return path.read_text(encoding="utf-8").splitlines()


def _path() -> Path:
    return Path(settings.DATA_DIR) / f"icd10cm-{version('simple-icd-10-cm')}.tsv"


def _make(path: Path) -> None:
    """In a process of its own, so that the memory it takes is given back."""
    command = [sys.executable, "-m", "registry.icd10.table", str(path)]
    subprocess.run(command, check=True, cwd=settings.BASE_DIR)  # noqa: S603  our own module
