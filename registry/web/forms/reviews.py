from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django import forms

from registry.services import review_checks
from registry.vocabulary import Advice
from registry.web import local_time
from registry.web.forms import base

CLOCK, BY_HAND, NONE = "clock", "by_hand", "none"
#: Asked for, and then needed, where the time is by hand.
BY_HAND_FIELDS = ("day", "start", "minutes", "reason")
TIME = ((CLOCK, "The clock"), (BY_HAND, "By hand"), (NONE, "No minutes"))
#: A service's fields, by the form's.
FIELDS = {"started_at": "start", "ended_at": "minutes", "participants": "with_whom"}
LONGEST = 240


class SignForm(base.Form):
    """A recommendation, and the time that it took: the clock's, by hand, or none."""

    advice = forms.ChoiceField(
        label="Recommendation",
        choices=Advice.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you recommend."},
    )
    recommendation = forms.CharField(
        label="In words",
        max_length=review_checks.TEXT_LIMIT,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write the recommendation: it is the evidence of the review."},
    )
    follow_up_on = base.Day(label="Follow up on", required=False)
    with_whom = base.Chosen(
        label="Took part",
        required=False,
        empty="Nobody else",
        says=lambda person: person.full_name,
        error_messages={"invalid_choice": "Choose one of the care managers listed, or nobody."},
    )
    time = forms.ChoiceField(
        label="Time",
        choices=TIME,
        error_messages={
            "required": "Say how long it took: take the clock's time, enter it, or choose none."
        },
    )
    day = base.Day(label="Day")
    start = base.ClockTime(label="From")
    minutes = forms.IntegerField(
        label="Minutes",
        min_value=1,
        max_value=LONGEST,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "invalid": "Enter whole minutes.",
            "min_value": "Enter at least 1 minute, or choose no minutes.",
            "max_value": f"Enter at most {LONGEST} minutes.",
        },
    )
    reason = forms.CharField(
        label="Why by hand",
        max_length=review_checks.REASON_LIMIT,
        widget=forms.TextInput(attrs={"placeholder": "Such as: by phone, away from the desk"}),
    )

    def __init__(self, *args: Any, timezone: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.timezone = timezone
        if self.is_bound and self.data.get("time") != BY_HAND:
            for name in BY_HAND_FIELDS:
                self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        """`started_at` and `ended_at` beside what was typed, where the time is by hand."""
        data = self.cleaned_data
        data["started_at"] = data["ended_at"] = None
        if data.get("time") == BY_HAND:
            self._interval(data)
        return data

    def _interval(self, data: dict[str, Any]) -> None:
        if self.errors.keys() & {"day", "start", "minutes"}:
            return
        try:
            start = local_time.instant(data["day"], data["start"], self.timezone)
        except ValueError as error:
            self.add_error("start", str(error))
            return
        data["started_at"] = start
        data["ended_at"] = start + dt.timedelta(minutes=data["minutes"])

    def by_field(self, problems: Mapping[str, str | None]) -> dict[str, str | None]:
        """A service's problems under the form's names."""
        return {FIELDS.get(name, name): words for name, words in problems.items()}


class RequestForm(base.Form):
    question = forms.CharField(
        label="Your question",
        max_length=review_checks.TEXT_LIMIT,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="What is tried, since when, what you would like to know. The consultant sees "
        "scores, diagnoses and contacts beside it.",
        error_messages={"required": "Write what you want to know from the consultant."},
    )


class WithdrawForm(base.Form):
    reason = forms.CharField(
        label="Why it is withdrawn",
        max_length=review_checks.REASON_LIMIT,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Say why this review is withdrawn."},
    )
