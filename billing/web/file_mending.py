"""Where each field of a claim's file is mended: the page, and the field on it.

The one map for everything that `billing.x12.checks` can name.  A field that the product works out
by itself has no page: then `WHY_NONE` says what to do instead.
"""

from __future__ import annotations

import re
from dataclasses import replace

from registry.web import mending
from registry.web.mending import Mend, Place, Rows

_COVERAGE = mending.COVERAGE


def _practice(anchor: str) -> Place:
    return Place("practice_settings", "practice", "Open the practice's settings", anchor)


def _claims(anchor: str) -> Place:
    return Place("claim_settings", "practice", "Open how claims are written", anchor)


def _payer(anchor: str) -> Place:
    return Place("payer_edit", "payer", "Open the payer", anchor)


def _patient(anchor: str) -> Place:
    return Place("patient_edit", "patient", "Mend the patient's data", anchor)


def _site(anchor: str) -> Place:
    return Place("site_edit", "site", "Open the site", anchor)


def _clinician(anchor: str) -> Place:
    return Place("clinician_edit", "clinician", "Open the clinician", anchor)


_CLINICIANS = "(rendering|attending|referring|supervising)_provider"

#: By the field that lacks something, the first pattern that fits.
FIELDS: tuple[tuple[str, Place], ...] = (
    (r"(subscriber|other_coverages.*\.subscriber)\.member_id",
     replace(_COVERAGE, anchor="id_member_id")),
    (r"(subscriber|other_coverages.*\.subscriber)\.group_n",
     replace(_COVERAGE, anchor="id_group_number")),
    (r"(subscriber|other_coverages.*\.subscriber)\.filing_indicator",
     _payer("id_claim_filing_code")),
    (r"other_coverages.*\.payer\.id", _payer("id_payer_id")),
    (r"other_coverages.*\.payer\.", _payer("id_name")),
    (r"other_coverages.*\.subscriber\.address\.zip", _patient("id_zip_code")),
    (r"other_coverages.*\.subscriber\.address\.state", _patient("id_state")),
    (r"other_coverages.*\.subscriber\.address\.city", _patient("id_city")),
    (r"other_coverages.*\.subscriber\.address", _patient("id_address")),
    (r"other_coverages.*\.subscriber\.last", replace(_COVERAGE, anchor="id_subscriber_last_name")),
    (r"other_coverages.*\.subscriber\.first",
     replace(_COVERAGE, anchor="id_subscriber_first_name")),
    (r"other_coverages.*\.subscriber\.middle", _patient("id_middle_name")),
    (r"other_coverages.*\.turn", replace(_COVERAGE, anchor="id_rank")),
    (r"other_coverages$", mending.INSURANCE),
    (r"(subscriber|patient)\.birth_date", _patient("id_birth_date")),
    (r"(subscriber|patient)\.sex", _patient("id_sex")),
    (r"(subscriber|patient)\.(last|suffix)", _patient("id_last_name")),
    (r"(subscriber|patient)\.first", _patient("id_first_name")),
    (r"(subscriber|patient)\.middle", _patient("id_middle_name")),
    (r"(subscriber|patient)\.address\.zip", _patient("id_zip_code")),
    (r"(subscriber|patient)\.address\.state", _patient("id_state")),
    (r"(subscriber|patient)\.address\.city", _patient("id_city")),
    (r"(subscriber|patient)\.address", _patient("id_address")),
    (r"(subscriber|patient)$", _patient("")),
    (r"patient\.relationship", replace(_COVERAGE, anchor="id_relationship")),
    (r"attending_provider$", mending.EPISODE),
    (rf"{_CLINICIANS}\.npi", _clinician("id_npi")),
    (rf"{_CLINICIANS}\.taxonomy", _clinician("id_taxonomy")),
    (rf"{_CLINICIANS}\.first", _clinician("id_first_name")),
    (rf"{_CLINICIANS}", _clinician("id_last_name")),
    (r"payer\.id", _payer("id_payer_id")),
    (r"payer", _payer("id_name")),
    (r"(lines\[\d+\]\.charge|total_charge)", mending.FEES),
    (r"lines\[\d+\]\.modifiers", mending.POLICY),
    (r"lines\[\d+\]\.revenue_code", _claims("id_revenue_code")),
    (r"bill_type", _claims("id_bill_type")),
    (r"prior_authorization", Place("authorizations", "patient", "Open the authorizations")),
    (r"diagnoses", mending.EPISODE),
    (r"service_facility\.npi", _claims("id_facility_npi")),
    (r"service_facility(\.name|$)", _claims("id_facility_name")),
    (r"service_facility\.address\.zip", _claims("id_facility_zip")),
    (r"service_facility\.address\.state", _claims("id_facility_state")),
    (r"service_facility\.address\.city", _claims("id_facility_city")),
    (r"service_facility\.address", _claims("id_facility_address")),
    (r"billing_provider\.npi", _practice("id_npi")),
    (r"billing_provider\.tax_id", _practice("id_tax_id")),
    (r"billing_provider\.taxonomy", _practice("id_taxonomy")),
    (r"billing_provider\.(name|first|middle|suffix)", _practice("id_name")),
    (r"billing_provider\.(phone|contact)", _practice("id_phone")),
    (r"billing_provider\.address\.zip", _practice("id_zip_code")),
    (r"billing_provider\.address\.city", _practice("id_city")),
    (r"billing_provider\.address\.state", _practice("id_state")),
    (r"billing_provider", _practice("id_address")),
    (r"place_of_service|lines\[\d+\]\.place_of_service", _practice("id_place_of_service")),
    (r"(submitter\.id|interchange\.sender_id)", _practice("id_submitter_id")),
    (r"submitter\.(phone|email)", _practice("id_contact_phone")),
    (r"submitter\.contact", _practice("id_contact_name")),
    (r"(submitter|interchange)", _practice("id_submitter_id")),
)  # fmt: skip
#: The same fields where the subscriber is somebody else: they are the coverage's.
OF_ANOTHER: tuple[tuple[str, Place], ...] = (
    (r"subscriber\.birth_date", replace(_COVERAGE, anchor="id_subscriber_birth_date")),
    (r"subscriber\.sex", replace(_COVERAGE, anchor="id_subscriber_sex")),
    (r"subscriber\.(last|suffix)", replace(_COVERAGE, anchor="id_subscriber_last_name")),
    (r"subscriber\.(first|middle)", replace(_COVERAGE, anchor="id_subscriber_first_name")),
)
#: The same fields where the episode is at a site: they are the site's.
AT_A_SITE: tuple[tuple[str, Place], ...] = (
    (r"service_facility\.npi", _site("id_npi")),
    (r"service_facility\.address\.zip", _site("id_zip_code")),
    (r"service_facility\.address\.state", _site("id_state")),
    (r"service_facility\.address\.city", _site("id_city")),
    (r"service_facility\.address", _site("id_address")),
    (r"service_facility", _site("id_name")),
    (r"place_of_service", _site("id_place_of_service")),
)
_WITHDRAW = "Withdraw the approval and run the true-up again: it is worked out anew."
_REMITTANCE = "It is what the remittance said: ask the first payer for a corrected one."
_CORRECTION = "It is typed where the claim is replaced or voided: take that back, and do it again."
#: What no page holds, and what to do about it.
WHY_NONE: tuple[tuple[str, str], ...] = (
    (r"id$|claims$|month$", "The product names its claims itself: tell its makers."),
    (r"lines\[\d+\]\.(control_number)", "The product names its lines itself: tell its makers."),
    (r"lines\[\d+\]\.decisions", _REMITTANCE),
    (r"other_coverages", _REMITTANCE),
    (r"lines", _WITHDRAW),
    (r"(statement_from|statement_to)", _WITHDRAW),
    (r"(frequency|original_reference)", _CORRECTION),
    (r"insurance_type", "It is chosen where the claim to the second payer is made: choose again."),
    (r"(assignment|benefits_assigned|release|provider_signature|turn|admission_type|admission_source|"
     r"patient_status|condition_codes|subscriber\.group_name)",
     "The product writes it the same on every claim: tell its makers."),
)  # fmt: skip


def of_field(path: str, rows: Rows, *, to_clearinghouse: bool, is_self: bool = True) -> Mend:
    """Where to go for a field that lacks something; without an address, `action` says why not.

    `is_self`: the patient is the subscriber, whose data are then the patient's own.
    """
    if path.startswith(("receiver", "interchange.receiver_id")):
        return mending.to(receiver(rows, to_clearinghouse=to_clearinghouse), rows)
    place = place_of(path, is_self=is_self, is_at_site=rows.site_id is not None)
    return mending.to(place, rows) if place else Mend(action=why_none(path))


def receiver(rows: Rows, *, to_clearinghouse: bool) -> Place:
    """Where it is said who receives the file."""
    if to_clearinghouse:
        return _practice("id_clearinghouse_id")
    return _payer("id_payer_id") if rows.payer_id else mending.PAYERS


def place_of(path: str, *, is_self: bool = True, is_at_site: bool = False) -> Place | None:
    patterns = FIELDS if is_self else (*OF_ANOTHER, *FIELDS)
    if is_at_site:
        patterns = (*AT_A_SITE, *patterns)
    if any(re.match(pattern, path) for pattern in _WORKED_OUT):
        return None
    return next((place for pattern, place in patterns if re.match(pattern, path)), None)


#: Fields that a pattern of `FIELDS` would fit, and that no page holds all the same.
_WORKED_OUT = (r"lines\[\d+\]\.decisions",)


def why_none(path: str) -> str:
    """What to do about a field that no page holds; "" for one that was forgotten here."""
    return next((words for pattern, words in WHY_NONE if re.match(pattern, path)), "")
