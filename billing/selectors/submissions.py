"""Files of claims, read."""

from __future__ import annotations

import datetime as dt

from django.db.models import Count, QuerySet

from billing.models import Submission
from registry.models import Practice, User


def visible_to(user: User) -> QuerySet[Submission]:
    """Files of the practices in which the user has a role."""
    return Submission.objects.filter(practice__memberships__user=user).distinct()


def of_practice(user: User, practice: Practice) -> QuerySet[Submission]:
    """A practice's files, the latest first, with how many claims each holds."""
    rows = visible_to(user).filter(practice=practice).defer("content")
    rows = rows.select_related("payer", "made_by")
    return rows.annotate(claim_count=Count("places", distinct=True)).order_by("-made_at", "-pk")


def get(user: User, practice: Practice, submission_id: int) -> Submission:
    """One file.  Submission.DoesNotExist for a stranger."""
    return visible_to(user).get(practice=practice, pk=submission_id)


def of_month(practice: Practice, month: dt.date) -> QuerySet[Submission]:
    """Every file of a practice's month, in the order in which they were made: for the command."""
    return Submission.objects.filter(practice=practice, month=month).order_by("control_number")
