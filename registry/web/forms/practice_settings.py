from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from registry import time_words
from registry.services import consent_script as scripts
from registry.services import practice_settings
from registry.vocabulary import Activity
from registry.web.forms import base

if TYPE_CHECKING:
    from registry.models import Practice

#: Zones in which the United States and their territories live.
ZONES = (
    "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix",
    "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu", "America/Puerto_Rico",
    "America/St_Thomas", "America/Detroit", "America/Indiana/Indianapolis", "America/Boise",
    "America/Adak", "Pacific/Guam", "Pacific/Saipan", "Pacific/Pago_Pago",
)  # fmt: skip
_HOURS = [(hour, time_words.hour(hour)) for hour in practice_settings.MAIL_HOURS]


class PracticeSettingsForm(base.Form):
    name = forms.CharField(max_length=60, help_text="As the payers know it.")
    npi = forms.CharField(label="Group NPI", max_length=12, required=False, help_text="Ten digits.")
    tax_id = forms.CharField(
        label="Tax id (EIN)", max_length=11, required=False, help_text="Nine digits."
    )
    taxonomy = forms.CharField(
        label="Taxonomy code", max_length=10, required=False, help_text="Such as 261QP2300X."
    )
    address = forms.CharField(
        label="Street address",
        max_length=55,
        required=False,
        help_text="No post office box: payers refuse it.",
    )
    city = forms.CharField(max_length=30, required=False)
    state = forms.CharField(max_length=2, required=False)
    zip_code = forms.CharField(
        label="ZIP code", max_length=10, required=False, help_text="All nine digits (ZIP+4)."
    )
    phone = forms.CharField(max_length=20, required=False)
    place_of_service = forms.ChoiceField(
        choices=[(code, f"{code} {words}") for code, words in practice_settings.PLACES.items()]
    )
    timezone = forms.ChoiceField(
        label="Time zone", help_text="Days and months begin at this zone's midnight."
    )
    submitter_id = forms.CharField(
        max_length=15, required=False, help_text="The id that the receiver gave you."
    )
    contact_name = forms.CharField(label="Contact", max_length=60, required=False)
    contact_phone = forms.CharField(label="Contact's phone", max_length=20, required=False)
    claim_batching = forms.ChoiceField(
        label="One claim file holds", choices=practice_settings.BATCHINGS, widget=forms.RadioSelect
    )
    clearinghouse_name = forms.CharField(label="Clearinghouse", max_length=60, required=False)
    clearinghouse_id = forms.CharField(label="Clearinghouse's id", max_length=15, required=False)
    sends_production_claims = forms.BooleanField(
        label="Files are for production",
        required=False,
        help_text="Off: every file is marked as a test, and no payer pays on it.",
    )

    consent_script = forms.CharField(
        label="What to say when asking for consent, in English",
        required=False,
        max_length=scripts.MOST,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Shown beside the consent form, with what care usually costs here. Empty: the "
        "standard words.",
    )

    consent_script_es = forms.CharField(
        label="The same in Spanish",
        required=False,
        max_length=scripts.MOST,
        widget=forms.Textarea(attrs={"rows": 8, "lang": "es"}),
        help_text="Empty: the standard words.",
    )
    other_language = forms.CharField(
        label="Another language spoken here",
        required=False,
        max_length=40,
        help_text="Such as Haitian Creole.",
    )
    consent_script_other = forms.CharField(
        label="The same in that language",
        required=False,
        max_length=scripts.MOST,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    consent_months = forms.IntegerField(
        label="A consent is confirmed again after",
        min_value=0,
        help_text="Months. It goes on counting; the care manager is told. 0: never.",
    )

    mails_recommendations = forms.BooleanField(
        label="Mail the treating practitioner a link when a recommendation is signed",
        required=False,
        help_text="They answer by it without signing in. The mail names no patient; the link ends "
        "after one answer, or after two weeks.",
    )
    ehr_url = forms.CharField(
        label="Address of a chart in your EHR",
        required=False,
        max_length=300,
        help_text="With {record_number} where the patient's record number goes, such as "
        "https://ehr.example.org/chart/{record_number}. Each chart then links to it.",
    )

    clock_call_minutes = forms.IntegerField(
        label="A call is asked about after", help_text="Minutes. No sign is expected during it."
    )
    clock_idle_minutes = forms.IntegerField(
        label="Other work is asked about after", help_text="Minutes without a sign of life."
    )
    clock_grace_minutes = forms.IntegerField(
        label="Unanswered, the clock stops after", help_text="Minutes. It stops at the last sign."
    )

    digest_hour = forms.TypedChoiceField(
        label="The daily mail goes out at",
        coerce=int,
        help_text="On working days, by the practice's clock, to whoever asked for it under Tasks.",
    )

    activities = forms.MultipleChoiceField(
        label="What time is spent on here",
        choices=Activity.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="What the clock and the forms offer. What was logged before stays as it is.",
    )

    month_grace_days = forms.IntegerField(
        label="A month's log stays open for",
        min_value=0,
        help_text="Days after its end. Care managers see the day; billing closes the month.",
    )

    by_hand_percent = forms.IntegerField(
        label="Time entered by hand is told from",
        min_value=0,
        help_text="Percent of a claim's counted time. The month's review then says so.",
    )

    def __init__(self, *args: Any, zone: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["digest_hour"].choices = _HOURS  # type: ignore[attr-defined]
        zones = ZONES if zone in ZONES else (zone, *ZONES)
        self.fields["timezone"].choices = [  # type: ignore[attr-defined]
            (name, name.replace("_", " ")) for name in zones
        ]

    def clean_activities(self) -> list[str]:
        """Everything chosen is kept as no choice: what the product adds later is then offered."""
        chosen: list[str] = self.cleaned_data["activities"]
        return [] if len(chosen) == len(Activity.choices) else chosen


def initial(practice: Practice) -> dict[str, Any]:
    found = {name: getattr(practice, name) for name in PracticeSettingsForm.base_fields}
    return found | {"activities": practice.activities or Activity.values}
