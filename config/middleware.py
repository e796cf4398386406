from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pghistory
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control

Responder = Callable[[HttpRequest], HttpResponseBase]

#: Views of libraries, which cannot carry our decorator, and for whom they are.
LIBRARY_VIEWS = {
    "allauth.account.views": "public",
    "allauth.mfa.base.views": "public",
    "allauth.mfa.totp.views": "signed_in",
    "allauth.mfa.recovery_codes.views": "signed_in",
    "drf_spectacular.views": "signed_in",
    "django.views.static": "public",
}


class DenyByDefault:
    """A view that does not say for whom it is, is for nobody."""

    def __init__(self, get_response: Responder) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], *_: Any
    ) -> HttpResponseBase | None:
        kind = decision(view)
        if kind is None:
            raise PermissionDenied("This address has no decision on who may open it.")
        return None


def decision(view: Callable[..., Any]) -> str | None:
    """For whom a view is: public, signed_in, practice; None where nobody decided."""
    declared = getattr(view, "access", None) or getattr(getattr(view, "cls", None), "access", None)
    return declared.kind if declared else LIBRARY_VIEWS.get(view.__module__)


class HistoryActor:
    """Every row that a request changes is remembered with who asked, and by which address."""

    def __init__(self, get_response: Responder) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method in ("GET", "HEAD", "OPTIONS"):
            return self.get_response(request)
        user = request.user.pk if hasattr(request, "user") else None
        with pghistory.context(user=user, url=request.path):
            return self.get_response(request)


class KeptOutOfCaches:
    """What a signed-in person was shown stays in no cache: not the browser's, not a proxy's."""

    def __init__(self, get_response: Responder) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        stored_nowhere = "no-store" in response.headers.get("Cache-Control", "")
        if request.user.is_authenticated and not stored_nowhere:
            patch_cache_control(response, no_store=True, private=True)
        return response
