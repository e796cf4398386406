"""What a case may not hold, and the path at which it is told."""

from __future__ import annotations

import copy

import pytest

from billing.rules import case as cases
from billing.rules.errors import FieldError
from tests.rules.months import entry, month

WHOLE = {
    **month(),
    "time": [entry("a"), entry("b", "2026-10-07T09:00:00-04:00")],
    "caseload_meetings": ["2026-10-02"],
    "outside_therapy": {"same_condition": True, "non_duplication_note": True},
    "other_services": [{"code": "90837", "on": "2026-10-15", "practitioner": "charlie"}],
    "stays": [{"from": "2026-10-20", "to": "2026-10-21"}],
    "authorizations": [{"from": "2026-10-01", "to": "2026-10-31"}],
}
GONE = object()


def changed(path, value):
    """The whole case with the value at a path replaced, added or taken away."""
    given = copy.deepcopy(WHOLE)
    *way, last = path
    inner = given
    for step in way:
        inner = inner[step]
    if value is GONE:
        del inner[last]
    else:
        inner[last] = value
    return given


def path_of(steps):
    text = ""
    for step in steps:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def field_of(given):
    with pytest.raises(FieldError) as caught:
        cases.read(given)
    assert caught.value.message
    return caught.value.field


def ways(value, path=()):
    """Every path in a case."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in items:
        yield (*path, key)
        if isinstance(inner, dict | list):
            yield from ways(inner, (*path, key))


EVERY = list(ways(WHOLE))
MAY_BE_LEFT_OUT = {("caseload_meetings",), ("authorizations",)}
NULLABLE = {
    ("initiating_visit_on",),
    ("outside_therapy",),
    ("episode", "ended_on"),
    ("consents", 0, "revoked_at"),
}


def test_the_whole_case_is_read():
    cases.read(WHOLE)


@pytest.mark.parametrize("path", [p for p in EVERY if isinstance(p[-1], str)], ids=path_of)
def test_a_missing_key_is_told_at_its_own_path(path):
    given = changed(path, GONE)
    if path in MAY_BE_LEFT_OUT:
        cases.read(given)
    else:
        assert field_of(given) == path_of(path)


@pytest.mark.parametrize("path", EVERY, ids=path_of)
@pytest.mark.parametrize("value", [7, True, 1.5, None, [[]], {"x": 1}, "\ud800"], ids=repr)
def test_a_wrong_value_is_told_at_its_path_or_just_below(path, value):
    if (value is None and path in NULLABLE) or is_text(path, value) or is_flag(path, value):
        cases.read(changed(path, value))
        return
    field = field_of(changed(path, value))
    assert field == path_of(path) or field.startswith((f"{path_of(path)}.", f"{path_of(path)}["))


def is_text(path, value):
    """Whether any text will do at a path."""
    free = ("id", "care_manager", "treating_practitioner", "worker", "consultant", "instrument",
            "code", "practitioner")  # fmt: skip
    return isinstance(value, str) and (path[-1] in free or (path[0] == "diagnoses" and path[1:]))


def is_flag(path, value):
    return value is True and path[0] == "outside_therapy" and len(path) == 2


@pytest.mark.parametrize("path", [(), *(p for p in EVERY if p[0] != "policy")], ids=path_of)
def test_an_unknown_key_is_told_at_that_key(path):
    inner = WHOLE
    for step in path:
        inner = inner[step]
    if isinstance(inner, dict):
        assert field_of(changed((*path, "colour"), 1)) == path_of((*path, "colour"))


@pytest.mark.parametrize(
    ("path", "value", "field"),
    [
        (("month",), "2026-13", "month"),
        (("month",), "2026-1", "month"),
        (("month",), "2026-10\n", "month"),
        (("month",), "0000-01", "month"),
        (("timezone",), "Mars/Olympus", "timezone"),
        (("timezone",), "America", "timezone"),
        (("timezone",), "../etc/passwd", "timezone"),
        (("timezone",), "localtime", "timezone"),
        (("timezone",), "", "timezone"),
        (("program",), "CoCM", "program"),
        (("policy", "preset"), "strict", "policy.preset"),
        (("policy", "colour"), 1, "policy.colour"),
        (("episode", "started_on"), "2026-02-29", "episode.started_on"),
        (("episode", "started_on"), "20261001", "episode.started_on"),
        (("episode", "started_on"), "2026-W40-4", "episode.started_on"),
        (("episode", "started_on"), "2026-10-01T00:00:00Z", "episode.started_on"),
        (("episode", "started_on"), " 2026-10-01", "episode.started_on"),
        (("episode", "started_on"), "２０２６-10-01", "episode.started_on"),
        (("episode", "ended_on"), "2026-09-30", "episode.ended_on"),
        (("episode", "prior_service_months"), ["2026-10"], "episode.prior_service_months[0]"),
        (
            ("episode", "prior_service_months"),
            ["2026-09", "2026-11"],
            "episode.prior_service_months[1]",
        ),
        (("episode", "unbilled_initial"), 1, "episode.unbilled_initial"),
        (("episode", "unbilled_initial"), None, "episode.unbilled_initial"),
        (("consents", 0, "method"), "Verbal", "consents[0].method"),
        (("consents", 0, "revoked_at"), "2026-06-20T09:59:59-04:00", "consents[0].revoked_at"),
        (("diagnoses",), ["F32.1", 32], "diagnoses[1]"),
        (("time", 1, "id"), "a", "time[1].id"),
        (("time", 1, "end"), "2026-10-07T08:59:59-04:00", "time[1].end"),
        (("time", 1, "start"), "2026-10-07T09:00:00", "time[1].start"),
        (("time", 1, "start"), "2026-10-07", "time[1].start"),
        (("time", 1, "start"), "2026-10-07 09:00:00-04:00", "time[1].start"),
        (("time", 1, "start"), "2026-10-07T25:00:00Z", "time[1].start"),
        (("time", 1, "start"), "2026-10-07T09:00:00+24:00", "time[1].start"),
        (("time", 1, "start"), "", "time[1].start"),
        (("time", 1, "start"), "2026-10-07T09:00:00 Z", "time[1].start"),
        (("time", 1, "start"), "2026-10-07T09:00:00.Z", "time[1].start"),
        (("time", 1, "start"), "2026-10-07T09:00:00T+00:00", "time[1].start"),
        (("time", 1, "start"), "2026-10-07T09:00:00+14:60", "time[1].start"),
        (("time", 1, "start"), "2026-10-07T24:00:00Z", "time[1].start"),
        (("time", 1, "start"), "2026-10-07T09:00:60Z", "time[1].start"),
        (("time", 1, "start"), "2026-10-07T09:00:00z", "time[1].start"),
        (("time", 1, "start"), "2026-10-07T09:00:00−04:00", "time[1].start"),
        (("time", 1, "start"), "2026-10-07T09:00:00-4:00", "time[1].start"),
        (("time", 1, "start"), "２026-10-07T09:00:00Z", "time[1].start"),
        (("time", 1, "role"), "nurse", "time[1].role"),
        (("time", 1, "activity"), "lunch", "time[1].activity"),
        (("time", 1, "status"), "Confirmed", "time[1].status"),
        (("time", 1, "billed_as"), 90837, "time[1].billed_as"),
        (("caseload_meetings",), ["2026-10-32"], "caseload_meetings[0]"),
        (("stays", 0, "to"), "2026-10-19", "stays[0].to"),
        (("authorizations", 0, "to"), "2026-09-30", "authorizations[0].to"),
    ],
)
def test_an_impossible_value_is_told_at_its_path(path, value, field):
    assert field_of(changed(path, value)) == field


@pytest.mark.parametrize(
    ("overrides", "field"),
    [
        ({"colour": 1}, "colour"),
        ({"accepted_codes": "99492"}, "accepted_codes"),
        ({"accepted_codes": ["99492", 99493]}, "accepted_codes[1]"),
        ({"min_minutes": []}, "min_minutes"),
        ({"min_minutes": {"G0512": 60}}, "min_minutes.G0512"),
        ({"min_minutes": {"99494": 31}}, "min_minutes.99494"),
        ({"min_minutes": {"99494": 0}}, "min_minutes.99494"),
        ({"min_minutes": {"99492": 0}}, "min_minutes.99492"),
        ({"min_minutes": {"99492": 36.0}}, "min_minutes.99492"),
        ({"min_minutes": {"99492": True}}, "min_minutes.99492"),
        ({"min_minutes": {"99492": "36"}}, "min_minutes.99492"),
        ({"min_minutes": {"99492": 36, "9949.2": 37}}, "min_minutes.9949.2"),
        ({"max_units": {"99492": 1}}, "max_units.99492"),
        ({"max_units": {"99494": -1}}, "max_units.99494"),
        ({"max_units": {"99494": None}}, "max_units.99494"),
        ({"counted_roles": ["care_manager", "nurse"]}, "counted_roles[1]"),
        ({"bhi_counted_roles": [None]}, "bhi_counted_roles[0]"),
        ({"counts_outreach_attempts": 1}, "counts_outreach_attempts"),
        ({"consultant_review": "weekly"}, "consultant_review"),
        ({"measure_required": "caseload_meeting"}, "measure_required"),
        ({"consent_methods": ["signed"]}, "consent_methods[0]"),
        ({"initiating_visit_lookback_days": -1}, "initiating_visit_lookback_days"),
        ({"diagnosis_prefixes": "F"}, "diagnosis_prefixes"),
        ({"same_person_therapy": "allow"}, "same_person_therapy"),
        ({"new_episode_gap_months": 6.0}, "new_episode_gap_months"),
        ({"new_episode_gap_months": None}, "new_episode_gap_months"),
        ({"initial_if_unbilled": True}, "initial_if_unbilled"),
        ({"authorization_after_months": "6"}, "authorization_after_months"),
        ({"separately_paid": "true"}, "separately_paid"),
        ({"program_code": 512}, "program_code"),
        ({"apcm_addons": None}, "apcm_addons"),
        ({"date_of_service": "first_day"}, "date_of_service"),
        ({"modifier_25_on_same_day_em": 0}, "modifier_25_on_same_day_em"),
        ({"line_modifiers": {"99492": "25"}}, "line_modifiers.99492"),
        ({"line_modifiers": {"99492": [25]}}, "line_modifiers.99492[0]"),
    ],
)
def test_a_wrong_override_is_told_at_its_path(overrides, field):
    given = month(overrides=overrides)
    assert field_of(given) == f"policy.overrides.{field}"


@pytest.mark.parametrize("given", [None, [], "case", 1, True])
def test_what_is_no_object_is_told_without_a_path(given):
    assert field_of(given) == ""


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("1970-01-01T00:00:00Z", 0),
        ("1970-01-01T00:00:00.999999Z", 0),
        ("1969-12-31T23:59:59.5Z", -1),
        ("1970-01-01T02:00+02:00", 0),
        ("1970-01-01T00:00:01,9+00", 1),
        ("19700101T000000Z", 0),
        ("1969-12-31T19:00:00-0500", 0),
        ("0001-01-01T00:00:00+14:00", -62_135_647_200),
        ("9999-12-31T23:59:59-12:00", 253_402_343_999),
    ],
)
def test_a_time_is_read_as_its_whole_second(written, seconds):
    given = month(0, time=[entry(minutes=0, start="1970-01-01T00:00:00Z")])
    given["time"][0].update(start=written, end=written)
    assert cases.read(given).time[0].start == seconds


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("consents", 0, "revoked_at"), "2026-06-20T10:00:00.9-04:00"),
        (("episode", "ended_on"), "2026-10-01"),
        (("episode", "unbilled_initial"), True),
        (("time", 1, "billed_as"), None),
        (("time", 1, "end"), "2026-10-07T09:00:00-04:00"),
        (("stays", 0, "to"), "2026-10-20"),
        (("policy", "overrides"), {"min_minutes": {"99494": 30}, "max_units": {"9949.4": 0}}),
        (("policy", "overrides"), {"initiating_visit_lookback_days": 10**40}),
        (("id",), ""),
    ],
)
def test_an_edge_that_is_possible_is_read(path, value):
    cases.read(changed(path, value))


@pytest.mark.parametrize("field", ["colour", "accepted_codes"])
def test_an_override_nested_too_deeply_to_be_written_down_is_told_at_its_path(field):
    deep = []
    for _ in range(5000):
        deep = [deep]
    told = field_of(month(overrides={field: deep}))
    assert told.removesuffix("[0]") == f"policy.overrides.{field}"
