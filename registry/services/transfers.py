"""A change of care manager: one episode, or a whole caseload, passed on with a reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import pghistory
from django.db import transaction

from registry import calendar, checks
from registry.errors import refuse
from registry.models import Episode, Membership, Practice, Transfer, User
from registry.services import service_month
from registry.vocabulary import Role

MOST_REASON = 200


def transfer(
    episode: Episode, *, to: User | None, reason: str, by: User, now: dt.datetime
) -> Transfer:
    """Pass an open episode on.  Raises Refused by field (`to`, `reason`)."""
    return transfer_all([episode], to=to, reason=reason, by=by, now=now)[0]


@transaction.atomic
def transfer_all(
    episodes: Iterable[Episode], *, to: User | None, reason: str, by: User, now: dt.datetime
) -> list[Transfer]:
    """Pass open episodes of one practice on, all or none.

    Time worked stays whoever's it is: minutes count for the patient, not for the caseload.
    """
    rows = _locked(episodes)
    if not rows:
        raise refuse("", "None of these episodes is open. Choose patients who are in care.")
    practice = rows[0].patient.practice
    reason = checks.one_line(reason)
    checks.stop_if({"to": _problem(practice, rows, to), "reason": _reason(reason)})
    assert to is not None
    moving = [row for row in rows if row.care_manager_id != to.pk]
    written = Transfer.objects.bulk_create(
        Transfer(
            episode=row,
            from_care_manager_id=row.care_manager_id,
            to_care_manager=to,
            reason=reason,
            transferred_at=now,
            transferred_by=by,
        )
        for row in moving
    )
    with pghistory.context(reason=f"transferred: {reason}"):
        Episode.objects.filter(pk__in=[row.pk for row in moving]).update(care_manager=to)
    _refresh(practice, moving, now)
    return written


def _locked(episodes: Iterable[Episode]) -> list[Episode]:
    rows = Episode.objects.select_for_update(of=("self",)).select_related("patient__practice")
    wanted = [episode.pk for episode in episodes]
    return list(rows.filter(pk__in=wanted, ended_on=None).order_by("pk"))


def _refresh(practice: Practice, episodes: list[Episode], now: dt.datetime) -> None:
    """Who manages care bears on the rules (therapy by the same person): the month is read anew."""
    month = calendar.local_month(now, practice.timezone)
    service_month.refresh([row.patient for row in episodes], [month], now=now)


def _problem(practice: Practice, rows: list[Episode], to: User | None) -> str | None:
    if to is None:
        return "The new care manager is missing. Choose one."
    member = Membership.objects.filter(practice=practice, user=to, role=Role.CARE_MANAGER)
    if not to.is_active or not member.exists():
        return "This person is no care manager of the practice. Choose another."
    if all(row.care_manager_id == to.pk for row in rows):
        return f"{to.full_name} is the care manager already. Choose another."
    return None


def _reason(reason: str) -> str | None:
    if not reason:
        return "The reason is missing. Say why care passes to somebody else."
    return checks.text(reason, most=MOST_REASON, called="The reason")
