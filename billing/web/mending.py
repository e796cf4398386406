"""Where a thing that stands against a claim is put right: the page, its place, and the words.

The form itself where the person's roles open it; else the patient's page, which says who may.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from django.urls import NoReverseMatch, resolve, reverse

from registry.vocabulary import Role

Row = Literal["patient", "episode", "coverage", "payer", "clinician", "practice"]


@dataclass(frozen=True, kw_only=True)
class Rows:
    """The rows that a claim points to: what the addresses are made of."""

    slug: str
    roles: frozenset[Role]
    patient_id: int | None = None
    episode_id: int | None = None
    coverage_id: int | None = None
    payer_id: int | None = None
    clinician_id: int | None = None


@dataclass(frozen=True)
class Place:
    """A page by its address's name, the row it is about, a place on it, and what one does there."""

    name: str
    row: Row
    action: str
    anchor: str = ""


@dataclass(frozen=True)
class Mend:
    url: str = ""
    action: str = ""


_COVERAGE = Place("coverage_edit", "coverage", "Mend the coverage")
_NO_COVERAGE = Place("coverage_add", "patient", "Add a coverage")
_CONSENT = Place("consent_add", "patient", "Add the consent")
_ENROLMENT = Place("enrol", "patient", "Open the enrolment")
_EPISODE = Place("episode_edit", "episode", "Mend the episode")
_TIME = Place("patient", "patient", "Look at the time", "time")
_CHART = Place("patient", "patient", "Open the chart")
_POLICY = Place("payer_terms", "payer", "Open the payer's policy", "policies")
_FEES = Place("payer_terms", "payer", "Open the payer's fees", "fees")

#: By the rule that stands against the claim.
RULES: Mapping[str, Place] = {
    "below_minimum": _TIME,
    "unconfirmed_time": Place("patient", "patient", "Confirm or void it", "time"),
    "not_separately_paid": _POLICY,
    "code_not_accepted": _POLICY,
    "consent_missing": _CONSENT,
    "consent_method_not_accepted": _CONSENT,
    "initiating_visit_missing": _EPISODE,
    "initiating_visit_stale": _EPISODE,
    "diagnosis_missing": _EPISODE,
    "non_duplication_note_missing": _EPISODE,
    "measure_missing": Place("measure_add", "patient", "Enter the score"),
    "consultant_review_missing": Place("review", "episode", "Open the review"),
    "episode_missing": _ENROLMENT,
    "coverage_missing": _NO_COVERAGE,
    "subscriber_id_missing": replace(_COVERAGE, anchor="id_member_id"),
    "policy_missing": _POLICY,
    "fee_missing": _FEES,
}


def _practice(anchor: str) -> Place:
    return Place("practice_settings", "practice", "Open the practice's settings", anchor)


def _payer(anchor: str) -> Place:
    return Place("payer_edit", "payer", "Open the payer", anchor)


def _patient(anchor: str) -> Place:
    return Place("patient_edit", "patient", "Mend the patient's data", anchor)


def _clinician(anchor: str) -> Place:
    return Place("clinician_edit", "clinician", "Open the clinician", anchor)


#: By the 837P field that lacks something, the first pattern that fits.
FIELDS: tuple[tuple[str, Place], ...] = (
    (r"subscriber\.member_id", replace(_COVERAGE, anchor="id_member_id")),
    (r"subscriber\.group_number", replace(_COVERAGE, anchor="id_group_number")),
    (r"subscriber\.filing_indicator", _payer("id_claim_filing_code")),
    (r"(subscriber|patient)\.birth_date", _patient("id_birth_date")),
    (r"(subscriber|patient)\.sex", _patient("id_sex")),
    (r"(subscriber|patient)\.last", _patient("id_last_name")),
    (r"(subscriber|patient)\.first", _patient("id_first_name")),
    (r"(subscriber|patient)\.middle", _patient("id_middle_name")),
    (r"(subscriber|patient)\.address\.zip", _patient("id_zip_code")),
    (r"(subscriber|patient)\.address\.(city|state)", _patient("id_city")),
    (r"(subscriber|patient)\.address", _patient("id_address")),
    (r"patient\.relationship", _COVERAGE),
    (r"rendering_provider\.npi", _clinician("id_npi")),
    (r"rendering_provider", _clinician("id_last_name")),
    (r"payer\.id", _payer("id_payer_id")),
    (r"payer\.", _payer("id_name")),
    (r"(lines\[\d+\]\.charge|total_charge)", _FEES),
    (r"diagnoses", _EPISODE),
    (r"billing_provider\.npi", _practice("id_npi")),
    (r"billing_provider\.tax_id", _practice("id_tax_id")),
    (r"billing_provider\.taxonomy", _practice("id_taxonomy")),
    (r"billing_provider\.name", _practice("id_name")),
    (r"billing_provider\.phone", _practice("id_phone")),
    (r"billing_provider\.address\.zip", _practice("id_zip_code")),
    (r"billing_provider\.address\.city", _practice("id_city")),
    (r"billing_provider\.address\.state", _practice("id_state")),
    (r"billing_provider", _practice("id_address")),
    (r"place_of_service", _practice("id_place_of_service")),
    (r"(submitter\.id|interchange\.sender_id)", _practice("id_submitter_id")),
    (r"submitter\.(phone|email)", _practice("id_contact_phone")),
    (r"submitter\.contact", _practice("id_contact_name")),
    (r"(submitter|interchange)", _practice("id_submitter_id")),
)
#: The same fields where the subscriber is somebody else: they are the coverage's.
_SUBSCRIBER: tuple[tuple[str, Place], ...] = (
    (r"subscriber\.birth_date", replace(_COVERAGE, anchor="id_subscriber_birth_date")),
    (r"subscriber\.sex", replace(_COVERAGE, anchor="id_subscriber_sex")),
    (r"subscriber\.last", replace(_COVERAGE, anchor="id_subscriber_last_name")),
    (r"subscriber\.first", replace(_COVERAGE, anchor="id_subscriber_first_name")),
)
_RECEIVER_PAYER = _payer("id_payer_id")
_PAYERS = Place("payers", "practice", "Open the payers")


#: What else a person may do, whose roles do not open the first place.
_ELSE: Mapping[str, tuple[Place, ...]] = {
    "review": (Place("review_request", "episode", "Ask for a review"),),
}


def of_rule(rule: str, rows: Rows) -> Mend:
    """Where to go for a rule that stands against a claim."""
    place = RULES.get(rule, _CHART)
    if place.row == "episode" and rows.episode_id is None:
        place = _ENROLMENT
    if place.row == "coverage" and rows.coverage_id is None:
        place = _NO_COVERAGE
    if place.row == "payer" and rows.payer_id is None:
        place = _PAYERS
    return _open(place, rows)


def of_field(path: str, rows: Rows, *, to_clearinghouse: bool, is_self: bool = True) -> Mend:
    """Where to go for a field of the 837P that lacks something.

    `is_self`: the patient is the subscriber, whose data are then the patient's own.
    """
    if path.startswith(("receiver", "interchange.receiver_id")):
        payer = _RECEIVER_PAYER if rows.payer_id else _PAYERS
        return _open(_practice("id_clearinghouse_id") if to_clearinghouse else payer, rows)
    patterns = FIELDS if is_self else (*_SUBSCRIBER, *FIELDS)
    fitting = (place for pattern, place in patterns if re.match(pattern, path))
    return _open(next(fitting, _CHART), rows)


def with_mends(reasons: Iterable[Mapping[str, Any]], rows: Rows) -> list[dict[str, Any]]:
    """Reasons, those that ask for something (our own notes too) each with where it is mended."""
    return [
        dict(reason)
        if reason["kind"] == "note" and "mend" not in reason
        else {**reason, **vars(of_rule(reason["rule"], rows))}
        for reason in reasons
    ]


def _open(place: Place, rows: Rows) -> Mend:
    """The place, or the patient's page where the person's roles do not open it."""
    for candidate in (place, *_ELSE.get(place.name, ()), _fallback(place), _CHART):
        url = _address(candidate, rows)
        if url and _is_open(url, rows.roles):
            anchor = f"#{candidate.anchor}" if candidate.anchor else ""
            return Mend(f"{url}{anchor}", candidate.action)
    return Mend()


def _fallback(place: Place) -> Place:
    anchors = {
        "consent_add": "consent",
        "episode_edit": "episode",
        "measure_add": "measures",
        "review": "reviews",
    }
    return Place("patient", "patient", "Open the chart", anchors.get(place.name, ""))


def _address(place: Place, rows: Rows) -> str:
    ids = {
        "patient": rows.patient_id,
        "episode": rows.episode_id,
        "coverage": rows.coverage_id,
        "payer": rows.payer_id,
        "clinician": rows.clinician_id,
    }
    kwargs: dict[str, Any] = {"slug": rows.slug}
    if place.row != "practice":
        if ids[place.row] is None:
            return ""
        kwargs[f"{place.row}_id"] = ids[place.row]
    try:
        return reverse(place.name, kwargs=kwargs)
    except NoReverseMatch:
        return ""


def address_if_open(name: str, roles: frozenset[Role], **kwargs: Any) -> str:
    """The address of a page, where one of the roles opens it; else nothing."""
    try:
        url = reverse(name, kwargs=kwargs)
    except NoReverseMatch:
        return ""
    return url if _is_open(url, roles) else ""


def _is_open(url: str, roles: frozenset[Role]) -> bool:
    access = getattr(resolve(url).func, "access", None)
    return bool(access and access.roles & roles)
