"""What every form here has in common: its own sentences, and a way for a service to refuse."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.db.models import QuerySet
from django.forms.utils import pretty_name
from django.http import HttpRequest

from registry.errors import Refused

T = TypeVar("T")
Problems = Mapping[str, str | None]
_REQUIRED = forms.Field.default_error_messages["required"]
_UNLISTED = "Choose one of those listed."


class Form(forms.Form):
    """The server says what is wrong, all at once, beside the field; the browser does not stop it.

    A field without its own sentence for being empty says which one it is.
    """

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if field.error_messages.get("required") == _REQUIRED:
                label = field.label or pretty_name(name)
                field.error_messages["required"] = f"{label} is missing. Enter it."
            if "invalid_choice" in field.error_messages:
                field.error_messages["invalid_choice"] = _UNLISTED


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self, **attrs: Any) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class Day(forms.DateField):
    """A calendar day, local to the practice."""

    widget = DayInput
    default_error_messages = {"invalid": "This is no day. Write it as 2026-10-31."}


class ClockTime(forms.TimeField):
    """A time of day on the practice's clock."""

    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    default_error_messages = {"invalid": "This is no time of day. Write it as 14:30."}


class Chosen(forms.ModelChoiceField):
    """One of some rows; `says` is how a row is shown."""

    def __init__(
        self, *, says: Callable[[Any], str] = str, empty: str = "Choose…", **kwargs: Any
    ) -> None:
        self.says = says
        super().__init__(queryset=None, empty_label=empty, **kwargs)

    def label_from_instance(self, row: Any) -> str:
        return self.says(row)

    def offer(self, rows: QuerySet[Any]) -> None:
        """Say which rows there are; a form does when it knows the practice."""
        self.queryset = rows


def show(form: forms.BaseForm, problems: Problems) -> None:
    """Put a service's problems beside the fields.

    A field that says already what is wrong with it keeps that; one that only says that it is
    empty takes the service's sentence, which knows what for.
    """
    for name, sentence in problems.items():
        if not sentence:
            continue
        if form.has_error(name, "required"):
            del form.errors[name]
        if not form.errors.get(name or NON_FIELD_ERRORS):
            form.add_error(name if name in form.fields else None, sentence)


def as_they_are(problems: dict[str, str | None]) -> Problems:
    return problems


def attempt(
    form: forms.BaseForm,
    write: Callable[[dict[str, Any]], T],
    *,
    by_field: Callable[[dict[str, str | None]], Problems] = as_they_are,
) -> T | None:
    """What `write` makes of the form's data; None where the form or the service refuses.

    The problems then stand in the form, which is drawn again with everything that was typed.
    `by_field` renames a service's fields to the form's.
    """
    if not form.is_valid():
        return None
    try:
        return write(form.cleaned_data)
    except Refused as refused:
        show(form, by_field(dict(refused.problems)))
        return None


def saved(
    request: HttpRequest,
    form: forms.BaseForm,
    write: Callable[[dict[str, Any]], object],
    *,
    by_field: Callable[[dict[str, str | None]], Problems] = as_they_are,
) -> bool:
    """Whether the form was sent and `write` has taken it."""
    return request.method == "POST" and attempt(form, write, by_field=by_field) is not None
