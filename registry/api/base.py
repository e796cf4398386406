"""What every view of the JSON interface shares."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema
from rest_framework import serializers
from rest_framework.authentication import SessionAuthentication
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.views import APIView

from registry.access import Access
from registry.api.permissions import InPractice
from registry.errors import Refused


class Session(SessionAuthentication):
    """The browser's own session.  Signed out is 401, so that the page can ask for the password."""

    def authenticate_header(self, request: Request) -> str:
        return 'Session realm="CareTally"'


class SessionScheme(OpenApiAuthenticationExtension):
    """How the OpenAPI document names `Session`."""

    target_class = Session
    name = "session"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, str]:
        return {"type": "apiKey", "in": "cookie", "name": settings.SESSION_COOKIE_NAME}


class PracticeView(APIView):
    """A view of one practice; `access` says for whom, as on every page."""

    authentication_classes = (Session,)
    permission_classes: tuple[type[BasePermission], ...] = (InPractice,)
    access: Access


class Problems(serializers.Serializer[Any]):
    """A refusal: a sentence for each field; the empty name is for what concerns none."""

    problems = serializers.DictField(child=serializers.CharField())


def read(kind: type[serializers.Serializer[Any]], request: Request) -> dict[str, Any]:
    """What was sent, checked.  Refused by field, in the same form as a service's refusal."""
    given = kind(data=request.data)
    if not given.is_valid():
        raise Refused({field: _sentence(errors) for field, errors in given.errors.items()})
    return dict(given.validated_data)


def _sentence(errors: Any) -> str:
    return " ".join(str(error) for error in errors) if isinstance(errors, list) else str(errors)
