"""'My log of this week is complete': who says it, what keeps it from being said, who sees it."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.db import DatabaseError, transaction

from registry.errors import Refused
from registry.models import LogSignOff
from registry.selectors import log_sign_offs as selectors
from registry.services import log_audit, log_sign_offs
from tests.cast import NOW
from tests.registry import entering

MONDAY = dt.date(2026, 10, 5)
OCTOBER = dt.date(2026, 10, 1)
TUESDAY = dt.datetime(2026, 10, 6, 14, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _noon():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def entry(make, enrolled, alice):
    return make.entry(enrolled, alice, TUESDAY)


def test_alice_signs_her_week_and_sue_sees_it(signed_in, entry, alice, sue, elm_street, now):
    sent = signed_in(alice).post(entering.url("log_sign"), {"week": "2026-10-07"}, follow=True)
    assert "Signed as complete" in sent.content.decode()
    log_audit.run(elm_street, MONDAY, by=sue, now=now)
    page = signed_in(sue).get(entering.url("log_audit") + "?week=2026-10-05").content.decode()
    assert "ct-tone-success" in page
    assert "Signed</span>" in page


@pytest.mark.parametrize("status", ["running", "needs_review"])
def test_time_that_waits_is_decided_first(make, enrolled, alice, elm_street, now, status):
    minutes = None if status == "running" else 20
    reason = "" if status == "running" else "left running"
    make.entry(enrolled, alice, TUESDAY, minutes, status=status, review_reason=reason)
    with pytest.raises(Refused, match="Decide on it first"):
        log_sign_offs.sign(elm_street, MONDAY, by=alice, now=now)


@pytest.mark.parametrize(
    ("monday", "why"),
    [(dt.date(2026, 10, 19), "has not begun"), (dt.date(2026, 10, 6), "no Monday")],
)
def test_only_a_week_that_has_begun_is_signed(alice, elm_street, now, monday, why):
    with pytest.raises(Refused, match=why):
        log_sign_offs.sign(elm_street, monday, by=alice, now=now)


def test_a_week_is_signed_once(entry, alice, elm_street, now):
    log_sign_offs.sign(elm_street, MONDAY, by=alice, now=now)
    with pytest.raises(Refused, match="already"):
        log_sign_offs.sign(elm_street, MONDAY, by=alice, now=now)


def test_what_changed_after_the_signature_is_told(signed_in, entry, alice, elm_street, enrolled,
                                                  make, now):  # fmt: skip
    log_sign_offs.sign(elm_street, MONDAY, by=alice, now=now)
    make.entry(
        enrolled, alice, TUESDAY + dt.timedelta(hours=3), origin="by_hand", reason="Forgot",
        created_at=now + dt.timedelta(hours=1),
    )  # fmt: skip
    week = selectors.of_week(alice, elm_street, MONDAY)
    assert week.changed_since
    assert not week.is_complete
    page = signed_in(alice).get(entering.url("time_log") + "?week=2026-10-05").content.decode()
    assert "Changed since you signed" in page


def test_a_signature_taken_back_is_kept_and_can_be_given_again(entry, alice, elm_street, now):
    log_sign_offs.sign(elm_street, MONDAY, by=alice, now=now)
    log_sign_offs.withdraw(elm_street, MONDAY, by=alice, now=now)
    assert selectors.of_week(alice, elm_street, MONDAY).signed_at is None
    log_sign_offs.sign(elm_street, MONDAY, by=alice, now=now)
    assert LogSignOff.objects.count() == 2
    with pytest.raises(DatabaseError), transaction.atomic():
        LogSignOff.objects.all().delete()


def test_a_month_says_who_has_signed_which_of_its_weeks(entry, make, enrolled, alice, bob,
                                                        elm_street, now):  # fmt: skip
    make.entry(enrolled, bob, dt.datetime(2026, 10, 13, 14, tzinfo=dt.UTC))
    log_sign_offs.sign(elm_street, MONDAY, by=alice, now=now)
    found = selectors.of_month(elm_street, OCTOBER, now)
    assert [(signer.name, signer.complete, len(signer.weeks)) for signer in found] == [
        ("Alice Moreno", 1, 1),
        ("Bob Chen", 0, 1),
    ]


def test_a_month_takes_two_queries(entry, elm_street, now, django_assert_num_queries):
    with django_assert_num_queries(2):
        selectors.of_month(elm_street, OCTOBER, now)


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"origin": "by_hand", "reason": "Call"}, "by_hand"),
        ({"origin": "by_hand", "reason": "Call"}, "round"),
        ({"created_at": TUESDAY + dt.timedelta(days=3)}, "late"),
        ({"status": "needs_review", "review_reason": "left"}, "unconfirmed"),
        ({"minutes": 121}, "long"),
    ],
)
def test_sue_reads_the_entries_behind_a_figure(signed_in, make, enrolled, alice, sue, fields, kind):
    minutes = fields.pop("minutes", 25)
    made = make.entry(enrolled, alice, TUESDAY, minutes, **fields)
    plain = make.entry(enrolled, alice, TUESDAY + dt.timedelta(hours=4), 7)
    url = entering.url("worker_entries", user_id=alice.pk)
    found = signed_in(sue).get(f"{url}?week=2026-10-05&kind={kind}").context["page"]
    assert [row.pk for row in found.object_list] == [made.pk]
    both = signed_in(sue).get(f"{url}?week=2026-10-05").context["page"]
    assert [row.pk for row in both.object_list] == [made.pk, plain.pk]


def test_somebody_of_another_practice_is_not_there(signed_in, sue, charlie):
    assert signed_in(sue).get(entering.url("worker_entries", user_id=charlie.pk)).status_code == 404
