"""The daily mail of what waits: counts, a link, and nobody's name.

A person gets one a working day from each practice where something waits, at the practice's hour.
The row and the mail stand or fall together: a mail that could not be sent is tried again.
"""

from __future__ import annotations

import datetime as dt
import logging

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse
from django.utils.translation import ngettext

from registry.models import Digest, Practice, User
from registry.selectors import digests as selectors
from registry.selectors import practices, tasks

logger = logging.getLogger(__name__)


def send_where_due(practice: Practice, *, now: dt.datetime) -> int:
    """Send the day's mails of a practice; how many were sent.

    One that fails keeps nobody else waiting.
    """
    day = selectors.due_day(practice, now)
    if day is None:
        return 0
    return sum(_tried(user, practice, day, now) for user in selectors.waiting(practice, day))


def _tried(user: User, practice: Practice, day: dt.date, now: dt.datetime) -> bool:
    try:
        return _send(user, practice, day, now)
    except Exception as error:
        logger.error("The digest of user %s failed: %s", user.pk, type(error).__name__)
        return False


@transaction.atomic
def _send(user: User, practice: Practice, day: dt.date, now: dt.datetime) -> bool:
    counts = tasks.counts(user, practice, practices.roles(user, practice), now)
    _, is_new = Digest.objects.get_or_create(
        user=user, practice=practice, day=day, defaults={"counts": counts, "sent_at": now}
    )
    if not is_new or not counts:
        return False
    total = sum(counts.values())
    subject = ngettext("%(n)s thing waits", "%(n)s things wait", total) % {"n": total}
    send_mail(f"{subject} at {practice.name}", text(practice, counts), None, [user.email])
    return True


def text(practice: Practice, counts: dict[str, int]) -> str:
    """The mail: how much of what, and where."""
    titles = {kind.name: kind.title for kind in tasks.KINDS}
    lines = [f"{count:>4}  {titles[name]}" for name, count in counts.items()]
    where = settings.SITE_URL.rstrip("/") + reverse("tasks", kwargs={"slug": practice.slug})
    return "\n".join(
        [
            f"Waiting for you at {practice.name}:",
            "",
            *lines,
            "",
            where,
            "",
            "You asked for this mail; the same page ends it.",
        ]
    )
