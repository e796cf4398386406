"""Durable starts and stops of the clock, with history, against a plain page of the same server.

gunicorn as `make run` serves, the embedded PostgreSQL with every commit on disk, 16 keep-alive
connections, each of a person with a session.  The plain page is signed in too: one indexed query,
50 rows.  `--profile` for where one start and one stop spend their time.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

LIMIT = 2  # at least: times the plain page's rate
TURNS = 3


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--profile", action="store_true")
    given = parser.parse_args()
    home = tempfile.mkdtemp(prefix="caretally-bench-")
    try:
        os.environ |= _environment(home)
        return _bench(home, given)
    finally:
        from config import embedded

        embedded.release(home)
        shutil.rmtree(home, ignore_errors=True)


def _environment(home):
    from config import embedded
    from config.serve import doors

    return {
        "DATA_DIR": home,
        "DATABASE_URL": embedded.database_url(home),
        "REDIS_URL": "redis://127.0.0.1:1/0",  # never asked
        "DJANGO_SETTINGS_MODULE": "clock.settings",
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'bench'}",
        "PORT": str(_free_port()),
        "WEB_HOST": doors.host(),
    }


def _free_port():
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _bench(home, given):
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"], cwd=ROOT, check=True
    )
    import django

    django.setup()
    from clock import data
    from django.utils import timezone

    people = data.load(timezone.now())
    if given.profile:
        from clock import profile

        return profile.run(people)
    with open(Path(home) / "web.log", "wb") as log:
        server = _serve(log)
        try:
            return _verdict(_measure(people, given.seconds))
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=30)


def _serve(log):
    """The web server, by the command that `make run` uses."""
    from config.serve import programs

    server = subprocess.Popen(programs.command("web"), cwd=ROOT, stdout=log, stderr=log)
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{os.environ['PORT']}/healthz", timeout=5)
            return server
        except OSError:
            time.sleep(0.2)
    raise SystemExit("The web server did not start.")


def _measure(people, seconds):
    """Rates and 95th percentiles of each, by turns, after a warm-up."""
    from clock import browsers

    port = int(os.environ["PORT"])
    found = {"plain page": [], "starts and stops": []}
    tasks = {"plain page": browsers.reader, "starts and stops": browsers.timekeeper}
    for work in tasks.values():
        browsers.rate(port, people, work, 2)
    for turn in range(TURNS):
        order = list(tasks) if turn % 2 == 0 else list(reversed(tasks))
        for name in order:
            found[name].append(browsers.rate(port, people, tasks[name], seconds))
    return found


def _verdict(found):
    medians = {}
    for name, turns in found.items():
        rates, tails = zip(*turns, strict=True)
        medians[name] = statistics.median(rates)
        print(
            f"{name:<17} {medians[name]:8.0f} a second (each turn: "
            f"{', '.join(f'{rate:.0f}' for rate in rates)})   p95 {statistics.median(tails):.1f} ms"
        )
    ratio = medians["starts and stops"] / medians["plain page"]
    print(f"timer: ratio {ratio:.2f} (limit {LIMIT})")
    return 0 if ratio >= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
