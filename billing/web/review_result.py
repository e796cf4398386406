"""What an approval left, with a sentence for each, until the page has shown it once."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.contrib import messages

from billing.selectors import claims
from billing.services.claims import Approval
from registry import calendar
from registry.templatetags.formats import plural

if TYPE_CHECKING:
    from registry.web.access import PracticeRequest

_KEY = "billing_left"
#: More than these are not listed one by one: the session is no place for a month.
_MOST = 200


def keep(request: PracticeRequest, month: dt.date, approval: Approval) -> None:
    """Say how many were approved; remember those that were left for the page that follows."""
    approved, left = len(approval.approved), len(approval.left)
    if approved:
        has = "Its month is" if approved == 1 else "Their months are"
        messages.success(
            request, f"{plural(approved, 'claim')} approved. {has} locked for the log."
        )
    if left:
        was = "was" if left == 1 else "were"
        messages.warning(request, f"{plural(left, 'claim')} {was} left as it is: see why below.")
        some = dict(list(approval.left.items())[:_MOST])
        request.session[_KEY] = {
            "practice": request.practice.pk,
            "month": calendar.month_text(month),
            "left": {str(pk): sentence for pk, sentence in some.items()},
            "more": left - len(some),
        }


def take(request: PracticeRequest, month: dt.date) -> dict[str, Any] | None:
    """What the last approval of this month left, once."""
    kept = request.session.get(_KEY)
    here = {"practice": request.practice.pk, "month": calendar.month_text(month)}
    if not kept or {key: kept[key] for key in here} != here:
        return None
    del request.session[_KEY]
    found = claims.of_month(request.user, request.practice, month).filter(pk__in=kept["left"])
    rows = claims.in_order(found.select_related("patient").defer("facts", "verdict"))
    return {
        "rows": [{"claim": row, "sentence": kept["left"][str(row.pk)]} for row in rows],
        "more": kept["more"],
    }
