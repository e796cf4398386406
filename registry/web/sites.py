"""Where a practice gives care, besides its own address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from registry.selectors import sites as selectors
from registry.services import sites as services
from registry.web import access, answers, csv_file, duties, rows
from registry.web.forms import base
from registry.web.forms import sites as forms

if TYPE_CHECKING:
    from registry.models import Site
    from registry.web.access import PracticeRequest


@access.page(duties.SEES_SET_UP)
def site_list(request: PracticeRequest) -> HttpResponseBase:
    found = selectors.of_practice(request.user, request.practice)
    if csv_file.asked(request):
        return csv_file.of_list(request, "sites", forms.FIELDS, map(_cells, found))
    context = {"sites": found, "may_change": bool(request.roles & duties.SETS_UP)}
    return render(request, "registry/sites/list.html", context)


def _cells(site: Site) -> list[Any]:
    return [getattr(site, field) for field in forms.FIELDS]


@access.page(duties.SETS_UP, methods=("GET", "POST"))
def site_add(request: PracticeRequest) -> HttpResponseBase:
    return _page(request, None)


@access.page(duties.SETS_UP, methods=("GET", "POST"))
def site_edit(request: PracticeRequest, site_id: int) -> HttpResponseBase:
    return _page(request, rows.found(selectors.get, request, site_id))


def _page(request: PracticeRequest, site: Site | None) -> HttpResponseBase:
    form = forms.SiteForm(request.POST or None, initial=forms.initial(site) if site else {})
    now = timezone.now()

    def write(data: dict[str, Any]) -> Site:
        if site:
            return services.change(site, by=request.user, now=now, **data)
        return services.add(practice=request.practice, by=request.user, now=now, **data)

    if base.saved(request, form, write):
        messages.success(request, "The site was saved.")
        return redirect("sites", slug=request.practice.slug)
    return answers.form_page(request, "registry/sites/form.html", {"form": form, "site": site})


urlpatterns = [
    path("p/<slug:slug>/sites/", site_list, name="sites"),
    path("p/<slug:slug>/sites/add/", site_add, name="site_add"),
    path("p/<slug:slug>/sites/<int:site_id>/", site_edit, name="site_edit"),
]
