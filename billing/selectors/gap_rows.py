"""Which rows a field of a claim's file is of, where they are not the claim's own."""

from __future__ import annotations

import re

from billing.models import AlsoNamed
from billing.selectors import claim_parties, sending
from billing.selectors.sending import Sending

_OTHER = re.compile(r"other_coverages\[(\d+)\]\.")


def of(each: Sending, field: str) -> dict[str, int]:
    """By the names that addresses use: `coverage_id`, `payer_id`, `clinician_id`,
    `site_id`."""
    other = _OTHER.match(field)
    if other:
        return _of_other(each, int(other[1]))
    if field.startswith("referring_provider"):
        return _named(each, AlsoNamed.REFERRING)
    if field.startswith("supervising_provider"):
        return _named(each, AlsoNamed.SUPERVISING)
    if field.startswith(("service_facility", "place_of_service", "bill_type")):
        place = claim_parties.site(each)
        return {"site_id": place.pk} if place else {}
    if each.payment is not None and each.coverage is not None:
        return {"coverage_id": each.coverage.pk, "payer_id": each.coverage.payer_id}
    return {}


def _of_other(each: Sending, place: int) -> dict[str, int]:
    """Those after this payer come first in the document, then those that have decided."""
    found = sending.others(each)
    if place >= len(found):
        return {}
    coverage = found[place][1]
    return {"coverage_id": coverage.pk, "payer_id": coverage.payer_id}


def _named(each: Sending, role: AlsoNamed) -> dict[str, int]:
    found = claim_parties.also_named(each, role)
    return {"clinician_id": found.pk} if found else {}
