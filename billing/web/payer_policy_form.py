"""What is entered of a payer's policy: its reading and days, its approval, its end."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django import forms

from billing.rules import presets
from registry.web.forms import base

if TYPE_CHECKING:
    from billing.models import PayerPolicy

FIELDS = ("preset", "active_from", "active_to", "source", "source_address", "review_by")


class PolicyForm(base.Form):
    preset = forms.ChoiceField(
        label="How the payer reads the codes",
        help_text="It fills every field. What this payer does otherwise is entered afterwards, "
        "field by field.",
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
        label="Look at it again on",
        required=False,
        help_text="From that day on the policy is marked, until somebody has looked.",
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["preset"].choices = [("", "Choose…"), *_by_group()]  # type: ignore[attr-defined]
        self.fields["preset"].error_messages["required"] = "Choose one of the readings listed."


def _by_group() -> list[tuple[str, list[tuple[str, str]]]]:
    """The presets as a list shows them: general readings first, then payers by kind."""
    book = presets.book()
    return [
        (
            group,
            [
                (name, f"{each.label} ({name})")
                for name, each in book.items()
                if each.group == group
            ],
        )
        for group in presets.GROUPS
        if any(each.group == group for each in book.values())
    ]


def initial(row: PayerPolicy) -> dict[str, Any]:
    return {name: getattr(row, name) for name in FIELDS}


def in_a_year(day: dt.date) -> dt.date:
    """The day on which a payer's rules are usually due for a look: payers change them yearly."""
    return day.replace(year=day.year + 1, day=min(day.day, 28))


class ApproveForm(base.Form):
    """`seen` is the mark of the draft as the page shows it."""

    makes_room = forms.BooleanField(label="Make room for it as said above", required=False)
    untested_why = forms.CharField(
        label="Why no test is needed", max_length=300, required=False,
        help_text="Such as: the payer is new, no month was billed to it.",
    )  # fmt: skip
    seen = forms.CharField(required=False, widget=forms.HiddenInput)


class ReviewedForm(base.Form):
    review_by = base.Day(
        label="Look at it again on", help_text="From that day on the policy is marked again."
    )


class EndForm(base.Form):
    ends_on = base.Day(label="Last day", help_text="The last day on which it is in force.")
