"""The rows that sign-ins leave."""

from __future__ import annotations

import datetime as dt

from django.contrib.sessions.models import Session


def forget_ended(*, now: dt.datetime) -> int:
    """Delete the sessions that nobody can go on with any more; how many there were."""
    return Session.objects.filter(expire_date__lt=now).delete()[0]
