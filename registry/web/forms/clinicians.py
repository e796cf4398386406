from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import QuerySet

from registry.vocabulary import ClinicianKind
from registry.web.forms import base

if TYPE_CHECKING:
    from registry.models import Clinician

FIELDS = ("first_name", "last_name", "credentials", "kind", "npi", "taxonomy", "user", "email")


class ClinicianForm(base.Form):
    first_name = forms.CharField(max_length=35)
    last_name = forms.CharField(max_length=60)
    credentials = forms.CharField(max_length=20, required=False, help_text="Such as MD or PA-C.")
    kind = forms.ChoiceField(label="What they do here", choices=ClinicianKind.choices)
    npi = forms.CharField(
        label="NPI",
        max_length=12,
        required=False,
        help_text="Ten digits. No claim can name a practitioner without it.",
    )
    taxonomy = forms.CharField(
        label="Taxonomy code", max_length=10, required=False, help_text="Such as 207Q00000X."
    )
    user = base.Chosen(
        label="Sign-in",
        required=False,
        empty="None",
        help_text="So that the person is known by both, as who enrols and on the claim.",
    )

    email = forms.CharField(
        label="Email",
        max_length=254,
        required=False,
        help_text="For who has no sign-in: where a link to answer recommendations goes.",
    )

    def __init__(self, *args: Any, people: QuerySet[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].offer(people)  # type: ignore[attr-defined]


def initial(clinician: Clinician) -> dict[str, Any]:
    return {field: getattr(clinician, field) for field in FIELDS}
