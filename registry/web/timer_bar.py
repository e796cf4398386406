"""The clock on every page: what the bar under the page's head is drawn from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from registry.access import CLINICAL
from registry.selectors import clock
from registry.vocabulary import Activity, Role, WorkerRole

if TYPE_CHECKING:
    from registry.web.access import PracticeRequest

#: The roles in which a person may log time, by the role that the person holds.
WORKS_AS = {
    Role.CARE_MANAGER: WorkerRole.CARE_MANAGER,
    Role.CONSULTANT: WorkerRole.CONSULTANT,
    Role.TREATING_PRACTITIONER: WorkerRole.TREATING_PRACTITIONER,
}
#: Stands for a practice and a row in the addresses that the script fills in.
ANY_SLUG, ANY_ROW = "any-practice", 0


def context(request: HttpRequest) -> dict[str, Any]:
    """`timer` for whoever logs time in the practice; read from the database only where drawn."""
    if not getattr(request, "roles", frozenset()) & CLINICAL:
        return {}
    return {"timer": SimpleLazyObject(lambda: bar(request))}  # type: ignore[arg-type]


def bar(request: PracticeRequest) -> dict[str, Any]:
    return {
        "state": clock.of(request.user, timezone.now()),
        "activities": Activity.choices,
        "roles": worker_roles(request),
        "urls": addresses(request.practice.slug),
    }


def worker_roles(request: PracticeRequest) -> list[tuple[str, str]]:
    """The capacities among which the person chooses, as choices of a field."""
    held = [WORKS_AS[role] for role in WORKS_AS if role in request.roles]
    return [(role.value, str(role.label)) for role in held]


def addresses(slug: str) -> dict[str, str]:
    """What the script calls, and the pages that it links to."""
    here, anywhere = {"slug": slug}, {"slug": ANY_SLUG}
    return {
        "state": reverse("api_timer", kwargs=here),
        "start": reverse("api_timer_start", kwargs=here),
        "stop": reverse("api_timer_stop", kwargs=here),
        "note": reverse("api_timer_note", kwargs=here),
        "patient": reverse("patient", kwargs=anywhere | {"patient_id": ANY_ROW}),
        "entry": reverse("time_entry", kwargs=anywhere | {"entry_id": ANY_ROW}),
    }
