"""Random months, as JSON cases: crowded, so that entries meet, and close to every edge."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import strategies as st

from billing.rules import policy_fields, presets, words

# each month with a zone in which something happens in it, and the instants around which it happens
PLACES = [
    ("2026-10", "America/New_York", ["2026-10-01T04:00:00", "2026-11-01T04:00:00"]),
    ("2026-03", "America/New_York", ["2026-03-08T07:00:00", "2026-03-09T04:00:00"]),
    ("2026-11", "America/Havana", ["2026-11-01T04:00:00", "2026-11-01T05:00:00"]),
    ("2018-11", "America/Sao_Paulo", ["2018-11-04T03:00:00", "2018-11-05T02:00:00"]),
    ("2011-12", "Pacific/Apia", ["2011-12-30T10:00:00", "2011-12-31T10:00:00"]),
    ("1969-12", "Europe/London", ["1969-12-31T23:00:00", "1970-01-01T00:00:00"]),
    ("2026-02", "Asia/Kathmandu", ["2026-02-10T18:15:00", "2026-02-28T18:15:00"]),
]


@st.composite
def instants(draw, around):
    """A time within twenty minutes of an instant, in any offset, perhaps with a fraction."""
    base = datetime.fromisoformat(draw(st.sampled_from(around))).replace(tzinfo=UTC)
    moment = base + timedelta(seconds=draw(st.integers(-1200, 1200)))
    moment += timedelta(milliseconds=draw(st.sampled_from([0, 0, 1, 500, 999])))
    offset = timezone(timedelta(minutes=draw(st.sampled_from([0, -240, 345, 840]))))
    return moment.astimezone(offset).isoformat()


def near(around):
    """A local date within two days of the instants."""
    days = {
        datetime.fromisoformat(text).date() + timedelta(days=shift)
        for text in around
        for shift in (-2, -1, 0, 1)
    }
    return st.sampled_from(sorted(days))


@st.composite
def ordered(draw, things):
    """Two things, the earlier first."""
    first, last = draw(things), draw(things)
    key = datetime.fromisoformat if isinstance(first, str) else (lambda day: day)
    return (first, last) if key(first) <= key(last) else (last, first)


@st.composite
def entries(draw, around, number):
    """An entry around one of the instants, short enough to be tried second by second."""
    start = draw(instants([draw(st.sampled_from(around))]))
    seconds = draw(st.sampled_from([0, 1, 59, 300, 600, 900, 1199, 1800, 2400]))
    end = (datetime.fromisoformat(start) + timedelta(seconds=seconds)).isoformat()
    return {
        "id": draw(st.sampled_from("abc")) + str(number),
        "start": start,
        "end": end,
        "worker": draw(st.sampled_from(["alice", "bob", "sam"])),
        "role": draw(st.sampled_from(words.ROLES + ("care_manager",) * 6 + ("consultant",) * 4)),
        "activity": draw(st.sampled_from(words.ACTIVITIES + ("patient_contact",) * 25)),
        "status": draw(st.sampled_from(words.STATUSES + ("confirmed",) * 12)),
        "billed_as": draw(st.sampled_from([None] * 9 + ["90837"])),
    }


@st.composite
def consents(draw, around):
    given, revoked = draw(ordered(instants(around)))
    start = draw(st.sampled_from([given, "1960-01-01T00:00:00Z"]))
    end = draw(st.sampled_from([None, revoked]))
    return {
        "method": draw(st.sampled_from(["verbal", "written"])),
        "given_at": start,
        "revoked_at": end,
    }


@st.composite
def days(draw, around):
    first, last = draw(ordered(near(around)))
    return {"from": str(first), "to": str(last)}


@st.composite
def episodes(draw, around, month):
    first, last = draw(ordered(near(around)))
    start = draw(st.sampled_from([first, date(1969, 7, 1)]))
    earlier = [f"{int(month[:4]) - 1}-12", f"{int(month[:4]) - 1}-01"]
    return {
        "started_on": str(start),
        "ended_on": draw(st.sampled_from([None, None, str(last)])),
        "prior_service_months": draw(st.lists(st.sampled_from(earlier), max_size=2)),
        "unbilled_initial": draw(st.booleans()),
    }


BY_MINUTES = [
    "standard",
    "midpoint",
    *(name for name, p in presets.book().items() if p.versions[-1].shape == policy_fields.MINUTES),
]
CODES = ["99492", "99493", "99494", "99484", "G2214"]
small = st.integers(1, 30)
within_reach = st.fixed_dictionaries({code: st.integers(1, 15) for code in CODES})
overrides = st.fixed_dictionaries(
    {"min_minutes": within_reach | within_reach | st.dictionaries(st.sampled_from(CODES), small)},
    optional={
        "accepted_codes": st.just(CODES) | st.lists(st.sampled_from(CODES), unique=True),
        "max_units": st.fixed_dictionaries({"99494": st.integers(0, 5)}),
        "counted_roles": st.lists(st.sampled_from(words.ROLES), unique=True),
        "bhi_counted_roles": st.lists(st.sampled_from(words.ROLES), unique=True),
        "counts_outreach_attempts": st.booleans(),
        "consultant_review": st.sampled_from(
            ["each_month", "initial_month", "caseload_meeting", "none"]
        ),
        "measure_required": st.sampled_from(["each_month", "initial_month", "none"]),
        "consent_methods": st.sampled_from([[], ["verbal"], ["written"], ["verbal", "written"]]),
        "initiating_visit_lookback_days": st.integers(0, 400),
        "same_person_therapy": st.sampled_from(["block", "warn"]),
        "new_episode_gap_months": st.integers(0, 13),
        "initial_if_unbilled": st.sampled_from(["subsequent", "still_initial"]),
        "authorization_after_months": st.none() | st.integers(0, 6),
        "separately_paid": st.sampled_from([True, True, True, False]),
        "program_code": st.sampled_from([None, None, "G0512"]),
        "apcm_addons": st.booleans(),
        "date_of_service": st.sampled_from(["last_day", "threshold_date", "last_contact"]),
        "line_modifiers": st.dictionaries(st.sampled_from(CODES), st.just(["HE"]), max_size=2),
    },
)


@st.composite
def cases(draw, most_entries=6):
    """A whole case that can be read."""
    month, zone, around = draw(st.sampled_from(PLACES))
    number = draw(st.sampled_from([0, 1, *range(1, most_entries + 1)]))
    dates = near(around).map(str)
    services = st.fixed_dictionaries(
        {
            "code": st.sampled_from(["90837", "99213", "G0557", "99484"]),
            "on": dates,
            "practitioner": st.sampled_from(["alice", "priya", "bob"]),
        }
    )
    return {
        "id": "m",
        "month": month,
        "timezone": zone,
        "program": draw(st.sampled_from(["cocm", "cocm", "cocm", "bhi"])),
        "policy": {
            "preset": draw(st.sampled_from(BY_MINUTES)),
            "overrides": draw(overrides),
        },
        "episode": draw(episodes(around, month)),
        "consents": draw(st.lists(consents(around), max_size=3)),
        "initiating_visit_on": draw(st.none() | dates),
        "care_manager": "alice",
        "treating_practitioner": "priya",
        "diagnoses": draw(st.lists(st.sampled_from(["F32.1", "f411", "E119"]), max_size=2)),
        "time": [draw(entries(around, place)) for place in range(number)],
        "reviews": draw(st.lists(st.builds(dict, on=dates, consultant=st.just("sam")), max_size=1)),
        "caseload_meetings": draw(st.lists(dates, max_size=1)),
        "measures": draw(
            st.lists(st.builds(dict, instrument=st.just("PHQ-9"), on=dates), max_size=1)
        ),
        "outside_therapy": draw(
            st.none()
            | st.fixed_dictionaries(
                {"same_condition": st.booleans(), "non_duplication_note": st.booleans()}
            )
        ),
        "other_services": draw(st.lists(services, max_size=2)),
        "stays": draw(st.lists(days(around), max_size=2)),
        "authorizations": draw(st.lists(days(around), max_size=2)),
    }
