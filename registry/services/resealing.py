"""Secrets of sign-ins sealed anew, after SECRET_KEY was changed."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.db import transaction

from registry import sealing
from registry.adapters import PURPOSE

#: Where allauth keeps what its adapter seals.
_FIELDS = ("secret", "seed")


@transaction.atomic
def second_steps() -> tuple[int, int]:
    """How many were sealed under the present key, and how many no known key opens."""
    renewed, lost = 0, 0
    for row in Authenticator.objects.select_for_update().order_by("pk"):
        try:
            fresh = {
                field: sealing.renew(row.data[field], PURPOSE)
                for field in _FIELDS
                if field in row.data
            }
        except sealing.Unopened:
            lost += 1
            continue
        row.data |= fresh
        row.save(update_fields=["data"])
        renewed += 1
    return renewed, lost
