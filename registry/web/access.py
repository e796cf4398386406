"""Who may open a page.  Every view says it, with one of the decorators here; a view that says
nothing is closed to everybody (`config.middleware.DenyByDefault`).

A person without a role in the practice gets 404, as if it were not there; one whose role does
not reach gets 403.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_http_methods

if TYPE_CHECKING:
    from registry.models import Practice, User
from registry import two_steps
from registry.access import CLINICAL, EVERY_ROLE, Access
from registry.selectors import practices
from registry.vocabulary import Role
from registry.web import returning

View = Callable[..., HttpResponseBase]
__all__ = [
    "CLINICAL",
    "EVERY_ROLE",
    "Access",
    "PracticeRequest",
    "SignedInRequest",
    "enter",
    "page",
    "public",
    "sign_in_first",
    "signed_in",
]
V = TypeVar("V", bound=View)


class SignedInRequest(HttpRequest):
    user: User  # type: ignore[assignment]


class PracticeRequest(SignedInRequest):
    """A request that has passed the door of one practice."""

    practice: Practice
    roles: frozenset[Role]
    back: returning.Back | None


def public(view: V) -> V:
    """For anybody, without a sign-in."""
    view.access = Access(kind="public")  # type: ignore[attr-defined]
    return view


def signed_in(*, methods: tuple[str, ...] = ("GET",)) -> Callable[[View], View]:
    """For whoever is signed in, whatever the practice."""

    def decorate(view: View) -> View:
        @require_http_methods([*methods, *(["HEAD"] if "GET" in methods else [])])
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return sign_in_first(request)
            return view(request, *args, **kwargs)

        guarded.access = Access(kind="signed_in", methods=methods)  # type: ignore[attr-defined]
        return guarded

    return decorate


def page(
    *roles: Role | frozenset[Role], methods: tuple[str, ...] = ("GET",)
) -> Callable[[View], View]:
    """For these roles of the practice named in the address (`slug`)."""
    allowed = frozenset().union(*({r} if isinstance(r, Role) else r for r in roles))

    def decorate(view: View) -> View:
        @require_http_methods([*methods, *(["HEAD"] if "GET" in methods else [])])
        @wraps(view)
        def guarded(request: HttpRequest, slug: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return sign_in_first(request)
            entered = enter(request, slug, allowed)
            if two_steps.lacks(entered, practices.two_steps_since(entered.practice)):
                return two_steps.to_set_up(entered)
            entered.back = returning.asked(entered)
            return returning.lead(entered, view(entered, *args, **kwargs))

        guarded.access = Access(  # type: ignore[attr-defined]
            kind="practice", roles=allowed, methods=methods
        )
        return guarded

    return decorate


def enter(request: HttpRequest, slug: str, allowed: frozenset[Role]) -> PracticeRequest:
    """Let a signed-in person through the practice's door: 404 for strangers, 403 by role."""
    found = practices.with_roles(cast("User", request.user), slug)
    if found is None:
        raise Http404
    entered = cast("PracticeRequest", request)
    entered.practice, entered.roles = found
    if not entered.roles & allowed:
        raise PermissionDenied("Your role in this practice does not open this page.")
    return entered


def sign_in_first(request: HttpRequest) -> HttpResponseBase:
    """To the sign-in page; a partial gets 401, so that the page on screen can ask for it."""
    if request.headers.get("HX-Request") or request.headers.get("X-Background"):
        return HttpResponse(status=401)
    return redirect_to_login(request.get_full_path())
