from __future__ import annotations

from django import forms

from registry.services import log_audit
from registry.web.forms import base


class WeekForm(base.Form):
    week = base.Day(label="Monday of the week")


class SettleForm(base.Form):
    note = forms.CharField(
        label="What came of it",
        max_length=log_audit.NOTE_LIMIT,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Such as: spoke with Alice, the entry is right. Or: voided and entered anew.",
        error_messages={"required": "Say what came of it, in a few words."},
    )
