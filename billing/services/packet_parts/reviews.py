"""The consultant's case reviews and recommendations, and what the practitioner made of each."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch

from billing.services.packet_parts import said
from billing.services.packet_parts.blocks import Block, Facts, Table, Title, Words
from billing.services.packet_parts.material import Material
from registry.models import CaseReview, MeetingCase, ReviewAnswer, ReviewRequest
from registry.selectors import reviews as reviews_of


def gather(material: Material) -> dict[str, Any]:
    """From the episode's beginning up to the month's end, withdrawn ones with their reason."""
    rows = CaseReview.objects.filter(
        patient=material.patient, reviewed_on__range=(material.began_on, material.last_day)
    )
    asked = ReviewRequest.objects.select_related("requested_by").order_by("requested_at", "pk")
    found = rows.select_related("consultant", "signed_by", "withdrawn_by").prefetch_related(
        Prefetch("practitioner_answers", reviews_of.answers_of(), to_attr="made"),
        Prefetch("answers", asked, to_attr="questions"),
    )
    return {
        "reviews": [_review(row, material) for row in found.order_by("reviewed_on", "pk")],
        "meetings": _meetings(material),
    }


def _meetings(material: Material) -> list[dict[str, Any]]:
    """The caseload reviews of the month in which the patient was on screen."""
    rows = MeetingCase.objects.filter(
        episode__patient=material.patient,
        opened_at__gte=material.since,
        opened_at__lt=material.until,
    ).select_related("meeting__consultant", "meeting__care_manager")
    return [
        {
            "started_at": said.instant(row.meeting.started_at),
            "ended_at": said.instant(row.meeting.ended_at),
            "consultant": material.named(row.meeting.consultant),
            "care_manager": material.named(row.meeting.care_manager),
            "on_screen_from": said.instant(row.opened_at),
            "on_screen_to": said.instant(row.closed_at),
            "case_review": row.case_review_id,
        }
        for row in rows.order_by("opened_at", "pk")
    ]


def _review(row: CaseReview, material: Material) -> dict[str, Any]:
    return {
        "id": row.pk,
        "reviewed_on": said.day(row.reviewed_on),
        "is_in_month": row.reviewed_on >= material.claim.month,
        "consultant": material.named(row.consultant),
        "advice": row.get_advice_display(),
        "recommendation": row.recommendation,
        "follow_up_on": said.day(row.follow_up_on),
        "signed_at": said.instant(row.signed_at),
        "signed_by": row.signed_by.full_name,
        "questions": [_question(each) for each in row.questions],  # type: ignore[attr-defined]
        "answers": [_answer(each, material) for each in reversed(row.made)],  # type: ignore[attr-defined]
        "withdrawn_at": said.instant(row.withdrawn_at),
        "withdrawn_by": row.withdrawn_by.full_name if row.withdrawn_by else None,
        "withdraw_reason": row.withdraw_reason or None,
    }


def _question(row: ReviewRequest) -> dict[str, Any]:
    return {
        "question": row.question,
        "asked_at": said.instant(row.requested_at),
        "asked_by": row.requested_by.full_name,
    }


def _answer(row: ReviewAnswer, material: Material) -> dict[str, Any]:
    return {
        "answer": row.get_answer_display(),
        "note": row.note or None,
        "answered_at": said.instant(row.answered_at),
        "answered_by": material.named(row.answered_by) or row.who,
        "by_link_sent_to": (row.link.sent_to or "passed on by hand") if row.link else None,
    }


def blocks(content: dict[str, Any], zone: str) -> list[Block]:
    found: list[Block] = []
    for review in content["reviews"]:
        found += [Title(_title(review)), Facts(_facts(review, zone))]
    none = Words("No case review from the episode's beginning up to the month's end.")
    return [*(found or [none]), Title("Caseload meetings of the month"), _met(content, zone)]


def _met(content: dict[str, Any], zone: str) -> Block:
    if not content["meetings"]:
        return Words("The patient was on screen in no recorded caseload meeting.")
    rows = [
        [said.span(each["started_at"], each["ended_at"], zone),
         f"{each['consultant']}; {each['care_manager']}",
         said.span(each["on_screen_from"], each["on_screen_to"], zone),
         str(each["case_review"] or said.NOTHING)]
        for each in content["meetings"]
    ]  # fmt: skip
    return Table(("Meeting", "Who", "This patient on screen", "Review No."), rows, (4, 3, 4, 1.2))


def _title(review: dict[str, Any]) -> str:
    when = "" if review["is_in_month"] else ", before this month"
    state = " (withdrawn)" if review["withdrawn_at"] else ""
    return f"No. {review['id']}, {said.on(review['reviewed_on'])}{when}{state}"


def _facts(review: dict[str, Any], zone: str) -> list[tuple[str, str]]:
    signed = f"{said.when(review['signed_at'], zone)}, by {review['signed_by']}"
    rows = [
        ("Consultant", review["consultant"]),
        *[
            (f"Asked by {each['asked_by']}", f"{said.when(each['asked_at'], zone)}: "
             f"“{each['question']}”")
            for each in review["questions"]
        ],
        ("Advice", review["advice"]),
        ("Recommendation", review["recommendation"]),
        *([("Follow up", said.on(review["follow_up_on"]))] if review["follow_up_on"] else []),
        ("Signed", signed),
        *[("Practitioner's answer", _answered(each, zone)) for each in review["answers"]],
    ]  # fmt: skip
    if not review["answers"]:
        rows.append(("Practitioner's answer", "none recorded"))
    if review["withdrawn_at"]:
        by = f"{said.when(review['withdrawn_at'], zone)}, by {review['withdrawn_by']}"
        rows.append(("Withdrawn", f"{by}: “{review['withdraw_reason'] or ''}”"))
    return rows


def _answered(each: dict[str, Any], zone: str) -> str:
    note = f": “{each['note']}”" if each["note"] else ""
    at = said.when(each["answered_at"], zone)
    return f"{each['answer']}{note} ({each['answered_by']}, {at})"
