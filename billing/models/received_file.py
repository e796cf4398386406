from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q

from billing.models.claim import Claim
from billing.models.submission import Submission
from registry.models import Practice, User

#: Once a file was read, what was found in it stands.
_IS_READ = pgtrigger.Q(old__read_at__isnull=False)


class ReceivedFile(models.Model):
    """What a payer or clearinghouse sent back, byte for byte, once; read whole, or refused whole.

    `read_at` is empty while it waits for a worker.  `problem` is the sentence for which it was
    refused, and empty where it was read.  `notes` are sentences on what was odd in it.
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
    read_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["practice", "-received_at"]),
            models.Index(
                fields=["received_at"], condition=Q(read_at=None), name="received_file_waiting"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["practice", "sha256"], name="received_file_once")
        ]
        triggers = [
            pgtrigger.Protect(name="received_never_deleted", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="received_as_it_came",
                operation=pgtrigger.Update,
                condition=_IS_READ
                | pgtrigger.Q(old__content__df=pgtrigger.F("new__content"))
                | pgtrigger.Q(old__sha256__df=pgtrigger.F("new__sha256"))
                | pgtrigger.Q(old__practice_id__df=pgtrigger.F("new__practice_id")),
            ),
        ]

    def __str__(self) -> str:
        return f"received file {self.pk}"

    @property
    def is_waiting(self) -> bool:
        """Whether a worker has it still to read."""
        return self.read_at is None


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
