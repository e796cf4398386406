"""Sites of a practice, read; each for somebody."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from registry.models import Practice, Site, User


def of_practice(user: User, practice: Practice) -> QuerySet[Site]:
    """A practice's sites, the open ones first, by name."""
    mine = Practice.objects.filter(memberships__user=user)
    rows = Site.objects.filter(practice=practice, practice__in=mine)
    return rows.order_by("-is_open", "name", "pk")


def offered(user: User, practice: Practice, *, beside: int | None = None) -> QuerySet[Site]:
    """Sites at which care can be given: the open ones, and the one where it is given now."""
    rows = of_practice(user, practice)
    return rows.filter(Q(is_open=True) | Q(pk=beside or 0))


def get(user: User, practice: Practice, site_id: int) -> Site:
    """One site.  Site.DoesNotExist where it is another practice's, or nobody's."""
    return of_practice(user, practice).select_related("practice").get(pk=site_id)
