from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django import forms

from registry.services import time_rules
from registry.vocabulary import Activity
from registry.web import local_time, months
from registry.web.forms import base

#: A service's fields, by the form's.
FIELDS = {"started_at": "start", "ended_at": "end", "patient": "", "at": "start"}
NOTE_LIMIT = 4000


class TimeForm(base.Form):
    """A stretch of time as a person writes it: a day, from, to; the end's day only if another."""

    day = base.Day(label="Day")
    start = base.ClockTime(label="From")
    end = base.ClockTime(label="To")
    end_day = base.Day(label="Ended on", required=False, help_text="Only if it was another day.")
    role = forms.ChoiceField(label="Logged as")
    activity = forms.ChoiceField(label="Activity")
    note = forms.CharField(
        label="Note",
        required=False,
        max_length=NOTE_LIMIT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    reason = forms.CharField(
        label="Why by hand",
        widget=forms.TextInput(attrs={"maxlength": time_rules.REASON_LIMIT}),
        help_text="For instance: called from another phone, forgot to start the clock.",
        error_messages={"required": "Say why this time is entered by hand."},
    )
    meant = forms.BooleanField(
        label="It is meant: keep it in the log, although these minutes will not count",
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        roles: list[tuple[str, str]],
        activities: list[tuple[str, str]],
        timezone: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["activity"].choices = [("", "Choose…"), *activities]  # type: ignore[attr-defined]
        self.timezone = timezone
        self.fields["role"].choices = roles  # type: ignore[attr-defined]
        self.fields["role"].initial = roles[0][0] if roles else ""
        if len(roles) == 1:
            self.fields["role"].widget = forms.HiddenInput()
        self.asks_whether_meant = bool(self.is_bound and self.data.get("meant"))

    def clean_day(self) -> dt.date:
        return _plausible(self.cleaned_data["day"])

    def clean_end_day(self) -> dt.date | None:
        day = self.cleaned_data["end_day"]
        return _plausible(day) if day else None

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        day = data.get("day")
        data["started_at"] = self._instant("start", day)
        data["ended_at"] = self._instant("end", data.get("end_day") or day)
        return data

    def _instant(self, name: str, day: dt.date | None) -> dt.datetime | None:
        time = self.cleaned_data.get(name)
        if day is None or time is None:
            return None
        try:
            return local_time.instant(day, time, self.timezone)
        except ValueError as error:
            self.add_error(name, str(error))
            return None

    def by_field(self, problems: Mapping[str, str | None]) -> dict[str, str | None]:
        """A service's problems under the form's names; a question asked makes its box appear."""
        if time_rules.MEANT in (problems.get("started_at") or ""):
            self.asks_whether_meant = True
        return {FIELDS.get(name, name): words for name, words in problems.items()}


def _plausible(day: dt.date) -> dt.date:
    """A day in the product's own lifetime; another is a slip of the keyboard."""
    if not months.EARLIEST <= day < months.LATEST:
        raise forms.ValidationError(f"{day.year} is no likely year. Correct it.")
    return day


class DescribeForm(base.Form):
    """What an entry's time was spent on."""

    activity = forms.ChoiceField(label="Activity", choices=Activity.choices)
    note = forms.CharField(
        label="Note",
        required=False,
        max_length=NOTE_LIMIT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
