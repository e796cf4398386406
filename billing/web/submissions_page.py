"""What the page of a month's files shows: the files, and what keeps claims from leaving."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING, Any

from billing.selectors import claims, submissions
from billing.services import submission
from billing.services.submission import Built
from billing.web import mending, review_rows
from billing.web.doors import BILLERS
from billing.web.mending import Mend, Rows
from registry import calendar

if TYPE_CHECKING:
    from registry.web.access import PracticeRequest

_CLEARINGHOUSE = "clearinghouse"
_SELF = "18"


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
        "gaps": _gaps(request, looked, waiting),
        "practice_gaps": _practice_gaps(request, looked),
        "is_biller": bool(request.roles & BILLERS),
    }


def _months(request: PracticeRequest, month: dt.date) -> list[dt.date]:
    """Months to choose from, the latest first."""
    found = {month, *claims.months_with_claims(request.user, request.practice)}
    return sorted(found, reverse=True)


def _gaps(request: PracticeRequest, looked: Built, waiting: dict[int, Any]) -> list[dict[str, Any]]:
    """Each claim that cannot leave, with its sentences and where each is mended."""
    found: dict[int, list[dict[str, Any]]] = {}
    is_house = request.practice.claim_batching == _CLEARINGHOUSE
    for gap in looked.gaps:
        if gap.claim_id not in waiting:
            continue
        claim = waiting[gap.claim_id]
        mend = mending.of_field(
            gap.field,
            _rows(review_rows.rows_of(claim, request), gap.rows),
            to_clearinghouse=is_house,
            is_self=claim.coverage is None or claim.coverage.relationship == _SELF,
        )
        found.setdefault(gap.claim_id, []).append(_reason(gap.field, gap.sentence, mend))
    return [{"claim": waiting[pk], "problems": problems} for pk, problems in found.items()]


def _rows(own: Rows, others: dict[str, int]) -> Rows:
    """The claim's rows; those that a field is of instead, in their place."""
    return dataclasses.replace(
        own,
        coverage_id=others.get("coverage_id", own.coverage_id),
        payer_id=others.get("payer_id", own.payer_id),
        clinician_id=others.get("clinician_id", own.clinician_id),
        site_id=others.get("site_id"),
    )


def _practice_gaps(request: PracticeRequest, looked: Built) -> list[dict[str, Any]]:
    """What keeps everything from leaving: the practice's, or a receiver's."""
    rows = Rows(slug=request.practice.slug, roles=request.roles)
    is_house = request.practice.claim_batching == _CLEARINGHOUSE
    return [
        _reason(field, sentence, mending.of_field(field, rows, to_clearinghouse=is_house))
        for field, sentence in looked.practice_gaps.items()
    ]


def _reason(field: str, sentence: str, mend: Mend) -> dict[str, Any]:
    """A gap as the page shows it; what has no page says what to do instead."""
    shown = {"kind": "error", "text": sentence, "reference": field, **vars(mend)}
    return shown if mend.url else {**shown, "text": f"{sentence} {mend.action}".strip()}
