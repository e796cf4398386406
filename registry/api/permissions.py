from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.http import Http404
from rest_framework.exceptions import PermissionDenied
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from registry import two_steps
from registry.selectors import practices

if TYPE_CHECKING:
    # DRF's views import this module, by its name in the settings.
    from rest_framework.views import APIView

    from registry.models import User


class DenyAll(BasePermission):
    """The default: a view that names no permission is closed."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        return False


class SignedIn(BasePermission):
    """Whoever is signed in."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        return bool(request.user and request.user.is_authenticated)


class InPractice(SignedIn):
    """The view's `access.roles` in the practice named in the address; 404 for strangers."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        if not super().has_permission(request, view):
            return False
        held, since = practices.roles_at(cast("User", request.user), view.kwargs["slug"])
        if not held:
            raise Http404
        if two_steps.lacks(request, since):
            raise PermissionDenied(two_steps.SENTENCE)
        return bool(held & view.access.roles)  # type: ignore[attr-defined]
