from __future__ import annotations

from typing import Any

from rest_framework import status
from rest_framework.exceptions import NotAuthenticated
from rest_framework.response import Response
from rest_framework.views import exception_handler

from registry.errors import Refused


def handle(error: Exception, context: dict[str, Any]) -> Response | None:
    """A refusal is 422 with a sentence per field: `{"problems": {"start": "…"}}`."""
    if isinstance(error, Refused):
        return Response({"problems": error.problems}, status=status.HTTP_422_UNPROCESSABLE_ENTITY)
    response = exception_handler(error, context)
    if response is not None and isinstance(error, NotAuthenticated):
        response.status_code = status.HTTP_401_UNAUTHORIZED  # the page then asks for the password
    return response
