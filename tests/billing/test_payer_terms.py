"""A payer's terms: a policy that counts once another person approves it, and dated fees."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from billing.models import Claim, Fee, PayerPolicy
from billing.services import fees, policies, true_up
from registry.errors import Refused
from registry.models import Payer
from tests.billing.october import NOVEMBER_2, OCTOBER
from tests.billing.pages import links, text

TERMS = "/p/elm-street/billing/payers/{}/terms/"
JANUARY = dt.date(2026, 1, 1)
POLICY = {
    "preset": "midpoint",
    "active_from": "2026-01-01",
    "active_to": "",
    "source": "Bulletin 7 of 2026",
    "source_address": "https://payer.example/bulletin-7",
    "review_by": "2027-01-01",
}
FEE = {
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
def drafted(payer, dana):
    """Dana's draft: `drafted(active_to=...)`."""

    def draft(**fields):
        said = {"preset": "standard", "active_from": JANUARY, "source": "Bulletin 7"}
        terms = policies.Terms(**said | fields)
        return policies.draft(payer, terms, by=dana, now=NOVEMBER_2)

    return draft


@pytest.fixture
def approved(drafted, sue):
    """Dana's policy, approved by Sue."""
    return lambda **fields: policies.approve(drafted(**fields), by=sue, now=NOVEMBER_2)


@pytest.fixture
def charged(elm_street, payer, dana):
    """A fee by Dana: `charged(payer=None, amount=...)`."""

    def enter(payer=payer, **fields):
        said = {"code": "99492", "amount": Decimal("150.10"), "active_from": JANUARY}
        terms = fees.Terms(**said | {"source": "Fee schedule"} | fields)
        return fees.enter(elm_street, terms, payer=payer, by=dana, now=NOVEMBER_2)

    return enter


def sentence(call, *args, field="", **kwargs):
    with pytest.raises(Refused) as refused:
        call(*args, **kwargs)
    return refused.value.problems[field]


def test_a_held_month_is_mended_by_two_people_and_becomes_billable(
    october_without_terms, signed_in, dana, sue, page, payer
):
    october_without_terms.chart()
    claim = october_without_terms.claims().get()
    assert claim.outcome == "held"
    biller, supervisor = signed_in(dana), signed_in(sue)
    biller.post(f"{page}policies/add/", POLICY)
    for code in ("99492", "99493", "99494"):
        biller.post(f"{page}fees/add/", FEE | {"code": code})
    policy = PayerPolicy.objects.get()
    supervisor.post(f"/p/elm-street/billing/policies/{policy.pk}/approve/")
    assert october_without_terms.claims().get().outcome == "billable"


@pytest.fixture
def october_without_terms(make, elm_street, payer, alice, sam, dr_priya, dana):
    from tests.billing.october import October

    class Bare(October):
        def claims(self):
            true_up.run(practice=elm_street, month=OCTOBER, kind="final", by=dana, now=NOVEMBER_2)
            return Claim.objects.filter(month=OCTOBER)

    return Bare(make, elm_street, payer, alice, sam, dr_priya, dana)


def test_a_policy_is_kept_as_a_draft_with_who_entered_it(signed_in, dana, page):
    response = signed_in(dana).post(f"{page}policies/add/", POLICY, follow=True)
    row = PayerPolicy.objects.get()
    assert (row.preset, row.active_from, row.active_to) == ("midpoint", JANUARY, None)
    assert (row.entered_by, row.entered_at, row.approved_at) == (dana, NOVEMBER_2, None)
    assert "The draft is kept." in text(response)
    assert "Waits for another biller or supervisor to approve it" in text(response)
    assert "No approved policy is in force today." in text(response)


def test_who_entered_a_policy_cannot_approve_it(drafted, signed_in, dana, page):
    row = drafted()
    url = f"/p/elm-street/billing/policies/{row.pk}/approve/"
    assert url not in signed_in(dana).get(page).content.decode()
    response = signed_in(dana).post(url, follow=True)
    row.refresh_from_db()
    assert row.approved_at is None
    assert "Not approved. You entered this policy yourself." in text(response)


def test_another_person_approves_it_and_is_told_that_the_true_up_runs_again(
    drafted, signed_in, sue, page
):
    row = drafted()
    url = f"/p/elm-street/billing/policies/{row.pk}/approve/"
    assert url in signed_in(sue).get(page).content.decode()
    response = signed_in(sue).post(url, follow=True)
    row.refresh_from_db()
    assert (row.approved_by, row.approved_at) == (sue, NOVEMBER_2)
    assert "once the month's true-up has run again" in text(response)
    assert "/p/elm-street/billing/2026-11/" in links(response)
    assert "No approved policy is in force" not in text(response)


@pytest.mark.parametrize(
    ("first", "last", "stands"),
    [
        ("2026-01-01", None, False),
        ("2025-01-01", "2025-12-31", True),
        ("2025-01-01", "2026-01-01", False),
        ("2026-06-30", "2026-06-30", False),
        ("2026-07-01", None, True),
        ("2025-01-01", None, False),
    ],
)
def test_approved_policies_never_share_a_day(approved, drafted, sue, first, last, stands):
    approved(active_to=dt.date(2026, 6, 30))
    days = {"active_from": dt.date.fromisoformat(first)}
    row = drafted(**days, active_to=last and dt.date.fromisoformat(last))
    if stands:
        policies.approve(row, by=sue, now=NOVEMBER_2)
    else:
        said = sentence(policies.approve, row, by=sue, now=NOVEMBER_2)
        assert "from Jan 1, 2026 to Jun 30, 2026" in said
    assert PayerPolicy.objects.filter(approved_at=None).count() == (0 if stands else 1)


def test_an_open_policy_is_ended_the_day_before_the_next_begins(
    approved, drafted, signed_in, sue, page
):
    first, second = approved(), drafted(active_from=dt.date(2026, 10, 1))
    said = sentence(policies.approve, second, by=sue, now=NOVEMBER_2)
    assert said.endswith("End that one on Sep 30, 2026, or choose other days.")
    assert "End that one on Sep 30, 2026" in text(signed_in(sue).get(page))
    url = f"/p/elm-street/billing/policies/{first.pk}/end/"
    assert signed_in(sue).get(url).status_code == 200
    signed_in(sue).post(url, {"ends_on": "2026-09-30"})
    policies.approve(second, by=sue, now=NOVEMBER_2)
    first.refresh_from_db()
    assert first.active_to == dt.date(2026, 9, 30)


@pytest.mark.parametrize(
    ("ends_on", "said"),
    [
        ("", "Last day is missing."),
        ("2025-12-31", "The last day lies before the first."),
        ("2026-07-01", "It ends on Jun 30, 2026 already."),
        ("1850-01-01", "Check the year."),
        ("soon", "This is no day."),
    ],
)
def test_a_last_day_that_cannot_be_is_refused(approved, signed_in, sue, ends_on, said):
    row = approved(active_to=dt.date(2026, 6, 30))
    url = f"/p/elm-street/billing/policies/{row.pk}/end/"
    response = signed_in(sue).post(url, {"ends_on": ends_on})
    assert response.status_code == 422
    assert said in text(response)
    row.refresh_from_db()
    assert row.active_to == dt.date(2026, 6, 30)


def test_a_draft_is_thrown_away_and_an_approved_policy_is_not(drafted, approved, signed_in, sue):
    kept, draft = approved(), drafted()
    for row in (kept, draft):
        signed_in(sue).post(f"/p/elm-street/billing/policies/{row.pk}/discard/")
    assert list(PayerPolicy.objects.all()) == [kept]


def test_nothing_is_approved_twice(approved, dana, drafted):
    row = approved()
    assert "approved already" in sentence(policies.approve, row, by=dana, now=NOVEMBER_2)
    gone, same = drafted(), PayerPolicy.objects.get(approved_at=None)
    policies.discard(gone, by=dana, now=NOVEMBER_2)
    assert "thrown away" in sentence(policies.approve, same, by=dana, now=NOVEMBER_2)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"preset": "guess"}, "Choose one of those listed."),
        ({"preset": ""}, "Choose one of the readings listed."),
        ({"active_from": ""}, "First day is missing."),
        ({"active_from": "1026-01-01"}, "Days lie between 2000 and 2099."),
        ({"active_to": "2025-12-31"}, "The last day lies before the first."),
        ({"source": " "}, "Source is missing."),
        ({"source": "x" * 301}, "at most 300"),
        ({"source_address": "a\nb\x07"}, "control character"),
        ({"review_by": "2026-11-02"}, "The day of the next review lies ahead."),
    ],
)
def test_a_policy_that_cannot_be_is_refused_and_what_was_typed_stays(
    signed_in, dana, page, fields, said
):
    response = signed_in(dana).post(f"{page}policies/add/", POLICY | {"source": "Mine"} | fields)
    assert response.status_code == 422
    assert said in text(response)
    assert "https://payer.example/bulletin-7" in response.content.decode() or (
        "source_address" in fields
    )
    assert not PayerPolicy.objects.exists()


def test_what_differs_from_the_preset_is_said_in_words(approved, signed_in, ann, page):
    row = approved()
    row.overrides = {"min_minutes": {"99492": 50}, "counts_outreach_attempts": True}
    row.save()
    shown = text(signed_in(ann).get(page))
    assert "Counts outreach attempts: yes. The preset says no." in shown
    assert "99492 50" in shown
    assert "{" not in shown


def test_a_policy_that_cannot_be_read_says_so(approved, signed_in, ann, page):
    row = approved()
    row.overrides = {"min_minutes": {"99492": "many"}}
    row.save()
    response = signed_in(ann).get(page)
    assert response.status_code == 200
    assert "It cannot be read, and holds every claim" in text(response)


def test_a_policy_past_its_review_is_marked(approved, signed_in, ann, page, november):
    approved(review_by=dt.date(2026, 11, 9))
    assert "Review due" not in text(signed_in(ann).get(page))
    november.move_to(NOVEMBER_2 + dt.timedelta(days=7))
    assert "Review due" in text(signed_in(ann).get(page))


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


def test_an_auditor_looks_and_changes_nothing(drafted, signed_in, ann, page):
    row = drafted()
    browser = signed_in(ann)
    assert "/add/" not in browser.get(page).content.decode()
    assert browser.post(f"{page}policies/add/", POLICY).status_code == 403
    assert browser.post(f"{page}fees/add/", FEE).status_code == 403
    url = f"/p/elm-street/billing/policies/{row.pk}/approve/"
    assert browser.post(url).status_code == 403


def test_another_practice_s_payer_is_not_found(drafted, signed_in, dana, payer):
    """Dana bills for Harbor too, whose address does not open Elm Street's rows."""
    row = drafted()
    browser = signed_in(dana)
    page = TERMS.format(payer.pk).replace("elm-street", "harbor")
    assert browser.get(page).status_code == 404
    assert browser.post(f"{page}policies/add/", POLICY).status_code == 404
    url = f"/p/harbor/billing/policies/{row.pk}/discard/"
    assert browser.post(url).status_code == 404
    assert PayerPolicy.objects.exists()


def test_the_payers_lead_to_their_terms(signed_in, ann, page):
    assert page in links(signed_in(ann).get("/p/elm-street/payers/"))
