"""What a month comes to: charged, expected, and missed; a sum is of what is shown."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.db import ProgrammingError, transaction

from billing.models import Claim, ClaimLine, Fee
from billing.selectors import claims, month_money
from tests.billing.october import NOVEMBER_2, OCTOBER
from tests.billing.pages import text

MONTH = "/p/elm-street/billing/2026-10/"


@pytest.fixture
def allowed(elm_street, payer, dana):
    """What the payer allows: `allowed("99492", "140.00")`."""

    def enter(code, amount, **fields):
        return Fee.objects.create(
            practice=elm_street, payer=payer, kind="allowed", code=code, amount=Decimal(amount),
            active_from=dt.date(2026, 1, 1), entered_at=NOVEMBER_2, entered_by=dana, **fields,
        )  # fmt: skip

    return enter


def dollars(claim):
    """Charge, allowed and expected of every line, as texts."""
    found = claim.lines.values_list("charge", "allowed", "expected")
    return [tuple(None if cell is None else str(cell) for cell in row) for row in found]


def test_a_claim_keeps_what_it_should_bring_beside_its_charge(october, allowed):
    allowed("99492", "140.00")
    allowed("99494", "50.50")
    claim = october.claim(130)
    assert dollars(claim) == [("150.10", "140.00", "140.00"), ("120.10", "101.00", "101.00")]
    assert (claim.total_charge, claim.total_expected) == (Decimal("270.20"), Decimal("241.00"))


def test_nothing_is_expected_where_one_line_has_no_allowed_amount_and_nothing_is_held(
    october, allowed
):
    allowed("99492", "140.00")
    claim = october.claim(130)
    assert dollars(claim)[1] == ("120.10", None, None)
    assert (claim.outcome, claim.total_expected) == ("billable", None)


def test_a_payer_pays_no_more_than_is_charged_and_the_claim_says_so(
    october, allowed, signed_in, dana
):
    allowed("99492", "180.00")
    claim = october.claim()
    assert dollars(claim) == [("150.10", "180.00", "150.10")]
    assert claim.outcome == "billable"
    (note,) = claim.own_holds
    assert (note["rule"], note["kind"]) == ("charged_below_allowed", "note")
    assert claim.rules == []
    page = text(signed_in(dana).get(f"/p/elm-street/billing/claims/{claim.pk}/"))
    assert "less than the payer allows ($180.00)" in page


def test_an_amount_that_ended_before_the_date_of_service_counts_for_nothing(october, allowed):
    allowed("99492", "140.00", active_to=dt.date(2026, 10, 30))
    assert october.claim().total_expected is None


def test_a_new_allowed_amount_is_taken_in_by_a_draft_and_not_by_what_was_approved(
    october, allowed, elm_street, dana
):
    from billing.services import claims as services

    draft, decided = october.claim(), october.claim()
    services.approve([decided.pk], practice=elm_street, month=OCTOBER, by=dana, now=NOVEMBER_2)
    allowed("99492", "140.00")
    october.true_up()
    expected = dict(Claim.objects.values_list("pk", "total_expected"))
    assert expected == {draft.pk: Decimal("140.00"), decided.pk: None}


def test_the_database_keeps_what_an_approved_claim_is_expected_to_bring(october, elm_street, dana):
    from billing.services import claims as services

    claim = october.claim()
    services.approve([claim.pk], practice=elm_street, month=OCTOBER, by=dana, now=NOVEMBER_2)
    with pytest.raises(ProgrammingError, match="Cannot update"), transaction.atomic():
        Claim.objects.filter(pk=claim.pk).update(total_expected=1)


def test_the_lane_s_figures_are_the_sums_of_its_rows_also_when_narrowed(
    october, allowed, signed_in, dana, elm_street
):
    allowed("99492", "140.00")
    for minutes in (75, 80, 130):
        october.claim(minutes)
    clean = claims.in_lane(claims.of_month(dana, elm_street, OCTOBER), "clean")
    money = month_money.of(clean)
    assert money.charge == sum(claim.total_charge for claim in clean) == Decimal("570.40")
    known = [claim.total_expected for claim in clean if claim.total_expected is not None]
    assert money.expected == sum(known) == Decimal("280.00")
    assert (money.without_charge, money.without_expected) == (0, 1)
    page = text(signed_in(dana).get(MONTH))
    assert "Charges $570.40 of every claim" in page
    assert "Expected $280.00 1 claim without an expected amount" in page


def test_what_fell_short_is_summed_by_the_code_that_it_fell_short_of(
    october, allowed, signed_in, dana, elm_street
):
    allowed("99492", "140.00")
    for minutes in (68, 20, 40):
        october.claim(minutes)
    october.claim(75)  # of another lane, and no part of the sum
    short = claims.in_lane(claims.of_month(dana, elm_street, OCTOBER), "not_billable")
    by_claim = month_money.missed_by_claim(list(short), OCTOBER).values()
    money = month_money.missed_of(short, OCTOBER)
    assert money.charge == sum(each.charge for each in by_claim) == Decimal("450.30")
    assert money.expected == sum(each.expected for each in by_claim) == Decimal("420.00")
    page = text(signed_in(dana).get(f"{MONTH}?lane=not_billable"))
    assert "Charges missed $450.30" in page
    assert "Revenue missed $420.00" in page


def test_a_claim_held_for_want_of_a_charge_is_counted(october, signed_in, dana):
    Fee.objects.filter(code="99492").delete()
    claim = october.claim()
    assert claim.rules == ["fee_missing"]
    assert "There is no charge for 99492 on 2026-10-31." in claim.own_holds[0]["text"]
    page = text(signed_in(dana).get(f"{MONTH}?lane=held"))
    assert "Charges $0.00 1 claim without a charge" in page


def test_an_empty_lane_comes_to_nothing(october, elm_street, dana):
    none = claims.in_lane(claims.of_month(dana, elm_street, OCTOBER), "sent")
    assert month_money.of(none) == month_money.missed_of(none, OCTOBER) == month_money.Money()


def test_a_line_s_expected_dollars_are_the_database_s_own(october):
    claim = october.claim()
    line = ClaimLine.objects.get(claim=claim)
    for charge, allowed, expected in [
        (None, None, None),
        (Decimal("1.00"), None, None),
        (None, Decimal("2.00"), Decimal("2.00")),
        (Decimal("1.00"), Decimal("2.00"), Decimal("1.00")),
        (Decimal("3.00"), Decimal("2.00"), Decimal("2.00")),
    ]:
        ClaimLine.objects.filter(pk=line.pk).update(charge=charge, allowed=allowed)
        line.refresh_from_db()
        assert line.expected == expected
