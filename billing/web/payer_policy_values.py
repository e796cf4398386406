"""The editor of what a payer does otherwise than its preset, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from billing.rules import codes, policy_words, words
from billing.rules.policy import Policy
from billing.web import payer_policy_kinds as kinds
from billing.web import payer_policy_words
from registry.web.forms import base

_FLAG = (True, False)
_NEEDED = ("each_month", "initial_month", "none")
_MODIFIERS = kinds.ModifiersByCode(
    name="line_modifiers", note="Two characters each, such as HE U1."
)
KINDS: tuple[kinds.Kind, ...] = (
    kinds.Several(name="accepted_codes", choices=tuple(codes.book())),
    kinds.NumberByCode(name="min_minutes", unit="Minutes"),
    kinds.NumberByCode(name="max_units", unit="Units"),
    kinds.One(name="separately_paid", choices=_FLAG),
    kinds.Several(name="month_earned_by", choices=words.ACTIVITIES),
    kinds.Number(name="contact_days_needed", note="Days of the month with such contact."),
    kinds.Code(
        name="program_code",
        note="One code for the whole month, such as G0512. “none”: no such.",
    ),
    kinds.One(name="apcm_addons", choices=_FLAG),
    kinds.Number(
        name="new_episode_gap_months", note="Months without such care, after which it is new."
    ),
    kinds.One(name="initial_if_unbilled", choices=("subsequent", "still_initial")),
    kinds.Several(name="counted_roles", choices=words.ROLES),
    kinds.Several(name="bhi_counted_roles", choices=words.ROLES),
    kinds.One(name="counts_outreach_attempts", choices=_FLAG),
    kinds.One(name="same_person_therapy", choices=("warn", "block")),
    kinds.Several(name="consent_methods", choices=words.CONSENT_METHODS),
    kinds.Number(
        name="initiating_visit_lookback_days", note="Days that it may lie before the episode."
    ),
    kinds.Texts(name="diagnosis_prefixes", note="How its codes begin, such as F or F32 F33."),
    kinds.One(name="measure_required", choices=_NEEDED),
    kinds.Texts(name="instruments", note="Names such as PHQ-9. “none”: any validated scale."),
    kinds.One(
        name="consultant_review",
        choices=("each_month", "initial_month", "caseload_meeting", "none"),
    ),
    kinds.OptionalNumber(
        name="authorization_after_months", note="Months without one. “none”: never."
    ),
    kinds.One(name="date_of_service", choices=("last_day", "threshold_date", "last_contact")),
    _MODIFIERS,
    kinds.One(name="modifier_25_on_same_day_em", choices=_FLAG),
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
            given = overrides.get(kind.name, kinds.AS_PRESET)
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
        return {name: value for name, value in found.items() if value is not kinds.AS_PRESET}

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

    def _row(self, kind: kinds.Kind) -> dict[str, Any]:
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


def _why(kind: kinds.Kind, given: str) -> forms.CharField:
    return forms.CharField(
        label=f"Why otherwise: {kind.label[:1].lower()}{kind.label[1:]}",
        initial=given,
        required=False,
        max_length=300,
    )
