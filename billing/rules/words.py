"""The words that a case may use, and how a sentence counts things."""

from __future__ import annotations

COCM = "cocm"
BHI = "bhi"
PROGRAMS = (COCM, BHI)

CARE_MANAGER = "care_manager"
CONSULTANT = "consultant"
ROLES = (CARE_MANAGER, "clinical_staff", "treating_practitioner", CONSULTANT)

ACTIVITIES = (
    "patient_contact",
    "brief_intervention",
    "measurement",
    "care_planning",
    "care_coordination",
    "chart_review",
    "case_review",
    "outreach_attempt",
    "clerical",
    "psychotherapy",
    "crisis",
)

CONFIRMED = "confirmed"
NEEDS_REVIEW = "needs_review"
VOIDED = "voided"
STATUSES = (CONFIRMED, NEEDS_REVIEW, VOIDED)

CONSENT_METHODS = ("verbal", "written")

INITIAL = "initial"
SUBSEQUENT = "subsequent"

EXCLUSIONS = {
    "unconfirmed": "waiting for review, not confirmed",
    "crisis": "crisis care is billed apart",
    "psychotherapy": "psychotherapy is billed apart",
    "separately_billed": "billed under another code",
    "clerical": "clerical work never counts",
    "outreach_attempt": "this payer counts no attempt to reach the patient",
    "role_not_counted": "this payer does not count the role",
    "outside_episode": "before the episode began or after it ended",
    "outside_consent": "no consent was in force",
    "inpatient": "the patient was in hospital",
    "overlap": "another entry has these seconds already",
}
"""Why seconds are left out, in the order in which the reasons are tried."""


def plain(code: str) -> str:
    """Return a code as it is compared: without dots, in upper case."""
    return code.replace(".", "").upper()


def counted(number: int, noun: str) -> str:
    """Return ``1 minute``, ``2 minutes``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def spoken(word: str) -> str:
    """Return a word of the contract as a person says it: ``care_manager``, ``care manager``."""
    return word.replace("_", " ")


def listed(words: tuple[str, ...] | list[str], last: str = "and") -> str:
    """Return ``a``, ``a and b``, ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def duration(seconds: int) -> str:
    """Return ``34 min``, ``34 min 59 s`` or ``59 s``."""
    minutes, rest = divmod(seconds, 60)
    parts = ([f"{minutes} min"] if minutes or not rest else []) + ([f"{rest} s"] if rest else [])
    return " ".join(parts)
