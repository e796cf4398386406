"""What the true-up makes of services that exclude each other, and of a newer quarter's lists."""

from __future__ import annotations

import pytest

from billing.models import Claim, CodePair, CodeRelease
from billing.services import claims, code_release, shipped_rules
from tests.billing.exclusions.charts import (
    CLAIM_DAY,
    ON_THE_DATE,
    WARN,
    chart_of,
    mark,
)
from tests.billing.october import NOVEMBER_2, OCTOBER

pytestmark = pytest.mark.django_db


def test_a_hold_holds_the_claim_and_a_warning_is_kept_with_it(october, served):
    held, warned = october.chart(), october.chart()
    served(held, "96127", CLAIM_DAY)
    served(warned, "97151", CLAIM_DAY)
    october.true_up()
    claim = Claim.objects.get(patient=held)
    assert (claim.outcome, claim.rules) == ("held", [ON_THE_DATE])
    claim = Claim.objects.get(patient=warned)
    assert (claim.outcome, claim.rules) == ("billable", [])
    assert [found["kind"] for found in claim.own_holds] == [WARN]


def test_the_mark_changes_with_the_pairs_that_matter_and_with_no_others(october, served, system):
    plain, beside = october.chart(), october.chart()
    served(beside, "96127", CLAIM_DAY)
    before = mark(plain), mark(beside)
    CodePair.objects.filter(code_a="90951").update(effect="warn")
    CodeRelease.objects.filter(kind="own").update(sha256="another")
    assert (mark(plain), mark(beside)) == before
    CodePair.objects.filter(code_a="96127").update(effect="warn")
    CodeRelease.objects.filter(kind="own").update(sha256="a third")
    assert mark(plain) == before[0]
    assert mark(beside) != before[1]


def test_the_lists_are_read_once_a_process(october, served, django_assert_num_queries):
    patient = october.chart()
    served(patient, "96127", CLAIM_DAY)
    chart_of(patient)
    with django_assert_num_queries(3):
        chart_of(patient)


def test_an_approved_claim_stays_and_what_came_since_is_shown(october, served, dana):
    claim = october.claim()
    claims.approve([claim.pk], practice=claim.practice, month=OCTOBER, by=dana, now=NOVEMBER_2)
    served(claim.patient, "96127", CLAIM_DAY)
    october.true_up()
    claim.refresh_from_db()
    assert (claim.state, claim.outcome) == ("approved", "billable")
    assert (claim.later["outcome"], claim.later["rules"]) == ("held", [ON_THE_DATE])


def test_a_newer_quarter_is_applied_to_drafts_with_the_next_true_up(october, served, system):
    plain, beside = october.chart(), october.chart()
    served(beside, "96127", CLAIM_DAY)
    october.true_up()
    assert Claim.objects.get(patient=beside).outcome == "held"
    written = (shipped_rules.CMS_FOLDER / "2024q3.csv").read_text()
    newer = written.replace("2024-07", "2026-10").replace(" 96127", "")
    code_release.load(newer.encode(), file_name="2026q4.csv", by=system, now=NOVEMBER_2)
    run = october.true_up()
    run.refresh_from_db()
    assert (run.written, run.unchanged) == (1, 1), "the chart that it cannot touch stays"
    claim = Claim.objects.get(patient=beside)
    assert (claim.outcome, claim.own_holds) == ("billable", [])
    assert mark(plain) == Claim.objects.get(patient=plain).fingerprint
