"""Who does what in a practice: the roles that open the pages which write."""

from __future__ import annotations

from registry.vocabulary import Role

#: Adds patients, enrols and discharges them, takes consent.
ENROLS = frozenset({Role.TREATING_PRACTITIONER, Role.CARE_MANAGER})
#: Enters scores and answers for a patient's safety.
SCORES = frozenset({Role.CARE_MANAGER, Role.TREATING_PRACTITIONER, Role.CONSULTANT})
#: Mends what a claim says of a patient: demographics, insurance.
IDENTIFIES = frozenset(
    {Role.TREATING_PRACTITIONER, Role.CARE_MANAGER, Role.BILLER, Role.SUPERVISOR}
)
#: Mends what a claim says of the practice: itself, its payers, its clinicians.
SETS_UP = frozenset({Role.BILLER, Role.SUPERVISOR})
#: Sees the set-up without changing it.
SEES_SET_UP = SETS_UP | {Role.AUDITOR}
