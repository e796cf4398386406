from __future__ import annotations

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from billing.models.claim import Claim
from registry.models import Payer, Practice, User
from registry.models.base import first_of_month, history, in_order, paired


class Packet(models.Model):
    """The audit packet of one claim, kept byte for byte as it was built; a later one is a further.

    `pdf` is for reading and `document` says the same as JSON.  `sha256` is the mark that both print
    of all that they say (`billing.services.packet_document`); the other two are of the bytes.
    """

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="packets")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="packets")
    pdf = models.BinaryField()
    pdf_sha256 = models.CharField(max_length=64)
    pages = models.PositiveIntegerField()
    document = models.BinaryField()
    document_sha256 = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["practice", "-made_at"])]
        triggers = [
            pgtrigger.Protect(
                name="packet_kept_as_made", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return f"packet {self.pk}"


class PacketSample(models.Model):
    """Packets of many claims, as a payer asked for them: which, and how far the work is.

    By `numbers` of claims, or by payer and months; `size` of those are drawn by `seed`, the same
    ones for the same seed.  `matched` is of how many they were drawn.
    """

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="packet_samples")
    label = models.CharField(max_length=80)
    payer = models.ForeignKey(Payer, models.PROTECT, null=True, related_name="+")
    first_month = models.DateField(null=True)
    last_month = models.DateField(null=True)
    numbers = ArrayField(models.BigIntegerField(), default=list)
    size = models.PositiveIntegerField(null=True)
    seed = models.CharField(max_length=40, blank=True)
    matched = models.PositiveIntegerField()
    total = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["practice", "-asked_at"])]
        constraints = [
            first_of_month("first_month", "packet_sample_first_month_on_the_first"),
            first_of_month("last_month", "packet_sample_last_month_on_the_first"),
            in_order("first_month", "last_month", "packet_sample_months_in_order"),
            models.CheckConstraint(condition=Q(total__gte=1), name="packet_sample_not_empty"),
            models.CheckConstraint(
                condition=Q(size=None) | ~Q(seed=""), name="packet_sample_drawn_has_a_seed"
            ),
        ]

    def __str__(self) -> str:
        return f"packet sample {self.pk}"


class PacketPlace(models.Model):
    """A claim's place in a sample: not begun, its packet, or why there is none.

    Whoever works on it holds its row, so that a place that is sent twice is built once.
    """

    sample = models.ForeignKey(PacketSample, models.PROTECT, related_name="places")
    position = models.PositiveIntegerField()
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="packet_places")
    packet = models.OneToOneField(Packet, models.PROTECT, null=True, related_name="place")
    problem = models.CharField(max_length=300, blank=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sample", "claim"], name="packet_place_once_a_claim"),
            models.UniqueConstraint(fields=["sample", "position"], name="packet_place_in_order"),
            models.CheckConstraint(
                condition=Q(done_at=None, packet=None, problem="")
                | Q(done_at__isnull=False, packet__isnull=False, problem="")
                | Q(done_at__isnull=False, packet=None) & ~Q(problem=""),
                name="packet_place_done_says_how",
            ),
        ]

    def __str__(self) -> str:
        return f"packet place {self.pk}"


@history()
class PacketShare(models.Model):
    """Packets shown to the practice's auditors until a day, that day included.

    To all of them (`is_listed`), and to those who open its link: the token of which is known to
    whoever was given it; here is its SHA-256 alone.  It opens nothing without an auditor's sign-in.
    """

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="packet_shares")
    label = models.CharField(max_length=80)
    packets = models.ManyToManyField(Packet, through="SharedPacket", related_name="shares")
    is_listed = models.BooleanField(default=False)
    token_sha256 = models.CharField(max_length=64, unique=True)
    ends_on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["practice", "-made_at"])]
        constraints = [paired("revoked_at", "revoked_by", "packet_share_revoked_paired")]

    def __str__(self) -> str:
        return f"packet share {self.pk}"


class SharedPacket(models.Model):
    """A packet of a share."""

    share = models.ForeignKey(PacketShare, models.PROTECT, related_name="places")
    packet = models.ForeignKey(Packet, models.PROTECT, related_name="shared_places")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["share", "packet"], name="packet_shared_once")
        ]

    def __str__(self) -> str:
        return f"shared packet {self.pk}"


class LookKind(models.TextChoices):
    """What was opened."""

    LINK = "link", "Opened the link"
    PAGE = "page", "Opened its page"
    PDF = "pdf", "Fetched the PDF"
    JSON = "json", "Fetched the JSON"
    ZIP = "zip", "Fetched it in a ZIP file"


class PacketLook(models.Model):
    """Who looked at a packet, when, and through which share; a link's opening is of no packet."""

    packet = models.ForeignKey(Packet, models.PROTECT, null=True, related_name="looks")
    share = models.ForeignKey(PacketShare, models.PROTECT, null=True, related_name="looks")
    kind = models.CharField(max_length=4, choices=LookKind)
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=LookKind.LINK, packet=None, share__isnull=False)
                | ~Q(kind=LookKind.LINK) & Q(packet__isnull=False),
                name="packet_look_of_something",
            )
        ]
        triggers = [
            pgtrigger.Protect(
                name="packet_look_kept", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return f"packet look {self.pk}"
