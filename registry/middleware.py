from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from registry import session_clock

Responder = Callable[[HttpRequest], HttpResponseBase]

HEADER = "X-Session-Seconds-Left"
SAFE = ("GET", "HEAD", "OPTIONS")
ENDED = "You were signed out because nothing happened for a while. A running clock kept running."


def limits() -> session_clock.Limits:
    return session_clock.Limits(
        idle=settings.SESSION_IDLE_SECONDS, absolute=settings.SESSION_ABSOLUTE_SECONDS
    )


class SessionTimeout:
    """Ends a sign-in that nobody works with, and tells every page how long it still holds.

    What the browser asks by itself (`X-Background: 1`, and GET on the session's own address) is not
    work.  Templates read `request.session_seconds_left`; scripts read the answer's header.
    """

    def __init__(self, get_response: Responder) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        now = timezone.now().timestamp()
        if request.user.is_authenticated:
            if not session_clock.has_begun(request.session):
                session_clock.begin(request.session, now=now)
            if session_clock.seconds_left(request.session, limits(), now=now) <= 0:
                return self._ended(request)
            if not is_background(request):
                session_clock.note_work(request.session, limits(), now=now)
            _tell_templates(request, now)
        return _with_header(request, self.get_response(request), now)

    def _ended(self, request: HttpRequest) -> HttpResponseBase:
        """Sign out, and answer so that nothing typed is lost.

        A script is told 401, so that its page can ask for the password and send again.  A page that
        is only read goes on to the sign-in page.  A form that was sent is not carried out: its
        answer says how to get back to what was typed.
        """
        logout(request)
        if request.path.startswith(reverse("session-status")):
            return self.get_response(request)
        if is_script(request):
            return JsonResponse({"error": ENDED, "signed_in": False}, status=401)
        if request.method in SAFE:
            messages.info(request, ENDED)
            return self.get_response(request)
        return render(request, "errors/session_ended.html", status=401)


def is_background(request: HttpRequest) -> bool:
    asks_for_session = request.method == "GET" and request.path == reverse("session-status")
    return asks_for_session or request.headers.get("X-Background") == "1"


def is_script(request: HttpRequest) -> bool:
    headers = request.headers
    return bool(
        headers.get("HX-Request")
        or headers.get("X-Background")
        or headers.get("X-Requested-With") == "XMLHttpRequest"
        or "application/json" in headers.get("Accept", "")
        or request.content_type == "application/json"
    )


def _tell_templates(request: HttpRequest, now: float) -> None:
    left = session_clock.seconds_left(request.session, limits(), now=now)
    request.session_seconds_left = left  # type: ignore[attr-defined]
    request.session_idle_seconds = limits().idle  # type: ignore[attr-defined]


def _with_header(request: HttpRequest, response: HttpResponseBase, now: float) -> HttpResponseBase:
    if request.user.is_authenticated and session_clock.has_begun(request.session):
        left = session_clock.seconds_left(request.session, limits(), now=now)
        response.headers[HEADER] = str(left)
    return response
