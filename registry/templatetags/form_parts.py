"""How a form's field and its errors are drawn.  Not a tag library of its own: see components."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from django import forms
from django.forms import BoundField
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

GROUPS = (forms.RadioSelect, forms.CheckboxSelectMultiple)


def field(bound: BoundField, attrs: dict[str, Any]) -> SafeString:
    """Label, widget, help and error of one field; `attrs` go to the widget, `_` becomes `-`."""
    kind = _kind(bound)
    extra = {name.replace("_", "-"): value for name, value in attrs.items()}
    extra["class"] = _css(bound, kind, extra)
    if kind == "group":
        bound.field.widget.attrs.update(extra)  # this form's own copy; each choice takes it over
    widget = "" if kind == "group" else bound.as_widget(attrs=extra | _described(bound))
    values = {"field": bound, "kind": kind, "widget": widget, "required": bound.field.required}
    return render_to_string("components/_field.html", values)


def _kind(bound: BoundField) -> str:
    widget = bound.field.widget
    if isinstance(widget, GROUPS):
        return "group"
    if isinstance(widget, forms.CheckboxInput):
        return "check"
    return "plain"


def _css(bound: BoundField, kind: str, attrs: dict[str, Any]) -> str:
    widget = bound.field.widget
    if kind in ("group", "check"):
        base = "form-check-input"
    elif isinstance(widget, forms.Select):
        base = "form-select"
    else:
        base = "form-control"
    own = " ".join(filter(None, (widget.attrs.get("class"), attrs.get("class"))))
    return " ".join(filter(None, (base, own, "is-invalid" if bound.errors else "")))


def _described(bound: BoundField) -> dict[str, str]:
    """Ids of help and error, in the order in which they stand on the page."""
    ids = [f"{bound.auto_id}_helptext"] if bound.help_text else []
    ids += [f"{bound.auto_id}_error"] if bound.errors else []
    return {"aria-describedby": " ".join(ids)} if ids else {}


class Problem(NamedTuple):
    text: str
    label: str
    target: str


def errors(bound_forms: Iterable[Any]) -> list[Problem]:
    """Every error of these forms, in the order of their fields, with the id it belongs to."""
    found: list[Problem] = []
    for form in bound_forms:
        if not form or not getattr(form, "is_bound", False):
            continue
        found += [Problem(str(text), "", "") for text in form.non_field_errors()]
        for bound in form:
            found += [Problem(str(e), str(bound.label), _target(bound)) for e in bound.errors]
    return found


def _target(bound: BoundField) -> str:
    return bound.id_for_label or bound.auto_id
