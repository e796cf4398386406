"""The timer as JSON: what the bar on every page asks and says.

Ids made in the browser (`client_id`) make every call safe to send again.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any
from uuid import UUID

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
from registry.api.clock_output import ANSWERS, NOW, ClockView, StateOutput, answer, who
from registry.api.permissions import InPractice
from registry.selectors import clock, clock_mark
from registry.selectors import time_log as entries
from registry.services import time_log, time_replay
from registry.vocabulary import Activity, EntryStatus, WorkerRole

if TYPE_CHECKING:
    from registry.models import User

NOTE_LIMIT = 4000
AFTER = "Goes on from this entry of the same patient, by its {id}: the next phase, or a resumption."


class TimerView(ClockView):
    """The signed-in person's clock."""

    access = Access(kind="practice", roles=CLINICAL)

    @extend_schema(operation_id="timer", responses={200: StateOutput, 304: None})
    def get(self, request: Request, slug: str) -> Response:
        """The clock; 304 where it is as the asker knows it (`If-None-Match`)."""
        now = timezone.now()
        mark = f'"{clock_mark.of(who(request), now)}"'
        if request.headers.get("If-None-Match") == mark:
            response = Response(status=304)
            response[NOW] = now.isoformat()
        else:
            response = answer(clock.of(who(request), now))
        response["ETag"] = mark
        return response


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


class StartView(ClockView):
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
        late = serializers.BooleanField(
            default=False, help_text="Pressed at `at`, and kept without network since."
        )
        after = serializers.IntegerField(
            required=False, allow_null=True, help_text=AFTER.format(id="number")
        )
        after_client_id = serializers.UUIDField(
            required=False, allow_null=True, help_text=AFTER.format(id="id in the browser")
        )

    @extend_schema(operation_id="timer_start", request=Input, responses=ANSWERS)
    def post(self, request: Request, slug: str) -> Response:
        given, now = base.read(self.Input, request), timezone.now()
        patient = to_patient(request, slug, given.pop("patient"), now)
        me = who(request)
        given |= phase(me, given, runs=not patient.user_is_free and not given["late"])
        entry = _start(given, patient=patient, worker=me, by=me, now=now)
        if entry.status != EntryStatus.RUNNING:
            return answer(clock.stopped(entry, now))
        return answer(clock.started(entry, patient, now))


def phase(worker: User, given: dict[str, Any], *, runs: bool = False) -> dict[str, Any]:
    """Whether a start goes on with work, and from which entry; takes what says so out of `given`.

    Where a timer `runs`, it goes on from that.  An entry that is not there changes nothing: what
    was worked is kept.
    """
    number, client_id = given.pop("after", None), given.pop("after_client_id", None)
    if number is None and client_id is None:
        return {}
    if runs:
        return {"is_phase": True}
    after = entries.referred(worker, entry_id=number, client_id=client_id)
    return {"is_phase": True, "after": after}


def _start(given: dict[str, Any], **fixed: Any) -> Any:
    late = given.pop("late") and given.get("at") and given.get("client_id")
    if not late:
        seen = fixed["patient"]
        return time_log.start(**given, **fixed, held=seen.user_roles, is_free=seen.user_is_free)
    return time_replay.start(role=given.pop("role", None), **given, **fixed)


def to_patient(request: Request, slug: str, patient_id: int, now: dt.datetime) -> Any:
    """The patient that the permission has read already, or else is read now; 404 for strangers."""
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


class ToTheTimer(MayStop):
    """The practice's door by way of the timer that runs there, which a stop has to read anyway."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        if request.user.is_authenticated and isinstance(request.data, dict):
            sent = _uuid(request.data.get("client_id"))
            seen = entries.at_the_clock(who(request), timezone.now(), sent)
            request.seen = seen  # type: ignore[attr-defined]
            if seen[0] is not None and seen[0].practice.slug == view.kwargs["slug"]:
                return True
        return super().has_permission(request, view)


def _uuid(text: object) -> UUID | None:
    """None where it is no id: then what was sent is refused by its field."""
    try:
        return UUID(str(text))
    except ValueError:
        return None


class StopView(ClockView):
    """Stop the timer.  What cannot stand is kept, and its `review_reason` says why."""

    access = Access(kind="practice", roles=CLINICAL, methods=("POST",))
    permission_classes = (ToTheTimer,)

    @extend_schema_serializer(component_name="StopInput")
    class Input(serializers.Serializer[Any]):
        entry = serializers.IntegerField(
            required=False, allow_null=True, help_text="Only this timer: makes the call repeatable."
        )
        client_id = serializers.UUIDField(
            required=False, allow_null=True, help_text="The same, by the browser's own id."
        )
        activity = serializers.CharField(required=False, allow_null=True)
        note = serializers.CharField(required=False, allow_null=True, allow_blank=True)
        at = serializers.DateTimeField(
            required=False, allow_null=True, help_text="When it ended, if earlier than now."
        )
        late = serializers.BooleanField(
            default=False, help_text="Pressed at `at`, and kept without network since."
        )
        base = serializers.CharField(
            required=False, allow_null=True, allow_blank=True, help_text="As in a note."
        )

    @extend_schema(operation_id="timer_stop", request=Input, responses=ANSWERS)
    def post(self, request: Request, slug: str) -> Response:
        given, now = base.read(self.Input, request), timezone.now()
        given["entry_id"] = given.pop("entry", None)
        before = given.pop("base", None)
        if given["late"] and given.get("at"):
            return answer(clock.stopped(self._late(request, given, before, now), now))
        seen = None if given.get("at") else getattr(request, "seen", None)
        entry = time_log.stop(worker=who(request), by=who(request), now=now, seen=seen, **given)
        return answer(clock.stopped(entry, now))

    def _late(
        self, request: Request, given: dict[str, Any], before: str | None, now: dt.datetime
    ) -> Any:
        del given["late"]
        refers = {name: given.pop(name, None) for name in ("entry_id", "client_id")}
        entry = referred(request, refers["entry_id"], refers["client_id"])
        return time_replay.stop(entry, base=before, by=who(request), now=now, **given)


def referred(request: Request, entry_id: int | None, client_id: Any) -> Any:
    """The person's own entry that a call is about; 404 where it is nobody's, or another's."""
    found = entries.referred(who(request), entry_id=entry_id, client_id=client_id)
    if found is None:
        raise Http404
    return found


def names_an_entry(_: Any, attrs: dict[str, Any]) -> dict[str, Any]:
    """A serializer's check: the entry's number, or the browser's own id of it, is there."""
    if not attrs.keys() & {"entry", "client_id"}:
        raise serializers.ValidationError({"entry": "Say which entry this is about."})
    return attrs


class NoteView(ClockView):
    """Say what the time is or was spent on: of the running timer, or of an entry of one's own."""

    access = Access(kind="practice", roles=CLINICAL, methods=("POST",))

    @extend_schema_serializer(component_name="NoteInput")
    class Input(serializers.Serializer[Any]):
        entry = serializers.IntegerField(required=False)
        client_id = serializers.UUIDField(required=False)
        activity = serializers.ChoiceField(Activity.choices, required=False)
        note = serializers.CharField(required=False, allow_blank=True, max_length=NOTE_LIMIT)
        role = serializers.ChoiceField(WorkerRole.choices, required=False)
        base = serializers.CharField(
            required=False,
            allow_blank=True,
            help_text="The note that the writer saw: what another device wrote since is kept too.",
        )

        validate = names_an_entry

    @extend_schema(operation_id="timer_note", request=Input, responses=ANSWERS)
    def post(self, request: Request, slug: str) -> Response:
        given, now = base.read(self.Input, request), timezone.now()
        entry = referred(request, given.pop("entry", None), given.pop("client_id", None))
        entry = entries.latest_of(entry) if entry.status == EntryStatus.VOIDED else entry
        entry = time_log.describe(entry, by=who(request), now=now, **given)
        return answer(clock.described(entry, now))


urlpatterns = [
    path("", TimerView.as_view(), name="api_timer"),
    path("start/", StartView.as_view(), name="api_timer_start"),
    path("stop/", StopView.as_view(), name="api_timer_stop"),
    path("note/", NoteView.as_view(), name="api_timer_note"),
]
