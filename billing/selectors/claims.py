"""Claims of a month, for whoever reviews them."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Prefetch, Q, QuerySet, Sum

from billing.models import (
    LIVE,
    Claim,
    ClaimState,
    Outcome,
    SetAside,
    Submission,
    TrueUpFailure,
    TrueUpRun,
)
from billing.selectors import asked_people, sending
from registry import calendar
from registry.models import Patient, Practice, ServiceMonth, User

LANES = ("clean", "held", "not_billable", "approved", "sent")
_DRAFT = Q(state=ClaimState.DRAFT)
_TO_LOOK_AT = Q(outcome=Outcome.BILLABLE, set_aside=SetAside.LOOK)
#: What makes the claims of a lane: what the rules say, and where a person has set one aside.
WHERE = {
    "clean": _DRAFT & Q(outcome=Outcome.BILLABLE, set_aside=""),
    "held": _DRAFT & (Q(outcome=Outcome.HELD) & ~Q(set_aside=SetAside.UNBILLED) | _TO_LOOK_AT),
    "not_billable": _DRAFT & (Q(outcome=Outcome.NOT_BILLABLE) | Q(set_aside=SetAside.UNBILLED)),
    "approved": Q(state=ClaimState.APPROVED),
    "sent": Q(state=ClaimState.SENT),
}


#: Decided claims about which something came since, unless a person has left it as it is.
CHANGED = Q(later__isnull=False) & ~Q(later_left=F("later"))


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """Which claims of a month a person looks at; what is None or empty leaves nobody out.

    `cause` is a rule that stands against the claim; `changed` keeps those that a later true-up
    would decide otherwise.
    """

    payer_id: int | None = None
    care_manager_id: int | None = None
    practitioner_id: int | None = None
    site_id: int | None = None
    program: str = ""
    cause: str = ""
    changed: bool = False


EVERYTHING = Chosen()
#: The cause of a claim that a person holds back (`SetAside.LOOK`), beside those of the rules.
BY_HAND = "set_aside"


@dataclass(frozen=True, kw_only=True)
class Options:
    """What a month's claims can be narrowed to: (id, name), by name."""

    payers: list[tuple[int, str]]
    care_managers: list[tuple[int, str]]
    practitioners: list[tuple[int, str]]
    sites: list[tuple[int, str]]
    programs: list[str]


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
    return Claim.objects.filter(practice__in=Practice.objects.filter(memberships__user=user))


def of_month(user: User, practice: Practice, month: dt.date) -> QuerySet[Claim]:
    """Live claims of a practice's month."""
    return visible_to(user).filter(practice=practice, month=month, state__in=LIVE)


def live(user: User, practice: Practice, patient: Patient, month: dt.date) -> Claim | None:
    """The claim that stands for a patient's month, if there is one."""
    found = of_month(user, practice, month).filter(patient=patient)
    return found.defer("facts", "verdict").first()


def narrowed(claims: QuerySet[Claim], chosen: Chosen) -> QuerySet[Claim]:
    """Those that a person chose to look at."""
    wanted = {
        "payer_id": chosen.payer_id,
        "episode__care_manager_id": chosen.care_manager_id,
        "episode__treating_practitioner_id": chosen.practitioner_id,
        "episode__site_id": chosen.site_id,
        "episode__program": chosen.program or None,
        "rules__contains": [chosen.cause] if chosen.cause not in ("", BY_HAND) else None,
        "set_aside": SetAside.LOOK if chosen.cause == BY_HAND else None,
    }
    found = claims.filter(**{name: value for name, value in wanted.items() if value is not None})
    return found.filter(CHANGED) if chosen.changed else found


def in_lane(claims: QuerySet[Claim], lane: str) -> QuerySet[Claim]:
    """Those of one lane with all that a list shows, by name; held ones by their first cause."""
    rows = claims.filter(WHERE[lane]).select_related(
        "patient",
        "payer__claim_settings",
        "coverage",
        "set_aside_by",
        "policy",
        *asked_people.RELATED,
    )
    rows = in_order(rows.prefetch_related("lines").defer("facts"))
    return rows.order_by("rules__0", *_BY_NAME) if lane == "held" else rows


_BY_NAME = ("patient__last_name", "patient__first_name", "pk")


def in_order(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """By the patient's name."""
    return claims.order_by(*_BY_NAME)


def causes(claims: QuerySet[Claim]) -> dict[str, int]:
    """How many of the held claims each rule stands against, the most frequent first."""
    rows = claims.filter(WHERE["held"]).values_list("rules", "set_aside")
    found = Counter(rule for rules, _ in rows for rule in rules)
    found[BY_HAND] += sum(aside == SetAside.LOOK for _, aside in rows)
    return {rule: count for rule, count in found.most_common() if count}


def options(claims: QuerySet[Claim]) -> Options:
    """What these claims can be narrowed to, in one query."""
    found = list(
        claims.order_by()
        .values_list(
            "payer_id",
            "payer__name",
            "episode__care_manager_id",
            "episode__care_manager__full_name",
            "episode__treating_practitioner_id",
            "episode__treating_practitioner__last_name",
            "episode__treating_practitioner__first_name",
            "episode__program",
            "episode__site_id",
            "episode__site__name",
        )
        .distinct()
    )
    return Options(
        payers=_named((row[0], row[1]) for row in found),
        care_managers=_named((row[2], row[3]) for row in found),
        practitioners=_named((row[4], f"{row[5]}, {row[6]}") for row in found),
        sites=_named((row[8], row[9]) for row in found),
        programs=sorted({row[7] for row in found if row[7]}),
    )


def _named(pairs: Iterable[tuple[int | None, str]]) -> list[tuple[int, str]]:
    known = {pk: name for pk, name in pairs if pk is not None}
    return sorted(known.items(), key=lambda pair: pair[1].casefold())


def clean_marks(
    user: User, practice: Practice, month: dt.date, chosen: Chosen = EVERYTHING
) -> dict[int, str]:
    """The clean claims of a choice with the mark of what each rests on: what a person has seen."""
    rows = narrowed(of_month(user, practice, month), chosen).filter(WHERE["clean"])
    return dict(rows.order_by("pk").values_list("pk", "fingerprint"))


def mark_of(marks: Mapping[int, str]) -> str:
    """One mark of a list of claims: it changes when one comes, goes or is decided otherwise."""
    written = ";".join(f"{pk} {mark}" for pk, mark in sorted(marks.items()))
    return hashlib.sha256(written.encode()).hexdigest()


def get(user: User, practice: Practice, claim_id: int) -> Claim:
    """One claim with what its page shows.  Claim.DoesNotExist for a stranger."""
    files = Prefetch("submissions", Submission.objects.defer("content").order_by("made_at"))
    rows = visible_to(user).filter(practice=practice).prefetch_related("lines", files)
    return rows.select_related(
        "practice",
        "patient__practice",
        "payer",
        "coverage",
        "episode__care_manager",
        "episode__consultant",
        "episode__treating_practitioner",
        "episode__site",
        "approved_by",
        "sent_by",
        "decided_by",
        "policy",
        "run",
    ).get(pk=claim_id)


def for_file(user: User, practice: Practice, claim_id: int) -> Claim:
    """One claim with all that a file says of it.  Claim.DoesNotExist for a stranger."""
    rows = visible_to(user).filter(practice=practice)
    loaded = rows.select_related("practice", "patient__practice", *sending.RELATED)
    return loaded.prefetch_related(*sending.PREFETCHED).get(pk=claim_id)


def review(
    user: User, practice: Practice, month: dt.date, chosen: Chosen = EVERYTHING
) -> MonthReview:
    """The lanes' counts and dollars, the last true-up, and charts that it could not decide."""
    found = narrowed(of_month(user, practice, month), chosen).aggregate(**counted())
    runs = TrueUpRun.objects.filter(practice=practice, month=month).select_related("asked_by")
    return MonthReview(
        lanes={name: lane(name, found) for name in LANES},
        last_run=runs.order_by("-asked_at").first(),
        failures=list(failures(practice, month)),
    )


def counted() -> dict[str, Count | Sum]:
    """What `lane` reads, to be aggregated or annotated."""
    return {
        **{f"{lane}_count": Count("pk", filter=WHERE[lane]) for lane in LANES},
        **{f"{lane}_charge": Sum("total_charge", filter=WHERE[lane]) for lane in LANES},
        **{f"{lane}_since": Count("pk", filter=WHERE[lane] & CHANGED) for lane in LANES},
    }


def lane(name: str, found: Mapping[str, Any]) -> Lane:
    """A lane of what `counted` found; empty where nothing was."""
    return Lane(
        name=name,
        count=int(found.get(f"{name}_count") or 0),
        charge=Decimal(found.get(f"{name}_charge") or 0),
        changed_since=int(found.get(f"{name}_since") or 0),
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


def moved_charts(claims: Iterable[Claim]) -> set[int]:
    """Those drafts whose charts stand otherwise by now than when they were decided, by claim id.

    By the standings that are kept with each change of a chart; what a payer's policy or fees
    changed shows when the claim is decided again.
    """
    drafts = {
        (claim.patient_id, claim.month): claim
        for claim in claims
        if claim.state == ClaimState.DRAFT
    }
    rows = ServiceMonth.objects.filter(
        patient__in={patient_id for patient_id, _ in drafts},
        month__in={month for _, month in drafts},
    )
    bases = rows.values_list("patient_id", "month", "standing__basis")
    return {
        drafts[patient_id, month].pk
        for patient_id, month, basis in bases
        if (patient_id, month) in drafts
        and basis
        and basis != drafts[patient_id, month].fingerprint
    }


def month_to_review(user: User, practice: Practice, now: dt.datetime) -> dt.date:
    """The month before the current one where it has claims, else the current one."""
    current = calendar.local_month(now, practice.timezone)
    previous = calendar.shift_month(current, -1)
    return previous if of_month(user, practice, previous).exists() else current


def months_with_claims(user: User, practice: Practice) -> list[dt.date]:
    """Months that have claims, the latest first."""
    rows = visible_to(user).filter(practice=practice)
    return list(rows.order_by("-month").values_list("month", flat=True).distinct())
