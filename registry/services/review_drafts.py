"""What a consultant types of a recommendation is kept while it is typed, until it is signed."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from registry import checks
from registry.models import Episode, ReviewDraft, User
from registry.services import review_checks
from registry.vocabulary import Advice


@transaction.atomic
def keep(
    episode: Episode, *, advice: str, recommendation: str, by: User, now: dt.datetime
) -> ReviewDraft | None:
    """Keep what the author has typed so far, in place of what was kept before; nothing typed is
    no draft.

    Raises Refused by field, and keeps what was kept, where it could never be signed.
    """
    checks.stop_if(_problems(advice, recommendation))
    mine = ReviewDraft.objects.filter(episode=episode, author=by)
    if not advice and not recommendation.strip():
        mine.delete()
        return None
    kept, _ = ReviewDraft.objects.update_or_create(
        episode=episode,
        author=by,
        defaults={"advice": advice, "recommendation": recommendation, "saved_at": now},
    )
    return kept


def signed(episode: Episode, *, by: User) -> None:
    """The author's draft has become a review; what colleagues have typed stays theirs."""
    ReviewDraft.objects.filter(episode=episode, author=by).delete()


def _problems(advice: str, recommendation: str) -> dict[str, str | None]:
    known = not advice or advice in Advice.values
    return {
        "advice": None if known else "Choose what you recommend.",
        "recommendation": review_checks.too_long(recommendation.strip()),
    }
