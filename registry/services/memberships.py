"""Who works in a practice, and as what: invited by its supervisor, by email."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pghistory
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.text import slugify

from registry import checks
from registry.errors import refuse
from registry.models import Membership, Organization, Practice, User
from registry.services import people
from registry.vocabulary import Role

MOST_NAME = 120


@dataclass(frozen=True, slots=True)
class Invited:
    """Who was given the role, and whether the account was made for it."""

    user: User
    is_new: bool


@transaction.atomic
def invite(
    practice: Practice, *, email: str, full_name: str, role: str, by: User, now: dt.datetime
) -> Invited:
    """Give somebody a role; an account is made where there is none of that address.

    A new account has no password: its owner sets one by the link of a mail.  Raises Refused by
    field.  Given twice, a role is had once.
    """
    email, full_name = email.strip().lower(), checks.one_line(full_name)
    known = User.objects.filter(email=email).first()
    checks.stop_if(
        {
            "email": _email(email, known),
            "full_name": None if known else _name(full_name),
            "role": None if role in Role.values else "Choose one of the roles listed.",
        }
    )
    with pghistory.context(user=by.pk):
        user = known or User.objects.create_user(email, full_name)
        people.grant(user, practice, Role(role), by=by, now=now)
    return Invited(user, is_new=known is None)


@transaction.atomic
def revoke(membership: Membership, *, by: User) -> None:
    """Take a role away.  Refused for the practice's last supervisor: nobody could give one back."""
    held = Membership.objects.select_for_update().filter(practice=membership.practice_id)
    rows = {row.pk: row for row in held}
    row = rows.get(membership.pk)
    if row is None:
        return
    others = [each for each in rows.values() if each.role == Role.SUPERVISOR and each != row]
    if row.role == Role.SUPERVISOR and not others:
        raise refuse("", "This is the practice's only supervisor. Give the role to another first.")
    with pghistory.context(user=by.pk):
        row.delete()


@transaction.atomic
def open_practice(
    *, organization: str, name: str, slug: str = "", timezone: str, by: User, now: dt.datetime
) -> Practice:
    """A practice, and its organization where there is none of that name.  Refused by field."""
    slug = slug or slugify(name)
    checks.stop_if(
        {
            "name": checks.text(name, most=60, called="The name") if name else "Name the practice.",
            "slug": f"There is a practice {slug}." if _taken(slug) else None,
        }
    )
    group, _ = Organization.objects.get_or_create(
        slug=slugify(organization), defaults={"name": organization, "created_at": now}
    )
    with pghistory.context(user=by.pk):
        return Practice.objects.create(
            organization=group, name=name, slug=slug, timezone=timezone, created_at=now
        )


def _taken(slug: str) -> bool:
    return Practice.objects.filter(slug=slug).exists()


def _email(email: str, known: User | None) -> str | None:
    try:
        validate_email(email)
    except ValidationError:
        return "This is no email address. Write it as name@practice.example."
    if known is not None and (not known.is_active or email == people.SYSTEM_EMAIL):
        return "This account cannot sign in. Ask whoever runs CareTally."
    return None


def _name(full_name: str) -> str | None:
    if not full_name:
        return "The name is missing. Enter it as the log will show it."
    return checks.text(full_name, most=MOST_NAME, called="The name")
