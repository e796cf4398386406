"""People of a practice, by role."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from registry.models import Clinician, Membership, Practice, User
from registry.selectors import two_steps
from registry.vocabulary import ClinicianKind, Role


def everybody(practice: Practice) -> QuerySet[User]:
    """Active people who have any role in the practice, by name."""
    found = User.objects.filter(memberships__practice=practice, is_active=True)
    return found.distinct().order_by("full_name")


def with_role(practice: Practice, role: Role) -> QuerySet[User]:
    """Active people who have the role in the practice, by name."""
    found = User.objects.filter(
        memberships__practice=practice, memberships__role=role, is_active=True
    )
    return found.distinct().order_by("full_name")


def memberships(user: User, practice: Practice) -> QuerySet[Membership]:
    """Who has which role in a practice, by name, and whether their sign-in has a second step
    (`has_two_steps`); nobody for a stranger."""
    mine = Practice.objects.filter(memberships__user=user)
    found = Membership.objects.filter(practice=practice, practice__in=mine, user__is_active=True)
    found = found.annotate(has_two_steps=two_steps.of_user("user"))
    return found.select_related("user", "granted_by").order_by("user__full_name", "role")


def membership(user: User, practice: Practice, membership_id: int) -> Membership:
    """One role.  Membership.DoesNotExist where it is another practice's, or nobody's."""
    return memberships(user, practice).get(pk=membership_id)


def somebody(practice: Practice, user_id: int) -> User | None:
    """Who has a role in the practice, or logged time in it."""
    role = Q(memberships__practice=practice)
    time = Q(time_entries__practice=practice)
    return User.objects.filter(role | time, pk=user_id).distinct().first()


def managing(practice: Practice, user_id: int) -> User | None:
    """Who has the care manager's role, or still has patients in care here."""
    role = Q(memberships__practice=practice, memberships__role=Role.CARE_MANAGER)
    care = Q(episodes_managed__patient__practice=practice, episodes_managed__ended_on=None)
    return User.objects.filter(role | care, pk=user_id).distinct().first()


def treating_practitioners(practice: Practice) -> QuerySet[Clinician]:
    """Those who may bill for the practice, by name."""
    found = Clinician.objects.filter(practice=practice, kind=ClinicianKind.TREATING)
    return found.order_by("last_name", "first_name")
