"""Many amounts at once, whatever they come from: shown first, written once the person has confirmed
what they saw, and told after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from billing.selectors import claims
from billing.services import fee_plan, stretches
from registry import calendar
from registry.errors import Refused
from registry.templatetags.formats import plural
from registry.web.forms import base

if TYPE_CHECKING:
    import datetime as dt

    from billing.services.fee_plan import Plan, Proposed
    from billing.web.fees_form import MakesRoom
    from registry.web.access import PracticeRequest

#: More rows than these are counted, and not listed.
MOST = 300


def shown(plan: Plan, unconfirmed: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The plan's rows, those in conflict first; `unconfirmed` says by row what is not sure."""
    doubts = unconfirmed or {}
    rows = [
        *(_row(each.proposed, "danger", "In conflict", each.sentence) for each in plan.clashes),
        *(_ended(each) for each in plan.ended),
        *(_row(each, "success", "Added", doubts.get(each.row, "")) for each in plan.added),
        *(_row(each, "neutral", "Kept", "It stands already.") for each in plan.kept),
    ]
    return {
        "rows": rows[:MOST],
        "more": max(0, len(rows) - MOST),
        "mark": plan.mark,
        "can_be_written": plan.can_be_written,
        "in_conflict": len(plan.clashes),
        "summary": summary(plan),
        "nothing_new": not plan.clashes and not plan.added and not plan.ended,
    }


def preview(request: PracticeRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """The page with the plan; 422 where it was to be written and could not be."""
    return render(request, template, context, status=422 if context["form"].errors else 200)


def summary(plan: Plan) -> str:
    """`12 amounts added, 3 kept as they are, 1 ended, 2 in conflict.`"""
    parts = [f"{plural(len(plan.added), 'amount')} added", f"{len(plan.kept)} kept as they are"]
    if plan.ended:
        parts.append(f"{len(plan.ended)} ended")
    if plan.clashes:
        parts.append(f"{len(plan.clashes)} in conflict")
    return f"{', '.join(parts)}."


def written(request: PracticeRequest, form: MakesRoom, proposed: Sequence[Proposed]) -> Plan | None:
    """The plan, written; None where the person has confirmed nothing yet, or the service refuses:
    then the form says why."""
    mark = request.POST.get("mark", "")
    if not mark:
        return None
    try:
        return fee_plan.write(
            request.practice,
            proposed,
            makes_room=form.cleaned_data["makes_room"],
            mark=mark,
            by=request.user,
            now=timezone.now(),
        )
    except Refused as refused:
        base.show(form, refused.problems)
        return None


def planned(request: PracticeRequest, form: MakesRoom, proposed: Sequence[Proposed]) -> Plan:
    """What would be written now."""
    makes_room = form.cleaned_data["makes_room"]
    return fee_plan.make(request.practice, proposed, makes_room=makes_room)


def done(request: PracticeRequest, plan: Plan) -> HttpResponseBase:
    """Back to the fees, which say for which month the true-up runs again."""
    messages.success(request, summary(plan))
    month = month_to_run(request, timezone.now())
    return redirect(f"{reverse('fees', kwargs={'slug': request.practice.slug})}?run={month}")


def month_to_run(request: PracticeRequest, now: dt.datetime) -> str:
    """The month under review, whose true-up takes the change in."""
    return calendar.month_text(claims.month_to_review(request.user, request.practice, now))


def _row(each: Proposed, tone: str, word: str, sentence: str) -> dict[str, Any]:
    terms = each.terms
    return {
        "tone": tone,
        "word": word,
        "sentence": sentence,
        "where": each.row,
        "code": terms.code,
        "amount": terms.amount,
        "kind": terms.kind,
        "payer": each.payer,
        "active_from": terms.active_from,
        "active_to": terms.active_to,
        "source": terms.source,
        "is_unconfirmed": terms.is_unconfirmed,
    }


def _ended(each: Any) -> dict[str, Any]:
    fee = each.fee
    return {
        "tone": "warning",
        "word": "Ended",
        "sentence": f"Its last day becomes {stretches.day(each.on)}.",
        "where": "",
        "code": fee.code,
        "amount": fee.amount,
        "kind": fee.kind,
        "payer": fee.payer,
        "active_from": fee.active_from,
        "active_to": each.on,
        "source": fee.source,
        "is_unconfirmed": fee.is_unconfirmed,
    }
