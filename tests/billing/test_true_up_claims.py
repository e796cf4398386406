"""What a month comes to: claims and reasons, written once and the same however often it runs."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from billing import rules
from billing.models import TrueUpRun
from billing.rules import case
from registry.errors import Refused
from tests.billing.true_ups import NOVEMBER_2, claim_of, everything, lines_of, new_york

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("payable")]


# -- what a month comes to -------------------------------------------------------------------


def test_68_minutes_of_a_first_month_are_not_billable_and_two_short(enrolled, log, run, elm_street):
    log(enrolled, 40), log(enrolled, 28)
    run(elm_street)
    claim = claim_of(enrolled)
    assert (claim.outcome, claim.minutes_short) == ("not_billable", 2)
    assert claim.rules == ["below_minimum"]
    assert lines_of(claim) == []
    assert claim.total_charge is None


def test_70_minutes_of_a_first_month_are_99492(enrolled, log, run, elm_street, payer, system):
    log(enrolled, 40), log(enrolled, 30)
    made = run(elm_street)
    claim = claim_of(enrolled)
    assert (claim.outcome, claim.minutes_short, claim.rules) == ("billable", None, [])
    assert lines_of(claim) == [("99492", 1)]
    assert claim.date_of_service == dt.date(2026, 10, 31)
    assert claim.total_charge == Decimal("150.10")
    assert (claim.payer, claim.coverage.patient) == (payer, enrolled)
    assert (claim.state, claim.is_final, claim.run) == ("draft", True, made)
    assert (claim.decided_by, claim.decided_at) == (system, NOVEMBER_2)


def test_each_further_unit_is_charged(enrolled, log, run, elm_street):
    log(enrolled, 135)
    run(elm_street)
    claim = claim_of(enrolled)
    assert lines_of(claim) == [("99492", 1), ("99494", 2)]
    assert [line.charge for line in claim.lines.all()] == [Decimal("150.10"), Decimal("120.10")]
    assert claim.total_charge == Decimal("270.20")


def test_55_minutes_of_a_later_month_are_five_short(another, log, run, elm_street):
    patient = another(started_on=dt.date(2026, 8, 1))
    log(patient, 55)
    run(elm_street)
    assert (claim_of(patient).outcome, claim_of(patient).minutes_short) == ("not_billable", 5)


def test_a_month_without_its_review_is_held_and_says_so(another, log, run, elm_street):
    patient = another(review=False)
    log(patient, 75)
    run(elm_street)
    claim = claim_of(patient)
    assert (claim.outcome, claim.rules) == ("held", ["consultant_review_missing"])
    assert lines_of(claim) == [("99492", 1)]


def test_consent_in_the_middle_of_the_month_loses_the_time_before_it(
    enrolled, log, run, elm_street
):
    enrolled.consents.update(given_at=new_york(2026, 10, 10))
    log(enrolled, 30, day=6), log(enrolled, 71, day=12)
    run(elm_street)
    claim = claim_of(enrolled)
    assert (claim.worked_seconds, claim.counted_seconds) == (101 * 60, 71 * 60)
    assert claim.verdict["seconds"]["excluded"] == {"outside_consent": 1800}


def test_an_enrolled_patient_without_time_is_not_billable_and_70_short(enrolled, run, elm_street):
    run(elm_street)
    claim = claim_of(enrolled)
    assert (claim.outcome, claim.minutes_short) == ("not_billable", 70)


def test_a_claim_is_held_for_what_the_practice_has_not_entered(enrolled, log, run, elm_street):
    elm_street.fees.all().delete()
    log(enrolled, 71)
    run(elm_street)
    claim = claim_of(enrolled)
    assert (claim.outcome, claim.rules, claim.total_charge) == ("held", ["fee_missing"], None)
    (hold,) = claim.own_holds
    assert (hold["mend"], "99492" in hold["text"]) == ("fee", True)


def test_time_is_the_month_of_the_practices_clock(enrolled, alice, make, run, elm_street):
    make.entry(enrolled, alice, new_york(2026, 10, 31, 23, 0), 120)
    run(elm_street)
    assert claim_of(enrolled).worked_seconds == 3600


def test_a_claim_keeps_the_facts_and_the_policy_that_it_was_decided_from(
    enrolled, log, run, elm_street, payer
):
    log(enrolled, 75)
    run(elm_street)
    payer.policies.update(preset="midpoint")
    claim = claim_of(enrolled)
    facts = case.read(claim.facts)
    again = rules.decide(facts).as_json()
    assert again.pop("policy") == {
        key: value
        for key, value in claim.policy.document.items()
        if key not in ("preset", "version")
    }
    assert again == claim.verdict
    assert claim.policy.document["preset"] == "standard"
    assert len(claim.engine) == 16


def test_policies_are_kept_once_however_many_claims_they_decided(another, run, elm_street):
    patients = [another() for _ in range(3)]
    run(elm_street)
    assert len({claim_of(patient).policy_id for patient in patients}) == 1


# -- twice -----------------------------------------------------------------------------------


def test_a_second_run_changes_nothing_row_by_row(enrolled, another, log, run, elm_street):
    log(enrolled, 75), log(another(review=False), 80), another()
    run(elm_street)
    before = everything()
    made = run(elm_street, now=NOVEMBER_2 + dt.timedelta(hours=5))
    assert everything() == before
    assert (made.written, made.unchanged, made.kept) == (0, 3, 0)


def test_a_provisional_claim_becomes_final_without_being_written_anew(
    enrolled, log, run, elm_street
):
    log(enrolled, 75)
    run(elm_street, now=new_york(2026, 10, 20), kind="provisional")
    first = claim_of(enrolled)
    run(elm_street)
    second = claim_of(enrolled)
    assert (first.is_final, second.is_final) == (False, True)
    assert (first.pk, first.decided_at) == (second.pk, second.decided_at)
    before = everything()
    run(elm_street, kind="provisional")
    assert everything() == before, "a provisional run takes nothing back"


def test_a_month_that_is_not_over_gets_no_final_run(enrolled, run, elm_street):
    made = run(elm_street, now=new_york(2026, 10, 31, 23, 59, 59), kind="final")
    assert made.kind == "provisional"
    assert run(elm_street, now=new_york(2026, 11, 1)).kind == "final"


def test_a_month_that_has_not_begun_is_refused(elm_street, run):
    with pytest.raises(Refused, match="2026-12 has not begun"):
        run(elm_street, month=dt.date(2026, 12, 1))
    assert not TrueUpRun.objects.exists()


def test_a_draft_follows_the_log_and_keeps_its_history(enrolled, log, run, elm_street, system):
    log(enrolled, 75)
    run(elm_street)
    first = claim_of(enrolled)
    log(enrolled, 30, day=9)
    made = run(elm_street)
    claim = claim_of(enrolled)
    assert claim.pk == first.pk
    assert lines_of(claim) == [("99492", 1), ("99494", 1)]
    assert made.written == 1
    event = apps.get_model("billing", "ClaimEvent").objects.get(pgh_obj=claim)
    assert event.counted_seconds == 105 * 60
    assert event.pgh_context.metadata == {
        "user": system.pk,
        "reason": f"true-up run {made.pk}",
    }


def test_many_drafts_are_rewritten_in_one_statement(another, log, run, elm_street, sam, make):
    patients = [another(review=False) for _ in range(3)]
    for patient in patients[:2]:
        log(patient, 75)
    run(elm_street)
    for patient in patients:
        make.review(patient.episodes.get(), sam)
    log(patients[2], 40)
    with CaptureQueriesContext(connection) as captured:
        made = run(elm_street)
    assert sum("UPDATE billing_claim " in query["sql"] for query in captured) == 1
    assert made.written == 3
    assert [claim_of(patient).outcome for patient in patients] == [
        "billable",
        "billable",
        "not_billable",
    ]
    assert [lines_of(claim_of(patient)) for patient in patients] == [
        [("99492", 1)],
        [("99492", 1)],
        [],
    ]
