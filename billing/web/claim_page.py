"""What the page of one claim shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone

from billing.rules import words
from billing.selectors import claim_evidence, claim_history, claim_terms, claims
from billing.selectors import packets as packet_rows
from billing.selectors.claim_evidence import CountedEntry
from billing.services import early_release
from billing.web import explained, later, mending, review_rows
from billing.web.doors import BILLERS, PACKERS
from billing.web.mending import Mend
from registry import calendar
from registry.selectors import errands, other_services
from registry.templatetags.formats import day, money, month_name, spelled_dates
from registry.web import returning

if TYPE_CHECKING:
    from billing.models import Claim
    from registry.web.access import PracticeRequest


@dataclass(frozen=True, kw_only=True)
class EntryRow:
    """A time entry with its seconds, and why those that do not count do not."""

    counted: CountedEntry
    why_not: list[str]
    url: str


def context(request: PracticeRequest, claim: Claim, now: dt.datetime) -> dict[str, Any]:
    """Everything that the template names."""
    rows = review_rows.rows_of(claim, request)
    unconfirmed = claims.unconfirmed_seconds([claim]).get(claim.pk, 0)
    evidence = claim_evidence.of(claim)
    known = errands.of_month(request.practice, [claim.patient_id], claim.month)
    zone = request.practice.timezone
    reasons = review_rows.reasons_of(claim, rows, known=known, zone=zone)
    services = other_services.of_month(claim.patient, claim.month)
    return {
        "claim": claim,
        "month_text": calendar.month_text(claim.month),
        "ask_url": _ask_url(request, claim),
        **explained.of_claim(request, claim),
        "reasons": other_services.settled(reasons, services),
        "later": later.sentences(claim.later),
        "entries": [_entry(request, each) for each in evidence.entries],
        "evidence": evidence,
        "services": services,
        "edits_services": _opens_services(request, claim),
        "links": _links(request, claim),
        "history": claim_history.of(claim),
        "facts": _facts(claim),
        "policy": _policy(claim),
        "unconfirmed_minutes": -(-unconfirmed // 60),
        "unconfirmed_text": f"{review_rows.needs_review(-(-unconfirmed // 60))}.",
        "lane": _lane(claim),
        "time_mend": mending.of_rule("unconfirmed_time", rows) if unconfirmed else Mend(),
        "status": _status(claim),
        "may_approve": _may_approve(request, claim),
        "left_as_it_is": claim.later is not None and claim.later == claim.later_left,
        "may_correct": bool(request.roles & BILLERS) and claim.state == "sent",
        "may_take_back": bool(request.roles & BILLERS)
        and claim.corrects_id is not None
        and claim.state == "draft",
        "corrected_by": list(claim.corrections.order_by("pk")),
        "packets": packet_rows.of_claim(request.user, claim, timezone.now()),
        "may_pack": bool(request.roles & PACKERS),
        **_release(request, claim, now),
        "may_set_aside": _is_draft_of(request, claim) and not claim.set_aside,
        "may_take_up": _is_draft_of(request, claim) and bool(claim.set_aside),
        "may_withdraw": bool(request.roles & BILLERS) and claim.state == "approved",
    }


def _ask_url(request: PracticeRequest, claim: Claim) -> str:
    """Where a person is asked for what this claim lacks, with the way back to this page."""
    if not request.roles & BILLERS:
        return ""
    where = {"slug": request.practice.slug, "month": calendar.month_text(claim.month)}
    return returning.carried(reverse("claims_ask", kwargs=where), request.path)


def _release(request: PracticeRequest, claim: Claim, now: dt.datetime) -> dict[str, Any]:
    """Whether it may go before the month ends, and what that costs."""
    is_early = claim.state == "draft" and claim.outcome == "billable" and not claim.is_final
    is_early = is_early and not claim.set_aside
    may = is_early and bool(request.roles & BILLERS) and not early_release.obstacle(claim, now)
    return {"may_release": may, "release_loses": early_release.loses(claim) if may else ""}


def _is_draft_of(request: PracticeRequest, claim: Claim) -> bool:
    """Whether the person may hold this draft back, or take it up again."""
    earned = claim.state == "draft" and claim.outcome != "not_billable"
    return bool(request.roles & BILLERS) and (earned or bool(claim.set_aside))


def _may_approve(request: PracticeRequest, claim: Claim) -> bool:
    is_clean = claim.state == "draft" and claim.outcome == "billable" and claim.is_final
    is_clean = is_clean and not claim.set_aside
    return bool(request.roles & BILLERS) and is_clean


def _opens_services(request: PracticeRequest, claim: Claim) -> bool:
    """Whether the person may write down what a service's own line carries."""
    ids = {"slug": request.practice.slug, "patient_id": claim.patient_id}
    return bool(mending.address_if_open("other_service_add", request.roles, **ids))


def _status(claim: Claim) -> str:
    """The one word for where the claim stands: what a person decided, else what the rules say."""
    return claim.outcome if claim.state == "draft" else claim.state


def _lane(claim: Claim) -> str:
    """The lane of the month's review in which the claim is listed."""
    if claim.state != "draft":
        return claim.state
    if claim.set_aside == "no":
        return "not_billable"
    clean = "held" if claim.set_aside else "clean"
    return clean if claim.outcome == "billable" else claim.outcome


def _entry(request: PracticeRequest, each: CountedEntry) -> EntryRow:
    return EntryRow(
        counted=each,
        why_not=[
            f"{words.duration(seconds)}: {words.EXCLUSIONS.get(reason, reason)}"
            for reason, seconds in each.excluded.items()
        ],
        url=mending.address_if_open(
            "time_entry", request.roles, slug=request.practice.slug, entry_id=each.entry.pk
        ),
    )


def _links(request: PracticeRequest, claim: Claim) -> dict[str, str]:
    """Addresses of the evidence, as far as this person's roles open them."""
    slug, roles = request.practice.slug, request.roles
    patient = mending.address_if_open("patient", roles, slug=slug, patient_id=claim.patient_id)
    review = (
        mending.address_if_open("review", roles, slug=slug, episode_id=claim.episode_id)
        if claim.episode_id
        else ""
    )
    payer = (
        mending.address_if_open("payer_terms", roles, slug=slug, payer_id=claim.payer_id)
        if claim.payer_id
        else ""
    )
    return {"patient": patient, "review": review or patient, "payer": payer}


def _facts(claim: Claim) -> list[tuple[str, str]]:
    episode = claim.episode
    return [
        ("Month", month_name(claim.month)),
        ("Charge", money(claim.total_charge)),
        ("Expected", money(claim.total_expected)),
        ("Date of service", day(claim.date_of_service)),
        *_clock(claim),
        ("Counted", words.duration(claim.counted_seconds)),
        ("Worked", words.duration(claim.worked_seconds)),
        ("Care manager", episode.care_manager.full_name if episode else ""),
        ("Practitioner", str(episode.treating_practitioner) if episode else ""),
        ("Program", episode.get_program_display() if episode else ""),
    ]


def _clock(claim: Claim) -> list[tuple[str, str]]:
    """Until when the payer takes it, or a correction of it."""
    on = claim_terms.file_by(claim)
    return [("File by", day(on))] if on else []


def _policy(claim: Claim) -> list[tuple[str, str]]:
    """Coverage and policy as they were used, and the marks that tell one decision from another."""
    coverage, document = claim.coverage, claim.policy.document if claim.policy else {}
    version = f", since {spelled_dates(document['version'])}" if document.get("version") else ""
    return [
        ("Payer", str(claim.payer) if claim.payer else "none"),
        ("Payer's id", claim.payer.payer_id if claim.payer else ""),
        ("Member id", coverage.member_id if coverage else ""),
        ("Patient is", coverage.get_relationship_display() if coverage else ""),
        ("Coverage from", day(coverage.active_from) if coverage else ""),
        ("Policy", f"{document['preset']}{version}" if document.get("preset") else "not kept"),
        ("Rules version", claim.engine or "not kept"),
        ("Fingerprint", claim.fingerprint[:16]),
    ]
