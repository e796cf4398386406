"""The days of a payer's policies: never two in force on one, and when each is looked at again."""

from __future__ import annotations

import datetime as dt

import pytest

from billing.models import PayerPolicy
from billing.services import true_up
from tests.billing.october import NOVEMBER_2, OCTOBER
from tests.billing.pages import links, text
from tests.billing.policy_drafts import LIST, ONE, POLICY, TERMS, UNTESTED, problems


@pytest.fixture(autouse=True)
def november(in_november):
    return in_november


@pytest.fixture
def page(payer):
    return TERMS.format(payer.pk)


# -- days


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
def test_approved_policies_never_share_a_day(approved, drafted, approve, first, last, stands):
    approved(active_to=dt.date(2026, 6, 30))
    days = {"active_from": dt.date.fromisoformat(first)}
    row = drafted(**days, active_to=last and dt.date.fromisoformat(last))
    if stands:
        approve(row)
    else:
        said = problems(approve, row)["makes_room"]
        assert "from Jan 1, 2026 to Jun 30, 2026" in said
    assert PayerPolicy.objects.filter(approved_at=None).count() == (0 if stands else 1)


DAY = dt.date.fromisoformat


@pytest.mark.parametrize(
    ("old", "new", "left", "said"),
    [
        (
            ("2026-01-01", None),
            ("2026-10-01", None),
            ("2026-01-01", "2026-09-30"),
            "ends on Sep 30",
        ),
        (
            ("2026-01-01", None),
            ("2026-10-01", "2026-10-31"),
            ("2026-01-01", "2026-09-30"),
            "From Nov 1, 2026 on no policy is in force then.",
        ),
        (("2026-01-01", None), ("2026-01-01", None), None, "is set aside"),
        (("2026-03-01", "2026-04-30"), ("2026-01-01", None), None, "is set aside"),
        (
            ("2026-03-01", None),
            ("2026-01-01", "2026-03-31"),
            ("2026-04-01", None),
            "begins on Apr 1, 2026 only",
        ),
    ],
)
def test_what_is_approved_makes_room_in_the_same_step(
    drafted, approve, signed_in, sue, old, new, left, said
):
    first = approve(drafted(active_from=DAY(old[0]), active_to=old[1] and DAY(old[1])))
    draft = drafted(active_from=DAY(new[0]), active_to=new[1] and DAY(new[1]))
    url = ONE.format(draft.pk) + "approve/"
    assert said in text(signed_in(sue).get(url))
    assert signed_in(sue).post(url, {"untested_why": UNTESTED}).status_code == 422
    signed_in(sue).post(url, {"untested_why": UNTESTED, "makes_room": "on"})
    first.refresh_from_db()
    draft.refresh_from_db()
    assert draft.approved_by == sue
    if left is None:
        assert first.set_aside_by == sue
    else:
        assert (first.active_from, first.active_to) == (DAY(left[0]), left[1] and DAY(left[1]))


def test_nothing_makes_room_for_an_approval_that_fails(approved, drafted, approve, dana):
    first, second = approved(), drafted(active_from=dt.date(2026, 10, 1))
    problems(approve, second, by=dana, makes_room=True)
    first.refresh_from_db()
    assert first.active_to is None


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
    response = signed_in(sue).post(ONE.format(row.pk) + "end/", {"ends_on": ends_on})
    assert response.status_code == 422
    assert said in text(response)
    row.refresh_from_db()
    assert row.active_to == dt.date(2026, 6, 30)


def test_a_policy_is_ended(approved, signed_in, sue):
    row = approved()
    signed_in(sue).post(ONE.format(row.pk) + "end/", {"ends_on": "2026-12-31"})
    row.refresh_from_db()
    assert row.active_to == dt.date(2026, 12, 31)


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


# -- looked at again


def test_a_policy_past_its_review_is_marked_until_somebody_looked(
    approved, signed_in, ann, sue, page, november
):
    row = approved(review_by=dt.date(2026, 11, 9))
    assert "Look at it again. It was due" not in text(signed_in(ann).get(page))
    november.move_to(NOVEMBER_2 + dt.timedelta(days=7))
    assert "Look at it again. It was due on Nov 9, 2026" in text(signed_in(ann).get(page))
    assert "Review due" in text(signed_in(ann).get(LIST))
    url = ONE.format(row.pk) + "reviewed/"
    assert url in links(signed_in(sue).get(page))
    assert signed_in(sue).get(url).status_code == 200
    signed_in(sue).post(url, {"review_by": "2027-11-09"})
    row.refresh_from_db()
    assert (row.review_by, row.reviewed_by) == (dt.date(2027, 11, 9), sue)
    assert "Review due" not in text(signed_in(ann).get(LIST))


@pytest.mark.parametrize("day", ["", "2026-11-02", "soon", "2100-01-01"])
def test_the_next_look_lies_ahead(approved, signed_in, sue, day):
    row = approved(review_by=dt.date(2027, 1, 1))
    response = signed_in(sue).post(ONE.format(row.pk) + "reviewed/", {"review_by": day})
    assert response.status_code == 422
    row.refresh_from_db()
    assert row.reviewed_at is None


def test_a_draft_is_not_looked_at_again(drafted, signed_in, sue):
    row = drafted(review_by=dt.date(2027, 1, 1))
    response = signed_in(sue).post(ONE.format(row.pk) + "reviewed/", {"review_by": "2027-06-01"})
    assert "This policy is not in force" in text(response)


def test_the_month_says_that_its_claims_rest_on_a_policy_past_its_review(
    october, signed_in, ann, dana, payer
):
    october.chart()
    PayerPolicy.objects.update(review_by=dt.date(2026, 11, 1))
    true_up.run(practice=october.practice, month=OCTOBER, kind="final", by=dana, now=NOVEMBER_2)
    shown = signed_in(ann).get("/p/elm-street/billing/2026-10/")
    assert "Claims of this month rest on a policy past its review" in text(shown)
    assert TERMS.format(payer.pk) in links(shown)
    PayerPolicy.objects.update(review_by=dt.date(2026, 11, 3))
    shown = signed_in(ann).get("/p/elm-street/billing/2026-10/")
    assert "past its review" not in text(shown)
