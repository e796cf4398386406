"""What the treating practitioner makes of a recommendation: written once, changed by a further
answer."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from registry import checks
from registry.errors import refuse
from registry.models import AnswerLink, CaseReview, ReviewAnswer, User
from registry.vocabulary import Answer

MOST_NOTE = 2000
_WHY = {
    Answer.MODIFIED: "Say what was changed, for the care manager and the consultant.",
    Answer.DECLINED: "Say why the recommendation is not followed.",
}


@transaction.atomic
def answer(
    review: CaseReview,
    *,
    answer: str,
    note: str = "",
    by: User | None,
    now: dt.datetime,
    link: AnswerLink | None = None,
) -> ReviewAnswer:
    """Answer a standing recommendation.  Raises Refused by field (`answer`, `note`).

    `by` is None where the answer came by the `link` of somebody without a sign-in.
    """
    row = CaseReview.objects.select_for_update().get(pk=review.pk)
    if row.withdrawn_at is not None:
        raise refuse("", "The consultant has withdrawn this recommendation: it needs no answer.")
    note = note.strip()
    checks.stop_if({"answer": _known(answer), "note": _note(answer, note)})
    return ReviewAnswer.objects.create(
        review=row, answer=answer, note=note, answered_at=now, answered_by=by, link=link
    )


def _known(answer: str) -> str | None:
    return None if answer in Answer.values else "Choose what you make of it."


def _note(answer: str, note: str) -> str | None:
    if len(note) > MOST_NOTE:
        return f"The note is longer than {MOST_NOTE} characters. Shorten it."
    return None if note else _WHY.get(answer)  # type: ignore[call-overload]
