"""The weekly audit may run again, what it found is settled, and when it is due."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine

from registry import tasks
from registry.errors import Refused
from registry.models import LogAudit, LogAuditFinding
from registry.services import log_audit
from tests.registry.auditing import HOUR, MONDAY, local

# -- run again, settle ------------------------------------------------------------------------


def test_a_second_run_changes_nothing(make, enrolled, alice, audit):
    make.entry(enrolled, alice, local(6, 23), 150)
    first = list(audit().findings.order_by("pk").values())
    assert list(audit().findings.order_by("pk").values()) == first
    assert LogAudit.objects.count() == 1


def test_a_second_run_drops_what_was_mended_and_adds_what_is_new(make, patient, alice, kinds, now):
    gone = make.entry(patient, alice, local(6, 23), 10)
    assert kinds() == [("night_hours", gone.pk)]
    gone.status, gone.voided_at, gone.voided_by, gone.void_reason = "voided", now, alice, "Wrong"
    gone.save()
    new = make.entry(patient, alice, local(7, 10), 130)
    assert kinds() == [("long_entry", new.pk)]


def test_what_was_settled_stays_settled_and_is_not_found_again(
    make, patient, alice, audit, sue, now
):
    make.entry(patient, alice, local(6, 23), 10)
    finding = audit().findings.get()
    log_audit.settle(finding, note="On call that night.", by=sue, now=now)
    rows = audit(at=now + HOUR).findings.all()
    assert [(row.pk, row.settle_note) for row in rows] == [(finding.pk, "On call that night.")]


def test_a_finding_is_settled_once_though_it_is_sent_twice(
    make, patient, alice, bob, audit, sue, now
):
    make.entry(patient, alice, local(6, 23), 10)
    finding = audit().findings.get()
    log_audit.settle(finding, note="On call.", by=sue, now=now)
    log_audit.settle(finding, note="Something else.", by=bob, now=now + HOUR)
    finding.refresh_from_db()
    assert (finding.settle_note, finding.settled_by, finding.settled_at) == ("On call.", sue, now)


@pytest.mark.parametrize("note", ["", "   ", "x" * 201])
def test_a_finding_is_not_settled_without_a_fitting_note(
    make, patient, alice, audit, sue, now, note
):
    make.entry(patient, alice, local(6, 23), 10)
    finding = audit().findings.get()
    with pytest.raises(Refused) as refused:
        log_audit.settle(finding, note=note, by=sue, now=now)
    assert set(refused.value.problems) == {"note"}


def test_a_settlement_can_be_taken_back(make, patient, alice, audit, sue, now):
    make.entry(patient, alice, local(6, 23), 10)
    finding = log_audit.settle(audit().findings.get(), note="On call.", by=sue, now=now)
    log_audit.reopen(finding, by=sue)
    assert LogAuditFinding.objects.get().settled_at is None


def test_a_whole_kind_is_settled_with_one_note(make, patient, alice, audit, sue, now):
    for day in (6, 7, 8):
        make.entry(patient, alice, local(day, 23), 10)
    make.entry(patient, alice, local(9, 10), 150)
    made = audit()
    assert log_audit.settle_kind(made, "night_hours", note="Night duty.", by=sue, now=now) == 3
    assert list(made.findings.filter(settled_at=None).values_list("kind")) == [("long_entry",)]


def test_an_old_weeks_patients_are_left_as_they_were_found(make, enrolled, alice, audit):
    enrolled.consents.all().delete()
    assert audit().findings.filter(kind="no_consent").count() == 1
    make.consent(enrolled)
    audit(at=local(28))
    assert LogAuditFinding.objects.filter(kind="no_consent").count() == 1


@pytest.mark.parametrize(
    ("week", "said"),
    [
        (dt.date(2026, 10, 6), "Oct 6, 2026 is no Monday"),
        (dt.date(2026, 10, 19), "has not begun yet"),
    ],
)
def test_a_week_that_is_none_is_refused(audit, week, said):
    with pytest.raises(Refused, match=said):
        audit(week=week)
    assert LogAudit.objects.count() == 0


def fill(make, practice, alice, dr_priya, *numbers):
    for number in range(*numbers):
        patient = make.patient(practice)
        make.episode(patient, alice, dr_priya, started_on=dt.date(2026, 9, 1))
        start = local(6, 22) + dt.timedelta(seconds=60 * number)
        make.entry(patient, alice, start, 1)


def test_the_audit_asks_as_many_queries_for_fifty_patients_as_for_five(
    make, elm_street, alice, dr_priya, audit, django_assert_max_num_queries
):
    fill(make, elm_street, alice, dr_priya, 0, 5)
    with django_assert_max_num_queries(24) as few:
        audit()
    fill(make, elm_street, alice, dr_priya, 5, 50)
    with django_assert_max_num_queries(24) as many:
        assert audit().findings.count() == 150
    assert len(many) <= len(few)


# -- by itself --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "due"),
    [
        (local(12, 4, 59, 59), None),
        (local(12, 5), MONDAY),
        (local(13, 3), MONDAY),
        (local(18, 23, 59), MONDAY),
        (local(19, 4), None),
        (local(19, 5), dt.date(2026, 10, 12)),
    ],
)
def test_the_audit_is_due_from_monday_five_on_the_practices_clock(elm_street, at, due):
    assert log_audit.due_week(elm_street, at) == due


def test_an_audit_made_while_the_week_was_under_way_does_not_count_for_its_end(elm_street, audit):
    audit(at=local(9))
    assert log_audit.due_week(elm_street, local(12, 5)) == MONDAY
    audit(at=local(12, 5))
    assert log_audit.due_week(elm_street, local(12, 6)) is None


def test_each_practice_is_audited_at_its_own_hour(elm_street, harbor):
    harbor.timezone = "America/Los_Angeles"
    harbor.save()
    with time_machine.travel(local(12, 5, 20), tick=False):
        tasks.audit_where_due()
    assert list(LogAudit.objects.values_list("practice__slug")) == [("elm-street",)]
    with time_machine.travel(local(12, 8, 20), tick=False):
        tasks.audit_where_due()
        tasks.audit_where_due()
    assert LogAudit.objects.count() == 2
    assert LogAudit.objects.first().made_by.full_name == "CareTally (automatic)"


def test_a_practice_that_cannot_be_audited_does_not_stop_the_others(
    elm_street, harbor, monkeypatch, caplog
):
    made = log_audit.run

    def run(practice, week, **options):
        if practice == elm_street:
            raise RuntimeError("broken chart")
        return made(practice, week, **options)

    monkeypatch.setattr(log_audit, "run", run)
    with time_machine.travel(local(12, 6), tick=False):
        tasks.audit_where_due()
    assert list(LogAudit.objects.values_list("practice__slug")) == [("harbor",)]
    assert f"practice {elm_street.pk} failed" in caplog.text


def test_beat_calls_the_task_by_the_name_it_has():
    from config.celery import app

    app.loader.import_default_modules()
    assert app.conf.beat_schedule["log-audit"]["task"] in app.tasks
