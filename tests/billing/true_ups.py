"""A true-up of October, run on November 2, and how its tests read what it wrote."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from django.apps import apps

from billing.models import AppliedPolicy, Claim, ClaimLine, TrueUpFailure
from registry.models import ServiceMonth
from tests.billing.october import OCTOBER

NEW_YORK = ZoneInfo("America/New_York")
NOVEMBER_2 = dt.datetime(2026, 11, 2, 15, 0, tzinfo=dt.UTC)


def new_york(*at):
    return dt.datetime(*at, tzinfo=NEW_YORK)


def claim_of(patient, month=OCTOBER):
    return Claim.objects.get(patient=patient, month=month)


def lines_of(claim):
    return [(line.code, line.units) for line in claim.lines.all()]


def everything():
    """Every row that a true-up writes, history included, save the runs themselves."""
    event = apps.get_model("billing", "ClaimEvent")
    models = (Claim, ClaimLine, event, AppliedPolicy, ServiceMonth, TrueUpFailure)
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}
