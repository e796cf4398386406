"""What holds of every test of a policy, whatever the month and the readings."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from billing.rules import case
from billing.selectors import month_facts
from billing.selectors.exclusions import NONE
from billing.selectors.fees import Amount, Schedule
from billing.selectors.month_facts import Chart
from billing.selectors.policies import Reading
from billing.services import decision, sandbox_result, sandbox_rows
from billing.services.sandbox_chunk import Part
from tests.rules import random_months

CODES = ("99492", "99493", "99494", "99484", "G0512")
OPPOSITE = {"added": "removed", "removed": "added", "changed": "changed", "same": "same"}
BEFORE, AFTER = Reading(1, "standard", {}), Reading(1, "midpoint", {})


@st.composite
def readings(draw):
    """A preset as it stands, or with a handful of fields set otherwise."""
    written = random_months.policy(random.Random(draw(st.integers(0, 10**6))))
    return Reading(1, written["preset"], written["overrides"])


@st.composite
def charts(draw):
    """A month of a random chart, with fees for most of the codes."""
    rng = random.Random(draw(st.integers(0, 10**6)))
    facts = case.read(random_months.case(rng))
    read = Reading(1, "standard", {}).applied(facts.month.first_day)
    has_coverage = draw(st.booleans())
    amounts = tuple(
        Amount(code, Decimal(draw(st.integers(1, 30000))) / 100, facts.month.first_day, None)
        for code in CODES
        if draw(st.integers(0, 9))
    )
    return Chart(
        patient_id=draw(st.integers(1, 10**6)),
        practice_id=1,
        episode_id=1,
        is_enrolled=True,
        payer_id=1,
        coverage_id=1 if has_coverage else None,
        has_member_id=has_coverage,
        policy=read,
        fees=Schedule(amounts, amounts[::2], ""),
        exclusions=NONE,
        facts=replace(facts, policy=read.policy),
    )


def row_of(chart, before, after):
    month = chart.facts.month.first_day
    first, second = (
        decision.of(month_facts.under(chart, side.applied(month)) if side else chart)
        for side in (before, after)
    )
    return sandbox_rows.compare(first, second)


def result_of(months, before=BEFORE, after=AFTER):
    parts = []
    for place, chart in enumerate(months):
        part = Part()
        part.take(row_of(replace(chart, patient_id=place), before, after))
        parts.append(part)
    return sandbox_result.of(parts)


@given(charts(), readings())
def test_a_draft_equal_to_what_stands_changes_nothing(chart, reading):
    standing = month_facts.under(chart, reading.applied(chart.facts.month.first_day))
    row = row_of(standing, None, reading)
    assert (row.kind, row.difference, row.why) == ("same", 0, ())


@given(charts(), readings(), readings())
def test_before_and_after_swapped_swap_added_and_removed_and_the_sign(chart, one, other):
    there, back = row_of(chart, one, other), row_of(chart, other, one)
    assert back.kind == OPPOSITE[there.kind]
    assert (back.before, back.after) == (there.after, there.before)
    assert back.difference == -there.difference


@settings(max_examples=40, deadline=None)
@given(st.lists(charts(), max_size=8))
def test_totals_are_the_sums_of_the_rows_to_the_cent(months):
    result = result_of(months)
    for kind in sandbox_result.KINDS:
        rows = result.of_kind(kind)
        total = result.totals[kind]
        assert total.count == len(rows)
        assert total.difference == sum((row.difference for row in rows), Decimal())
        assert total.before == sum((row.before.billed for row in rows), Decimal())
    every = [row_of(chart, BEFORE, AFTER) for chart in months]
    assert result.all.count == len(months)
    assert result.all.before == sum((row.before.billed for row in every), Decimal())
    assert result.all.after == sum((row.after.billed for row in every), Decimal())
    assert result.differing.difference == result.all.difference


@settings(max_examples=40, deadline=None)
@given(st.lists(charts(), max_size=8), st.integers(0, 8))
def test_how_a_month_is_cut_into_chunks_changes_nothing(months, at):
    rows = [row_of(replace(chart, patient_id=n), BEFORE, AFTER) for n, chart in enumerate(months)]

    def part(some):
        made = Part()
        for row in some:
            made.take(row)
        return made

    assert sandbox_result.of([part(rows[:at]), part(rows[at:])]) == sandbox_result.of([part(rows)])


@given(charts(), readings(), readings())
def test_a_row_that_differs_says_why(chart, one, other):
    row = row_of(chart, one, other)
    assert row.kind == "same" or row.why


@pytest.mark.parametrize(
    ("dollars", "said"),
    [("0", "$0.00"), ("0.01", "+$0.01"), ("-1234.5", "−$1,234.50"), ("1000000", "+$1,000,000.00")],
)
def test_a_difference_carries_its_sign(dollars, said):
    assert sandbox_result.signed(Decimal(dollars)) == said
