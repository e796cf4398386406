from __future__ import annotations

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Case, Q, When
from django.db.models.functions import Least

from billing.models import member_mark
from billing.models.applied_policy import AppliedPolicy
from billing.models.fields import KeptJSONField
from billing.models.true_up_run import TrueUpRun
from registry.models import Coverage, Episode, Patient, Payer, Practice, User
from registry.models.base import first_of_month, paired

#: CoCM and general BHI are one family: a month is claimed under one of them, once.
FAMILY = "integration"


class ClaimState(models.TextChoices):
    DRAFT = "draft", "Draft"
    APPROVED = "approved", "Approved"
    SENT = "sent", "Sent"
    REPLACED = "replaced", "Replaced"
    VOIDED = "voided", "Voided"


class Outcome(models.TextChoices):
    BILLABLE = "billable", "Clean"
    HELD = "held", "Held"
    NOT_BILLABLE = "not_billable", "Not billable"


class Frequency(models.TextChoices):
    """What a claim is to the payer (CLM05-3): a first one, or one that corrects another."""

    ORIGINAL = "1", "Original"
    REPLACEMENT = "7", "Replacement"
    VOID = "8", "Void"


class SetAside(models.TextChoices):
    """What a person made of a draft that the rules let go: to be looked at first, or not billed."""

    NO = "", "Not set aside"
    LOOK = "look", "To be looked at"
    UNBILLED = "no", "Not to be billed"


#: States in which a claim stands for its patient's month.
LIVE = (ClaimState.DRAFT, ClaimState.APPROVED, ClaimState.SENT)
#: States that a person decided: a true-up leaves such a claim as it is.
DECIDED = (ClaimState.APPROVED, ClaimState.SENT, ClaimState.REPLACED, ClaimState.VOIDED)


@pghistory.track(pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Claim(models.Model):
    """One patient, one month: what the rules said of it, from which facts, and what became of it.

    `facts` is the case that the engine answered to, `policy` every field of the policy as applied,
    `engine` the mark of the rules, `verdict` the answer (its `policy` left out: it is `policy`), so
    that July decided again next year gives July's answer.  `fingerprint` is one mark of all that it
    rests on.  `own_holds` are what was found beyond the rules: no coverage, no policy, no fee, an
    excluded service; each a hold, or by its `kind` a note.  `later` is what a later true-up would
    change about a claim that a person has decided already (`billing.services.later`); null while
    that is nothing.  `later_left` is such a difference that a person has seen and left as it is.

    `set_aside` is what a person made of a draft, and the true-up leaves it: a claim that is to be
    looked at is held, one that is not to be billed is listed with those that are not.

    A sent claim is never changed: `corrects` names the earlier one that this one replaces or
    voids, `payer_claim_number` is the payer's own number of that one.
    """

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="claims")
    patient = models.ForeignKey(Patient, models.PROTECT, related_name="claims")
    episode = models.ForeignKey(Episode, models.PROTECT, null=True, related_name="claims")
    payer = models.ForeignKey(Payer, models.PROTECT, null=True, related_name="claims")
    coverage = models.ForeignKey(Coverage, models.PROTECT, null=True, related_name="claims")
    family = models.CharField(max_length=12, default=FAMILY)
    month = models.DateField()
    state = models.CharField(max_length=8, choices=ClaimState, default=ClaimState.DRAFT)
    outcome = models.CharField(max_length=12, choices=Outcome)
    is_final = models.BooleanField(default=False)
    date_of_service = models.DateField(null=True)
    worked_seconds = models.PositiveIntegerField()
    counted_seconds = models.PositiveIntegerField()
    minutes_short = models.PositiveIntegerField(null=True)
    total_charge = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    total_expected = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    rules = ArrayField(models.CharField(max_length=40), default=list)
    own_holds = models.JSONField(default=list)
    facts = KeptJSONField()
    verdict = KeptJSONField()
    policy = models.ForeignKey(
        AppliedPolicy, models.PROTECT, null=True, related_name="claims", db_index=False
    )
    engine = models.CharField(max_length=16, blank=True)
    fingerprint = models.CharField(max_length=64)
    later = models.JSONField(null=True)
    later_left = models.JSONField(null=True)
    later_left_at = models.DateTimeField(null=True)
    later_left_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    set_aside = models.CharField(
        max_length=4, choices=SetAside, blank=True, default="", db_default=""
    )
    set_aside_reason = models.CharField(max_length=200, blank=True, default="", db_default="")
    set_aside_at = models.DateTimeField(null=True)
    set_aside_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    corrects = models.ForeignKey("self", models.PROTECT, null=True, related_name="corrections")
    frequency = models.CharField(
        max_length=1, choices=Frequency, default=Frequency.ORIGINAL, db_default=Frequency.ORIGINAL
    )
    payer_claim_number = models.CharField(max_length=50, blank=True, default="", db_default="")
    correction_reason = models.CharField(max_length=200, blank=True, default="", db_default="")
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    run = models.ForeignKey(TrueUpRun, models.SET_NULL, null=True, related_name="claims")
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField(null=True)
    sent_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["practice", "month", "state", "outcome"])]
        constraints = [
            first_of_month("month", "claim_month_on_the_first"),
            models.UniqueConstraint(
                fields=["patient", "family", "month"],
                condition=Q(state__in=LIVE),
                name="claim_one_live_per_patient_month",
            ),
            paired("approved_at", "approved_by", "claim_approved_paired"),
            paired("sent_at", "sent_by", "claim_sent_paired"),
            paired("set_aside_at", "set_aside_by", "claim_set_aside_paired"),
            models.CheckConstraint(
                condition=Q(set_aside="") | Q(state=ClaimState.DRAFT) & ~Q(set_aside_reason=""),
                name="claim_set_aside_is_a_draft_and_says_why",
            ),
            paired("later_left_at", "later_left_by", "claim_later_left_paired"),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True, frequency=Frequency.ORIGINAL)
                | Q(corrects__isnull=False) & ~Q(correction_reason=""),
                name="claim_correction_says_of_what_and_why",
            ),
            models.CheckConstraint(
                condition=Q(state=ClaimState.DRAFT) | Q(approved_at__isnull=False),
                name="claim_decided_was_approved",
            ),
            models.CheckConstraint(
                condition=Q(state=ClaimState.DRAFT) | Q(outcome=Outcome.BILLABLE),
                name="claim_approved_is_billable",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="approved_is_frozen",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__state__in=list(DECIDED))
                & pgtrigger.Q(new__state__in=list(DECIDED))
                & (
                    pgtrigger.Q(old__verdict__df=pgtrigger.F("new__verdict"))
                    | pgtrigger.Q(old__facts__df=pgtrigger.F("new__facts"))
                    | pgtrigger.Q(old__total_charge__df=pgtrigger.F("new__total_charge"))
                    | pgtrigger.Q(old__total_expected__df=pgtrigger.F("new__total_expected"))
                ),
            ),
            *member_mark.CLAIMED,
        ]

    def __str__(self) -> str:
        return f"claim {self.pk}"


class ClaimLine(models.Model):
    """A code of a claim, with its units, in dollars: what is charged and what the payer allows.

    `expected` is the lower of the two, as payers pay it; the database works it out.  Null while no
    allowed amount is in force: what a payer pays is never guessed.
    """

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="lines")
    position = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=5)
    units = models.PositiveSmallIntegerField()
    modifiers = ArrayField(models.CharField(max_length=2), default=list)
    charge = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    allowed = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    expected = models.GeneratedField(
        # LEAST passes over a charge that is missing; an allowed amount that is missing stays so.
        expression=Case(When(allowed__isnull=False, then=Least("allowed", "charge"))),
        output_field=models.DecimalField(max_digits=10, decimal_places=2, null=True),
        db_persist=True,
    )

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "position"], name="claim_line_once"),
            models.CheckConstraint(condition=Q(units__gte=1), name="claim_line_has_units"),
        ]

    def __str__(self) -> str:
        return f"claim line {self.pk}"
