"""What the page of a month's files shows: the files, and what keeps claims from leaving."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from billing.selectors import claims, submissions
from billing.services import submission
from billing.services.submission import Built
from billing.web import gaps
from billing.web.doors import BILLERS
from registry import calendar

if TYPE_CHECKING:
    from registry.web.access import PracticeRequest


#: Claims that a cause names; the others are counted.
MOST_NAMED = 10


def context(request: PracticeRequest, month: dt.date, now: dt.datetime) -> dict[str, Any]:
    """Everything that the template names."""
    month_claims = claims.of_month(request.user, request.practice, month)
    waiting = {
        claim.pk: claim
        for claim in claims.in_lane(month_claims, "approved")
        .select_related("coverage")
        .defer("facts", "verdict")
    }
    looked = submission.look_through(practice=request.practice, month=month, now=now)
    files = submissions.of_practice(request.user, request.practice).filter(month=month)
    stayed = {gap.claim_id for gap in looked.gaps}
    return {
        "month": month,
        "month_text": calendar.month_text(month),
        "months": _months(request, month),
        "files": files,
        "waiting": len(waiting),
        "ready": 0 if looked.practice_gaps else len(waiting) - len(stayed),
        "gaps": _by_cause(request, looked, waiting),
        "staying": len(stayed),
        "practice_gaps": gaps.of_practice(request, looked, next(iter(waiting.values()), None)),
        "is_biller": bool(request.roles & BILLERS),
    }


def _months(request: PracticeRequest, month: dt.date) -> list[dt.date]:
    """Months to choose from, the latest first."""
    found = {month, *claims.months_with_claims(request.user, request.practice)}
    return sorted(found, reverse=True)


def _by_cause(
    request: PracticeRequest, looked: Built, waiting: dict[int, Any]
) -> list[dict[str, Any]]:
    """What is missing with the claims that lack it: one practitioner's NPI is mended once."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for gap in looked.gaps:
        claim = waiting.get(gap.claim_id)
        if claim is None:
            continue
        (problem,) = gaps.of_claim(request, claim, [gap])
        key = (problem["text"], gaps.subject_of(request, claim, gap))
        found.setdefault(key, {"problems": [problem], "claims": []})["claims"].append(claim)
    return [{**each, "more": len(each["claims"]) - MOST_NAMED} for each in found.values()]
