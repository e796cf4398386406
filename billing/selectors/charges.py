"""Charges of a month as rows of a CSV file: one a claim line.  Columns: docs/charges_csv.md."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from django.db.models import Prefetch, Q, QuerySet

from billing.models import Claim, ClaimLine, ClaimState, Submission
from billing.selectors import claim_document, claim_form, claims
from registry import calendar
from registry.models import Practice, User

COLUMNS = (
    "claim",
    "line",
    "state",
    "month",
    "date_of_service",
    "record_number",
    "patient_last_name",
    "patient_first_name",
    "patient_birth_date",
    "patient_sex",
    "program",
    "payer_name",
    "payer_id",
    "member_id",
    "group_number",
    "relationship",
    "rendering_last_name",
    "rendering_first_name",
    "rendering_npi",
    "billing_npi",
    "billing_tax_id",
    "place_of_service",
    "diagnoses",
    "code",
    "modifiers",
    "units",
    "charge",
    "claim_total",
    "minutes_counted",
    "approved_on",
    "approved_by",
    "file_name",
    "allowed",
    "expected",
    "site",
)

_CHUNK = 500


def rows(user: User, practice: Practice, month: dt.date, lane: str = "") -> Iterator[list[str]]:
    """The lines of a lane's claims; without a lane, of those approved and sent."""
    for claim in _claims(user, practice, month, lane).iterator(chunk_size=_CHUNK):
        shared = _of_claim(claim, practice)
        for line in claim.lines.all():
            cells = {**shared, **_of_line(line)}
            yield [cells[column] for column in COLUMNS]


def _claims(user: User, practice: Practice, month: dt.date, lane: str) -> QuerySet[Claim]:
    found = claims.of_month(user, practice, month)
    chosen = claims.in_lane(found, lane) if lane else claims.in_order(found.filter(_DECIDED))
    files = Prefetch("submissions", Submission.objects.defer("content").order_by("-made_at"))
    related = (
        "patient",
        "payer",
        "coverage",
        "episode__treating_practitioner",
        "episode__site",
        "approved_by",
    )
    return (
        chosen.select_related(*related)
        .prefetch_related("lines", files)
        .defer(None)
        .defer("verdict")
    )


_DECIDED = Q(state__in=[ClaimState.APPROVED, ClaimState.SENT])


def _of_claim(claim: Claim, practice: Practice) -> dict[str, str]:
    sent = next(iter(claim.submissions.all()), None)
    return {
        "claim": claim_document.clm01(claim),
        "state": claim.state,
        "month": calendar.month_text(claim.month),
        "date_of_service": _day(claim.date_of_service),
        "diagnoses": " ".join(claim.facts.get("diagnoses", ())),
        "claim_total": _dollars(claim.total_charge),
        "minutes_counted": str(claim.counted_seconds // 60),
        "approved_on": _local_day(claim.approved_at, practice),
        "approved_by": claim.approved_by.full_name if claim.approved_by else "",
        "file_name": sent.file_name if sent else "",
        "billing_npi": practice.npi,
        "billing_tax_id": practice.tax_id,
        "place_of_service": claim_form.place_of(claim, practice),
        "site": claim.episode.site.name if claim.episode and claim.episode.site else "",
        **_who(claim),
        **_payer(claim),
    }


def _who(claim: Claim) -> dict[str, str]:
    patient, episode = claim.patient, claim.episode
    rendering = episode.treating_practitioner if episode else None
    return {
        "record_number": patient.record_number,
        "patient_last_name": patient.last_name,
        "patient_first_name": patient.first_name,
        "patient_birth_date": patient.birth_date.isoformat(),
        "patient_sex": patient.sex,
        "program": episode.program if episode else "",
        "rendering_last_name": rendering.last_name if rendering else "",
        "rendering_first_name": rendering.first_name if rendering else "",
        "rendering_npi": rendering.npi if rendering else "",
    }


def _payer(claim: Claim) -> dict[str, str]:
    payer, coverage = claim.payer, claim.coverage
    return {
        "payer_name": payer.name if payer else "",
        "payer_id": payer.payer_id if payer else "",
        "member_id": coverage.member_id if coverage else "",
        "group_number": coverage.group_number if coverage else "",
        "relationship": coverage.relationship if coverage else "",
    }


def _of_line(line: ClaimLine) -> dict[str, str]:
    return {
        "line": str(line.position),
        "code": line.code,
        "modifiers": " ".join(line.modifiers),
        "units": str(line.units),
        "charge": _dollars(line.charge),
        "allowed": _dollars(line.allowed),
        "expected": _dollars(line.expected),
    }


def _dollars(amount: Decimal | None) -> str:
    return "" if amount is None else f"{amount:.2f}"


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _local_day(at: dt.datetime | None, practice: Practice) -> str:
    return calendar.local_date(at, practice.timezone).isoformat() if at else ""
