"""Whom a claim's cause is asked of: the one in the patient's team who alone can mend it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from billing.models import Claim
from registry.models import Episode, User

_PRACTITIONER, _CARE_MANAGER, _CONSULTANT = "practitioner", "care_manager", "consultant"
#: By rule: who is asked, the next where there is nobody, or nobody who signs in.
ASKED: Mapping[str, tuple[str, ...]] = {
    "consent_missing": (_PRACTITIONER, _CARE_MANAGER),
    "consent_method_not_accepted": (_PRACTITIONER, _CARE_MANAGER),
    "initiating_visit_missing": (_PRACTITIONER, _CARE_MANAGER),
    "initiating_visit_stale": (_PRACTITIONER, _CARE_MANAGER),
    "diagnosis_missing": (_PRACTITIONER, _CARE_MANAGER),
    "measure_missing": (_CARE_MANAGER, _PRACTITIONER),
    "non_duplication_note_missing": (_CARE_MANAGER, _PRACTITIONER),
    "same_person_therapy": (_CARE_MANAGER,),
    "consultant_review_missing": (_CONSULTANT, _CARE_MANAGER),
}
#: What a claim must have loaded, so that a list asks nothing more.
RELATED = (
    "episode__care_manager",
    "episode__consultant",
    "episode__treating_practitioner__user",
)


def whom(claim: Claim, rule: str) -> User | None:
    """The person to ask; None for what is asked of nobody, or where nobody is named."""
    episode = claim.episode
    if episode is None:
        return None
    return next(_people(episode, ASKED.get(rule, ())), None)


def _people(episode: Episode, parts: tuple[str, ...]) -> Iterator[User]:
    treating = episode.treating_practitioner
    found = {
        _PRACTITIONER: treating.user if treating else None,
        _CARE_MANAGER: episode.care_manager,
        _CONSULTANT: episode.consultant,
    }
    return (person for part in parts if (person := found[part]) is not None)
