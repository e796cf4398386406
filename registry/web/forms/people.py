from __future__ import annotations

from django import forms

from registry.services.memberships import MOST_NAME
from registry.vocabulary import Role
from registry.web.forms import base


class InviteForm(base.Form):
    email = forms.CharField(label="Email", max_length=254, help_text="The one to sign in with.")
    full_name = forms.CharField(
        label="Name",
        max_length=MOST_NAME,
        required=False,
        help_text="As the log will show it. Not needed for somebody who has an account.",
    )
    role = forms.ChoiceField(choices=[("", "Choose…"), *Role.choices])
