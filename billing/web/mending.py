"""Where a thing that stands against a claim is put right.

By rule it is the registry's map (`registry.web.mending`); by field of the 837P it is the one here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from registry.web import mending
from registry.web.mending import Mend, Place, Rows, address_if_open, of_rule

__all__ = ["Mend", "Place", "Rows", "address_if_open", "of_field", "of_rule", "with_mends"]

_COVERAGE = mending.COVERAGE


def _practice(anchor: str) -> Place:
    return Place("practice_settings", "practice", "Open the practice's settings", anchor)


def _payer(anchor: str) -> Place:
    return Place("payer_edit", "payer", "Open the payer", anchor)


def _patient(anchor: str) -> Place:
    return Place("patient_edit", "patient", "Mend the patient's data", anchor)


def _clinician(anchor: str) -> Place:
    return Place("clinician_edit", "clinician", "Open the clinician", anchor)


#: By the 837P field that lacks something, the first pattern that fits.
FIELDS: tuple[tuple[str, Place], ...] = (
    (r"subscriber\.member_id", replace(_COVERAGE, anchor="id_member_id")),
    (r"subscriber\.group_number", replace(_COVERAGE, anchor="id_group_number")),
    (r"subscriber\.filing_indicator", _payer("id_claim_filing_code")),
    (r"(subscriber|patient)\.birth_date", _patient("id_birth_date")),
    (r"(subscriber|patient)\.sex", _patient("id_sex")),
    (r"(subscriber|patient)\.last", _patient("id_last_name")),
    (r"(subscriber|patient)\.first", _patient("id_first_name")),
    (r"(subscriber|patient)\.middle", _patient("id_middle_name")),
    (r"(subscriber|patient)\.address\.zip", _patient("id_zip_code")),
    (r"(subscriber|patient)\.address\.(city|state)", _patient("id_city")),
    (r"(subscriber|patient)\.address", _patient("id_address")),
    (r"patient\.relationship", _COVERAGE),
    (r"rendering_provider\.npi", _clinician("id_npi")),
    (r"rendering_provider", _clinician("id_last_name")),
    (r"payer\.id", _payer("id_payer_id")),
    (r"payer\.", _payer("id_name")),
    (r"(lines\[\d+\]\.charge|total_charge)", mending.FEES),
    (r"diagnoses", mending.EPISODE),
    (r"billing_provider\.npi", _practice("id_npi")),
    (r"billing_provider\.tax_id", _practice("id_tax_id")),
    (r"billing_provider\.taxonomy", _practice("id_taxonomy")),
    (r"billing_provider\.name", _practice("id_name")),
    (r"billing_provider\.phone", _practice("id_phone")),
    (r"billing_provider\.address\.zip", _practice("id_zip_code")),
    (r"billing_provider\.address\.city", _practice("id_city")),
    (r"billing_provider\.address\.state", _practice("id_state")),
    (r"billing_provider", _practice("id_address")),
    (r"place_of_service", _practice("id_place_of_service")),
    (r"(submitter\.id|interchange\.sender_id)", _practice("id_submitter_id")),
    (r"submitter\.(phone|email)", _practice("id_contact_phone")),
    (r"submitter\.contact", _practice("id_contact_name")),
    (r"(submitter|interchange)", _practice("id_submitter_id")),
)
#: The same fields where the subscriber is somebody else: they are the coverage's.
_SUBSCRIBER: tuple[tuple[str, Place], ...] = (
    (r"subscriber\.birth_date", replace(_COVERAGE, anchor="id_subscriber_birth_date")),
    (r"subscriber\.sex", replace(_COVERAGE, anchor="id_subscriber_sex")),
    (r"subscriber\.last", replace(_COVERAGE, anchor="id_subscriber_last_name")),
    (r"subscriber\.first", replace(_COVERAGE, anchor="id_subscriber_first_name")),
)
_RECEIVER_PAYER = _payer("id_payer_id")


def of_field(path: str, rows: Rows, *, to_clearinghouse: bool, is_self: bool = True) -> Mend:
    """Where to go for a field of the 837P that lacks something.

    `is_self`: the patient is the subscriber, whose data are then the patient's own.
    """
    if path.startswith(("receiver", "interchange.receiver_id")):
        payer = _RECEIVER_PAYER if rows.payer_id else mending.PAYERS
        return mending.to(_practice("id_clearinghouse_id") if to_clearinghouse else payer, rows)
    patterns = FIELDS if is_self else (*_SUBSCRIBER, *FIELDS)
    fitting = (place for pattern, place in patterns if re.match(pattern, path))
    return mending.to(next(fitting, mending.CHART), rows)


def with_mends(reasons: Iterable[Mapping[str, Any]], rows: Rows) -> list[dict[str, Any]]:
    """Reasons, those that ask for something (our own notes too) each with where it is mended."""
    return [
        dict(reason)
        if reason["kind"] == "note" and "mend" not in reason
        else {**reason, **vars(of_rule(reason["rule"], rows))}
        for reason in reasons
    ]
