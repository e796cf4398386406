from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from registry.vocabulary import Sex
from registry.web.forms import base

if TYPE_CHECKING:
    from registry.models import Patient

FIELDS = (
    "record_number", "first_name", "middle_name", "last_name", "birth_date", "sex", "address",
    "city", "state", "zip_code", "phone", "died_on",
)  # fmt: skip


class PatientForm(base.Form):
    record_number = forms.CharField(
        label="Record number", max_length=24, help_text="The number in your EHR."
    )
    first_name = forms.CharField(max_length=35)
    middle_name = forms.CharField(max_length=25, required=False)
    last_name = forms.CharField(max_length=60)
    birth_date = base.Day(label="Date of birth")
    sex = forms.ChoiceField(
        choices=[("", "Choose…"), *Sex.choices], help_text="As the payer has it on file."
    )
    address = forms.CharField(label="Street address", max_length=55, required=False)
    city = forms.CharField(max_length=30, required=False)
    state = forms.CharField(max_length=2, required=False, widget=forms.TextInput(attrs={"size": 2}))
    zip_code = forms.CharField(label="ZIP code", max_length=10, required=False)
    phone = forms.CharField(
        max_length=20, required=False, widget=forms.TextInput(attrs={"type": "tel"})
    )
    died_on = base.Day(label="Date of death", required=False)


def initial(patient: Patient) -> dict[str, Any]:
    return {field: getattr(patient, field) for field in FIELDS}
