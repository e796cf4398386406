"""What a person writes to ask for packets, and to share them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from billing.selectors.packet_samples import Wanted
from billing.services import packet_samples
from billing.web.doors import parse_month
from registry.errors import Refused
from registry.web.forms import base


class Month(forms.CharField):
    """A month, as `2026-10`; given back as its first day."""

    widget = forms.DateInput(attrs={"type": "month"}, format="%Y-%m")

    def clean(self, value: Any) -> dt.date | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            return parse_month(text)
        except ValueError as error:
            raise forms.ValidationError(str(error)) from None


class SampleForm(base.Form):
    """By numbers, or by payer and months."""

    label = forms.CharField(
        label="What it is for",
        max_length=80,
        help_text="Such as the payer's request number. No patient's name: it is shown in lists.",
    )
    numbers = forms.CharField(
        label="Claim numbers",
        required=False,
        max_length=20000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="CT1204 or 1204, with commas between or one a line. "
        "With numbers, the choices below are not used.",
    )
    payer = base.Chosen(label="Payer", required=False, empty="All payers")
    first_month = Month(label="From month", required=False)
    last_month = Month(label="To month", required=False)
    size = forms.IntegerField(
        label="How many, at random",
        required=False,
        min_value=1,
        max_value=packet_samples.MOST,
        help_text="Empty: all of them.",
    )
    seed = forms.CharField(
        label="Seed",
        required=False,
        max_length=40,
        help_text="The same seed draws the same claims again. Empty: a new one is made and kept.",
    )

    def __init__(self, *args: Any, payers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["payer"].offer(payers)  # type: ignore[attr-defined]

    def clean_numbers(self) -> list[int]:
        try:
            return packet_samples.numbers_in(self.cleaned_data["numbers"])
        except Refused as refused:
            raise forms.ValidationError(str(refused)) from None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        first, last = data.get("first_month"), data.get("last_month")
        if first and last and last < first:
            self.add_error("last_month", "This month lies before the first one. Exchange them.")
        return data

    def wanted(self) -> Wanted:
        data = self.cleaned_data
        if data["numbers"]:
            return Wanted(numbers=data["numbers"])
        return Wanted(
            payer_id=data["payer"].pk if data["payer"] else None,
            first_month=data["first_month"],
            last_month=data["last_month"],
            size=data["size"],
            seed=data["seed"] if data["size"] else "",
        )


class ShareForm(base.Form):
    label = forms.CharField(
        label="For whom or what",
        max_length=80,
        help_text="Such as “Empire Health Plan, request 4711”. No patient's name.",
    )
    ends_on = base.Day(label="Last day on which they may be read")
    is_listed = forms.BooleanField(
        label="Show them to every auditor of the practice, without the link",
        required=False,
    )
