"""A payer's terms as one page, and its fees; policies are in `test_policy_approval` and others."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from billing.models import Fee
from billing.services import fees
from registry.models import Payer
from tests.billing.october import NOVEMBER_2
from tests.billing.pages import links, text

TERMS = "/p/elm-street/billing/payers/{}/terms/"
JANUARY = dt.date(2026, 1, 1)
FEE = {
    "kind": "charge",
    "code": "99492",
    "amount": "150.10",
    "whose": "payer",
    "active_from": "2026-01-01",
    "active_to": "",
    "source": "Fee schedule 2026",
}


@pytest.fixture(autouse=True)
def november(in_november):
    return in_november


@pytest.fixture
def page(payer):
    return TERMS.format(payer.pk)


@pytest.fixture
def charged(elm_street, payer, dana):
    """A fee by Dana: `charged(payer=None, amount=...)`."""

    def enter(payer=payer, **fields):
        said = {"code": "99492", "amount": Decimal("150.10"), "active_from": JANUARY}
        terms = fees.Terms(**said | {"source": "Fee schedule"} | fields)
        return fees.enter(elm_street, terms, payer=payer, by=dana, now=NOVEMBER_2)

    return enter


@pytest.mark.parametrize(("whose", "own"), [("payer", True), ("all", False)])
def test_a_fee_is_entered_for_this_payer_or_for_all(signed_in, dana, page, payer, whose, own):
    response = signed_in(dana).post(f"{page}fees/add/", FEE | {"whose": whose}, follow=True)
    row = Fee.objects.get()
    assert (row.payer, row.amount) == (payer if own else None, Decimal("150.10"))
    assert (row.entered_by, row.source) == (dana, "Fee schedule 2026")
    assert ("This payer" if own else "All payers") in text(response)
    assert "once the month's true-up has run again" in text(response)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"code": "99429"}, "No claim of this practice can hold this code."),
        ({"code": ""}, "Code is missing."),
        ({"amount": "0"}, "between $0.01 and"),
        ({"amount": "-1"}, "between $0.01 and"),
        ({"amount": "10000000"}, "between $0.01 and"),
        ({"amount": "1e400"}, "between $0.01 and"),
        ({"amount": "0.005"}, "more than two decimals"),
        ({"amount": "NaN"}, "This is no amount."),
        ({"amount": "a lot"}, "This is no amount."),
        ({"whose": "me"}, "Choose one of those listed."),
        ({"active_to": "2025-12-31"}, "The last day lies before the first."),
        ({"source": ""}, "Source is missing."),
    ],
)
def test_a_fee_that_cannot_be_is_refused_and_what_was_typed_stays(
    signed_in, dana, page, fields, said
):
    response = signed_in(dana).post(f"{page}fees/add/", FEE | fields)
    assert response.status_code == 422
    assert said in text(response)
    assert 'value="2026-01-01"' in response.content.decode()
    assert not Fee.objects.exists()


@pytest.mark.parametrize("typed", ["$150.10", " 150.1 ", "150.10"])
def test_an_amount_may_be_written_with_its_sign(signed_in, dana, page, typed):
    signed_in(dana).post(f"{page}fees/add/", FEE | {"amount": typed})
    assert Fee.objects.get().amount == Decimal("150.10")


def test_a_day_has_one_amount_of_a_code(charged, signed_in, dana, page):
    charged()
    response = signed_in(dana).post(f"{page}fees/add/", FEE | {"active_from": "2026-10-01"})
    assert response.status_code == 422
    assert "99492 is $150.10 from Jan 1, 2026 on: a day has one amount." in text(response)
    assert "End that one on Sep 30, 2026" in text(response)
    assert Fee.objects.count() == 1


def test_a_payer_s_own_amount_stands_beside_the_one_for_all(charged, signed_in, ann, page):
    charged()
    charged(payer=None)
    charged(payer=None, code="99493")
    assert text(signed_in(ann).get(page)).count("This payer's own amount goes first") == 1


def test_a_fee_is_ended_and_the_next_takes_its_place(charged, signed_in, dana, page):
    first = charged()
    url = f"{page}fees/{first.pk}/end/"
    assert "$150.10" in text(signed_in(dana).get(url))
    signed_in(dana).post(url, {"ends_on": "2026-09-30"})
    charged(active_from=dt.date(2026, 10, 1))
    response = signed_in(dana).post(url, {"ends_on": "2026-10-01"})
    assert "a day has one amount" in text(response)
    first.refresh_from_db()
    assert first.active_to == dt.date(2026, 9, 30)


def test_a_fee_that_was_entered_wrongly_is_taken_out(charged, signed_in, dana, page):
    row = charged()
    signed_in(dana).post(f"{page}fees/{row.pk}/remove/")
    assert not Fee.objects.exists()


def test_another_payer_s_fee_is_not_on_this_payer_s_page(charged, signed_in, dana, elm_street, now):
    row = charged()
    other = Payer.objects.create(practice=elm_street, name="Other Plan", created_at=now)
    page = TERMS.format(other.pk)
    assert "$150.10" not in text(signed_in(dana).get(page))
    assert signed_in(dana).post(f"{page}fees/{row.pk}/remove/").status_code == 404


@pytest.mark.parametrize(
    ("who", "code"),
    [("dana", 200), ("sue", 200), ("ann", 200), ("alice", 403), ("sam", 403), ("charlie", 404)],
)
def test_who_sees_the_terms(request, signed_in, page, who, code):
    assert signed_in(request.getfixturevalue(who)).get(page).status_code == code


def test_the_payers_lead_to_their_terms(signed_in, ann, page):
    assert page in links(signed_in(ann).get("/p/elm-street/payers/"))
