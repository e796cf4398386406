from __future__ import annotations

from django import forms

from registry.services.relapse_plans import MOST
from registry.web.forms import base


def _words(label: str, help_text: str, *, required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=required,
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=help_text,
    )


class PlanForm(base.Form):
    warning_signs = _words("Warning signs", "What the patient notices first, in their own words.")
    what_helps = _words("What helps", "What the patient will do when a sign comes back.")
    treatment = _words(
        "Treatment to go on with", "Medicines and how long, therapy, self-care.", required=False
    )
    who_to_call = _words(
        "Whom to call", "The clinic, a crisis line such as 988, a person close by.", required=False
    )
    made_on = base.Day(label="Made on")
    next_score_on = base.Day(label="Next score on", required=False)
