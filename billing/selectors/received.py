"""What came back from payers, for whoever bills: files, answers, remittances, strays."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Sum

from billing.models import (
    Answer,
    Claim,
    ClaimPayment,
    ClaimState,
    ReceivedFile,
    Remittance,
    SubmissionClaim,
    Verdict,
)
from billing.selectors.claim_names import number_of
from registry.models import Practice, User

#: A claim status that only says what would be paid.
FORETOLD = "25"


def visible_to(user: User, practice: Practice) -> QuerySet[ReceivedFile]:
    """A practice's files from payers, for a person who has a role in it."""
    mine = Practice.objects.filter(memberships__user=user)
    rows = ReceivedFile.objects.filter(practice=practice, practice__in=mine)
    return rows.select_related("received_by").defer("content")


def listed(user: User, practice: Practice) -> QuerySet[ReceivedFile]:
    """The files, the latest first, each with how many answers and payments it held."""
    rows = visible_to(user, practice).annotate(
        answer_count=Count("answers", distinct=True),
        remittance_count=Count("remittances", distinct=True),
    )
    return rows.order_by("-received_at", "-pk")


def get(user: User, practice: Practice, file_id: int) -> ReceivedFile:
    """One file.  ReceivedFile.DoesNotExist where it is another practice's, or nobody's."""
    return visible_to(user, practice).get(pk=file_id)


def answers(file: ReceivedFile) -> QuerySet[Answer]:
    """What a file says of ours, in its order."""
    rows = Answer.objects.filter(file=file).select_related("claim__patient", "submission")
    return rows.defer("submission__content").order_by("segment")


def remittances(user: User, practice: Practice) -> QuerySet[Remittance]:
    """A practice's remittances, the latest payment first."""
    mine = Practice.objects.filter(memberships__user=user)
    rows = Remittance.objects.filter(practice=practice, practice__in=mine)
    return rows.select_related("payer", "file", "posted_by").defer("file__content").order_by(
        "-paid_on", "-pk"
    )  # fmt: skip


def get_remittance(user: User, practice: Practice, remittance_id: int) -> Remittance:
    return remittances(user, practice).get(pk=remittance_id)


def payments(remittance: Remittance) -> QuerySet[ClaimPayment]:
    """What a remittance says of each claim, in its order."""
    rows = ClaimPayment.objects.filter(remittance=remittance)
    return rows.select_related("claim__patient").prefetch_related("lines").order_by("segment")


def of_claim(claim: Claim) -> tuple[list[Answer], list[ClaimPayment]]:
    """Everything that came back about one claim, the oldest first."""
    said = claim.received_answers.select_related("file").defer("file__content")
    paid = claim.payments.select_related("remittance__payer").prefetch_related("lines", "denials")
    return (
        list(said.order_by("file__received_at", "segment")),
        list(paid.order_by("remittance__paid_on", "remittance_id", "segment")),
    )


def paid(claim: Claim) -> Decimal | None:
    """Dollars that the payer has paid for a claim, reversals taken off; None before any."""
    found = claim.payments.aggregate(total=Sum("paid"))["total"]
    return None if found is None else Decimal(found)


def strays(user: User, practice: Practice) -> QuerySet[ClaimPayment]:
    """Payments that matched no claim and that nobody has decided on, the oldest first."""
    mine = Practice.objects.filter(memberships__user=user)
    rows = ClaimPayment.objects.filter(
        remittance__practice=practice,
        remittance__practice__in=mine,
        claim=None,
        set_aside_at=None,
    )
    return rows.select_related("remittance__payer").prefetch_related("lines").order_by(
        "remittance__paid_on", "pk"
    )  # fmt: skip


def rejected(user: User, practice: Practice) -> QuerySet[Answer]:
    """Claims and files that were turned away and stand so: the last word, and nothing sent since.

    A claim that was replaced, voided or decided by its payer is not among them, nor a file none of
    whose claims is still out.
    """
    mine = Practice.objects.filter(memberships__user=user)
    out = Q(claim__practice=practice, claim__state=ClaimState.SENT, claim__payments=None)
    claims_out = SubmissionClaim.objects.filter(
        submission=OuterRef("submission"), claim__state=ClaimState.SENT, claim__payments=None
    )
    later = Answer.objects.filter(kind=OuterRef("kind"), pk__gt=OuterRef("pk"))
    rows = Answer.objects.filter(
        out | Q(submission__practice=practice) & Exists(claims_out),
        file__practice__in=mine,
        verdict__in=(Verdict.REJECTED, Verdict.PARTLY),
    ).exclude(
        Exists(later.filter(Q(claim=OuterRef("claim")) | Q(submission=OuterRef("submission"))))
    )
    rows = rows.select_related("claim__patient", "claim__payer", "submission", "file")
    return rows.defer("submission__content", "file__content").order_by("file__received_at", "pk")


def get_stray(user: User, practice: Practice, payment_id: int) -> ClaimPayment:
    return strays(user, practice).get(pk=payment_id)


def elsewhere(user: User, practice: Practice, rows: Iterable[ClaimPayment]) -> dict[int, str]:
    """Strays whose claim id is a claim of another practice of this person: its name by stray."""
    named = {row.pk: number for row in rows if (number := number_of(row.claim_id_said))}
    claims = Claim.objects.filter(
        pk__in=set(named.values()),
        practice__memberships__user=user,
        practice__organization=practice.organization_id,
    ).exclude(practice=practice)
    by_number = dict(claims.values_list("pk", "practice__name"))
    return {pk: by_number[number] for pk, number in named.items() if number in by_number}


@dataclass(frozen=True, kw_only=True)
class Paid:
    """What a payer paid for a code against what was charged and expected, in dollars."""

    payer: str
    code: str
    lines: int
    charge: Decimal
    expected: Decimal | None
    paid: Decimal
    unknown: int

    @property
    def difference(self) -> Decimal | None:
        """Paid less expected; None while some line has no expected amount."""
        return None if self.expected is None or self.unknown else self.paid - self.expected


def paid_against_expected(
    user: User, practice: Practice, first: dt.date, last: dt.date
) -> list[Paid]:
    """By payer and code, over claims of months from first to last that a payer has decided.

    The patient's share counts as paid: the payer allowed it.
    """
    mine = Practice.objects.filter(memberships__user=user)
    rows = ClaimPayment.objects.filter(
        claim__practice=practice,
        claim__practice__in=mine,
        claim__month__range=(first, last),
    ).exclude(status=FORETOLD)
    # What a second payer adds is the patient's share, which counts as paid already.
    rows = rows.filter(Q(remittance__payer=None) | Q(remittance__payer=F("claim__payer")))
    sums: dict[tuple[str, str], dict[str, Any]] = defaultdict(
        lambda: {"paid": Decimal(), "lines": {}}
    )
    found = rows.select_related("claim__payer").prefetch_related("lines__line")
    for payment in found.iterator(chunk_size=500):
        claim = payment.claim
        payer = claim.payer.name if claim and claim.payer else "No payer"
        for line in payment.lines.all():
            into = sums[payer, line.code]
            into["paid"] += line.paid + _patient_share(line.adjustments)
            if line.line is not None:
                into["lines"][line.line_id] = (line.line.charge, line.line.expected)
    return [_paid(payer, code, found) for (payer, code), found in sorted(sums.items())]


def _patient_share(adjustments: list[dict[str, str]]) -> Decimal:
    return sum(
        (Decimal(each["amount"]) for each in adjustments
         if each["group"] == "PR" and each["reason"] in ("1", "2", "3")),
        Decimal(),
    )  # fmt: skip


def _paid(payer: str, code: str, found: dict[str, Any]) -> Paid:
    lines = list(found["lines"].values())
    known = [expected for _, expected in lines if expected is not None]
    return Paid(
        payer=payer,
        code=code,
        lines=len(lines),
        charge=sum((charge or Decimal() for charge, _ in lines), Decimal()),
        expected=sum(known, Decimal()) if known else None,
        paid=found["paid"],
        unknown=len(lines) - len(known),
    )
