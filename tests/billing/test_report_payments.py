"""A second payer's dollars are counted, and counted once."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
import time_machine

from billing.models import Denial, Fee, PayerClaimSettings
from billing.selectors.reports import claim_rows, money, payments, returns, scope
from billing.services import received, secondary_claims
from billing.web.doors import READERS
from registry.models import Payer
from tests.billing.october import NOVEMBER_2, OCTOBER
from tests.billing.pages import text
from tests.x12.reading import made as x12

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2026, 11, 12, 17, tzinfo=dt.UTC)
REPORTS = "/p/elm-street/billing/reports/"
WHEN = "from=2026-10&to=2026-10"


@pytest.fixture(autouse=True)
def _that_day():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def medicaid(elm_street):
    return Payer.objects.create(
        practice=elm_street, name="Hudson Mutual", payer_id="HM77", created_at=NOVEMBER_2
    )


@pytest.fixture
def claim(october, make, medicaid, elm_street, dana):
    """$150.10 charged, $145.24 expected: what Medicare allowed for 99492 in 2025 (domain, 6.2)."""
    Fee.objects.create(
        practice=elm_street, payer=october.payer, code="99492", kind="allowed", amount="145.24",
        active_from=dt.date(2026, 1, 1), entered_at=NOVEMBER_2, entered_by=dana,
    )  # fmt: skip
    claim = october.sent(75)
    make.coverage(claim.patient, medicaid, rank=2, member_id="H-1")
    return claim


@pytest.fixture
def era(claim, elm_street, dana):
    """Post what a payer says of the claim."""

    def post(payer, status, paid, share, *adjustments):
        sign = "-" if status == "22" else ""
        segments = (
            f"CLP*CT{claim.pk}*{status}*{sign}150.10*{paid}*{share}*12*PCN*11*1",
            f"SVC*HC:99492*{sign}150.10*{paid}**1",
            "DTM*472*20261031",
            *adjustments,
        )
        content = x12.remittance(*segments, paid=paid)
        content = content.replace(
            "N1*PR*PRAIRIE HEALTH PLAN", f"N1*PR*{payer.name}*XV*{payer.payer_id}"
        )
        outcome = received.receive(
            elm_street, name="era", content=content.encode(), by=dana, now=NOW
        )
        assert outcome.is_new, outcome

    return post


def first_pays(era, claim):
    """Medicare pays 80 percent and leaves 20 to the patient."""
    era(claim.payer, "1", "116.19", "29.05", "CAS*CO*45*4.86", "CAS*PR*2*29.05")


def sums(dana, elm_street, **narrowed):
    chosen = scope.of(dana, elm_street, OCTOBER, OCTOBER, roles=READERS).narrowed(**narrowed)
    return money.total(money.cube(chosen))


def figures(found):
    return [str(each) for each in (found.expected, found.paid, found.paid_later, found.share)]


def test_the_first_payer_s_share_waits_for_the_second(era, claim, dana, elm_street):
    first_pays(era, claim)
    assert figures(sums(dana, elm_street)) == ["145.24", "116.19", "0", "29.05"]


def test_what_the_second_pays_is_paid_and_no_longer_the_patient_s(
    era, claim, medicaid, dana, elm_street, signed_in
):
    first_pays(era, claim)
    secondary_claims.make(claim, by=dana, now=NOW)
    era(medicaid, "2", "29.05", "0", "CAS*OA*23*121.05")
    found = sums(dana, elm_street)
    assert figures(found) == ["145.24", "145.24", "29.05", "0"]
    chosen = scope.of(dana, elm_street, OCTOBER, OCTOBER, roles=READERS)
    told = returns.of(chosen, money.cube(chosen), {})
    assert told.total.paid == Decimal("145.24")  # and not 174.29: the share counted once
    assert payments.by_whom(chosen) == [
        (claim.payer_id, "Empire Health Plan", Decimal("116.19")),
        (medicaid.pk, "Hudson Mutual", Decimal("29.05")),
    ]
    page = text(signed_in(dana).get(f"{REPORTS}?{WHEN}&by=payer"))
    assert "$29.05 by later payers" in page
    assert "Who paid" in page
    assert "so that no dollar counts twice" in page


def test_a_second_payer_that_pays_nothing_says_what_the_patient_owes(
    era, claim, medicaid, dana, elm_street
):
    first_pays(era, claim)
    era(medicaid, "2", "0", "12.00", "CAS*OA*23*138.10", "CAS*PR*3*12.00")
    assert figures(sums(dana, elm_street)) == ["145.24", "116.19", "0.00", "12.00"]


def test_a_second_payer_s_word_that_is_taken_back_leaves_the_first_one_s(
    era, claim, medicaid, dana, elm_street
):
    first_pays(era, claim)
    era(medicaid, "2", "29.05", "0", "CAS*OA*23*121.05")
    era(medicaid, "22", "-29.05", "0", "CAS*OA*23*-121.05")
    assert figures(sums(dana, elm_street)) == ["145.24", "116.19", "0.00", "29.05"]


def test_of_three_payers_the_last_says_what_the_patient_owes(
    era, claim, medicaid, make, dana, elm_street
):
    third = Payer.objects.create(
        practice=elm_street, name="Lakes Mutual", payer_id="LM9", created_at=NOVEMBER_2
    )
    make.coverage(claim.patient, third, rank=3, member_id="L-1")
    first_pays(era, claim)
    secondary_claims.make(claim, by=dana, now=NOW)
    era(medicaid, "2", "19.05", "10.00", "CAS*OA*23*121.05", "CAS*PR*2*10.00")
    assert figures(sums(dana, elm_street)) == ["145.24", "135.24", "19.05", "10.00"]
    secondary_claims.make(claim, turn="T", by=dana, now=NOW)
    era(third, "3", "9.00", "1.00", "CAS*OA*23*140.10", "CAS*PR*2*1.00")
    assert figures(sums(dana, elm_street)) == ["145.24", "144.24", "28.05", "1.00"]
    era(third, "22", "-9.00", "-1.00", "CAS*OA*23*-140.10", "CAS*PR*2*-1.00")
    assert figures(sums(dana, elm_street))[:3] == ["145.24", "135.24", "19.05"]
    assert sums(dana, elm_street).share == Decimal("10.00")


def test_a_first_payer_that_corrects_itself_counts_once(era, claim, dana, elm_street):
    first_pays(era, claim)
    era(claim.payer, "22", "-116.19", "-29.05", "CAS*CO*45*-4.86", "CAS*PR*2*-29.05")
    era(claim.payer, "1", "120.00", "25.24", "CAS*CO*45*4.86", "CAS*PR*2*25.24")
    assert figures(sums(dana, elm_street)) == ["145.24", "120.00", "0", "25.24"]


def test_the_second_payer_s_dollars_stand_with_their_code(era, claim, medicaid, dana, elm_street):
    first_pays(era, claim)
    era(medicaid, "2", "29.05", "0", "CAS*OA*23*121.05")
    by_code = sums(dana, elm_street, code="99492")
    assert (by_code.paid, by_code.paid_later) == (Decimal("145.24"), Decimal("29.05"))
    whole = sums(dana, elm_street, code=scope.WHOLE)
    assert (whole.paid, whole.paid_later) == (0, 0)


def test_what_is_refused_is_at_risk_by_what_was_expected(era, claim, dana, elm_street):
    era(claim.payer, "4", "0", "0", "CAS*CO*97*150.10")
    assert sums(dana, elm_street).refused == Decimal("145.24")
    era(claim.payer, "22", "0", "0", "CAS*CO*97*-150.10")
    era(claim.payer, "4", "0", "0", "CAS*CO*16*150.10")
    assert sums(dana, elm_street).refused == Decimal("145.24")  # refused twice, at risk once


def test_what_is_given_up_is_missed_and_no_longer_at_risk(era, claim, dana, elm_street):
    era(claim.payer, "4", "0", "0", "CAS*CO*97*150.10")
    claim.denials.update(state="written_off", note="Billed with another code.")
    found = sums(dana, elm_street)
    assert (found.at_risk, found.missed, found.given_up) == (0, Decimal("145.24"), found.missed)


# Who refused


REFUSED = "CAS*CO*97*29.05"


@pytest.mark.parametrize("is_sent", [True, False])
@pytest.mark.parametrize("status", ["2", "4"])
def test_a_refusal_is_the_payer_s_that_refused_and_runs_by_its_clock(
    era, claim, medicaid, dana, elm_street, is_sent, status
):
    """Sent from here or passed on by the first payer; a status 4 does not say the turn."""
    for payer, days in ((claim.payer, 120), (medicaid, 30)):
        PayerClaimSettings.objects.create(payer=payer, appeal_days=days)
    first_pays(era, claim)
    if is_sent:
        secondary_claims.make(claim, by=dana, now=NOW)
    era(medicaid, status, "0", "0", "CAS*OA*23*121.05", REFUSED)
    denial = Denial.objects.get()
    assert denial.payer == medicaid
    paid_on = denial.payment.remittance.paid_on
    assert denial.due_on == paid_on + dt.timedelta(days=30)


def test_a_refusal_by_the_first_payer_stays_the_first_one_s(era, claim):
    era(claim.payer, "4", "0", "0", "CAS*CO*97*150.10")
    assert Denial.objects.get().payer == claim.payer


def test_a_later_payer_s_dollars_do_not_win_what_the_first_one_refused(era, claim, medicaid):
    """And the first payer's own do."""
    era(claim.payer, "1", "0", "121.05", "CAS*CO*97*29.05", "CAS*PR*2*121.05")
    era(medicaid, "2", "100.00", "0", "CAS*OA*23*50.10")
    assert Denial.objects.get(payer=claim.payer).state == "open"
    era(claim.payer, "1", "116.19", "29.05", "CAS*CO*45*4.86", "CAS*PR*2*29.05")
    assert Denial.objects.get(payer=claim.payer).state == "overturned"


def test_by_code_each_code_has_the_share_that_its_lines_left(era, claim, dana, elm_street):
    first_pays(era, claim)
    assert str(sums(dana, elm_street, code="99492").share) == "29.05"
    assert sums(dana, elm_street, code=scope.WHOLE).share == 0
    chosen = scope.of(dana, elm_street, OCTOBER, OCTOBER, roles=READERS).narrowed(code="99492")
    rows = claim_rows.of(chosen, claim_rows.Asked(what="share"), NOW.date())
    assert [(row.claim, row.amount) for row in rows] == [(claim, Decimal("29.05"))]


def test_what_no_line_accounts_for_is_the_share_of_the_whole_claim(
    era, claim, medicaid, dana, elm_street
):
    """The payer says 30.00 for the claim and 29.05 on its line."""
    era(claim.payer, "1", "116.19", "30.00", "CAS*CO*45*4.86", "CAS*PR*2*29.05")
    assert str(sums(dana, elm_street, code="99492").share) == "29.05"
    assert sums(dana, elm_street, code=scope.WHOLE).share == Decimal("0.95")
    era(medicaid, "2", "30.00", "0", "CAS*OA*23*120.10")
    assert [sums(dana, elm_street, code=each).share for each in ("99492", scope.WHOLE)] == [0, 0]
