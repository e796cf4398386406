"""The work list of what payers refused."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from billing.selectors import claim_terms, denial_causes, denial_facts
from billing.selectors import denials as selectors
from billing.services import denial_policy as denial_policy_draft
from billing.services import denials as services
from billing.web import clocks
from billing.web.doors import BILLERS, READERS
from billing.web.received_form import DenialForm
from billing.x12 import words
from registry import calendar
from registry.errors import Refused
from registry.selectors import payers as payer_rows
from registry.selectors import people
from registry.services import access_log
from registry.vocabulary import Role
from registry.web import access, answers, csv_file, rows
from registry.web.forms import base

if TYPE_CHECKING:
    from billing.models import Denial
    from registry.web.access import PracticeRequest

PAGE = 50
NOBODY = "nobody"
TABS = (("open", "Open"), ("settled", "Settled"), ("all", "All"))
COLUMNS = (
    "claim", "month", "payer", "code", "group", "carc", "carc_words", "rarc", "amount", "state",
    "due_on", "owner", "opened_on", "remittance", "note",
)  # fmt: skip


@access.page(READERS)
def denials(request: PracticeRequest) -> HttpResponseBase:
    """What is refused and still to be worked on: the nearest deadline first."""
    who, practice, wanted = request.user, request.practice, _wanted(request)
    access_log.note(who, practice, None, "denials", timezone.now())
    page = Paginator(selectors.listed(who, practice, wanted), PAGE).get_page(
        request.GET.get("page")
    )
    today = calendar.local_date(timezone.now(), practice.timezone)
    context = {
        "page": page,
        "rows": [_shown(row, today) for row in page.object_list],
        "wanted": wanted,
        "tabs": [
            {"label": label, "url": f"?{_query(request, name)}", "current": wanted.show == name}
            for name, label in TABS
        ],
        "payers": selectors.payers(who, practice),
        "owners": selectors.owners(who, practice),
        "is_narrowed": bool(wanted.payer_id or wanted.owner_id or wanted.unowned or wanted.reason),
        "sum": selectors.open_sum(who, practice),
        "repeats": [_repeat(each) for each in selectors.repeats(who, practice, today)],
        "is_biller": bool(request.roles & BILLERS),
    }
    return render(request, "billing/denials/list.html", context)


def _wanted(request: PracticeRequest) -> selectors.Wanted:
    show = request.GET.get("show", "open")
    return selectors.Wanted(
        show=show if show in dict(TABS) else "open",
        payer_id=_number(request.GET.get("payer", "")),
        owner_id=_number(request.GET.get("owner", "")),
        unowned=request.GET.get("owner") == NOBODY,
        reason=request.GET.get("reason", "")[:5],
    )


def _query(request: PracticeRequest, show: str) -> str:
    """The list's address with the same narrowing, for another tab; the first page of it."""
    kept = request.GET.copy()
    kept["show"] = show
    kept.pop("page", None)
    return kept.urlencode()


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 18 else None


def _shown(row: Denial, today: dt.date) -> dict[str, Any]:
    return {
        "row": row,
        "words": words.of("carc", row.reason),
        "remarks": [(code, words.of("rarc", code)) for code in row.remarks],
        "cause": denial_causes.of(row.reason),
        "is_late": row.due_on is not None and row.due_on < today,
        "days": (row.due_on - today).days if row.due_on else None,
    }


def _repeat(each: selectors.Repeat) -> dict[str, Any]:
    return {"repeat": each, "words": words.of("carc", each.reason)}


@access.page(READERS, methods=("GET", "POST"))
def denial(request: PracticeRequest, denial_id: int) -> HttpResponseBase:
    """One denial: what was said, what usually causes it, and the work on it."""
    row, now = rows.found(selectors.get, request, denial_id), timezone.now()
    owners = people.with_role(request.practice, Role.BILLER)
    form = DenialForm(request.POST or None, initial=_initial(row), owners=owners)
    is_biller = bool(request.roles & BILLERS)

    def write(data: dict[str, Any]) -> Denial:
        return services.work(row, by=request.user, now=now, **data)

    if is_biller and base.saved(request, form, write):
        messages.success(request, "Kept.")
        return redirect("denials", slug=request.practice.slug)
    rows.note_look(request, row.claim.patient, now)
    today = calendar.local_date(now, request.practice.timezone)
    row.claim = denial_facts.loaded(row)
    context = {
        "said": denial_facts.said(row),
        "ended": denial_facts.ended(request.user, request.practice, row, today),
        "clock": clocks.filing(row.claim, today), "appeal_by": _appeal_by(row),
        "form": form, "patient": row.claim.patient, "is_biller": is_biller, **_shown(row, today),
    }  # fmt: skip
    return answers.form_page(request, "billing/denials/denial.html", context)


def _appeal_by(row: Denial) -> dt.date | None:
    """The last day for an appeal by the payer's terms, whatever day somebody set himself."""
    paid_on = row.payment.remittance.paid_on
    return claim_terms.appeal_by(row.claim, paid_on, row.payer) if paid_on else None


def _initial(row: Denial) -> dict[str, Any]:
    return {name: getattr(row, name) for name in ("state", "owner", "due_on", "note")}


@access.page(READERS)
def denials_csv(request: PracticeRequest) -> HttpResponseBase:
    """The list as it is narrowed, every page of it."""
    access_log.note(request.user, request.practice, None, "denials_csv", timezone.now())
    found = selectors.listed(request.user, request.practice, _wanted(request))
    lines = (_cells(row) for row in found.iterator(chunk_size=500))
    return csv_file.answer(f"denials-{request.practice.slug}", COLUMNS, lines)


def _cells(row: Denial) -> list[Any]:
    return [
        f"CT{row.claim_id}", calendar.month_text(row.claim.month),
        row.payer.name if row.payer else None, row.code, row.group, row.reason,
        words.of("carc", row.reason), " ".join(row.remarks), row.amount,
        row.get_state_display(), row.due_on, row.owner.full_name if row.owner else None,
        csv_file.instant(row.opened_at)[:10], row.payment.remittance.trace_number, row.note,
    ]  # fmt: skip


@access.page(BILLERS, methods=("POST",))
def denial_policy(request: PracticeRequest, payer_id: int) -> HttpResponseBase:
    """Draft a policy whose source is the remittances that refused the same again and again."""
    payer, now = rows.found(payer_rows.get, request, payer_id), timezone.now()
    today = calendar.local_date(now, request.practice.timezone)
    asked = (request.POST.get("code", ""), request.POST.get("reason", ""))
    found = [
        each
        for each in selectors.repeats(request.user, request.practice, today)
        if each.payer.pk == payer.pk and (each.code, each.reason) == asked
    ]
    if not found:
        messages.warning(request, "This repeats no longer. Look at the list anew.")
        return redirect("denials", slug=request.practice.slug)
    try:
        denial_policy_draft.propose(payer, source=found[0].source, by=request.user, now=now)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("denials", slug=request.practice.slug)
    messages.success(request, "A draft is kept, with the remittances as its source. Change it, "
                              "test it, and have it approved.")  # fmt: skip
    return redirect("payer_terms", slug=request.practice.slug, payer_id=payer.pk)


urlpatterns = [
    path("denials/", denials, name="denials"),
    path("denials.csv", denials_csv, name="denials_csv"),
    path("denials/<int:denial_id>/", denial, name="denial"),
    path("payers/<int:payer_id>/denials/policy/", denial_policy, name="denial_policy"),
]
