"""Which sent claims a payment that names none of ours may be for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q

from billing.models import Answer, Claim, ClaimPayment
from billing.selectors.claim_names import LEFT
from registry.models import Practice

#: Proposals for a stray payment, the likeliest first.
MOST_PROPOSALS = 3
#: What says who it is.  Charge and day are those of half a month's claims, and say it of nobody.
WHO = frozenset({"the name", "the member id", "the payer's number"})
_MOST_LOOKED_AT = 500


@dataclass(frozen=True, slots=True)
class Proposal:
    """A claim that a stray payment may be for, and what speaks for it."""

    claim: Claim
    reasons: tuple[str, ...]


def of(practice: Practice, found: Iterable[ClaimPayment]) -> dict[int, list[Proposal]]:
    """For each stray, sent claims that look like it; two queries for all of them.

    A claim is proposed where at least two things agree: the patient's name, the member id, the
    payer's own number on an earlier answer, the charge, the day of service.  Where the payer says
    who it is, one of the first three must be among them.
    """
    rows = list(found)
    numbers = _numbered(practice, rows)
    claims = _likely(practice, rows, numbers)
    return {row.pk: _ranked(row, claims, numbers) for row in rows}


def _numbered(practice: Practice, rows: list[ClaimPayment]) -> Mapping[str, set[int]]:
    """Claims that a payer gave these numbers before, by number."""
    numbers = {row.payer_control_number for row in rows} - {""}
    said = Answer.objects.filter(file__practice=practice, payer_control_number__in=numbers)
    found: dict[str, set[int]] = defaultdict(set)
    for number, claim_id in said.exclude(claim=None).values_list("payer_control_number", "claim"):
        found[number].add(claim_id)
    return found


def _likely(
    practice: Practice, rows: list[ClaimPayment], numbers: Mapping[str, set[int]]
) -> list[Claim]:
    likeness = Q(pk__in={claim_id for found in numbers.values() for claim_id in found})
    likeness |= Q(coverage__member_id__in={_said(row, "id") for row in rows} - {""})
    for name in {_said(row, "last") for row in rows} - {""}:
        likeness |= Q(patient__last_name__iexact=name)
    for row in rows:
        if not _says_who(row) and row.served_on:
            likeness |= Q(total_charge=row.charge, date_of_service=row.served_on)
    claims = Claim.objects.filter(likeness, practice=practice, state__in=LEFT)
    related = ("patient", "coverage", "payer")
    found = claims.select_related(*related).defer("facts", "verdict").order_by("-month", "pk")
    return list(found[:_MOST_LOOKED_AT])


def _said(row: ClaimPayment, key: str) -> str:
    return str(row.patient_said.get(key, ""))


def _says_who(row: ClaimPayment) -> bool:
    return bool(_said(row, "last") or _said(row, "id"))


def _ranked(
    row: ClaimPayment, claims: list[Claim], numbers: Mapping[str, set[int]]
) -> list[Proposal]:
    found = [Proposal(claim, tuple(_agreements(row, claim, numbers))) for claim in claims]
    likely = [each for each in found if _is_likely(row, each)]
    return sorted(likely, key=lambda each: -len(each.reasons))[:MOST_PROPOSALS]


def _is_likely(row: ClaimPayment, each: Proposal) -> bool:
    is_somebody = not _says_who(row) or bool(WHO.intersection(each.reasons))
    return len(each.reasons) >= 2 and is_somebody


def _agreements(row: ClaimPayment, claim: Claim, numbers: Mapping[str, set[int]]) -> list[str]:
    member = claim.coverage.member_id if claim.coverage else ""
    agree = {
        "the name": _said(row, "last").casefold() == claim.patient.last_name.casefold(),
        "the member id": bool(member) and _said(row, "id") == member,
        "the payer's number": claim.pk in numbers.get(row.payer_control_number, ()),
        "the charge": row.charge == claim.total_charge,
        "the day of service": row.served_on is not None and row.served_on == claim.date_of_service,
    }
    return [name for name, agrees in agree.items() if agrees]
