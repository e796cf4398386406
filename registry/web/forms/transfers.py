from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from registry.services.transfers import MOST_REASON
from registry.web.forms import base


class TransferForm(base.Form):
    to = base.Chosen(label="New care manager")
    reason = forms.CharField(
        max_length=MOST_REASON, help_text="Such as leave, or a smaller caseload."
    )

    def __init__(self, *args: Any, care_managers: QuerySet[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].offer(care_managers)  # type: ignore[attr-defined]


class TransferAllForm(TransferForm):
    """Whose caseload, and which of its episodes: those that are ticked."""

    episodes: forms.ModelMultipleChoiceField[Any] = forms.ModelMultipleChoiceField(
        queryset=None,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Tick the patients who pass to somebody else.",
            "invalid_choice": "One of these patients is no longer in this caseload. Tick anew.",
        },
    )

    def __init__(self, *args: Any, episodes: QuerySet[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["episodes"].queryset = episodes  # type: ignore[attr-defined]
