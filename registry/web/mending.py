"""Where what a month lacks is put right: the form, for who may open it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from django.urls import NoReverseMatch, resolve, reverse

if TYPE_CHECKING:
    from registry.standing import Standing
    from registry.web.access import PracticeRequest


class Place(NamedTuple):
    """An address's name, the row that it names, and what one does there."""

    name: str
    row: str
    action: str


_EPISODE = Place("episode_edit", "episode_id", "Mend the episode")
PLACES: Mapping[str, Place] = {
    "consent_missing": Place("consent_add", "patient_id", "Add the consent"),
    "consent_method_not_accepted": Place("consent_add", "patient_id", "Add a consent"),
    "initiating_visit_missing": _EPISODE,
    "initiating_visit_stale": _EPISODE,
    "diagnosis_missing": _EPISODE,
    "non_duplication_note_missing": _EPISODE,
    "measure_missing": Place("measure_add", "patient_id", "Enter the score"),
    "consultant_review_missing": Place("review_request", "episode_id", "Ask for a review"),
    "coverage_missing": Place("coverage_add", "patient_id", "Add the insurance"),
    "subscriber_id_missing": Place("patient_edit", "patient_id", "Enter the member id"),
    "policy_missing": Place("payers", "", "Open the payers"),
    "fee_missing": Place("payers", "", "Open the payers"),
}


def address(request: PracticeRequest, name: str, **ids: Any) -> str:
    """A page's address, where it is there and one of the person's roles opens it; else nothing."""
    try:
        url = reverse(name, kwargs={"slug": request.practice.slug} | ids)
    except NoReverseMatch:
        return ""
    decided = getattr(resolve(url).func, "access", None)
    return url if decided and decided.roles & request.roles else ""


def link(
    request: PracticeRequest, rule: str, *, patient_id: int, episode_id: int | None
) -> tuple[str, str]:
    """Address and action for what a rule asks; both empty where the person can do nothing."""
    place = PLACES.get(rule)
    if place is None:
        return "", ""
    ids = {"patient_id": patient_id, "episode_id": episode_id}
    if place.row and ids[place.row] is None:
        return "", ""
    url = address(request, place.name, **({place.row: ids[place.row]} if place.row else {}))
    return url, place.action if url else ""


def reasons(
    request: PracticeRequest,
    standing: Standing | None,
    *,
    patient_id: int,
    episode_id: int | None,
    is_over: bool,
) -> list[dict[str, Any]]:
    """A month's reasons, each that asks for something with where it is mended.

    While the month lasts, few minutes are no fault: that is said as a note, not as a refusal.
    """
    found: list[dict[str, Any]] = []
    for reason in standing["reasons"] if standing else ():
        url, action = "", ""
        kind = reason["kind"]
        if reason["rule"] == "below_minimum" and not is_over:
            kind = "note"
        if kind != "note":
            url, action = link(
                request, reason["rule"], patient_id=patient_id, episode_id=episode_id
            )
        found.append({**reason, "kind": kind, "url": url, "action": action})
    return found
