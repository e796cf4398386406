"""A person's account as the operator keeps it: off, on, and without a second step that was lost."""

from __future__ import annotations

import pghistory
from django.db import transaction

from registry.errors import refuse
from registry.models import User
from registry.services import people, two_steps


def named(email: str) -> User:
    """Whose account it is.  Refused where there is none that a person signs in to."""
    found = User.objects.filter(email=email.strip().lower()).first()
    if found is None or found.email == people.SYSTEM_EMAIL:
        raise refuse("email", f"There is no account {email}.")
    return found


@transaction.atomic
def switch_off(user: User, *, by: User) -> str:
    """From the next request on they are signed out; what they wrote stays.  Says what was done."""
    with pghistory.context(user=by.pk, reason="account switched off"):
        User.objects.filter(pk=user.pk).update(is_active=False)
    return f"{user.email} is off: nobody signs in with it, and open sessions are over."


@transaction.atomic
def switch_on(user: User, *, by: User) -> str:
    with pghistory.context(user=by.pk, reason="account switched on"):
        User.objects.filter(pk=user.pk).update(is_active=True)
    return f"{user.email} is on, with the roles that it has."


def forget_two_steps(user: User, *, by: User) -> str:
    if not two_steps.forget(user, by=by):
        raise refuse("email", f"{user.email} has no second step.")
    return f"{user.email} signs in with the password alone until a second step is set up again."
