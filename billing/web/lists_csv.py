"""Billing's lists as CSV, each as it is narrowed on its page; columns: docs/lists_csv.md."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from django.http.response import HttpResponseBase

from billing.selectors import code_pairs, packets, received, submissions
from billing.selectors.code_pairs import Wanted
from registry import calendar
from registry.selectors.log_sign_offs import Signer
from registry.web import csv_file

if TYPE_CHECKING:
    from registry.web.access import PracticeRequest

FILES = (
    "file", "month", "payer", "receiver", "receiver_id", "form", "use", "claims", "made_at",
    "made_by", "sha256", "delivery", "delivered_at", "fetched",
)  # fmt: skip
RECEIVED = (
    "file", "kinds", "received_at", "received_by", "answers", "payments", "problem", "notes",
)  # fmt: skip
STRAYS = (
    "payment", "payer", "paid_on", "trace_number", "claim_named", "last_name", "first_name",
    "served_on", "charge", "paid",
)  # fmt: skip
PACKETS = (
    "packet", "claim", "month", "record_number", "last_name", "first_name", "payer", "made_at",
    "made_by", "pages", "looks", "sha256",
)  # fmt: skip
EXCLUSIONS = (
    "code_a", "code_b", "rule", "scope", "effect", "modifier_indicator", "pays", "max_units",
    "units_indicator", "active_from", "active_to", "why", "source", "release",
)  # fmt: skip
POLICIES = (
    "payer", "in_force", "active_from", "active_to", "review_by", "review_due", "next_from",
    "drafts_by", "claims_held", "month",
)  # fmt: skip
LOGS = ("person", "week_starts_on", "state", "signed_at", "changed_at")


def files(request: PracticeRequest, month: dt.date) -> HttpResponseBase:
    """The month's files of claims."""
    found = submissions.of_practice(request.user, request.practice).filter(month=month)
    return csv_file.of_list(request, "submissions", FILES, map(_file, found))


def _file(row: Any) -> list[Any]:
    way = next(iter(row.deliveries.all()), None)
    return [
        row.file_name, calendar.month_text(row.month), row.payer.name if row.payer else None,
        row.receiver_name, row.receiver_id, row.form,
        "production" if row.is_production else "test", row.claim_count,
        csv_file.instant(row.made_at), row.made_by.full_name, row.sha256,
        way.state if way else "download", csv_file.instant(way.sent_at if way else None),
        row.download_count,
    ]  # fmt: skip


def received_files(request: PracticeRequest) -> HttpResponseBase:
    """What payers and clearinghouses sent."""
    found = received.listed(request.user, request.practice).iterator(chunk_size=500)
    return csv_file.of_list(request, "received-files", RECEIVED, map(_received, found))


def _received(row: Any) -> list[Any]:
    return [
        row.name, " ".join(row.kinds), csv_file.instant(row.received_at),
        row.received_by.full_name, row.answer_count, row.remittance_count, row.problem,
        "; ".join(map(str, row.notes)),
    ]  # fmt: skip


def strays(request: PracticeRequest) -> HttpResponseBase:
    """Payments without a claim."""
    found = received.strays(request.user, request.practice).iterator(chunk_size=500)
    return csv_file.of_list(request, "unmatched-payments", STRAYS, map(_stray, found))


def _stray(row: Any) -> list[Any]:
    paid = row.remittance
    return [
        row.pk, paid.payer.name if paid.payer else paid.payer_name, paid.paid_on,
        paid.trace_number, row.claim_id_said, row.patient_said.get("last"),
        row.patient_said.get("first"), row.served_on, row.charge, row.paid,
    ]  # fmt: skip


def audit_packets(request: PracticeRequest, now: dt.datetime) -> HttpResponseBase:
    """The packets that this person may read."""
    found = packets.listed(request.user, request.practice, now).iterator(chunk_size=500)
    return csv_file.of_list(request, "packets", PACKETS, map(_packet, found))


def _packet(row: Any) -> list[Any]:
    claim, patient = row.claim, row.claim.patient
    return [
        row.pk, f"CT{claim.pk}", calendar.month_text(claim.month), patient.record_number,
        patient.last_name, patient.first_name, claim.payer.name if claim.payer else None,
        csv_file.instant(row.made_at), row.made_by.full_name, row.pages, row.look_count,
        row.sha256,
    ]  # fmt: skip


def exclusions(request: PracticeRequest, wanted: Wanted) -> HttpResponseBase:
    """The pairs of codes, then the unit caps, of the day that is looked at."""
    return csv_file.of_list(request, "exclusions", EXCLUSIONS, _exclusions(wanted))


def _exclusions(wanted: Wanted) -> Iterator[list[Any]]:
    for row in code_pairs.pairs(wanted).iterator(chunk_size=500):
        yield [
            row.code_a, row.code_b, row.kind, row.scope, row.effect, row.modifier_indicator,
            row.pays, None, None, row.active_from, row.active_to, row.why, row.source,
            str(row.release),
        ]  # fmt: skip
    for cap in code_pairs.caps(wanted).iterator(chunk_size=500):
        yield [
            cap.code, None, "unit_cap", None, None, None, None, cap.units, cap.indicator,
            cap.active_from, cap.active_to, cap.why, cap.source, str(cap.release),
        ]  # fmt: skip


def policies(
    request: PracticeRequest, payers: Iterable[dict[str, Any]], month: dt.date
) -> HttpResponseBase:
    """Each payer's policy today, as the page has it."""
    rows = (_policy(each, month) for each in payers)
    return csv_file.of_list(request, "policies", POLICIES, rows)


def _policy(each: dict[str, Any], month: dt.date) -> list[Any]:
    current, later = each["current"], each["next"]
    drafts = "; ".join(draft["row"].entered_by.full_name for draft in each["drafts"])
    return [
        each["payer"].name, each["reading"], current.active_from if current else None,
        current.active_to if current else None, current.review_by if current else None,
        "yes" if each["review_due"] else "no", later.active_from if later else None, drafts,
        each["held"], calendar.month_text(month),
    ]  # fmt: skip


def logs_signed(request: PracticeRequest, signers: Iterable[Signer]) -> HttpResponseBase:
    """Each person's weeks of the month."""
    return csv_file.of_list(request, "logs-signed", LOGS, _weeks(signers))


def _weeks(signers: Iterable[Signer]) -> Iterator[list[Any]]:
    for signer in signers:
        for week in signer.weeks:
            state = "changed" if week.changed_since else "not_signed"
            yield [
                signer.name, week.starts_on, "signed" if week.is_complete else state,
                csv_file.instant(week.signed_at), csv_file.instant(week.changed_at),
            ]  # fmt: skip
