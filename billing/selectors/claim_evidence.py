"""What a claim rests on in the chart: its time entries, consent, reviews and scores."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from billing.models import Claim
from registry import calendar
from registry.models import CaseReview, Consent, Measure, TimeEntry


@dataclass(frozen=True, kw_only=True)
class CountedEntry:
    """A time entry beside what the rules made of it; seconds of the claim's month."""

    entry: TimeEntry
    worked: int
    counted: int
    excluded: Mapping[str, int]


@dataclass(frozen=True, kw_only=True)
class Evidence:
    entries: list[CountedEntry] = field(default_factory=list)
    consents: list[Consent] = field(default_factory=list)
    reviews: list[CaseReview] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)


def of(claim: Claim) -> Evidence:
    """The rows behind a claim, in four queries."""
    days = (claim.month, calendar.last_day(claim.month))
    reviews = CaseReview.objects.filter(
        patient=claim.patient, reviewed_on__range=days, withdrawn_at=None
    )
    measures = Measure.objects.filter(patient=claim.patient, scored_on__range=days, voided_at=None)
    return Evidence(
        entries=_entries(claim),
        consents=_consents(claim),
        reviews=list(reviews.select_related("consultant").order_by("reviewed_on", "pk")),
        measures=list(measures.order_by("scored_on", "instrument", "pk")),
    )


def _entries(claim: Claim) -> list[CountedEntry]:
    """The entries that the claim names, with what it says of each."""
    said: dict[int, Mapping[str, Any]] = {
        int(entry["id"]): entry for entry in claim.verdict.get("entries", ())
    }
    rows = TimeEntry.objects.filter(pk__in=said, patient=claim.patient).select_related("worker")
    return [
        CountedEntry(
            entry=row,
            worked=said[row.pk]["worked"],
            counted=said[row.pk]["counted"],
            excluded=said[row.pk]["excluded"],
        )
        for row in rows.order_by("started_at", "pk")
    ]


def _consents(claim: Claim) -> list[Consent]:
    """Those in force at some second of the claim's month."""
    since, until = calendar.month_bounds(claim.month, claim.practice.timezone)
    rows = Consent.objects.filter(
        Q(revoked_at=None) | Q(revoked_at__gt=since), patient=claim.patient, counts_from__lt=until
    )
    return list(rows.select_related("taken_by").order_by("given_at", "pk"))
