from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from billing.selectors import denials
from registry.web.forms import base


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class Files(forms.FileField):
    """One file or several."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        some = data if isinstance(data, list | tuple) else [data]
        return [super(Files, self).clean(each, initial) for each in some]


class UploadForm(base.Form):
    sent = Files(
        label="Files",
        allow_empty_file=True,
        help_text="999, 277CA or 835, as they came: several at once, whatever their names.",
    )


class MatchForm(base.Form):
    claim = forms.IntegerField(
        label="Claim number",
        min_value=1,
        help_text="The number of ours, such as 1204 for CT1204.",
    )


class SetAsideForm(base.Form):
    reason = forms.CharField(max_length=200)


class DenialForm(base.Form):
    state = forms.ChoiceField(label="Where it stands", choices=denials.STATES_BY_HAND)
    owner = base.Chosen(label="Who works on it", required=False, empty="Nobody yet")
    due_on = base.Day(label="Do it by", required=False)
    note = forms.CharField(
        required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, owners: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].offer(owners)  # type: ignore[attr-defined]
        state = self.initial.get("state")
        stands = [each for each in denials.STATES if each[0] == state]
        if stands and stands[0] not in denials.STATES_BY_HAND:
            self.fields["state"].choices = [*denials.STATES_BY_HAND, *stands]  # type: ignore[attr-defined]
