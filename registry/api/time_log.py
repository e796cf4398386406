"""The timer as JSON: what the bar on every page asks and says.

Ids made in the browser (`client_id`) make every call safe to send again.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, cast

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404
from django.urls import path
from django.utils import timezone
from drf_spectacular.utils import extend_schema, extend_schema_serializer
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from registry.access import CLINICAL, Access
from registry.api import base
from registry.api.permissions import InPractice
from registry.selectors import clock
from registry.selectors import time_log as entries
from registry.services import time_log
from registry.vocabulary import Activity, EntryStatus, WorkerRole

if TYPE_CHECKING:
    from registry.models import User

NOTE_LIMIT = 4000


class PersonOutput(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    name = serializers.CharField()
    record_number = serializers.CharField()


class EntryOutput(serializers.Serializer[Any]):
    """A time entry; `seconds` is null while it runs."""

    id = serializers.IntegerField()
    client_id = serializers.UUIDField(allow_null=True)
    practice = serializers.CharField(help_text="The practice's slug.")
    practice_name = serializers.CharField()
    patient = PersonOutput()
    role = serializers.ChoiceField(WorkerRole.choices)
    activity = serializers.ChoiceField(Activity.choices)
    note = serializers.CharField()
    status = serializers.ChoiceField(EntryStatus.choices)
    review_reason = serializers.CharField(help_text="Why it does not count yet; empty if it may.")
    started_at = serializers.DateTimeField()
    ended_at = serializers.DateTimeField(allow_null=True)
    seconds = serializers.IntegerField(allow_null=True)


class MarkOutput(serializers.Serializer[Any]):
    minutes = serializers.IntegerField()
    label = serializers.CharField()  # type: ignore[assignment]


class MonthOutput(serializers.Serializer[Any]):
    """A patient's month, without the seconds that run."""

    month = serializers.CharField(help_text="As 2026-10.")
    starts_at = serializers.DateTimeField()
    counted_seconds = serializers.IntegerField()
    worked_seconds = serializers.IntegerField()
    marks = MarkOutput(many=True)


class StateOutput(serializers.Serializer[Any]):
    """The clock: what runs, its patient's month, and what this call has recorded."""

    now = serializers.DateTimeField(help_text="The server's time; correct your clock by it.")
    running = EntryOutput(allow_null=True)
    month = MonthOutput(allow_null=True)
    stopped = EntryOutput(allow_null=True)
    stopped_month = MonthOutput(allow_null=True)
    cautions = serializers.ListField(child=serializers.CharField())


def answer(state: clock.State) -> Response:
    return Response(StateOutput(state).data)


def who(request: Request) -> User:
    return cast("User", request.user)


_ANSWERS = {200: StateOutput, 422: base.Problems}


class TimerView(base.PracticeView):
    """The signed-in person's clock."""

    access = Access(kind="practice", roles=CLINICAL)

    @extend_schema(operation_id="timer", responses={200: StateOutput})
    def get(self, request: Request, slug: str) -> Response:
        return answer(clock.of(who(request), timezone.now()))


class ToThePatient(InPractice):
    """The practice's door and the patient behind it, in one query: a start has few to spend."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        number = request.data.get("patient") if isinstance(request.data, dict) else None
        if not request.user.is_authenticated or not isinstance(number, int):
            return super().has_permission(request, view)
        patient: Any = clock.to_clock(who(request), view.kwargs["slug"], number, timezone.now())
        if patient is None:
            return super().has_permission(request, view)
        request.patient = patient  # type: ignore[attr-defined]
        return bool(set(patient.user_roles) & view.access.roles)  # type: ignore[attr-defined]


class StartView(base.PracticeView):
    """Start the timer on a patient; a running one stops at that instant."""

    access = Access(kind="practice", roles=CLINICAL, methods=("POST",))
    permission_classes = (ToThePatient,)

    @extend_schema_serializer(component_name="StartInput")
    class Input(serializers.Serializer[Any]):
        patient = serializers.IntegerField()
        activity = serializers.ChoiceField(Activity.choices, default=Activity.PATIENT_CONTACT)
        role = serializers.ChoiceField(WorkerRole.choices, required=False, allow_null=True)
        at = serializers.DateTimeField(
            required=False, allow_null=True, help_text="When it began, if earlier than now."
        )
        client_id = serializers.UUIDField(required=False, allow_null=True)

    @extend_schema(operation_id="timer_start", request=Input, responses=_ANSWERS)
    def post(self, request: Request, slug: str) -> Response:
        given, now = base.read(self.Input, request), timezone.now()
        patient = self._patient(request, slug, given.pop("patient"), now)
        me = who(request)
        entry = time_log.start(patient=patient, worker=me, by=me, now=now, **given)
        if entry.status != EntryStatus.RUNNING:
            return answer(clock.of(me, now))
        return answer(clock.started(entry, patient, now))

    def _patient(self, request: Request, slug: str, patient_id: int, now: dt.datetime) -> Any:
        found = getattr(request, "patient", None)
        found = found or clock.to_clock(who(request), slug, patient_id, now)
        if found is None:
            raise Http404
        return found


class MayStop(InPractice):
    """Whoever has a timer running in the practice, even after losing the role it began in."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        try:
            allowed = super().has_permission(request, view)
        except Http404:
            if not self._runs(request, view):
                raise
            return True
        return allowed or self._runs(request, view)

    def _runs(self, request: Request, view: APIView) -> bool:
        if not request.user.is_authenticated:
            return False
        running = entries.running(who(request))
        return running is not None and running.practice.slug == view.kwargs["slug"]


class StopView(base.PracticeView):
    """Stop the timer.  What cannot stand is kept, and its `review_reason` says why."""

    access = Access(kind="practice", roles=CLINICAL, methods=("POST",))
    permission_classes = (MayStop,)

    @extend_schema_serializer(component_name="StopInput")
    class Input(serializers.Serializer[Any]):
        entry = serializers.IntegerField(
            required=False, allow_null=True, help_text="Only this timer: makes the call repeatable."
        )
        activity = serializers.CharField(required=False, allow_null=True)
        note = serializers.CharField(required=False, allow_null=True, allow_blank=True)
        at = serializers.DateTimeField(
            required=False, allow_null=True, help_text="When it ended, if earlier than now."
        )

    @extend_schema(operation_id="timer_stop", request=Input, responses=_ANSWERS)
    def post(self, request: Request, slug: str) -> Response:
        given, now = base.read(self.Input, request), timezone.now()
        given["entry_id"] = given.pop("entry", None)
        entry = time_log.stop(worker=who(request), by=who(request), now=now, **given)
        return answer(clock.stopped(entry, now))


class NoteView(base.PracticeView):
    """Say what the time is or was spent on: of the running timer, or of an entry of one's own."""

    access = Access(kind="practice", roles=CLINICAL, methods=("POST",))

    @extend_schema_serializer(component_name="NoteInput")
    class Input(serializers.Serializer[Any]):
        entry = serializers.IntegerField()
        activity = serializers.ChoiceField(Activity.choices, required=False)
        note = serializers.CharField(required=False, allow_blank=True, max_length=NOTE_LIMIT)
        role = serializers.ChoiceField(WorkerRole.choices, required=False)

    @extend_schema(operation_id="timer_note", request=Input, responses=_ANSWERS)
    def post(self, request: Request, slug: str) -> Response:
        given, now = base.read(self.Input, request), timezone.now()
        try:
            entry = entries.own(who(request), given.pop("entry"))
        except ObjectDoesNotExist:
            raise Http404 from None
        entry = time_log.describe(entry, by=who(request), now=now, **given)
        return answer(clock.described(entry, now))


urlpatterns = [
    path("", TimerView.as_view(), name="api_timer"),
    path("start/", StartView.as_view(), name="api_timer_start"),
    path("stop/", StopView.as_view(), name="api_timer_stop"),
    path("note/", NoteView.as_view(), name="api_timer_note"),
]
