"""How many patient-months the rules decide in a second, on one core.

``python bench/rules.py`` decides 100,000 months of 10 entries each: most in order, some held, some
short, some with overlaps, a stay or a consent inside the month. The facts are built outside the
measured time, and time is the process' own, so that a busy machine counts less.

The ratio is the aim of 20,000 cases a second to what was measured: 1.0 or less reaches the aim.
A second row measures what the month-end run pays: the verdict, its JSON object, and its text.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from billing.rules import decide, policy
from billing.rules.facts import (
    Consent,
    Entry,
    Episode,
    Measure,
    MonthFacts,
    Review,
    Stay,
)
from billing.rules.month import Month

AIM = 20_000
LIMIT = 1.0
ENTRIES = 10
BATCH = 1_000
MONTH = Month(2026, 10)
ZONES = ("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles")
ROLES = ("care_manager",) * 8 + ("consultant", "treating_practitioner")
ACTIVITIES = ("patient_contact", "care_coordination", "chart_review", "brief_intervention")
OTHERS = ("clerical", "outreach_attempt", "crisis")


def entries(rng: random.Random, start: int) -> Iterator[Entry]:
    crowded = rng.random() < 0.05
    for number in range(ENTRIES):
        day = 3 * 86_400 if crowded else rng.randrange(31) * 86_400
        begun = start + day + rng.randrange(9, 17) * 3_600 + rng.randrange(3_600)
        yield Entry(
            id=f"e{number}",
            start=begun,
            end=begun + rng.randrange(120, 1_200),
            worker=f"w{rng.randrange(3)}",
            role=rng.choice(ROLES),
            activity=rng.choice(OTHERS if rng.random() < 0.05 else ACTIVITIES),
            status="needs_review" if rng.random() < 0.02 else "confirmed",
        )


def month(rng: random.Random, number: int) -> MonthFacts:
    zone = rng.choice(ZONES)
    start = MONTH.bounds(zone).start
    first = rng.random() < 0.2
    began = MONTH.first_day.replace(day=rng.randrange(1, 20)) if first else Month(2026, 7).first_day
    consent = start + 5 * 86_400 if rng.random() < 0.03 else start - 90 * 86_400
    stay = Stay(first=MONTH.first_day.replace(day=14), last=MONTH.first_day.replace(day=16))
    return MonthFacts(
        id=f"patient-{number}",
        month=MONTH,
        timezone=zone,
        program="bhi" if rng.random() < 0.2 else "cocm",
        policy=policy.resolve(rng.choice(("standard", "midpoint")), on=MONTH.first_day),
        episode=Episode(
            started_on=began,
            prior_service_months=() if first else tuple(Month(2026, m) for m in (7, 8, 9)),
        ),
        consents=(Consent(method="verbal", given_at=consent),) if rng.random() < 0.97 else (),
        initiating_visit_on=began,
        care_manager="w0",
        treating_practitioner="priya",
        diagnoses=("F32.1",),
        time=tuple(entries(rng, start)),
        reviews=(Review(on=MONTH.last_day, consultant="sam"),) if rng.random() < 0.9 else (),
        measures=(Measure(instrument="PHQ-9", on=MONTH.first_day),),
        stays=(stay,) if rng.random() < 0.02 else (),
    )


def measured(cases: int, answer: Callable[[MonthFacts], object]) -> float:
    """Return the processor seconds that deciding so many months takes."""
    rng, spent = random.Random(1), 0.0
    for first in range(0, cases, BATCH):
        batch = [month(rng, number) for number in range(first, min(first + BATCH, cases))]
        begun = time.process_time()
        for facts in batch:
            answer(facts)
        spent += time.process_time() - begun
    return spent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    cases = parser.parse_args().cases
    rows = {
        "decide": measured(cases, decide),
        "decide, as JSON text": measured(cases, lambda facts: json.dumps(decide(facts).as_json())),
    }
    print(f"{'what':<22}{'cases':>9}{'entries':>9}{'seconds':>9}{'cases/s':>9}{'µs each':>9}")
    for name, spent in rows.items():
        rate, each = cases / spent, spent / cases * 1e6
        print(f"{name:<22}{cases:>9}{ENTRIES:>9}{spent:>9.2f}{rate:>9.0f}{each:>9.1f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MB")
    print(f"rules: ratio {AIM * rows['decide'] / cases:.2f} (limit {LIMIT})")


if __name__ == "__main__":
    main()
