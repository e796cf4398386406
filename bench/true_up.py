"""The true-up against a bare SQL statement of the same month, on the embedded PostgreSQL.

Two processes work on the chunks, each with its own connection, as two Celery workers would (the
queue itself is left out: a message a chunk is noise). Loading is not counted.
`--sizes 1000,10000` for a quick look, `--profile` for where one process spends its time.
"""

from __future__ import annotations

import argparse
import cProfile
import multiprocessing
import os
import pstats
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from multiprocessing.pool import Pool
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

LIMIT = 5
MEGABYTES = 500
#: Time per patient at the largest size against the smallest: linear is 1, the rest is noise.
GROWTH = 1.15
TURNS = 3
PROCESSES = 2
SIZES = (10_000, 100_000)


def main() -> int:
    given = _arguments()
    home = tempfile.mkdtemp(prefix="caretally-bench-")
    try:
        os.environ |= _environment(home)
        return _bench(given)
    finally:
        from config import embedded

        embedded.release(home)
        shutil.rmtree(home, ignore_errors=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--profile", action="store_true")
    return parser.parse_args()


def _environment(home: str) -> dict[str, str]:
    from config import embedded

    return {
        "DATA_DIR": home,
        "DATABASE_URL": embedded.database_url(home),
        "REDIS_URL": "redis://127.0.0.1:1/0",  # never asked
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }


def _bench(given: argparse.Namespace) -> int:
    import psycopg
    from month import data, plain, workers

    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"], cwd=ROOT, check=True
    )
    workers.begin()
    spawn = multiprocessing.get_context("spawn")
    rows = []
    with (
        psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as owner,
        spawn.Pool(PROCESSES, workers.begin) as pool,
    ):
        for size in map(int, given.sizes.split(",")):
            data.load(owner, size)
            plain.make_tables(owner)
            _keep_standings(pool, size)
            owner.execute("VACUUM ANALYZE registry_servicemonth")
            rows.append(_measure(owner, pool, size))
            print(_row(*rows[-1]), flush=True)
        if given.profile:
            _profile(owner)
        peaks = dict(pool.map(workers.peak_megabytes, range(16), chunksize=1))
        peaks.update([workers.peak_megabytes()])
    return _verdict(rows, peaks)


def _keep_standings(pool: Pool, size: int) -> None:
    from month import workers

    ids = list(range(1, size + 1))
    pool.map(workers.keep_standings, [ids[n : n + 500] for n in range(0, size, 500)], chunksize=1)


def _measure(owner, pool: Pool, size: int) -> tuple[int, float, float]:
    """Seconds of each, by turns: the median of three, at every size.

    The first turn of a size writes a log that the server has to make room for; later ones use that
    room again.  Sizes are only comparable if each has the same turns.
    """
    from month import plain

    ours, bare = [], []
    for turn in range(TURNS):
        plain.empty(owner)
        tasks = [(ours, lambda: _true_up(pool)), (bare, lambda: plain.run(owner))]
        for times, task in tasks if turn % 2 == 0 else reversed(tasks):
            times.append(_seconds(task))
        different = plain.differences(owner)
        assert different == 0, f"{different} rows differ: not the same work"
    return size, statistics.median(ours), statistics.median(bare)


def _true_up(pool: Pool) -> None:
    from month import workers

    run = _start()
    pool.map(workers.work, run, chunksize=1)


def _start() -> list[int]:
    from month.data import MONTH, NOW

    from billing.services import true_up
    from registry.models import Practice, User

    run, _ = true_up.start(
        practice=Practice.objects.get(pk=1),
        month=MONTH,
        kind="final",
        by=User.objects.get(pk=1),
        now=NOW,
    )
    return true_up.unfinished(run)


def _seconds(task: Callable[[], None]) -> float:
    begun = time.perf_counter()
    task()
    return time.perf_counter() - begun


def _profile(owner) -> None:
    """Ten chunks in this process."""
    from month import plain, workers

    plain.empty(owner)
    chunks = _start()[:10]
    with cProfile.Profile() as profile:
        for chunk in chunks:
            workers.work(chunk)
    pstats.Stats(profile).sort_stats("tottime").print_stats(45)
    pstats.Stats(profile).sort_stats("cumulative").print_stats(60)


def _row(size: int, ours: float, bare: float) -> str:
    return (
        f"{size:>9,} patients  true-up {ours:7.2f} s {size / ours:9,.0f} patients/s   "
        f"bare SQL {bare:6.2f} s   ratio {ours / bare:5.2f}"
    )


def _verdict(rows: list[tuple[int, float, float]], peaks: dict[int, float]) -> int:
    peak = max(peaks.values())
    print(f"peak memory per process: {', '.join(f'{mb:.0f} MB' for mb in peaks.values())}")
    growth = _growth(rows, 1)
    print(
        "time per patient, largest size against smallest: "
        f"true-up {growth:.2f}, bare SQL {_growth(rows, 2):.2f} (linear is 1)"
    )
    ratio = rows[-1][1] / rows[-1][2]
    print(f"true_up: ratio {ratio:.2f} (limit {LIMIT})")
    return 0 if ratio <= LIMIT and peak < MEGABYTES and growth <= GROWTH else 1


def _growth(rows: list[tuple[int, float, float]], column: int) -> float:
    first, last = rows[0], rows[-1]
    return (last[column] / last[0]) / (first[column] / first[0])


if __name__ == "__main__":
    sys.exit(main())
