"""What happened to a claim: who, when, what and why, out of the trail that the database keeps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from billing.models import FIRST_TURN, Claim, ClaimState
from registry.models import User

#: The columns that tell one state of a claim from the next.
_FIELDS = (
    "state", "is_final", "later", "decided_at", "approved_at", "sent_at", "set_aside",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One thing that happened; `who` is empty where the trail names nobody."""

    at: dt.datetime
    what: str
    who: str = ""
    why: str = ""
    icon: str = "circle-dashed"


def of(claim: Claim) -> list[Happening]:
    """A claim's happenings, the latest first, in three queries."""
    trail = Claim.pgh_event_model.objects  # type: ignore[attr-defined]  # added by pghistory
    events = list(
        trail.filter(pgh_obj_id=claim.pk)
        .order_by("pgh_created_at", "pgh_id")
        .values("pgh_created_at", "pgh_context__metadata", *_FIELDS)
    )
    names = _names(claim, events)
    told = enumerate([*_told(claim, events, names), *_to_later_payers(claim)])
    return [each for _, each in sorted(told, key=lambda one: (one[1].at, one[0]), reverse=True)]


def _names(claim: Claim, events: Iterable[Mapping[str, Any]]) -> dict[int, str]:
    found = [*map(_actor, events), claim.decided_by_id, claim.approved_by_id, claim.sent_by_id]
    ids = {pk for pk in found if pk is not None}
    return dict(User.objects.filter(pk__in=ids).values_list("pk", "full_name"))


def _actor(event: Mapping[str, Any]) -> int | None:
    return (event["pgh_context__metadata"] or {}).get("user")


def _told(
    claim: Claim, events: list[dict[str, Any]], names: Mapping[int, str]
) -> Iterator[Happening]:
    """Each event beside the one before it.  The trail begins after a true-up made the draft."""
    first = events[0] if events else {"decided_at": claim.decided_at}
    decider = names.get(claim.decided_by_id, "")
    yield _decided(first["decided_at"], decider)
    before: Mapping[str, Any] = {
        "state": ClaimState.DRAFT,
        "decided_at": first["decided_at"],
        "later": None,
        "is_final": True,
        "set_aside": "",
    }
    for event in events:
        if event["decided_at"] != before["decided_at"]:
            yield _decided(event["decided_at"], decider)
        if event["state"] != before["state"]:
            yield _moved(claim, event, names)
        if event["set_aside"] != before["set_aside"]:
            yield _set_aside(event, names)
        yield from _noted(before, event)
        before = event


def _to_later_payers(claim: Claim) -> Iterator[Happening]:
    """The same claim again, to the patient's next payer."""
    places = claim.places.exclude(turn=FIRST_TURN).select_related(
        "submission__made_by", "coverage__payer"
    )
    for place in places.defer("submission__content"):
        payer = place.coverage.payer.name if place.coverage else ""
        yield Happening(
            at=place.submission.made_at,
            what=f"Put into a file to the second payer, {payer}",
            who=place.submission.made_by.full_name,
            icon="send",
        )


def _decided(at: dt.datetime, who: str) -> Happening:
    return Happening(at=at, what="Decided by a true-up", who=who, icon="refresh")


def _set_aside(event: Mapping[str, Any], names: Mapping[int, str]) -> Happening:
    said = {"look": "Held back to be looked at", "no": "Set aside: not to be billed"}
    return Happening(
        at=event["pgh_created_at"],
        what=said.get(event["set_aside"], "Taken up again"),
        who=names.get(_actor(event) or 0, ""),
        why=(event["pgh_context__metadata"] or {}).get("reason", "") if event["set_aside"] else "",
        icon="hand-stop",
    )


def _noted(before: Mapping[str, Any], event: Mapping[str, Any]) -> Iterator[Happening]:
    at = event["pgh_created_at"]
    if event["later"] and event["later"] != before["later"]:
        yield Happening(
            at=at, what="A true-up found that it would differ now", icon="arrows-exchange"
        )
    if event["is_final"] and not before["is_final"]:
        yield Happening(at=at, what="Made final: the month is over", icon="lock")


def _moved(claim: Claim, event: Mapping[str, Any], names: Mapping[int, str]) -> Happening:
    """A step from one state to another, with who took it and, where it was asked, why."""
    who = names.get(_actor(event) or 0, "")
    at = event["pgh_created_at"]
    match event["state"]:
        case ClaimState.APPROVED:
            return Happening(
                at=event["approved_at"] or at,
                what="Approved; its month is locked for the log",
                who=who or names.get(claim.approved_by_id or 0, ""),
                icon="checkbox",
            )
        case ClaimState.SENT:
            return Happening(
                at=event["sent_at"] or at,
                what="Put into an 837P file",
                who=who or names.get(claim.sent_by_id or 0, ""),
                icon="send",
            )
        case ClaimState.DRAFT:
            what, icon = "Approval withdrawn; its month is open again", "arrow-back-up"
        case other:
            what, icon = other.capitalize(), "replace"
    why = (event["pgh_context__metadata"] or {}).get("reason", "")
    return Happening(at=at, what=what, who=who, why=why, icon=icon)
