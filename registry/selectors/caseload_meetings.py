"""Caseload reviews, read: the one under way, what it has gone through, and the list of them."""

from __future__ import annotations

import datetime as dt

from django.db.models import Count, Q, QuerySet

from registry.models import CaseloadMeeting, Episode, MeetingCase, Practice, User
from registry.selectors import reviews


def visible_to(user: User, practice: Practice) -> QuerySet[CaseloadMeeting]:
    """A practice's caseload reviews, the latest first, each with how many patients and signatures;
    none for a stranger."""
    mine = Practice.objects.filter(memberships__user=user)
    rows = CaseloadMeeting.objects.filter(practice=practice, practice__in=mine).annotate(
        patients=Count("cases__episode", distinct=True),
        signatures=Count("cases", filter=Q(cases__case_review__isnull=False)),
    )
    return rows.select_related("consultant", "care_manager").order_by("-started_at")


def under_way(user: User, practice: Practice) -> CaseloadMeeting | None:
    """The review that this consultant holds now."""
    return visible_to(user, practice).filter(consultant=user, ended_at=None).first()


def get(user: User, practice: Practice, meeting_id: int) -> CaseloadMeeting:
    """One review.  CaseloadMeeting.DoesNotExist where it is another practice's, or nobody's."""
    return visible_to(user, practice).get(pk=meeting_id)


def cases(meeting: CaseloadMeeting) -> QuerySet[MeetingCase]:
    """The patients that it went through, in order."""
    rows = MeetingCase.objects.filter(meeting=meeting)
    return rows.select_related("episode__patient", "case_review").order_by("opened_at", "pk")


def following(user: User, meeting: CaseloadMeeting, now: dt.datetime) -> Episode | None:
    """The next patient of the caseload: the most pressing that was not on screen yet."""
    seen = meeting.cases.values("episode")
    ranked = reviews.queue(user, meeting.practice, show="all", whose="all", now=now)
    return (
        ranked.filter(care_manager=meeting.care_manager, ended_on=None).exclude(pk__in=seen).first()
    )
