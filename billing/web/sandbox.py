"""A policy tried on a past month, before anybody approves it; and two readings side by side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from billing.selectors import policies as policy_rows
from billing.services import sandbox, sandbox_sides
from billing.web import sandbox_csv, sandbox_page
from billing.web.doors import READERS
from registry.selectors import payers
from registry.services import access_log
from registry.web import access, answers, csv_file, rows
from registry.web.access import PracticeRequest
from registry.web.duties import SETS_UP
from registry.web.forms import base

if TYPE_CHECKING:
    from billing.models import PayerPolicy
    from billing.services.sandbox_store import Test
    from registry.models import Payer

_PAGE = "billing/sandbox/page.html"
_BOTH = ("GET", "POST")
_TEST = re.compile(r"[0-9a-f]{16}")


@access.page(READERS, methods=_BOTH)
def policy_test(request: PracticeRequest, policy_id: int) -> HttpResponseBase:
    """A policy of a payer, beside what stands now."""
    policy = rows.found(policy_rows.get, request, policy_id)
    return _answer(request, policy.payer, policy)


@access.page(READERS, methods=_BOTH)
def readings_test(request: PracticeRequest, payer_id: int) -> HttpResponseBase:
    """Any two readings of a payer, before somebody drafts one."""
    return _answer(request, rows.found(payers.get, request, payer_id), None)


@access.page(READERS)
def test_csv(request: PracticeRequest, payer_id: int) -> HttpResponseBase:
    """What a test found, as a file; back to its page where that is gone."""
    payer = rows.found(payers.get, request, payer_id)
    test = _test(request, payer)
    found = sandbox.result(test) if test else None
    if test is None or found is None:
        return redirect("payer_readings_test", slug=request.practice.slug, payer_id=payer.pk)
    access_log.note(request.user, request.practice, None, "policy_test_csv", timezone.now())
    kind = request.GET.get("kind", "")
    lines = sandbox_csv.rows(request.user, request.practice, test, found, kind)
    return csv_file.answer(sandbox_csv.name(request.practice, test), sandbox_csv.COLUMNS, lines)


def _answer(request: PracticeRequest, payer: Payer, policy: PayerPolicy | None) -> HttpResponseBase:
    if request.method == "POST":
        return _run(request, payer, policy)
    now = timezone.now()
    test = _test(request, payer)
    if test and request.headers.get("HX-Request"):
        shown = sandbox_page.under_way(request, test, now)
        return render(request, "billing/sandbox/_progress.html", shown)
    return render(request, _PAGE, sandbox_page.context(request, payer, policy, test, now))


def _run(request: PracticeRequest, payer: Payer, policy: PayerPolicy | None) -> HttpResponseBase:
    now = timezone.now()
    form = sandbox_page.question(request, payer, policy, None, now)

    def start(data: dict[str, Any]) -> Test:
        before, after = form.side("before"), form.side("after")
        return sandbox.start(
            practice=request.practice,
            payer=payer,
            month=data["month"],
            before=before,
            after=after,
            by=request.user,
            now=now,
            noted_on=_noted_on(request, before.name, after.name, policy),
        )

    test = base.attempt(form, start)
    if test is None:
        shown = sandbox_page.context(request, payer, policy, None, now, form=form)
        return answers.form_page(request, _PAGE, shown)
    return redirect(f"{request.path}?test={test.id}")


def _noted_on(
    request: PracticeRequest, before: str, after: str, policy: PayerPolicy | None
) -> int | None:
    """The draft that is tested against what stands, by somebody who may write."""
    if policy is None or policy.approved_at or not request.roles & SETS_UP:
        return None
    is_its_test = before == sandbox_sides.NOW.name and after == sandbox_sides.name_of(policy)
    return policy.pk if is_its_test else None


def _test(request: PracticeRequest, payer: Payer) -> Test | None:
    """The test that the address names, if it is this person's, of this payer, and still there."""
    name = request.GET.get("test", "")
    if not _TEST.fullmatch(name):
        return None
    test = sandbox.get(request.user, request.practice, name)
    return test if test and test.payer_id == payer.pk else None


urlpatterns = [
    path("policies/<int:policy_id>/test/", policy_test, name="payer_policy_test"),
    path("payers/<int:payer_id>/terms/test/", readings_test, name="payer_readings_test"),
    path("payers/<int:payer_id>/terms/test.csv", test_csv, name="payer_policy_test_csv"),
]
