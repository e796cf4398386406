"""What is entered of fees: one, its end, a file of them, or published ones."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from billing.selectors import published_fees
from billing.selectors.fees import KINDS as FEE_KINDS
from billing.services import fee_text
from registry.web.forms import base

KINDS = [
    ("charge", "A charge: what the practice asks"),
    ("allowed", "Allowed: what the payer takes as the price, of which it pays its part"),
]
SETTINGS = [
    ("non_facility", "Non-facility: an office, a clinic, the patient's home"),
    ("facility", "Facility: a hospital or its outpatient department"),
]
#: CMS, Medicare Claims Processing Manual, chapter 12, section 20.4.2: the places of service that
#: are paid the facility amount.  The form only proposes by it.
FACILITY_PLACES = frozenset(
    "02 19 21 22 23 24 26 31 34 41 42 51 52 53 56 61".split()  # noqa: SIM905 - read as CMS lists it
)


class Dollars(forms.DecimalField):
    """Dollars and cents, with or without the sign."""

    widget = forms.TextInput(attrs={"inputmode": "decimal"})
    default_error_messages = {"invalid": "This is no amount. Write dollars and cents, as 150.10."}

    def to_python(self, value: Any) -> Any:
        return super().to_python(str(value).strip().removeprefix("$") if value else value)


class FeeForm(base.Form):
    kind = forms.ChoiceField(
        label="The amount is", widget=forms.RadioSelect, choices=KINDS, initial="charge"
    )
    code = forms.CharField(max_length=7)
    amount = Dollars(label="Amount for one unit", help_text="Dollars and cents, such as 150.10.")
    whose = forms.ChoiceField(label="It is for", widget=forms.RadioSelect, initial="payer")
    active_from = base.Day(label="First day", help_text="By the claim's date of service.")
    active_to = base.Day(
        label="Last day", required=False, help_text="Empty: until somebody ends it."
    )
    source = forms.CharField(
        max_length=300, help_text="Where the amount comes from: the practice's fee schedule, say."
    )
    is_unconfirmed = forms.BooleanField(
        label="Not confirmed yet", required=False, help_text="It is marked wherever it is listed."
    )

    def __init__(self, *args: Any, payer_name: str, codes: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = f"One of {', '.join(codes)}."
        self.fields["whose"].choices = whose(payer_name)  # type: ignore[attr-defined]


def whose(payer_name: str) -> list[tuple[str, str]]:
    return [
        ("payer", f"{payer_name} alone"),
        ("all", "Every payer without an amount of its own"),
    ]


class EndForm(base.Form):
    ends_on = base.Day(label="Last day", help_text="The last day on which it is in force.")


class MakesRoom(base.Form):
    makes_room = forms.BooleanField(
        label="End what is in force the day before a new amount begins",
        required=False,
        help_text="Only where the new amounts have all the days that it would lose.",
    )


class UploadForm(MakesRoom):
    """The file, or once it is previewed, its text."""

    file = forms.FileField(
        label="CSV file",
        allow_empty_file=True,
        error_messages={"required": "Choose the file with the amounts."},
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
        help_text=f"UTF-8, with commas, at most {fee_text.MOST_BYTES // 1024} kB.",
    )
    text = forms.CharField(required=False, strip=False, widget=forms.Textarea)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].required = not self.data.get("text")

    def data_given(self) -> bytes:
        """The bytes to be read.  Of a file that is too large, one byte more than may be."""
        file = self.cleaned_data.get("file")
        if file:
            return file.read(fee_text.MOST_BYTES + 1)
        return str(self.cleaned_data["text"]).encode()


class PublishedForm(MakesRoom):
    schedule = forms.ChoiceField(label="Schedule", widget=forms.RadioSelect)
    kind = forms.ChoiceField(
        label="They are taken as", widget=forms.RadioSelect, choices=KINDS, initial="allowed"
    )
    percent = forms.DecimalField(
        label="Percent of what is published",
        initial=100,
        max_digits=6,
        decimal_places=2,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        help_text="100 as it is published; a contract or a charge may be another, such as 150.",
        error_messages={"invalid": "This is no percentage. Write a number, such as 150."},
    )
    whose = forms.ChoiceField(label="For", widget=forms.RadioSelect, initial="payer")
    setting = forms.ChoiceField(label="Setting", widget=forms.RadioSelect, choices=SETTINGS)
    active_from = base.Day(label="First day", help_text="By the claim's date of service.")
    active_to = base.Day(
        label="Last day",
        required=False,
        help_text="Empty: as long as each amount is published for.",
    )

    def __init__(
        self, *args: Any, payer_name: str, place: str, today: dt.date, **kwargs: Any
    ) -> None:
        kwargs["initial"] = {
            "schedule": "medicare",
            "setting": "facility" if place in FACILITY_PLACES else "non_facility",
            "active_from": today.replace(month=1, day=1),
            **kwargs.get("initial", {}),
        }
        super().__init__(*args, **kwargs)
        self.fields["schedule"].choices = [  # type: ignore[attr-defined]
            (name, schedule.label) for name, schedule in published_fees.book().items()
        ]
        self.fields["whose"].choices = whose(payer_name)  # type: ignore[attr-defined]
        self.fields[
            "setting"
        ].help_text = (
            f"The practice's place of service is {place}. Medicare pays the two differently."
        )


class FeesFilter(forms.Form):
    """Narrows the practice's fees.  What the list does not know narrows nothing."""

    payer = forms.ChoiceField(required=False)
    kind = forms.ChoiceField(required=False, choices=[("", "Both kinds"), *FEE_KINDS])
    days = forms.ChoiceField(
        label="In force",
        required=False,
        choices=[("", "On any day"), ("today", "Today or later"), ("over", "Ended")],
    )

    def __init__(self, *args: Any, payers: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        everybody = [("", "All fees"), ("all", "Those for all payers")]
        named = [(str(pk), name) for pk, name in payers]
        self.fields["payer"].choices = [*everybody, *named]  # type: ignore[attr-defined]

    def wanted(self) -> dict[str, str]:
        """What was chosen, by field; nothing for a field that was not, or wrongly."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
