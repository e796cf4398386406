"""The weekly audit of a practice's log: made, made again, and settled finding by finding."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from zoneinfo import ZoneInfo

import pghistory
from django.db import transaction

from registry import audit_limits, time_words, weeks
from registry.audit_limits import Limits
from registry.errors import refuse
from registry.models import LogAudit, LogAuditFinding, Practice, User
from registry.selectors import log_audit_entries, log_audit_figures, log_audit_patients
from registry.selectors.log_audit_found import Found
from registry.vocabulary import Finding
from registry.weeks import Week

#: On Mondays, before anybody's day begins.
DUE_AT = dt.time(5, 0)
NOTE_LIMIT = 200
_OF_PATIENTS = (
    Finding.NO_CONSENT,
    Finding.NO_REVIEW,
    Finding.NO_CONTACT,
    Finding.CLINICALLY_DUE,
)


def run(practice: Practice, week_starts_on: dt.date, *, by: User, now: dt.datetime) -> LogAudit:
    """Audit one week of a practice's log; a second run brings the open findings up to date.

    What somebody settled stays as they left it.  Patients are judged as they stand now, so an
    audit of a week longer ago than the last one leaves what it said of them untouched.  Refused
    where the day is no Monday, or the week has not begun.
    """
    week = Week(week_starts_on, practice.timezone)
    _check(week, now)
    with pghistory.context(user=by.pk), transaction.atomic():
        audit = _row(practice, week, by=by, now=now)
        limits = audit_limits.current()
        _keep(audit, _found(practice, week, limits, now), touches=_touched(week, now))
        audit.figures = log_audit_figures.figures(practice, week, limits)
        audit.made_at, audit.made_by = now, by
        audit.save(update_fields=["figures", "made_at", "made_by"])
    return audit


def _check(week: Week, now: dt.datetime) -> None:
    if week.starts_on.weekday() != 0:
        day = time_words.date(week.starts_on)
        raise refuse("week", f"{day} is no Monday. A week of the log begins on a Monday.")
    if week.start > now:
        raise refuse("week", f"The week of {time_words.date(week.starts_on)} has not begun yet.")


def _row(practice: Practice, week: Week, *, by: User, now: dt.datetime) -> LogAudit:
    """The audit's row, made where missing and locked: two runs at once work one after another."""
    audit, _ = LogAudit.objects.get_or_create(
        practice=practice,
        week_starts_on=week.starts_on,
        defaults={"made_at": now, "made_by": by},
    )
    return LogAudit.objects.select_for_update().get(pk=audit.pk)


def _is_recent(week: Week, now: dt.datetime) -> bool:
    """This week or the one before."""
    current = weeks.week_of(now, week.timezone)
    return week.starts_on >= current.starts_on - dt.timedelta(days=7)


def _touched(week: Week, now: dt.datetime) -> list[str]:
    if _is_recent(week, now):
        return list(Finding.values)
    return [kind for kind in Finding.values if kind not in _OF_PATIENTS]


def _found(practice: Practice, week: Week, limits: Limits, now: dt.datetime) -> list[Found]:
    found = log_audit_entries.findings(practice, week, limits, now)
    if _is_recent(week, now):
        found += log_audit_patients.findings(practice, limits, now)
    return found


def _keep(audit: LogAudit, found: Iterable[Found], *, touches: list[str]) -> None:
    """Write new findings, rewrite open ones, drop open ones that are mended."""
    wanted = {one.key: one for one in found}
    changed, gone = [], []
    for row in audit.findings.filter(kind__in=touches):
        one = wanted.pop((row.kind, row.patient_id, row.time_entry_id), None)
        if row.settled_at is not None:
            continue
        if one is None:
            gone.append(row.pk)
        elif (row.text, row.worker_id) != (one.fitting, one.worker_id):
            row.text, row.worker_id = one.fitting, one.worker_id
            changed.append(row)
    audit.findings.filter(pk__in=gone).delete()
    LogAuditFinding.objects.bulk_update(changed, ["text", "worker"], batch_size=1000)
    LogAuditFinding.objects.bulk_create(
        [_finding(audit, one) for one in wanted.values()], batch_size=1000
    )


def _finding(audit: LogAudit, one: Found) -> LogAuditFinding:
    return LogAuditFinding(
        audit=audit,
        kind=one.kind,
        patient_id=one.patient_id,
        time_entry_id=one.time_entry_id,
        worker_id=one.worker_id,
        text=one.fitting,
    )


def due_week(practice: Practice, now: dt.datetime) -> dt.date | None:
    """The Monday of last week, where its audit is due and not made since it was over; else None.

    Due from Monday at `DUE_AT` on the practice's clock, and on any later day until it is made:
    a worker that was down on Monday makes it when it is back.
    """
    local = now.astimezone(ZoneInfo(practice.timezone))
    if local.weekday() == 0 and local.time() < DUE_AT:
        return None
    last = Week(weeks.monday_of(local.date()) - dt.timedelta(days=7), practice.timezone)
    made = LogAudit.objects.filter(
        practice=practice, week_starts_on=last.starts_on, made_at__gte=last.end
    )
    return None if made.exists() else last.starts_on


@transaction.atomic
def settle(finding: LogAuditFinding, *, note: str, by: User, now: dt.datetime) -> LogAuditFinding:
    """Say what came of a finding.  Settled once; sent again, it changes nothing."""
    said = _note(note)
    row = LogAuditFinding.objects.select_for_update().get(pk=finding.pk)
    if row.settled_at is None:
        row.settled_at, row.settled_by, row.settle_note = now, by, said
        with pghistory.context(user=by.pk):
            row.save(update_fields=["settled_at", "settled_by", "settle_note"])
    return row


def _note(text: str) -> str:
    said = text.strip()
    if not said:
        raise refuse("note", "Say what came of it, in a few words.")
    if len(said) > NOTE_LIMIT:
        raise refuse("note", f"The note has {len(said)} characters; shorten it to {NOTE_LIMIT}.")
    return said


@transaction.atomic
def settle_kind(audit: LogAudit, kind: str, *, note: str, by: User, now: dt.datetime) -> int:
    """Settle every open finding of one kind with one note; how many there were."""
    said = _note(note)
    if kind not in Finding.values:
        raise refuse("kind", "Choose one of the kinds of findings.")
    with pghistory.context(user=by.pk):
        return audit.findings.filter(kind=kind, settled_at=None).update(
            settled_at=now, settled_by=by, settle_note=said
        )


@transaction.atomic
def reopen(finding: LogAuditFinding, *, by: User) -> LogAuditFinding:
    """Take a settlement back; the history keeps what was said."""
    row = LogAuditFinding.objects.select_for_update().get(pk=finding.pk)
    row.settled_at, row.settled_by, row.settle_note = None, None, ""
    with pghistory.context(user=by.pk):
        row.save(update_fields=["settled_at", "settled_by", "settle_note"])
    return row
