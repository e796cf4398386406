"""What keeps claims from leaving, as pages show it: each field with where it is mended."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from billing.selectors import gap_rows, sending
from billing.services.submission import Built, Gap
from billing.web import mend_links, mending, review_rows
from billing.web.doors import BILLERS
from billing.web.mend_fields import Lack
from billing.web.mending import Rows

if TYPE_CHECKING:
    from billing.models import Claim
    from registry.web.access import PracticeRequest

_CLEARINGHOUSE, _SELF = "clearinghouse", "18"


def lack_of(request: PracticeRequest, claim: Claim, field: str) -> Lack:
    """A field of a claim that has loaded what `sending` names."""
    return _lack(request, claim, field, gap_rows.of(sending.first(claim), field))


def _lack(request: PracticeRequest, claim: Claim, field: str, others: dict[str, int]) -> Lack:
    own = review_rows.rows_of(claim, request)
    rows = dataclasses.replace(
        own,
        coverage_id=others.get("coverage_id", own.coverage_id),
        payer_id=others.get("payer_id", own.payer_id),
        clinician_id=others.get("clinician_id", own.clinician_id),
        site_id=others.get("site_id"),
    )
    return Lack(
        path=field,
        rows=rows,
        to_clearinghouse=request.practice.claim_batching == _CLEARINGHOUSE,
        is_self=claim.coverage is None or claim.coverage.relationship == _SELF,
    )


def of_claim(request: PracticeRequest, claim: Claim, found: Iterable[Gap]) -> list[dict[str, Any]]:
    """Each gap of a claim with its sentence and where it is mended."""
    return [
        shown(gap.field, gap.sentence, claim, _lack(request, claim, gap.field, gap.rows))
        for gap in found
    ]


def subject_of(request: PracticeRequest, claim: Claim, gap: Gap) -> str:
    """Which row the field is of: one that many claims share is mended once for all."""
    lack = _lack(request, claim, gap.field, gap.rows)
    place = lack.place
    return f"{place.name} {lack.row_id}" if place else f"claim {claim.pk}"


def of_practice(
    request: PracticeRequest, looked: Built, claim: Claim | None
) -> list[dict[str, Any]]:
    """What keeps everything from leaving; mended beside any of the claims that wait."""
    rows = Rows(slug=request.practice.slug, roles=request.roles, back=review_rows.here(request))
    is_house = request.practice.claim_batching == _CLEARINGHOUSE
    return [
        shown(field, sentence, claim, Lack(path=field, rows=rows, to_clearinghouse=is_house))
        for field, sentence in looked.practice_gaps.items()
    ]


def shown(field: str, sentence: str, claim: Claim | None, lack: Lack) -> dict[str, Any]:
    """A gap as the page shows it; what has no page says what to do instead."""
    found = {"kind": "error", "text": sentence, "reference": field}
    if claim is not None and lack.is_in_place and lack.rows.roles & BILLERS:
        url = mend_links.address(claim.pk, field, lack.rows)
        return {**found, "url": url, "action": "Mend it here", "in_place": True}
    mend = mending.of_field(
        field, lack.rows, to_clearinghouse=lack.to_clearinghouse, is_self=lack.is_self
    )
    if not mend.url:
        return {**found, **vars(mend), "text": f"{sentence} {mend.action}".strip()}
    return {**found, **vars(mend)}
