"""Where each thing that stands against a claim is mended: in place, where that is a few fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.urls import reverse

from billing.web import mend_causes, mending
from billing.web.doors import BILLERS
from registry.web import returning

if TYPE_CHECKING:
    from billing.models import Claim
    from billing.web.mending import Rows


def address(claim_id: int, what: str, rows: Rows) -> str:
    """The form for a rule, or for a field of the file, that knows the way back."""
    page = reverse("claim_mend", kwargs={"slug": rows.slug, "claim_id": claim_id})
    return returning.carried(f"{page}?{urlencode({'what': what})}", rows.back)


def with_mends(
    reasons: Iterable[Mapping[str, Any]], claim: Claim, rows: Rows
) -> list[dict[str, Any]]:
    """Reasons, each that asks for something with its form here, else with the page elsewhere."""
    return [_with_mend(reason, claim, rows) for reason in mending.with_mends(reasons, rows)]


def _with_mend(reason: dict[str, Any], claim: Claim, rows: Rows) -> dict[str, Any]:
    if reason["kind"] == "note" or not rows.roles & BILLERS or claim.state != "draft":
        return reason
    action = mend_causes.action(reason["rule"], claim, rows.roles)
    if not action:
        return reason
    url = address(claim.pk, reason["rule"], rows)
    return {**reason, "url": url, "action": action, "in_place": True}
