"""The first page after signing in, by role."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path

from registry.selectors import practices
from registry.vocabulary import Role
from registry.web import access

#: In this order: somebody with two roles starts where the day's work is.
FIRST_PAGE = (
    (Role.CARE_MANAGER, "caseload"),
    (Role.CONSULTANT, "reviews"),
    (Role.TREATING_PRACTITIONER, "patients"),
    (Role.BILLER, "billing"),
    (Role.SUPERVISOR, "log_audit"),
    (Role.AUDITOR, "patients"),
)


@access.public
def home(request: HttpRequest) -> HttpResponseBase:
    if not request.user.is_authenticated:
        return redirect("account_login")
    return first_page(cast("access.SignedInRequest", request))


def first_page(request: access.SignedInRequest) -> HttpResponseBase:
    mine = practices.visible_to(request.user)
    wanted = request.GET.get("practice") or request.session.get("practice", "")
    practice = mine.filter(slug=wanted).first() or mine.first()
    if practice is None:
        return render(request, "registry/home/no_practice.html", status=403)
    request.session["practice"] = practice.slug
    roles = practices.roles(request.user, practice)
    name = next(name for role, name in FIRST_PAGE if role in roles)
    return redirect(name, slug=practice.slug)


urlpatterns = [path("", home, name="home")]
