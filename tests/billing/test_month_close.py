"""A practice closes its month: what is open is told, what it came to is kept, the log is locked."""

from __future__ import annotations

import datetime as dt
import hashlib
import json

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from billing.models import Claim, MonthClose, TrueUpFailure, TrueUpRun
from billing.selectors import month_close as selectors
from billing.services import claims, corrections, month_close, true_up
from registry.errors import Refused
from registry.models import ClosedMonth, LogSignOff, ServiceMonth
from registry.services import service_month
from tests.billing.october import NOVEMBER_2, OCTOBER
from tests.billing.pages import text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november")]

CLOSING = "/p/elm-street/billing/2026-10/closing/"
CLOSE = "/p/elm-street/billing/2026-10/close/"
REOPEN = "/p/elm-street/billing/2026-10/reopen/"
EVERY = dict.fromkeys(selectors.GROUPS, "Known, and settled next week")


@pytest.fixture
def closed(october, dana, elm_street):
    def close(by=None, now=NOVEMBER_2, **reasons):
        given = reasons if reasons else EVERY
        return month_close.close(elm_street, OCTOBER, reasons=given, by=by or dana, now=now)

    return close


@pytest.fixture
def reopened(elm_street, dana):
    def reopen(reason="A claim was missed", now=NOVEMBER_2):
        return month_close.reopen(elm_street, OCTOBER, reason=reason, by=dana, now=now)

    return reopen


def document(row):
    return json.loads(row.document)


def problems(call):
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.problems


def sign(elm_street, alice):
    for first in (dt.date(2026, 9, 28), dt.date(2026, 10, 5), dt.date(2026, 10, 12)):
        for at in (first, first + dt.timedelta(days=14)):
            LogSignOff.objects.get_or_create(
                practice=elm_street, worker=alice, week_starts_on=at,
                defaults={"signed_at": NOVEMBER_2},
            )  # fmt: skip


def test_what_is_open_is_told_group_by_group(october, closed, elm_street, alice, dana):
    october.chart(75), october.chart(75, without="review")
    waiting = october.chart(75)
    october.log(waiting, 10, status="needs_review", review_reason="Long")
    october.true_up()
    ServiceMonth.objects.filter(patient=waiting).update(review_seconds=600)
    run = TrueUpRun.objects.get()
    TrueUpFailure.objects.create(
        run=run, patient=waiting, month=OCTOBER, message="x", failed_at=NOVEMBER_2
    )
    found = problems(lambda: closed(nothing="said"))
    assert set(found) == {f"reason_{key}" for key in ("clean", "held", "time", "weeks", "failures")}
    assert found["reason_clean"].startswith("Clean claims that nobody has approved: 2.")
    assert not MonthClose.objects.exists()
    assert not ClosedMonth.objects.exists()
    assert not ServiceMonth.objects.filter(closed_at__isnull=False).exists()


def test_a_month_with_nothing_open_closes_without_a_word(october, closed, elm_street, alice, dana):
    claim = october.claim()
    sign(elm_street, alice)
    claims.approve([claim.pk], practice=elm_street, month=OCTOBER, by=dana, now=NOVEMBER_2)
    row = closed(nothing="asked")
    assert row.accepted == {}


def test_reasons_are_kept_with_the_close(october, closed):
    october.claim()
    row = closed(clean="The payer asked to wait", weeks="Alice is ill; Sue read them")
    assert row.accepted["clean"] == {
        "count": 1, "seconds": 0, "reason": "The payer asked to wait",
    }  # fmt: skip
    assert document(row)["accepted"] == row.accepted


@pytest.mark.parametrize(
    ("kind", "finished", "said"),
    [
        (None, None, "has had no final true-up"),
        ("provisional", NOVEMBER_2, "has had no final true-up"),
        ("final", None, "A true-up is under way"),
    ],
)
def test_no_reason_sets_a_missing_true_up_aside(
    closed, elm_street, dana, october, kind, finished, said
):
    if kind:
        TrueUpRun.objects.create(
            practice=elm_street, month=OCTOBER, kind=kind, asked_at=NOVEMBER_2, asked_by=dana,
            finished_at=finished,
        )  # fmt: skip
    assert said in problems(closed)[""]


def test_a_month_that_is_not_over_does_not_close(october, closed):
    october.claim()
    last_second = dt.datetime(2026, 11, 1, 3, 59, 59, tzinfo=dt.UTC)
    assert "is not over" in problems(lambda: closed(now=last_second))[""]


def test_the_snapshot_holds_each_claim_and_its_hash_is_of_its_bytes(october, closed):
    claim = october.claim(160)
    row = closed()
    said = document(row)
    assert hashlib.sha256(row.document.encode()).hexdigest() == row.sha256
    assert row.document == json.dumps(
        said, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    (kept,) = said["claims"]
    claim.refresh_from_db()
    assert kept["id"] == claim.pk
    assert kept["fingerprint"] == claim.fingerprint
    assert [(line["code"], line["units"], line["charge"]) for line in kept["lines"]] == [
        ("99492", 1, "150.10"), ("99494", 3, "180.15"),
    ]  # fmt: skip
    assert (kept["charge"], kept["engine"], kept["policy"]) == (
        "330.25", claim.engine, claim.policy.mark,
    )  # fmt: skip
    assert said["lanes"]["clean"] == {"claims": 1, "charge": "330.25", "expected": "0.00"}
    assert said["engine"] == claim.engine
    assert "cms_release" in said


@pytest.mark.parametrize(
    "write",
    [
        lambda row: row.save(),
        lambda row: type(row).objects.filter(pk=row.pk)._raw_delete("default"),
    ],
)
def test_a_close_is_kept_for_ever(october, closed, reopened, write):
    october.claim()
    closed()
    reopening = reopened()
    for row in (reopening, MonthClose.objects.get()):
        with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
            write(row)


def test_closing_locks_the_log_of_every_patient_also_of_those_without_a_claim(
    october, closed, make, elm_street
):
    october.claim()
    make.patient(elm_street)
    closed()
    rows = ServiceMonth.objects.filter(month=OCTOBER, practice=elm_street)
    assert rows.count() == 2
    assert all(row.is_closed for row in rows)


def test_a_patient_who_comes_later_finds_the_month_closed(october, closed, make, elm_street):
    october.claim()
    closed()
    late = make.patient(elm_street)
    (row,) = service_month.lock([late], OCTOBER)
    assert row.is_closed
    assert row.close_reason == service_month.MONTH_CLOSED


def test_a_month_closes_once(october, closed):
    october.claim()
    closed()
    assert "closed already" in problems(closed)[""]
    assert MonthClose.objects.count() == 1


def test_reopening_asks_why_and_leaves_approved_months_frozen(
    october, closed, reopened, elm_street, dana
):
    approved, draft = october.claim(), october.claim(80)
    claims.approve([approved.pk], practice=elm_street, month=OCTOBER, by=dana, now=NOVEMBER_2)
    closed()
    assert "Say why" in problems(lambda: reopened(reason=" "))["reason"]
    reopened()
    locks = dict(ServiceMonth.objects.values_list("patient_id", "closed_at"))
    assert locks[approved.patient_id]
    assert locks[draft.patient_id] is None
    assert not ClosedMonth.objects.exists()
    assert "is not closed" in problems(reopened)[""]


def test_a_claim_that_was_approved_in_the_closed_month_stays_frozen_when_it_reopens(
    october, closed, reopened, elm_street, dana
):
    claim = october.claim()
    closed()
    given = {"practice": elm_street, "month": OCTOBER, "by": dana, "now": NOVEMBER_2}
    assert claims.approve([claim.pk], **given).approved == [claim.pk]
    reopened()
    assert ServiceMonth.objects.get(patient=claim.patient_id).is_closed


def test_closing_again_keeps_both_and_says_what_differs(october, closed, reopened, dana):
    first, second = october.claim(), october.claim(80)
    earlier = closed()
    reopened()
    october.log(second.patient, 30)
    october.chart(90)
    october.true_up()
    row = closed()
    assert MonthClose.objects.count() == 2
    found = {each.claim_id: each for each in selectors.between(dana, row)}
    assert first.pk not in found
    changes = {what: (a, b) for what, a, b in found[second.pk].changes}
    assert changes["Codes"] == ("99492 × 1", "99492 × 1 + 99494 × 1")
    assert changes["Charge"] == ("150.10", "210.15")
    assert [each.kind for each in found.values()].count("added") == 1
    assert selectors.between(dana, earlier) == []


def test_what_came_since_the_close_is_told(october, closed, dana, elm_street):
    claim = october.claim()
    row = closed()
    assert selectors.since(dana, row) == []
    claims.approve([claim.pk], practice=elm_street, month=OCTOBER, by=dana, now=NOVEMBER_2)
    (found,) = selectors.since(dana, row)
    assert found.changes == [("State", "draft", "approved")]


def test_an_approval_is_not_withdrawn_from_a_closed_month(october, closed, dana, elm_street):
    claim = october.claim()
    claims.approve([claim.pk], practice=elm_street, month=OCTOBER, by=dana, now=NOVEMBER_2)
    closed()
    with pytest.raises(Refused, match="Reopen the month first"):
        claims.withdraw_approval(claim, reason="Wrong", by=dana, now=NOVEMBER_2)


def test_late_time_of_a_closed_month_stands_there_with_replace_and_leave(
    october, closed, signed_in, dana, alice, elm_street
):
    sent = october.sent()
    closed()
    at = NOVEMBER_2 + dt.timedelta(minutes=1)
    october.log(sent.patient, 30, status="needs_review", review_reason="Late", created_at=at)
    page = text(signed_in(dana).get(CLOSING))
    assert "Came after the close 1" in page
    assert "30 minutes by Alice Moreno. Late If it counts: Added: 99494 × 1." in page
    assert "Leave it" in page
    true_up.run(practice=elm_street, month=OCTOBER, kind="final", by=dana, now=at)
    response = signed_in(dana).get(CLOSING)
    assert f"/claims/{sent.pk}/replace/" in response.content.decode()
    assert "Leave it" in text(response)
    sent.refresh_from_db()
    corrections.leave(sent, by=dana, now=at)
    assert "Nothing came after the close" in text(signed_in(dana).get(CLOSING))


def test_late_time_that_a_person_leaves_is_told_no_more(
    october, closed, signed_in, dana, elm_street
):
    sent = october.sent()
    closed()
    late = {"status": "needs_review", "review_reason": "Late", "created_at": NOVEMBER_2}
    october.log(sent.patient, 5, **late)
    service_month.refresh([sent.patient], [OCTOBER], now=NOVEMBER_2)
    dana_s = signed_in(dana)
    assert "5 minutes by Alice Moreno. Late If it counts:" in text(dana_s.get(CLOSING))
    answer = dana_s.post(f"/p/elm-street/billing/claims/{sent.pk}/leave/?back={CLOSING}")
    assert answer.url.startswith(CLOSING)
    sent.refresh_from_db()
    assert (sent.state, sent.later, sent.later_left_by) == ("sent", None, dana)
    assert "Nothing came after the close" in text(dana_s.get(CLOSING))


def test_dana_closes_and_reopens_on_the_page(october, signed_in, dana, sue):
    october.claim()
    browser = signed_in(dana)
    page = text(browser.get(CLOSING))
    assert "Clean claims that nobody has approved : 1 claim" in page
    refused = browser.post(CLOSE, {"reason_clean": ""})
    assert refused.status_code == 422
    assert "Say why that may stay open" in text(refused)
    assert browser.post(CLOSE, {"reason_clean": "Later", "reason_weeks": "Ill"}).status_code == 302
    assert "October 2026 is closed" in text(browser.get(CLOSING))
    row = MonthClose.objects.get()
    one = browser.get(f"/p/elm-street/billing/closes/{row.pk}/")
    assert row.sha256 in text(one)
    assert "Later" in text(one)
    raw = browser.get(f"/p/elm-street/billing/closes/{row.pk}/?as=json")
    assert hashlib.sha256(raw.content).hexdigest() == row.sha256
    assert "Say why" in text(browser.post(REOPEN, {"reason": ""}, follow=True))
    page = text(signed_in(sue).post(REOPEN, {"reason": "One was missed"}, follow=True))
    assert "The month is open again" in page
    assert "Sue Lindqvist: One was missed" in page


def test_an_auditor_reads_and_another_practice_finds_nothing(
    october, closed, signed_in, ann, charlie, person, harbor
):
    october.claim()
    row = closed()
    browser = signed_in(ann)
    assert browser.get(CLOSING).status_code == 200
    assert browser.post(CLOSE).status_code == 403
    assert signed_in(charlie).get(CLOSING).status_code == 404
    other = person("Dora Other", (harbor, "biller"))
    assert signed_in(other).get(f"/p/harbor/billing/closes/{row.pk}/").status_code == 404


def test_the_closing_page_asks_as_little_for_many_claims_as_for_few(
    october, closed, signed_in, dana
):
    claim = october.claim()
    closed()
    browser = signed_in(dana)

    def queries():
        with CaptureQueriesContext(connection) as found:
            browser.get(CLOSING)
        return len(found)

    (another,) = october.copies(claim, 1)
    queries()
    few = queries()
    october.copies(another, 30)
    assert queries() == few
    assert Claim.objects.count() == 32


def test_closing_needs_the_role(october, signed_in, alice):
    assert signed_in(alice).post(CLOSE).status_code == 403
