"""The practice's people and their roles, for its supervisor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.forms import ResetPasswordForm
from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone

from registry.errors import Refused
from registry.selectors import people as selectors
from registry.services import memberships as services
from registry.services import two_steps
from registry.vocabulary import Role
from registry.web import access, answers, csv_file, rows
from registry.web.forms import base
from registry.web.forms import people as forms

if TYPE_CHECKING:
    from registry.services.memberships import Invited
    from registry.web.access import PracticeRequest

COLUMNS = ("name", "email", "role", "given_at", "given_by", "two_steps")


@access.page(Role.SUPERVISOR, methods=("GET", "POST"))
def people(request: PracticeRequest) -> HttpResponseBase:
    """Who works here, as what; a POST invites somebody."""
    form = forms.InviteForm(request.POST or None)

    def write(data: dict[str, Any]) -> Invited:
        return services.invite(request.practice, by=request.user, now=timezone.now(), **data)

    invited = base.attempt(form, write) if request.method == "POST" else None
    if invited:
        messages.success(request, _said(request, invited))
        return redirect("people", slug=request.practice.slug)
    found = selectors.memberships(request.user, request.practice)
    if csv_file.asked(request):
        return csv_file.of_list(request, "people", COLUMNS, map(_cells, found))
    context = {"form": form, "memberships": list(found)}
    return answers.form_page(request, "registry/people/list.html", context)


def _cells(row: Any) -> list[Any]:
    given = csv_file.instant(row.granted_at)
    by = row.granted_by.full_name
    return [row.user.full_name, row.user.email, row.role, given, by, row.has_two_steps]


def _said(request: PracticeRequest, invited: Invited) -> str:
    name = invited.user.full_name
    if not invited.is_new:
        return f"{name} has the role now."
    _mail_link(request, invited.user.email)
    return f"{name} has an account, and gets a mail with a link to set the password."


def _mail_link(request: PracticeRequest, email: str) -> None:
    """allauth's own mail for a forgotten password: it says how to set one."""
    form = ResetPasswordForm(data={"email": email})
    if form.is_valid():
        form.save(request)


@access.page(Role.SUPERVISOR, methods=("POST",))
def membership_revoke(request: PracticeRequest, membership_id: int) -> HttpResponseBase:
    """Take a role away."""
    row = rows.found(selectors.membership, request, membership_id)
    try:
        services.revoke(row, by=request.user)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, f"{row.user.full_name} is no {row.get_role_display()} any more.")
    return redirect("people", slug=request.practice.slug)


@access.page(Role.SUPERVISOR, methods=("POST",))
def people_two_steps(request: PracticeRequest) -> HttpResponseBase:
    """Demand a second step of everybody's sign-in here, or leave it to each."""
    if request.POST.get("demand") == "yes":
        two_steps.demand(request.practice, by=request.user, now=timezone.now())
        messages.success(request, "From the next sign-in on, everybody here needs a second step.")
    else:
        two_steps.leave_to_each(request.practice, by=request.user)
        messages.success(request, "The second step is left to each person again.")
    return redirect("people", slug=request.practice.slug)


urlpatterns = [
    path("p/<slug:slug>/people/", people, name="people"),
    path(
        "p/<slug:slug>/people/<int:membership_id>/revoke/",
        membership_revoke,
        name="membership_revoke",
    ),
    path("p/<slug:slug>/people/two-steps/", people_two_steps, name="people_two_steps"),
]
