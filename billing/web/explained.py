"""An explanation as every page shows it: the rules' tree, and of which moment it is.

There are two: a claim's, from what the claim keeps of the day on which it was decided, and a
month's, from the chart, the policy and the rules of this moment.  Each leads to the other.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from billing.selectors import claims, explanations
from billing.web import mending
from billing.web.mending import Rows
from registry import calendar
from registry.templatetags.formats import day, month_name

if TYPE_CHECKING:
    from billing.models import Claim
    from billing.services.month_explanation import Explained
    from registry.models import Patient
    from registry.web.access import PracticeRequest

NO_CASE = "This claim keeps no case from which its month could be argued again."
UNREADABLE = "This chart cannot be read by the rules. The month's true-up names what is wrong."


@dataclass(frozen=True, kw_only=True)
class Moment:
    """Of which moment an explanation is, what it is made from, and where the other one is."""

    words: str
    made_from: str
    icon: str
    tone: str
    url: str
    other: str


def of_claim(request: PracticeRequest, claim: Claim) -> dict[str, Any]:
    """What the shared template names, for what a claim was decided from."""
    return {
        "title": f"Why {month_name(claim.month)} came to this",
        "moment": _then(request, claim),
        "node": explanations.of_claim(claim),
        "without_node": NO_CASE,
    }


def of_month(
    request: PracticeRequest,
    patient: Patient,
    month: dt.date,
    explained: Explained | None,
    now: dt.datetime,
) -> dict[str, Any]:
    """What the shared template names, for a month as it stands at this moment."""
    rows = Rows(
        slug=request.practice.slug,
        roles=request.roles,
        patient_id=patient.pk,
        episode_id=explained.episode_id if explained else None,
        coverage_id=explained.coverage_id if explained else None,
        payer_id=explained.payer_id if explained else None,
    )
    is_over = now >= calendar.month_bounds(month, request.practice.timezone)[1]
    return {
        "title": f"Why {month_name(month)} comes to this",
        "moment": _now(request, patient, month),
        "node": explained.node if explained else None,
        "said": mending.with_mends(_said(explained, is_over=is_over), rows) if explained else [],
        "without_node": UNREADABLE,
    }


def _said(explained: Explained, *, is_over: bool) -> list[dict[str, Any]]:
    """What stands against the month: while it lasts, few minutes are no fault but a note."""
    early = {"below_minimum": "note"} if not is_over else {}
    return [
        {**reason, "kind": early.get(reason["rule"], reason["kind"])}
        for reason in explained.reasons
    ]


def _then(request: PracticeRequest, claim: Claim) -> Moment:
    since = " The chart, or what it rests on, has changed since." if claim.later else ""
    return Moment(
        words=f"As decided on {_decided_on(request, claim)}",
        made_from=f"From what the claim keeps: chart, policy and rules of that day.{since}",
        icon="history",
        tone="neutral",
        url=mending.address_if_open(
            "month_explanation",
            request.roles,
            slug=request.practice.slug,
            patient_id=claim.patient_id,
            month=calendar.month_text(claim.month),
        ),
        other="As it stands now",
    )


def _now(request: PracticeRequest, patient: Patient, month: dt.date) -> Moment:
    url, other = "", ""
    claim = claims.live(request.user, request.practice, patient, month)
    if claim:
        other = f"As decided on {_decided_on(request, claim)}"
        url = mending.address_if_open(
            "claim_explanation", request.roles, slug=request.practice.slug, claim_id=claim.pk
        )
    return Moment(
        words="As it stands now",
        made_from="From the chart, the payer's policy and the rules at this moment.",
        icon="clock",
        tone="accent",
        url=url,
        other=other,
    )


def _decided_on(request: PracticeRequest, claim: Claim) -> str:
    return day(calendar.local_date(claim.decided_at, request.practice.timezone))
