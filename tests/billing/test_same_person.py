"""One person insured under two ids is one claim a month: somebody says whether it is one person."""

from __future__ import annotations

import datetime as dt

import pytest

from billing.services import claims
from registry.models import PatientMatch
from tests.billing.october import NOVEMBER_2, OCTOBER
from tests.billing.pages import links, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november")]

BORN = dt.date(1961, 3, 5)
HARBOR = "/p/harbor/billing/2026-10/?lane=held"


def person_fields(**fields):
    return {"first_name": "Zoë", "last_name": "O'Hara-Lee", "birth_date": BORN, "sex": "F"} | fields


def approve(claim, user):
    return claims.approve(
        [claim.pk], practice=claim.practice, month=OCTOBER, by=user, now=NOVEMBER_2
    )


@pytest.fixture
def both(october, at_harbor, dana):
    """Elm Street's claim, approved; Harbor's of somebody of that name under another member id."""
    ours = october.claim(75, member_id="A-1", **person_fields())
    theirs = at_harbor.claim(
        75, member_id="B-2", **person_fields(first_name="ZOE", last_name="OHara Lee")
    )
    assert approve(ours, dana).approved == [ours.pk]
    return ours, theirs


def held(month, claim):
    month.true_up()
    claim.refresh_from_db()
    return claim.outcome, claim.rules


def test_it_is_held_until_somebody_says(both, at_harbor, dana, signed_in):
    _, theirs = both
    assert "somebody of the same name" in approve(theirs, dana).left[theirs.pk]
    assert held(at_harbor, theirs) == ("held", ["perhaps_claimed"])
    page = text(signed_in(dana).get(HARBOR))
    assert "Perhaps claimed already for the same person" in page


@pytest.mark.parametrize(
    ("word", "after"), [("no", ("billable", [])), ("yes", ("held", ["claimed_elsewhere"]))]
)
def test_what_was_said_is_remembered_with_who_said_it(
    both, at_harbor, dana, signed_in, word, after
):
    ours, theirs = both
    held(at_harbor, theirs)
    dana_s = signed_in(dana)
    (url,) = [each for each in links(dana_s.get(HARBOR)) if "/mend/" in each]
    form = text(dana_s.get(url))
    assert "October 2026 is claimed at Elm Street Primary Care" in form
    assert dana_s.post(url, {"is_same": word, "reason": ""}).status_code == 422
    dana_s.post(url, {"is_same": word, "reason": "Both cards were copied."})
    theirs.refresh_from_db()
    assert (theirs.outcome, theirs.rules) == after
    said = PatientMatch.objects.get()
    assert (said.is_same, said.decided_by) == (word == "yes", dana)
    assert {said.one_id, said.other_id} == {ours.patient_id, theirs.patient_id}
    assert held(at_harbor, theirs) == after


def test_a_mind_can_be_changed(both, at_harbor, dana, signed_in):
    _, theirs = both
    held(at_harbor, theirs)
    dana_s = signed_in(dana)
    for word, cause in (("yes", "claimed_elsewhere"), ("no", None)):
        (url,) = [each for each in links(dana_s.get(HARBOR)) if "/mend/" in each]
        dana_s.post(url, {"is_same": word, "reason": "Looked again."})
        theirs.refresh_from_db()
        assert theirs.rules == ([cause] if cause else [])


def test_who_has_no_role_at_the_other_practice_reads_nothing_of_it(
    both, at_harbor, person_at_harbor, signed_in
):
    _, theirs = both
    held(at_harbor, theirs)
    quinn = signed_in(person_at_harbor)
    (url,) = [each for each in links(quinn.get(HARBOR)) if "/mend/" in each]
    form = text(quinn.get(url))
    assert "claimed at another practice" in form
    assert "Elm Street" not in form


@pytest.fixture
def person_at_harbor(person, harbor):
    return person("Quinn Abara", (harbor, "biller"))


@pytest.mark.parametrize(
    "other",
    [{"sex": "M"}, {"birth_date": dt.date(1961, 5, 3)}, {"first_name": "Zora"}],
)
def test_another_sex_birthday_or_name_is_another_person(october, at_harbor, dana, other):
    approve(october.claim(75, member_id="A-1", **person_fields()), dana)
    theirs = at_harbor.claim(75, member_id="B-2", **person_fields(**other))
    assert held(at_harbor, theirs) == ("billable", [])


def test_two_clean_drafts_of_one_person_are_not_approved_together(october, elm_street, dana):
    one = october.claim(75, member_id="A-1", **person_fields())
    other = october.claim(75, member_id="B-2", **person_fields())
    october.true_up()
    done = claims.approve(
        [one.pk, other.pk], practice=elm_street, month=OCTOBER, by=dana, now=NOVEMBER_2
    )
    assert (done.approved, set(done.left)) == ([one.pk], {other.pk})
