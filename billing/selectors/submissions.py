"""Files of claims, read."""

from __future__ import annotations

import datetime as dt

from django.db.models import Count, Prefetch, QuerySet

from billing.models import Delivery, Submission, SubmissionClaim, SubmissionDownload
from registry.models import Practice, User


def visible_to(user: User) -> QuerySet[Submission]:
    """Files of the practices in which the user has a role."""
    return Submission.objects.filter(practice__in=Practice.objects.filter(memberships__user=user))


def of_practice(user: User, practice: Practice) -> QuerySet[Submission]:
    """A practice's files, the latest first, with how many claims each holds and fetches it had."""
    rows = visible_to(user).filter(practice=practice).defer("content")
    rows = rows.select_related("payer", "made_by")
    counts = {
        "claim_count": Count("places", distinct=True),
        "download_count": Count("downloads", distinct=True),
    }
    latest = Delivery.objects.order_by("-pk").select_related("destination")
    rows = rows.prefetch_related(Prefetch("deliveries", latest))
    return rows.annotate(**counts).order_by("-made_at", "-pk")


def get(user: User, practice: Practice, submission_id: int) -> Submission:
    """One file.  Submission.DoesNotExist for a stranger."""
    rows = visible_to(user).select_related("practice", "payer", "made_by")
    return rows.get(practice=practice, pk=submission_id)


def places(submission: Submission) -> QuerySet[SubmissionClaim]:
    """The file's claims under the names that the payer will use, in its order."""
    rows = submission.places.select_related("claim__patient", "claim__payer", "coverage__payer")
    return (
        rows.prefetch_related("claim__lines").defer("claim__facts", "claim__verdict").order_by("pk")
    )


def downloads(submission: Submission) -> QuerySet[SubmissionDownload]:
    """Who fetched the file, the latest first."""
    return submission.downloads.select_related("by").order_by("-at", "-pk")


def deliveries(submission: Submission) -> QuerySet[Delivery]:
    """Every way that the file went or was to go, the latest first."""
    return submission.deliveries.select_related("destination", "queued_by").order_by("-pk")


def of_month(practice: Practice, month: dt.date) -> QuerySet[Submission]:
    """Every file of a practice's month, in the order in which they were made: for the command."""
    return Submission.objects.filter(practice=practice, month=month).order_by("control_number")
