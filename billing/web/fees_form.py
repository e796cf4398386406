"""What is entered of a fee."""

from __future__ import annotations

from typing import Any

from django import forms

from registry.web.forms import base


class Dollars(forms.DecimalField):
    """Dollars and cents, with or without the sign."""

    widget = forms.TextInput(attrs={"inputmode": "decimal"})
    default_error_messages = {"invalid": "This is no amount. Write dollars and cents, as 150.10."}

    def to_python(self, value: Any) -> Any:
        return super().to_python(str(value).strip().removeprefix("$") if value else value)


class FeeForm(base.Form):
    code = forms.CharField(max_length=7)
    amount = Dollars(label="Amount for one unit", help_text="Dollars and cents, such as 150.10.")
    whose = forms.ChoiceField(label="It is charged to", widget=forms.RadioSelect, initial="payer")
    active_from = base.Day(label="First day", help_text="By the claim's date of service.")
    active_to = base.Day(
        label="Last day", required=False, help_text="Empty: until somebody ends it."
    )
    source = forms.CharField(
        max_length=300, help_text="Where the amount comes from: the practice's fee schedule, say."
    )

    def __init__(self, *args: Any, payer_name: str, codes: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = f"One of {', '.join(codes)}."
        self.fields["whose"].choices = [  # type: ignore[attr-defined]
            ("payer", f"{payer_name} alone"),
            ("all", "Every payer without an amount of its own"),
        ]


class EndForm(base.Form):
    ends_on = base.Day(label="Last day", help_text="The last day on which it is in force.")
