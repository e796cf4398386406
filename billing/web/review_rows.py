"""A month's claims as the review shows them: a row each, with its words and where to go."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from billing.rules import rule_names
from billing.web import clocks, later, mending
from billing.web.clocks import Clock
from billing.web.mending import Mend, Rows
from billing.web.review_form import kept
from registry import calendar
from registry.templatetags.formats import plural

if TYPE_CHECKING:
    from billing.models import Claim
    from billing.selectors.month_money import Missed
    from registry.web.access import PracticeRequest


@dataclass(frozen=True, kw_only=True)
class ReviewRow:
    """One claim of a lane.  `missed` is what the code that it is short of would bring; `has_moved`:
    its chart stands otherwise by now.  `by_hand` is the percent of the counted time that was
    entered by hand, zero below the practice's mark."""

    claim: Claim
    lines: str
    minutes: int
    reasons: list[dict[str, Any]]
    later: list[str]
    unconfirmed_minutes: int
    time_mend: Mend
    cause: str = ""
    short_of: str = ""
    missed: Missed | None = None
    has_moved: bool = False
    clock: Clock | None = None
    by_hand: int = 0

    @property
    def firm(self) -> list[dict[str, Any]]:
        """What stands against the claim; notes are on its page."""
        return [reason for reason in self.reasons if reason["kind"] != "note"]

    @property
    def cause_name(self) -> str:
        return rule_names.name(self.cause)

    @property
    def unconfirmed_text(self) -> str:
        return needs_review(self.unconfirmed_minutes)


def rows_of(claim: Claim, request: PracticeRequest) -> Rows:
    """The rows that a claim's addresses are made of."""
    return Rows(
        slug=request.practice.slug,
        roles=request.roles,
        patient_id=claim.patient_id,
        episode_id=claim.episode_id,
        coverage_id=claim.coverage_id,
        payer_id=claim.payer_id,
        clinician_id=claim.episode.treating_practitioner_id if claim.episode else None,
        back=_back(claim, request),
    )


def _back(claim: Claim, request: PracticeRequest) -> str:
    """The page that shows the claim, where saving a form leads back to it: at its cause."""
    name = request.resolver_match.url_name if request.resolver_match else ""
    if name == "billing_month":
        anchor = f"#cause-{claim.rules[0]}" if claim.rules else ""
        return f"{request.path}{kept(request.GET)}{anchor}"
    return request.path if name == "claim" else ""


def reasons_of(claim: Claim, rows: Rows) -> list[dict[str, Any]]:
    """All that was said of a claim: what stands against it, ours last, then notes."""
    theirs = claim.verdict.get("reasons", [])
    ours = [{"kind": "hold", "reference": None, **hold} for hold in claim.own_holds]
    said = sorted([*theirs, *ours], key=lambda reason: reason["kind"] == "note")
    return mending.with_mends(said, rows)


def build(
    claims: Iterable[Claim],
    request: PracticeRequest,
    *,
    unconfirmed: Mapping[int, int],
    missed: Mapping[int, Missed],
    moved: Collection[int] = (),
    by_hand: Mapping[int, int] | None = None,
) -> list[ReviewRow]:
    least, shares = request.practice.by_hand_percent, by_hand or {}
    return [
        replace(
            _row(claim, request, unconfirmed.get(claim.pk, 0), missed),
            has_moved=claim.pk in moved,
            by_hand=share if (share := shares.get(claim.pk, 0)) >= least else 0,
        )
        for claim in claims
    ]


def _row(
    claim: Claim,
    request: PracticeRequest,
    unconfirmed: int,
    missed: Mapping[int, Missed],
) -> ReviewRow:
    rows = rows_of(claim, request)
    step = claim.verdict.get("next") or {}
    return ReviewRow(
        claim=claim,
        lines=" + ".join(f"{line.code} × {line.units}" for line in claim.lines.all()),
        minutes=claim.counted_seconds // 60,
        reasons=reasons_of(claim, rows),
        later=later.sentences(claim.later),
        unconfirmed_minutes=-(-unconfirmed // 60),
        time_mend=mending.of_rule("unconfirmed_time", rows) if unconfirmed else Mend(),
        cause=claim.rules[0] if claim.rules else "",
        short_of=step.get("code", "") if claim.minutes_short else "",
        missed=missed.get(claim.pk),
        clock=_clock(claim, request),
    )


def _clock(claim: Claim, request: PracticeRequest) -> Clock | None:
    """How long the payer still takes a claim that is to leave, where that presses."""
    if claim.state not in ("draft", "approved") or claim.outcome == "not_billable":
        return None
    found = clocks.filing(claim, calendar.local_date(timezone.now(), request.practice.timezone))
    return found if found and found.is_pressing else None


def needs_review(minutes: int) -> str:
    return f"{plural(minutes, 'minute')} still need{'s' if minutes == 1 else ''} review"
