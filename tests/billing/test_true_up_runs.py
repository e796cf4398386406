"""How a true-up runs: past a broken chart, in chunks, one practice at a time, and by hand."""

from __future__ import annotations

import io

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from billing.models import Claim, TrueUpChunk, TrueUpFailure
from billing.selectors import true_up_runs
from billing.services import decision, true_up
from registry.models import Patient, Payer
from registry.services import service_month
from tests.billing.october import OCTOBER
from tests.billing.payer_rows import policy_row
from tests.billing.true_ups import NOVEMBER_2, claim_of, new_york

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("payable")]


# -- one chart stops nobody ------------------------------------------------------------------


@pytest.fixture
def broken(enrolled, monkeypatch):
    """The rules break on `enrolled`, with her name in the error."""
    of = decision.of

    def breaks(chart):
        if chart.patient_id == enrolled.pk:
            raise KeyError("Pat Tester")
        return of(chart)

    monkeypatch.setattr(decision, "of", breaks)


def test_a_broken_chart_becomes_a_row_and_the_others_go_on(
    broken, enrolled, another, log, run, elm_street, caplog
):
    log(enrolled, 75)
    other = another()
    made = run(elm_street)
    failure = TrueUpFailure.objects.get()
    assert (failure.patient, failure.month, failure.settled_at) == (enrolled, OCTOBER, None)
    assert "KeyError" in failure.message
    assert "Tester" not in failure.message + caplog.text
    assert (made.failed, made.written, made.finished_at) == (1, 1, NOVEMBER_2)
    assert claim_of(other)
    assert not Claim.objects.filter(patient=enrolled).exists()


def test_a_mended_chart_settles_its_failure(broken, enrolled, run, elm_street, monkeypatch):
    run(elm_street)
    monkeypatch.undo()
    run(elm_street)
    assert TrueUpFailure.objects.get().settled_at == NOVEMBER_2
    assert claim_of(enrolled)


def test_a_chart_that_fails_again_stands_in_the_queue_once(broken, enrolled, run, elm_street):
    run(elm_street), run(elm_street)
    assert TrueUpFailure.objects.filter(settled_at=None).count() == 1


def test_what_the_database_refuses_is_narrowed_down_to_one_chart(
    another, log, run, elm_street, dana, now
):
    """A program code longer than a line's code: the copy fails, and only its own patient stays."""
    odd = Payer.objects.create(practice=elm_street, name="Odd Mutual", created_at=now)
    policy_row(odd, dana, now, overrides={"program_code": "G05121"})
    others = [another() for _ in range(5)]
    unlucky = another(to=odd)
    log(unlucky, 75)
    made = run(elm_street)
    assert (made.failed, made.written) == (1, 5)
    assert TrueUpFailure.objects.get().patient == unlucky
    assert Claim.objects.filter(patient__in=others).count() == 5


def test_an_unreadable_policy_is_named_by_its_field(enrolled, payer, run, elm_street):
    payer.policies.update(overrides={"max_units": 4})
    run(elm_street)
    assert "policy.overrides.max_units" in TrueUpFailure.objects.get().message


# -- practices, chunks, cost -----------------------------------------------------------------


def test_two_practices_do_not_mix(
    enrolled, log, run, elm_street, harbor, make, charlie, system, another
):
    log(enrolled, 75)
    stranger = make.patient(harbor)
    make.entry(stranger, charlie, new_york(2026, 10, 6, 9), 75)
    run(elm_street)
    assert not Claim.objects.filter(practice=harbor).exists()
    before = Claim.objects.filter(practice=elm_street).values().get()
    run(harbor)
    assert Claim.objects.filter(practice=elm_street).values().get() == before
    claim = claim_of(stranger)
    assert claim.outcome == "not_billable"
    assert "episode_missing" in claim.rules


def test_chunks_do_together_what_one_would(another, log, run, elm_street, monkeypatch):
    monkeypatch.setattr(true_up, "CHUNK", 2)
    for minutes in (70, 71, 68, 101, 0):
        patient = another()
        if minutes:
            log(patient, minutes, day=7)
    made = run(elm_street)
    assert (made.chunks_total, made.chunks_done) == (3, 3)
    assert (made.patients_total, made.patients_done, made.written) == (5, 5, 5)
    assert Claim.objects.filter(outcome="billable").count() == 3


def test_a_chunk_that_is_sent_twice_is_done_once(another, elm_street, system, monkeypatch):
    monkeypatch.setattr(true_up, "CHUNK", 1)
    another(), another()
    made, _ = true_up.start(
        practice=elm_street, month=OCTOBER, kind="final", by=system, now=NOVEMBER_2
    )
    first, second = true_up.unfinished(made)
    assert true_up.work(first, now=NOVEMBER_2)
    assert not true_up.work(first, now=NOVEMBER_2)
    made.refresh_from_db()
    assert (made.chunks_done, made.finished_at) == (1, None)
    assert true_up.work(second, now=NOVEMBER_2)
    made.refresh_from_db()
    assert (made.chunks_done, made.patients_done, made.finished_at) == (2, 2, NOVEMBER_2)


def test_a_run_under_way_is_finished_before_the_next_begins(
    another, elm_street, run, system, monkeypatch
):
    monkeypatch.setattr(true_up, "CHUNK", 1)
    another(), another()
    left, is_new = true_up.start(
        practice=elm_street, month=OCTOBER, kind="final", by=system, now=NOVEMBER_2
    )
    assert is_new
    again = true_up.start(
        practice=elm_street, month=OCTOBER, kind="final", by=system, now=NOVEMBER_2
    )
    assert again == (left, False)
    made = run(elm_street)
    left.refresh_from_db()
    assert made != left
    assert left.finished_at == made.finished_at == NOVEMBER_2
    assert (left.written, made.unchanged) == (2, 2)


def test_a_chunk_costs_as_many_queries_for_many_as_for_one(another, log, elm_street, system, run):
    def queries_of_a_run(practice):
        made, _ = true_up.start(
            practice=practice, month=OCTOBER, kind="final", by=system, now=NOVEMBER_2
        )
        (chunk,) = true_up.unfinished(made)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            true_up.work(chunk, now=NOVEMBER_2)
        return len(captured)

    first = another()
    log(first, 75)
    for_one = queries_of_a_run(elm_street)
    Claim.objects.all().delete()
    for day in range(2, 14):
        log(another(), 75, day=day)
    service_month.refresh([first], [OCTOBER], now=NOVEMBER_2)
    for_many = queries_of_a_run(elm_street)
    assert for_many <= for_one + 1
    assert Claim.objects.count() == 13


def test_the_run_mends_standings_that_rest_on_an_old_policy(
    enrolled, log, run, elm_street, payer, now
):
    log(enrolled, 40)
    service_month.refresh([enrolled], [OCTOBER], now=now)
    payer.policies.update(preset="midpoint")
    row = enrolled.service_months.get(month=OCTOBER)
    assert row.standing["outcome"] == "not_billable"
    run(elm_street)
    row.refresh_from_db()
    assert row.standing["outcome"] == "billable"
    assert row.standing_at == NOVEMBER_2


# -- by hand ---------------------------------------------------------------------------------


def command(*args):
    out = io.StringIO()
    call_command("true_up", *args, stdout=out)
    return out.getvalue()


def test_the_command_prints_progress_and_what_came_of_it(
    enrolled, another, log, elm_street, harbor, time_machine
):
    time_machine.move_to(NOVEMBER_2)
    log(enrolled, 75), log(another(review=False), 75), another()
    out = command("2026-10")
    assert "3 of 3 patients (1 of 1 chunks)" in out
    assert "elm-street 2026-10 final: 1 clean, 1 held, 1 not billable, 0 failed" in out
    assert "harbor 2026-10 final: 0 clean" in out
    assert "0 written, 3 unchanged" in command("2026-10", "--practice", "elm-street")


def test_the_command_says_in_one_line_what_is_wrong(elm_street, time_machine):
    time_machine.move_to(NOVEMBER_2)
    for args, words in (
        (["2026-13"], "'2026-13' is no month"),
        (["october"], "no month"),
        (["2026-10", "--practice", "nowhere"], "nowhere"),
        (["2027-01"], "has not begun"),
    ):
        with pytest.raises(CommandError, match=words) as caught:
            command(*args)
        assert "\n" not in str(caught.value)


def test_a_provisional_run_by_hand(enrolled, elm_street, time_machine):
    time_machine.move_to(NOVEMBER_2)
    assert "elm-street 2026-10 provisional:" in command("2026-10", "--provisional")
    assert not claim_of(enrolled).is_final


def test_a_summary_counts_live_claims(enrolled, log, run, elm_street):
    log(enrolled, 75)
    summary = true_up_runs.summary(run(elm_street))
    assert (summary.clean, summary.held, summary.not_billable) == (1, 0, 0)


def test_chunks_of_a_run_hold_each_patient_once(another, run, elm_street, monkeypatch):
    monkeypatch.setattr(true_up, "CHUNK", 2)
    for _ in range(5):
        another()
    made = run(elm_street)
    ids = [i for chunk in TrueUpChunk.objects.filter(run=made) for i in chunk.patient_ids]
    assert sorted(ids) == sorted(Patient.objects.values_list("pk", flat=True))
