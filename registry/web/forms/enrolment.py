from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import QuerySet

from registry.services.enrolment_rules import Enrolment
from registry.vocabulary import EpisodeEnd, Program
from registry.web.forms import base, consents

if TYPE_CHECKING:
    from registry.models import Episode
    from registry.services.consent_script import Script

NOW, LATER = "now", "later"
THERAPY = (("no", "No"), ("yes", "Yes, for the same condition"), ("", "Not asked yet"))
_THERAPY_MEANS = {"no": False, "yes": True, "": None}


class ManyCodes(forms.MultipleHiddenInput):
    """Each picked code is a hidden input of its own; the page draws them."""


class Codes(forms.Field):
    """Diagnosis codes in the order in which they were picked."""

    widget = ManyCodes

    def to_python(self, value: Any) -> tuple[str, ...]:
        return tuple(str(code).strip() for code in value or () if str(code).strip())


class Lookup(forms.CharField):
    """Needed, unless something was picked: which only the service can tell."""

    def validate(self, value: Any) -> None:
        return None


class EpisodeForm(base.Form):
    """What an episode says.  What was typed into the lookup and not picked counts as codes too."""

    program = forms.ChoiceField(
        choices=Program.choices, initial=Program.COCM, widget=forms.RadioSelect
    )
    diagnoses = Codes(required=False)
    diagnosis_text = Lookup(
        label="Behavioral diagnosis",
        max_length=200,
        help_text="Type words or an ICD-10-CM code. The first one picked is the principal one.",
    )
    initiating_visit_on = base.Day(
        label="Initiating visit",
        help_text="When the billing practitioner saw the patient, within a year before the start.",
    )
    started_on = base.Day(label="Start")
    care_manager = base.Chosen()
    consultant = base.Chosen(
        label="Psychiatric consultant",
        required=False,
        help_text="Needed for collaborative care.",
    )
    treating_practitioner = base.Chosen(
        says=lambda row: ", ".join(filter(None, (f"{row}", row.credentials))),
        help_text="Who oversees and bills for the care.",
    )
    site = base.Chosen(
        label="Where care is given",
        required=False,
        empty="At the practice's own address",
        help_text="Claims name the place.",
    )
    therapy = forms.ChoiceField(
        label="Does somebody else give the patient psychotherapy?",
        choices=THERAPY,
        required=False,
        widget=forms.RadioSelect,
    )
    non_duplication_note = forms.CharField(
        label="How care management stays apart from that therapy",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Who gives the therapy, and that care management does not duplicate it.",
    )

    def __init__(self, *args: Any, team: dict[str, QuerySet[Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, rows in team.items():
            self.fields[name].offer(rows)  # type: ignore[attr-defined]
        if not team["site"].exists():
            del self.fields["site"]

    def clean(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        typed = _typed(data.get("diagnosis_text") or "")
        data["diagnoses"] = (*data.get("diagnoses", ()), *typed)
        self.enrolment = _enrolment(data)
        return data

    @property
    def picked(self) -> list[str]:
        """The codes to draw, as they stand in this form."""
        if self.is_bound:
            return list(self.data.getlist("diagnoses"))  # type: ignore[attr-defined]
        return list(self.initial.get("diagnoses", ()))


class EnrolForm(consents.ConsentFields, EpisodeForm):
    """An episode with its consent, unless that is recorded later."""

    consent_choice = forms.ChoiceField(label="Consent", initial=NOW, widget=forms.RadioSelect)

    def __init__(
        self,
        *args: Any,
        people: QuerySet[Any],
        scripts: Sequence[Script],
        timezone: str,
        now: dt.datetime,
        later: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        consents.set_up(self, people, scripts, timezone, now)
        self.timezone = timezone
        choices = [(NOW, "Record it now"), (LATER, later)]
        self.fields["consent_choice"].choices = choices  # type: ignore[attr-defined]
        if self.is_bound and self.data.get("consent_choice") == LATER:
            self._leave_out_consent()

    def _leave_out_consent(self) -> None:
        for name in consents.ConsentFields.base_fields:
            self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        self.cleaned_data = data
        later = data.get("consent_choice") == LATER
        self.consent = None if later else consents.put_together(self, self.timezone)["consent"]
        return data


class DischargeForm(base.Form):
    ended_on = base.Day(label="Last day")
    reason = forms.ChoiceField(choices=[("", "Choose…"), *EpisodeEnd.choices])


def initial(episode: Episode, codes: list[str]) -> dict[str, Any]:
    therapy = {False: "no", True: "yes", None: ""}[episode.outside_therapy_same_condition]
    kept = {
        name: getattr(episode, name)
        for name in (
            "program", "initiating_visit_on", "started_on", "care_manager", "consultant",
            "treating_practitioner", "site", "non_duplication_note",
        )
    }  # fmt: skip
    return kept | {"therapy": therapy, "diagnoses": codes}


def _typed(text: str) -> list[str]:
    """What stands in the lookup: several codes, or words that nobody picked a code for."""
    parts = [part for part in re.split(r"[,;\s]+", text) if part]
    if all(any(letter.isdigit() for letter in part) for part in parts):
        return parts
    return [text.strip()]


def _enrolment(data: dict[str, Any]) -> Enrolment:
    """The form's data as the services take it; incomplete where fields are."""
    return Enrolment(
        program=data.get("program") or "",
        diagnoses=data["diagnoses"],
        started_on=data.get("started_on"),
        initiating_visit_on=data.get("initiating_visit_on"),
        care_manager=data.get("care_manager"),
        consultant=data.get("consultant"),
        treating_practitioner=data.get("treating_practitioner"),
        site=data.get("site"),
        outside_therapy_same_condition=_THERAPY_MEANS[data.get("therapy") or ""],
        non_duplication_note=data.get("non_duplication_note") or "",
    )
