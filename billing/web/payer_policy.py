"""One policy of a payer: read in words, drafted, changed, approved, ended, looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from billing.rules import policy as rules
from billing.rules import policy_words
from billing.selectors import policies as policy_rows
from billing.services import policies
from billing.web import payer_policy_form as forms
from billing.web import payer_policy_page, payer_policy_values, payer_policy_words
from billing.web import payer_terms_change as terms
from billing.web.doors import READERS
from registry import calendar
from registry.errors import Refused
from registry.selectors import payers
from registry.web import access, answers, rows
from registry.web.access import PracticeRequest
from registry.web.duties import SETS_UP
from registry.web.forms import base

if TYPE_CHECKING:
    from billing.models import PayerPolicy

_FORM = "billing/payer_policy/form.html"
_VALUES = "billing/payer_policy/values.html"
_APPROVE = "billing/payer_policy/approve.html"
_BOTH = ("GET", "POST")


@access.page(READERS)
def payer_policy(request: PracticeRequest, policy_id: int) -> HttpResponseBase:
    policy = rows.found(policy_rows.get, request, policy_id)
    shown = payer_policy_page.context(request, policy, timezone.now())
    return render(request, "billing/payer_policy/page.html", shown)


@access.page(SETS_UP, methods=_BOTH)
def policy_add(request: PracticeRequest, payer_id: int) -> HttpResponseBase:
    """A new draft; `?from=` another policy of the payer takes over what that one says."""
    payer, now = rows.found(payers.get, request, payer_id), timezone.now()
    today = calendar.local_date(now, request.practice.timezone)
    copied = _copied(request, payer_id)
    start = forms.initial(copied) if copied else {}
    fresh = {**start, "active_from": None, "active_to": None, "review_by": forms.in_a_year(today)}
    form = forms.PolicyForm(request.POST or None, initial=fresh)

    def write(data: dict[str, Any]) -> PayerPolicy:
        data.pop("seen")
        own = {"overrides": copied.overrides, "reasons": copied.reasons} if copied else {}
        return policies.draft(payer, policies.Terms(**data, **own), by=request.user, now=now)

    if request.method == "POST" and (row := base.attempt(form, write, by_field=_in_words)):
        messages.success(request, "The draft is kept. Say now what this payer does otherwise.")
        return redirect("payer_policy_values", slug=request.practice.slug, policy_id=row.pk)
    shown = {"form": form, "payer": payer, "copied": copied}
    return answers.form_page(request, _FORM, shown)


@access.page(SETS_UP, methods=_BOTH)
def policy_edit(request: PracticeRequest, policy_id: int) -> HttpResponseBase:
    """The reading, days and source of a draft."""
    policy = rows.found(policy_rows.get, request, policy_id)
    if policy.approved_at:
        return _approved_already(request, policy)
    start = {**forms.initial(policy), "seen": policy_rows.mark(policy)}
    form = forms.PolicyForm(request.POST or None, initial=start)

    def write(data: dict[str, Any]) -> PayerPolicy:
        seen = data.pop("seen")
        return policies.change(policy, data, by=request.user, now=timezone.now(), seen=seen)

    if base.saved(request, form, write, by_field=_in_words):
        messages.success(request, "The draft is changed.")
        return _to(request, policy)
    shown = {"form": form, "payer": policy.payer, "policy": policy}
    return answers.form_page(request, _FORM, shown)


@access.page(SETS_UP, methods=_BOTH)
def policy_values(request: PracticeRequest, policy_id: int) -> HttpResponseBase:
    """What a draft's payer does otherwise than the preset, field by field."""
    policy = rows.found(policy_rows.get, request, policy_id)
    if policy.approved_at:
        return _approved_already(request, policy)
    if not policy_rows.is_known(policy.preset):
        messages.error(request, "This reading is not known any more. Choose another one first.")
        return redirect("payer_policy_edit", slug=request.practice.slug, policy_id=policy.pk)
    form = _values_form(request, policy)

    def write(data: dict[str, Any]) -> PayerPolicy:
        given = {"overrides": form.given(), "reasons": form.reasons()}
        now = timezone.now()
        return policies.change(policy, given, by=request.user, now=now, seen=data["seen"])

    if base.saved(request, form, write, by_field=form.by_field):
        messages.success(request, "The draft is changed.")
        return _to(request, policy)
    shown = {
        "form": form,
        "payer": policy.payer,
        "policy": policy,
        "reading": payer_policy_words.label(policy.preset),
    }
    return answers.form_page(request, _VALUES, shown)


@access.page(SETS_UP, methods=_BOTH)
def policy_approve(request: PracticeRequest, policy_id: int) -> HttpResponseBase:
    """Somebody else's draft in words, what it changes, and the button that puts it in force."""
    policy, now = rows.found(policy_rows.get, request, policy_id), timezone.now()
    start = {"seen": policy_rows.mark(policy)}
    form = forms.ApproveForm(request.POST or None, initial=start)

    def write(data: dict[str, Any]) -> PayerPolicy:
        return policies.approve(policy, by=request.user, now=now, **data)

    if request.method == "POST" and (row := base.attempt(form, write)):
        return terms.done(request, row, row.payer_id, "The policy is approved.", now)
    if policy.approved_at:
        return _approved_already(request, policy)
    shown = payer_policy_page.context(request, policy, now)
    return answers.form_page(request, _APPROVE, {"form": form, **shown})


@access.page(SETS_UP, methods=("POST",))
def policy_discard(request: PracticeRequest, policy_id: int) -> HttpResponseBase:
    """Throw a draft away."""
    policy = rows.found(policy_rows.get, request, policy_id)
    try:
        policies.discard(policy, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "The draft was thrown away.")
    return redirect(terms.page(request, policy.payer_id))


@access.page(SETS_UP, methods=_BOTH)
def policy_end(request: PracticeRequest, policy_id: int) -> HttpResponseBase:
    policy, now = rows.found(policy_rows.get, request, policy_id), timezone.now()
    form = forms.EndForm(request.POST or None)

    def write(data: dict[str, Any]) -> PayerPolicy:
        return policies.end(policy, ends_on=data["ends_on"], by=request.user, now=now)

    if request.method == "POST" and (ended := base.attempt(form, write)):
        said = "The policy has its last day."
        return terms.done(request, ended, policy.payer_id, said, now)
    shown = {"form": form, "payer": policy.payer, "policy": policy, "what": "end"}
    return answers.form_page(request, _FORM, shown)


@access.page(SETS_UP, methods=_BOTH)
def policy_reviewed(request: PracticeRequest, policy_id: int) -> HttpResponseBase:
    """The source was looked at again, and the policy is right."""
    policy, now = rows.found(policy_rows.get, request, policy_id), timezone.now()
    next_day = forms.in_a_year(calendar.local_date(now, request.practice.timezone))
    form = forms.ReviewedForm(request.POST or None, initial={"review_by": next_day})

    def write(data: dict[str, Any]) -> PayerPolicy:
        return policies.reviewed(policy, review_by=data["review_by"], by=request.user, now=now)

    if base.saved(request, form, write):
        messages.success(request, "It is noted that you looked.")
        return redirect(terms.page(request, policy.payer_id))
    shown = {"form": form, "payer": policy.payer, "policy": policy, "what": "reviewed"}
    return answers.form_page(request, _FORM, shown)


def _copied(request: PracticeRequest, payer_id: int) -> PayerPolicy | None:
    """The policy that a new draft begins from: one of this very payer, or none."""
    wanted = request.GET.get("from", "")
    if not wanted.isascii() or not wanted.isdigit() or len(wanted) > 12:
        return None
    found = policy_rows.visible_to(request.user, request.practice)
    return found.filter(payer_id=payer_id, pk=int(wanted)).first()


def _values_form(request: PracticeRequest, policy: PayerPolicy) -> payer_policy_values.ValuesForm:
    return payer_policy_values.ValuesForm(
        request.POST or None,
        preset=rules.resolve(policy.preset, on=policy.active_from),
        overrides=policy.overrides,
        reasons=policy.reasons,
        seen=policy_rows.mark(policy),
    )


def _in_words(problems: dict[str, str | None]) -> dict[str, str | None]:
    """What is wrong with an override has no field on the form of days: its sentence names it."""
    named: dict[str, str | None] = {}
    for where, sentence in problems.items():
        field = where.removeprefix("reasons.").partition(".")[0]
        if field in policy_words.LABELS:
            named.setdefault("", f"{policy_words.LABELS[field]}, as this payer does it: {sentence}")
        else:
            named[where] = sentence
    return named


def _approved_already(request: PracticeRequest, policy: PayerPolicy) -> HttpResponseBase:
    messages.error(
        request, "This policy is approved already. To change it, copy it as a new draft."
    )
    return _to(request, policy)


def _to(request: PracticeRequest, policy: PayerPolicy) -> HttpResponseBase:
    return redirect("payer_policy", slug=request.practice.slug, policy_id=policy.pk)


_ONE = "policies/<int:policy_id>/"
urlpatterns = [
    path("payers/<int:payer_id>/terms/policies/add/", policy_add, name="payer_policy_add"),
    path(_ONE, payer_policy, name="payer_policy"),
    path(f"{_ONE}edit/", policy_edit, name="payer_policy_edit"),
    path(f"{_ONE}values/", policy_values, name="payer_policy_values"),
    path(f"{_ONE}approve/", policy_approve, name="payer_policy_approve"),
    path(f"{_ONE}discard/", policy_discard, name="payer_policy_discard"),
    path(f"{_ONE}end/", policy_end, name="payer_policy_end"),
    path(f"{_ONE}reviewed/", policy_reviewed, name="payer_policy_reviewed"),
]
