"""What a row of the month's review says beside codes and dollars, for a page of claims at once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, Sum

from billing.models import LIVE, SETTLED, Claim, ClaimPayment, ClaimState, Denial
from registry import calendar
from registry.vocabulary import CONTACT_ACTIVITIES


@dataclass(frozen=True, kw_only=True)
class RowFacts:
    """`contacts`: times that somebody reached the patient; `problems`: the diagnoses it was decided
    from; `before`: the claim of the month before; `paid` None before any remittance."""

    contacts: int = 0
    problems: tuple[str, ...] = ()
    before: Claim | None = None
    paid: Decimal | None = None
    denials: int = 0


def of(claims: Collection[Claim]) -> dict[int, RowFacts]:
    """By claim id, in five queries whatever their number; `facts` may be deferred."""
    kept = dict(
        Claim.objects.filter(pk__in=[each.pk for each in claims]).values_list("pk", "facts")
    )
    before, paid, denials = _before(claims), _paid(claims), _denials(claims)
    return {
        claim.pk: RowFacts(
            contacts=_contacts(claim, kept[claim.pk]),
            problems=tuple(kept[claim.pk].get("diagnoses", ())),
            before=before.get(claim.patient_id),
            paid=paid.get(claim.pk),
            denials=denials.get(claim.pk, 0),
        )
        for claim in claims
        if claim.pk in kept
    }


def _contacts(claim: Claim, facts: dict) -> int:
    """Those with worked seconds in the month, as the claim's verdict has them."""
    worked = {each["id"] for each in claim.verdict.get("entries", ()) if each["worked"]}
    return sum(
        each["id"] in worked and each["activity"] in CONTACT_ACTIVITIES
        for each in facts.get("time", ())
    )


def _before(claims: Collection[Claim]) -> dict[int, Claim]:
    """The live claim of each patient's month before, by patient."""
    months = {calendar.shift_month(claim.month, -1) for claim in claims}
    rows = Claim.objects.filter(
        patient__in=[claim.patient_id for claim in claims], month__in=months, state__in=LIVE
    )
    found = rows.defer("facts", "verdict").prefetch_related("lines")
    return {claim.patient_id: claim for claim in found}


def _paid(claims: Collection[Claim]) -> dict[int, Decimal]:
    sent = [claim.pk for claim in claims if claim.state == ClaimState.SENT]
    rows = ClaimPayment.objects.filter(claim__in=sent).values("claim_id")
    return {row["claim_id"]: row["paid_sum"] for row in rows.annotate(paid_sum=Sum("paid"))}


def _denials(claims: Collection[Claim]) -> dict[int, int]:
    """Open ones."""
    rows = Denial.objects.filter(claim__in=[claim.pk for claim in claims]).values("claim_id")
    open_ones = rows.annotate(number=Count("pk", filter=~Q(state__in=SETTLED)))
    return {row["claim_id"]: row["number"] for row in open_ones}
