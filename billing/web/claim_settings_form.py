from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import QuerySet

from billing.selectors import claim_form
from billing.services import claim_settings, destinations
from registry.web.forms import base

if TYPE_CHECKING:
    from billing.models import ClaimSettings, Destination, PayerClaimSettings

_FROM_THE_POLICY = ("", "As its policy says, else by the place of service")


class ClaimSettingsForm(base.Form):
    facility_name = forms.CharField(
        label="Name", max_length=60, required=False, help_text="Empty: care is given at the "
        "practice's own address."
    )  # fmt: skip
    facility_npi = forms.CharField(label="NPI", max_length=12, required=False)
    facility_address = forms.CharField(label="Street address", max_length=55, required=False)
    facility_city = forms.CharField(label="City", max_length=30, required=False)
    facility_state = forms.CharField(label="State", max_length=2, required=False)
    facility_zip = forms.CharField(
        label="ZIP code", max_length=10, required=False, help_text="All nine digits (ZIP+4)."
    )
    bill_type = forms.CharField(
        label="Bill type",
        max_length=2,
        required=False,
        help_text="Empty: 71 for a rural health clinic (place of service 72), 77 for a federally "
        "qualified health center (50). Not confirmed for every payer.",
    )
    revenue_code = forms.CharField(
        max_length=4,
        required=False,
        help_text=f"Empty: {claim_form.REVENUE_CODE}, medical services at the clinic. Some payers "
        "want 0900, mental health. Not confirmed: ask yours.",
    )
    form_x = forms.DecimalField(
        label="To the right",
        max_digits=4,
        decimal_places=1,
        help_text="Millimetres; − left.",
    )
    form_y = forms.DecimalField(
        label="Down", max_digits=4, decimal_places=1, help_text="Millimetres; − upwards."
    )


class PayerClaimsForm(base.Form):
    also_named = forms.ChoiceField(
        label="Its claims name, besides the rendering practitioner",
        choices=claim_settings.ALSO_NAMED,
        widget=forms.RadioSelect,
    )
    clinician = base.Chosen(
        label="Who that is",
        required=False,
        empty="The episode's own practitioner",
        help_text="A supervising practitioner must be chosen.",
    )
    claim_form = forms.ChoiceField(
        label="Claims are written as",
        required=False,
        choices=[_FROM_THE_POLICY, *claim_settings.FORMS],
    )
    filing_days = forms.IntegerField(
        label="Days to file a claim",
        required=False,
        help_text="From the date of service, by your contract. Empty: as its policy says.",
    )
    appeal_days = forms.IntegerField(
        label="Days to appeal",
        required=False,
        help_text="From the day of the remittance. Empty: as its policy says.",
    )

    def __init__(self, *args: Any, clinicians: QuerySet[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["clinician"].offer(clinicians)  # type: ignore[attr-defined]


class Secret(forms.Textarea):
    """Takes a secret and never shows one, not even the one that was typed a moment ago."""

    def format_value(self, value: Any) -> str:
        return ""


class DestinationForm(base.Form):
    """The secret is written and never shown: an empty field keeps the one that is there."""

    kind = forms.ChoiceField(
        label="How files get there", choices=destinations.OWN_KINDS, widget=forms.RadioSelect
    )
    folder = forms.CharField(
        max_length=200,
        required=False,
        help_text="SFTP: the folder on the server. A folder on this server: its name below the "
        "practice's outbox.",
    )
    host = forms.CharField(max_length=253, required=False)
    port = forms.IntegerField(required=False)
    username = forms.CharField(label="User", max_length=64, required=False)
    secret_kind = forms.ChoiceField(
        label="Signs in with", required=False, choices=destinations.SECRET_KINDS
    )
    secret = forms.CharField(
        label="Password or private key",
        required=False,
        strip=False,
        max_length=8000,
        widget=Secret(attrs={"rows": 3, "autocomplete": "off", "spellcheck": "false"}),
    )
    host_key = forms.CharField(
        label="The server's host key",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2, "spellcheck": "false"}),
        help_text="The public key (ssh-ed25519 AAAA…) or its fingerprint (SHA256:…), as the "
        "receiver published it. A server that shows another one gets nothing.",
    )
    host_key_asked = forms.BooleanField(required=False, widget=forms.HiddenInput)
    host_key_compared = forms.BooleanField(
        label="I compared this fingerprint with what the receiver published or told me",
        required=False,
    )

    def __init__(self, *args: Any, of_payer: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if of_payer:
            self.fields["kind"].choices = destinations.KINDS  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A key that the server itself showed is kept by a person's decision alone."""
        data: dict[str, Any] = super().clean() or {}
        asked, compared = data.pop("host_key_asked", False), data.pop("host_key_compared", False)
        if asked and not compared and data.get("kind") == "sftp":
            self.add_error(
                "host_key_compared",
                "Compare the fingerprint with the receiver's, by its page or by phone, and say so. "
                "A server in between would show a key too.",
            )
        return data


def initial(settings: ClaimSettings) -> dict[str, Any]:
    return {name: getattr(settings, name) for name in ClaimSettingsForm.base_fields}


def initial_of_payer(settings: PayerClaimSettings) -> dict[str, Any]:
    return {name: getattr(settings, name) for name in PayerClaimsForm.base_fields}


def initial_destination(row: Destination | None, *, of_payer: bool) -> dict[str, Any]:
    if row is None:
        return {
            "kind": "practice" if of_payer else "download",
            "port": 22,
            "secret_kind": "password",
        }
    names = ("kind", "folder", "host", "port", "username", "secret_kind", "host_key")
    return {name: getattr(row, name) for name in names}
