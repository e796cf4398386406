"""What each rule is called where people read it: on a claim's explanation, above a group of claims.

One table for the rules of this package and for what billing holds a claim for beyond them.
"""

from __future__ import annotations

from collections.abc import Mapping

NAMES: Mapping[str, str] = {
    "below_minimum": "Too few minutes",
    "code_not_accepted": "The payer takes none of the codes",
    "not_separately_paid": "The payer does not pay it apart",
    "consent_missing": "Consent is missing",
    "consent_method_not_accepted": "The payer does not take this consent",
    "initiating_visit_missing": "Initiating visit is missing",
    "initiating_visit_stale": "Initiating visit does not fit the start",
    "diagnosis_missing": "Diagnosis is missing",
    "measure_missing": "Score is missing",
    "consultant_review_missing": "Consultant's review is missing",
    "same_person_therapy": "Therapy by the care manager",
    "non_duplication_note_missing": "Note on outside therapy is missing",
    "already_billed": "Billed already",
    "claimed_elsewhere": "Claimed already on another chart",
    "perhaps_claimed": "Perhaps claimed already for the same person",
    "authorization_missing": "Authorization is missing",
    "units_capped": "More units than the payer pays",
    "consultant_minutes_decide": "The consultant's minutes decide",
    "bhi_alternative": "General BHI could be billed instead",
    "modifier_25_on_em": "Modifier 25 on the visit of that day",
    "set_aside": "Held back to be looked at",
    "episode_missing": "Never enrolled",
    "coverage_missing": "Coverage is missing",
    "subscriber_id_missing": "Subscriber id is missing",
    "policy_missing": "Payer's policy is missing",
    "fee_missing": "Fee is missing",
    "charged_below_allowed": "Charge is below what the payer allows",
    "excluded_on_the_date": "Excluded service on the same date",
    "excluded_in_the_month": "Excluded service in the same month",
    "units_above_cap": "More units than CMS pays",
}


def name(rule: str) -> str:
    """Return a rule's name; of one that a later version has dropped, its key in words."""
    return NAMES.get(rule) or rule.replace("_", " ").capitalize()


def within(rule: str) -> str:
    """Return a rule's name as it stands within a sentence."""
    said = name(rule)
    return said[0].lower() + said[1:]
