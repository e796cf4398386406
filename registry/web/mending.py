"""Where a thing that stands against a month is put right: the page, its place, and the words.

The one map for the chart and for billing.  Pages are named by their addresses' names: a rule that
is another app's leads to that app's page where it is mounted, else to the patient's.  The form
itself where the person's roles open it; else the patient's page, which says who may.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from django.urls import NoReverseMatch, resolve, reverse

from registry.vocabulary import Role
from registry.web import returning

if TYPE_CHECKING:
    from registry.standing import Standing
    from registry.web.access import PracticeRequest

Row = Literal["patient", "episode", "coverage", "payer", "clinician", "site", "practice"]


@dataclass(frozen=True, kw_only=True)
class Rows:
    """The rows that a month points to: what the addresses are made of.

    `back` is the page that the links are on, where saving leads back to it (`returning`).
    """

    slug: str
    roles: frozenset[Role]
    patient_id: int | None = None
    episode_id: int | None = None
    coverage_id: int | None = None
    payer_id: int | None = None
    clinician_id: int | None = None
    site_id: int | None = None
    back: str = ""


@dataclass(frozen=True)
class Place:
    """A page by its address's name, the row it is about, and what one does there.

    `anchor` is a place on the page; `roles`, where not empty, are the only ones it is meant for,
    of those that it is open to.
    """

    name: str
    row: Row
    action: str
    anchor: str = ""
    roles: frozenset[Role] = frozenset()


@dataclass(frozen=True)
class Mend:
    url: str = ""
    action: str = ""


COVERAGE = Place("coverage_edit", "coverage", "Mend the coverage")
MEMBER_ID = replace(COVERAGE, action="Enter the member id", anchor="id_member_id")
INSURANCE = Place("patient", "patient", "Open the insurance", "insurance")
EPISODE = Place("episode_edit", "episode", "Mend the episode")
CHART = Place("patient", "patient", "Open the chart")
FEES = Place("payer_terms", "payer", "Open the payer's fees", "fees")
PAYERS = Place("payers", "practice", "Open the payers")
_NO_COVERAGE = Place("coverage_add", "patient", "Add a coverage")
_CONSENT = Place("consent_add", "patient", "Add the consent")
_ENROLMENT = Place("enrol", "patient", "Open the enrolment")
_TIME = Place("patient", "patient", "Look at the time", "time")
_SERVICES = Place("patient", "patient", "Look at the services billed apart", "services")
POLICY = _POLICY = Place("payer_terms", "payer", "Open the payer's policy", "policies")
_REVIEW = Place("review", "episode", "Review the case", roles=frozenset({Role.CONSULTANT}))
_ASK = Place("review_request", "episode", "Ask for a review")
_CASE = Place("review", "episode", "Open the case")

#: By the rule that stands against the month.
RULES: Mapping[str, Place] = {
    "below_minimum": _TIME,
    "unconfirmed_time": Place("patient", "patient", "Confirm or void it", "time"),
    "not_separately_paid": _POLICY,
    "code_not_accepted": _POLICY,
    "consent_missing": _CONSENT,
    "consent_method_not_accepted": _CONSENT,
    "initiating_visit_missing": EPISODE,
    "initiating_visit_stale": EPISODE,
    "diagnosis_missing": EPISODE,
    "non_duplication_note_missing": EPISODE,
    "authorization_missing": Place("authorizations", "patient", "Enter the authorization"),
    "measure_missing": Place("measure_add", "patient", "Enter the score"),
    "consultant_review_missing": _REVIEW,
    "episode_missing": _ENROLMENT,
    "coverage_missing": _NO_COVERAGE,
    "subscriber_id_missing": MEMBER_ID,
    "claimed_elsewhere": replace(COVERAGE, action="Look at the member id", anchor="id_member_id"),
    "policy_missing": _POLICY,
    "fee_missing": FEES,
    "charged_below_allowed": FEES,
    "excluded_on_the_date": _SERVICES,
    "excluded_in_the_month": _SERVICES,
    "units_above_cap": _POLICY,
}
#: What else a person may do, who is not meant for the first place or does not come in.
ELSE: Mapping[str, tuple[Place, ...]] = {"review": (_ASK, _CASE)}
#: Where the patient's page speaks of a thing.
_ON_THE_CHART = {
    "consent_add": "consent",
    "episode_edit": "episode",
    "measure_add": "measures",
    "review": "reviews",
    "coverage_edit": "insurance",
}


def of_rule(rule: str, rows: Rows, *, here: str = "") -> Mend:
    """Where to go for a rule; nowhere where that is the page that one reads, `here`."""
    place = RULES.get(rule, CHART)
    if place.row == "episode" and rows.episode_id is None:
        place = _ENROLMENT
    if place.row == "coverage" and rows.coverage_id is None:
        place = _NO_COVERAGE if rule == "coverage_missing" else INSURANCE
    if place.row == "payer" and rows.payer_id is None:
        place = PAYERS
    return to(place, rows, here=here)


def to(place: Place, rows: Rows, *, here: str = "") -> Mend:
    """The place, or the patient's page where the person's roles do not open it."""
    chart = replace(CHART, anchor=_ON_THE_CHART.get(place.name, ""))
    for candidate in (place, *ELSE.get(place.name, ()), chart):
        if candidate.roles and not candidate.roles & rows.roles:
            continue
        url = _address(candidate, rows)
        if url and _is_open(candidate.name, url, rows.roles):
            anchor = f"#{candidate.anchor}" if candidate.anchor else ""
            if candidate.name == here:
                return Mend()
            return Mend(f"{returning.carried(url, rows.back)}{anchor}", candidate.action)
    return Mend()


def _address(place: Place, rows: Rows) -> str:
    kwargs: dict[str, Any] = {"slug": rows.slug}
    if place.row != "practice":
        row_id = getattr(rows, f"{place.row}_id")
        if row_id is None:
            return ""
        kwargs[f"{place.row}_id"] = row_id
    return _reversed(place.name, kwargs)


def _reversed(name: str, kwargs: Mapping[str, Any]) -> str:
    try:
        return reverse(name, kwargs=dict(kwargs))
    except NoReverseMatch:
        return ""


#: Whom each page is open to, by its name: an address is resolved slowly, and a list has many.
_doors: dict[str, frozenset[Role]] = {}


def _is_open(name: str, url: str, roles: frozenset[Role]) -> bool:
    if name not in _doors:
        decided = getattr(resolve(url).func, "access", None)
        _doors[name] = decided.roles if decided else frozenset()
    return bool(_doors[name] & roles)


def address_if_open(name: str, roles: frozenset[Role], **kwargs: Any) -> str:
    """The address of a page, where it is there and one of the roles opens it; else nothing."""
    url = _reversed(name, kwargs)
    return url if url and _is_open(name, url, roles) else ""


def address(request: PracticeRequest, name: str, **ids: Any) -> str:
    """A page of the request's practice, where it is there and the person's roles open it."""
    return address_if_open(name, request.roles, slug=request.practice.slug, **ids)


def reasons(standing: Standing | None, rows: Rows, *, is_over: bool) -> list[dict[str, Any]]:
    """A month's reasons as the patient's page shows them, each with where it is mended.

    While the month lasts, few minutes are no fault: that is said as a note, not as a refusal.
    """
    found: list[dict[str, Any]] = []
    for reason in standing["reasons"] if standing else ():
        is_early = reason["rule"] == "below_minimum" and not is_over
        kind = "note" if is_early else reason["kind"]
        mend = Mend() if kind == "note" else of_rule(reason["rule"], rows, here="patient")
        found.append({**reason, "kind": kind, "url": mend.url, "action": mend.action})
    return found
