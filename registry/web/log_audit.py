"""The weekly audit of the log: what was found, with the way to the row it is about."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.http import urlencode

from registry import weeks
from registry.errors import Refused
from registry.selectors import log_audit, log_sign_offs
from registry.services import access_log
from registry.services import log_audit as services
from registry.vocabulary import Finding, Role
from registry.web import access, answers, csv_file, log_audit_page, mending, reviews, rows
from registry.web.forms import base
from registry.web.forms import log_audit as forms

if TYPE_CHECKING:
    from registry.models import LogAudit, LogAuditFinding
    from registry.web.access import PracticeRequest

READS = frozenset({Role.SUPERVISOR, Role.CARE_MANAGER, Role.BILLER, Role.AUDITOR})
PAGE = 50


@access.page(READS)
def audit(request: PracticeRequest) -> HttpResponseBase:
    """One week, grouped by kind; one kind in full with `?kind=`."""
    now, week = timezone.now(), _asked(request)
    made = log_audit.of_week(request.user, request.practice, week)
    context = {
        "audit": made,
        "may_settle": Role.SUPERVISOR in request.roles,
        "may_review": bool(request.roles & reviews.READS),
        "reads_all": bool(request.roles & log_audit.READ_ALL),
        "settled": request.GET.get("settled") == "1",
        "columns": log_audit_page.COLUMNS,
        **log_audit_page.around(request, made.week_starts_on if made else week, now),
    }
    if made is not None:
        context |= _found(request, made, settled=context["settled"])
    return render(request, "registry/log_audit/audit.html", context)


def _asked(request: PracticeRequest) -> dt.date | None:
    """The Monday that the address names; what is no day is said, and the latest shown."""
    text = request.GET.get("week", "")
    if not text:
        return None
    try:
        return weeks.monday_of(dt.date.fromisoformat(text))
    except ValueError:
        messages.warning(
            request,
            "The address names no week. Write its Monday as 2026-10-05; this is the latest.",
        )
        return None


def _found(request: PracticeRequest, made: LogAudit, *, settled: bool) -> dict[str, Any]:
    found = log_audit.findings(request.user, made)
    clinic, people = log_audit.figures(request.user, made)
    context: dict[str, Any] = {"clinic": clinic, "people": _people(request, made, people)}
    kind = request.GET.get("kind", "")
    if kind not in Finding.values:
        groups = log_audit.groups(found, settled=settled)
        return context | {"groups": groups, "open": sum(group.open for group in groups)}
    chosen = log_audit.with_people(found).filter(kind=kind)
    chosen = chosen if settled else chosen.filter(settled_at=None)
    page = Paginator(chosen, PAGE).get_page(request.GET.get("page"))
    return context | {"kind": Finding(kind), "page": page}


def _people(
    request: PracticeRequest, made: LogAudit, people: list[log_audit.Figures]
) -> list[dict[str, Any]]:
    """Each person's figures, with whether the week is signed and where the entries are read."""
    first = made.week_starts_on
    signers = log_sign_offs.of(request.practice, first, first + dt.timedelta(days=6))
    signed = {signer.user_id: signer.weeks[0] for signer in signers}
    return [
        {
            "figures": person,
            "signed": signed.get(person.user_id or 0),
            "url": mending.address(request, "worker_entries", user_id=person.user_id)
            if person.user_id
            else "",
        }
        for person in people
    ]


@access.page(Role.SUPERVISOR, methods=("POST",))
def audit_run(request: PracticeRequest) -> HttpResponseBase:
    """Make the week's audit now, or bring it up to date."""
    now = timezone.now()
    form = forms.WeekForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Name the week by its Monday, as 2026-10-05.")
        return redirect("log_audit", slug=request.practice.slug)
    week = form.cleaned_data["week"]
    try:
        services.run(request.practice, week, by=request.user, now=now)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("log_audit", slug=request.practice.slug)
    messages.success(request, "The audit is up to date. What was settled stays settled.")
    return redirect(log_audit_page.address(request, week))


@access.page(Role.SUPERVISOR, methods=("GET", "POST"))
def audit_settle(request: PracticeRequest, finding_id: int) -> HttpResponseBase:
    """Say what came of one finding."""
    finding, now = rows.found(log_audit.get, request, finding_id), timezone.now()
    form = forms.SettleForm(request.POST or None)

    def write(data: dict[str, Any]) -> LogAuditFinding:
        return services.settle(finding, note=data["note"], by=request.user, now=now)

    if base.saved(request, form, write):
        messages.success(request, "Settled.")
        return redirect(log_audit_page.address(request, finding.audit.week_starts_on, finding.kind))
    context = {"form": form, "finding": finding, "label": Finding(finding.kind).label}
    return answers.form_page(request, "registry/log_audit/settle.html", context)


@access.page(Role.SUPERVISOR, methods=("POST",))
def audit_settle_kind(request: PracticeRequest, audit_id: int) -> HttpResponseBase:
    """Settle every open finding of one kind with one note."""
    made = log_audit.audits(request.user, request.practice).filter(pk=audit_id).first()
    if made is None:
        raise Http404
    kind, note = request.POST.get("kind", ""), request.POST.get("reason", "")
    try:
        count = services.settle_kind(made, kind, note=note, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, f"{count} settled.")
    return redirect(log_audit_page.address(request, made.week_starts_on, kind))


@access.page(Role.SUPERVISOR, methods=("POST",))
def audit_reopen(request: PracticeRequest, finding_id: int) -> HttpResponseBase:
    """Take a settlement back."""
    finding = rows.found(log_audit.get, request, finding_id)
    services.reopen(finding, by=request.user)
    messages.success(request, "The finding is open again.")
    return redirect(log_audit_page.address(request, finding.audit.week_starts_on, finding.kind))


@access.page(READS)
def audit_csv(request: PracticeRequest) -> HttpResponseBase:
    """Every finding of the week that the person may read, settled ones too."""
    now = timezone.now()
    made = log_audit.of_week(request.user, request.practice, _asked(request))
    if made is None:
        messages.info(request, "No audit of that week is made yet, so there is nothing to export.")
        query = urlencode({"week": request.GET.get("week", "")})
        address = reverse("log_audit", kwargs={"slug": request.practice.slug})
        return redirect(f"{address}?{query}")
    access_log.note(request.user, request.practice, None, "log_audit_csv", now)
    found = log_audit.export(log_audit.findings(request.user, made))
    name = f"log-audit-{request.practice.slug}-{made.week_starts_on}"
    return csv_file.answer(name, log_audit_page.HEADER, log_audit_page.cells(made, found))


_AUDIT = "p/<slug:slug>/log-audit"
urlpatterns = [
    path(f"{_AUDIT}/", audit, name="log_audit"),
    path(f"{_AUDIT}/run/", audit_run, name="log_audit_run"),
    path(f"{_AUDIT}/findings.csv", audit_csv, name="log_audit_csv"),
    path(f"{_AUDIT}/<int:audit_id>/settle/", audit_settle_kind, name="log_audit_settle_kind"),
    path(f"{_AUDIT}/findings/<int:finding_id>/", audit_settle, name="log_audit_settle"),
    path(f"{_AUDIT}/findings/<int:finding_id>/reopen/", audit_reopen, name="log_audit_reopen"),
]
