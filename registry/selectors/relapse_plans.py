"""Relapse-prevention plans, read."""

from __future__ import annotations

from registry.models import Episode, RelapsePlan


def of_episode(episode: Episode) -> list[RelapsePlan]:
    """An episode's plans, the one that stands first."""
    found = RelapsePlan.objects.filter(episode=episode).select_related("recorded_by")
    return list(found.order_by("-made_on", "-pk"))
