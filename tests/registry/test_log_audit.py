"""The weekly audit: what it finds at each edge, that it may run again, and when it is due."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
import time_machine

from registry import tasks
from registry.errors import Refused
from registry.models import LogAudit, LogAuditFinding, ServiceMonth
from registry.services import log_audit, service_month

NEW_YORK = ZoneInfo("America/New_York")
#: The week that ended before the cast's Wednesday, October 14.
MONDAY = dt.date(2026, 10, 5)
HOUR, SECOND = dt.timedelta(hours=1), dt.timedelta(seconds=1)


def local(day, hour=10, minute=0, second=0, month=10):
    return dt.datetime(2026, month, day, hour, minute, second, tzinfo=NEW_YORK)


@pytest.fixture
def audit(elm_street, sue, now):
    def run(week=MONDAY, at=now):
        return log_audit.run(elm_street, week, by=sue, now=at)

    return run


@pytest.fixture
def kinds(audit):
    """The kinds that an audit finds about entries, each with its entry."""

    def of(**options):
        rows = audit(**options).findings.filter(time_entry__isnull=False)
        return sorted(rows.values_list("kind", "time_entry_id"))

    return of


def only(rows):
    return [kind for kind, _ in rows]


# -- entries ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (dt.timedelta(0), []),
        (24 * HOUR - SECOND, []),
        (24 * HOUR, []),
        (24 * HOUR + SECOND, ["late_documented"]),
        (72 * HOUR, ["late_documented"]),
    ],
)
def test_time_is_late_one_second_past_a_day(make, patient, alice, kinds, after, found):
    ended = local(6, 10, 20)
    make.entry(patient, alice, local(6), 20, origin="by_hand", reason="Forgot",
               created_at=ended + after, ended_entry_at=ended + after)  # fmt: skip
    assert only(kinds()) == found


def test_late_time_belongs_to_the_week_in_which_it_was_documented(make, patient, alice, kinds):
    written = local(12, 9)
    make.entry(patient, alice, local(6), 20, origin="by_hand", reason="Forgot",
               created_at=written, ended_entry_at=written)  # fmt: skip
    assert kinds() == []
    assert only(kinds(week=dt.date(2026, 10, 12))) == ["late_documented"]


def test_an_end_recorded_a_day_later_is_late_as_well(make, patient, alice, kinds):
    make.entry(patient, alice, local(6), 20, origin="timer_corrected", ended_entry_at=local(8))
    assert only(kinds()) == ["late_documented"]


def test_imported_time_was_documented_elsewhere_and_is_not_late(make, patient, alice, kinds):
    make.entry(patient, alice, local(6), 20, origin="imported",
               created_at=local(9), ended_entry_at=local(9))  # fmt: skip
    assert kinds() == []


def test_a_practice_may_call_time_late_earlier(make, patient, alice, kinds, settings):
    settings.LOG_AUDIT_LATE_HOURS = 4
    make.entry(patient, alice, local(6), 20, origin="by_hand", reason="Forgot",
               created_at=local(6, 15), ended_entry_at=local(6, 15))  # fmt: skip
    assert only(kinds()) == ["late_documented"]


@pytest.mark.parametrize(
    ("minutes", "origin", "found"),
    [
        (120, "timer", []),
        (120.02, "timer", ["long_entry"]),
        (240, "timer", ["long_entry"]),
        (240.02, "timer", ["timer_left_running"]),
        (240.02, "timer_corrected", ["timer_left_running"]),
        (240.02, "by_hand", ["long_entry"]),
    ],
)
def test_long_entries_and_forgotten_timers(make, patient, alice, kinds, minutes, origin, found):
    make.entry(patient, alice, local(6), minutes, origin=origin, reason="Group visit")
    assert only(kinds()) == found


@pytest.mark.parametrize(
    ("activity", "minutes", "found"),
    [
        ("patient_contact", 45, []),
        ("patient_contact", 46, ["timer_left_running"]),
        ("chart_review", 20, []),
        ("chart_review", 21, ["timer_left_running"]),
    ],
)
def test_a_timer_that_runs_is_found_past_its_activitys_limit(
    make, patient, alice, kinds, now, activity, minutes, found
):
    start = now - dt.timedelta(minutes=minutes)
    make.entry(patient, alice, start, None, activity=activity)
    assert only(kinds(week=dt.date(2026, 10, 12))) == found


def test_a_timer_left_running_since_last_month_is_found_each_week(make, patient, alice, kinds):
    make.entry(patient, alice, local(2, month=9), None)
    assert only(kinds()) == ["timer_left_running"]
    assert only(kinds(week=dt.date(2026, 10, 12))) == ["timer_left_running"]


def test_a_timer_started_after_the_week_is_not_the_weeks(make, patient, alice, kinds, now):
    make.entry(patient, alice, now - 3 * HOUR, None)
    assert kinds() == []


def test_what_needs_review_is_found_until_somebody_decides(make, patient, alice, kinds):
    waiting = make.entry(patient, alice, local(2, month=9), 20, status="needs_review",
                         review_reason="The timer ran for 9 h.")  # fmt: skip
    assert kinds() == [("needs_review", waiting.pk)]


def test_an_overlap_that_needs_review_is_found_as_one(make, patient, alice, kinds):
    make.entry(patient, alice, local(6), 20)
    waiting = make.entry(patient, alice, local(6, 10, 10), 20, status="needs_review",
                         review_reason="It overlaps another entry.")  # fmt: skip
    assert kinds() == [("overlap", waiting.pk)]


def test_time_that_only_touches_or_is_another_persons_is_no_overlap(
    make, patient, alice, bob, kinds
):
    make.entry(patient, alice, local(6), 20)
    make.entry(patient, bob, local(6, 10, 25), 20)
    make.entry(patient, alice, local(6, 10, 20), 20, status="needs_review", review_reason="Asked.")
    assert only(kinds()) == ["needs_review"]


@pytest.mark.parametrize(
    ("start", "minutes", "found"),
    [
        ((6, 21, 40), 20, []),
        ((6, 21, 40, 1), 20, ["night_hours"]),
        ((6, 22, 0), 1, ["night_hours"]),
        ((6, 23, 50), 20, ["night_hours"]),
        ((7, 3, 0), 10, ["night_hours"]),
        ((7, 5, 59, 59), 10, ["night_hours"]),
        ((7, 6, 0), 10, []),
        ((7, 12, 0), 10, []),
    ],
)
def test_night_is_from_ten_to_six_on_the_practices_clock(
    make, patient, alice, kinds, start, minutes, found
):
    make.entry(patient, alice, local(*start), minutes)
    assert only(kinds()) == found


@pytest.mark.parametrize(
    ("start", "found"),
    [
        (local(5, 0), ["night_hours"]),
        (local(4, 23, 30), []),
        (local(11, 23, 30), ["night_hours"]),
        (local(12, 0), []),
    ],
)
def test_the_week_begins_and_ends_at_local_midnight(make, patient, alice, kinds, start, found):
    make.entry(patient, alice, start, 10)
    assert only(kinds()) == found


def test_the_week_in_which_the_clock_goes_back_is_an_hour_longer(make, patient, alice, kinds):
    """November 1, 2026: 23:30 that Sunday is 168.5 hours after Monday's midnight."""
    last = make.entry(patient, alice, local(1, 23, 30, month=11), 10)
    assert kinds(week=dt.date(2026, 10, 26), at=local(3, month=11)) == [("night_hours", last.pk)]
    assert kinds(week=dt.date(2026, 11, 2), at=local(3, month=11)) == []


def test_void_time_is_not_found(make, patient, alice, kinds, now):
    make.entry(patient, alice, local(6, 23), 300, status="voided", voided_at=now, voided_by=alice,
               void_reason="Twice")  # fmt: skip
    assert kinds() == []


# -- patients ---------------------------------------------------------------------------------


@pytest.fixture
def about(audit):
    def patients(patient, **options):
        rows = audit(**options).findings.filter(patient=patient, time_entry=None)
        return {row.kind: row.text for row in rows}

    return patients


def test_a_patient_who_is_seen_consented_and_reviewed_is_not_found(make, enrolled, alice, about):
    make.entry(enrolled, alice, local(6))
    assert about(enrolled) == {}


def test_a_patient_without_consent_is_found_and_one_who_revoked_too(
    make, enrolled, alice, about, now
):
    make.entry(enrolled, alice, local(6))
    enrolled.consents.update(revoked_at=now, revoked_by=alice)
    assert set(about(enrolled)) == {"no_consent"}


@pytest.mark.parametrize(
    ("contact", "found"), [(local(1, 0), set()), (local(30, 23, 59, month=9), {"no_contact"})]
)
def test_fourteen_local_days_without_contact_are_found(
    make, enrolled, alice, about, contact, found
):
    """Seen on October 14: October 1 is 13 days ago, September 30 is 14."""
    enrolled.episodes.update(started_on=dt.date(2026, 9, 1))
    make.entry(enrolled, alice, contact, 1)
    assert set(about(enrolled)) == found


def test_charts_read_and_calls_not_answered_are_no_contact(make, enrolled, alice, about):
    enrolled.episodes.update(started_on=dt.date(2026, 9, 1))
    make.entry(enrolled, alice, local(6), activity="chart_review")
    make.entry(enrolled, alice, local(7), activity="outreach_attempt")
    assert about(enrolled)["no_contact"] == "No contact since care began on Sep 1, 2026."


def test_somebody_enrolled_last_week_is_not_late_for_contact(enrolled, about):
    enrolled.episodes.update(started_on=dt.date(2026, 10, 8))
    assert about(enrolled) == {}


def test_a_month_without_review_is_found_once_there_was_time_for_one(
    make, enrolled, alice, audit, elm_street
):
    enrolled.case_reviews.all().delete()
    make.entry(enrolled, alice, local(6))

    def found(day):
        rows = audit(week=MONDAY, at=local(day)).findings
        return rows.filter(kind="no_review").exists()

    assert [found(7), found(8)] == [False, True]


def test_general_bhi_needs_no_consultant(make, patient, alice, dr_priya, about):
    make.consent(patient)
    make.episode(patient, alice, dr_priya, program="bhi")
    assert about(patient) == {}


def test_a_withdrawn_review_is_none(make, enrolled, alice, sam, about, now):
    make.entry(enrolled, alice, local(6))
    enrolled.case_reviews.update(withdrawn_at=now, withdrawn_by=sam, withdraw_reason="Wrong chart")
    assert about(enrolled)["no_review"] == "No consultant review in October 2026 so far."


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("held", "No consultant review in October 2026 so far. The month's claim waits for it."),
        ("not_billable", "No consultant review in October 2026 so far."),
    ],
)
def test_a_claim_waits_only_where_the_minutes_have_earned_one(
    make, enrolled, alice, about, now, outcome, said
):
    enrolled.case_reviews.all().delete()
    make.entry(enrolled, alice, local(6))
    service_month.refresh([enrolled], [dt.date(2026, 10, 1)], now=now)
    reasons = [{"kind": "hold", "rule": "consultant_review_missing"}]
    ServiceMonth.objects.filter(patient=enrolled).update(
        standing={"next": None, "outcome": outcome, "reasons": reasons}
    )
    assert about(enrolled) == {"no_review": said}


def near(patient, minutes, now):
    service_month.refresh([patient], [dt.date(2026, 10, 1)], now=now)
    ServiceMonth.objects.filter(patient=patient).update(
        standing={"next": {"code": "99492", "minutes_needed": minutes}, "reasons": []}
    )


@pytest.mark.parametrize(("minutes", "found"), [(1, True), (10, True), (11, False)])
def test_near_a_threshold_counts_only_where_care_is_due(
    make, enrolled, alice, about, now, minutes, found
):
    enrolled.measures.update(scored_on=dt.date(2026, 9, 1))
    make.entry(enrolled, alice, local(6))
    near(enrolled, minutes, now)
    assert ("clinically_due" in about(enrolled)) is found


def test_near_a_threshold_with_all_care_given_is_nobodys_business(
    make, enrolled, alice, about, now
):
    make.entry(enrolled, alice, local(6))
    near(enrolled, 2, now)
    assert about(enrolled) == {}


def test_the_sentence_speaks_of_care_and_never_asks_for_minutes(make, enrolled, alice, about, now):
    enrolled.measures.update(scored_on=dt.date(2026, 9, 1))
    make.entry(enrolled, alice, local(6))
    near(enrolled, 2, now)
    assert about(enrolled)["clinically_due"] == (
        "Clinically due: Last score on Sep 1, 2026. The month stands 2 minutes below 99492."
    )


def test_discharged_patients_are_left_in_peace(enrolled, about):
    enrolled.consents.all().delete()
    enrolled.episodes.update(ended_on=dt.date(2026, 10, 10), end_reason="goals_reached")
    assert about(enrolled) == {}


def test_another_practices_patients_and_time_are_not_seen(make, harbor, charlie, audit):
    stranger = make.patient(harbor)
    make.entry(stranger, charlie, local(6, 23), 300)
    assert audit().findings.count() == 0


# -- figures ----------------------------------------------------------------------------------


def test_figures_say_by_person_and_clinic_how_the_log_was_kept(make, patient, alice, bob, audit):
    make.entry(patient, alice, local(6), 30)
    make.entry(patient, alice, local(7), 10, origin="by_hand", reason="Call",
               created_at=local(9), ended_entry_at=local(9))  # fmt: skip
    make.entry(patient, bob, local(6), 5, status="needs_review", review_reason="Asked.")
    make.entry(patient, bob, local(4), 60)
    found = audit().figures
    assert [person["name"] for person in found["people"]] == ["Alice Moreno", "Bob Chen"]
    assert found["people"][0] | {"id": 0, "name": ""} == {
        "id": 0, "name": "", "entries": 2, "by_hand": 1, "round": 1, "long": 0, "unconfirmed": 0,
        "seconds": 2400, "documented": 2, "late": 1,
    }  # fmt: skip
    assert found["clinic"] == {
        "entries": 3, "by_hand": 1, "round": 1, "long": 0, "unconfirmed": 1, "seconds": 2700,
        "documented": 3, "late": 1,
    }  # fmt: skip


def test_figures_of_a_week_without_time_are_zero(audit):
    assert audit().figures["clinic"]["entries"] == 0
    assert audit().figures["people"] == []


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
