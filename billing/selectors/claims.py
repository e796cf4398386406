"""Claims of a month, for whoever reviews them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Count, Q, QuerySet, Sum

from billing.models import Claim, ClaimState, Outcome, TrueUpFailure, TrueUpRun
from registry.models import Practice, ServiceMonth, User

LANES = ("clean", "held", "not_billable", "approved", "sent")
_WHERE = {
    "clean": Q(state=ClaimState.DRAFT, outcome=Outcome.BILLABLE),
    "held": Q(state=ClaimState.DRAFT, outcome=Outcome.HELD),
    "not_billable": Q(state=ClaimState.DRAFT, outcome=Outcome.NOT_BILLABLE),
    "approved": Q(state=ClaimState.APPROVED),
    "sent": Q(state=ClaimState.SENT),
}


@dataclass(frozen=True, kw_only=True)
class Lane:
    """How many claims stand where, and what they are charged at, in dollars."""

    name: str
    count: int
    charge: Decimal
    changed_since: int


@dataclass(frozen=True, kw_only=True)
class MonthReview:
    """A practice's month as the biller opens it."""

    lanes: dict[str, Lane]
    last_run: TrueUpRun | None
    failures: list[TrueUpFailure] = field(default_factory=list)


def visible_to(user: User) -> QuerySet[Claim]:
    """Claims of the practices in which the user has a role."""
    return Claim.objects.filter(practice__memberships__user=user).distinct()


def of_month(user: User, practice: Practice, month: dt.date) -> QuerySet[Claim]:
    """Live claims of a practice's month."""
    live = (ClaimState.DRAFT, ClaimState.APPROVED, ClaimState.SENT)
    return visible_to(user).filter(practice=practice, month=month, state__in=live)


def in_lane(claims: QuerySet[Claim], lane: str) -> QuerySet[Claim]:
    """Those of one lane with all that a list shows, by name."""
    rows = claims.filter(_WHERE[lane]).select_related(
        "patient", "payer", "episode__care_manager", "episode__treating_practitioner"
    )
    rows = rows.prefetch_related("lines").defer("facts")
    return rows.order_by("patient__last_name", "patient__first_name", "pk")


def get(user: User, practice: Practice, claim_id: int) -> Claim:
    """One claim with what its page shows.  Claim.DoesNotExist for a stranger."""
    rows = visible_to(user).filter(practice=practice).prefetch_related("lines", "submissions")
    return rows.select_related(
        "practice",
        "patient__practice",
        "payer",
        "coverage",
        "episode__care_manager",
        "episode__consultant",
        "episode__treating_practitioner",
        "approved_by",
        "sent_by",
        "run",
    ).get(pk=claim_id)


def review(user: User, practice: Practice, month: dt.date) -> MonthReview:
    """The lanes' counts and dollars, the last true-up, and charts that it could not decide."""
    counted = of_month(user, practice, month).aggregate(
        **{f"{lane}_count": Count("pk", filter=_WHERE[lane]) for lane in LANES},
        **{f"{lane}_charge": Sum("total_charge", filter=_WHERE[lane]) for lane in LANES},
        **{
            f"{lane}_since": Count("pk", filter=_WHERE[lane] & Q(later__isnull=False))
            for lane in LANES
        },
    )
    runs = TrueUpRun.objects.filter(practice=practice, month=month).select_related("asked_by")
    return MonthReview(
        lanes={lane: _lane(lane, counted) for lane in LANES},
        last_run=runs.order_by("-asked_at").first(),
        failures=list(failures(practice, month)),
    )


def _lane(lane: str, counted: dict[str, int | Decimal | None]) -> Lane:
    return Lane(
        name=lane,
        count=int(counted[f"{lane}_count"] or 0),
        charge=Decimal(counted[f"{lane}_charge"] or 0),
        changed_since=int(counted[f"{lane}_since"] or 0),
    )


def failures(practice: Practice, month: dt.date) -> QuerySet[TrueUpFailure]:
    """Charts that the true-up could not decide and nobody has settled."""
    rows = TrueUpFailure.objects.filter(
        run__practice=practice, month=month, settled_at__isnull=True
    )
    return (
        rows.select_related("patient").order_by("patient_id", "-failed_at").distinct("patient_id")
    )


def unconfirmed_seconds(claims: Iterable[Claim]) -> dict[int, int]:
    """Seconds of each claim's month that still need review, by claim id; only those above zero."""
    claims = list(claims)
    rows = ServiceMonth.objects.filter(
        patient__in={claim.patient_id for claim in claims},
        month__in={claim.month for claim in claims},
        review_seconds__gt=0,
    )
    found = {
        (patient_id, month): seconds
        for patient_id, month, seconds in rows.values_list("patient_id", "month", "review_seconds")
    }
    by_claim = {claim.pk: found.get((claim.patient_id, claim.month), 0) for claim in claims}
    return {pk: seconds for pk, seconds in by_claim.items() if seconds}


def months_with_claims(user: User, practice: Practice) -> list[dt.date]:
    """Months that have claims, the latest first."""
    rows = visible_to(user).filter(practice=practice)
    return list(rows.order_by("-month").values_list("month", flat=True).distinct())
