from __future__ import annotations

import re
from typing import Any

from django import forms

from registry.services import other_services
from registry.web.forms import base

OUTSIDE = "outside"


class ServiceForm(base.Form):
    code = forms.CharField(max_length=5, help_text="CPT or HCPCS, such as 99213.")
    served_on = base.Day(label="Day of the service")
    giver = forms.ChoiceField(label="Who gave it")
    outside = forms.CharField(
        label="Name, if from outside the practice",
        max_length=other_services.MOST_GIVER,
        required=False,
    )
    modifiers = forms.CharField(
        max_length=20,
        required=False,
        help_text="Those on this service's own line, such as 25 or 25, 95.",
    )

    def __init__(self, *args: Any, givers: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "Choose…"), *givers, (OUTSIDE, "Somebody outside the practice")]
        self.fields["giver"].choices = choices  # type: ignore[attr-defined]

    def clean_modifiers(self) -> list[str]:
        return re.findall(r"[^\s,;]+", self.cleaned_data["modifiers"])

    def details(self) -> dict[str, Any]:
        """The form's data as the service takes them."""
        found = self.cleaned_data
        giver = found["outside"] if found["giver"] == OUTSIDE else found["giver"]
        return {
            "code": found["code"],
            "served_on": found["served_on"],
            "practitioner": giver,
            "modifiers": found["modifiers"],
        }

    def by_field(self, problems: dict[str, str | None]) -> dict[str, str | None]:
        """The service's problems by the form's fields."""
        field = "outside" if self.cleaned_data.get("giver") == OUTSIDE else "giver"
        return {field if name == "practitioner" else name: said for name, said in problems.items()}
