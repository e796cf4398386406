from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import QuerySet

from registry.services import coverages
from registry.vocabulary import Sex
from registry.web.forms import base

if TYPE_CHECKING:
    from registry.models import Coverage

FIELDS = (
    "payer", "rank", "member_id", "group_number", "relationship", "subscriber_first_name",
    "subscriber_last_name", "subscriber_birth_date", "subscriber_sex", "active_from", "active_to",
)  # fmt: skip
SUBSCRIBER = tuple(field for field in FIELDS if field.startswith("subscriber_"))


class CoverageForm(base.Form):
    payer = base.Chosen()
    rank = forms.TypedChoiceField(
        label="Pays", coerce=int, initial=1, choices=[(1, "First"), (2, "Second"), (3, "Third")]
    )
    member_id = forms.CharField(
        label="Member id",
        max_length=40,
        required=False,
        help_text="As on the card. No claim can be sent without it.",
    )
    group_number = forms.CharField(max_length=30, required=False)
    relationship = forms.ChoiceField(
        label="The patient is to the subscriber",
        choices=coverages.RELATIONSHIPS,
        initial=coverages.SELF,
    )
    subscriber_first_name = forms.CharField(max_length=35, required=False)
    subscriber_last_name = forms.CharField(max_length=60, required=False)
    subscriber_birth_date = base.Day(label="Subscriber's date of birth", required=False)
    subscriber_sex = forms.ChoiceField(
        label="Subscriber's sex", choices=[("", "Choose…"), *Sex.choices], required=False
    )
    active_from = base.Day(label="First day")
    active_to = base.Day(label="Last day", required=False, help_text="Empty while it runs.")

    def __init__(self, *args: Any, payers: QuerySet[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["payer"].offer(payers)  # type: ignore[attr-defined]


def initial(coverage: Coverage) -> dict[str, Any]:
    return {field: getattr(coverage, field) for field in FIELDS}
