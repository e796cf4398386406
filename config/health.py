"""`/healthz`: this process lives. `/readyz`: everything that it needs is there too.

Both answer anybody, and say nothing that is worth knowing to a stranger.
"""

from __future__ import annotations

import redis
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from config import heartbeat
from registry.web import access


@access.public
@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """200 while the process can answer at all."""
    return JsonResponse({"status": "ok"})


@access.public
@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """200 when database, Redis, worker and beat are there; else 503 with the names of the rest."""
    missing = [*_missing_database(), *_missing_behind_redis()]
    if not missing:
        return JsonResponse({"status": "ok"})
    answer = JsonResponse({"status": "not ready", "missing": missing}, status=503)
    answer._has_been_logged = True  # type: ignore[attr-defined] # an answer, not an error of ours
    return answer


def _missing_database() -> list[str]:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return ["database"]
    return []


def _missing_behind_redis() -> list[str]:
    try:
        return heartbeat.missing()
    except redis.RedisError:
        return ["redis", heartbeat.WORKER, heartbeat.BEAT]
