"""What receivers say of our files and claims before they pay: 999, TA1 and 277CA, as rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from billing.models import Answer, AnswerKind, ReceivedFile, Submission, Verdict
from billing.selectors import claim_names
from billing.x12.reading.acknowledgment import Acknowledgment, InterchangeAcknowledgment
from billing.x12.reading.claim_status import ClaimStatus, ClaimStatusReport
from billing.x12.reading.files import Received

_NUMBER = re.compile(r"0*(\d{1,9})")
_REFERENCE = 80


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """One answer: of which kind, to what, with which verdict, in which words."""

    kind: AnswerKind
    segment: int
    reference: str
    verdict: Verdict
    sentences: list[str]
    payer_control_number: str = ""


def write(file: ReceivedFile, read: Received) -> None:
    """Keep every answer of a file, each with what of ours it names, if anything."""
    said = list(_said(read))
    submissions = _submissions(file, said)
    names = [each.reference for each in said if each.kind == AnswerKind.CLAIM]
    claims = claim_names.found(file.practice, names)
    Answer.objects.bulk_create(
        Answer(
            file=file,
            kind=each.kind,
            segment=each.segment,
            reference=each.reference,
            verdict=each.verdict,
            sentences=each.sentences,
            payer_control_number=each.payer_control_number,
            submission=submissions.get(each.reference) if each.kind != AnswerKind.CLAIM else None,
            claim=claims.get(each.reference) if each.kind == AnswerKind.CLAIM else None,
        )
        for each in said
    )


def _said(read: Received) -> Iterator[Said]:
    for each in read.transactions:
        if isinstance(each.content, InterchangeAcknowledgment):
            yield _interchange(each.content)
        elif isinstance(each.content, Acknowledgment):
            yield _group(each.content)
        elif isinstance(each.content, ClaimStatusReport):
            yield from map(_claim, each.content.claims)


def _interchange(found: InterchangeAcknowledgment) -> Said:
    return Said(
        kind=AnswerKind.TA1,
        segment=found.segment,
        reference=found.number[:_REFERENCE],
        verdict=Verdict.ACCEPTED if found.is_accepted else Verdict.REJECTED,
        sentences=[found.sentence],
    )


def _group(found: Acknowledgment) -> Said:
    verdict = Verdict.PARTLY
    if found.is_accepted:
        verdict = Verdict.ACCEPTED
    elif found.is_rejected:
        verdict = Verdict.REJECTED
    return Said(
        kind=AnswerKind.FILE,
        segment=found.segment,
        reference=found.group_number[:_REFERENCE],
        verdict=verdict,
        sentences=list(found.sentences) or [found.words],
    )


def _claim(found: ClaimStatus) -> Said:
    return Said(
        kind=AnswerKind.CLAIM,
        segment=found.segment,
        reference=found.claim_id[:_REFERENCE],
        verdict=Verdict(found.verdict),
        sentences=list(found.sentences),
        payer_control_number=found.payer_control_number[:_REFERENCE],
    )


def _submissions(file: ReceivedFile, said: list[Said]) -> dict[str, Submission]:
    """Our files by the number that an answer names: group and interchange have the same."""
    numbers = {
        each.reference: int(match[1])
        for each in said
        if each.kind != AnswerKind.CLAIM and (match := _NUMBER.fullmatch(each.reference))
    }
    rows = Submission.objects.filter(
        practice=file.practice, control_number__in=set(numbers.values())
    ).defer("content")
    by_number = {row.control_number: row for row in rows}
    return {name: by_number[number] for name, number in numbers.items() if number in by_number}
