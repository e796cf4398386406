"""Reports: what months brought, where their minutes went, how fast money comes, what it costs."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from billing.selectors.reports import (
    causes,
    claim_rows,
    cost_rows,
    entry_rows,
    minutes,
    money,
    payments,
    returns,
    speed,
)
from billing.services import care_costs
from billing.web import (
    reports_causes,
    reports_costs,
    reports_entries,
    reports_money,
    reports_returns,
    reports_rows,
)
from billing.web import (
    reports_minutes as minutes_page,
)
from billing.web import (
    reports_speed as speed_page,
)
from billing.web.doors import CLOSERS, READERS, no_month
from billing.web.reports_form import Asked, CostForm, narrowed, number_asked, read
from billing.web.reports_table import Table
from registry.services import access_log
from registry.web import access, answers, csv_file
from registry.web.forms import base

if TYPE_CHECKING:
    from billing.selectors.reports.scope import Scope
    from registry.web.access import PracticeRequest

PER_PAGE = 50


def _of_months(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Give the view what the address asks for; a month that is none is said and not found."""

    @wraps(view)
    def opened(request: PracticeRequest, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, read(request, timezone.now()), **kwargs)
        except ValueError as error:
            return no_month(request, str(error))

    return opened


def _csv(request: PracticeRequest, name: str, table: Table) -> HttpResponseBase:
    access_log.note(request.user, request.practice, None, f"report_{name}_csv", timezone.now())
    return csv_file.answer(f"{name}-{request.practice.slug}", table.columns, table.rows)


@access.page(READERS)
@_of_months
def reports(request: PracticeRequest, asked: Asked) -> HttpResponseBase:
    """Dollars by month, payer, code, care manager or practice; `?as=csv` for a download, of the
    causes with `?of=causes`."""
    is_file = request.GET.get("as") == "csv"
    if is_file and request.GET.get("of") == "causes":
        return _csv(request, "causes", reports_causes.table(causes.of(asked.scope)))
    found = money.cube(asked.scope)
    rows = reports_money.rows(asked, found)
    if is_file:
        return _csv(request, "revenue", reports_money.table(asked, rows))
    context = reports_money.context(asked, found, rows)
    context |= reports_causes.context(asked, causes.of(asked.scope))
    if asked.by == "payer" and context["total"].money.paid_later:
        context["payers"] = reports_causes.payers(asked, payments.by_whom(asked.scope))
    return render(request, "billing/reports/money.html", _frame(asked, "reports") | context)


@access.page(READERS)
@_of_months
def reports_minutes(request: PracticeRequest, asked: Asked) -> HttpResponseBase:
    """Where the worked time went."""
    found = minutes.of(asked.scope)
    if request.GET.get("as") == "csv":
        return _csv(request, "minutes", minutes_page.table(found))
    context = minutes_page.context(asked, found)
    frame = _frame(asked, "reports_minutes")
    return render(request, "billing/reports/minutes.html", frame | context)


@access.page(READERS)
@_of_months
def reports_speed(request: PracticeRequest, asked: Asked) -> HttpResponseBase:
    """Time to bill, days in receivable, denial rate, coverage of reviews."""
    found = speed.of(asked.scope, asked.today)
    if request.GET.get("as") == "csv":
        return _csv(request, "speed", speed_page.table(found))
    context = speed_page.context(asked, found)
    frame = _frame(asked, "reports_speed")
    return render(request, "billing/reports/speed.html", frame | context)


@access.page(READERS)
@_of_months
def reports_return(request: PracticeRequest, asked: Asked) -> HttpResponseBase:
    """Cost against revenue."""
    found = money.cube(asked.scope)
    names = money.names(asked.scope, "care_manager", {cell.care_manager_id for cell in found})
    told = returns.of(asked.scope, found, names)
    if request.GET.get("as") == "csv":
        return _csv(request, "return", reports_returns.table(told))
    context = reports_returns.context(asked, told) | {
        "costs": returns.cost_of(request.user, request.practice),
        "may_change": bool(request.roles & CLOSERS),
    }
    frame = _frame(asked, "reports_return")
    return render(request, "billing/reports/return.html", frame | context)


@access.page(READERS)
@_of_months
def reports_rows_page(request: PracticeRequest, asked: Asked) -> HttpResponseBase:
    """The claims behind one number; of a cost, what it is made of."""
    if request.GET.get("what") == "cost":
        return _costs(request, asked, narrowed(asked, request.GET))
    number = number_asked(request.GET)
    if number is None:
        raise Http404
    scope = narrowed(asked, request.GET)
    if number.what == "minutes" and request.GET.get("rows") == "entries":
        return _entries(request, asked, scope, number)
    found = claim_rows.of(scope, number, asked.today)
    if request.GET.get("as") == "csv":
        access_log.note(request.user, request.practice, None, "report_rows_csv", timezone.now())
        name = f"{number.what}-{request.practice.slug}"
        return csv_file.answer(name, reports_rows.COLUMNS, map(reports_rows.cells, found))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = reports_rows.context(request, scope, number, found, page)
    return render(request, "billing/reports/rows.html", _frame(asked, "") | context)


def _entries(
    request: PracticeRequest, asked: Asked, scope: Scope, number: claim_rows.Asked
) -> HttpResponseBase:
    """The time entries behind minutes, instead of the claims."""
    found = entry_rows.of(scope, number)
    if request.GET.get("as") == "csv":
        table = reports_entries.table(found)
        return _csv(request, "minutes_entries", table)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = reports_entries.context(request, scope, number, found, page)
    return render(request, "billing/reports/entries.html", _frame(asked, "") | context)


def _costs(request: PracticeRequest, asked: Asked, scope: Scope) -> HttpResponseBase:
    found = cost_rows.of(scope)
    if request.GET.get("as") == "csv":
        return _csv(request, "costs", reports_costs.table(found))
    context = reports_costs.context(request, scope, found)
    return render(request, "billing/reports/cost_rows.html", _frame(asked, "") | context)


@access.page(CLOSERS, methods=("GET", "POST"))
def reports_costs_page(request: PracticeRequest) -> HttpResponseBase:
    """What care management costs here: the inputs of the return."""
    known = returns.cost_of(request.user, request.practice)
    initial = {name: getattr(known, name, None) for name in CostForm.base_fields}
    form = CostForm(request.POST or None, initial=initial)

    def write(data: dict[str, Any]) -> object:
        return care_costs.change(request.practice, by=request.user, now=timezone.now(), **data)

    if base.saved(request, form, write):
        messages.success(request, "The costs were saved.")
        return redirect("reports_return", slug=request.practice.slug)
    return answers.form_page(request, "billing/reports/costs.html", {"form": form})


def _frame(asked: Asked, here: str) -> dict[str, Any]:
    return {
        "asked": asked,
        "here": here,
        "query": asked.query(),
        "csv": asked.query(**{"as": "csv"}),
    }


urlpatterns = [
    path("reports/", reports, name="reports"),
    path("reports/minutes/", reports_minutes, name="reports_minutes"),
    path("reports/speed/", reports_speed, name="reports_speed"),
    path("reports/return/", reports_return, name="reports_return"),
    path("reports/rows/", reports_rows_page, name="reports_rows"),
    path("reports/costs/", reports_costs_page, name="reports_costs"),
]
