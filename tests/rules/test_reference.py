"""The fast engine against the slow one, on random months."""

from __future__ import annotations

import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from billing.rules import case as cases
from billing.rules import choosing, decide, next_step, table, words
from tests.rules import random_months, reference, strategies
from tests.rules.months import LATER, month, service


def agree(case):
    facts = cases.read(case)
    got = decide(facts).as_json()
    got["lines"] = [(line["code"], line["units"]) for line in got["lines"]]
    got["reasons"] = [(reason["kind"], reason["rule"]) for reason in got["reasons"]]
    expected = reference.decide(facts)
    assert {key: got[key] for key in expected} == expected
    return got


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(case=strategies.cases())
def test_the_engine_agrees_with_the_plain_reading_of_the_contract(case):
    agree(case)


def test_the_engine_agrees_on_full_months_in_which_every_rule_and_exclusion_occurs():
    seen = set()
    for seed in range(250):
        got = agree(random_months.case(random.Random(seed)))
        seen |= {got["outcome"], *got["seconds"]["excluded"]}
        seen |= {code for code, _ in got["lines"]} | {rule for _, rule in got["reasons"]}
    assert seen >= {"billable", "held", "not_billable", "99492", "99493", "99494", "G2214"}
    assert seen >= {"99484", "G0512", *words.EXCLUSIONS}
    assert seen >= {rule.name for rule in table.RULES}


@settings(max_examples=400, deadline=None)
@given(
    overrides=strategies.overrides,
    preset=st.sampled_from(["standard", "midpoint"]),
    minutes=st.integers(0, 330),
    later=st.booleans(),
    program=st.sampled_from(["cocm", "cocm", "bhi"]),
)
def test_any_number_of_minutes_earns_what_the_contract_says(
    overrides, preset, minutes, later, program
):
    changes = {"episode": LATER} if later else {}
    services = [service("G0556", "priya")]
    facts = cases.read(
        month(0, preset, overrides, program=program, other_services=services, **changes)
    )
    kind = reference.month_type(facts)
    ladder = choosing.ladder(facts, kind)
    got = [(line.code, line.units) for line in ladder.earned(minutes)]
    assert got == reference.choose(facts, minutes)[0]
    if facts.policy.separately_paid:
        step = next_step.after(ladder, minutes)
        assert (step and step.as_json()) == reference.step(facts, minutes)
