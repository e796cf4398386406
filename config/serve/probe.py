"""Is a process healthy? `make run` asks while it waits, and so do the containers' health checks."""

from __future__ import annotations

import http.client
import json
import os

from config.serve import doors


def trouble(name: str) -> str:
    """What is wrong with `web`, `worker` or `beat`, in one line; empty if nothing."""
    if name == "web":
        return web("/healthz")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from config import heartbeat

    return f"{name} gives no sign of life" if name in heartbeat.missing() else ""


def web(path: str, *, seconds: float = 5) -> str:
    """What is wrong with the answer to this address; empty if it is 200."""
    connection = http.client.HTTPConnection("127.0.0.1", doors.port(), timeout=seconds)
    try:
        connection.request("GET", path, headers={"Host": _host_header()})
        answer = connection.getresponse()
        body = answer.read()
    except (OSError, http.client.HTTPException):
        return "the web server does not answer"
    finally:
        connection.close()
    return "" if answer.status == 200 else _reason(answer.status, body)


def _reason(status: int, body: bytes) -> str:
    try:
        return "missing: " + ", ".join(json.loads(body)["missing"])
    except (ValueError, KeyError, TypeError):
        return f"the web server answers {status}"


def _host_header() -> str:
    """A name that the site answers to: the first allowed one, where that is restricted."""
    allowed = os.environ.get("ALLOWED_HOSTS", "").split(",")[0].strip().lstrip(".")
    return "127.0.0.1" if allowed in ("", "*") else allowed
