from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from registry.services.practice_settings import PLACES
from registry.web.forms import base

if TYPE_CHECKING:
    from registry.models import Site

FIELDS = (
    "name", "npi", "address", "city", "state", "zip_code", "place_of_service", "is_open",
)  # fmt: skip


class SiteForm(base.Form):
    name = forms.CharField(max_length=60, help_text="As payers know the place.")
    npi = forms.CharField(
        label="NPI", max_length=12, required=False, help_text="Where the place has one of its own."
    )
    address = forms.CharField(label="Street address", max_length=55)
    city = forms.CharField(max_length=30)
    state = forms.CharField(max_length=2)
    zip_code = forms.CharField(
        label="ZIP code", max_length=10, help_text="All nine digits (ZIP+4) where you know them."
    )
    place_of_service = forms.ChoiceField(
        choices=[(code, f"{code} {label}") for code, label in PLACES.items()], initial="11"
    )
    is_open = forms.BooleanField(label="Care is given here", required=False, initial=True)


def initial(site: Site) -> dict[str, Any]:
    return {field: getattr(site, field) for field in FIELDS}
