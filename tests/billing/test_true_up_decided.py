"""A true-up never writes over what a person decided; it says what came since."""

from __future__ import annotations

import pytest

from billing.models import Claim
from billing.services import claim_writer, claims
from tests.billing.october import OCTOBER
from tests.billing.true_ups import NOVEMBER_2, claim_of, everything, lines_of, new_york

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("payable")]


@pytest.fixture
def approved(enrolled, log, run, elm_street, dana):
    """October of `enrolled`, 75 minutes, approved by Dana."""
    log(enrolled, 75)
    run(elm_street)
    approval = claims.approve(
        [claim_of(enrolled).pk], practice=elm_street, month=OCTOBER, by=dana, now=NOVEMBER_2
    )
    assert not approval.left
    return claim_of(enrolled)


def late_review_time(patient, alice, make):
    """Time that came after the month was closed: it waits for review."""
    return make.entry(
        patient,
        alice,
        new_york(2026, 10, 28, 9),
        40,
        status="needs_review",
        review_reason="stopped after the month was closed",
    )


def test_an_approved_claim_stays_and_shows_what_came_since(
    approved, enrolled, alice, make, run, elm_street
):
    late = late_review_time(enrolled, alice, make)
    made = run(elm_street)
    claim = claim_of(enrolled)
    assert made.kept == 1
    assert claim.later == {
        "outcome": "billable",
        "added": [],
        "removed": [],
        "seconds": {"worked": 2400, "counted": 0},
        "entries": {"added": [str(late.pk)], "removed": []},
        "rules": [],
    }
    for name in ("state", "facts", "verdict", "fingerprint", "approved_at", "run_id", "decided_at"):
        assert getattr(claim, name) == getattr(approved, name)
    assert lines_of(claim) == [("99492", 1)]


def test_what_came_since_is_taken_back_when_it_is_gone(
    approved, enrolled, alice, make, run, elm_street, now
):
    late = late_review_time(enrolled, alice, make)
    run(elm_street)
    late.status, late.voided_at, late.voided_by, late.void_reason = "voided", now, alice, "twice"
    late.save()
    run(elm_street)
    assert claim_of(enrolled).later is None


def test_lines_that_would_come_or_go_are_named(approved, enrolled, payer, run, elm_street, dana):
    payer.policies.update(overrides={"min_minutes": {"99494": 5}})
    run(elm_street)
    assert claim_of(enrolled).later["added"] == [{"code": "99494", "units": 1}]
    enrolled.measures.all().delete()
    payer.policies.update(overrides={"separately_paid": False})
    run(elm_street)
    later = claim_of(enrolled).later
    assert later["removed"] == [{"code": "99492", "units": 1}]
    assert (later["outcome"], later["added"]) == ("not_billable", [])


def test_a_second_run_says_of_an_approved_claim_what_the_first_said(
    approved, enrolled, alice, make, run, elm_street
):
    late_review_time(enrolled, alice, make)
    run(elm_street)
    before = everything()
    run(elm_street)
    assert everything() == before


@pytest.mark.parametrize("state", ["sent", "replaced", "voided"])
def test_what_left_the_house_is_not_touched(
    approved, enrolled, alice, make, run, elm_street, dana, state
):
    sent = {"sent_at": NOVEMBER_2, "sent_by": dana}
    Claim.objects.filter(pk=approved.pk).update(state=state, **sent)
    late_review_time(enrolled, alice, make)
    made = run(elm_street)
    claim = Claim.objects.get(patient=enrolled)
    assert (claim.state, claim.facts, made.kept) == (state, approved.facts, 1)
    assert (claim.later is not None) == (state == "sent")


def test_an_approval_between_looking_and_writing_is_kept(
    enrolled, log, run, elm_street, dana, monkeypatch
):
    """The claim is approved after the run has looked at it, before it is written."""
    log(enrolled, 75)
    run(elm_street)
    log(enrolled, 30, day=9)
    still_drafts = claim_writer._still_drafts

    def approve_first(changed):
        Claim.objects.filter(pk__in=changed).update(
            state="approved", approved_at=NOVEMBER_2, approved_by=dana
        )
        return still_drafts(changed)

    monkeypatch.setattr(claim_writer, "_still_drafts", approve_first)
    run(elm_street)
    claim = claim_of(enrolled)
    assert (claim.state, claim.counted_seconds) == ("approved", 75 * 60)
    assert lines_of(claim) == [("99492", 1)]
