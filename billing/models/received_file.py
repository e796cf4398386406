from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q

from billing.models.claim import Claim
from billing.models.submission import Submission
from registry.models import Practice, User


class ReceivedFile(models.Model):
    """What a payer or clearinghouse sent back, byte for byte, once; read whole, or refused whole.

    `problem` is the sentence for which it was refused, and empty where it was read.  `notes` are
    sentences on what was odd in it.
    """

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="received_files")
    name = models.CharField(max_length=200)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    kinds = models.JSONField(default=list)
    problem = models.TextField(blank=True)
    notes = models.JSONField(default=list)
    received_at = models.DateTimeField()
    received_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["practice", "-received_at"])]
        constraints = [
            models.UniqueConstraint(fields=["practice", "sha256"], name="received_file_once")
        ]
        triggers = [
            pgtrigger.Protect(
                name="received_as_it_came", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return f"received file {self.pk}"


class AnswerKind(models.TextChoices):
    """Which answer it is: to the interchange, to the group, to the claim."""

    TA1 = "TA1", "TA1"
    FILE = "999", "999"
    CLAIM = "277CA", "277CA"


class Verdict(models.TextChoices):
    ACCEPTED = "accepted", "Accepted"
    PARTLY = "partly", "Accepted in part"
    REJECTED = "rejected", "Rejected"
    UNKNOWN = "unknown", "No verdict"


class Answer(models.Model):
    """What a receiver said of a file that we sent, or of a claim in it, before any payment.

    `reference` is what it names: our interchange or group number, our claim id.  Without a
    submission or claim it matched nothing of ours yet.
    """

    file = models.ForeignKey(ReceivedFile, models.PROTECT, related_name="answers")
    kind = models.CharField(max_length=5, choices=AnswerKind)
    segment = models.PositiveIntegerField()
    reference = models.CharField(max_length=80, blank=True)
    verdict = models.CharField(max_length=8, choices=Verdict)
    sentences = models.JSONField(default=list)
    payer_control_number = models.CharField(max_length=80, blank=True)
    submission = models.ForeignKey(
        Submission, models.PROTECT, null=True, related_name="received_answers"
    )
    claim = models.ForeignKey(Claim, models.PROTECT, null=True, related_name="received_answers")

    class Meta:
        indexes = [
            models.Index(fields=["file"], condition=Q(submission=None, claim=None),
                         name="answer_unmatched"),
        ]  # fmt: skip
        constraints = [
            models.UniqueConstraint(
                fields=["file", "kind", "segment"], name="answer_once_per_segment"
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="answer_as_it_came", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return f"answer {self.pk}"
