"""``python -m billing.rules decide FILE``, or ``explain FILE``: cases in, verdicts out."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import BinaryIO

from billing.rules import case, comparing, decide, explain, jsonl, presets
from billing.rules.errors import FieldError
from billing.rules.facts import MonthFacts

SOME_REFUSED = 3
UNUSABLE = 2


def main(arguments: list[str] | None = None) -> int:
    """Run the program; return its exit status: 0, 3 where lines were refused, 2 without input."""
    options = _options(arguments)
    try:
        with _opened(options.file) as stream:
            return _answer(stream, _command(options))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as problem:
        print(f"{options.file}: {problem.strerror}", file=sys.stderr)
        return UNUSABLE


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m billing.rules", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, purpose in (
        ("decide", "one verdict as JSON for each case"),
        ("explain", "the same cases, argued for a person"),
    ):
        command = commands.add_parser(name, help=purpose)
        command.add_argument(
            "file", metavar="FILE", help="cases, one JSON object a line; - is stdin"
        )
    command.add_argument(
        "--compare",
        nargs=2,
        metavar="PRESET",
        choices=presets.names(),
        help="set two presets side by side, each as it stands",
    )
    return parser.parse_args(arguments)


def _opened(file: str) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if file == "-" else open(file, "rb")


Command = tuple[Callable[[MonthFacts], str], Callable[[str | None, FieldError], str]]


def _command(options: argparse.Namespace) -> Command:
    """Return how a case is answered, and how a refused one."""
    if options.command == "decide":
        return _decided, _refused
    if options.compare:
        left, right = options.compare
        return lambda facts: f"{comparing.text(facts, left, right)}\n", _refused_in_words
    return lambda facts: f"{explain.text(facts, decide(facts))}\n", _refused_in_words


def _answer(stream: Iterable[bytes], command: Command) -> int:
    answered, refused = command
    status = 0
    out = io.TextIOWrapper(sys.stdout.buffer, "utf-8", "backslashreplace", newline="\n")
    try:
        for line in jsonl.lines(stream):
            name = None
            try:
                given = jsonl.parse(line)
                name = jsonl.name(given)
                jsonl.refuse_repeats(given)
                answer = answered(case.read(given))
            except FieldError as problem:
                status, answer = SOME_REFUSED, refused(name, problem)
            out.write(f"{answer}\n")
        out.flush()
    finally:
        out.detach()
    return status


def _decided(facts: MonthFacts) -> str:
    return json.dumps(decide(facts).as_json())


def _refused(name: str | None, problem: FieldError) -> str:
    return json.dumps({"id": name, "error": {"field": problem.field, "message": problem.message}})


def _refused_in_words(name: str | None, problem: FieldError) -> str:
    return f"{name or 'A line without an id'}: refused. {problem}\n"


if __name__ == "__main__":
    sys.exit(main())
