from __future__ import annotations

from django import forms

from registry.vocabulary import Answer
from registry.web.forms import base

MAIL, SHOW = "mail", "show"


class LinkForm(base.Form):
    way = forms.ChoiceField(
        label="How it reaches them",
        widget=forms.RadioSelect,
        choices=[
            (MAIL, "Mail it"),
            (SHOW, "Show it to me, for a message in the EHR"),
        ],
    )


class AnswerForm(base.Form):
    """The answer of somebody who has not signed in."""

    answer = forms.ChoiceField(
        label="What becomes of it", choices=Answer.choices, widget=forms.RadioSelect
    )
    note = forms.CharField(
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Needed where it is changed or declined.",
    )
