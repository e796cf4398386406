"""Practices that a person has a role in, and the roles."""

from __future__ import annotations

from django.db.models import OuterRef, QuerySet, Subquery

from registry.errors import refuse
from registry.models import ClosedMonth, Membership, Practice, User
from registry.vocabulary import Role


def visible_to(user: User) -> QuerySet[Practice]:
    """Practices in which the user has any role."""
    return Practice.objects.filter(memberships__user=user).distinct().order_by("name")


def roles(user: User, practice: Practice) -> frozenset[Role]:
    """What the user is in the practice; empty for a stranger."""
    found = Membership.objects.filter(user=user, practice=practice)
    return frozenset(Role(role) for role in found.values_list("role", flat=True))


def with_roles(user: User, slug: str) -> tuple[Practice, frozenset[Role]] | None:
    """The practice of that slug with the user's roles in it, in one query; None for a stranger.

    It comes with `last_closed`: its latest closed month and since when, which many pages say.
    """
    memberships = Membership.objects.filter(user=user, practice__slug=slug)
    closed = ClosedMonth.objects.filter(practice=OuterRef("practice")).order_by("-month")
    rows = list(
        memberships.select_related("practice__organization").annotate(
            last_closed=Subquery(closed.values("month")[:1]),
            last_closed_at=Subquery(closed.values("closed_at")[:1]),
        )
    )
    if not rows:
        return None
    practice = rows[0].practice
    practice.last_closed = (rows[0].last_closed, rows[0].last_closed_at)  # type: ignore[attr-defined]
    return practice, frozenset(Role(row.role) for row in rows)


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
