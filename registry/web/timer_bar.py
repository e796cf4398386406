"""The clock on every page: what the bar under the page's head is drawn from."""

from __future__ import annotations

import base64
import functools
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.functional import SimpleLazyObject

from registry.access import CLINICAL
from registry.selectors import clock
from registry.vocabulary import OUTCOMES, PHASES, Activity, Role, WorkerRole
from registry.web import mending

if TYPE_CHECKING:
    from registry.models import Practice
    from registry.web.access import PracticeRequest

#: The roles in which a person may log time, by the role that the person holds.
WORKS_AS = {
    Role.CARE_MANAGER: WorkerRole.CARE_MANAGER,
    Role.CONSULTANT: WorkerRole.CONSULTANT,
    Role.TREATING_PRACTITIONER: WorkerRole.TREATING_PRACTITIONER,
}
#: Stands for a practice and a row in the addresses that the script fills in.
ANY_SLUG, ANY_ROW, ANY_MONTH = "any-practice", 0, "any-month"


def context(request: HttpRequest) -> dict[str, Any]:
    """`timer` for whoever logs time in the practice; read from the database only where drawn."""
    if not getattr(request, "roles", frozenset()) & CLINICAL:
        return {}
    return {"timer": SimpleLazyObject(lambda: bar(request))}  # type: ignore[arg-type]


def bar(request: PracticeRequest) -> dict[str, Any]:
    offered = activities(request.practice)
    names = {name for name, _ in offered}
    return {
        "state": clock.of(request.user, timezone.now()),
        "activities": [(*each, each in offered) for each in Activity.choices],
        "phases": [each for each in PHASES if each[0] in names],
        "outcomes": [each for each in OUTCOMES if each[1] in names],
        "roles": worker_roles(request),
        "settings": settings_for(request),
    }


def activities(practice: Practice, *also: str) -> list[tuple[str, str]]:
    """What time is spent on in a practice, as choices of a field; `also` what stands there now."""
    names = {*practice.activities, *also} if practice.activities else set(Activity.values)
    return [(name, str(label)) for name, label in Activity.choices if name in names]


def worker_roles(request: PracticeRequest) -> list[tuple[str, str]]:
    """The capacities among which the person chooses, as choices of a field."""
    held = [WORKS_AS[role] for role in WORKS_AS if role in request.roles]
    return [(role.value, str(role.label)) for role in held]


def settings_for(request: PracticeRequest) -> dict[str, Any]:
    """What the script needs to know: whose page it is, what it calls, where it links to."""
    return {
        "person": request.user.pk,
        "practice": request.practice.slug,
        "timezone": request.practice.timezone,
        "activity": Activity.PATIENT_CONTACT,
        "attempt": Activity.OUTREACH_ATTEMPT,
        "prepare": Activity.CHART_REVIEW,
        "name": request.user.full_name,
        "key": outbox_key(request.user.pk),
        **_addresses(request.roles),
    }


@functools.lru_cache(maxsize=128)
def _addresses(roles: frozenset[Role]) -> dict[str, str]:
    anywhere = {"slug": ANY_SLUG}
    return {
        "api": reverse("api_timer", kwargs=anywhere),
        "patient": reverse("patient", kwargs=anywhere | {"patient_id": ANY_ROW}),
        "entry": reverse("time_entry", kwargs=anywhere | {"entry_id": ANY_ROW}),
        "by_hand": reverse("time_entry_add", kwargs=anywhere | {"patient_id": ANY_ROW}),
        "why": mending.address_if_open(
            "month_explanation", roles, slug=ANY_SLUG, patient_id=ANY_ROW, month=ANY_MONTH
        ),
    }


def outbox_key(person: int) -> str:
    """The key under which a browser seals what this person has typed and not yet sent.

    Made anew for each page from the installation's secret, and kept by no browser: what waits
    there can be read only while that person is signed in.
    """
    digest = salted_hmac("registry.outbox", str(person), algorithm="sha256").digest()
    return base64.b64encode(digest).decode()
