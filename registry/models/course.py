from __future__ import annotations

from django.db import models

from registry.models.episode import Episode
from registry.models.patient import Patient
from registry.vocabulary import Instrument


class Course(models.Model):
    """How an episode goes, as lists sort and narrow by it: kept by the database itself.

    Triggers (migration 0007) write it anew whenever a measure, review, request, safety flag,
    consent or the episode changes, in the statement that changes it; nothing else ever writes it.
    `scale` is what the episode is followed by: PHQ-9, else GAD-7, whose first and last scores
    since the episode's beginning (or up to 30 days before) stand beside it.  `phq9`, `gad7` and
    `scored_on` are the patient's latest, whenever taken.  A consent is in force from
    `consent_from` up to, not including, `consent_until`.
    """

    episode = models.OneToOneField(Episode, models.CASCADE, primary_key=True, related_name="course")
    scale = models.CharField(max_length=8, choices=Instrument, blank=True)
    first_total = models.PositiveSmallIntegerField(null=True)
    first_scored_on = models.DateField(null=True)
    last_total = models.PositiveSmallIntegerField(null=True)
    last_scored_on = models.DateField(null=True)
    phq9 = models.PositiveSmallIntegerField(null=True)
    gad7 = models.PositiveSmallIntegerField(null=True)
    scored_on = models.DateField(null=True)
    reviewed_on = models.DateField(null=True)
    flagged_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)
    consent_from = models.DateTimeField(null=True)
    consent_until = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"course of episode {self.episode_id}"


class LastContact(models.Model):
    """When somebody last began to speak with a patient: kept by triggers on the time entries.

    Apart from `Course`, because time is written with the month's row locked and a chart before:
    one row for both would let two people's writes wait for each other for ever.
    """

    patient = models.OneToOneField(
        Patient, models.CASCADE, primary_key=True, related_name="last_contact"
    )
    at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"last contact with patient {self.patient_id}"
