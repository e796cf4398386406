"""What the codes of the answers mean, in our own short words.

The code lists' own texts belong to X12 and are not here. Each file of this folder is one list, with
its source and the day it was looked through; it holds the codes that these claims meet, so that a
code without words is shown as itself and is no error.
"""

from __future__ import annotations

import functools
import tomllib
from importlib import resources


def of(table: str, code: str) -> str:
    """The words for a code of the table ("carc", "rarc", ...); the code itself if it has none."""
    return _table(table).get(code, code)


def known(table: str, code: str) -> bool:
    return code in _table(table)


@functools.cache
def _table(name: str) -> dict[str, str]:
    path = resources.files(__name__) / f"{name}.toml"
    words: dict[str, str] = tomllib.loads(path.read_text("utf-8"))["words"]
    return words
