"""By the field of a claim's file that lacks something: how it is mended in place.

Where it is mended is `file_mending`'s map; here are the forms of those pages, with the few fields
that are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from billing.web import file_mending
from billing.web.in_place import InPlace, only
from registry.selectors import clinicians as clinician_rows
from registry.selectors import coverages as coverage_rows
from registry.selectors import patients as patient_rows
from registry.selectors import payers as payer_rows
from registry.selectors import people
from registry.selectors import sites as site_rows
from registry.services import clinicians, coverages, patients, payers, practice_settings, sites
from registry.web import mending, rows
from registry.web.forms import clinicians as clinician_forms
from registry.web.forms import coverages as coverage_forms
from registry.web.forms import patients as patient_forms
from registry.web.forms import payers as payer_forms
from registry.web.forms import practice_settings as practice_forms
from registry.web.forms import sites as site_forms

if TYPE_CHECKING:
    from billing.web.mending import Rows
    from registry.web.access import PracticeRequest

_ADDRESS = ("address", "city", "state", "zip_code")


def _coverage_form(request: PracticeRequest, row: Any) -> Any:
    return coverage_forms.CoverageForm(
        request.POST or None,
        initial=coverage_forms.initial(row),
        payers=payer_rows.of_practice(request.user, request.practice),
    )


def _clinician_form(request: PracticeRequest, row: Any) -> Any:
    return clinician_forms.ClinicianForm(
        request.POST or None,
        initial=clinician_forms.initial(row),
        people=people.everybody(request.practice),
    )


def _practice_form(request: PracticeRequest, row: Any) -> Any:
    return practice_forms.PracticeSettingsForm(
        request.POST or None, initial=practice_forms.initial(row), zone=row.timezone
    )


def _plain(forms: Any, name: str) -> Callable[[PracticeRequest, Any], Any]:
    def build(request: PracticeRequest, row: Any) -> Any:
        return getattr(forms, name)(request.POST or None, initial=forms.initial(row))

    return build


@dataclass(frozen=True)
class Subject:
    """A kind of row that a file speaks of.  `is_shared`: many claims speak of the same one."""

    title: str
    get: Callable[..., Any]
    form: Callable[[PracticeRequest, Any], Any]
    change: Callable[..., object]
    is_shared: bool = True


#: By the name of the page on which the whole row is mended.
SUBJECTS: Mapping[str, Subject] = {
    "coverage_edit": Subject(
        "Insurance", coverage_rows.get, _coverage_form, coverages.change, is_shared=False
    ),
    "patient_edit": Subject(
        "Patient", patient_rows.get, _plain(patient_forms, "PatientForm"), patients.change,
        is_shared=False,
    ),
    "clinician_edit": Subject(
        "Practitioner", clinician_rows.get, _clinician_form, clinicians.change
    ),
    "payer_edit": Subject("Payer", payer_rows.get, _plain(payer_forms, "PayerForm"), payers.change),
    "site_edit": Subject("Site", site_rows.get, _plain(site_forms, "SiteForm"), sites.change),
    "practice_settings": Subject(
        "Practice", lambda user, practice, pk: practice, _practice_form, practice_settings.change
    ),
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Lack:
    """A field of a claim's file, with the rows that it may be of."""

    path: str
    rows: Rows
    to_clearinghouse: bool
    is_self: bool = True

    @property
    def place(self) -> mending.Place | None:
        """The page that holds it; None for what no page holds."""
        if self.path.startswith(("receiver", "interchange.receiver_id")):
            return file_mending.receiver(self.rows, to_clearinghouse=self.to_clearinghouse)
        is_at_site = self.rows.site_id is not None
        return file_mending.place_of(self.path, is_self=self.is_self, is_at_site=is_at_site)

    @property
    def fields(self) -> tuple[str, ...]:
        """Those of that page's form that are asked for; an address is asked for whole."""
        name = self.place.anchor.removeprefix("id_") if self.place else ""
        return _ADDRESS if name in _ADDRESS else (name,) if name else ()

    @property
    def row_id(self) -> int | None:
        row = self.place.row if self.place else ""
        return 0 if row == "practice" else getattr(self.rows, f"{row}_id", None)

    @property
    def is_in_place(self) -> bool:
        place = self.place
        return (
            place is not None
            and place.name in SUBJECTS
            and bool(self.fields)
            and self.row_id is not None
        )


def of(request: PracticeRequest, lack: Lack) -> InPlace | None:
    """The form; None where the field is on no such page."""
    place = lack.place
    if place is None or not lack.is_in_place:
        return None
    subject = SUBJECTS[place.name]
    row = rows.found(subject.get, request, lack.row_id or 0)
    form = subject.form(request, row)

    def write(data: dict[str, Any]) -> object:
        return subject.change(row, by=request.user, now=timezone.now(), **data)

    return InPlace(
        title=f"{subject.title}: {_name(row)}",
        form=only(form, lack.fields, needed=lack.fields),
        write=write,
        saved="Saved.",
        is_shared=subject.is_shared,
        whole=mending.to(replace(place, action="Open the whole form"), lack.rows),
    )


def _name(row: Any) -> str:
    """What the row is called where people read it."""
    if hasattr(row, "member_id"):
        return str(row.payer)
    return getattr(row, "full_name", None) or getattr(row, "name", None) or str(row)
