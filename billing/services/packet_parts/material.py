"""What the parts of a packet share: the claim, its month, its time entries and who is who."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from billing.models import Claim
from registry import calendar
from registry.models import Clinician, Episode, Patient, Practice, TimeEntry, User


@dataclass(frozen=True, kw_only=True)
class Material:
    """`said` is what the claim says of each entry, by its id; `until` ends the month, exclusive."""

    claim: Claim
    practice: Practice
    patient: Patient
    episode: Episode | None
    zone: str
    since: dt.datetime
    until: dt.datetime
    entries: list[TimeEntry]
    said: Mapping[int, Mapping[str, Any]]
    credentials: Mapping[int, str]

    @property
    def last_day(self) -> dt.date:
        return calendar.last_day(self.claim.month)

    @property
    def began_on(self) -> dt.date:
        """The first day that the evidence reaches back to: the episode's, else the month's."""
        first = self.claim.month
        return min(first, self.episode.started_on) if self.episode else first

    def named(self, user: User | None) -> str:
        """A person with credentials, where they are known."""
        if user is None:
            return ""
        held = self.credentials.get(user.pk, "")
        return f"{user.full_name}, {held}" if held else user.full_name


def of(claim: Claim) -> Material:
    """Gather it, in two queries."""
    practice = claim.practice
    since, until = calendar.month_bounds(claim.month, practice.timezone)
    said = {int(entry["id"]): entry for entry in claim.verdict.get("entries", ())}
    held = Clinician.objects.filter(practice=practice, user__isnull=False).exclude(credentials="")
    return Material(
        claim=claim,
        practice=practice,
        patient=claim.patient,
        episode=claim.episode,
        zone=practice.timezone,
        since=since,
        until=until,
        entries=_entries(claim, since, until),
        said=said,
        credentials={pk: text for pk, text in held.values_list("user_id", "credentials") if pk},
    )


def _entries(claim: Claim, since: dt.datetime, until: dt.datetime) -> list[TimeEntry]:
    """Every entry with a second in the month, void ones and those that run too."""
    reaches = Q(ended_at=None) | Q(ended_at__gt=since) | Q(started_at__gte=since)
    rows = TimeEntry.objects.filter(reaches, patient=claim.patient_id, started_at__lt=until)
    people = ("worker", "created_by", "confirmed_by", "voided_by")
    return list(rows.select_related("practice", *people).order_by("started_at", "pk"))
