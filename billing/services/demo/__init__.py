"""The demo: two practices of one organization, Synthea's people, and three months of work.

Everything goes through the services that people use, at the times at which they would have used
them, so that the demo is a practice like any other: same rules, same history, same locks.
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from billing.services.demo import charts, month_end, practices, staff
from billing.services.demo.stories import STORIES
from registry.models import Organization

PASSWORD = "demo-only-caretally"  # noqa: S105 - the demo's, said on its sign-in page
SLUG = "northside"


@transaction.atomic
def load(*, now: dt.datetime) -> bool:
    """Load the demo, all of it or nothing.  False where it is there: then nothing changes."""
    if Organization.objects.filter(slug=SLUG).exists():
        return False
    house = practices.build(slug=SLUG, password=PASSWORD, now=now)
    for practice in house.practices.values():
        staff.enter(house, practice, now)
    for story in STORIES:
        charts.play(story, house, now=now)
    month_end.settle(house, now=now)
    return True


def is_loaded() -> bool:
    return Organization.objects.filter(slug=SLUG).exists()


def sign_ins() -> list[dict[str, str]]:
    """Who signs in where the demo is loaded, for the sign-in page; nobody elsewhere."""
    if not is_loaded():
        return []
    return [
        {
            "email": f"{name}@demo.test",
            "role": next(iter(roles.values())).label,
            "practice": " and ".join(_PRACTICE_NAMES[slug] for slug in roles),
        }
        for name, _, roles in practices.PEOPLE
    ]


_PRACTICE_NAMES = {given[0]: given[1] for given in practices.PRACTICES}
