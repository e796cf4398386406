"""Every row of the table of refusals, holds and notes, from both sides of its edge."""

from __future__ import annotations

import pytest

from billing.rules.table import RULES
from tests.rules.months import LATER, entry, lines, rules, service, verdict

CONSENT = {"method": "verbal", "given_at": "2026-06-20T10:00:00-04:00", "revoked_at": None}
THERAPY = {"same_condition": True, "non_duplication_note": False}
SAM = entry("s", "2026-10-09T09:00:00-04:00", 10, worker="sam", role="consultant")
BOB = entry("b", "2026-10-09T09:00:00-04:00", 10, worker="bob")
ONLY = {"accepted_codes": ["99494"]}
THERAPIES = ["90832", "90833", "90834", "90836", "90837", "90838", "90846", "90847", "90853"]
FAMILY = ["99492", "99493", "99494", "99484", "G2214", "g0512", "G0568", "G0569", "G0570"]
GRACE = {"authorization_after_months": 3}

HOLDS = [
    ("below_minimum", {"minutes": 69}),
    ("below_minimum", {"minutes": 60, "overrides": ONLY}),
    ("code_not_accepted", {"minutes": 70, "overrides": ONLY}),
    ("code_not_accepted", {"minutes": 20, "program": "bhi", "overrides": ONLY}),
    ("not_separately_paid", {"overrides": {"separately_paid": False}}),
    ("consent_missing", {"consents": []}),
    ("consent_missing", {"consents": [{**CONSENT, "revoked_at": "2026-10-01T00:00:00-04:00"}]}),
    ("consent_missing", {"consents": [{**CONSENT, "given_at": "2026-11-01T00:00:00-04:00"}]}),
    ("consent_method_not_accepted", {"overrides": {"consent_methods": ["written"]}}),
    ("consent_method_not_accepted", {"overrides": {"consent_methods": []}}),
    ("initiating_visit_missing", {"initiating_visit_on": None}),
    ("initiating_visit_stale", {"initiating_visit_on": "2025-09-30"}),
    ("initiating_visit_stale", {"initiating_visit_on": "2026-10-02"}),
    ("diagnosis_missing", {"diagnoses": []}),
    ("diagnosis_missing", {"diagnoses": ["E11.9"]}),
    ("diagnosis_missing", {"overrides": {"diagnosis_prefixes": []}}),
    ("measure_missing", {"measures": []}),
    ("measure_missing", {"measures": [{"instrument": "PHQ-9", "on": "2026-11-01"}]}),
    ("measure_missing", {"measures": [], "episode": LATER, "initiating_visit_on": "2026-07-01",
                         "overrides": {"measure_required": "each_month"}}),
    ("consultant_review_missing", {"reviews": []}),
    ("consultant_review_missing", {"reviews": [{"on": "2026-09-30", "consultant": "sam"}]}),
    ("consultant_review_missing", {"reviews": [], "caseload_meetings": ["2026-10-02"]}),
    ("consultant_review_missing", {"reviews": [], "caseload_meetings": ["2026-11-02"],
                                   "overrides": {"consultant_review": "caseload_meeting"}}),
    ("consultant_review_missing", {"reviews": [],
                                   "overrides": {"consultant_review": "initial_month"}}),
    *(("same_person_therapy", {"other_services": [service(code, "alice")]})
      for code in THERAPIES),
    ("same_person_therapy", {"other_services": [service("90837", "bob")],
                             "time": [entry(minutes=70), BOB]}),
    ("same_person_therapy", {"other_services": [service("90837", "bob")],
                             "time": [entry(minutes=70), {**BOB, "activity": "clerical"}]}),
    ("same_person_therapy", {"preset": "midpoint", "other_services": [service("90837", "alice")]}),
    ("non_duplication_note_missing", {"outside_therapy": THERAPY}),
    *(("already_billed", {"other_services": [service(code)]})
      for code in FAMILY),
    ("authorization_missing", {"episode": LATER, "overrides": GRACE}),
    ("authorization_missing", {"overrides": {"authorization_after_months": 0}}),
    ("authorization_missing", {"episode": LATER, "overrides": GRACE,
                               "authorizations": [{"from": "2026-10-01", "to": "2026-10-30"}]}),
    ("authorization_missing", {"episode": LATER, "overrides": GRACE, "minutes": 59,
                               "authorizations": [{"from": "2026-10-01", "to": "2026-10-31"}]}),
    ("units_capped", {"minutes": 220}),
    ("units_capped", {"minutes": 100, "overrides": {"max_units": {"99494": 0}}}),
    ("units_capped", {"minutes": 220, "overrides": {"separately_paid": False}}),
    ("consultant_minutes_decide", {"time": [entry(minutes=60), SAM]}),
    ("consultant_minutes_decide", {"time": [entry(minutes=60), SAM],
                                   "overrides": {"separately_paid": False}}),
    ("bhi_alternative", {"reviews": []}),
    ("bhi_alternative", {"reviews": [], "minutes": 20}),
    ("modifier_25_on_em", {"overrides": {"modifier_25_on_same_day_em": True},
                           "other_services": [service("99213", "priya", "2026-10-01")]}),
    ("modifier_25_on_em", {"overrides": {"modifier_25_on_same_day_em": True}, "minutes": 5,
                           "other_services": [service("99205", "priya", "2026-10-01")]}),
]  # fmt: skip

HOLDS_NOT = [
    ("below_minimum", {"minutes": 70}),
    ("below_minimum", {"minutes": 70, "overrides": ONLY}),
    ("code_not_accepted", {"minutes": 69, "overrides": ONLY}),
    ("consent_missing", {"consents": [{**CONSENT, "revoked_at": "2026-10-01T00:00:01-04:00"}]}),
    ("consent_method_not_accepted", {"consents": []}),
    ("initiating_visit_stale", {"initiating_visit_on": "2025-10-01"}),
    ("initiating_visit_stale", {"initiating_visit_on": None}),
    ("diagnosis_missing", {"diagnoses": ["E11.9", "f321"]}),
    ("diagnosis_missing", {"diagnoses": ["F0.1"], "overrides": {"diagnosis_prefixes": ["f.01"]}}),
    ("measure_missing", {"measures": [], "episode": LATER, "initiating_visit_on": "2026-07-01"}),
    ("measure_missing", {"measures": [], "program": "bhi"}),
    ("measure_missing", {"measures": [], "overrides": {"measure_required": "none"}}),
    ("measure_missing", {"measures": [{"instrument": "GAD-7", "on": "2026-10-31"}]}),
    ("consultant_review_missing", {"reviews": [], "program": "bhi"}),
    ("consultant_review_missing", {"reviews": [], "overrides": {"consultant_review": "none"}}),
    ("consultant_review_missing", {"reviews": [], "caseload_meetings": ["2026-10-31"],
                                   "overrides": {"consultant_review": "caseload_meeting"}}),
    ("consultant_review_missing", {"reviews": [], "episode": LATER,
                                   "overrides": {"consultant_review": "initial_month"}}),
    *(("same_person_therapy", {"other_services": [service(code, "alice")]})
      for code in ("90791", "90835", "90839", "90845")),
    ("same_person_therapy", {"other_services": [service("90837", "alice", "2026-11-01")]}),
    ("same_person_therapy", {"other_services": [service("90837", "bob")],
                             "time": [entry(minutes=70), {**BOB, "status": "needs_review"}]}),
    ("same_person_therapy", {"other_services": [service("90837", "bob")],
                             "time": [entry(minutes=70), {**BOB, "role": "clinical_staff"}]}),
    ("same_person_therapy", {"other_services": [service("90837", "bob")], "time": [
        entry(minutes=70), entry("b", "2026-09-09T09:00:00-04:00", 10, worker="bob")]}),
    ("non_duplication_note_missing",
     {"outside_therapy": {**THERAPY, "non_duplication_note": True}}),
    ("non_duplication_note_missing", {"outside_therapy": {**THERAPY, "same_condition": False}}),
    ("already_billed", {"other_services": [service("99491"), service("G0511"), service("G0557")]}),
    ("already_billed", {"other_services": [service("99492", on="2026-09-30")]}),
    ("authorization_missing", {"episode": LATER}),
    ("authorization_missing", {"episode": LATER, "overrides": {"authorization_after_months": 4}}),
    ("authorization_missing", {"episode": LATER, "overrides": GRACE,
                               "authorizations": [{"from": "2026-10-31", "to": "2026-10-31"}]}),
    ("units_capped", {"minutes": 219}),
    ("units_capped", {"minutes": 400, "overrides": {"accepted_codes": ["99492"]}}),
    ("units_capped", {"minutes": 400, "overrides": {"accepted_codes": ["99494", "G2214"]}}),
    ("units_capped", {"minutes": 400, "overrides": {"program_code": "G0512"}}),
    ("consultant_minutes_decide", {"time": [entry(minutes=70), SAM]}),
    ("consultant_minutes_decide", {"time": [entry(minutes=60), SAM], "preset": "midpoint"}),
    ("consultant_minutes_decide", {"time": [
        entry("a", minutes=70), entry("s", minutes=75, worker="sam", role="consultant")]}),
    ("bhi_alternative", {"reviews": [], "minutes": 19}),
    ("bhi_alternative", {"reviews": [], "overrides": {"accepted_codes": ["99492"]}}),
    ("bhi_alternative", {}),
    ("bhi_alternative", {"reviews": [], "time": [{**SAM, "end": "2026-10-09T11:00:00-04:00"}]}),
    ("modifier_25_on_em", {"other_services": [service("99213", "priya", "2026-10-01")]}),
    *(("modifier_25_on_em", {"overrides": {"modifier_25_on_same_day_em": True}, **change})
      for change in (
        {"other_services": [service("99213", "priya", "2026-10-02")]},
        {"other_services": [service("99213", "charlie", "2026-10-01")]},
        {"other_services": [service("99201", "priya", "2026-10-01")]},
        {"other_services": [service("99210", "priya", "2026-10-01")]},
        {"other_services": [service("99213", "priya", "2026-10-01")], "program": "bhi"},
        {"other_services": [service("99213", "priya", "2026-07-01")], "episode": LATER},
     )),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "changes"), HOLDS)
def test_a_rule_holds(rule, changes):
    assert rule in rules(verdict(**changes))


@pytest.mark.parametrize(("rule", "changes"), HOLDS_NOT)
def test_a_rule_does_not_hold(rule, changes):
    assert rule not in rules(verdict(**changes))


def test_every_row_of_the_table_is_tried_from_both_sides():
    names = {rule.name for rule in RULES}
    assert {rule for rule, _ in HOLDS} == names
    assert {rule for rule, _ in HOLDS_NOT} >= names - {
        "not_separately_paid", "initiating_visit_missing"
    }  # fmt: skip


def test_a_month_in_order_has_no_reason():
    assert verdict()["reasons"] == []


def test_reasons_stand_in_the_order_of_the_table():
    given = verdict(
        69,
        "standard",
        {"separately_paid": False, "authorization_after_months": 0},
        consents=[], initiating_visit_on=None, diagnoses=[], measures=[], reviews=[],
        outside_therapy=THERAPY,
        other_services=[service("99484"), service("90837", "alice")],
    )  # fmt: skip
    assert rules(given) == [
        "below_minimum",
        "not_separately_paid",
        "consent_missing",
        "initiating_visit_missing",
        "diagnosis_missing",
        "measure_missing",
        "consultant_review_missing",
        "same_person_therapy",
        "non_duplication_note_missing",
        "already_billed",
        "authorization_missing",
        "bhi_alternative",
    ]
    assert given["outcome"] == "not_billable"
    assert given["lines"] == []
    assert given["date_of_service"] is None


def test_each_reason_has_a_sentence_and_a_source():
    for reason in verdict(69, consents=[], diagnoses=[])["reasons"]:
        assert reason["text"].endswith(".")
        assert reason["reference"]


def test_a_refusal_says_how_much_is_missing():
    text = verdict(68)["reasons"][0]["text"]
    assert text == "68 of 70 minutes counted: 2 minutes short of 99492."


@pytest.mark.parametrize(("preset", "kind"), [("standard", "hold"), ("midpoint", "note")])
def test_therapy_by_the_same_person_is_held_or_told_as_the_payer_has_it(preset, kind):
    given = verdict(preset=preset, other_services=[service("90837", "alice")])
    assert rules(given, kind) == ["same_person_therapy"]


def test_a_payer_that_never_pays_still_has_its_minutes_judged():
    unpaid = {"separately_paid": False}
    assert rules(verdict(overrides=unpaid)) == ["not_separately_paid"]
    assert rules(verdict(69, overrides=unpaid)) == ["below_minimum", "not_separately_paid"]


def test_a_held_month_keeps_its_lines():
    given = verdict(consents=[])
    assert (given["outcome"], lines(given)) == ("held", "99492")


def test_a_payer_that_never_pays_leaves_an_authorization_nothing_to_cover():
    changes = {"authorization_after_months": 0, "separately_paid": False}
    given = verdict(overrides=changes, authorizations=[{"from": "2026-10-01", "to": "2026-10-31"}])
    assert "authorization_missing" in rules(given)
