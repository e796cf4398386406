from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from registry.models.base import history, in_order, paired
from registry.models.clinician import Clinician
from registry.models.patient import Patient
from registry.models.site import Site
from registry.models.user import User
from registry.vocabulary import EpisodeEnd, Program


@history()
class Episode(models.Model):
    """One stretch of a patient in care management: program, team, initiating visit, end.

    Days are local to the practice, both ends included.  Two episodes of one patient never share
    a day.  Outside therapy for the same condition needs a note that care is not duplicated.
    Without a `site` care is given at the practice's own address.
    """

    patient = models.ForeignKey(Patient, models.CASCADE, related_name="episodes")
    program = models.CharField(max_length=4, choices=Program)
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    end_reason = models.CharField(max_length=16, choices=EpisodeEnd, blank=True)
    initiating_visit_on = models.DateField(null=True, blank=True)
    care_manager = models.ForeignKey(User, models.PROTECT, related_name="episodes_managed")
    consultant = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="episodes_consulted"
    )
    treating_practitioner = models.ForeignKey(
        Clinician, models.PROTECT, related_name="episodes_treated"
    )
    site = models.ForeignKey(Site, models.PROTECT, null=True, blank=True, related_name="episodes")
    outside_therapy_same_condition = models.BooleanField(null=True, blank=True)
    non_duplication_note = models.TextField(blank=True)
    enrolled_at = models.DateTimeField()
    enrolled_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(
                fields=["care_manager"], condition=Q(ended_on=None), name="episode_open_by_manager"
            )
        ]
        constraints = [
            in_order("started_on", "ended_on", "episode_ends_after_start"),
            paired("closed_at", "closed_by", "episode_closed_paired"),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, end_reason="")
                | Q(ended_on__isnull=False) & ~Q(end_reason=""),
                name="episode_end_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(program__in=Program.values), name="episode_program_known"
            ),
            ExclusionConstraint(
                name="episode_no_two_at_once",
                expressions=[
                    (
                        Func(F("patient_id"), F("patient_id"), Value("[]"), function="int8range"),
                        RangeOperators.OVERLAPS,
                    ),
                    (
                        Func(F("started_on"), F("ended_on"), Value("[]"), function="daterange"),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"episode {self.pk}"
