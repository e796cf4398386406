from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from registry.services import authorizations
from registry.web.forms import base

if TYPE_CHECKING:
    from registry.models import Authorization


class AuthorizationForm(base.Form):
    number = forms.CharField(
        max_length=authorizations.MOST_NUMBER,
        help_text="As the payer gave it: claims of these days name it.",
    )
    from_date = base.Day(label="First day")
    to_date = base.Day(label="Last day")


def initial(row: Authorization) -> dict[str, Any]:
    return {name: getattr(row, name) for name in AuthorizationForm.base_fields}
