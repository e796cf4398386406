"""Links to answer recommendations by, read."""

from __future__ import annotations

from django.db.models import QuerySet

from registry.models import AnswerLink, CaseReview


def by_mark(mark: str) -> AnswerLink | None:
    """The link whose token has this mark: for whoever holds the token, and nobody else."""
    found = AnswerLink.objects.select_related(
        "clinician", "review__consultant", "review__patient__practice"
    )
    return found.filter(token_sha256=mark).first()


def of_review(review: CaseReview) -> QuerySet[AnswerLink]:
    """All that were made for a recommendation that a selector let through, the latest first."""
    found = AnswerLink.objects.filter(review=review)
    return found.select_related("clinician", "made_by", "answer").order_by("-made_at", "-pk")
