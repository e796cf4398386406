"""The second step of a sign-in: demanded by a practice or an organization, forgotten for a person
who has lost the device and the recovery codes."""

from __future__ import annotations

import datetime as dt
import logging

import pghistory
from allauth.mfa.models import Authenticator
from django.db import transaction

from registry.models import Organization, Practice, User

logger = logging.getLogger(__name__)


@transaction.atomic
def demand(whose: Practice | Organization, *, by: User, now: dt.datetime) -> None:
    """From now on: who signs in later sets it up first.  Demanded twice, the first day stands."""
    rows = type(whose).objects.filter(pk=whose.pk, two_steps_since=None)
    with pghistory.context(user=by.pk, reason="second step demanded"):
        rows.update(two_steps_since=now)


@transaction.atomic
def leave_to_each(whose: Practice | Organization, *, by: User) -> None:
    """Not demanded any more; who has it keeps it."""
    with pghistory.context(user=by.pk, reason="second step left to each"):
        type(whose).objects.filter(pk=whose.pk).update(two_steps_since=None)


def forget(user: User, *, by: User) -> bool:
    """Take a person's second step and recovery codes away; false where there were none.  Where a
    practice demands it, they set it up anew at their next sign-in."""
    gone, _ = Authenticator.objects.filter(user=user).delete()
    logger.warning("user %s: second step taken away by user %s", user.pk, by.pk)
    return bool(gone)
