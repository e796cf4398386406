"""For whom billing's pages are, and the month that an address names."""

from __future__ import annotations

import datetime as dt
from functools import wraps
from typing import Any

from django.http.response import HttpResponseBase
from django.shortcuts import render

from registry import calendar
from registry.vocabulary import Role
from registry.web.access import PracticeRequest, View

#: Read what is billed.
READERS = frozenset({Role.BILLER, Role.SUPERVISOR, Role.AUDITOR})
#: Decide what is billed: approve, withdraw, send, run the true-up.
BILLERS = frozenset({Role.BILLER})
#: Build the evidence for an audit, and show it to auditors.
PACKERS = frozenset({Role.BILLER, Role.SUPERVISOR})

#: Close a practice's month, and open it again.
CLOSERS = frozenset({Role.BILLER, Role.SUPERVISOR})

#: Months that anything can be billed for; an address beyond them is a slip of the pen.
FIRST, LAST = dt.date(2000, 1, 1), dt.date(2100, 1, 1)


def parse_month(text: str) -> dt.date:
    """The month that an address names; ValueError with a sentence where it names none."""
    month = calendar.parse_month(text)
    if not FIRST <= month < LAST:
        raise ValueError(f"{text} lies outside of the years that can be billed.")
    return month


def of_month(view: View) -> View:
    """Give the view the month in its address as a date; a month that is none is not found."""

    @wraps(view)
    def opened(request: PracticeRequest, *args: Any, month: str, **kwargs: Any) -> HttpResponseBase:
        try:
            named = parse_month(month)
        except ValueError as error:
            return no_month(request, str(error))
        return view(request, *args, month=named, **kwargs)

    return opened


def no_month(request: PracticeRequest, sentence: str) -> HttpResponseBase:
    return render(request, "billing/no_month.html", {"sentence": sentence}, status=404)
