"""What is entered of a payer's policy."""

from __future__ import annotations

from typing import Any

from django import forms

from billing.rules import presets
from registry.web.forms import base


class PolicyForm(base.Form):
    preset = forms.ChoiceField(
        label="How the payer reads the codes",
        widget=forms.RadioSelect,
        help_text="It says from how many minutes on each code is paid.",
    )
    active_from = base.Day(
        label="First day", help_text="A month is read by the policy in force on its last day."
    )
    active_to = base.Day(
        label="Last day", required=False, help_text="Empty: until somebody ends it."
    )
    source = forms.CharField(
        max_length=300, help_text="Where this reading was found: the payer's bulletin, its date."
    )
    source_address = forms.CharField(
        label="Address of the source", max_length=300, required=False, help_text="Page or file."
    )
    review_by = base.Day(
        label="Review by",
        required=False,
        help_text="From that day on, the policy is marked for a new look.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["preset"].choices = [  # type: ignore[attr-defined]
            (name, f"{preset.label} ({name})") for name, preset in presets.book().items()
        ]
        self.fields["preset"].error_messages["required"] = "Choose one of the readings listed."


class EndForm(base.Form):
    ends_on = base.Day(label="Last day", help_text="The last day on which it is in force.")
