"""Practices that a person has a role in, and the roles."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from registry import kept_sql
from registry.errors import refuse
from registry.models import Membership, Organization, Practice, User
from registry.selectors import kept
from registry.vocabulary import Role

_ROLES = """
    SELECT role FROM registry_membership WHERE user_id = %(user)s AND practice_id = %(practice)s
"""

_ROLES_AT = """
    SELECT role, least(practice.two_steps_since, organization.two_steps_since)
    FROM registry_membership AS held
    JOIN registry_practice AS practice ON practice.id = held.practice_id
    JOIN registry_organization AS organization ON organization.id = practice.organization_id
    WHERE held.user_id = %(user)s AND practice.slug = %(slug)s
"""

#: Every page's door, and so kept SQL.
_DOOR = f"""
    SELECT {kept_sql.columns(Practice, "practice")},
        {kept_sql.columns(Organization, "organization")}, held.roles, closed.month, closed.closed_at
    FROM registry_practice AS practice
    JOIN registry_organization AS organization ON organization.id = practice.organization_id
    CROSS JOIN LATERAL (
        SELECT array_agg(role) AS roles FROM registry_membership
        WHERE user_id = %(user)s AND practice_id = practice.id
    ) AS held
    LEFT JOIN LATERAL (
        SELECT month, closed_at FROM registry_closedmonth
        WHERE practice_id = practice.id ORDER BY month DESC LIMIT 1
    ) AS closed ON true
    WHERE practice.slug = %(slug)s AND held.roles IS NOT NULL
"""  # noqa: S608  put together from the text above, nothing from outside


def visible_to(user: User) -> QuerySet[Practice]:
    """Practices in which the user has any role."""
    return Practice.objects.filter(memberships__user=user).distinct().order_by("name")


def roles(user: User, practice: Practice) -> frozenset[Role]:
    """What the user is in the practice; empty for a stranger."""
    found = kept_sql.fetch(_ROLES, {"user": user.pk, "practice": practice.pk})
    return frozenset(Role(role) for (role,) in found)


def roles_at(user: User, slug: str) -> tuple[frozenset[Role], dt.datetime | None]:
    """What the user is in the practice of that slug, nothing for a stranger; and since when a
    sign-in there needs a second step."""
    found = kept_sql.fetch(_ROLES_AT, {"user": user.pk, "slug": slug})
    return frozenset(Role(role) for role, _ in found), found[0][1] if found else None


def two_steps_since(practice: Practice) -> dt.datetime | None:
    """Since when a sign-in needs a second step here: by the practice, or by its organization."""
    said = (practice.two_steps_since, practice.organization.two_steps_since)
    return min((each for each in said if each), default=None)


def with_roles(user: User, slug: str) -> tuple[Practice, frozenset[Role]] | None:
    """The practice of that slug with the user's roles in it, in one query; None for a stranger.

    It comes with `last_closed`: its latest closed month and since when, which many pages say.
    """
    rows = kept_sql.fetch(_DOOR, {"user": user.pk, "slug": slug})
    if not rows:
        return None
    reader = kept_sql.Reader(rows[0])
    practice = reader.one(Practice)
    practice.organization = reader.one(Organization)
    held, *closed = reader.rest
    practice.last_closed = tuple(closed)  # type: ignore[attr-defined]
    return practice, frozenset(Role(role) for role in held)


def for_jobs() -> QuerySet[Practice]:
    """Every practice, for the nightly and monthly jobs, which act for nobody's screen."""
    return Practice.objects.order_by("slug")


def named(slug: str) -> Practice:
    """The practice that a command names; without a name, the only one there is.

    Raises Refused where there is none of that name, or where a name is needed.
    """
    if slug:
        found = Practice.objects.filter(slug=slug).first()
        if found is None:
            raise refuse("--practice", f"There is no practice {slug}.")
        return found
    some = list(Practice.objects.order_by("slug")[:2])
    if len(some) != 1:
        why = "There are several practices" if some else "There is no practice yet"
        raise refuse("--practice", f"{why}: name one with --practice SLUG.")
    return some[0]


def names(user: User) -> list[Any]:
    """Slug and name of each practice in which the user has any role, by name: for every page."""
    return _names().rows(user=user.pk)


@kept.query
def _names() -> QuerySet[Any, Any]:
    held = Membership.objects.filter(user=kept.number("user"), practice=OuterRef("pk"))
    return Practice.objects.filter(Exists(held)).order_by("name").values_list("slug", "name")
