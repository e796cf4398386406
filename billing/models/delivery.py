from __future__ import annotations

from django.db import models
from django.db.models import Q

from billing.models.submission import Submission
from registry.models import Payer, Practice, User
from registry.models.base import history


class DestinationKind(models.TextChoices):
    """`PRACTICE` is a payer's alone: its files go where the practice's go."""

    PRACTICE = "practice", "Where the practice's files go"
    DOWNLOAD = "download", "A person downloads them"
    FOLDER = "folder", "A folder on this server"
    SFTP = "sftp", "SFTP"


class SecretKind(models.TextChoices):
    PASSWORD = "password", "A password"
    KEY = "key", "A private key"


@history(exclude=["secret"])
class Destination(models.Model):
    """Where a practice's files go by themselves; `payer` is None for payers without their own.

    `secret` is the password or private key, encrypted (`billing.services.sealed`): it is written
    and never shown, and no history keeps it.  `host_key` is the server's public key or its SHA256
    fingerprint: a server that shows another one gets nothing.
    """

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="destinations")
    payer = models.ForeignKey(Payer, models.CASCADE, null=True, related_name="destinations")
    kind = models.CharField(max_length=8, choices=DestinationKind)
    folder = models.CharField(max_length=200, blank=True)
    host = models.CharField(max_length=253, blank=True)
    port = models.PositiveIntegerField(default=22)
    username = models.CharField(max_length=64, blank=True)
    secret_kind = models.CharField(max_length=8, choices=SecretKind, default=SecretKind.PASSWORD)
    secret = models.TextField(blank=True)
    host_key = models.CharField(max_length=1000, blank=True)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["practice", "payer"],
                nulls_distinct=False,
                name="destination_once_per_payer",
            ),
            models.CheckConstraint(
                condition=~Q(kind="sftp")
                | ~Q(host="") & ~Q(username="") & ~Q(secret="") & ~Q(host_key=""),
                name="destination_sftp_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"destination {self.pk}"


class DeliveryState(models.TextChoices):
    """`PLACING`: the whole file is there under a passing name, and is about to get its own."""

    QUEUED = "queued", "Waiting"
    PLACING = "placing", "Being placed"
    SENT = "sent", "Delivered"
    FAILED = "failed", "Not delivered"


#: States in which a worker still has something to do.
OPEN = (DeliveryState.QUEUED, DeliveryState.PLACING)


@history()
class Delivery(models.Model):
    """One file's way to its destination.  A file has one of itself; another needs a reason.

    `tries` counts the attempts that were begun.  `part_name` is the passing name of the latest.
    `try_at` is when the next may begin, `problem` why the last one came to nothing, `arrived_as`
    where the file was put.
    """

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="deliveries")
    destination = models.ForeignKey(Destination, models.PROTECT, related_name="deliveries")
    state = models.CharField(max_length=8, choices=DeliveryState, default=DeliveryState.QUEUED)
    reason = models.CharField(max_length=200, blank=True)
    queued_at = models.DateTimeField()
    queued_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    tries = models.PositiveSmallIntegerField(default=0)
    try_at = models.DateTimeField()
    part_name = models.CharField(max_length=160, blank=True)
    problem = models.CharField(max_length=400, blank=True)
    arrived_as = models.CharField(max_length=400, blank=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["try_at"], condition=Q(state__in=OPEN), name="delivery_open")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["submission"],
                condition=Q(state__in=OPEN),
                name="delivery_one_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["submission"], condition=Q(reason=""), name="delivery_once_without_reason"
            ),
            models.CheckConstraint(
                condition=Q(state=DeliveryState.SENT, sent_at__isnull=False)
                | ~Q(state=DeliveryState.SENT) & Q(sent_at__isnull=True),
                name="delivery_sent_says_when",
            ),
            models.CheckConstraint(
                condition=~Q(state=DeliveryState.FAILED) | ~Q(problem=""),
                name="delivery_failed_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"delivery {self.pk}"
