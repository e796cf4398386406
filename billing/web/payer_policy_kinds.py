"""The kinds of fields that a policy has: how each is typed, and read from what was typed.

Each kind of field offers `as the preset` and says what that is; nothing there is an override.  What
was typed is handed on as it is where it is of no right type: the rules' own reader answers to it.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms

from billing.rules import codes, policy_words, words

AS_PRESET = object()
_NONE = "none"
_OTHERS = 3


@dataclass(frozen=True, kw_only=True)
class Kind(ABC):
    """How one field of a policy is typed.  `note` says what belongs there."""

    name: str
    note: str = ""
    choices: tuple[Any, ...] = ()
    is_by_code: ClassVar[bool] = False

    @abstractmethod
    def controls(self, standing: Any, given: Any) -> dict[str, forms.Field]:
        """Form fields by name: `standing` is the preset's value, `given` the override, if any."""

    @abstractmethod
    def read(self, data: Mapping[str, Any], standing: Any) -> Any:
        """The override that was entered, or AS_PRESET."""

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
