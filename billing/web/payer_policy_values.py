"""The editor of what a payer does otherwise than its preset, field by field.

Each kind of field offers `as the preset` and says what that is; nothing there is an override.  What
was typed is handed on as it is where it is of no right type: the rules' own reader answers to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms

from billing.rules import codes, policy_words, words
from billing.rules.policy import Policy
from billing.web import payer_policy_words
from registry.web.forms import base

AS_PRESET = object()
_NONE = "none"
_OTHERS = 3


@dataclass(frozen=True, kw_only=True)
class Kind:
    """How one field of a policy is typed.  `note` says what belongs there."""

    name: str
    note: str = ""
    choices: tuple[Any, ...] = ()
    is_by_code: ClassVar[bool] = False

    def controls(self, standing: Any, given: Any) -> dict[str, forms.Field]:
        """Form fields by name: `standing` is the preset's value, `given` the override, if any."""
        raise NotImplementedError

    def read(self, data: Mapping[str, Any], standing: Any) -> Any:
        """The override that was entered, or AS_PRESET."""
        raise NotImplementedError

    @property
    def label(self) -> str:
        return policy_words.LABELS[self.name]


class Number(Kind):
    """A whole number; `none` where it may be missing."""

    optional: ClassVar[bool] = False

    def controls(self, standing: Any, given: Any) -> dict[str, forms.Field]:
        return {self.name: _text(self.label, given, standing, self.note)}

    def read(self, data: Mapping[str, Any], standing: Any) -> Any:
        return _number(data[self.name], optional=self.optional)


class OptionalNumber(Number):
    optional = True


class Code(Kind):
    """One code, or `none`."""

    def controls(self, standing: Any, given: Any) -> dict[str, forms.Field]:
        return {self.name: _text(self.label, given, standing, self.note)}

    def read(self, data: Mapping[str, Any], standing: Any) -> Any:
        typed = data[self.name].strip()
        if not typed:
            return AS_PRESET
        return None if typed.lower() == _NONE else words.plain(typed)


class Texts(Kind):
    """Some words, such as beginnings of diagnosis codes."""

    def controls(self, standing: Any, given: Any) -> dict[str, forms.Field]:
        shown = AS_PRESET if given is AS_PRESET else " ".join(given)
        return {self.name: _text(self.label, shown, " ".join(standing), self.note)}

    def read(self, data: Mapping[str, Any], standing: Any) -> Any:
        typed = data[self.name]
        if typed.strip().lower() == _NONE:
            return []
        return [text.upper() for text in _split(typed)] or AS_PRESET


class One(Kind):
    """One of several words, or yes and no; each said as the sentence it makes."""

    def controls(self, standing: Any, given: Any) -> dict[str, forms.Field]:
        said = policy_words.sentence(self.name, standing)
        offered = [("", f"As the preset: {said}")]
        offered += [(str(each), policy_words.sentence(self.name, each)) for each in self.choices]
        shown = "" if given is AS_PRESET else str(given)
        return {self.name: forms.ChoiceField(
            label=self.label, choices=offered, initial=shown, required=False, help_text=self.note
        )}  # fmt: skip

    def read(self, data: Mapping[str, Any], standing: Any) -> Any:
        chosen = data[self.name]
        return next((each for each in self.choices if str(each) == chosen), AS_PRESET)


class Several(Kind):
    """Some of a list; as the preset where they are those that it names."""

    def controls(self, standing: Any, given: Any) -> dict[str, forms.Field]:
        shown = list(standing if given is AS_PRESET else given)
        known = dict.fromkeys([*self.choices, *standing, *shown])
        return {self.name: forms.MultipleChoiceField(
            label=self.label, choices=[(each, words.spoken(each)) for each in known], initial=shown,
            required=False, widget=forms.CheckboxSelectMultiple, help_text=self.note,
        )}  # fmt: skip

    def read(self, data: Mapping[str, Any], standing: Any) -> Any:
        chosen = list(data[self.name])
        return AS_PRESET if set(chosen) == set(standing) else chosen


@dataclass(frozen=True, kw_only=True)
class NumberByCode(Kind):
    """A whole number for each of some codes; `unit` is what it counts."""

    is_by_code = True
    unit: str = ""

    def controls(self, standing: Any, given: Any) -> dict[str, forms.Field]:
        own = {} if given is AS_PRESET else given
        return {
            f"{self.name}_{code}": _text(
                f"{self.unit}, {code}", own.get(code, AS_PRESET), value, ""
            )
            for code, value in standing.items()
        }

    def read(self, data: Mapping[str, Any], standing: Any) -> Any:
        typed = {code: _number(data[f"{self.name}_{code}"]) for code in standing}
        return {code: value for code, value in typed.items() if value is not AS_PRESET} or AS_PRESET


class ModifiersByCode(Kind):
    """Rows of a code and its modifiers: the codes that are known, and some to be named."""

    is_by_code = True

    def controls(self, standing: Any, given: Any) -> dict[str, forms.Field]:
        shown = standing if given is AS_PRESET else given
        known = dict.fromkeys([*codes.book(), *standing])
        found: dict[str, forms.Field] = {
            f"{self.name}_{code}": _modifiers(f"Line of {code}", shown.get(code, ()))
            for code in known
        }
        others = [code for code in shown if code not in known]
        for place in range(max(_OTHERS, len(others) + 1)):
            code = others[place] if place < len(others) else ""
            found[f"{self.name}_code{place}"] = _text("Another code", code, AS_PRESET, "")
            found[f"{self.name}_for{place}"] = _modifiers("Its modifiers", shown.get(code, ()))
        return found

    def read(self, data: Mapping[str, Any], standing: Any) -> Any:
        typed = {code: given for code, given, _ in self.rows(data) if given}
        wanted = {code: list(given) for code, given in standing.items() if given}
        return AS_PRESET if typed == wanted else typed

    def rows(self, data: Mapping[str, Any]) -> Iterator[tuple[str, list[str], str]]:
        """Each code, its modifiers, and the name of the field that they stand in."""
        for name, value in data.items():
            code = name.removeprefix(f"{self.name}_")
            if code == name or code.startswith("code"):
                continue
            if code.startswith("for"):
                code = words.plain(data.get(self._beside(name), "").strip())
            if code or value.strip():
                yield code, [text.upper() for text in _split(value)], name

    def problems(self, data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """What is wrong with the rows that name a code of their own: field and sentence."""
        seen: set[str] = set()
        for code, given, name in self.rows(data):
            is_other = name.startswith(f"{self.name}_for")
            if not code:
                yield self._beside(name), "Name the code that these modifiers are for."
            elif is_other and not given:
                yield name, f"Write the modifiers of {code}, or take the code out."
            elif is_other and code in seen:
                yield self._beside(name), f"{code} has a row above. Write its modifiers there."
            seen.add(code)

    def _beside(self, name: str) -> str:
        """The field of the code, beside that of its modifiers."""
        return name.replace(f"{self.name}_for", f"{self.name}_code")


def _text(label: str, given: Any, standing: Any, note: str) -> forms.CharField:
    """A field to type in, empty where it is as the preset; that stands in it as a hint."""
    hint = "" if standing is AS_PRESET else (_NONE if standing is None else str(standing))
    shown = "" if given is AS_PRESET else (_NONE if given is None else str(given))
    widget = forms.TextInput(attrs={"placeholder": hint, "autocomplete": "off"})
    return forms.CharField(
        label=label, initial=shown, required=False, max_length=60, widget=widget, help_text=note
    )


def _modifiers(label: str, given: Any) -> forms.CharField:
    return _text(label, " ".join(given), AS_PRESET, "")


def _number(typed: str, *, optional: bool = False) -> Any:
    """A number where it is one; else what was typed, for the rules' reader to refuse."""
    text = typed.strip()
    if not text:
        return AS_PRESET
    if optional and text.lower() == _NONE:
        return None
    return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else text


def _split(typed: str) -> list[str]:
    return [text for text in re.split(r"[\s,;]+", typed) if text]


_FLAG = (True, False)
_NEEDED = ("each_month", "initial_month", "none")
_MODIFIERS = ModifiersByCode(name="line_modifiers", note="Two characters each, such as HE U1.")
KINDS: tuple[Kind, ...] = (
    Several(name="accepted_codes", choices=tuple(codes.book())),
    NumberByCode(name="min_minutes", unit="Minutes"),
    NumberByCode(name="max_units", unit="Units"),
    One(name="separately_paid", choices=_FLAG),
    Several(name="month_earned_by", choices=words.ACTIVITIES),
    Number(name="contact_days_needed", note="Days of the month with such contact."),
    Code(name="program_code", note="One code for the whole month, such as G0512. “none”: no such."),
    One(name="apcm_addons", choices=_FLAG),
    Number(name="new_episode_gap_months", note="Months without such care, after which it is new."),
    One(name="initial_if_unbilled", choices=("subsequent", "still_initial")),
    Several(name="counted_roles", choices=words.ROLES),
    Several(name="bhi_counted_roles", choices=words.ROLES),
    One(name="counts_outreach_attempts", choices=_FLAG),
    One(name="same_person_therapy", choices=("warn", "block")),
    Several(name="consent_methods", choices=words.CONSENT_METHODS),
    Number(name="initiating_visit_lookback_days", note="Days that it may lie before the episode."),
    Texts(name="diagnosis_prefixes", note="How its codes begin, such as F or F32 F33."),
    One(name="measure_required", choices=_NEEDED),
    Texts(name="instruments", note="Names such as PHQ-9. “none”: any validated scale."),
    One(
        name="consultant_review",
        choices=("each_month", "initial_month", "caseload_meeting", "none"),
    ),
    OptionalNumber(name="authorization_after_months", note="Months without one. “none”: never."),
    One(name="date_of_service", choices=("last_day", "threshold_date", "last_contact")),
    _MODIFIERS,
    One(name="modifier_25_on_same_day_em", choices=_FLAG),
)


class ValuesForm(base.Form):
    """Every field of a policy with the preset's value beside it, and why ours differs."""

    def __init__(
        self,
        *args: Any,
        preset: Policy,
        overrides: Mapping[str, Any],
        reasons: Mapping[str, str],
        seen: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.preset, self.standing = preset, preset.as_json()
        self.kinds = [kind for kind in KINDS if kind.name in self.standing]
        self.names: dict[str, list[str]] = {}
        for kind in self.kinds:
            given = overrides.get(kind.name, AS_PRESET)
            controls = kind.controls(self.standing[kind.name], given)
            self.names[kind.name] = list(controls)
            self.fields.update(controls)
            self.fields[f"why_{kind.name}"] = _why(kind, reasons.get(kind.name, ""))
        self.fields["seen"] = forms.CharField(
            required=False, widget=forms.HiddenInput, initial=seen
        )
        for each in self.fields.values():
            if "invalid_choice" in each.error_messages:
                each.error_messages["invalid_choice"] = "Choose one of those listed."

    def clean(self) -> dict[str, Any]:
        """Rows of modifiers that name no code, or one that has a row."""
        data = super().clean() or self.cleaned_data
        for name, sentence in list(_MODIFIERS.problems(data)):
            self.add_error(name, sentence)
        return data

    def given(self) -> dict[str, Any]:
        """The overrides that were entered, as JSON."""
        data = self.cleaned_data
        found = {kind.name: kind.read(data, self.standing[kind.name]) for kind in self.kinds}
        return {name: value for name, value in found.items() if value is not AS_PRESET}

    def reasons(self) -> dict[str, str]:
        return {kind.name: self.cleaned_data[f"why_{kind.name}"] for kind in self.kinds}

    def by_field(self, problems: Mapping[str, str | None]) -> dict[str, str | None]:
        """A service's problems by this form's fields, instead of by path."""
        return {self._place(path): sentence for path, sentence in problems.items()}

    def groups(self) -> list[dict[str, Any]]:
        """The form as its page draws it."""
        mine = {kind.name: kind for kind in self.kinds}
        return [
            {"title": title, "rows": [self._row(mine[name]) for name in names if name in mine]}
            for title, names in payer_policy_words.GROUPS
        ]

    def _row(self, kind: Kind) -> dict[str, Any]:
        return {
            "label": kind.label,
            "name": kind.name,
            "fields": [self[name] for name in self.names[kind.name]],
            "is_by_code": kind.is_by_code,
            "note": kind.note,
            "says": policy_words.said(self.preset, kind.name),
            "why": self[f"why_{kind.name}"],
        }

    def _place(self, path: str) -> str:
        if path.startswith("reasons."):
            return f"why_{path.removeprefix('reasons.')}"
        name, _, code = path.partition(".")
        if name == _MODIFIERS.name:
            rows = _MODIFIERS.rows(self.cleaned_data)
            return next((where for known, _, where in rows if known == code), f"why_{name}")
        return f"{name}_{code}" if code else name


def _why(kind: Kind, given: str) -> forms.CharField:
    return forms.CharField(
        label=f"Why otherwise: {kind.label[:1].lower()}{kind.label[1:]}",
        initial=given,
        required=False,
        max_length=300,
    )
