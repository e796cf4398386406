"""Everything that CI runs, step by step, each with its seconds. Pytest comes last, so that its own
summary closes the output. Any failure makes the exit status 1; `--quick` leaves the tests out.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

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
    Step(name="style (ruff check)", command=_module("ruff", "check", *CONCISE, ".")),
    Step(name="format (ruff format)", command=_module("ruff", "format", "--check", *CONCISE, ".")),
    Step(name="walls (import-linter)", command=(PYTHON, "-c", IMPORTS)),
    Step(
        name="types (mypy)",
        command=_module("mypy", "config", "registry", "billing"),
        environment=NOWHERE,
    ),
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
    Step(name="tests (pytest)", command=_module("pytest", "-n", "2", "--dist", "loadgroup")),
)


def main(arguments: list[str]) -> int:
    """Run all steps, also after a failure: one run tells everything. The exit status."""
    steps = QUICK if "--quick" in arguments else QUICK + SLOW
    failed: list[str] = []
    for step in steps:
        if failed and step is SLOW[-1]:
            _say(f"FAILED so far: {', '.join(failed)}")
        if not _passes(step):
            failed.append(step.name)
    return 1 if failed else 0


def _passes(step: Step) -> bool:
    _say(f"== {step.name}")
    began = time.monotonic()
    status = subprocess.run(
        step.command, cwd=ROOT, env=os.environ | step.environment, stdin=subprocess.DEVNULL
    ).returncode
    if "pytest" not in step.name:  # whose own last line closes the output
        word = "ok" if status == 0 else f"FAILED (exit status {status})"
        _say(f"-- {step.name}: {word}, {time.monotonic() - began:.1f} s")
    return status == 0


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
