"""The row that an address names, for who asks: or 404, as if it were not there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404

from registry.selectors import patients
from registry.services import access_log

if TYPE_CHECKING:
    from registry.models import Patient
    from registry.web.access import PracticeRequest

T = TypeVar("T")


def found(get: Callable[..., T], request: PracticeRequest, row_id: int) -> T:
    """`get(user, practice, row_id)` of a selector."""
    try:
        return get(request.user, request.practice, row_id)
    except ObjectDoesNotExist:
        raise Http404 from None


def patient(request: PracticeRequest, patient_id: int) -> Patient:
    return found(patients.get, request, patient_id)


def note_look(request: PracticeRequest, patient: Patient, now: dt.datetime) -> None:
    """Remember that this person opened this chart on this page."""
    name = request.resolver_match.url_name if request.resolver_match else ""
    access_log.note(request.user, request.practice, patient, name or "", now)
