"""How a page with a form answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render

if TYPE_CHECKING:
    from registry.web.access import PracticeRequest


def form_page(request: PracticeRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """The page with its form: 200 to fill in, 422 where it was sent and comes back with errors."""
    status = 422 if request.method == "POST" else 200
    return render(request, template, context, status=status)
