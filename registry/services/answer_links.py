"""Links by which a practitioner answers a recommendation without signing in.

One link takes one answer, and ends after two weeks, or when another is made for the same
recommendation.  Only its mark is kept.  No patient is named in its address, nor in its mail; every
look at what it opens is in the log of who looked at whose chart.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
import secrets
from dataclasses import dataclass
from functools import partial

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse

from registry import time_words
from registry.errors import refuse
from registry.models import AnswerLink, CaseReview, Clinician, ReviewAnswer, User
from registry.services import access_log, people, review_answers

logger = logging.getLogger(__name__)

LASTS = dt.timedelta(days=14)
#: Whoever has an honest link opens it a few times, not a hundred.
MOST_LOOKS = 20
#: The address's name, under which a look by a link stands in the log.
PAGE = "answer_link"


@dataclass(frozen=True, kw_only=True)
class Made:
    """A link, and its token, which is told here once and kept nowhere."""

    link: AnswerLink
    token: str

    @property
    def address(self) -> str:
        """Where it leads, for a mail or a message.

        The token stands behind the `#`, which browsers send to no server: it is in no log.
        """
        return f"{settings.SITE_URL.rstrip('/')}{reverse('answer_link')}#{self.token}"


def mark_of(token: str) -> str:
    """What is kept of a token; one of 256 random bits needs no salt."""
    return hashlib.sha256(token.encode()).hexdigest()


def address_of(clinician: Clinician) -> str:
    """Where a clinician gets mail; empty where nobody said."""
    return clinician.user.email if clinician.user else clinician.email


@transaction.atomic
def make(review: CaseReview, *, mails: bool, by: User, now: dt.datetime) -> Made:
    """A new link for the recommendation's practitioner, who is mailed it, or not.

    Earlier ones end.  Refused where it needs no answer any more, or there is no address to mail to.
    """
    rows = CaseReview.objects.select_for_update(of=("self",), no_key=True)
    row = rows.select_related(
        "patient__practice", "consultant", "episode__treating_practitioner__user"
    ).get(pk=review.pk)
    if row.withdrawn_at is not None:
        raise refuse("", "The consultant has withdrawn this recommendation: it needs no answer.")
    clinician = row.episode.treating_practitioner
    address = address_of(clinician)
    if mails and not address:
        raise refuse("", f"{clinician} has no email address. Enter it under Set-up, Clinicians.")
    row.answer_links.filter(ended_at=None).update(ended_at=now, ended_by=by)
    token = secrets.token_urlsafe(32)
    link = AnswerLink.objects.create(
        review=row,
        clinician=clinician,
        token_sha256=mark_of(token),
        sent_to=address if mails else "",
        made_at=now,
        made_by=by,
        ends_at=now + LASTS,
    )
    made = Made(link=link, token=token)
    if mails:
        _mail(made)
    return made


def _mail(made: Made) -> None:
    """A mail that cannot leave takes the link back with it, and the earlier one stands."""
    try:
        send_mail(subject(made.link), text(made), None, [made.link.sent_to])
    except OSError as error:  # what a mail server refuses is an OSError as well
        raise refuse(
            "way", "The mail server did not take the mail. Try again, or pass the link on yourself."
        ) from error


def subject(link: AnswerLink) -> str:
    return f"A recommendation waits for your answer at {link.review.patient.practice.name}"


def text(made: Made) -> str:
    """The mail.  It says who advises and until when, and of nobody's care what."""
    review, zone = made.link.review, made.link.review.patient.practice.timezone
    return "\n".join(
        [
            f"{review.consultant.full_name} has signed a recommendation for one of your patients "
            f"on {time_words.date(review.reviewed_on)}.",
            "",
            "Read it and accept, change or decline it here, without signing in:",
            made.address,
            "",
            f"The link takes one answer, and ends on {time_words.day(made.link.ends_at, zone)}. It "
            "opens a patient's record: pass it on to nobody.",
        ]
    )


def mail_once_signed(review: CaseReview, *, by: User, now: dt.datetime) -> None:
    """Where the practice wants it: a link goes out once the signature is written for good.

    A mail that fails holds no signature up; the recommendation waits among the tasks all the same.
    """
    practice = review.patient.practice
    clinician = review.episode.treating_practitioner
    if not practice.mails_recommendations or clinician.user == by or not address_of(clinician):
        return
    if not review.answer_links.exists():
        transaction.on_commit(partial(_tried, review, by=by, now=now), robust=True)


def _tried(review: CaseReview, *, by: User, now: dt.datetime) -> None:
    try:
        make(review, mails=True, by=by, now=now)
    except Exception as error:
        cause = type(error.__cause__ or error).__name__
        logger.error("The link for review %s was not sent: %s", review.pk, cause)


def is_live(link: AnswerLink, now: dt.datetime) -> bool:
    """Whether it still opens and takes an answer."""
    return link.ended_at is None and now < link.ends_at and link.looks < MOST_LOOKS


@transaction.atomic
def look(link: AnswerLink, *, now: dt.datetime) -> None:
    """Remember that the link was opened, with it and in the access log.

    The log names nobody: who holds a link has not signed in.
    """
    row = AnswerLink.objects.select_for_update(of=("self",)).get(pk=link.pk)
    row.looks, row.looked_at = row.looks + 1, now
    row.save(update_fields=["looks", "looked_at"])
    patient = link.review.patient
    access_log.note(people.system(), patient.practice, patient, PAGE, now)


@transaction.atomic
def answer(link: AnswerLink, *, answer: str, note: str = "", now: dt.datetime) -> ReviewAnswer:
    """The one answer that a link takes.  Refused by field, and where the link has ended."""
    rows = AnswerLink.objects.select_for_update(of=("self",))
    row = rows.select_related("clinician__user", "review").get(pk=link.pk)
    if not is_live(row, now):
        raise refuse("", "This link has ended. Sign in to answer, or ask for another.")
    person = row.clinician.user
    given = review_answers.answer(
        row.review, answer=answer, note=note, by=person, now=now, link=row
    )
    row.ended_at, row.ended_by = now, person or people.system()
    row.save(update_fields=["ended_at", "ended_by"])
    return given
