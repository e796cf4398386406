"""The lists of excluding services: the product's own rules, and what a biller sees of them."""

from __future__ import annotations

import pytest
from django.urls import reverse

from billing.models import Claim, CodePair, CodeRelease
from billing.rules.parameters import ParameterError
from billing.services import exclusion_rules, shipped_rules
from tests.billing.exclusions.charts import (
    CLAIM_DAY,
)
from tests.billing.pages import links, text

pytestmark = pytest.mark.django_db


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


LIST = "/p/elm-street/billing/exclusions/"


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
        here = f"/p/elm-street/billing/claims/{claim.pk}/"
        assert any(
            link.startswith(
                (f"{here}mend/?what=excluded_on", f"/p/elm-street/patients/{patient.pk}/?")
            )
            for link in links(page)
        )
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
