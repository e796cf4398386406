"""The clock as JSON: what every answer of the timer's addresses looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django.utils import timezone
from rest_framework import serializers, status
from rest_framework.exceptions import NotAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from registry.api import base
from registry.errors import Conflict
from registry.selectors import clock
from registry.vocabulary import Activity, EntryStatus, WorkerRole

if TYPE_CHECKING:
    from registry.models import User

#: Whose page it is that asks.  After another person signed in, the first one's page is stale.
PERSON = "X-Person"
NOW = "X-Server-Now"


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
    before_seconds = serializers.IntegerField(
        help_text="Of the other phases of the same work; 0 where there is none."
    )


class MarkOutput(serializers.Serializer[Any]):
    minutes = serializers.IntegerField()
    label = serializers.CharField(help_text="The code.")  # type: ignore[assignment]
    kind = serializers.ChoiceField(
        [("pays", "The payer pays from here"), ("whole", "The code's whole time")]
    )


class MonthOutput(serializers.Serializer[Any]):
    """A patient's month, without the seconds that run."""

    month = serializers.CharField(help_text="As 2026-10.")
    starts_at = serializers.DateTimeField()
    counted_seconds = serializers.IntegerField()
    worked_seconds = serializers.IntegerField()
    marks = MarkOutput(many=True)


class WatchOutput(serializers.Serializer[Any]):
    """When the running timer is asked about, and when it is stopped without an answer."""

    prompt_at = serializers.DateTimeField()
    stops_at = serializers.DateTimeField()
    is_call = serializers.BooleanField(help_text="No sign from the keyboard is expected.")


class SweptOutput(serializers.Serializer[Any]):
    """A timer that was stopped by itself: which time stands is the person's to say."""

    entry = EntryOutput()
    ran_until = serializers.DateTimeField()
    whole_seconds = serializers.IntegerField()


class CutOutput(serializers.Serializer[Any]):
    """Other time that was cut, which one press takes back."""

    id = serializers.IntegerField()
    said = serializers.CharField()


class StateOutput(serializers.Serializer[Any]):
    """The clock: what runs, its patient's month, and what this call has recorded."""

    now = serializers.DateTimeField(help_text="The server's time; correct your clock by it.")
    running = EntryOutput(allow_null=True)
    month = MonthOutput(allow_null=True)
    stopped = EntryOutput(allow_null=True)
    stopped_month = MonthOutput(allow_null=True)
    cautions = serializers.ListField(child=serializers.CharField())
    watch = WatchOutput(allow_null=True)
    swept = SweptOutput(
        allow_null=True, required=False, help_text="Left out where only one act is answered."
    )
    resume = EntryOutput(
        allow_null=True, required=False, help_text="The clock's last work: may be gone on with."
    )
    cut = CutOutput(required=False)


class ConflictOutput(serializers.Serializer[Any]):
    """Nothing was written: somebody was faster, or other time is in the way."""

    problems = serializers.DictField(child=serializers.CharField())
    others = EntryOutput(many=True, help_text="The entries in the way.")
    state = StateOutput()


ANSWERS = {200: StateOutput, 409: ConflictOutput, 422: base.Problems}


def answer(state: clock.State, **more: Any) -> Response:
    """The state as it is: plain data already, so that no serializer walks over it once more.
    `StateOutput` says what it looks like; a test holds the two together.
    """
    response = Response({**state, **more})
    response[NOW] = state["now"].isoformat()
    return response


def who(request: Request) -> User:
    return cast("User", request.user)


class ClockView(base.PracticeView):
    """A view of the signed-in person's clock."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        person = request.headers.get(PERSON)
        if request.user.is_authenticated and person and person != str(request.user.pk):
            raise NotAuthenticated
        super().initial(request, *args, **kwargs)

    def handle_exception(self, exc: Exception) -> Response:
        """A conflict is 409, with the clock as it is: nobody has to ask for it."""
        if not isinstance(exc, Conflict):
            return super().handle_exception(exc)
        said = {
            "problems": exc.problems,
            "others": [clock.entry(other) for other in exc.others],
            "state": clock.of(who(self.request), timezone.now()),
        }
        return Response(ConflictOutput(said).data, status=status.HTTP_409_CONFLICT)
