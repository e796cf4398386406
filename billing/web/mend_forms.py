"""Small forms for what stands against a claim, where no page has just these fields."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms

from billing.services.fees import Terms
from billing.web.fees_form import Dollars, whose
from registry.services import other_services, patient_matches
from registry.web.forms import base

_YES_NO = [
    ("no", "Another person: this claim may go"),
    ("yes", "The same person: the claim made elsewhere stands, this one stays here"),
]
_AMOUNT = "amount_"


class VisitForm(base.Form):
    initiating_visit_on = base.Day(
        label="Day of the initiating visit",
        help_text="With the treating practitioner, within a year before care began.",
    )


class DiagnosisForm(base.Form):
    diagnosis = forms.CharField(
        label="Diagnosis",
        max_length=10,
        help_text="An ICD-10-CM code; it is added behind those on record.",
    )


class SamePersonForm(base.Form):
    is_same = forms.TypedChoiceField(
        label="Is it the same person?",
        widget=forms.RadioSelect,
        choices=_YES_NO,
        coerce=lambda value: value == "yes",
        error_messages={"required": "Say whether it is the same person."},
    )
    reason = forms.CharField(
        label="How you know",
        max_length=patient_matches.MOST_REASON,
        help_text="Such as: both cards copied, two people. It is kept with your name.",
    )


class ServiceMendForm(base.Form):
    service = base.Chosen(label="Which service", says=str)
    what = forms.ChoiceField(
        label="What is true of it",
        widget=forms.RadioSelect,
        choices=[
            ("moved", "It was given on another day"),
            ("void", "It is not billed beside this claim: take it off"),
        ],
    )
    served_on = base.Day(label="The right day", required=False)
    reason = forms.CharField(
        label="Why it is taken off", max_length=other_services.MOST_REASON, required=False
    )


class FeesMendForm(base.Form):
    """A charge for each code that has none."""

    whose = forms.ChoiceField(label="For", widget=forms.RadioSelect, initial="all")
    active_from = base.Day(label="From", help_text="By the claim's date of service.")
    source = forms.CharField(max_length=300, initial="The practice's fee schedule")

    def __init__(self, *args: Any, payer_name: str, codes: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["whose"].choices = whose(payer_name)  # type: ignore[attr-defined]
        own = {
            f"{_AMOUNT}{code}": Dollars(
                label=f"Charge for one unit of {code}",
                error_messages={"required": f"The charge for {code} is missing. Enter it."},
            )
            for code in codes
        }
        self.fields = {**own, **self.fields}

    def terms(self, data: dict[str, Any]) -> list[Terms]:
        day: dt.date = data["active_from"]
        return [
            Terms(
                code=name.removeprefix(_AMOUNT),
                amount=Decimal(amount),
                active_from=day,
                source=data["source"],
            )
            for name, amount in data.items()
            if name.startswith(_AMOUNT)
        ]

    def by_field(self, problems: dict[str, str | None]) -> dict[str, str | None]:
        """A service's problem of a code by its amount, others by the field that all share."""
        return {self._field(name): text for name, text in problems.items()}

    def _field(self, name: str) -> str:
        shared = name.rpartition("_")[0]
        return shared if shared in self.fields else name
