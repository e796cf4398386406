"""What every view of the JSON interface shares."""

from __future__ import annotations

from functools import cache
from typing import Any

import orjson
from django.conf import settings
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema
from rest_framework import serializers
from rest_framework.authentication import SessionAuthentication
from rest_framework.permissions import BasePermission
from rest_framework.renderers import JSONRenderer
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


class Json(JSONRenderer):
    """The same text as REST framework's own, by a quicker writer."""

    def render(self, data: Any, *_: Any, **__: Any) -> bytes:
        return b"" if data is None else orjson.dumps(data, default=str, option=orjson.OPT_UTC_Z)


class PracticeView(APIView):
    """A view of one practice; `access` says for whom, as on every page."""

    authentication_classes = (Session,)
    renderer_classes = (Json,)
    permission_classes: tuple[type[BasePermission], ...] = (InPractice,)
    access: Access


class Problems(serializers.Serializer[Any]):
    """A refusal: a sentence for each field; the empty name is for what concerns none."""

    problems = serializers.DictField(child=serializers.CharField())


def read(kind: type[serializers.Serializer[Any]], request: Request) -> dict[str, Any]:
    """What was sent, checked.  Refused by field, in the same form as a service's refusal."""
    try:
        return dict(_reader(kind).run_validation(request.data))
    except serializers.ValidationError as error:
        by_field = serializers.as_serializer_error(error)
        raise Refused({field: _sentence(said) for field, said in by_field.items()}) from None


@cache
def _reader(kind: type[serializers.Serializer[Any]]) -> serializers.Serializer[Any]:
    """One for all requests: it keeps nothing of what it reads, and is long in the making."""
    return kind()


def _sentence(errors: Any) -> str:
    return " ".join(str(error) for error in errors) if isinstance(errors, list) else str(errors)
