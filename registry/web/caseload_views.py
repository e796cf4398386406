"""A person's own views of the caseload: saved as it stands narrowed now, renamed, deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone

from registry.errors import Refused
from registry.selectors import caseload_choices
from registry.services import caseload_views
from registry.web import access, rows
from registry.web.caseload import READS

if TYPE_CHECKING:
    from registry.web.access import PracticeRequest


@access.page(READS, methods=("POST",))
def caseload_view_add(request: PracticeRequest) -> HttpResponseBase:
    """Keep the narrowing that the form brings as `query` under `name`."""
    name, query = request.POST.get("name", ""), QueryDict(request.POST.get("query", "")[:500])
    wanted = {"whose": "mine", **query.dict()}
    try:
        view = caseload_views.add(
            request.user, request.practice, name=name, wanted=wanted, now=timezone.now()
        )
    except Refused as refused:
        return _back(request, query, refused)
    messages.success(request, f"The view {view.name} is saved.")
    return _back(request, QueryDict("", mutable=True), None, view.wanted)


@access.page(READS, methods=("POST",))
def caseload_view(request: PracticeRequest, view_id: int) -> HttpResponseBase:
    """Rename one of the person's own views, or delete it: `act` says which."""
    view = rows.found(caseload_choices.view_of, request, view_id)
    query = QueryDict(request.POST.get("query", "")[:500])
    if request.POST.get("act") == "delete":
        caseload_views.delete(view)
        messages.success(request, f"The view {view.name} is deleted.")
        return _back(request, query)
    try:
        caseload_views.rename(view, name=request.POST.get("name", ""))
    except Refused as refused:
        return _back(request, query, refused)
    messages.success(request, f"The view is named {view.name} now.")
    return _back(request, query)


def _back(
    request: PracticeRequest,
    query: QueryDict,
    refused: Refused | None = None,
    wanted: dict[str, str] | None = None,
) -> HttpResponseBase:
    """To the list as it was, or as the new view has it, with what was wrong said above it."""
    for sentence in refused.problems.values() if refused else ():
        messages.error(request, str(sentence))
    url = reverse("caseload", kwargs={"slug": request.practice.slug})
    kept = QueryDict(mutable=True)
    for name in caseload_views.KEPT:
        value = (wanted or query.dict()).get(name)
        if value:
            kept[name] = str(value)[: caseload_views.MOST_VALUE]
    return redirect(f"{url}?{kept.urlencode()}" if kept else url)


urlpatterns = [
    path("p/<slug:slug>/caseload/views/", caseload_view_add, name="caseload_view_add"),
    path("p/<slug:slug>/caseload/views/<int:view_id>/", caseload_view, name="caseload_view"),
]
