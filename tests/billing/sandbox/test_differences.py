"""A policy tried on a past month: claim by claim, in dollars."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.db import DataError

from billing.models import PayerPolicy
from billing.selectors import month_facts
from billing.services import claims, sandbox_chunk
from registry.errors import Refused
from registry.models import Coverage, Payer
from tests.billing.october import NOVEMBER_2, OCTOBER
from tests.billing.sandbox.results import counts

pytestmark = pytest.mark.usefixtures("in_november")


# -- what differs ---------------------------------------------------------------------------


def test_a_month_that_only_the_draft_pays_is_added_with_its_dollars_and_why(
    october, drafted, found
):
    patient = october.chart(40)
    result = found(drafted("midpoint"))
    (row,) = result.rows
    assert (row.patient_id, row.kind) == (patient.pk, "added")
    assert (row.before.outcome, row.before.lines) == ("not_billable", ())
    assert (row.after.outcome, row.after.lines) == ("billable", ("99492 × 1",))
    assert (row.before.billed, row.after.billed) == (0, Decimal("150.10"))
    assert result.totals["added"].difference == Decimal("150.10")
    assert ("moved", "99492 is paid from 36 minutes on, instead of 70.") in row.why
    assert any(sign == "went" and "70" in text for sign, text in row.why)


def test_a_month_that_only_the_present_policy_pays_is_removed(october, drafted, found):
    october.chart(75)
    nothing = drafted("standard", overrides={"accepted_codes": ["99484"]})
    (row,) = found(nothing).rows
    assert (row.kind, row.difference) == ("removed", Decimal("-150.10"))
    assert [sign for sign, _ in row.why if sign == "came"] == ["came"]


def test_a_month_with_other_lines_is_changed(october, drafted, found):
    october.chart(90)
    (row,) = found(drafted("midpoint")).rows
    assert row.kind == "changed"
    assert (row.before.lines, row.after.lines) == (("99492 × 1",), ("99492 × 1", "99494 × 1"))
    assert row.difference == Decimal("60.05")


def test_other_modifiers_are_a_change_without_dollars(october, drafted, found):
    october.chart(75)
    marked = drafted("standard", overrides={"line_modifiers": {"99492": ["HE"]}})
    (row,) = found(marked).rows
    assert (row.kind, row.difference) == ("changed", 0)
    assert row.after.lines == ("99492 × 1 (HE)",)


def test_months_that_stay_are_counted_and_not_listed(october, drafted, found):
    october.chart(75), october.chart(10), october.chart(40)
    result = found(drafted("midpoint"))
    assert counts(result) == {"added": 1, "removed": 0, "changed": 0, "same": 2}
    assert result.totals["same"].after == Decimal("150.10")


def test_without_a_policy_in_force_everything_is_held_and_a_draft_frees_it(
    elm_street, october, drafted, found
):
    other = Payer.objects.create(
        practice=elm_street, name="Other Plan", payer_id="OTH01", created_at=NOVEMBER_2
    )
    october.payable(other, policy=False)
    october.chart(75, payer=other)
    (row,) = found(drafted("standard", to=other), to=other).rows
    assert (row.kind, row.before.outcome) == ("added", "held")
    assert row.before.charge == Decimal("150.10")
    assert row.difference == Decimal("150.10")
    assert [sign for sign, text in row.why if "no approved policy" in text] == ["went"]


def test_the_claims_own_holds_stand_by_either_reading(october, drafted, found):
    october.chart(40, member_id=" ")
    (row,) = found(drafted("midpoint")).rows
    assert (row.kind, row.after.outcome, row.difference) == ("changed", "held", 0)


def test_a_claim_that_was_approved_says_so(october, drafted, found, dana):
    claim = october.claim(90)
    given = {"practice": october.practice, "month": OCTOBER, "by": dana, "now": NOVEMBER_2}
    claims.approve([claim.pk], **given)
    result = found(drafted("midpoint"))
    assert [row.claim_state for row in result.rows] == ["approved"]
    assert result.decided_before == 1


def test_only_this_payers_patients_by_the_claims_last_day(
    make, elm_street, october, drafted, found
):
    other = Payer.objects.create(
        practice=elm_street, name="Other Plan", payer_id="OTH01", created_at=NOVEMBER_2
    )
    october.payable(other)
    stays, leaves, comes = (october.chart(40, payer=p) for p in (october.payer, None, other))
    october.chart(40, payer=other)
    Coverage.objects.filter(patient=leaves).update(active_to=dt.date(2026, 10, 30))
    make.coverage(leaves, other, active_from=dt.date(2026, 10, 31))
    Coverage.objects.filter(patient=comes).update(active_to=dt.date(2026, 10, 30))
    make.coverage(comes, october.payer, active_from=dt.date(2026, 10, 31))
    result = found(drafted("midpoint"))
    assert {row.patient_id for row in result.rows} == {stays.pk, comes.pk}


def test_two_presets_are_compared_as_if_either_were_in_force(october, found):
    PayerPolicy.objects.all().delete()
    october.chart(40), october.chart(75)
    result = found("preset-midpoint", before="preset-standard")
    assert counts(result) == {"added": 1, "removed": 0, "changed": 0, "same": 1}
    assert result.totals["same"].after == Decimal("150.10")


def test_the_greatest_difference_comes_first(october, drafted, found):
    small, great = october.chart(90), october.chart(40)
    assert [row.patient_id for row in found(drafted("midpoint")).rows] == [great.pk, small.pk]


def test_a_month_without_any_chart_comes_to_nothing(drafted, found):
    result = found(drafted("midpoint"))
    assert (result.rows, result.all.count, result.failed) == ([], 0, {})


# -- what is refused ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("after", "changes", "field", "says"),
    [
        ("preset-midpoint", {"month": dt.date(2026, 12, 1)}, "month", "up to November 2026"),
        ("preset-midpoint", {"before": "preset-midpoint"}, "after", "same reading"),
    ],
)
def test_what_cannot_be_tested_says_why(october, tried, after, changes, field, says):
    with pytest.raises(Refused) as refused:
        tried(after, **changes)
    assert says in refused.value.problems[field]


def test_the_present_month_can_be_tested(october, tried):
    assert tried("preset-midpoint", month=dt.date(2026, 11, 1)).month == dt.date(2026, 11, 1)


def test_a_draft_that_cannot_be_read_is_refused_before_anything_is_decided(october, drafted, tried):
    draft = drafted()
    PayerPolicy.objects.filter(pk=draft.pk).update(overrides={"min_minutes": "many"})
    with pytest.raises(Refused) as refused:
        tried(draft)
    assert "min_minutes" in refused.value.problems["after"]


# -- one broken chart -----------------------------------------------------------------------


def test_one_broken_chart_is_told_and_stops_nobody(october, drafted, found, monkeypatch):
    broken, fine = october.chart(40), october.chart(40)
    of = sandbox_chunk.decision.of

    def decide(chart):
        if chart.patient_id == broken.pk:
            raise KeyError("Pat Tester")
        return of(chart)

    monkeypatch.setattr(sandbox_chunk.decision, "of", decide)
    result = found(drafted("midpoint"))
    assert [row.patient_id for row in result.rows] == [fine.pk]
    assert set(result.failed) == {broken.pk}
    assert "KeyError" in result.failed[broken.pk]
    assert "Pat" not in result.failed[broken.pk]


def test_a_chart_that_the_database_cannot_read_stands_alone(october, drafted, found, monkeypatch):
    ids = [october.chart(40).pk for _ in range(3)]
    gather = month_facts.gather

    def refuse(patient_ids, month):
        if ids[1] in patient_ids:
            raise DataError("out of range")
        return gather(patient_ids, month)

    monkeypatch.setattr(sandbox_chunk.month_facts, "gather", refuse)
    result = found(drafted("midpoint"))
    assert [row.patient_id for row in result.rows] == [ids[0], ids[2]]
    assert set(result.failed) == {ids[1]}
