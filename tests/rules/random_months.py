"""Random months by seed: where hypothesis looks for small examples, these are full."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from billing.rules import words
from tests.rules.strategies import BY_MINUTES, CODES, PLACES

WORDS = {
    "consultant_review": ["each_month", "initial_month", "caseload_meeting", "none"],
    "measure_required": ["each_month", "initial_month", "none"],
    "consent_methods": [[], ["verbal"], ["written"], ["verbal", "written"]],
    "same_person_therapy": ["block", "warn"],
    "initial_if_unbilled": ["subsequent", "still_initial"],
    "program_code": [None, None, "G0512"],
    "date_of_service": ["last_day", "threshold_date", "last_contact"],
    "counts_outreach_attempts": [True, False],
    "separately_paid": [True, True, True, True, False],
    "apcm_addons": [True, True, False],
    "modifier_25_on_same_day_em": [True],
    "new_episode_gap_months": [0, 1, 6, 11, 12],
    "authorization_after_months": [None, None, 0, 1, 3],
    "initiating_visit_lookback_days": [0, 2, 365],
    "diagnosis_prefixes": [["F"], ["f.3"], ["F32", "G"]],
}


def moment(rng, around):
    base = datetime.fromisoformat(rng.choice(around)).replace(tzinfo=UTC)
    return base + timedelta(seconds=rng.randint(-2400, 2400), milliseconds=rng.choice([0, 0, 600]))


def days(rng, around, number=2):
    middle = datetime.fromisoformat(rng.choice(around)).date()
    return sorted(str(middle + timedelta(days=rng.randint(-3, 2))) for _ in range(number))


def span(rng, around):
    first, last = days(rng, around)
    return {"from": first, "to": last}


def maybe(rng, chance, make, most=2):
    return [make() for _ in range(rng.randint(1, most))] if rng.random() < chance else []


def policy(rng):
    overrides = {name: rng.choice(values) for name, values in WORDS.items() if rng.random() < 0.45}
    if rng.random() < 0.8:
        overrides["min_minutes"] = {code: rng.randint(1, 30) for code in CODES}
    if rng.random() < 0.3:
        overrides["max_units"] = {"99494": rng.choice([0, 0, 1, 3])}
    if rng.random() < 0.3:
        overrides["accepted_codes"] = rng.sample(CODES, rng.randint(0, 5))
    for field in ("counted_roles", "bhi_counted_roles"):
        if rng.random() < 0.3:
            overrides[field] = rng.sample(words.ROLES, rng.randint(1, 4))
    return {"preset": rng.choice(BY_MINUTES), "overrides": overrides}


def entry(rng, around, place):
    start = moment(rng, around)
    likely = rng.random() < 0.7
    return {
        "id": f"{rng.choice('zayb')}{place}",
        "start": start.isoformat(),
        "end": (
            start + timedelta(seconds=rng.randint(0, 2400) * rng.choice([1, 1, 1, 2]))
        ).isoformat(),
        "worker": rng.choice(["alice", "bob", "sam"]),
        "role": rng.choice(["care_manager", "consultant"] if likely else words.ROLES),
        "activity": rng.choice(words.ACTIVITIES) if rng.random() < 0.3 else "patient_contact",
        "status": "confirmed" if likely else rng.choice(words.STATUSES),
        "billed_as": None if likely else rng.choice([None, None, "90837"]),
    }


def consent(rng, around):
    given, revoked = sorted(moment(rng, around) for _ in range(2))
    old = datetime(1960, 1, 1, tzinfo=UTC)
    return {
        "method": rng.choice(["verbal", "written"]),
        "given_at": (old if rng.random() < 0.7 else given).isoformat(),
        "revoked_at": revoked.isoformat() if rng.random() < 0.3 else None,
    }


def episode(rng, around, month):
    first, last = days(rng, around)
    year = int(month[:4])
    long_ago = str(date(year - 1, rng.randint(1, 12), 15))
    earlier = [f"{year - 1}-{number:02d}" for number in (1, 6, 11, 12)]
    started = rng.choice([f"{month}-01", first, long_ago])
    return {
        "started_on": started,
        "ended_on": max(started, last) if rng.random() < 0.2 else None,
        "prior_service_months": rng.sample(earlier, rng.randint(0, 2)),
        "unbilled_initial": rng.random() < 0.5,
    }


def service(rng, around, started_on):
    code, by = rng.choice([("90837", "alice"), ("99213", "priya"), ("g0557", "priya")])
    return {
        "code": code if rng.random() < 0.8 else rng.choice(["99484", "90791", "99.492"]),
        "on": rng.choice([started_on, days(rng, around, 1)[0]]),
        "practitioner": by if rng.random() < 0.8 else "bob",
    }


def case(rng):
    month, zone, around = rng.choice(PLACES)
    day = lambda: days(rng, around, 1)[0]  # noqa: E731
    current = episode(rng, around, month)
    return {
        "id": "m",
        "month": month,
        "timezone": zone,
        "program": rng.choice(["cocm", "cocm", "cocm", "bhi"]),
        "policy": policy(rng),
        "episode": current,
        "consents": maybe(rng, 0.9, lambda: consent(rng, around), 3),
        "initiating_visit_on": rng.choice([None, day(), *[current["started_on"]] * 4]),
        "care_manager": "alice",
        "treating_practitioner": "priya",
        "diagnoses": rng.choice([["F32.1"], ["F32.1"], ["f320", "E11.9"], ["E119"], []]),
        "time": [entry(rng, around, place) for place in range(rng.randint(1, 10))],
        "reviews": maybe(rng, 0.8, lambda: {"on": day(), "consultant": "sam"}),
        "caseload_meetings": maybe(rng, 0.5, day),
        "measures": maybe(rng, 0.8, lambda: {"instrument": "PHQ-9", "on": day()}),
        "outside_therapy": rng.choice(
            [None, None, {"same_condition": True, "non_duplication_note": rng.random() < 0.5}]
        ),
        "other_services": maybe(rng, 0.5, lambda: service(rng, around, current["started_on"])),
        "stays": maybe(rng, 0.2, lambda: span(rng, around)),
        "authorizations": maybe(rng, 0.5, lambda: span(rng, around)),
    }
