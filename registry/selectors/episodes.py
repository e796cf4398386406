"""Episodes, read; each for somebody."""

from __future__ import annotations

import datetime as dt

from django.db.models import QuerySet

from registry import icd10
from registry.models import Episode, Patient, Practice, User
from registry.selectors import consents

#: Medicare's and most payers' reading; a payer's own lookback is billing's to know.
LOOKBACK = dt.timedelta(days=365)


def visible_to(user: User) -> QuerySet[Episode]:
    return Episode.objects.filter(patient__practice__memberships__user=user).distinct()


def get(user: User, practice: Practice, episode_id: int) -> Episode:
    """One episode.  Episode.DoesNotExist where it is another practice's, or nobody's."""
    rows = visible_to(user).select_related(
        "patient__practice", "care_manager", "consultant", "treating_practitioner"
    )
    return rows.get(patient__practice=practice, pk=episode_id)


def current(patient: Patient) -> Episode | None:
    """The patient's open episode."""
    return patient.episodes.filter(ended_on=None).first()


def latest(patient: Patient) -> Episode | None:
    """The open episode, else the one that ended last."""
    return patient.episodes.order_by("-started_on").first()


def codes(episode: Episode) -> list[str]:
    """The codes it treats, the principal first."""
    standing = episode.diagnoses.filter(removed_at=None).order_by("rank", "pk")
    return list(standing.values_list("code", flat=True))


def warnings(episode: Episode) -> list[str]:
    """What the episode may say, but a payer will ask about: each a sentence."""
    found = (_old_visit(episode), _chapter(episode), _consent(episode), _therapy(episode))
    return [sentence for sentence in found if sentence]


def _old_visit(episode: Episode) -> str | None:
    visit = episode.initiating_visit_on
    if visit is None or episode.started_on - visit <= LOOKBACK:
        return None
    return (
        "The initiating visit is more than a year before the start, so claims will be held. "
        "Enter a newer visit if there was one."
    )


def _chapter(episode: Episode) -> str | None:
    found = codes(episode)
    if any(code.startswith(icd10.BEHAVIORAL_CHAPTER) for code in found):
        return None
    return (
        "No diagnosis is of chapter F (mental and behavioral disorders), so claims will be held "
        "unless the payer's policy accepts it."
    )


def _consent(episode: Episode) -> str | None:
    begun = consents.first_in_force(episode.patient)
    if begun is None:
        return "No consent is in force. Record one: until then no month can be billed."
    zone = episode.patient.practice.timezone
    if consents.local_day(begun, zone) > episode.started_on:
        return "The consent was given after the start. Time before it does not count."
    if begun.awaits_agreement:
        return (
            "The consent was recorded late. It counts from now, and from its own day once a second "
            "person has agreed to it."
        )
    return None


def _therapy(episode: Episode) -> str | None:
    if not episode.outside_therapy_same_condition or episode.non_duplication_note:
        return None
    return (
        "The patient has therapy elsewhere for the same condition. Claims will be held until a "
        "note says that care management does not duplicate it."
    )
