from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pghistory
from csp.constants import HEADER
from csp.middleware import CheckableLazyObject, CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
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


#: In the policy's place for the nonce of an answer; no nonce is written so.
_A_NONCE = "nonce of the answer"


class ContentPolicy(CSPMiddleware):
    """The content security policy, the same for every page: put together once, not at each answer.

    django-csp's decorators for single views do nothing here; nobody needs them.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if settings.DEBUG:
            return super().process_response(request, response)
        nonce = getattr(request, "_csp_nonce", None)
        policy = _policy(has_nonce=nonce is not None)
        response.headers.setdefault(HEADER, policy.replace(_A_NONCE, nonce or ""))
        if nonce is None:  # asked for after this, it would be in no header
            late = CheckableLazyObject(self._csp_nonce_post_response)
            request.csp_nonce = late  # type: ignore[attr-defined]
        return response


@cache
def _policy(*, has_nonce: bool) -> str:
    return build_policy(nonce=_A_NONCE if has_nonce else None)


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
        said = response.headers.get("Cache-Control", "")
        if "no-store" in said or not request.user.is_authenticated:
            return response
        if said:
            patch_cache_control(response, no_store=True, private=True)
        else:
            response.headers["Cache-Control"] = "no-store, private"
        return response
