"""The caseload of a large registry against a plain page of one indexed query and 50 rows.

20,000 patients with a hundred time entries each, the web server as `make run` starts it, the
embedded PostgreSQL with history on.  Sixteen keep-alive connections of sixteen care managers with
a hundred patients each, who read their list, 50 rows a page; by turns with the plain page of
bench/clock, behind the same middleware.  Loading is not counted.  `--patients 1000` for a quick
look, `--profile` for where one page spends its time.
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
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

LIMIT, TAIL_LIMIT = 0.4, 2.5
TURNS = 3
PATIENTS = 20_000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--patients", type=int, default=PATIENTS)
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--profile", action="store_true")
    given = parser.parse_args()
    home = tempfile.mkdtemp(prefix="caretally-bench-")
    try:
        import timer

        os.environ |= timer._environment(home)
        return _bench(home, given)
    finally:
        from config import embedded

        embedded.release(home)
        shutil.rmtree(home, ignore_errors=True)


def _bench(home, given):
    import timer

    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"], cwd=ROOT, check=True
    )
    import django

    django.setup()
    people = _load(given.patients)
    if given.profile:
        return _profile(people[0][0])
    with open(Path(home) / "web.log", "wb") as log:
        server = timer._serve(log)
        try:
            return _verdict(_measure(people, given.seconds))
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=30)


def _load(patients):
    import psycopg
    from django.utils import timezone
    from large import data

    now = timezone.now().replace(microsecond=0)
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as owner:
        data.load(owner, patients, now)
        data.keep_months(patients, now)
        owner.execute("VACUUM ANALYZE")
        (rows,) = owner.execute("SELECT count(*) FROM registry_timeentry").fetchone()
    print(f"{patients:,} patients, {rows:,} time entries", flush=True)
    return data.sessions(patients, now)


def _reader(path):
    def read(browser, patients):
        while True:
            browser.ask("GET", path.format(patients[0]))
            yield

    return read


def _measure(people, seconds):
    """Rates and 95th percentiles of each, by turns, after a warm-up."""
    from clock import browsers

    port = int(os.environ["PORT"])
    tasks = {
        "plain page": _reader("/plain/{}/"),
        "caseload": _reader("/p/bench/caseload/?whose=mine"),
        "of everybody": _reader("/p/bench/caseload/?whose=all"),
    }
    found = {name: [] for name in tasks}
    for work in tasks.values():
        browsers.rate(port, people, work, 2)
    for turn in range(TURNS):
        order = list(tasks) if turn % 2 == 0 else list(reversed(tasks))
        for name in order:
            found[name].append(browsers.rate(port, people, tasks[name], seconds))
    return found


def _verdict(found):
    rates, tails = {}, {}
    for name, turns in found.items():
        each, late = zip(*turns, strict=True)
        rates[name], tails[name] = statistics.median(each), statistics.median(late)
        print(
            f"{name:<13} {rates[name]:8.1f} a second (each turn: "
            f"{', '.join(f'{rate:.1f}' for rate in each)})   p95 {tails[name]:.0f} ms"
        )
    slower = tails["caseload"] / tails["plain page"]
    ratio = rates["caseload"] / rates["plain page"]
    print(f"caseload: p95 {slower:.1f} times the plain page's (limit {TAIL_LIMIT})")
    print(f"caseload: ratio {ratio:.2f} (limit {LIMIT})")
    return 0 if ratio >= LIMIT and slower <= TAIL_LIMIT else 1


def _profile(session):
    """One page in this process, without the network."""
    import cProfile
    import pstats

    from django.conf import settings
    from django.test import Client

    settings.ALLOWED_HOSTS = ["testserver"]
    client = Client()
    client.cookies["sessionid"] = session
    path = "/p/bench/caseload/?whose=mine"
    assert client.get(path).status_code == 200
    with cProfile.Profile() as profile:
        for _ in range(50):
            client.get(path)
    pstats.Stats(profile).sort_stats("tottime").print_stats(35)
    pstats.Stats(profile).sort_stats("cumulative").print_stats(60)
    return 0


if __name__ == "__main__":
    sys.exit(main())
