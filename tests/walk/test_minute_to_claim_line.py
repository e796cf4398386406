"""One minute's whole road, once: from Alice's press of Start to loop 2400 of the 837P.

`docs/walk.md` tells the same road in words, with the same stops.
"""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from billing import tasks
from billing.models import Claim, ClaimState, Outcome, Submission, TrueUpChunk, TrueUpRun
from registry.models import ServiceMonth, TimeEntry
from tests.billing.october import OCTOBER, October
from tests.x12.validator import accepted

#: Noon in New York; what Alice does there on two days comes to 70 minutes, to the second.
TUESDAY = dt.datetime(2026, 10, 13, 16, 0, 0, tzinfo=dt.UTC)
THURSDAY = dt.datetime(2026, 10, 15, 18, 12, 7, tzinfo=dt.UTC)
FIRST_CALL = dt.timedelta(minutes=40, seconds=29)
SECOND_CALL = dt.timedelta(minutes=29, seconds=31)
ALL_SECONDS = 70 * 60
#: Five past midnight in New York: October has just ended there.
AFTER_MIDNIGHT = dt.datetime(2026, 11, 1, 4, 5, tzinfo=dt.UTC)
MONDAY = dt.datetime(2026, 11, 2, 15, 0, tzinfo=dt.UTC)


@pytest.fixture
def a_payer_that_pays(make, elm_street, payer, alice, sam, dr_priya, dana):
    """A policy in force from January, and what Elm Street charges: $150.10 for 99492."""
    return October(make, elm_street, payer, alice, sam, dr_priya, dana).payable()


@pytest.fixture
def clock():
    with time_machine.travel(TUESDAY, tick=False) as traveller:
        yield traveller


def press(browser, what, **said):
    """What static/js/timer.js sends, and what it is answered."""
    address = reverse(f"api_timer_{what}", kwargs={"slug": "elm-street"})
    answer = browser.post(address, said, content_type="application/json")
    assert answer.status_code == 200, answer.content
    return answer.json()


@pytest.fixture
def work(clock, signed_in, alice, enrolled):
    """Alice starts the timer, the time passes, she stops it; the answer to the stop.

    The sign-in ends while she talks, the clock does not: she signs in again to stop it.
    """

    def work(start, lasting, activity):
        clock.move_to(start)
        begun = press(signed_in(alice), "start", patient=enrolled.pk, activity=activity)
        clock.move_to(start + lasting)
        return press(signed_in(alice), "stop", entry=begun["running"]["id"])

    return work


def the_night_s_true_up(clock):
    """Beat's hourly task asks for what is due; a worker does each chunk."""
    clock.move_to(AFTER_MIDNIGHT)
    tasks.true_up_where_due()
    for chunk in TrueUpChunk.objects.filter(done_at=None):
        tasks.true_up_chunk(chunk.pk)


def loop_2400(content):
    """The service line's segments of a file with one line, each as its elements."""
    segments = [part.strip().split("*") for part in content.decode("ascii").split("~")]
    names = [segment[0] for segment in segments]
    return segments[names.index("LX") : names.index("SE")]


def month_of(patient):
    return ServiceMonth.objects.get(patient=patient, month=OCTOBER)


def test_every_second_that_alice_works_arrives_on_the_line_that_is_billed(
    enrolled, a_payer_that_pays, clock, work, dana, signed_in
):
    # Stops 1 to 4. The chart has consent, a score and a signed case review (`enrolled`).
    # Alice presses Start and Stop; the answer to the stop is the row, to the second.
    said = work(TUESDAY, FIRST_CALL, "patient_contact")
    assert (said["stopped"]["status"], said["stopped"]["seconds"]) == ("confirmed", 2429)
    assert said["stopped_month"]["counted_seconds"] == 2429

    # A later call brings the month to 70 minutes exactly, by seconds that no minute alone shows.
    said = work(THURSDAY, SECOND_CALL, "brief_intervention")
    assert said["stopped"]["seconds"] == 1771
    assert said["stopped_month"]["counted_seconds"] == ALL_SECONDS

    # The month's row was written in the same transaction, and knows what the rules say so far.
    kept = month_of(enrolled)
    assert (kept.worked_seconds, kept.confirmed_seconds) == (ALL_SECONDS, ALL_SECONDS)
    assert kept.standing["counted_seconds"] == ALL_SECONDS

    # Stop 5. The month ends at midnight where the practice is; the next tick finds it due.
    the_night_s_true_up(clock)
    run = TrueUpRun.objects.get(practice__slug="elm-street", month=OCTOBER)
    assert (run.kind, run.patients_done, run.written, run.failed) == ("final", 1, 1, 0)

    # Stops 6 to 9. Rows became facts, facts a verdict, the verdict a claim that keeps them both.
    claim = Claim.objects.get(patient=enrolled)
    assert (claim.state, claim.outcome) == (ClaimState.DRAFT, Outcome.BILLABLE)
    assert (claim.worked_seconds, claim.counted_seconds) == (ALL_SECONDS, ALL_SECONDS)
    entries = {str(pk) for pk in TimeEntry.objects.values_list("pk", flat=True)}
    assert {entry["id"].rpartition(":")[2] for entry in claim.facts["time"]} == entries
    assert sum(entry["counted"] for entry in claim.verdict["entries"]) == ALL_SECONDS
    (line,) = claim.lines.all()
    assert (line.code, line.units, str(line.charge)) == ("99492", 1, "150.10")

    # Stop 10. Dana looks at the month, ticks the claim and approves; Alice's October is closed.
    clock.move_to(MONDAY)
    dana_s = signed_in(dana)
    where = {"slug": "elm-street", "month": "2026-10"}
    assert enrolled.last_name in dana_s.get(reverse("billing_month", kwargs=where)).content.decode()
    ticked = {"claim": f"{claim.pk}:{claim.fingerprint}"}
    dana_s.post(reverse("claims_approve", kwargs=where), ticked)
    claim.refresh_from_db()
    assert (claim.state, claim.approved_by) == (ClaimState.APPROVED, dana)
    assert month_of(enrolled).is_closed

    # Stop 11. The approved claim becomes a file, and is sent.
    dana_s.post(reverse("submissions_make", kwargs=where))
    made = Submission.objects.get()
    claim.refresh_from_db()
    assert claim.state == ClaimState.SENT

    # Stop 12. What Dana fetches is sound, and its one service line is Alice's 70 minutes.
    address = reverse(
        "submission_download", kwargs={"slug": "elm-street", "submission_id": made.pk}
    )
    fetched = dana_s.get(address).content
    assert fetched == bytes(made.content)
    assert accepted(fetched.decode("ascii")) == []
    assert loop_2400(fetched) == [
        ["LX", "1"],
        ["SV1", "HC:99492", "150.1", "UN", "1", "", "", "1"],
        ["DTP", "472", "D8", "20261031"],
        ["REF", "6R", f"CT{claim.pk}L1"],
    ]


def test_one_second_less_does_not_arrive(enrolled, a_payer_that_pays, clock, work):
    """The same road with a second less: no line, and the claim says how much was missing."""
    second = dt.timedelta(seconds=1)
    work(TUESDAY, FIRST_CALL, "patient_contact")
    work(THURSDAY, SECOND_CALL - second, "brief_intervention")
    the_night_s_true_up(clock)
    claim = Claim.objects.get(patient=enrolled)
    assert (claim.outcome, claim.lines.count()) == (Outcome.NOT_BILLABLE, 0)
    assert (claim.counted_seconds, claim.minutes_short) == (ALL_SECONDS - 1, 1)
