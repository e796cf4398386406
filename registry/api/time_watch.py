"""Signs of life of a running timer, its start set right, and what a person says of one that was
stopped by itself."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404
from django.urls import path
from django.utils import timezone
from drf_spectacular.utils import extend_schema, extend_schema_serializer
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from registry.access import CLINICAL, Access
from registry.api import base
from registry.api.clock_output import ANSWERS, ClockView, StateOutput, answer, who
from registry.api.time_log import MayStop, names_an_entry, referred
from registry.selectors import clock, time_cuts
from registry.services import time_log, time_watch

A_DAY_OF_SECONDS = 24 * 60 * 60


class SignView(ClockView):
    """A page shows the running timer; and how long ago the person last did something there."""

    access = Access(kind="practice", roles=CLINICAL, methods=("POST",))
    permission_classes = (MayStop,)

    @extend_schema_serializer(component_name="SignInput")
    class Input(serializers.Serializer[Any]):
        entry = serializers.IntegerField()
        worked_seconds_ago = serializers.IntegerField(
            required=False, allow_null=True, min_value=0, max_value=A_DAY_OF_SECONDS
        )
        answered = serializers.BooleanField(default=False, help_text='"Still working."')
        at = serializers.DateTimeField(
            required=False, allow_null=True, help_text="When that was said, if earlier than now."
        )

    @extend_schema(
        operation_id="timer_sign", request=Input, responses={200: StateOutput, 204: None}
    )
    def post(self, request: Request, slug: str) -> Response:
        given, now = base.read(self.Input, request), timezone.now()
        if given["answered"]:
            entry = referred(request, given["entry"], None)
            time_watch.answer(entry, at=given.get("at") or now, by=who(request), now=now)
            return answer(clock.of(who(request), now))
        ago = given.get("worked_seconds_ago")
        time_watch.sign(
            given["entry"],
            worked_at=None if ago is None else now - dt.timedelta(seconds=ago),
            by=who(request),
            now=now,
        )
        return Response(status=204)


class SettleView(ClockView):
    """Which time of a timer that was stopped by itself stands: the shorter, or the whole; or the
    work goes on (`on`), and the clock with it."""

    access = Access(kind="practice", roles=CLINICAL, methods=("POST",))

    @extend_schema_serializer(component_name="SettleInput")
    class Input(serializers.Serializer[Any]):
        entry = serializers.IntegerField()
        keep = serializers.ChoiceField([time_watch.SHORT, time_watch.LONG, time_watch.ON])

    @extend_schema(operation_id="timer_settle", request=Input, responses=ANSWERS)
    def post(self, request: Request, slug: str) -> Response:
        given, now = base.read(self.Input, request), timezone.now()
        entry = referred(request, given["entry"], None)
        entry = time_watch.settle(entry, given["keep"], by=who(request), now=now)
        if entry.ended_at is None:
            return answer(clock.of(who(request), now))
        return answer(clock.described(entry, now))


class BeganView(ClockView):
    """Set a timer's start right.  409 with the entries in the way, until one chooses.

    Kept without network it may come after the stop: the entry is then entered again.
    """

    access = Access(kind="practice", roles=CLINICAL, methods=("POST",))

    @extend_schema_serializer(component_name="BeganInput")
    class Input(serializers.Serializer[Any]):
        entry = serializers.IntegerField(required=False)
        client_id = serializers.UUIDField(required=False)
        at = serializers.DateTimeField()
        crop = serializers.BooleanField(default=False, help_text="Cut what is in the way.")
        validate = names_an_entry

    @extend_schema(operation_id="timer_began", request=Input, responses=ANSWERS)
    def post(self, request: Request, slug: str) -> Response:
        given, now = base.read(self.Input, request), timezone.now()
        entry = referred(request, given.pop("entry", None), given.pop("client_id", None))
        entry, cut = time_log.move_start(entry, by=who(request), now=now, **given)
        more = {"cut": {"id": cut.pk, "said": cut.said}} if cut else {}
        if entry.ended_at is not None:
            return answer(clock.described(entry, now), **more)
        return answer(clock.of(who(request), now), **more)


class BackView(ClockView):
    """Take a start back: its timer is void, and the one that it stopped goes on."""

    access = Access(kind="practice", roles=CLINICAL, methods=("POST",))

    @extend_schema_serializer(component_name="BackInput")
    class Input(serializers.Serializer[Any]):
        entry = serializers.IntegerField(required=False)
        client_id = serializers.UUIDField(required=False)
        validate = names_an_entry

    @extend_schema(operation_id="timer_back", request=Input, responses=ANSWERS)
    def post(self, request: Request, slug: str) -> Response:
        given, now = base.read(self.Input, request), timezone.now()
        entry = referred(request, given.get("entry"), given.get("client_id"))
        time_log.take_back(entry, by=who(request), now=now)
        return answer(clock.of(who(request), now))


class UndoView(ClockView):
    """Take a cut back."""

    access = Access(kind="practice", roles=CLINICAL, methods=("POST",))

    @extend_schema_serializer(component_name="UndoInput")
    class Input(serializers.Serializer[Any]):
        cut = serializers.IntegerField()

    @extend_schema(operation_id="timer_undo", request=Input, responses=ANSWERS)
    def post(self, request: Request, slug: str) -> Response:
        given, now = base.read(self.Input, request), timezone.now()
        try:
            cut = time_cuts.own(who(request), given["cut"])
        except ObjectDoesNotExist:
            raise Http404 from None
        time_log.undo(cut, by=who(request), now=now)
        return answer(clock.of(who(request), now))


urlpatterns = [
    path("sign/", SignView.as_view(), name="api_timer_sign"),
    path("settle/", SettleView.as_view(), name="api_timer_settle"),
    path("began/", BeganView.as_view(), name="api_timer_began"),
    path("back/", BackView.as_view(), name="api_timer_back"),
    path("undo/", UndoView.as_view(), name="api_timer_undo"),
]
