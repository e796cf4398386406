"""People and what they may do."""

from __future__ import annotations

import datetime as dt

import pghistory

from registry.models import Membership, Practice, User
from registry.vocabulary import Role

SYSTEM_EMAIL = "system@caretally.invalid"


def system() -> User:
    """The actor of what nobody did by hand: nightly runs and imports.  Cannot sign in."""
    user = User.objects.filter(email=SYSTEM_EMAIL).first()
    return user or User.objects.create_user(SYSTEM_EMAIL, "CareTally (automatic)")


def choose_digest(user: User, *, wants: bool, by: User) -> None:
    """Say whether a person wants the daily mail."""
    with pghistory.context(user=by.pk):
        User.objects.filter(pk=user.pk).update(wants_digest=wants)


def choose_clock(user: User, *, starts_on_chart: bool, by: User) -> None:
    """Say whether opening the chart of a patient in care starts the person's clock."""
    with pghistory.context(user=by.pk):
        User.objects.filter(pk=user.pk).update(starts_on_chart=starts_on_chart)


def grant(user: User, practice: Practice, role: Role, *, by: User, now: dt.datetime) -> Membership:
    """Give a person a role in a practice; a second time changes nothing."""
    membership, _ = Membership.objects.get_or_create(
        user=user, practice=practice, role=role, defaults={"granted_at": now, "granted_by": by}
    )
    return membership
