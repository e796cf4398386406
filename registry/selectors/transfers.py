"""Changes of care manager, read."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from registry.models import Episode, Practice, Transfer, User
from registry.selectors import episodes as episodes_of


def of_episodes(episodes: Iterable[Episode]) -> list[Transfer]:
    """The transfers of a chart's episodes, the latest first."""
    found = Transfer.objects.filter(episode__in=[episode.pk for episode in episodes])
    people = ("from_care_manager", "to_care_manager", "transferred_by")
    return list(found.select_related(*people).order_by("-transferred_at"))


def open_caseload(user: User, practice: Practice, care_manager: User) -> QuerySet[Episode]:
    """The open episodes of a care manager, by the patient's name."""
    found = episodes_of.visible_to(user).filter(
        patient__practice=practice, care_manager=care_manager, ended_on=None
    )
    return found.select_related("patient").order_by(
        "patient__last_name", "patient__first_name", "pk"
    )
