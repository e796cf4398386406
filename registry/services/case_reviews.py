"""The consultant's review: asked for, signed as evidence, withdrawn.

Signing is one act: the recommendation, the time of everybody who took part, the answers to open
questions and the month's new standing are written together, or not at all.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pghistory
from django.db import transaction

from registry import calendar
from registry.errors import refuse
from registry.models import CaseReview, Episode, Patient, ReviewRequest, User
from registry.selectors import practices
from registry.services import (
    answer_links,
    caseload_meetings,
    review_checks,
    review_drafts,
    review_time,
    service_month,
)
from registry.vocabulary import Role


@transaction.atomic
def request(episode: Episode, *, question: str, by: User, now: dt.datetime) -> ReviewRequest:
    """Ask the consultant about a patient.  The same question sent twice is one."""
    asked = review_checks.question(question)
    with pghistory.context(user=by.pk):
        episode = _lock(episode)
        review_checks.may_be_asked(episode)
        sent = episode.review_requests.filter(
            question=asked, requested_by=by, answered_by_review=None
        ).first()
        return sent or ReviewRequest.objects.create(
            episode=episode, question=asked, requested_at=now, requested_by=by
        )


def sign(
    episode: Episode,
    *,
    advice: str,
    recommendation: str,
    follow_up_on: dt.date | None = None,
    started_at: dt.datetime | None = None,
    ended_at: dt.datetime | None = None,
    participants: Sequence[User] = (),
    reason: str = "",
    with_clock: bool = False,
    by: User,
    now: dt.datetime,
) -> CaseReview:
    """Sign a recommendation, with the time that it took, once for each who took part.

    The time is the clock's (`with_clock`: it stops now), or from `started_at` to `ended_at` (given
    a `reason`, it was entered by hand), or none.  `participants` are the others; the consultant
    may be among them.  What cannot stand in another's log waits there for review, and nothing is
    refused for it.  Refused by field where the review itself cannot stand.

    The same recommendation for the same episode and day is signed once, however often it is sent.
    The review carries `told`: sentences for the signer on what became of the time.
    """
    what = review_checks.Review(
        advice=advice,
        recommendation=recommendation.strip(),
        follow_up_on=follow_up_on,
        started_at=started_at,
        ended_at=ended_at,
        reason=reason,
        with_clock=with_clock,
        others=[person for person in participants if person != by],
        by=by,
        now=now,
    )
    with pghistory.context(user=by.pk), transaction.atomic():
        review = _sign(_lock(episode), what)
        review_drafts.signed(episode, by=by)
        answer_links.mail_once_signed(review, by=by, now=now)
        return review


def _sign(episode: Episode, what: review_checks.Review) -> CaseReview:
    _check_consultant(what.by, episode.patient)
    on = calendar.local_date(what.ended_at or what.now, episode.patient.practice.timezone)
    sent = _signed_before(episode, what, on)
    if sent is not None:
        sent.told = []  # type: ignore[attr-defined]
        return sent
    review_checks.check(episode, what, on)
    review = CaseReview.objects.create(
        patient=episode.patient,
        episode=episode,
        consultant=what.by,
        reviewed_on=on,
        advice=what.advice,
        recommendation=what.recommendation,
        follow_up_on=what.follow_up_on,
        signed_at=what.now,
        signed_by=what.by,
    )
    told = review_time.write(review, what)
    episode.review_requests.filter(answered_by_review=None).update(answered_by_review=review)
    caseload_meetings.signed(review, by=what.by, now=what.now)
    _refresh(episode.patient, on, what.now)
    review.told = told  # type: ignore[attr-defined]
    return review


def _signed_before(episode: Episode, what: review_checks.Review, on: dt.date) -> CaseReview | None:
    return episode.case_reviews.filter(
        consultant=what.by,
        reviewed_on=on,
        advice=what.advice,
        recommendation=what.recommendation,
        withdrawn_at=None,
    ).first()


def _lock(episode: Episode) -> Episode:
    """The episode's row, held until the transaction ends: two signings work one after another."""
    rows = Episode.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("patient__practice").get(pk=episode.pk)


def _check_consultant(person: User, patient: Patient) -> None:
    if Role.CONSULTANT not in practices.roles(person, patient.practice):
        raise refuse("", "Only a psychiatric consultant of this practice reviews a case.")


def _refresh(patient: Patient, day: dt.date, now: dt.datetime) -> None:
    service_month.refresh([patient], [calendar.month_of(day)], now=now)


@transaction.atomic
def withdraw(review: CaseReview, *, reason: str, by: User, now: dt.datetime) -> CaseReview:
    """Take a signed review back: it is evidence no more, and what it answered is open again.

    Its time stays in the log, for it was worked.  Only who signed it may; a second time changes
    nothing.
    """
    said = review_checks.withdrawal(reason)
    rows = CaseReview.objects.select_for_update(of=("self",), no_key=True)
    row = rows.select_related("patient__practice").get(pk=review.pk)
    if row.signed_by_id != by.pk:
        raise refuse("", "Only the consultant who signed a review can withdraw it.")
    if row.withdrawn_at is None:
        row.withdrawn_at, row.withdrawn_by, row.withdraw_reason = now, by, said
        with pghistory.context(user=by.pk, reason=said):
            row.save(update_fields=["withdrawn_at", "withdrawn_by", "withdraw_reason"])
            row.answers.update(answered_by_review=None)
            _refresh(row.patient, row.reviewed_on, now)
    return row
