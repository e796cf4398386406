"""Services that exclude each other: what holds a claim, what warns, and what concerns nobody."""

from __future__ import annotations

import datetime as dt

import pytest

from billing.models import CodePair, CodeRelease, Fee
from billing.services import decision
from tests.billing.exclusions.charts import (
    CLAIM_DAY,
    DAY_BEFORE,
    HOLD,
    IN_THE_MONTH,
    ON_THE_DATE,
    WARN,
    chart_of,
    findings,
    said,
)
from tests.billing.october import NOVEMBER_2, OCTOBER

pytestmark = pytest.mark.django_db


# -- which services stand against a claim -------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "on", "found"),
    [
        # indicator 0: one of the two is denied, whatever the modifier
        ("96127", CLAIM_DAY, (HOLD, ON_THE_DATE)),
        ("96127", DAY_BEFORE, None),
        ("G0181", CLAIM_DAY, (HOLD, ON_THE_DATE)),
        # work inside the bundle: held on the date, a warning in the month
        ("99421", CLAIM_DAY, (HOLD, ON_THE_DATE)),
        ("99421", DAY_BEFORE, (WARN, IN_THE_MONTH)),
        ("99421", OCTOBER, (WARN, IN_THE_MONTH)),
        ("99421", OCTOBER - dt.timedelta(days=1), None),
        ("99421", CLAIM_DAY + dt.timedelta(days=1), None),
        # indicator 1: a modifier lifts it where a person finds the two separate
        ("97151", CLAIM_DAY, (WARN, ON_THE_DATE)),
        ("97151", DAY_BEFORE, None),
        # transitional care: on two dates both are paid
        ("99495", CLAIM_DAY, (WARN, ON_THE_DATE)),
        ("99496", CLAIM_DAY, (WARN, ON_THE_DATE)),
        ("99496", DAY_BEFORE, None),
        # no edit and no rule
        ("99213", CLAIM_DAY, None),
        ("90839", CLAIM_DAY, None),
        ("99490", CLAIM_DAY, None),
    ],
)
def test_a_service_beside_a_first_month(october, served, code, on, found):
    patient = october.chart()
    served(patient, code, on)
    assert said(patient) == ([found] if found else [])
    assert decision.of(chart_of(patient)).outcome == (
        "held" if found and found[0] == HOLD else "billable"
    )


@pytest.mark.parametrize("by", ["an outside clinic", "user:{alice}"])
@pytest.mark.parametrize(("code", "on"), [("96127", CLAIM_DAY), ("99421", DAY_BEFORE)])
def test_another_practitioner_s_service_does_not_touch_the_claim(
    october, served, alice, by, code, on
):
    patient = october.chart()
    served(patient, code, on, by=by.format(alice=alice.pk))
    assert said(patient) == []


def test_a_rule_of_the_month_may_hold_whoever_gave_the_service_and_when(october, served, dana):
    october.payer.policies.update(preset="midpoint")
    Fee.objects.create(
        practice=october.practice, code="G2214", amount=50, active_from=dt.date(2026, 1, 1),
        entered_at=NOVEMBER_2, entered_by=dana,
    )  # fmt: skip
    patient = october.chart(20)
    served(patient, "G0511", OCTOBER, by="an outside clinic")
    (found,) = findings(patient)
    assert (found["kind"], found["rule"]) == (HOLD, IN_THE_MONTH)
    assert found["text"].startswith("G0511 on 2026-10-01 is of the same month as G2214.")
    assert found["text"].endswith("Leave one of the two off.")


def test_an_add_on_of_primary_care_management_excludes_what_that_includes(october, served, dana):
    october.payer.policies.update(overrides={"accepted_codes": ["G0568"], "apcm_addons": True})
    Fee.objects.create(
        practice=october.practice, code="G0568", amount=50, active_from=dt.date(2026, 1, 1),
        entered_at=NOVEMBER_2, entered_by=dana,
    )  # fmt: skip
    patient = october.chart()
    served(patient, "G0557", OCTOBER)
    assert said(patient) == []
    served(patient, "99490", OCTOBER)
    (found,) = findings(patient)
    assert (found["kind"], found["rule"]) == (HOLD, IN_THE_MONTH)
    assert found["text"].startswith("99490 on 2026-10-01 is of the same month as G0568.")


def test_what_the_rules_say_themselves_is_said_once(october, served):
    patient = october.chart()
    served(patient, "99484", CLAIM_DAY)
    assert said(patient) == []
    assert decision.of(chart_of(patient)).against == ["already_billed"]


def test_a_void_service_is_none(october, served, dana):
    patient = october.chart()
    served(patient, "96127", CLAIM_DAY, voided_at=NOVEMBER_2, voided_by=dana)
    assert said(patient) == []


def test_a_month_that_earns_nothing_has_nothing_to_exclude(october, served):
    patient = october.chart(69)
    served(patient, "96127", CLAIM_DAY)
    assert said(patient) == []


def test_the_sentence_says_which_is_denied_what_to_do_and_where_it_was_read(october, served):
    patient = october.chart()
    served(patient, "96127", CLAIM_DAY)
    (found,) = findings(patient)
    assert found["text"] == (
        "96127 was given on 2026-10-31, the claim's date of service, by the same practitioner: "
        "99492 is paid and 96127 denied, and no modifier changes that. Leave 96127 off, or correct "
        "the date of 96127 if it was given on another day."
    )
    assert found["reference"] == (
        "NCCI procedure-to-procedure edits, practitioners (CMS 2024 Q3): "
        "Misuse of Column Two code with Column One code"
    )


def test_one_sentence_for_a_service_however_many_lines_and_days_it_meets(october, served):
    patient = october.chart(101)  # 99492 and 99494
    served(patient, "99495", CLAIM_DAY)
    (found,) = findings(patient)
    assert "99495 is paid and 99492 denied, unless an NCCI modifier" in found["text"]
    assert "99494 is paid and 99495 denied, and no modifier" in found["text"]
    another = october.chart(101)
    served(another, "99421", OCTOBER)
    served(another, "99421", DAY_BEFORE)
    (found,) = findings(another)
    assert found["text"].startswith("99421 on 2026-10-01 and 2026-10-30 is of the same month")


def test_a_claim_is_judged_by_what_was_in_force_on_its_day(october, served):
    patient = october.chart()
    served(patient, "96127", CLAIM_DAY)
    row = CodePair.objects.filter(code_a="96127", code_b="99492")
    for first, last, found in [
        (CLAIM_DAY, None, True),
        (CLAIM_DAY + dt.timedelta(days=1), None, False),
        (OCTOBER, CLAIM_DAY, True),
        (OCTOBER, DAY_BEFORE, False),
    ]:
        row.update(active_from=first, active_to=last)
        CodeRelease.objects.filter(kind="own").update(sha256=f"{first} {last}")
        assert bool(said(patient)) == found, (first, last)


def test_an_edit_that_was_taken_back_never_applies(october, served):
    patient = october.chart()
    served(patient, "96127", CLAIM_DAY)
    CodePair.objects.filter(code_a="96127").update(modifier_indicator=9)
    CodeRelease.objects.filter(kind="own").update(sha256="another")
    assert said(patient) == []


# -- unit caps ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("minutes", "limit", "held"), [(70 + 5 * 30, 5, True), (70 + 4 * 30, 5, False), (230, 4, False)]
)
def test_units_above_cms_cap_hold_the_claim_where_a_payer_s_own_limit_is_higher(
    october, payer, minutes, limit, held
):
    payer.policies.update(overrides={"max_units": {"99494": limit}})
    patient = october.chart(0)
    for _ in range(minutes // 60):
        october.log(patient, 60)
    october.log(patient, minutes % 60)
    assert said(patient) == ([(HOLD, "units_above_cap")] if held else [])
    if held:
        (found,) = findings(patient)
        assert "99494 × 5 is more than the 4" in found["text"]
        assert "adjudication indicator 3" in found["text"]
