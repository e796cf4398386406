"""What the address of a report asks for, and the inputs of the return."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import QueryDict

from billing.selectors.reports import claim_rows, money, scope
from billing.selectors.reports.scope import Scope
from billing.web.doors import READERS, parse_month
from registry import calendar
from registry.web.forms import base

if TYPE_CHECKING:
    from registry.web.access import PracticeRequest

#: A report reaches over so many months at most.
MOST_MONTHS = 36
#: How far back it goes unless said otherwise.
USUAL = 6
BY_LABELS = {
    "month": "Month",
    "payer": "Payer",
    "code": "Code",
    "care_manager": "Care manager",
    "practice": "Practice",
}


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A report's months and practices, and by what it is told."""

    scope: Scope
    by: str
    is_whole: bool
    has_others: bool
    today: dt.date

    def query(self, **changes: Any) -> str:
        """The address's query with some of it changed."""
        found: dict[str, Any] = {
            "from": calendar.month_text(self.scope.first),
            "to": calendar.month_text(self.scope.last),
            "by": self.by,
            "whole": "1" if self.is_whole else "",
            **changes,
        }
        kept = QueryDict(mutable=True)
        kept.update({key: str(value) for key, value in found.items() if value not in ("", None)})
        return f"?{kept.urlencode()}"


def read(request: PracticeRequest, now: dt.datetime) -> Asked:
    """Raises ValueError with a sentence where a month is none."""
    practice, asked = request.practice, request.GET
    present = calendar.local_month(now, practice.timezone)
    first, last = months(asked, present)
    is_whole = asked.get("whole") == "1"
    found = scope.of(
        request.user, practice, first, last, roles=READERS, is_whole=is_whole, present=present
    )
    by = asked.get("by", "month")
    return Asked(
        scope=found,
        by=by if by in money.BY else "month",
        is_whole=is_whole,
        has_others=scope.others(request.user, practice, roles=READERS),
        today=calendar.local_date(now, practice.timezone),
    )


def months(asked: QueryDict, present: dt.date) -> tuple[dt.date, dt.date]:
    last = parse_month(str(asked["to"])) if asked.get("to") else present
    first = parse_month(str(asked["from"])) if asked.get("from") else (
        calendar.shift_month(last, 1 - USUAL)
    )  # fmt: skip
    if first > last:
        raise ValueError("The first month comes after the last. Choose them the other way round.")
    if calendar.shift_month(first, MOST_MONTHS) <= last:
        raise ValueError(f"A report reaches over {MOST_MONTHS} months at most. Choose fewer.")
    return first, last


def narrowed(asked: Asked, query: QueryDict) -> Scope:
    """The scope of one number: its month, payer, code or care manager, where the address says."""
    found = asked.scope
    if query.get("month"):
        month = parse_month(str(query["month"]))
        first, last = max(month, found.first), min(month, found.last)
        found = found.narrowed(first=first, last=last)
    practice_id = _number(query, "practice")
    if practice_id is not None:
        kept = tuple(each for each in found.practices if each.pk == practice_id)
        found = found.narrowed(practices=kept)
    return found.narrowed(
        payer_id=_number(query, "payer"),
        care_manager_id=_number(query, "care_manager"),
        code=query.get("code", "")[:48],
    )


def number_asked(query: QueryDict) -> claim_rows.Asked | None:
    """Which number is opened; None where the address names none that there is."""
    what = query.get("what", "expected")
    if what not in claim_rows.OPENS:
        return None
    first, last = _number(query, "age"), _number(query, "until")
    return claim_rows.Asked(
        what=what,
        kind=query.get("kind", ""),
        reason=query.get("reason", ""),
        ages=(first or 0, last),
        from_payer=_number(query, "from_payer"),
    )


def _number(query: QueryDict, name: str) -> int | None:
    text = query.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 10 else None


class CostForm(base.Form):
    salary = forms.DecimalField(
        label="A care manager's year", required=False, min_value=0, max_digits=9, decimal_places=2,
        help_text="Dollars a year for one full-time person, benefits included.",
    )  # fmt: skip
    full_time = forms.DecimalField(
        label="Full-time care managers", required=False, min_value=0, max_digits=5,
        decimal_places=2, help_text="As many as the practice pays; 0.5 for a half.",
    )  # fmt: skip
    consultant_fee = forms.DecimalField(
        label="The consultant's month", required=False, min_value=0, max_digits=9,
        decimal_places=2, help_text="Dollars a month.",
    )  # fmt: skip
