"""Writes the table of all codes: `python -m registry.icd10.table FILE`.

One line a code, in the order of codes: the code with its dot, whether it may be billed (a leaf,
all its characters given) or only heads others, and its official description; tabs between.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from registry.icd10 import BILLABLE, HEADING


def lines() -> Iterator[str]:
    import simple_icd_10_cm as icd  # here, not above: whoever reads the table need not load this

    for code in icd.get_all_codes(with_dots=True):
        if not icd.is_chapter_or_block(code):
            kind = BILLABLE if icd.is_leaf(code) else HEADING
            description = " ".join(icd.get_description(code).split())
            yield f"{code}\t{kind}\t{description}\n"


def write(path: Path) -> None:
    """Whole or not at all: two processes that start at once leave one good file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}")
    with unfinished.open("w", encoding="utf-8") as file:
        file.writelines(sorted(lines()))
    unfinished.replace(path)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
