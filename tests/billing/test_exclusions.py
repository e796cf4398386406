"""Services that exclude each other: what holds a claim, what warns, and what concerns nobody."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from billing.models import Claim, CodePair, CodeRelease, Fee
from billing.rules.parameters import ParameterError
from billing.selectors import month_facts
from billing.services import claims, code_release, decision, exclusion_rules, shipped_rules
from tests.billing.october import NOVEMBER_2, OCTOBER
from tests.billing.pages import links, text

pytestmark = pytest.mark.django_db

#: What the policy of `october` gives as the claim's date of service: the month's last day.
CLAIM_DAY = dt.date(2026, 10, 31)
DAY_BEFORE = CLAIM_DAY - dt.timedelta(days=1)
LIST = "/p/elm-street/billing/exclusions/"


@pytest.fixture
def served(dr_priya, system):
    """A service billed apart: `served(patient, "96127", CLAIM_DAY)`, by the PCP if not said."""

    def serve(patient, code, on, by=None, **fields):
        return patient.other_services.create(
            code=code,
            served_on=on,
            practitioner=by or f"clinician:{dr_priya.pk}",
            recorded_at=NOVEMBER_2,
            recorded_by=system,
            **fields,
        )

    return serve


def chart_of(patient, month=OCTOBER):
    return month_facts.gather([patient.pk], month).charts[patient.pk]


def findings(patient, month=OCTOBER):
    return decision.of(chart_of(patient, month)).own_findings


def said(patient, month=OCTOBER):
    return [(found["kind"], found["rule"]) for found in findings(patient, month)]


def mark(patient):
    return decision.basis(chart_of(patient)).mark


# -- which services stand against a claim -------------------------------------------------------

HOLD, WARN = "hold", "note"
ON_THE_DATE, IN_THE_MONTH = "excluded_on_the_date", "excluded_in_the_month"


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


# -- the true-up --------------------------------------------------------------------------------


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
    with django_assert_num_queries(4):
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


# -- the product's own rules --------------------------------------------------------------------


def test_what_is_shipped_is_there_without_anybody_s_doing():
    assert CodeRelease.objects.get(kind="cms").quarter == "2024 Q3"
    assert CodePair.objects.filter(kind="same_date").count() == 1419
    assert CodePair.objects.filter(kind="month", code_a="99484", code_b="99492").exists()


def test_shipping_a_second_time_changes_nothing_and_puts_back_what_was_lost(system, now):
    def rows():
        return list(CodePair.objects.order_by("pk").values())

    before = rows()
    shipped_rules.ship(by=system, now=now)
    assert rows() == before
    CodePair.objects.filter(kind="month").delete()
    CodeRelease.objects.filter(kind="own").delete()
    shipped_rules.ship(by=system, now=now)
    assert len(rows()) == len(before)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("read_on = 2026-11-23", ""), "read_on"),
        (('effect = "hold"', 'effect = "stop"'), "month[0].effect"),
        (("from = 2018-01-01", 'from = "2018"'), "month[0].from"),
        (('scope = "any"', 'scop = "any"'), "month[0].scop"),
        (("indicator = 9", "indicator = 8"), "indicator 9"),
        (('beside = ["99493"]', 'beside = ["99492"]'), "names 99492 and 99492 twice"),
    ],
)
def test_a_broken_file_of_rules_names_file_and_key(tmp_path, change, message):
    path = tmp_path / "exclusions.toml"
    path.write_text(exclusion_rules.FILE.read_text().replace(*change, 1))
    with pytest.raises(ParameterError) as error:
        exclusion_rules.read(path)
    assert "exclusions.toml" in str(error.value)
    assert message in str(error.value)


def test_every_effect_that_the_rules_change_is_taken_over(tmp_path, system, now, monkeypatch):
    path = tmp_path / "exclusions.toml"
    written = exclusion_rules.FILE.read_text()
    path.write_text(written.replace('partners = ["99495", "99496"]', 'partners = ["96127"]'))
    monkeypatch.setattr(exclusion_rules, "FILE", path)
    shipped_rules.ship(by=system, now=now)
    pair = CodePair.objects.filter(kind="same_date")
    assert pair.get(code_a="96127", code_b="99492").effect == "warn"
    assert pair.get(code_a="99492", code_b="99496").effect == "hold"


# -- on the screen ------------------------------------------------------------------------------


@pytest.fixture
def looking(signed_in, dana, in_november):
    """Dana looks for something: `looking(code="96127")`, as the words of the page."""

    def look(person=None, **query):
        response = signed_in(person or dana).get(LIST, query)
        assert response.status_code == 200
        return text(response)

    return look


def test_the_list_names_the_quarter_in_force_and_warns_that_it_is_old(looking):
    page = looking()
    assert "In force on Nov 2, 2026: CMS 2024 Q3, since Jul 1, 2024." in page
    assert "9 quarters have begun since" in page
    assert "1–25 of" in page


@pytest.mark.parametrize(
    ("query", "there", "absent"),
    [
        ({"code": "96127 99492"}, ["96127 and 99492", "99492, not 96127"], "99493"),
        ({"code": "g0181, 99484"}, ["99484 and G0181", "No modifier helps"], "99492 and"),
        ({"code": "9942 99484", "kind": "month"}, ["99421 and 99484", "Warns"], "No modifier"),
        ({"code": "99495"}, ["99492 and 99495", "An NCCI modifier", "Warns"], "Holds the claim at"),
        ({"code": "99421", "effect": "hold"}, ["99421 and 99492"], "our reading of them"),
        ({"code": "99494"}, ["Most units on one date", "more may be paid on appeal"], "99484 1"),
        ({"code": "99213"}, ["No pair is listed", "Show all"], "Most units"),
        ({"on": "2024-06-30"}, ["No quarter of CMS is loaded for Jun 30, 2024"], "Same date S"),
        ({"code": "1 2 3"}, ["Look for one code, or for two together."], "No pair is"),
        ({"code": "<b>"}, ["A code has five letters and digits"], "No pair is"),
        ({"on": "yesterday"}, ["This is no day. Write it as 2026-10-31."], "No pair is"),
        ({"on": "0001-01-01"}, ["No claim is of this day."], "No pair is"),
        ({"kind": "week", "page": "x"}, ["1–25 of"], "No pair is"),
        ({"page": "99999"}, ["Pairs of codes"], "No pair is"),
    ],
)
def test_the_list_finds_pairs_by_code_rule_effect_and_day(looking, query, there, absent):
    page = looking(**query)
    for words in there:
        assert words in page
    assert absent not in page


def test_each_row_says_where_it_was_read_and_in_which_release(looking):
    page = looking(code="96127 99492")
    assert "NCCI procedure-to-procedure edits, practitioners (CMS 2024 Q3)" in page
    page = looking(code="99484 G2214")
    assert "bcbsm.com, The Record, May 2022 (CareTally's rules, read on 2026-11-23)" in page


def test_the_list_is_for_whoever_reads_what_is_billed(looking, signed_in, sue, ann, alice):
    for person in (sue, ann):
        assert "Pairs of codes" in looking(person)
    assert signed_in(alice).get(LIST).status_code == 403


def test_the_list_costs_the_same_however_long_it_is(
    signed_in, dana, in_november, django_assert_max_num_queries
):
    browser = signed_in(dana)
    browser.get(LIST)
    for query in ({}, {"code": "96127"}, {"page": "20"}):
        with django_assert_max_num_queries(12):
            browser.get(LIST, query)


def test_the_claim_says_it_with_its_source_and_leads_to_the_services(
    october, served, signed_in, dana, in_november
):
    held, warned = october.chart(), october.chart()
    served(held, "96127", CLAIM_DAY)
    served(warned, "97151", CLAIM_DAY)
    october.true_up()
    for patient, words in (
        (held, "Leave 96127 off"),
        (warned, "99492 is paid and 97151 denied, unless"),
    ):
        claim = Claim.objects.get(patient=patient)
        page = signed_in(dana).get(f"/p/elm-street/billing/claims/{claim.pk}/")
        assert words in text(page)
        assert "NCCI procedure-to-procedure edits, practitioners (CMS 2024 Q3)" in text(page)
        back = f"?back=/p/elm-street/billing/claims/{claim.pk}/"
        assert f"/p/elm-street/patients/{patient.pk}/{back}#services" in links(page)
    warned_claim = Claim.objects.get(patient=warned)
    where = {"slug": "elm-street", "claim_id": warned_claim.pk}
    explained = signed_in(dana).get(reverse("claim_explanation", kwargs=where))
    assert "Noted beyond the rules" in text(explained)


def test_the_month_s_review_groups_held_claims_by_the_cause(
    october, served, signed_in, dana, in_november
):
    served(october.chart(), "96127", CLAIM_DAY)
    october.true_up()
    page = signed_in(dana).get("/p/elm-street/billing/2026-10/?lane=held")
    assert "Excluded service on the same date" in text(page)
    assert LIST in links(page)
