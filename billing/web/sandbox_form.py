"""What a policy's test asks for: the month, and the two readings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any

from django import forms
from django.http import QueryDict

from billing.services import sandbox_sides
from billing.services.sandbox_sides import Group
from billing.services.sandbox_store import Side
from billing.web import doors
from registry import calendar
from registry.templatetags.formats import month_name
from registry.web.forms import base


class MonthField(forms.ChoiceField):
    """One of the months offered; any other one that can be billed is taken from an address."""

    def valid_value(self, value: Any) -> bool:
        return True

    def clean(self, value: Any) -> dt.date:
        text = super().clean(value)
        try:
            return doors.parse_month(text)
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error


class TestForm(base.Form):
    month = MonthField(help_text="Its charts are read as they are now.")
    before = forms.ChoiceField(label="Decided by")
    after = forms.ChoiceField(label="Compared with")

    def __init__(
        self,
        data: QueryDict | None,
        *,
        months: Collection[dt.date],
        groups: list[Group],
        initial: dict[str, str],
    ) -> None:
        super().__init__(data, initial=initial)
        self.sides = {side.name: side for group in groups for side in group.sides}
        self._offer("month", [(calendar.month_text(month), month_name(month)) for month in months])
        for field in ("before", "after"):
            self._offer(field, [_choice(group) for group in groups])
        self.fields["after"].widget.choices = [  # type: ignore[attr-defined]
            ("", "Choose a reading"),
            *self.fields["after"].choices,  # type: ignore[attr-defined]
        ]

    def side(self, field: str) -> Side:
        """The reading that was chosen."""
        return self.sides[self.cleaned_data[field]]

    def _offer(self, field: str, choices: list[Any]) -> None:
        self.fields[field].choices = choices  # type: ignore[attr-defined]


def _choice(group: Group) -> Any:
    pairs = [(side.name, side.label) for side in group.sides]
    return (group.title, pairs) if group.title else pairs[0]


def starting(month: dt.date, after: str) -> dict[str, str]:
    """What the form shows first: the month under review, what stands, and what is tested."""
    chosen = {"month": calendar.month_text(month), "before": sandbox_sides.NOW.name}
    return {**chosen, "after": after}
