"""Where every second goes, at the edges of month, episode, consent, stay and other entries."""

from __future__ import annotations

import pytest

from tests.rules.months import entry, verdict

EVERYTHING = {
    "status": "needs_review",
    "activity": "crisis",
    "billed_as": "90839",
    "role": "treating_practitioner",
}


def counted(given):
    return {e["id"]: (e["counted"], e["excluded"]) for e in given["entries"]}


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        (EVERYTHING, "unconfirmed"),
        ({**EVERYTHING, "status": "confirmed"}, "crisis"),
        ({**EVERYTHING, "status": "confirmed", "activity": "psychotherapy"}, "psychotherapy"),
        ({**EVERYTHING, "status": "confirmed", "activity": "clerical"}, "separately_billed"),
        ({"activity": "clerical", "billed_as": ""}, "separately_billed"),
        ({"activity": "clerical", "billed_as": None, "role": "clinical_staff"}, "clerical"),
        ({"activity": "outreach_attempt", "role": "clinical_staff"}, "outreach_attempt"),
        ({"role": "clinical_staff"}, "role_not_counted"),
    ],
)
def test_an_entry_is_excluded_for_the_first_reason_that_fits(changes, reason):
    outside = {"started_on": "2026-11-01", "ended_on": None, "prior_service_months": []}
    given = verdict(time=[entry(minutes=1, **changes)], episode=outside, consents=[])
    assert given["seconds"] == {"worked": 60, "counted": 0, "excluded": {reason: 60}}


def test_attempts_to_reach_the_patient_count_where_the_payer_counts_them():
    tried = [entry(activity="outreach_attempt")]
    given = verdict(time=tried, overrides={"counts_outreach_attempts": True})
    assert given["minutes"]["counted"] == 10


def test_seconds_fall_outside_episode_then_consent_then_hospital_then_another_entry():
    given = verdict(
        time=[
            entry("long", "2026-10-09T00:00:00-04:00", 4 * 24 * 60),
            entry("later", "2026-10-12T00:00:00-04:00", 24 * 60),
        ],
        episode={"started_on": "2026-10-10", "ended_on": None, "prior_service_months": []},
        consents=[
            {"method": "verbal", "given_at": "2026-10-11T00:00:00-04:00", "revoked_at": None}
        ],
        stays=[{"from": "2026-10-01", "to": "2026-10-11"}],
    )
    day = 24 * 3600
    assert counted(given)["long"] == (
        day,
        {"outside_episode": day, "outside_consent": day, "inpatient": day},
    )
    assert counted(given)["later"] == (0, {"overlap": day})


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        (("b", "09:00:00", 20), ("a", "09:10:00", 20), {"b": 1200, "a": 600}),
        (("a", "09:00:00", 10), ("b", "09:00:00", 20), {"a": 0, "b": 1200}),
        (("b", "09:00:00", 20), ("a", "09:00:00", 20), {"b": 0, "a": 1200}),
        (("10", "09:00:00", 20), ("9", "09:00:00", 20), {"10": 1200, "9": 0}),
        (("\U00010000", "09:00:00", 20), ("\uffff", "09:00:00", 20), {"\U00010000": 0}),
        (("b", "09:00:00.900", 20), ("a", "09:00:00.100", 20), {"a": 1200, "b": 0}),
        (("a", "09:00:00", 20), ("b", "09:20:00", 20), {"a": 1200, "b": 1200}),
    ],
)
def test_one_of_two_entries_keeps_the_seconds_that_they_share(first, second, kept):
    time = [entry(name, f"2026-10-06T{at}-04:00", minutes) for name, at, minutes in (first, second)]
    for given in (verdict(time=time), verdict(time=time[::-1])):
        got = {name: seconds for name, (seconds, _) in counted(given).items()}
        assert got.items() >= kept.items()


def test_precedence_goes_by_the_recorded_start_even_before_the_month():
    time = [
        entry("early", "2026-09-30T23:00:00-04:00", 90),
        entry("late", "2026-09-30T23:30:00-04:00", 90),
    ]
    given = counted(verdict(time=time))
    assert given == {"early": (1800, {}), "late": (1800, {"overlap": 1800})}


def test_an_excluded_entry_takes_no_seconds():
    time = [entry("x", minutes=30, activity="clerical"), entry("y", minutes=20)]
    assert counted(verdict(time=time))["y"] == (1200, {})


def test_times_are_cut_to_whole_seconds_before_anything_else():
    odd = entry(
        start="2026-10-06T09:00:00.999-04:00", minutes=0, end="2026-10-06T09:00:59.001-04:00"
    )
    assert verdict(time=[odd])["seconds"]["worked"] == 59


def test_an_entry_of_no_seconds_is_not_listed_and_a_void_one_is():
    time = [
        entry("empty", minutes=0),
        entry("elsewhere", "2026-08-01T10:00:00-04:00"),
        entry("void", "2026-08-01T10:00:00-04:00", status="voided"),
        entry("void-empty", minutes=0, status="voided"),
        entry("real"),
    ]
    assert [e["id"] for e in verdict(time=time)["entries"]] == ["void", "void-empty", "real"]


def test_an_entry_that_touches_the_month_from_outside_is_not_listed():
    time = [
        entry("before", "2026-09-30T23:50:00-04:00", 10),
        entry("after", "2026-11-01T00:00:00-04:00", 10),
        entry("first", "2026-10-01T00:00:00-04:00", 1 / 60),
        entry("last", "2026-10-31T23:59:59-04:00", 1 / 60),
    ]
    assert counted(verdict(time=time)) == {"first": (1, {}), "last": (1, {})}


@pytest.mark.parametrize(
    ("consents", "counted_seconds", "reason"),
    [
        ([("written", "2026-10-06T09:05:00-04:00", None)], 300, None),
        ([("verbal", "2026-10-06T09:05:00-04:00", None)], 300, "consent_method_not_accepted"),
        (
            [
                ("verbal", "2026-09-01T00:00:00-04:00", None),
                ("written", "2026-10-31T23:59:59-04:00", None),
            ],
            0,
            None,
        ),
        (
            [
                ("verbal", "2026-09-01T00:00:00-04:00", None),
                ("written", "2026-11-01T00:00:00-04:00", None),
            ],
            600,
            "consent_method_not_accepted",
        ),
        ([("written", "2026-10-06T09:05:00-04:00", "2026-10-06T09:05:00-04:00")], 600,
         "consent_missing"),
        (
            [
                ("written", "2026-10-06T09:00:00-04:00", "2026-10-06T09:02:00-04:00"),
                ("written", "2026-10-06T09:01:00-04:00", "2026-10-06T09:04:00-04:00"),
            ],
            240,
            None,
        ),
    ],
)  # fmt: skip
def test_consent_looks_at_the_whole_month(consents, counted_seconds, reason):
    given = verdict(
        10,
        overrides={"consent_methods": ["written"]},
        consents=[{"method": m, "given_at": g, "revoked_at": r} for m, g, r in consents],
    )
    assert given["seconds"]["counted"] == counted_seconds
    reasons = [r["rule"] for r in given["reasons"] if r["rule"].startswith("consent")]
    assert reasons == ([reason] if reason else [])


def test_a_consent_before_the_episode_began_is_a_consent_of_the_month():
    given = verdict(
        10,
        episode={"started_on": "2026-10-05", "ended_on": None, "prior_service_months": []},
        consents=[
            {
                "method": "verbal",
                "given_at": "2026-10-01T09:00:00-04:00",
                "revoked_at": "2026-10-02T09:00:00-04:00",
            }
        ],
    )
    assert given["seconds"]["excluded"] == {"outside_consent": 600}
