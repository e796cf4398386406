from __future__ import annotations

from django import forms

from registry.services import treatments
from registry.vocabulary import TreatmentKind
from registry.web.forms import base


class TreatmentForm(base.Form):
    kind = forms.ChoiceField(
        choices=TreatmentKind.choices,
        initial=TreatmentKind.MEDICINE,
        widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
    )
    name = forms.CharField(max_length=treatments.MOST_NAME)
    dose = forms.CharField(
        required=False, max_length=treatments.MOST_DOSE, help_text="Such as 50 mg daily."
    )
    started_on = base.Day(label="Since")
    prescriber = forms.CharField(
        label="Prescriber or therapist", required=False, max_length=treatments.MOST_PRESCRIBER
    )


class DoseForm(base.Form):
    dose = forms.CharField(label="New dose", max_length=treatments.MOST_DOSE)
    on = base.Day(label="From")


class StopForm(base.Form):
    on = base.Day(label="Stopped on")
    reason = forms.ChoiceField(
        label="Why",
        choices=[("", "Choose…"), *((end.value, end.label) for end in treatments.STOPS)],
    )


class VoidForm(base.Form):
    reason = forms.CharField(max_length=treatments.MOST_REASON)
