"""The true-up: claims and reasons, written once, and never over what a person decided."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from billing import rules
from billing.models import (
    AppliedPolicy,
    Claim,
    ClaimLine,
    TrueUpChunk,
    TrueUpFailure,
    TrueUpRun,
)
from billing.rules import case
from billing.selectors import true_up_runs
from billing.services import claim_writer, claims, decision, true_up
from registry.errors import Refused
from registry.models import Patient, Payer, ServiceMonth
from registry.services import service_month
from tests.billing.test_month_facts import OCTOBER, fee, policy_row

pytestmark = pytest.mark.django_db

NEW_YORK = ZoneInfo("America/New_York")
NOVEMBER_2 = dt.datetime(2026, 11, 2, 15, 0, tzinfo=dt.UTC)


def new_york(*at):
    return dt.datetime(*at, tzinfo=NEW_YORK)


@pytest.fixture(autouse=True)
def payable(payer, elm_street, dana, now):
    policy_row(payer, dana, now)
    for code, amount in (("99492", "150.10"), ("99493", "130.00"), ("99494", "60.05")):
        fee(elm_street, dana, now, code, amount)


@pytest.fixture
def run(system):
    """Run a true-up: `run(elm_street)`; final, for October, on November 2."""

    def run(practice, month=OCTOBER, kind="final", now=NOVEMBER_2):
        return true_up.run(practice=practice, month=month, kind=kind, by=system, now=now)

    return run


@pytest.fixture
def log(alice, make):
    """Log confirmed minutes of Alice, one stretch after another: `log(patient, 40, day=6)`."""
    free = {}

    def log(patient, minutes, day=6):
        start = free.get(day, new_york(2026, 10, day, 0))
        free[day] = start + dt.timedelta(minutes=minutes)
        return make.entry(patient, alice, start, minutes)

    return log


@pytest.fixture
def another(make, elm_street, payer, alice, sam, dr_priya):
    """Another patient like `enrolled`."""

    def another(practice=elm_street, to=payer, started_on=OCTOBER, review=True):
        patient = make.patient(practice)
        make.coverage(patient, to)
        make.consent(patient, given_at=new_york(2026, 7, 1))
        episode = make.episode(
            patient, alice, dr_priya, started_on=started_on, initiating_visit_on=started_on
        )
        make.measure(patient)
        if review:
            make.review(episode, sam)
        return patient

    return another


def claim_of(patient, month=OCTOBER):
    return Claim.objects.get(patient=patient, month=month)


def lines_of(claim):
    return [(line.code, line.units) for line in claim.lines.all()]


def everything():
    """Every row that a true-up writes, history included, save the runs themselves."""
    event = apps.get_model("billing", "ClaimEvent")
    models = (Claim, ClaimLine, event, AppliedPolicy, ServiceMonth, TrueUpFailure)
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}


# -- what a month comes to -------------------------------------------------------------------


def test_68_minutes_of_a_first_month_are_not_billable_and_two_short(enrolled, log, run, elm_street):
    log(enrolled, 40), log(enrolled, 28)
    run(elm_street)
    claim = claim_of(enrolled)
    assert (claim.outcome, claim.minutes_short) == ("not_billable", 2)
    assert claim.rules == ["below_minimum"]
    assert lines_of(claim) == []
    assert claim.total_charge is None


def test_70_minutes_of_a_first_month_are_99492(enrolled, log, run, elm_street, payer, system):
    log(enrolled, 40), log(enrolled, 30)
    made = run(elm_street)
    claim = claim_of(enrolled)
    assert (claim.outcome, claim.minutes_short, claim.rules) == ("billable", None, [])
    assert lines_of(claim) == [("99492", 1)]
    assert claim.date_of_service == dt.date(2026, 10, 31)
    assert claim.total_charge == Decimal("150.10")
    assert (claim.payer, claim.coverage.patient) == (payer, enrolled)
    assert (claim.state, claim.is_final, claim.run) == ("draft", True, made)
    assert (claim.decided_by, claim.decided_at) == (system, NOVEMBER_2)


def test_each_further_unit_is_charged(enrolled, log, run, elm_street):
    log(enrolled, 135)
    run(elm_street)
    claim = claim_of(enrolled)
    assert lines_of(claim) == [("99492", 1), ("99494", 2)]
    assert [line.charge for line in claim.lines.all()] == [Decimal("150.10"), Decimal("120.10")]
    assert claim.total_charge == Decimal("270.20")


def test_55_minutes_of_a_later_month_are_five_short(another, log, run, elm_street):
    patient = another(started_on=dt.date(2026, 8, 1))
    log(patient, 55)
    run(elm_street)
    assert (claim_of(patient).outcome, claim_of(patient).minutes_short) == ("not_billable", 5)


def test_a_month_without_its_review_is_held_and_says_so(another, log, run, elm_street):
    patient = another(review=False)
    log(patient, 75)
    run(elm_street)
    claim = claim_of(patient)
    assert (claim.outcome, claim.rules) == ("held", ["consultant_review_missing"])
    assert lines_of(claim) == [("99492", 1)]


def test_consent_in_the_middle_of_the_month_loses_the_time_before_it(
    enrolled, log, run, elm_street
):
    enrolled.consents.update(given_at=new_york(2026, 10, 10))
    log(enrolled, 30, day=6), log(enrolled, 71, day=12)
    run(elm_street)
    claim = claim_of(enrolled)
    assert (claim.worked_seconds, claim.counted_seconds) == (101 * 60, 71 * 60)
    assert claim.verdict["seconds"]["excluded"] == {"outside_consent": 1800}


def test_an_enrolled_patient_without_time_is_not_billable_and_70_short(enrolled, run, elm_street):
    run(elm_street)
    claim = claim_of(enrolled)
    assert (claim.outcome, claim.minutes_short) == ("not_billable", 70)


def test_a_claim_is_held_for_what_the_practice_has_not_entered(enrolled, log, run, elm_street):
    elm_street.fees.all().delete()
    log(enrolled, 71)
    run(elm_street)
    claim = claim_of(enrolled)
    assert (claim.outcome, claim.rules, claim.total_charge) == ("held", ["fee_missing"], None)
    (hold,) = claim.own_holds
    assert (hold["mend"], "99492" in hold["text"]) == ("fee", True)


def test_time_is_the_month_of_the_practices_clock(enrolled, alice, make, run, elm_street):
    make.entry(enrolled, alice, new_york(2026, 10, 31, 23, 0), 120)
    run(elm_street)
    assert claim_of(enrolled).worked_seconds == 3600


def test_a_claim_keeps_the_facts_and_the_policy_that_it_was_decided_from(
    enrolled, log, run, elm_street, payer
):
    log(enrolled, 75)
    run(elm_street)
    payer.policies.update(preset="midpoint")
    claim = claim_of(enrolled)
    facts = case.read(claim.facts)
    again = rules.decide(facts).as_json()
    assert again.pop("policy") == {
        key: value
        for key, value in claim.policy.document.items()
        if key not in ("preset", "version")
    }
    assert again == claim.verdict
    assert claim.policy.document["preset"] == "standard"
    assert len(claim.engine) == 16


def test_policies_are_kept_once_however_many_claims_they_decided(another, run, elm_street):
    patients = [another() for _ in range(3)]
    run(elm_street)
    assert len({claim_of(patient).policy_id for patient in patients}) == 1


# -- twice -----------------------------------------------------------------------------------


def test_a_second_run_changes_nothing_row_by_row(enrolled, another, log, run, elm_street):
    log(enrolled, 75), log(another(review=False), 80), another()
    run(elm_street)
    before = everything()
    made = run(elm_street, now=NOVEMBER_2 + dt.timedelta(hours=5))
    assert everything() == before
    assert (made.written, made.unchanged, made.kept) == (0, 3, 0)


def test_a_provisional_claim_becomes_final_without_being_written_anew(
    enrolled, log, run, elm_street
):
    log(enrolled, 75)
    run(elm_street, now=new_york(2026, 10, 20), kind="provisional")
    first = claim_of(enrolled)
    run(elm_street)
    second = claim_of(enrolled)
    assert (first.is_final, second.is_final) == (False, True)
    assert (first.pk, first.decided_at) == (second.pk, second.decided_at)
    before = everything()
    run(elm_street, kind="provisional")
    assert everything() == before, "a provisional run takes nothing back"


def test_a_month_that_is_not_over_gets_no_final_run(enrolled, run, elm_street):
    made = run(elm_street, now=new_york(2026, 10, 31, 23, 59, 59), kind="final")
    assert made.kind == "provisional"
    assert run(elm_street, now=new_york(2026, 11, 1)).kind == "final"


def test_a_month_that_has_not_begun_is_refused(elm_street, run):
    with pytest.raises(Refused, match="2026-12 has not begun"):
        run(elm_street, month=dt.date(2026, 12, 1))
    assert not TrueUpRun.objects.exists()


def test_a_draft_follows_the_log_and_keeps_its_history(enrolled, log, run, elm_street, system):
    log(enrolled, 75)
    run(elm_street)
    first = claim_of(enrolled)
    log(enrolled, 30, day=9)
    made = run(elm_street)
    claim = claim_of(enrolled)
    assert claim.pk == first.pk
    assert lines_of(claim) == [("99492", 1), ("99494", 1)]
    assert made.written == 1
    event = apps.get_model("billing", "ClaimEvent").objects.get(pgh_obj=claim)
    assert event.counted_seconds == 105 * 60
    assert event.pgh_context.metadata == {
        "user": system.pk,
        "reason": f"true-up run {made.pk}",
    }


def test_many_drafts_are_rewritten_in_one_statement(another, log, run, elm_street, sam, make):
    patients = [another(review=False) for _ in range(3)]
    for patient in patients[:2]:
        log(patient, 75)
    run(elm_street)
    for patient in patients:
        make.review(patient.episodes.get(), sam)
    log(patients[2], 40)
    with CaptureQueriesContext(connection) as captured:
        made = run(elm_street)
    assert sum("UPDATE billing_claim " in query["sql"] for query in captured) == 1
    assert made.written == 3
    assert [claim_of(patient).outcome for patient in patients] == [
        "billable",
        "billable",
        "not_billable",
    ]
    assert [lines_of(claim_of(patient)) for patient in patients] == [
        [("99492", 1)],
        [("99492", 1)],
        [],
    ]


# -- what a person decided -------------------------------------------------------------------


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
