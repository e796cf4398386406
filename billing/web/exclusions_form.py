"""What a person looks for in the list of services that exclude each other."""

from __future__ import annotations

import datetime as dt
import re

from django import forms
from django.http import QueryDict

from billing.rules.words import plain
from billing.selectors.code_pairs import Wanted
from billing.services import stretches

KINDS = (("month", "Same month"), ("same_date", "Same date"))
EFFECTS = (("hold", "Holds the claim"), ("warn", "Warns"))
_MOST_CODES = 2


class ExclusionFilter(forms.Form):
    """What is not understood narrows nothing, and says so at its field."""

    code = forms.CharField(
        label="Code, or two",
        required=False,
        widget=forms.TextInput(
            attrs={"type": "search", "autocomplete": "off", "placeholder": "99492 96127"}
        ),
    )
    kind = forms.ChoiceField(label="Rule", required=False, choices=[("", "All rules"), *KINDS])
    effect = forms.ChoiceField(
        label="What it does", required=False, choices=[("", "Holds or warns"), *EFFECTS]
    )
    on = forms.DateField(
        label="In force on",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "This is no day. Write it as 2026-10-31."},
    )

    def __init__(self, query: QueryDict, today: dt.date) -> None:
        given = query.copy()
        given.setdefault("on", str(today))
        super().__init__(given)
        self.today = today

    def clean_code(self) -> list[str]:
        codes = plain(self.cleaned_data["code"]).replace(",", " ").split()
        if len(codes) > _MOST_CODES:
            raise forms.ValidationError("Look for one code, or for two together.")
        if not all(re.fullmatch(r"[0-9A-Z]{1,5}", code) for code in codes):
            raise forms.ValidationError("A code has five letters and digits, such as 99492.")
        return codes

    def clean_on(self) -> dt.date:
        day: dt.date | None = self.cleaned_data["on"]
        if day is not None and not stretches.FIRST <= day <= stretches.LAST:
            raise forms.ValidationError("No claim is of this day. Choose another.")
        return day or self.today

    def wanted(self) -> Wanted:
        self.is_valid()
        found = self.cleaned_data
        return Wanted(
            on=found.get("on") or self.today,
            codes=found.get("code") or (),
            kind=found.get("kind") or "",
            effect=found.get("effect") or "",
        )
