from __future__ import annotations

import pytest

from tests.rules.months import LATER, entry, lines, rules, service, verdict

APCM = [service("G0557", "priya")]
ADDONS = {"apcm_addons": True}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"minutes": 36}, "G0568"),
        ({"minutes": 200}, "G0568"),
        ({"minutes": 35}, "G2214"),
        ({"minutes": 15}, ""),
        ({"minutes": 31, "episode": LATER}, "G0569"),
        ({"minutes": 20, "program": "bhi"}, "G0570"),
        ({"minutes": 19, "program": "bhi"}, ""),
        ({"minutes": 36, "other_services": [service("G0557", "charlie")]}, "99492"),
        ({"minutes": 36, "other_services": [service("G0557", "priya", "2026-09-30")]}, "99492"),
        ({"minutes": 36, "other_services": [service("g0558", "priya")]}, "G0568"),
        ({"minutes": 36, "other_services": [service("G0559", "priya")]}, "99492"),
    ],
)
def test_codes_beside_advanced_primary_care(changes, expected):
    changes = {"other_services": APCM, **changes}
    assert lines(verdict(preset="midpoint", overrides=ADDONS, **changes)) == expected


def test_the_code_that_is_replaced_need_not_be_accepted():
    overrides = {**ADDONS, "accepted_codes": ["G2214"]}
    assert lines(verdict(70, overrides=overrides, other_services=APCM)) == "G0568"


@pytest.mark.parametrize(
    ("minutes", "changes", "expected"),
    [
        (69, {}, ""),
        (70, {}, "g.0512"),
        (400, {}, "g.0512"),
        (60, {"episode": LATER}, "g.0512"),
        (70, {"other_services": APCM}, "g.0512"),
        (20, {"program": "bhi"}, "99484"),
    ],
)
def test_a_program_code_replaces_all_of_collaborative_care(minutes, changes, expected):
    overrides = {**ADDONS, "program_code": "g.0512", "accepted_codes": ["99484", "G2214"]}
    assert lines(verdict(minutes, overrides=overrides, **changes)) == expected


def test_a_program_code_that_is_a_base_brings_no_add_on():
    assert lines(verdict(200, overrides={"program_code": "99492"})) == "99492"


@pytest.mark.parametrize(
    ("accepted", "minutes", "expected", "refused"),
    [
        (["99494", "G2214"], 200, "G2214", []),
        (["99494", "G2214"], 29, "", ["below_minimum"]),
        (["99494"], 70, "", ["code_not_accepted"]),
        (["99492"], 200, "99492", []),
        (["9949.2", "99494"], 100, "99492 99494", []),
        (["g2214"], 30, "G2214", []),
        (["12345"], 70, "", ["code_not_accepted"]),
        ([], 10, "", ["below_minimum"]),
    ],
)
def test_a_code_that_the_payer_does_not_take_is_never_a_line(accepted, minutes, expected, refused):
    given = verdict(minutes, overrides={"accepted_codes": accepted})
    assert (lines(given), rules(given, "refusal")) == (expected, refused)


def test_modifiers_stand_on_their_codes_line():
    overrides = {"line_modifiers": {"99492": ["HE", "U1"], "9949.4": ["59"]}}
    given = verdict(100, overrides=overrides)
    assert [line["modifiers"] for line in given["lines"]] == [["HE", "U1"], ["59"]]


def test_a_program_codes_modifiers_are_found_however_it_is_written():
    overrides = {"program_code": "T.2022", "line_modifiers": {"t2022": ["U1"]}}
    assert verdict(overrides=overrides)["lines"][0]["modifiers"] == ["U1"]


@pytest.mark.parametrize(
    ("started_on", "prior", "gap", "expected"),
    [
        ("2026-10-01", [], 6, "initial"),
        ("2026-10-31", [], 6, "initial"),
        ("2026-10-01", ["2026-03"], 6, "initial"),
        ("2026-10-01", ["2026-04"], 6, "subsequent"),
        ("2026-10-01", ["2026-03", "2025-01"], 7, "subsequent"),
        ("2026-10-01", ["2026-09"], 0, "initial"),
        ("2026-10-01", ["2026-09"], 1, "subsequent"),
        ("2026-09-30", [], 6, "subsequent"),
        ("2026-11-01", [], 6, "subsequent"),
    ],
)
def test_a_month_is_initial_or_subsequent(started_on, prior, gap, expected):
    episode = {"started_on": started_on, "ended_on": None, "prior_service_months": prior}
    given = verdict(episode=episode, overrides={"new_episode_gap_months": gap})
    assert given["month_type"] == expected


@pytest.mark.parametrize(
    ("started_on", "prior", "unbilled", "rule", "expected"),
    [
        ("2026-08-20", ["2026-08", "2026-09"], True, "still_initial", "initial"),
        ("2026-08-20", ["2026-08", "2026-09"], False, "still_initial", "subsequent"),
        ("2026-08-20", ["2026-08", "2026-09"], True, "subsequent", "subsequent"),
        ("2026-08-20", ["2026-01", "2026-09"], True, "still_initial", "initial"),
        ("2026-08-20", ["2026-02", "2026-09"], True, "still_initial", "subsequent"),
        ("2026-11-01", [], True, "still_initial", "subsequent"),
        ("2026-10-01", ["2026-09"], True, "still_initial", "subsequent"),
    ],
)
def test_a_later_month_is_initial_too_where_the_payer_allows_it(
    started_on, prior, unbilled, rule, expected
):
    episode = {
        "started_on": started_on,
        "ended_on": None,
        "prior_service_months": prior,
        "unbilled_initial": unbilled,
    }
    given = verdict(episode=episode, overrides={"initial_if_unbilled": rule})
    assert given["month_type"] == expected


TEN_DAYS = [
    entry(f"e{day}", f"2026-10-{day:02d}T23:55:00-04:00", 10) for day in (3, 6, 9, 12, 15, 18, 21)
]


@pytest.mark.parametrize(
    ("rule", "changes", "expected"),
    [
        ("last_day", {}, "2026-10-31"),
        ("last_day", {"episode": {**LATER, "ended_on": "2026-10-25"}}, "2026-10-25"),
        ("last_day", {"episode": {**LATER, "ended_on": "2026-11-25"}}, "2026-10-31"),
        ("last_contact", {}, "2026-10-22"),
        ("threshold_date", {}, "2026-10-22"),
        ("threshold_date", {"overrides": {"min_minutes": {"99492": 65}}}, "2026-10-21"),
        ("threshold_date", {"overrides": {"min_minutes": {"99492": 66}}}, "2026-10-22"),
        ("threshold_date", {"overrides": {"accepted_codes": ["G2214"]}}, "2026-10-10"),
        ("threshold_date", {"overrides": {"program_code": "X"}, "episode": LATER}, "2026-10-19"),
        ("threshold_date", {"overrides": ADDONS, "other_services": APCM}, "2026-10-22"),
        ("threshold_date", {"program": "bhi"}, "2026-10-07"),
    ],
)
def test_the_date_of_service(rule, changes, expected):
    overrides = {**changes.pop("overrides", {}), "date_of_service": rule}
    assert verdict(overrides=overrides, time=TEN_DAYS, **changes)["date_of_service"] == expected


@pytest.mark.parametrize("rule", ["last_contact", "threshold_date"])
def test_time_up_to_midnight_is_of_the_day_that_ends(rule):
    time = [entry(start="2026-10-20T22:50:00-04:00", minutes=70)]
    given = verdict(overrides={"date_of_service": rule}, time=time)
    assert given["date_of_service"] == "2026-10-20"
