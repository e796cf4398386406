from __future__ import annotations

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from registry.models.base import history, paired
from registry.models.case_review import CaseReview
from registry.models.patient import Patient
from registry.models.practice import Practice
from registry.models.user import User
from registry.vocabulary import Activity, EntryStatus, Origin, WorkerRole

#: Confirmed time in a closed month is frozen: nothing confirmed may come, go or change.  An entry
#: that needs review may still arrive (a timer stopped late, a phone that was offline): it counts
#: for nothing until somebody decides, so nothing claimed changes and no minute is lost.
#: The lock makes a write wait for whoever is closing the month at this moment.
_REFUSE_IN_CLOSED_MONTH = """
    IF {row}.status = 'confirmed' THEN
        PERFORM 1 FROM registry_servicemonth AS m
            WHERE m.patient_id = {row}.patient_id
            AND tstzrange(m.starts_at, m.ends_at) && tstzrange({row}.started_at, {row}.ended_at)
            FOR KEY SHARE;
        PERFORM 1 FROM registry_servicemonth AS m
            WHERE m.patient_id = {row}.patient_id AND m.closed_at IS NOT NULL
            AND tstzrange(m.starts_at, m.ends_at) && tstzrange({row}.started_at, {row}.ended_at);
        IF FOUND THEN
            RAISE EXCEPTION 'time entry in a closed month'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'time_entry_month_open';
        END IF;
    END IF;
"""


def _month_lock(name: str, operation: pgtrigger.Operation, *rows: str) -> pgtrigger.Trigger:
    """A trigger that keeps the confirmed time of closed months as it is, for `OLD` or `NEW`."""
    body = "".join(_REFUSE_IN_CLOSED_MONTH.format(row=row) for row in rows)
    return pgtrigger.Trigger(
        name=name, when=pgtrigger.Before, operation=operation, func=f"{body} RETURN {rows[-1]};"
    )


@history(by_row_only=True)
class TimeEntry(models.Model):
    """A stretch of time that one person spent on one patient, to the second.

    Half-open, `[started_at, ended_at)`; open-ended while the timer runs.  Never edited once it
    has ended: voided and entered again.  What it was (activity, note) may be described until the
    month is closed; the database keeps every earlier wording.  Work in phases (preparing, the call,
    the note) is an entry for each, of its own kind: `phase_of` is the first, None in the first.

    Every press of the clock writes each index: there is none where another begins by the same
    column, nor where nobody asks (people are never deleted).
    """

    practice = models.ForeignKey(
        Practice, models.CASCADE, related_name="time_entries", db_index=False
    )
    patient = models.ForeignKey(
        Patient, models.CASCADE, related_name="time_entries", db_index=False
    )
    worker = models.ForeignKey(User, models.PROTECT, related_name="time_entries", db_index=False)
    role = models.CharField(max_length=24, choices=WorkerRole)
    activity = models.CharField(max_length=20, choices=Activity)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    status = models.CharField(max_length=12, choices=EntryStatus)
    origin = models.CharField(max_length=16, choices=Origin)
    note = models.TextField(blank=True)
    reason = models.CharField("Why by hand", max_length=200, blank=True)
    review_reason = models.CharField("Why it needs review", max_length=300, blank=True)
    billed_as = models.CharField(max_length=5, blank=True)
    client_id = models.UUIDField(null=True, blank=True, unique=True)
    case_review = models.ForeignKey(
        CaseReview,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="time_entries",
        db_index=False,
    )
    replaces = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by", db_index=False
    )
    phase_of = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="phases", db_index=False
    )
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+", db_index=False)
    ended_entry_at = models.DateTimeField("When the end was recorded", null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    void_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["patient", "started_at"]),
            models.Index(fields=["practice", "started_at"]),
            models.Index(fields=["worker", "started_at"]),
            models.Index(
                fields=["phase_of"],
                name="time_entry_phases",
                condition=Q(phase_of__isnull=False),
            ),
            models.Index(
                fields=["case_review"],
                name="time_entry_of_review",
                condition=Q(case_review__isnull=False),
            ),
            models.Index(
                fields=["replaces"],
                name="time_entry_replaces",
                condition=Q(replaces__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True)
                | Q(ended_at__gt=F("started_at"))
                | Q(status=EntryStatus.VOIDED, ended_at=F("started_at")),
                name="time_entry_starts_before_end",
            ),
            models.CheckConstraint(
                condition=Q(status=EntryStatus.RUNNING, ended_at__isnull=True)
                | ~Q(status=EntryStatus.RUNNING) & Q(ended_at__isnull=False),
                name="time_entry_running_is_open",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True)
                | Q(status__in=[EntryStatus.VOIDED, EntryStatus.NEEDS_REVIEW])
                | Q(ended_at__lte=F("started_at") + Value("24 hours", models.DurationField())),
                name="time_entry_within_a_day",
            ),
            models.CheckConstraint(
                condition=Q(status__in=EntryStatus.values)
                & Q(origin__in=Origin.values)
                & Q(activity__in=Activity.values)
                & Q(role__in=WorkerRole.values),
                name="time_entry_words_known",
            ),
            models.CheckConstraint(
                condition=~Q(origin=Origin.BY_HAND) | ~Q(reason=""),
                name="time_entry_by_hand_has_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(status=EntryStatus.NEEDS_REVIEW) | ~Q(review_reason=""),
                name="time_entry_review_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(status=EntryStatus.VOIDED, voided_at__isnull=False) & ~Q(void_reason="")
                | ~Q(status=EntryStatus.VOIDED) & Q(voided_at__isnull=True),
                name="time_entry_voided_has_a_reason",
            ),
            paired("confirmed_at", "confirmed_by", "time_entry_confirmed_paired"),
            paired("voided_at", "voided_by", "time_entry_voided_paired"),
            models.UniqueConstraint(
                fields=["worker"],
                condition=Q(status=EntryStatus.RUNNING),
                name="time_entry_one_running_per_worker",
            ),
            ExclusionConstraint(
                name="time_entry_no_overlap_per_worker",
                expressions=[
                    (
                        Func(F("worker_id"), F("worker_id"), Value("[]"), function="int8range"),
                        RangeOperators.OVERLAPS,
                    ),
                    (
                        Func(F("started_at"), F("ended_at"), function="tstzrange"),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(status=EntryStatus.CONFIRMED),
            ),
        ]
        triggers = [
            _month_lock("insert_in_closed_month", pgtrigger.Insert, "NEW"),
            _month_lock("update_in_closed_month", pgtrigger.Update, "OLD", "NEW"),
            pgtrigger.Protect(
                name="no_edit_after_end",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__ended_at__isnull=False)
                & (
                    pgtrigger.Q(old__started_at__df=pgtrigger.F("new__started_at"))
                    | pgtrigger.Q(old__ended_at__df=pgtrigger.F("new__ended_at"))
                    | pgtrigger.Q(old__patient_id__df=pgtrigger.F("new__patient_id"))
                    | pgtrigger.Q(old__worker_id__df=pgtrigger.F("new__worker_id"))
                    | pgtrigger.Q(old__role__df=pgtrigger.F("new__role"))
                ),
            ),
            pgtrigger.Protect(
                name="voided_is_final",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__status="voided"),
            ),
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"time entry {self.pk}"
