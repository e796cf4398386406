"""A month's claims as the review shows them: a row each, with its words and where to go."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from billing.rules import rule_names
from billing.selectors import claims as claim_rows
from billing.web import asking, clocks, later, mend_links, mending
from billing.web.clocks import Clock
from billing.web.mending import Mend, Rows
from billing.web.review_form import kept
from registry import calendar
from registry.templatetags.formats import money, plural

if TYPE_CHECKING:
    from billing.models import Claim
    from billing.selectors.month_money import Missed
    from billing.selectors.row_facts import RowFacts
    from billing.web.asking import Errands
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
    facts: RowFacts | None = None
    gaps: list[dict[str, Any]] = field(default_factory=list)

    @property
    def about(self) -> list[str]:
        """Who cares for the patient, what is treated, how often somebody was reached."""
        episode, facts = self.claim.episode, self.facts
        team = (
            [str(episode.treating_practitioner), episode.care_manager.full_name] if episode else []
        )
        if facts is None:
            return team
        return [
            *team,
            ", ".join(facts.problems) or "no diagnosis",
            plural(facts.contacts, "contact"),
        ]

    @property
    def denied(self) -> str:
        return plural(self.facts.denials if self.facts else 0, "open denial")

    @property
    def before(self) -> str:
        """What the month before came to."""
        earlier = self.facts.before if self.facts else None
        if earlier is None:
            return ""
        minutes = plural(earlier.counted_seconds // 60, "minute")
        lines = _lines(earlier)
        return (
            f"{lines}, {minutes}, {money(earlier.total_charge)}" if lines else f"no code, {minutes}"
        )

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
    if _page(request) != "billing_month":
        return here(request)
    anchor = f"#cause-{claim.rules[0]}" if claim.rules else ""
    return f"{request.path}{kept(request.GET, mended=str(claim.pk), saved='')}{anchor}"


def here(request: PracticeRequest) -> str:
    """The page itself, where forms lead back to it."""
    if _page(request) == "submissions":
        return request.get_full_path()
    if _page(request) == "claim_mend":  # the page that the form was opened from
        return request.back.url if request.back else ""
    return request.path if _page(request) == "claim" else ""


def _page(request: PracticeRequest) -> str:
    return (request.resolver_match.url_name or "") if request.resolver_match else ""


def reasons_of(
    claim: Claim, rows: Rows, *, known: Errands | None = None, zone: str = "UTC"
) -> list[dict[str, Any]]:
    """All that was said of a claim: what stands against it, ours last, then notes.  `known` is what
    was asked of whom (`selectors.errands`), where somebody may be asked from here."""
    theirs = claim.verdict.get("reasons", [])
    ours = [{"kind": "hold", "reference": None, **hold} for hold in claim.own_holds]
    said = sorted([*theirs, *ours], key=lambda reason: reason["kind"] == "note")
    found = mend_links.with_mends(said, claim, rows)
    if known is None:
        return found
    return [asking.beside(reason, claim, known, zone) for reason in found]


def build(
    claims: Iterable[Claim],
    request: PracticeRequest,
    *,
    unconfirmed: Mapping[int, int],
    missed: Mapping[int, Missed],
    known: Errands,
    facts: Mapping[int, RowFacts],
    gaps: Mapping[int, list[dict[str, Any]]],
    moved: Collection[int] = (),
    by_hand: Mapping[int, int] | None = None,
) -> list[ReviewRow]:
    least, shares = request.practice.by_hand_percent, by_hand or {}
    return [
        replace(
            _row(claim, request, unconfirmed.get(claim.pk, 0), missed, known),
            facts=facts.get(claim.pk),
            gaps=gaps.get(claim.pk, []),
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
    known: Errands,
) -> ReviewRow:
    rows = rows_of(claim, request)
    step = claim.verdict.get("next") or {}
    return ReviewRow(
        claim=claim,
        lines=_lines(claim),
        minutes=claim.counted_seconds // 60,
        reasons=reasons_of(claim, rows, known=known, zone=request.practice.timezone),
        later=later.sentences(claim.later),
        unconfirmed_minutes=-(-unconfirmed // 60),
        time_mend=mending.of_rule("unconfirmed_time", rows) if unconfirmed else Mend(),
        cause=claim.rules[0] if claim.rules else claim_rows.BY_HAND if claim.set_aside else "",
        short_of=step.get("code", "") if claim.minutes_short else "",
        missed=missed.get(claim.pk),
        clock=_clock(claim, request),
    )


def _lines(claim: Claim) -> str:
    return " + ".join(f"{line.code} × {line.units}" for line in claim.lines.all())


def _clock(claim: Claim, request: PracticeRequest) -> Clock | None:
    """How long the payer still takes a claim that is to leave, where that presses."""
    if claim.state not in ("draft", "approved") or claim.outcome == "not_billable":
        return None
    found = clocks.filing(claim, calendar.local_date(timezone.now(), request.practice.timezone))
    return found if found and found.is_pressing else None


def needs_review(minutes: int) -> str:
    return f"{plural(minutes, 'minute')} still need{'s' if minutes == 1 else ''} review"
