from __future__ import annotations

from django import forms

from registry.services.errands import MOST_ANSWER
from registry.web.forms import base


class AnswerForm(base.Form):
    answer = forms.CharField(
        label="It cannot be done",
        max_length=MOST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Say why, or what should be done instead: it stands on the claim's row.",
    )
