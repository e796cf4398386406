from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from registry.vocabulary import Program
from registry.web.forms import base


class ReferralForm(base.Form):
    reason = forms.CharField(
        label="Why, and what is hoped for",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="What the care manager should know before the first call.",
    )
    program = forms.ChoiceField(
        required=False, choices=[("", "The care manager decides"), *Program.choices]
    )
    wanted_care_manager = base.Chosen(
        label="Care manager", required=False, empty="Whoever accepts first"
    )

    def __init__(self, *args: Any, care_managers: QuerySet[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wanted_care_manager"].offer(care_managers)  # type: ignore[attr-defined]


class NoteForm(base.Form):
    """Why a referral is declined or withdrawn."""

    note = forms.CharField(
        label="Reason", max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
