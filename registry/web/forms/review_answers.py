from __future__ import annotations

from django import forms

from registry.vocabulary import Answer
from registry.web.forms import base


class AnswerForm(base.Form):
    answer = forms.ChoiceField(
        label="What becomes of it", choices=Answer.choices, widget=forms.RadioSelect
    )
    note = forms.CharField(
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Needed where it is changed or declined.",
    )
