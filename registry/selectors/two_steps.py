"""Whose sign-ins have a second step, and who demands it."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Q

from registry.models import Practice


def of_user(reference: str) -> Exists:
    """Whether the person of a row (`reference` leads to them) has one."""
    rows = Authenticator.objects.filter(user=OuterRef(reference), type=Authenticator.Type.TOTP)
    return Exists(rows)


def demanded_of(user_id: Any) -> bool:
    """Whether a practice in which the person has a role demands it."""
    said = Q(two_steps_since__isnull=False) | Q(organization__two_steps_since__isnull=False)
    return Practice.objects.filter(said, memberships__user=user_id).exists()
