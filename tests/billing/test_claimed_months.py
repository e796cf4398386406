"""One claim for a member's month, whichever practices of the organization see the patient."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from billing.models import Claim, ClaimedMonth
from billing.services import claims, corrections
from registry.errors import Refused
from tests.billing.october import NOVEMBER_2, OCTOBER
from tests.billing.pages import text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november")]

MEMBER = "1EG4-TE5-MK73"


def approve(claim, user):
    return claims.approve(
        [claim.pk], practice=claim.practice, month=OCTOBER, by=user, now=NOVEMBER_2
    )


def test_the_second_practice_is_not_approved_and_told_which_one_has_claimed(
    october, at_harbor, dana
):
    ours, theirs = october.claim(member_id=MEMBER), at_harbor.claim(member_id="1eg4te5mk73")
    assert approve(ours, dana).approved == [ours.pk]
    left = approve(theirs, dana).left
    assert "Elm Street Primary Care has claimed this month" in left[theirs.pk]


def test_who_has_no_role_there_does_not_learn_which_practice_it_is(
    october, at_harbor, dana, person
):
    ours, theirs = october.claim(member_id=MEMBER), at_harbor.claim(member_id=MEMBER)
    approve(ours, dana)
    other = person("Quinn Abara", (theirs.practice, "biller"))
    sentence = approve(theirs, other).left[theirs.pk]
    assert sentence.startswith("Another practice of the organization has claimed this month")


def test_the_next_true_up_holds_it_until_the_other_claim_is_taken_back(october, at_harbor, dana):
    ours, theirs = october.claim(member_id=MEMBER), at_harbor.claim(member_id=MEMBER)
    approve(ours, dana)
    at_harbor.true_up()
    theirs.refresh_from_db()
    assert (theirs.outcome, theirs.rules) == ("held", ["claimed_elsewhere"])
    ours.refresh_from_db()
    claims.withdraw_approval(ours, reason="Harbor claims it.", by=dana, now=NOVEMBER_2)
    at_harbor.true_up()
    theirs.refresh_from_db()
    assert theirs.outcome == "billable"
    assert approve(theirs, dana).approved == [theirs.pk]


def test_the_page_says_it_under_its_cause(october, at_harbor, dana, signed_in):
    approve(october.claim(member_id=MEMBER), dana)
    at_harbor.claim(member_id=MEMBER)
    page = text(signed_in(dana).get("/p/harbor/billing/2026-10/?lane=held"))
    assert "Claimed already on another chart" in page
    assert "Another practice of the organization has claimed this month" in page
    assert "Look at the member id" in page


def test_two_charts_of_one_practice_are_not_both_approved_at_once(october, dana, elm_street):
    october.chart(member_id=MEMBER), october.chart(member_id=MEMBER)
    october.true_up()
    ids = list(Claim.objects.order_by("pk").values_list("pk", flat=True))
    given = {"practice": elm_street, "month": OCTOBER, "by": dana, "now": NOVEMBER_2}
    approval = claims.approve(ids, **given)
    assert approval.approved == ids[:1]
    assert "Another chart of this practice" in approval.left[ids[1]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"member_id": MEMBER}, {"member_id": "OTHER1"}),
        ({"member_id": MEMBER}, {"member_id": MEMBER, "birth_date": "1990-05-05"}),
    ],
)
def test_other_people_are_no_hindrance(october, at_harbor, dana, first, second):
    ours, theirs = october.claim(**first), at_harbor.claim(**second)
    assert approve(ours, dana).approved
    assert approve(theirs, dana).approved


def test_twins_who_share_their_parents_member_id_are_two(october, at_harbor, dana):
    ours = october.claim(member_id=MEMBER, first_name="Mia")
    theirs = at_harbor.claim(member_id=MEMBER, first_name="Leo")
    for claim in (ours, theirs):
        claim.coverage.relationship = "19"
        claim.coverage.save()
    assert approve(ours, dana).approved
    october.true_up(), at_harbor.true_up()
    theirs.refresh_from_db()
    assert theirs.outcome == "billable"
    assert approve(theirs, dana).approved


@pytest.mark.parametrize("state", ["approved", "sent"])
def test_the_database_refuses_a_second_one_whatever_the_way(october, at_harbor, dana, state):
    ours, theirs = october.claim(member_id=MEMBER), at_harbor.claim(member_id=MEMBER)
    approve(ours, dana)
    with pytest.raises(IntegrityError, match="claimed_month_once"), transaction.atomic():
        Claim.objects.filter(pk=theirs.pk).update(
            state=state, approved_at=NOVEMBER_2, approved_by=dana
        )


def test_a_claim_that_is_voided_lets_the_month_go(october, at_harbor, dana, elm_street):
    ours = october.sent(member_id=MEMBER)
    theirs = at_harbor.claim(member_id=MEMBER)
    assert ClaimedMonth.objects.filter(claim=ours).exists()
    corrections.void(ours, how="", reason="Seen at Harbor.", by=dana, now=NOVEMBER_2)
    assert not ClaimedMonth.objects.exists()
    at_harbor.true_up()
    theirs.refresh_from_db()
    assert approve(theirs, dana).approved == [theirs.pk]


def test_a_replacement_is_not_taken_back_once_another_practice_has_claimed(
    october, at_harbor, dana
):
    ours = october.sent(member_id=MEMBER)
    made = corrections.replace(ours, how="1", reason="Late time.", by=dana, now=NOVEMBER_2)
    theirs = at_harbor.claim(member_id=MEMBER)
    assert approve(theirs, dana).approved
    with pytest.raises(Refused, match="Harbor Family Medicine has claimed"):
        corrections.take_back(made, by=dana, now=NOVEMBER_2)
    assert approve(made, dana).left


def test_an_organization_knows_nothing_of_another_one(october, at_harbor, dana, harbor):
    from registry.models import Organization

    harbor.organization = Organization.objects.create(
        name="Elsewhere", slug="elsewhere", created_at=NOVEMBER_2
    )
    harbor.save()
    ours, theirs = october.claim(member_id=MEMBER), at_harbor.claim(member_id=MEMBER)
    assert approve(ours, dana).approved
    assert approve(theirs, dana).approved
