from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from registry.models.base import history
from registry.models.organization import Organization


class ClaimBatching(models.TextChoices):
    """What one 837P file holds."""

    PAYER = "payer", "One file per payer"
    CLEARINGHOUSE = "clearinghouse", "One file per clearinghouse"


@history()
class Practice(models.Model):
    """A clinic: the billing provider of its claims, and the time zone its months are lived in."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="practices")
    name = models.CharField(max_length=60)
    slug = models.SlugField(unique=True)
    timezone = models.CharField(max_length=64, default="America/New_York")
    npi = models.CharField("NPI", max_length=10, blank=True)
    tax_id = models.CharField("Tax id (EIN)", max_length=9, blank=True)
    taxonomy = models.CharField(max_length=10, blank=True)
    address = models.CharField(max_length=55, blank=True)
    city = models.CharField(max_length=30, blank=True)
    state = models.CharField(max_length=2, blank=True)
    zip_code = models.CharField("ZIP", max_length=9, blank=True)
    phone = models.CharField(max_length=10, blank=True)
    place_of_service = models.CharField(max_length=2, default="11")
    submitter_id = models.CharField(max_length=15, blank=True)
    contact_name = models.CharField(max_length=60, blank=True)
    contact_phone = models.CharField(max_length=10, blank=True)
    claim_batching = models.CharField(
        max_length=16, choices=ClaimBatching, default=ClaimBatching.PAYER
    )
    clearinghouse_name = models.CharField(max_length=60, blank=True)
    clearinghouse_id = models.CharField(max_length=15, blank=True)
    sends_production_claims = models.BooleanField(default=False)
    clock_call_minutes = models.PositiveSmallIntegerField(default=45)
    clock_idle_minutes = models.PositiveSmallIntegerField(default=20)
    clock_grace_minutes = models.PositiveSmallIntegerField(default=5)
    #: Days after a month's end on which its log is still open; then billing expects to close it.
    month_grace_days = models.PositiveSmallIntegerField(default=5, db_default=5)
    #: The local hour from which the daily mail goes out on working days.
    digest_hour = models.PositiveSmallIntegerField(default=7, db_default=7)
    #: From this share of a claim's counted time, in percent, entered by hand, its review says so.
    by_hand_percent = models.PositiveSmallIntegerField(default=30, db_default=30)
    #: Since when a sign-in here needs a second step; empty: each person chooses.
    two_steps_since = models.DateTimeField(null=True)
    #: What time is spent on here, of `Activity`, as the clock offers it; empty: all of them.
    activities = ArrayField(
        models.CharField(max_length=20), default=list, blank=True, db_default=[]
    )
    #: What its people say to a patient when they ask for consent; empty: the product's own words.
    consent_script = models.TextField(blank=True)
    #: The same in Spanish, and in one more language that is spoken here.
    consent_script_es = models.TextField(blank=True, default="", db_default="")
    other_language = models.CharField(max_length=40, blank=True, default="", db_default="")
    consent_script_other = models.TextField(blank=True, default="", db_default="")
    #: After so many months a consent is due to be confirmed again; 0: never.
    consent_months = models.PositiveSmallIntegerField(default=12, db_default=12)
    #: Whether a signed recommendation mails its practitioner a link to answer by.
    mails_recommendations = models.BooleanField(default=False, db_default=False)
    #: Where a chart opens in the EHR; `{record_number}` stands for the patient's.
    ehr_url = models.CharField(
        "Chart in the EHR", max_length=300, blank=True, default="", db_default=""
    )
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
