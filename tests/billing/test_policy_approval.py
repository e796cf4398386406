"""A payer's policy is drafted by one person and in force once another approves; and who may."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from billing.models import PayerPolicy
from billing.services import policies
from registry.models import Payer
from tests.billing.october import NOVEMBER_2, OCTOBER
from tests.billing.pages import links, text
from tests.billing.policy_drafts import JANUARY, LIST, ONE, POLICY, TERMS, UNTESTED, problems


@pytest.fixture(autouse=True)
def november(in_november):
    return in_november


@pytest.fixture
def page(payer):
    return TERMS.format(payer.pk)


# -- the road of a policy


def test_a_held_month_is_mended_by_two_people_and_becomes_billable(
    bare_october, signed_in, dana, sue, page
):
    bare_october.chart()
    claim = bare_october.claims().get()
    assert (claim.outcome, claim.rules) == ("held", ["policy_missing"])
    signed_in(dana).post(f"{page}policies/add/", POLICY)
    policy = PayerPolicy.objects.get()
    url = ONE.format(policy.pk) + "approve/"
    assert signed_in(sue).get(url).status_code == 200
    signed_in(sue).post(url, {"untested_why": UNTESTED})
    assert bare_october.claims().get().outcome == "billable"


def test_a_policy_is_kept_as_a_draft_with_who_entered_it(signed_in, dana, sue, page):
    response = signed_in(dana).post(f"{page}policies/add/", POLICY, follow=True)
    row = PayerPolicy.objects.get()
    assert (row.preset, row.active_from, row.active_to) == ("midpoint", JANUARY, None)
    assert (row.entered_by, row.entered_at, row.approved_at) == (dana, NOVEMBER_2, None)
    assert "The draft is kept." in text(response)
    shown = text(signed_in(dana).get(page))
    assert "It waits for Sue Lindqvist to approve it." in shown
    assert "No approved policy is in force today." in shown


def test_where_nobody_may_approve_the_page_says_what_to_do(drafted, signed_in, dana):
    shown = text(signed_in(dana).get(ONE.format(drafted().pk)))
    assert "nobody else is a biller or supervisor of this practice" in shown
    assert "docs/operations.md says how, under “People and roles”" in shown


def test_who_entered_a_policy_cannot_approve_it(drafted, signed_in, dana):
    row = drafted()
    response = signed_in(dana).post(ONE.format(row.pk) + "approve/", {"untested_why": UNTESTED})
    row.refresh_from_db()
    assert row.approved_at is None
    assert response.status_code == 422
    assert "You entered this policy yourself." in text(response)


def test_nor_does_the_database_take_an_approval_by_who_entered_it(drafted, dana):
    row = drafted()
    row.approved_at, row.approved_by = NOVEMBER_2, dana
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_who_changes_a_draft_has_entered_it_from_then_on(drafted, approve, dana, sue):
    row = drafted()
    policies.change(row, {"source": "Bulletin 8"}, by=sue, now=NOVEMBER_2)
    row.refresh_from_db()
    assert (row.entered_by, row.source) == (sue, "Bulletin 8")
    assert "yourself" in problems(approve, row)[""]
    assert approve(row, by=dana).approved_by == dana


def test_another_person_approves_it_and_is_told_that_the_true_up_runs_again(
    drafted, signed_in, dana, sue
):
    row = drafted()
    url = ONE.format(row.pk) + "approve/"
    response = signed_in(sue).post(url, {"untested_why": UNTESTED}, follow=True)
    row.refresh_from_db()
    assert (row.approved_by, row.approved_at) == (sue, NOVEMBER_2)
    assert row.untested_why == UNTESTED
    assert "once the month's true-up has run again" in text(response)
    assert "/p/elm-street/billing/2026-11/" in links(response)
    assert "No approved policy is in force" not in text(response)
    shown = signed_in(dana).get(response.redirect_chain[-1][0]).content.decode()
    assert 'action="/p/elm-street/billing/2026-11/true-up/"' in shown


def test_a_draft_is_tested_before_it_is_approved_or_says_why_not(drafted, approve, sue):
    row = drafted()
    said = problems(approve, row, untested_why=" ")
    assert said == {"untested_why": "Test the draft on a past month, or say why no test is needed."}
    policies.note_test(row, month=OCTOBER, found="3 claims change.", by=sue, now=NOVEMBER_2)
    approve(row, untested_why="")
    row.refresh_from_db()
    assert row.tested_months == {"2026-10": "3 claims change."}
    assert (row.tested_by, row.untested_why) == (sue, "")


@pytest.mark.parametrize(
    ("given", "stays"),
    [
        ({"preset": "midpoint"}, False),
        ({"active_from": dt.date(2026, 2, 1)}, False),
        ({"overrides": {"apcm_addons": True}, "reasons": {"apcm_addons": "They said so."}}, False),
        ({"source": "Bulletin 8"}, True),
    ],
)
def test_a_test_is_forgotten_where_what_was_tested_changes(drafted, dana, given, stays):
    row = drafted()
    policies.note_test(row, month=OCTOBER, found="Nothing.", by=dana, now=NOVEMBER_2)
    policies.change(row, given, by=dana, now=NOVEMBER_2)
    row.refresh_from_db()
    assert bool(row.tested_at) is bool(row.tested_months) is stays


def test_what_the_approver_has_not_seen_is_not_approved(drafted, signed_in, dana, sue):
    row = drafted()
    url = ONE.format(row.pk) + "approve/"
    seen = signed_in(sue).get(url).context["form"]["seen"].value()
    policies.change(row, {"preset": "midpoint"}, by=dana, now=NOVEMBER_2)
    response = signed_in(sue).post(url, {"untested_why": UNTESTED, "seen": seen})
    assert response.status_code == 422
    assert "It was changed since you opened this page." in text(response)
    row.refresh_from_db()
    assert row.approved_at is None


def test_two_people_at_one_draft_do_not_write_over_each_other(drafted, signed_in, dana, sue):
    row = drafted()
    url = ONE.format(row.pk) + "edit/"
    seen = signed_in(sue).get(url).context["form"]["seen"].value()
    policies.change(row, {"source": "Dana's find"}, by=dana, now=NOVEMBER_2)
    response = signed_in(sue).post(url, POLICY | {"source": "Sue's find", "seen": seen})
    assert "It was changed since you opened this page." in text(response)
    assert "Sue&#x27;s find" in response.content.decode()
    row.refresh_from_db()
    assert row.source == "Dana's find"


def test_nothing_is_approved_twice_and_nothing_that_is_gone(approved, approve, drafted, dana):
    assert "approved" in problems(approve, approved(), by=dana)[""]
    gone, same = drafted(), PayerPolicy.objects.get(approved_at=None)
    policies.discard(gone, by=dana, now=NOVEMBER_2)
    assert "thrown away" in problems(approve, same)[""]


def test_a_draft_is_thrown_away_and_an_approved_policy_is_not(drafted, approved, signed_in, sue):
    kept, draft = approved(), drafted()
    for row in (kept, draft):
        signed_in(sue).post(ONE.format(row.pk) + "discard/")
    assert list(PayerPolicy.objects.all()) == [kept]


def test_an_approved_policy_is_copied_and_not_changed(approved, signed_in, dana, page):
    row = approved(overrides={"apcm_addons": True}, reasons={"apcm_addons": "Bulletin 7, page 2"})
    browser = signed_in(dana)
    for part in ("edit/", "values/"):
        shown = browser.get(ONE.format(row.pk) + part, follow=True)
        assert "To change it, copy it as a new draft." in text(shown)
    url = f"{page}policies/add/?from={row.pk}"
    assert browser.get(url).context["form"]["source"].value() == "Bulletin 7"
    browser.post(url, POLICY | {"preset": "standard", "active_from": "2026-12-01"})
    copy = PayerPolicy.objects.get(approved_at=None)
    assert (copy.overrides, copy.reasons) == (row.overrides, row.reasons)


@pytest.mark.parametrize("wanted", ["x", "", "99999999999999999", "²"])
def test_what_is_no_policy_of_the_payer_is_not_copied(signed_in, dana, page, wanted):
    response = signed_in(dana).get(f"{page}policies/add/?from={wanted}")
    assert response.status_code == 200
    assert response.context["copied"] is None


def test_another_payer_s_policy_is_not_copied(approved, signed_in, dana, elm_street, now):
    row = approved()
    other = Payer.objects.create(practice=elm_street, name="Other Plan", created_at=now)
    response = signed_in(dana).get(f"{TERMS.format(other.pk)}policies/add/?from={row.pk}")
    assert response.context["copied"] is None


# -- who, and where


@pytest.mark.parametrize(
    ("who", "code"),
    [("dana", 200), ("sue", 200), ("ann", 200), ("alice", 403), ("sam", 403), ("charlie", 404)],
)
def test_who_sees_the_policies(request, signed_in, drafted, who, code):
    row = drafted()
    browser = signed_in(request.getfixturevalue(who))
    for url in (LIST, ONE.format(row.pk)):
        assert browser.get(url).status_code == code


def test_an_auditor_looks_and_changes_nothing(drafted, signed_in, ann, page):
    row = drafted()
    browser = signed_in(ann)
    for url in (page, ONE.format(row.pk)):
        shown = browser.get(url).content.decode()
        assert not any(word in shown for word in ("/add/", "/edit/", "/approve/", "/discard/"))
    assert browser.post(f"{page}policies/add/", POLICY).status_code == 403
    for part in ("edit", "values", "approve", "discard", "end", "reviewed"):
        assert browser.post(f"{ONE.format(row.pk)}{part}/").status_code == 403


def test_another_practice_s_payer_is_not_found(drafted, signed_in, dana, payer):
    """Dana bills for Harbor too, whose address does not open Elm Street's rows."""
    row = drafted()
    browser = signed_in(dana)
    page = TERMS.format(payer.pk).replace("elm-street", "harbor")
    assert browser.get(page).status_code == 404
    assert browser.post(f"{page}policies/add/", POLICY).status_code == 404
    one = ONE.format(row.pk).replace("elm-street", "harbor")
    assert browser.get(one).status_code == 404
    for part in ("edit", "values", "approve", "discard", "end", "reviewed"):
        assert browser.post(f"{one}{part}/").status_code == 404
    assert PayerPolicy.objects.exists()
    assert "Empire Health Plan" not in text(browser.get(LIST.replace("elm-street", "harbor")))
