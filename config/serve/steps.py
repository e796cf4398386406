"""What happens once before the processes start: tables, static files, the demo."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from config.embedded import processes
from config.serve import doors
from config.serve.children import end_with_parent
from config.serve.console import say

NO = ("0", "no", "false", "off")


def demo_wanted() -> bool:
    """The demo is for trying the product out: never in production, and not where LOAD_DEMO=no."""
    return not production() and os.environ.get("LOAD_DEMO", "yes").lower() not in NO


def production() -> bool:
    """Is this no try, but work?"""
    return os.environ.get("CARETALLY_ENV") == "production"


def prepare(home: Path, *, claim: int | None, stopping: Callable[[], bool]) -> None:
    """Migrate, collect the static files where they are served from one folder, load the demo."""

    def manage(what: str, *arguments: str) -> None:
        _manage(what, arguments, home=home, claim=claim, stopping=stopping)

    manage("Bringing the database up to date", "migrate", "--noinput")
    if production():
        manage("Collecting static files", "collectstatic", "--noinput")
    (home / "static").mkdir(exist_ok=True)  # WhiteNoise looks for it, filled or not
    loaded = _demo_marker(home)
    if demo_wanted() and not loaded.exists():
        manage("Loading the demo practices", "seed_demo")
        loaded.touch()


def _demo_marker(home: Path) -> Path:
    """Present once the demo was loaded, whole, into the database that is used now."""
    digest = hashlib.sha256(os.environ["DATABASE_URL"].encode()).hexdigest()[:12]
    return home / f"demo-loaded-{digest}"


def _manage(
    what: str,
    arguments: tuple[str, ...],
    *,
    home: Path,
    claim: int | None,
    stopping: Callable[[], bool],
) -> None:
    log = home / "logs" / f"{arguments[0]}.log"
    began = time.monotonic()
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "manage.py", *arguments],
            cwd=doors.ROOT,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,
            pass_fds=() if claim is None else (claim,),
            preexec_fn=end_with_parent,
        )
    while process.poll() is None:
        if stopping():
            process.terminate()
        time.sleep(0.05)
    if process.returncode != 0 and not stopping():
        raise doors.Refusal(f"{what} failed: {processes.last_words(log)} (see {log})")
    say(f"  {what}: {time.monotonic() - began:.1f} s")
