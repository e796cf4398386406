"""A timer that ran from start to stop while its browser had no network."""

from __future__ import annotations

from typing import Any

from django.urls import path
from django.utils import timezone
from drf_spectacular.utils import extend_schema, extend_schema_serializer
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from registry.access import CLINICAL, Access
from registry.api import base
from registry.api.clock_output import ANSWERS, ClockView, answer, who
from registry.api.time_log import AFTER, NOTE_LIMIT, ToThePatient, phase, to_patient
from registry.selectors import clock
from registry.services import time_replay
from registry.vocabulary import Activity, WorkerRole


class StretchView(ClockView):
    """Write down what a browser has kept.  Sent twice, it is one entry."""

    access = Access(kind="practice", roles=CLINICAL, methods=("POST",))
    permission_classes = (ToThePatient,)

    @extend_schema_serializer(component_name="StretchInput")
    class Input(serializers.Serializer[Any]):
        patient = serializers.IntegerField()
        activity = serializers.ChoiceField(Activity.choices, default=Activity.PATIENT_CONTACT)
        role = serializers.ChoiceField(WorkerRole.choices, required=False, allow_null=True)
        started_at = serializers.DateTimeField()
        ended_at = serializers.DateTimeField()
        note = serializers.CharField(required=False, allow_blank=True, max_length=NOTE_LIMIT)
        client_id = serializers.UUIDField()
        after = serializers.IntegerField(
            required=False, allow_null=True, help_text=AFTER.format(id="number")
        )
        after_client_id = serializers.UUIDField(
            required=False, allow_null=True, help_text=AFTER.format(id="id in the browser")
        )

    @extend_schema(operation_id="timer_stretch", request=Input, responses=ANSWERS)
    def post(self, request: Request, slug: str) -> Response:
        given, now = base.read(self.Input, request), timezone.now()
        patient, me = to_patient(request, slug, given.pop("patient"), now), who(request)
        role = given.pop("role", None)
        given |= phase(me, given)
        entry = time_replay.stretch(patient=patient, worker=me, role=role, by=me, now=now, **given)
        if entry is None:
            return answer(clock.of(me, now))
        state = clock.of(me, now)
        return answer(state, stopped=clock.entry(entry), stopped_month=clock.month_of(entry, now))


urlpatterns = [path("stretch/", StretchView.as_view(), name="api_timer_stretch")]
