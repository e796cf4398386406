"""What narrows the access log: a person and days.  A patient is chosen by a form of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django import forms
from django.http import QueryDict

from registry.web import months
from registry.web.forms.base import Day


class LookFilter(forms.Form):
    """What is not understood narrows nothing, and says so at its field."""

    person = forms.TypedChoiceField(label="Who", required=False, coerce=int, empty_value=None)
    first = Day(label="From", required=False)
    last = Day(label="To", required=False)
    patient = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, query: QueryDict, people: Iterable[tuple[int, str]]) -> None:
        super().__init__(query)
        self.fields["person"].choices = [("", "Everybody"), *people]  # type: ignore[attr-defined]

    def _day(self, name: str) -> dt.date | None:
        day: dt.date | None = self.cleaned_data[name]
        if day is not None and not months.EARLIEST <= day < months.LATEST:
            raise forms.ValidationError("Nobody looked on this day. Choose another.")
        return day

    def clean_first(self) -> dt.date | None:
        return self._day("first")

    def clean_last(self) -> dt.date | None:
        return self._day("last")
