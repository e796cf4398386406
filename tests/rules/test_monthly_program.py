"""New York Medicaid's program: T2022 once a month, earned by contact, whatever the minutes."""

from __future__ import annotations

import copy
import random
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from billing.rules import case as cases
from billing.rules import choosing, comparing, decide, explain, policy_words
from billing.rules.errors import FieldError
from billing.rules.policy import FIELDS, PROGRAM_FIELDS, resolve
from tests.rules import reference_seconds, strategies
from tests.rules.months import entry, lines, month, rules, service
from tests.rules.months import verdict as verdict_of

NEW_YORK = "new_york_medicaid_cocm"
whole = settings(max_examples=60, deadline=None)


def verdict(minutes=1, overrides=None, **changes):
    return verdict_of(minutes, NEW_YORK, overrides, **changes)


def text(given, rule):
    return next(reason["text"] for reason in given["reasons"] if reason["rule"] == rule)


@pytest.mark.parametrize("minutes", [1 / 60, 1, 70, 400])
def test_one_contact_earns_the_month_whatever_its_minutes(minutes):
    got = verdict(minutes)
    assert (got["outcome"], lines(got)) == ("billable", "T2022")
    assert got["next"] is None
    assert got["date_of_service"] == "2026-10-31"


@pytest.mark.parametrize(
    "changes",
    [
        {"time": []},
        {"time": [entry(minutes=0)]},
        {"time": [entry(activity="chart_review", minutes=300)]},
        {"time": [entry(activity="outreach_attempt")]},
        {"time": [entry(status="needs_review")]},
        {"time": [entry(status="voided")]},
        {"time": [entry(billed_as="90832")]},
        {"time": [entry(role="consultant")]},
        {"time": [entry(start="2026-09-30T09:00:00-04:00")]},
        {"stays": [{"from": "2026-10-06", "to": "2026-10-06"}]},
        {"episode": {"started_on": "2026-10-07", "ended_on": None, "prior_service_months": []}},
    ],
)
def test_without_a_contact_that_counts_nothing_is_earned(changes):
    got = verdict(**changes)
    assert (got["outcome"], got["lines"]) == ("not_billable", [])
    assert text(got, "below_minimum") == (
        "0 days with contact (patient contact or brief intervention) counted: "
        "1 day short of T2022, which no minutes earn."
    )
    assert got["date_of_service"] is got["next"] is None


def test_several_days_may_be_asked_for():
    over = {"contact_days_needed": 2}
    same_day = [entry("a"), entry("b", start="2026-10-06T15:00:00-04:00")]
    got = verdict(overrides=over, time=same_day)
    assert "1 day with contact" in text(got, "below_minimum")
    assert "1 more day short" in text(got, "below_minimum")
    other_day = [entry("a"), entry("b", start="2026-10-07T15:00:00-04:00")]
    assert lines(verdict(overrides=over, time=other_day)) == "T2022"


def test_a_contact_across_midnight_is_contact_on_both_days():
    time = [entry(start="2026-10-06T23:55:00-04:00")]
    assert lines(verdict(overrides={"contact_days_needed": 2}, time=time)) == "T2022"


@pytest.mark.parametrize(
    ("rule", "served"),
    [("last_day", "2026-10-31"), ("threshold_date", "2026-10-07"), ("last_contact", "2026-10-09")],
)
def test_the_date_of_service_goes_by_days_of_contact(rule, served):
    time = [
        entry(str(day), start=f"2026-10-{day:02}T09:00:00-04:00", activity=activity)
        for day, activity in (
            (9, "patient_contact"), (6, "brief_intervention"), (7, "patient_contact"),
            (20, "chart_review"),
        )
    ]  # fmt: skip
    over = {"contact_days_needed": 2, "date_of_service": rule}
    assert verdict(overrides=over, time=time)["date_of_service"] == served


@pytest.mark.parametrize(
    ("instruments", "held"),
    [(["PHQ-9"], False), (["phq 9"], False), (["GAD-7"], True), (["GAD-7", "PHQ-9"], False)],
)
def test_the_scale_must_be_the_programs_own(instruments, held):
    measures = [{"instrument": name, "on": "2026-10-20"} for name in instruments]
    got = verdict(measures=measures)
    assert ("measure_missing" in rules(got)) is held
    if held:
        assert text(got, "measure_missing") == "No PHQ-9 was scored in 2026-10."


def test_the_scale_is_asked_for_in_later_months_too():
    later = {"started_on": "2026-07-01", "ended_on": None, "prior_service_months": ["2026-09"]}
    got = verdict(episode=later, measures=[], initiating_visit_on="2026-06-30")
    assert (got["outcome"], lines(got)) == ("held", "T2022")
    assert rules(got, "hold") == ["measure_missing"]


@pytest.mark.parametrize(
    ("diagnosis", "taken"),
    [("F32.1", True), ("f331", True), ("F34.1", True), ("F41.1", True),
     ("F34.0", False), ("F31.9", False), ("F10.20", False), ("E11.9", False)],
)  # fmt: skip
def test_only_depression_and_anxiety_are_taken(diagnosis, taken):
    assert ("diagnosis_missing" not in rules(verdict(diagnoses=[diagnosis]))) is taken


def test_without_consent_the_hold_speaks_of_days_of_contact():
    got = verdict(consents=[])
    assert text(got, "consent_missing") == (
        "No consent was in force at any time in 2026-10; 1 day of contact depends on it."
    )


def test_a_consultants_contact_that_decides_is_noted():
    over = {"counted_roles": ["care_manager", "consultant"]}
    got = verdict(overrides=over, time=[entry(role="consultant")])
    assert (lines(got), rules(got)) == ("T2022", ["consultant_minutes_decide"])
    assert text(got, "consultant_minutes_decide") == (
        "Without the consultant's contact, T2022 × 1 would not be earned."
    )
    both = [entry(role="consultant"), entry("b", start="2026-10-08T09:00:00-04:00")]
    assert rules(verdict(overrides=over, time=both)) == []


def test_the_other_rules_hold_as_ever():
    got = verdict(
        initiating_visit_on=None,
        reviews=[],
        other_services=[service("99484"), service("90837", "alice")],
        overrides={"authorization_after_months": 0},
    )
    assert rules(got) == [
        "initiating_visit_missing",
        "consultant_review_missing",
        "same_person_therapy",
        "already_billed",
        "authorization_missing",
    ]
    assert rules(verdict(overrides={"separately_paid": False})) == ["not_separately_paid"]


def test_the_programs_own_code_billed_apart_holds_it():
    assert rules(verdict(other_services=[service("t2022")])) == ["already_billed"]
    assert rules(verdict_of(other_services=[service("T2022")])) == []


def test_its_line_carries_the_payers_modifiers():
    got = verdict(overrides={"line_modifiers": {"t2022": ["HE"]}})
    assert got["lines"] == [{"code": "T2022", "units": 1, "modifiers": ["HE"]}]


def test_general_integration_is_read_by_minutes_as_ever():
    assert rules(verdict(70, program="bhi")) == ["code_not_accepted"]
    assert lines(verdict(20, {"accepted_codes": ["99484"]}, program="bhi")) == "99484"


def test_no_minutes_have_a_mark_under_it():
    facts = cases.read(month(40, NEW_YORK))
    ladder = choosing.ladder(facts, "initial")
    assert ladder.base is ladder.short is ladder.add_on is None
    assert not any(ladder.earned(minutes) for minutes in range(400))


def test_its_policy_carries_more_fields_and_no_other_policy_does():
    assert set(verdict()["policy"]) == {*FIELDS, *PROGRAM_FIELDS}
    assert set(verdict_of()["policy"]) == set(FIELDS)
    policy = resolve(NEW_YORK, {"contact_days_needed": 2})
    assert policy.overrides() == {"contact_days_needed": 2}
    assert resolve(NEW_YORK, policy.as_json()) == policy


@pytest.mark.parametrize(
    ("preset", "overrides", "field"),
    [
        ("standard", {"contact_days_needed": 1}, "contact_days_needed"),
        ("midpoint", {"month_earned_by": []}, "month_earned_by"),
        ("texas_medicaid", {"instruments": []}, "instruments"),
        (NEW_YORK, {"contact_days_needed": 0}, "contact_days_needed"),
        (NEW_YORK, {"contact_days_needed": True}, "contact_days_needed"),
        (NEW_YORK, {"month_earned_by": ["call"]}, "month_earned_by[0]"),
        (NEW_YORK, {"instruments": "PHQ-9"}, "instruments"),
        (NEW_YORK, {"program_code": None}, "program_code"),
        (NEW_YORK, {"colour": 1}, "colour"),
    ],
)
def test_a_wrong_override_is_told_at_its_path(preset, overrides, field):
    with pytest.raises(FieldError) as caught:
        cases.read(month(1, preset, overrides))
    assert caught.value.field == f"policy.overrides.{field}"


def test_it_is_argued_in_words_that_speak_of_days():
    facts = cases.read(month(12, NEW_YORK))
    said = explain.text(facts, decide(facts))
    assert "T2022 once a month, whatever the minutes: 1 day with contact, 1 needed." in said
    assert "2026-10-06: a day with contact" in said
    assert "Thresholds" not in said


def test_beside_a_payer_that_pays_by_minutes_it_says_what_differs():
    said = comparing.text(cases.read(month(12)), NEW_YORK, "midpoint")
    assert "The month is earned by patient contact or brief intervention, whatever the min" in said
    assert policy_words.BY_MINUTES in said
    beside = policy_words.statements(resolve("midpoint"), beside=resolve(NEW_YORK))
    differs = {statement.field: statement.differs for statement in beside}
    assert differs["min_minutes"] == "Pays no code by minutes."


programs = strategies.cases().map(
    lambda case: {
        **case,
        "policy": {
            "preset": NEW_YORK,
            "overrides": {
                name: value
                for name, value in case["policy"]["overrides"].items()
                if name != "program_code"
            },
        },
    }
)


def contact_days(facts):
    """The days of contact, second by second, from the plain reading of the contract."""
    roles = set(facts.policy.counted_roles)
    return {
        reference_seconds.local_date(facts, second)
        for given_entry, fate in reference_seconds.fates(facts, roles)
        for second, why in fate.items()
        if why is None and given_entry.activity in facts.policy.monthly.month_earned_by
    }


@whole
@given(case=programs, needed=st.integers(1, 2))
def test_days_of_contact_are_those_of_the_plain_reading(case, needed):
    case["policy"]["overrides"]["contact_days_needed"] = needed
    facts = cases.read(case)
    if facts.program == "cocm":
        got = decide(facts)
        earned = len(contact_days(facts)) >= needed
        assert ("below_minimum" not in [reason.rule for reason in got.reasons]) is earned
        assert got.next is None


@whole
@given(case=programs, extra=st.data())
def test_adding_order_voids_and_splits_change_no_month_for_the_worse(case, extra):
    if case["program"] != "cocm" or not case["time"]:
        return
    before = decide(cases.read(case))
    shuffled = copy.deepcopy(case)
    random.Random(extra.draw(st.integers(0, 9))).shuffle(shuffled["time"])
    assert decide(cases.read(shuffled)).lines == before.lines
    first = case["time"][0]
    start, end = (datetime.fromisoformat(first[key]) for key in ("start", "end"))
    middle = start + timedelta(seconds=extra.draw(st.integers(0, int((end - start).seconds))))
    halves = [
        {**first, "end": middle.isoformat()},
        {**first, "id": "z", "start": middle.isoformat()},
    ]
    assert decide(cases.read({**case, "time": [*halves, *case["time"][1:]]})).lines == before.lines
    more = [*case["time"], {**first, "id": "z", "status": "confirmed", "activity": "chart_review"}]
    assert decide(cases.read({**case, "time": more})).lines == before.lines
