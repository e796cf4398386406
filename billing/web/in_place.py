"""What is mended beside the claim that lacks it: the form, who takes it, and what hangs on it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from registry.web.forms import base
from registry.web.mending import Mend

NOWHERE = Mend()


@dataclass(frozen=True, kw_only=True)
class InPlace:
    """A few fields that one press saves.

    `saved` says what was saved; `is_shared`: other claims lack the same row's data, and are looked
    at too.  `whole` is the page on which there is more than these fields.
    """

    title: str
    form: forms.BaseForm
    write: Callable[[dict[str, Any]], object]
    saved: str
    intro: Sequence[str] = ()
    is_shared: bool = False
    whole: Mend = NOWHERE
    by_field: Callable[[dict[str, str | None]], base.Problems] = base.as_they_are


def only(
    form: forms.BaseForm, names: Collection[str], *, needed: Collection[str] = ()
) -> forms.BaseForm:
    """The form with these of its fields alone; those `needed` are what the claim lacks."""
    for name in list(form.fields):
        if name not in names:
            del form.fields[name]
    for name in needed:
        form.fields[name].required = True
    return form
