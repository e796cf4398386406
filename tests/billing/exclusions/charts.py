"""What is found about a chart's services beside the claim of its month."""

from __future__ import annotations

import datetime as dt

from billing.selectors import month_facts
from billing.services import decision
from tests.billing.october import OCTOBER

#: What the policy of `october` gives as the claim's date of service: the month's last day.
CLAIM_DAY = dt.date(2026, 10, 31)
DAY_BEFORE = CLAIM_DAY - dt.timedelta(days=1)
HOLD, WARN = "hold", "note"
ON_THE_DATE, IN_THE_MONTH = "excluded_on_the_date", "excluded_in_the_month"


def chart_of(patient, month=OCTOBER):
    return month_facts.gather([patient.pk], month).charts[patient.pk]


def findings(patient, month=OCTOBER):
    return decision.of(chart_of(patient, month)).own_findings


def said(patient, month=OCTOBER):
    return [(found["kind"], found["rule"]) for found in findings(patient, month)]


def mark(patient):
    return decision.basis(chart_of(patient)).mark
