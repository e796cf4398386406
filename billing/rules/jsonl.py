"""Lines of JSON, read strictly: each line is one object, or it is refused in its place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import NoReturn

from billing.rules.errors import FieldError
from billing.rules.reading import under

_MARK = b"\xef\xbb\xbf"
_MOST_DIGITS = 1000


class _Repeating(dict[str, object]):
    """An object in which a key stands twice: kept until its path can be named."""

    repeated: str


def lines(stream: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the lines that hold anything, without a byte-order mark at the start of the input."""
    for number, raw in enumerate(stream):
        line = raw.removeprefix(_MARK) if number == 0 else raw
        if not _is_blank(line):
            yield line


def _is_blank(line: bytes) -> bool:
    return not line.strip() or not line.decode("utf-8", "replace").strip()


def parse(line: bytes) -> dict[str, object]:
    """Return a line's object; raise FieldError with an empty field where it is none."""
    try:
        value = json.loads(
            line.decode("utf-8"),
            object_pairs_hook=_object,
            parse_int=_int,
            parse_constant=_refuse,
        )
    except RecursionError:
        raise FieldError("", "This line is nested too deeply.") from None
    except ValueError as problem:
        raise FieldError("", f"This line is not valid JSON: {problem}") from None
    if not isinstance(value, dict):
        raise FieldError("", "This line is not a JSON object.")
    return value


def name(value: dict[str, object]) -> str | None:
    """Return the id under which a case is answered: None where it is missing or no text."""
    found = value.get("id")
    return found if isinstance(found, str) else None


def refuse_repeats(value: object) -> None:
    """Raise FieldError at the first key that stands twice in its object: which one is meant?"""
    waiting = [(value, "")]
    while waiting:
        found, path = waiting.pop()
        if isinstance(found, _Repeating):
            raise FieldError(under(path, found.repeated), "stands twice in its object")
        if isinstance(found, dict):
            inner = [(item, under(path, key)) for key, item in found.items()]
        elif isinstance(found, list):
            inner = [(item, f"{path}[{place}]") for place, item in enumerate(found)]
        else:
            continue
        waiting.extend(reversed(inner))


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    keys = [key for key, _ in pairs]
    repeating = _Repeating(found)
    repeating.repeated = next(key for place, key in enumerate(keys) if key in keys[:place])
    return repeating


def _int(digits: str) -> int | float:
    """Read a whole number; one of absurd length is read as infinite, which no field takes."""
    return int(digits) if len(digits) <= _MOST_DIGITS else float("inf")


def _refuse(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number of JSON")
