"""The sign-in's remaining time, as JSON for the page's own script: ask, extend, sign in again."""

from __future__ import annotations

import json
from typing import Any

from allauth.account.forms import LoginForm
from allauth.account.stages import LoginStage, LoginStageController
from allauth.core import ratelimit
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.urls import path
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET, require_POST

from registry import middleware, session_clock
from registry.web import access

TOO_OFTEN = "Too many tries. Wait a few minutes, then try again."
KEYS = ("email", "password")
CODE_NEEDED = "Enter the code that your authenticator app shows, or a recovery code."
MORE_NEEDED = "This account needs more than a password. Use the sign-in page."


@access.public
@require_GET
def status(request: HttpRequest) -> JsonResponse:
    """How long the sign-in still holds.  Asking does not make it longer."""
    return JsonResponse(_state(request))


@access.public
@require_POST
def extend(request: HttpRequest) -> JsonResponse:
    """The person goes on working."""
    if not request.user.is_authenticated:
        return JsonResponse(_state(request), status=401)
    session_clock.extend(request.session, now=timezone.now().timestamp())
    return JsonResponse(_state(request))


@access.public
@require_POST
@sensitive_variables()
def resume(request: HttpRequest) -> JsonResponse:
    """Sign in again from the page that one is on; limits are those of the sign-in page."""
    credentials = _credentials(request)
    if isinstance(credentials, str):
        return _refused(credentials)
    if not ratelimit.consume(request, action="login"):
        return _refused(TOO_OFTEN, status=429)
    form = LoginForm(data=credentials, request=request)
    if not form.is_valid():
        return _refusal_of(form)
    form.login(request)
    if not request.user.is_authenticated and (refusal := _second_step(request)):
        return refusal
    session_clock.begin(request.session, now=timezone.now().timestamp())
    return JsonResponse(_state(request))


def _second_step(request: HttpRequest) -> JsonResponse | None:
    """Take the code that came along; else say that one is needed, or that it is not right."""
    stage = LoginStageController.enter(request, AuthenticateStage.key)
    if stage is None:
        return _refused(MORE_NEEDED, status=403)
    code = _code(request)
    if not code:
        answer = {"error": CODE_NEEDED, "needs_code": True}
        return JsonResponse(answer, status=403)
    return _entered(request, stage, code)


def _entered(request: HttpRequest, stage: LoginStage, code: str) -> JsonResponse | None:
    form = AuthenticateForm(user=stage.login.user, data={"code": code})
    if not form.is_valid():
        return _refusal_of(form)
    form.save()
    stage.exit()
    return None if request.user.is_authenticated else _refused(MORE_NEEDED, status=403)


def _code(request: HttpRequest) -> str:
    code = json.loads(request.body).get("code")
    return code.strip() if isinstance(code, str) else ""


def _credentials(request: HttpRequest) -> dict[str, str] | str:
    """The email and password sent, or the sentence that says what is wrong with them."""
    try:
        sent = json.loads(request.body)
    except ValueError:
        return "Send email and password as JSON."
    email, password = (sent.get(k) if isinstance(sent, dict) else None for k in KEYS)
    if not (isinstance(email, str) and email and isinstance(password, str) and password):
        return "Enter your password."
    return {"login": email, "password": password}


def _refusal_of(form: LoginForm | AuthenticateForm) -> JsonResponse:
    errors = [error for listed in form.errors.as_data().values() for error in listed]
    too_often = any(error.code == "too_many_login_attempts" for error in errors)
    if too_often:
        return _refused(TOO_OFTEN, status=429)
    return _refused(" ".join(str(text) for error in errors for text in error.messages))


def _refused(sentence: str, *, status: int = 400) -> JsonResponse:
    return JsonResponse({"error": sentence}, status=status)


def _state(request: HttpRequest) -> dict[str, Any]:
    if not request.user.is_authenticated:
        return {"signed_in": False, "seconds_left": 0}
    now = timezone.now().timestamp()
    return {
        "signed_in": True,
        "seconds_left": session_clock.seconds_left(request.session, middleware.limits(), now=now),
        "person": request.user.get_username(),
        "csrf_token": get_token(request),
    }


urlpatterns = [
    path("", status, name="session-status"),
    path("extend/", extend, name="session-extend"),
    path("resume/", resume, name="session-resume"),
]
