"""The answer to the registry's question: how does this month stand?"""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from billing.services import decision, standing
from registry.services import service_month
from tests.billing.october import OCTOBER
from tests.billing.payer_rows import fee, policy_row

pytestmark = pytest.mark.django_db

NEW_YORK = ZoneInfo("America/New_York")


def new_york(*at):
    return dt.datetime(*at, tzinfo=NEW_YORK)


@pytest.fixture
def payable(payer, elm_street, dana, now):
    """The payer has a policy and the practice has fees: nothing of our own holds a claim."""
    policy_row(payer, dana, now)
    for code in ("99492", "99493", "99494", "99484"):
        fee(elm_street, dana, now, code, "150.00")


def standing_of(patient, month=OCTOBER):
    return standing.decide([patient.pk], month)[patient.pk]


def test_68_minutes_of_a_first_month_are_two_short(enrolled, alice, make, payable):
    make.entry(enrolled, alice, new_york(2026, 10, 6, 9), 68)
    found = standing_of(enrolled)
    assert found["outcome"] == "not_billable"
    assert found["next"] == {"code": "99492", "minutes_needed": 2}
    assert found["counted_seconds"] == 68 * 60
    assert [reason["rule"] for reason in found["reasons"]] == ["below_minimum"]


def test_the_bars_marks_are_the_base_and_the_next_unit(enrolled, alice, make, payable):
    assert standing_of(enrolled)["thresholds"] == [
        {"code": "99492", "minutes": 70, "kind": "pays"},
        {"code": "99494", "minutes": 100, "kind": "pays"},
    ]
    make.entry(enrolled, alice, new_york(2026, 10, 6, 9), 101)
    assert [mark["minutes"] for mark in standing_of(enrolled)["thresholds"]] == [70, 100, 130]


def test_the_bar_has_two_marks_where_the_payer_pays_from_fewer_minutes(
    enrolled, payer, dana, now, make
):
    policy_row(payer, dana, now, preset="midpoint")
    assert standing_of(enrolled)["thresholds"] == [
        {"code": "G2214", "minutes": 16, "kind": "pays"},
        {"code": "99492", "minutes": 36, "kind": "pays"},
        {"code": "99492", "minutes": 70, "kind": "whole"},
        {"code": "99494", "minutes": 86, "kind": "pays"},
        {"code": "99494", "minutes": 100, "kind": "whole"},
    ]


def test_the_bar_ends_where_the_payer_pays_for_no_more_units(enrolled, alice, make, payable):
    make.entry(enrolled, alice, new_york(2026, 10, 6, 9), 300)
    marks = [mark["minutes"] for mark in standing_of(enrolled)["thresholds"]]
    assert marks == [70, 100, 130, 160, 190]


def test_general_integration_has_one_mark(patient, alice, dr_priya, make, payable):
    make.episode(patient, alice, dr_priya, program="bhi")
    assert standing_of(patient)["thresholds"] == [{"code": "99484", "minutes": 20, "kind": "pays"}]


def test_an_entry_that_does_not_count_in_whole_says_what_became_of_its_seconds(
    enrolled, alice, make, payable
):
    make.entry(enrolled, alice, new_york(2026, 10, 6, 9), 30)
    crisis = make.entry(enrolled, alice, new_york(2026, 10, 7, 9), 45, activity="crisis")
    assert standing_of(enrolled)["entries"] == {
        str(crisis.pk): {"worked": 2700, "counted": 0, "excluded": 2700, "crisis": 2700},
    }


def test_consent_in_the_middle_of_the_month_counts_from_its_second_on(
    patient, alice, sam, dr_priya, make, payable
):
    make.consent(patient, given_at=new_york(2026, 10, 14, 10, 0, 30))
    make.episode(patient, alice, dr_priya, consultant=sam)
    make.entry(patient, alice, new_york(2026, 10, 2, 9), 40)
    make.entry(patient, alice, new_york(2026, 10, 14, 9, 50), 20)
    found = standing_of(patient)
    assert found["excluded"] == {"outside_consent": 40 * 60 + 10 * 60 + 30}
    assert found["counted_seconds"] == 9 * 60 + 30


def test_what_is_ours_to_say_stands_among_the_reasons(patient, alice, dr_priya, make):
    patient.coverages.all().delete()
    make.episode(patient, alice, dr_priya)
    rules = {reason["rule"]: reason for reason in standing_of(patient)["reasons"]}
    assert rules["coverage_missing"]["kind"] == "hold"
    assert "insurance" in rules["coverage_missing"]["text"]


@pytest.mark.parametrize(
    ("broken", "rule", "mend"),
    [
        ("no coverage", "coverage_missing", "coverage"),
        ("no member id", "subscriber_id_missing", "coverage"),
        ("no policy", "policy_missing", "policy"),
        ("no fee", "fee_missing", "fee"),
    ],
)
def test_a_clean_month_is_held_for_what_a_claim_lacks(
    enrolled, payer, elm_street, alice, make, payable, broken, rule, mend
):
    from billing.selectors import month_facts

    make.entry(enrolled, alice, new_york(2026, 10, 6, 9), 71)
    assert standing_of(enrolled)["outcome"] == "billable"
    {
        "no coverage": lambda: enrolled.coverages.all().delete(),
        "no member id": lambda: enrolled.coverages.update(member_id=" "),
        "no policy": lambda: payer.policies.all().delete(),
        "no fee": lambda: elm_street.fees.filter(code="99492").delete(),
    }[broken]()
    decided = decision.of(month_facts.gather([enrolled.pk], OCTOBER).charts[enrolled.pk])
    assert decided.outcome == "held"
    assert [(hold["rule"], hold["mend"]) for hold in decided.own_holds] == [(rule, mend)]
    assert decided.verdict.lines, "what is at stake is shown all the same"


def test_patients_without_an_episode_in_the_month_are_left_out(patient, alice, make):
    make.entry(patient, alice, new_york(2026, 10, 6, 9), 30)
    assert standing.decide([patient.pk], OCTOBER) == {}


def test_a_chart_that_breaks_the_rules_stops_nobody_elses_clock(
    enrolled, patient, make, elm_street, alice, dr_priya, monkeypatch
):
    other = make.patient(elm_street)
    make.episode(other, alice, dr_priya)
    of = decision.of

    def breaks(chart):
        if chart.patient_id == enrolled.pk:
            raise KeyError("Pat Tester")
        return of(chart)

    monkeypatch.setattr(decision, "of", breaks)
    assert list(standing.decide([enrolled.pk, other.pk], OCTOBER)) == [other.pk]


def test_one_patients_standing_costs_three_queries(enrolled, django_assert_num_queries):
    with django_assert_num_queries(3):
        standing.decide([enrolled.pk], OCTOBER)


def test_the_registry_keeps_the_standing_beside_the_totals(enrolled, alice, make, payable, now):
    make.entry(enrolled, alice, new_york(2026, 10, 6, 9), 70)
    service_month.refresh([enrolled], [OCTOBER], now=now)
    row = enrolled.service_months.get(month=OCTOBER)
    assert row.counted_seconds == row.confirmed_seconds == 4200
    assert row.standing["outcome"] == "billable"
    assert row.standing == standing_of(enrolled)


def test_the_basis_changes_with_anything_that_the_answer_rests_on(
    enrolled, alice, make, payable, payer, elm_street, dana, now
):
    seen = {standing_of(enrolled)["basis"]}
    assert standing_of(enrolled)["basis"] in seen
    for change in (
        lambda: make.entry(enrolled, alice, new_york(2026, 10, 6, 9), 30),
        lambda: make.measure(enrolled, instrument="GAD-7", scored_on=dt.date(2026, 10, 6)),
        lambda: payer.policies.update(overrides={"max_units": {"99494": 2}}),
        lambda: elm_street.fees.filter(code="99494").update(amount="75.00"),
        lambda: enrolled.coverages.update(member_id=""),
    ):
        change()
        basis = standing_of(enrolled)["basis"]
        assert basis not in seen
        seen.add(basis)
