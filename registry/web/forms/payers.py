from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from registry.services import payers
from registry.web.forms import base

if TYPE_CHECKING:
    from registry.models import Payer

FIELDS = ("name", "payer_id", "claim_filing_code", "address", "city", "state", "zip_code")


class PayerForm(base.Form):
    name = forms.CharField(max_length=60)
    payer_id = forms.CharField(
        label="Electronic payer id",
        max_length=20,
        required=False,
        help_text="From the payer or the clearinghouse. No claim can be sent without it.",
    )
    claim_filing_code = forms.ChoiceField(
        label="Kind of insurance",
        initial="CI",
        choices=[(code, f"{words} ({code})") for code, words in payers.FILING_CODES.items()],
    )
    address = forms.CharField(label="Street address", max_length=55, required=False)
    city = forms.CharField(max_length=30, required=False)
    state = forms.CharField(max_length=2, required=False)
    zip_code = forms.CharField(label="ZIP code", max_length=10, required=False)


def initial(payer: Payer) -> dict[str, Any]:
    return {field: getattr(payer, field) for field in FIELDS}
