"""Recommendations that are typed and not signed, read."""

from __future__ import annotations

from django.db.models import Exists, OuterRef

from registry.models import Episode, Membership, ReviewDraft, User
from registry.vocabulary import Role


def of_case(user: User, episode: Episode) -> list[ReviewDraft]:
    """All drafts on a case, the latest first, for its practice's consultants; none for others."""
    consultant = Membership.objects.filter(
        user=user, practice=OuterRef("episode__patient__practice"), role=Role.CONSULTANT
    )
    found = ReviewDraft.objects.filter(Exists(consultant), episode=episode)
    return list(found.select_related("author").order_by("-saved_at", "-pk"))
