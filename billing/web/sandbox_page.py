"""What the page of a policy's test shows: the question, how far it is, then what was found."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from billing.selectors import claims
from billing.services import sandbox, sandbox_sides
from billing.web import sandbox_form, sandbox_found
from billing.web.sandbox_form import TestForm
from registry import calendar
from registry.templatetags.formats import month_name, plural
from registry.web.duties import SETS_UP

if TYPE_CHECKING:
    from django.http import QueryDict

    from billing.models import PayerPolicy
    from billing.services.sandbox_store import Test
    from registry.models import Payer
    from registry.web.access import PracticeRequest


def question(
    request: PracticeRequest,
    payer: Payer,
    policy: PayerPolicy | None,
    test: Test | None,
    now: dt.datetime,
) -> TestForm:
    """The question, with what was asked last or is asked first."""
    groups = sandbox_sides.offered(request.user, payer)
    month = claims.month_to_review(request.user, request.practice, now)
    after = sandbox_sides.name_of(policy) if policy else ""
    initial = sandbox_form.starting(month, after)
    if test:
        asked = {"before": test.before.name, "after": test.after.name}
        initial = {"month": calendar.month_text(test.month), **asked}
    data: QueryDict | None = request.POST if request.method == "POST" else None
    return TestForm(data, months=_months(request, test, now), groups=groups, initial=initial)


def _months(request: PracticeRequest, test: Test | None, now: dt.datetime) -> list[dt.date]:
    """Months with claims, and the last two, which may have none yet; the latest first."""
    known = claims.months_with_claims(request.user, request.practice)
    present = calendar.local_month(now, request.practice.timezone)
    last_two = {present, calendar.shift_month(present, -1)}
    begun = {month for month in known if month <= present}
    return sorted(begun | last_two | _asked(test), reverse=True)


def _asked(test: Test | None) -> set[dt.date]:
    return {test.month} if test else set()


def context(
    request: PracticeRequest,
    payer: Payer,
    policy: PayerPolicy | None,
    test: Test | None,
    now: dt.datetime,
    *,
    form: TestForm | None = None,
) -> dict[str, Any]:
    """Everything that the template names."""
    shown: dict[str, Any] = {
        "payer": payer,
        "policy": policy,
        "may_change": bool(request.roles & SETS_UP),
        "tested": sandbox_sides.of_policy(policy).label if policy else "",
        "form": form or question(request, payer, policy, test, now),
        "test": test,
    }
    found = sandbox.result(test) if test else None
    if test and found:
        return shown | sandbox_found.context(request, policy, test, found)
    far = under_way(request, test, now) if test else {}
    is_lost = bool(far) and far["is_finished"]
    return shown | far | {"is_gone": is_lost or bool(request.GET.get("test") and not test)}


def under_way(request: PracticeRequest, test: Test, now: dt.datetime) -> dict[str, Any]:
    """How far a test is that the workers do."""
    far = sandbox.progress(test, now=now)
    detail = f"{far.patients_done} of {plural(far.patients_total, 'chart')}"
    if not far.patients_done:
        detail = "Waiting for a worker. You may leave this page; what is found waits for an hour."
    return {
        "test": test,
        "is_partial": bool(request.headers.get("HX-Request")),
        "is_finished": far.is_finished,
        "is_stalled": far.is_stalled,
        "is_under_way": not far.is_finished,
        "run_url": f"{request.path}?test={test.id}",
        "run_label": f"Test on {month_name(test.month)}",
        "run_value": far.patients_done or None,
        "run_max": far.patients_total or 1,
        "run_detail": detail,
        "month_text": calendar.month_text(test.month),
    }
