"""Where a month's numbers are explained: `{% month_why patient_id month as url %}`.

The registry does not know how a month is reckoned.  Where billing is mounted, it answers there.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, cast

from django import template
from django.template import Context

from registry import calendar
from registry.web import mending

if TYPE_CHECKING:
    from registry.web.access import PracticeRequest

register = template.Library()


@register.simple_tag(takes_context=True)
def month_why(context: Context, patient_id: int, month: Any) -> str:
    """The address of a patient's month, argued; empty where nobody explains it to this person.

    `month` is any day of it, or an instant, which lies in the practice's month.
    """
    if month is None or getattr(context.get("request"), "practice", None) is None:
        return ""
    request = cast("PracticeRequest", context["request"])
    if isinstance(month, dt.datetime):
        month = calendar.local_month(month, request.practice.timezone)
    text = calendar.month_text(calendar.month_of(month))
    return mending.address(request, "month_explanation", patient_id=patient_id, month=text)
