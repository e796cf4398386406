"""What the address of a month's review asks for: the lane, and which of its claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.http import QueryDict

from billing.selectors import claims
from billing.selectors.claims import Chosen, Options
from registry.vocabulary import Program


class ReviewFilter(forms.Form):
    """Narrows a month's claims.  What the list does not know narrows nothing."""

    payer = forms.TypedChoiceField(required=False, coerce=int, empty_value=None)
    care_manager = forms.TypedChoiceField(
        label="Care manager", required=False, coerce=int, empty_value=None
    )
    practitioner = forms.TypedChoiceField(
        label="Practitioner", required=False, coerce=int, empty_value=None
    )
    site = forms.TypedChoiceField(required=False, coerce=int, empty_value=None)
    program = forms.ChoiceField(required=False)

    def __init__(self, query: QueryDict, options: Options) -> None:
        super().__init__(query)
        self._offer("payer", options.payers, "All payers")
        self._offer("care_manager", options.care_managers, "All care managers")
        self._offer("practitioner", options.practitioners, "All practitioners")
        self._offer("site", options.sites, "All sites")
        self.has_sites = bool(options.sites)
        programs = [(name, Program(name).label) for name in options.programs]
        self._offer("program", programs, "All programs")

    def _offer(self, name: str, choices: Iterable[tuple[Any, str]], everything: str) -> None:
        self.fields[name].choices = [("", everything), *choices]  # type: ignore[attr-defined]

    def chosen(self, query: QueryDict) -> Chosen:
        self.is_valid()
        found = self.cleaned_data
        return Chosen(
            payer_id=found.get("payer"),
            care_manager_id=found.get("care_manager"),
            practitioner_id=found.get("practitioner"),
            site_id=found.get("site"),
            program=found.get("program") or "",
            cause=query.get("cause", ""),
            changed=query.get("changed") == "1",
        )


def lane_of(query: QueryDict, fallback: Callable[[], str]) -> str:
    """The lane that is asked for; else the first one in which there is something to do."""
    asked = query.get("lane", "")
    return asked if asked in claims.LANES else fallback()


def kept(query: QueryDict, **changes: str) -> str:
    """The query with some keys changed, or dropped where empty; the page is begun anew."""
    found = query.copy()
    found.pop("page", None)
    for key, value in changes.items():
        found.pop(key, None)
        if value:
            found[key] = value
    return f"?{found.urlencode()}"
