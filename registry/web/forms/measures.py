from __future__ import annotations

from typing import Any

from django import forms

from registry import instruments
from registry.vocabulary import Instrument
from registry.web.forms import base

ITEMS, TOTAL = "items", "total"


class MeasureForm(base.Form):
    """A scale item by item, or its total alone (`way`); items are `item_1`, `item_2`, …"""

    scored_on = base.Day(label="Filled in on")
    way = forms.ChoiceField(
        label="Enter",
        choices=[(ITEMS, "Item by item"), (TOTAL, "The total alone")],
        initial=ITEMS,
        widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
    )
    total = forms.IntegerField(
        required=False,
        widget=forms.NumberInput(attrs={"min": 0, "inputmode": "numeric"}),
        error_messages={"invalid": "The total is a whole number. Correct it."},
    )

    def __init__(self, *args: Any, scale: instruments.Scale, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.scale = scale
        self.fields["total"].widget.attrs["max"] = scale.most
        for at, words in enumerate(scale.items, start=1):
            self.fields[f"item_{at}"] = _answer(f"{at}. {words}", required=False)
        if scale.name == Instrument.PHQ9:
            self.fields["item_nine"] = _answer(
                "Item 9: thoughts of being better off dead, or of hurting oneself", required=False
            )

    def clean(self) -> dict[str, Any]:
        """`total`, `items`, `item_nine` as the service takes them: of the way that was chosen."""
        data = self.cleaned_data
        given: dict[str, Any] = {"scored_on": data.get("scored_on"), "total": None, "items": None}
        if data.get("way") == TOTAL:
            return given | {"total": data.get("total"), "item_nine": data.get("item_nine")}
        names = [f"item_{at}" for at in range(1, len(self.scale.items) + 1)]
        return given | {"items": [data.get(name) for name in names]}

    def rows(self) -> list[dict[str, Any]]:
        """The items, for the grid; one that was sent without an answer is marked."""
        sent = self.is_bound and self.data.get("way") != TOTAL
        bound = [self[f"item_{at}"] for at in range(1, len(self.scale.items) + 1)]
        return [
            {"field": field, "words": words, "blank": sent and field.data in (None, "")}
            for field, words in zip(bound, self.scale.items, strict=True)
        ]


def _answer(label: str, *, required: bool) -> forms.Field:
    return forms.TypedChoiceField(
        label=label,
        required=required,
        coerce=int,
        empty_value=None,
        choices=instruments.ANSWERS,
        widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
    )


class VoidForm(base.Form):
    reason = forms.CharField(max_length=200, widget=forms.Textarea(attrs={"rows": 2}))


class AcknowledgeForm(base.Form):
    action_taken = forms.CharField(
        label="What was done",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Who spoke with the patient and when, how safe they are, what was agreed.",
    )
