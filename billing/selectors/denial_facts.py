"""What our claim said where a payer refused it, and how such refusals have ended here.

By the reason code, the facts of the claim that the refusal is about: what was sent, not what the
chart says by now.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from django.db.models import Count

from billing.models import Claim, ClaimState, Denial, DenialState
from billing.selectors import claim_document, claim_form, claim_terms, denials, sending
from registry.models import Practice, User

#: So far back one looks for how others ended.
LOOKS_BACK = dt.timedelta(days=730)
_DAY = "%b %-d, %Y"


@dataclass(frozen=True, kw_only=True)
class Ended:
    """Refusals of one payer for one reason, by how they ended; `won` is the latest that was paid.

    The denial that one looks at is not among them.
    """

    count: int = 0
    paid: int = 0
    given_up: int = 0
    open: int = 0
    won: Denial | None = None


def ended(user: User, practice: Practice, denial: Denial, today: dt.date) -> Ended:
    """How the same payer's refusals for this reason have gone at this practice; two queries."""
    rows = denials.visible_to(user, practice).filter(
        payer=denial.payer_id, reason=denial.reason, opened_at__date__gte=today - LOOKS_BACK
    )
    rows = rows.exclude(pk=denial.pk).exclude(state=DenialState.DECIDED_ANEW)
    by_state = dict(rows.order_by().values_list("state").annotate(Count("pk")))
    won = rows.filter(state=DenialState.OVERTURNED).order_by("-changed_at", "-pk").first()
    count = sum(by_state.values())
    paid = by_state.get(DenialState.OVERTURNED, 0)
    given_up = by_state.get(DenialState.WRITTEN_OFF, 0)
    return Ended(count=count, paid=paid, given_up=given_up, open=count - paid - given_up, won=won)


def said(denial: Denial) -> list[str]:
    """Sentences on what the claim said where this refusal looks; empty for reasons of other kinds.

    The claim has loaded what `sending.RELATED` names.
    """
    tell = _BY_REASON.get(denial.reason)
    return list(tell(denial)) if tell else []


def loaded(denial: Denial) -> Claim:
    rows = Claim.objects.select_related("practice", *sending.RELATED)
    return rows.prefetch_related(*sending.PREFETCHED).get(pk=denial.claim_id)


def _authorization(denial: Denial) -> Iterator[str]:
    number = claim_document.prior_authorization(denial.claim)
    if number:
        yield f"The claim named authorization {number}. Ask the payer why it does not count."
    else:
        yield "No authorization covers the date of service in the chart, so the claim named none."


def _filed(denial: Denial) -> Iterator[str]:
    claim = denial.claim
    if claim.sent_at and claim.date_of_service:
        days = (claim.sent_at.date() - claim.date_of_service).days
        yield f"It was first sent {claim.sent_at:{_DAY}}, {days} days after the date of service."
    terms = claim_terms.of(claim)
    if terms.filing_days:
        yield f"The payer's terms here say {terms.filing_days} days."
    first = claim.received_answers.filter(verdict="accepted").select_related("file")
    taken = first.order_by("file__received_at").first()
    if taken:
        yield (
            f"The {taken.kind} of {taken.file.received_at:{_DAY}} says that it was accepted: that "
            "is the proof of timely filing. It is with the claim, under what came back."
        )


def _others(denial: Denial) -> Iterator[str]:
    claim = denial.claim
    rows = Claim.objects.filter(
        practice=claim.practice_id, patient=claim.patient_id, month=claim.month
    ).exclude(pk=claim.pk)
    others = list(rows.exclude(state=ClaimState.DRAFT).order_by("pk"))
    for other in others:
        yield f"Claim {other.pk} of the same month is {other.get_state_display().lower()}."
    if not others:
        yield (
            "We sent no other claim for this patient and month: another practice may have billed "
            "it. Ask the patient and the payer who did."
        )


def _coverage(denial: Denial) -> Iterator[str]:
    claim = denial.claim
    coverage, day = claim.coverage, claim.date_of_service or claim.month
    if coverage is None:
        return
    until = f"to {coverage.active_to:{_DAY}}" if coverage.active_to else "on, without an end"
    yield (
        f"The claim of {day:{_DAY}} went to {coverage.payer.name} under member id "
        f"{coverage.member_id}, in force from {coverage.active_from:{_DAY}} {until}."
    )
    names = [each.payer.name for each in sending.in_turn(claim)[1:]]
    yield (
        f"After it the patient has {', '.join(names)}."
        if names
        else ("The chart has no other coverage on that day.")
    )


def _units(denial: Denial) -> Iterator[str]:
    for line in denial.claim.lines.all():
        if not denial.code or line.code == denial.code:
            yield f"It billed {line.units} of {line.code}."
    yield f"The claim counted {denial.claim.counted_seconds // 60} minutes in the month."


def _codes(denial: Denial) -> Iterator[str]:
    lines = [
        " ".join([line.code, *line.modifiers]) + f" × {line.units}"
        for line in denial.claim.lines.all()
    ]
    yield f"The claim billed {', '.join(lines)}."


def _diagnoses(denial: Denial) -> Iterator[str]:
    codes = denial.claim.facts.get("diagnoses", [])
    yield f"Its diagnoses, the first one leading: {', '.join(codes) or 'none'}."


def _place(denial: Denial) -> Iterator[str]:
    place = claim_form.place_of(denial.claim, denial.claim.practice)
    yield f"It named place of service {place}."


def _provider(denial: Denial) -> Iterator[str]:
    episode = denial.claim.episode
    who = episode.treating_practitioner if episode else None
    if who is None:
        yield "It named no rendering practitioner."
        return
    yield (
        f"It named {who.first_name} {who.last_name}, NPI {who.npi or 'missing'}, taxonomy "
        f"{who.taxonomy or 'missing'}; the practice's NPI is {denial.claim.practice.npi}."
    )


_Tell = Callable[[Denial], Iterator[str]]
_BY_REASON: Mapping[str, _Tell] = {
    **dict.fromkeys(("15", "197", "198"), _authorization),
    "29": _filed,
    **dict.fromkeys(("18", "119", "222"), _others),
    **dict.fromkeys(("22", "26", "27", "31", "109", "140"), _coverage),
    **dict.fromkeys(("150", "151"), _units),
    **dict.fromkeys(("4", "97", "107", "181", "234", "236"), _codes),
    **dict.fromkeys(("11", "167"), _diagnoses),
    "5": _place,
    **dict.fromkeys(("8", "170", "185", "208", "B7"), _provider),
}
