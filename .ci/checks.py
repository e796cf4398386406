"""Everything that CI runs, each step with its seconds. The checks run two at a time and are told in
their order; pytest comes last and alone, so that its own summary closes the output. Any failure
makes the exit status 1; `--quick` leaves the tests out.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PYTHON = sys.executable
#: An address that nothing answers at: these checks must not need a database.
NOWHERE = {
    "DATABASE_URL": "postgresql://nobody@127.0.0.1:9/none",
    "REDIS_URL": "redis://127.0.0.1:9",
}
PRODUCTION = NOWHERE | {
    "CARETALLY_ENV": "production",
    "SECRET_KEY": "only-for-this-check-" + "0123456789abcdefghij" * 3,
    "ALLOWED_HOSTS": "caretally.example",
}


@dataclass(frozen=True, kw_only=True)
class Step:
    """One check: its name, what it runs, and what it adds to the environment."""

    name: str
    command: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)


def _module(*arguments: str) -> tuple[str, ...]:
    return (PYTHON, "-m", *arguments)


def _manage(*arguments: str) -> tuple[str, ...]:
    return (PYTHON, "manage.py", *arguments)


CONCISE = ("--output-format", "concise")
IMPORTS = "from importlinter.cli import lint_imports_command as main; main()"
QUICK = (
    Step(
        name="types (mypy)",
        command=_module("mypy", "config", "registry", "billing"),
        environment=NOWHERE,
    ),
    Step(name="style (ruff check)", command=_module("ruff", "check", *CONCISE, ".")),
    Step(name="format (ruff format)", command=_module("ruff", "format", "--check", *CONCISE, ".")),
    Step(name="walls (import-linter)", command=(PYTHON, "-c", IMPORTS)),
    Step(
        name="production settings (check --deploy)",
        command=_manage("check", "--deploy", "--fail-level", "WARNING"),
        environment=PRODUCTION,
    ),
)
SLOW = (
    Step(
        name="migrations (makemigrations --check)",
        command=(PYTHON, ".ci/migrations.py"),
    ),
    Step(name="Chromium for the browser tests", command=_module("tests.chromium")),
)
TESTS = Step(name="tests (pytest)", command=_module("pytest", "-n", "2", "--dist", "loadgroup"))


def main(arguments: list[str]) -> int:
    """Run all steps, also after a failure: one run tells everything. The exit status."""
    is_quick = "--quick" in arguments
    failed = _fail(QUICK if is_quick else QUICK + SLOW)
    if is_quick:
        return 1 if failed else 0
    if failed:
        _say(f"FAILED so far: {', '.join(failed)}")
    _say(f"== {TESTS.name}")
    return 1 if _run(TESTS).returncode or failed else 0


def _fail(checks: tuple[Step, ...]) -> list[str]:
    """The names of those that fail. Two run at a time, the longest from the start on."""
    failed: list[str] = []
    with ThreadPoolExecutor(2) as pool:
        for step, (status, said, seconds) in zip(checks, pool.map(_check, checks), strict=True):
            _say(f"== {step.name}")
            print(said, end="")
            word = "ok" if status == 0 else f"FAILED (exit status {status})"
            _say(f"-- {step.name}: {word}, {seconds:.1f} s")
            if status:
                failed.append(step.name)
    return failed


def _check(step: Step) -> tuple[int, str, float]:
    """One check's exit status, what it said, and its seconds."""
    began = time.monotonic()
    done = _run(step, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.returncode, done.stdout, time.monotonic() - began


def _run(step: Step, **more: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        step.command, cwd=ROOT, env=os.environ | step.environment, stdin=subprocess.DEVNULL, **more
    )


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
