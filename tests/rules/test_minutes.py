"""The minute ranges of both presets, at every edge."""

from __future__ import annotations

import pytest

from tests.rules.months import LATER, entry, lines, month, rules, verdict

STANDARD_INITIAL = [
    (0, ""), (29, ""), (30, ""), (69, ""), (70, "99492"), (99, "99492"),
    (100, "99492 99494"), (129, "99492 99494"), (130, "99492 99494x2"), (160, "99492 99494x3"),
    (189, "99492 99494x3"), (190, "99492 99494x4"), (219, "99492 99494x4"), (220, "99492 99494x4"),
]  # fmt: skip
STANDARD_LATER = [
    (29, ""), (59, ""), (60, "99493"), (89, "99493"), (90, "99493 99494"), (119, "99493 99494"),
    (120, "99493 99494x2"), (150, "99493 99494x3"), (180, "99493 99494x4"), (210, "99493 99494x4"),
]  # fmt: skip
MIDPOINT_INITIAL = [
    (15, ""), (16, "G2214"), (35, "G2214"), (36, "99492"), (85, "99492"), (86, "99492 99494"),
    (115, "99492 99494"), (116, "99492 99494x2"), (145, "99492 99494x2"), (146, "99492 99494x3"),
    (175, "99492 99494x3"), (176, "99492 99494x4"), (205, "99492 99494x4"), (206, "99492 99494x4"),
]  # fmt: skip
MIDPOINT_LATER = [
    (15, ""), (16, "G2214"), (30, "G2214"), (31, "99493"), (75, "99493"), (76, "99493 99494"),
    (105, "99493 99494"), (106, "99493 99494x2"), (136, "99493 99494x3"), (165, "99493 99494x3"),
    (166, "99493 99494x4"), (195, "99493 99494x4"), (196, "99493 99494x4"),
]  # fmt: skip
FIRST = month()["episode"]
TABLE = [
    *(("standard", FIRST, *row) for row in STANDARD_INITIAL),
    *(("standard", LATER, *row) for row in STANDARD_LATER),
    *(("midpoint", FIRST, *row) for row in MIDPOINT_INITIAL),
    *(("midpoint", LATER, *row) for row in MIDPOINT_LATER),
]


@pytest.mark.parametrize(("preset", "episode", "minutes", "expected"), TABLE)
def test_minutes_become_lines(preset, episode, minutes, expected):
    assert lines(verdict(minutes, preset, episode=episode)) == expected


@pytest.mark.parametrize(
    ("preset", "episode", "minutes", "capped"),
    [
        ("standard", FIRST, 219, False),
        ("standard", FIRST, 220, True),
        ("standard", LATER, 209, False),
        ("standard", LATER, 210, True),
        ("midpoint", FIRST, 205, False),
        ("midpoint", FIRST, 206, True),
        ("midpoint", LATER, 195, False),
        ("midpoint", LATER, 196, True),
    ],
)
def test_the_fifth_add_on_is_capped_and_told(preset, episode, minutes, capped):
    assert ("units_capped" in rules(verdict(minutes, preset, episode=episode))) is capped


@pytest.mark.parametrize(("minutes", "expected"), [(29, ""), (30, "G2214"), (69, "G2214")])
def test_the_short_month_is_paid_where_the_payer_takes_it(minutes, expected):
    codes = ["99492", "99493", "99494", "G2214"]
    assert lines(verdict(minutes, overrides={"accepted_codes": codes})) == expected


@pytest.mark.parametrize(("minutes", "expected"), [(19, ""), (20, "99484"), (400, "99484")])
@pytest.mark.parametrize("preset", ["standard", "midpoint"])
def test_general_integration_has_a_floor_and_one_unit(preset, minutes, expected):
    assert lines(verdict(minutes, preset, program="bhi")) == expected


def test_a_second_short_of_a_minute_is_not_a_minute():
    time = [entry("a", minutes=69), entry("b", "2026-10-07T09:00:00-04:00", 59 / 60)]
    assert verdict(time=time)["minutes"] == {"worked": 69, "counted": 69}


@pytest.mark.parametrize(
    ("preset", "overrides", "minutes", "expected"),
    [
        ("standard", {}, 68, ("99492", 2)),
        ("standard", {}, 70, ("99494", 30)),
        ("standard", {}, 99, ("99494", 1)),
        ("standard", {}, 100, ("99494", 30)),
        ("standard", {}, 190, None),
        ("midpoint", {}, 0, ("G2214", 16)),
        ("midpoint", {}, 16, ("99492", 20)),
        ("midpoint", {}, 36, ("99494", 50)),
        ("midpoint", {}, 86, ("99494", 30)),
        ("midpoint", {}, 175, ("99494", 1)),
        ("midpoint", {}, 176, None),
        ("midpoint", {"max_units": {"99494": 1}}, 86, None),
        ("midpoint", {"max_units": {"99494": 0}}, 70, None),
        ("standard", {"accepted_codes": ["99492"]}, 70, None),
        ("standard", {"accepted_codes": ["99494"]}, 10, None),
        ("standard", {"accepted_codes": ["G2214"]}, 10, ("G2214", 20)),
        ("standard", {"min_minutes": {"99492": 100}}, 95, ("99492", 5)),
        ("standard", {"min_minutes": {"99492": 100}}, 100, ("99494", 30)),
        ("standard", {"program_code": "T2022"}, 60, ("T2022", 10)),
        ("standard", {"program_code": "T2022"}, 70, None),
        ("midpoint", {"separately_paid": False}, 10, None),
        ("midpoint", {"min_minutes": {"G2214": 50}}, 10, ("99492", 26)),
        (
            "midpoint",
            {"min_minutes": {"G2214": 50}, "accepted_codes": ["G2214"]},
            40,
            ("G2214", 10),
        ),
    ],
)
def test_the_next_step_is_the_nearest_change_of_the_lines(preset, overrides, minutes, expected):
    step = verdict(minutes, preset, overrides)["next"]
    assert (step and (step["code"], step["minutes_needed"])) == expected
