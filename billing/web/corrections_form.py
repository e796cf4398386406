from __future__ import annotations

from django import forms

from registry.web.forms import base

_NUMBER = "Needed for the electronic way. It stands on the remittance or the claim status report."


class ReplaceForm(base.Form):
    how = forms.ChoiceField(
        label="How it goes to the payer",
        choices=[
            ("7", "As a replacement (frequency 7)"),
            ("1", "As a new claim, the earlier one being rejected or taken back"),
        ],
        widget=forms.RadioSelect,
    )
    payer_number = forms.CharField(
        label="The payer's number of the earlier claim",
        required=False, max_length=50, help_text=_NUMBER,
    )  # fmt: skip
    reason = forms.CharField(
        label="Why it is replaced", max_length=200, help_text="Such as time confirmed late."
    )


class VoidForm(base.Form):
    how = forms.ChoiceField(
        label="How the payer is told",
        choices=[
            ("8", "By an electronic void (frequency 8) in the next file"),
            ("", "Otherwise: by phone, by letter, by paying back"),
        ],
        widget=forms.RadioSelect,
        required=False,
    )
    payer_number = forms.CharField(
        label="The payer's number of the earlier claim",
        required=False, max_length=50, help_text=_NUMBER,
    )  # fmt: skip
    reason = forms.CharField(label="Why it is voided", max_length=200)
