"""Approved claims become files; files are kept byte for byte."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

import pghistory
from django.db import transaction
from django.db.models import QuerySet
from django.utils.text import slugify

from billing.models import (
    Claim,
    ClaimState,
    ControlNumber,
    Frequency,
    Submission,
    SubmissionClaim,
    SubmissionDownload,
)
from billing.selectors import claim_document
from billing.x12 import checks, professional
from billing.x12 import document as x12
from registry.calendar import month_text
from registry.models import ClaimBatching, Payer, Practice, User


@dataclass(frozen=True, kw_only=True)
class Gap:
    """Something that keeps one claim from leaving: the field and a sentence."""

    claim_id: int
    field: str
    sentence: str


@dataclass(kw_only=True)
class Built:
    """The files that were made, and why claims (or, for the practice, everything) stayed."""

    made: list[Submission] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    practice_gaps: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Destination:
    """Whom a file goes to; `payer` is None for a clearinghouse."""

    receiver: x12.Receiver
    payer: Payer | None


@transaction.atomic
def build(*, practice: Practice, month: dt.date, by: User, now: dt.datetime) -> Built:
    """Make the files of a month's approved claims that were not sent yet; mark them sent.

    A claim with a gap stays approved and is named with its field; the others leave.  Where the
    practice's own data are incomplete, nothing leaves.
    """
    claims = _waiting(practice, month, Claim.objects.select_for_update(of=("self",)))
    built = Built()
    for destination, group in _by_destination(practice, claims):
        _build_one(built, practice, month, destination, group, by=by, now=now)
    return built


def look_through(*, practice: Practice, month: dt.date, now: dt.datetime) -> Built:
    """What would keep the month's approved claims from leaving, if the files were made now.

    Nothing is made: `made` stays empty.
    """
    built = Built()
    for to, claims in _by_destination(practice, _waiting(practice, month, Claim.objects.all())):
        _draft(built, practice, to, claims, now)
    return built


def _waiting(practice: Practice, month: dt.date, rows: QuerySet[Claim]) -> list[Claim]:
    """Approved claims that have not left, with all that a file says of them."""
    found = rows.filter(practice=practice, month=month, state=ClaimState.APPROVED)
    related = ("patient", "payer", "coverage", "episode__treating_practitioner")
    return list(found.select_related(*related).prefetch_related("lines").order_by("pk"))


def _by_destination(
    practice: Practice, claims: Sequence[Claim]
) -> list[tuple[Destination, list[Claim]]]:
    """Claims by who receives them, as the practice has set it."""
    if practice.claim_batching == ClaimBatching.CLEARINGHOUSE:
        receiver = x12.Receiver(name=practice.clearinghouse_name, id=practice.clearinghouse_id)
        return [(Destination(receiver, None), list(claims))] if claims else []
    groups: dict[int | None, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.payer_id, []).append(claim)
    return [(_to_payer(group[0].payer), group) for group in groups.values()]


def _to_payer(payer: Payer | None) -> Destination:
    name, payer_id = (payer.name, payer.payer_id) if payer else ("", "")
    return Destination(x12.Receiver(name=name, id=payer_id), payer)


def _build_one(
    built: Built,
    practice: Practice,
    month: dt.date,
    to: Destination,
    claims: list[Claim],
    *,
    by: User,
    now: dt.datetime,
) -> None:
    sound = _draft(built, practice, to, claims, now)
    if not sound:
        return
    number = _next_control_number(practice)
    document = claim_document.build(
        sound, practice=practice, receiver=to.receiver, control_number=number, now=now
    )
    text = professional.write(document)
    built.made.append(_keep(practice, month, to, sound, text, number, by=by, now=now))


def _draft(
    built: Built, practice: Practice, to: Destination, claims: Sequence[Claim], now: dt.datetime
) -> list[Claim]:
    """Note what is wrong with a file that is not made yet; return the claims that may leave."""
    draft = claim_document.build(
        claims, practice=practice, receiver=to.receiver, control_number=1, now=now
    )
    problems = checks.problems(draft)
    sound = _without_gaps(built, claims, problems)
    return [] if any(not problem.claim for problem in problems) else sound


def _without_gaps(
    built: Built, claims: Sequence[Claim], problems: Sequence[checks.Problem]
) -> list[Claim]:
    """Note every problem; return the claims that have none."""
    by_name = {claim_document.clm01(claim): claim for claim in claims}
    bad = set()
    for problem in problems:
        if problem.claim:
            bad.add(problem.claim)
            claim = by_name[problem.claim]
            built.gaps.append(
                Gap(claim_id=claim.pk, field=problem.field, sentence=problem.sentence)
            )
        else:
            built.practice_gaps[problem.field] = problem.sentence
    return [claim for name, claim in by_name.items() if name not in bad]


def _next_control_number(practice: Practice) -> int:
    """The organization's next interchange number; given out once, whoever asks at the same time."""
    ControlNumber.objects.get_or_create(organization_id=practice.organization_id)
    row = ControlNumber.objects.select_for_update().get(organization_id=practice.organization_id)
    row.last += 1
    row.save(update_fields=["last"])
    return row.last


def _keep(
    practice: Practice,
    month: dt.date,
    to: Destination,
    claims: Sequence[Claim],
    text: str,
    number: int,
    *,
    by: User,
    now: dt.datetime,
) -> Submission:
    content = text.encode("ascii")
    receiver = slugify(to.receiver.name)[:24] or "receiver"
    submission = Submission.objects.create(
        practice=practice,
        payer=to.payer,
        receiver_name=to.receiver.name,
        receiver_id=to.receiver.id[:15],
        month=month,
        control_number=number,
        is_production=practice.sends_production_claims,
        file_name=f"{practice.slug[:20]}-{month_text(month)}-{receiver}-{number:09}.837",
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        made_at=now,
        made_by=by,
    )
    SubmissionClaim.objects.bulk_create(
        SubmissionClaim(submission=submission, claim=claim, clm01=claim_document.clm01(claim))
        for claim in claims
    )
    ids = [claim.pk for claim in claims]
    with pghistory.context(reason=f"sent in file {number}"):
        sent = Claim.objects.filter(pk__in=ids).exclude(frequency=Frequency.VOID)
        sent.update(state=ClaimState.SENT, sent_at=now, sent_by=by)
        # A void that has left claims nothing: the month may be claimed anew.
        voids = Claim.objects.filter(pk__in=ids, frequency=Frequency.VOID)
        voids.update(state=ClaimState.VOIDED, sent_at=now, sent_by=by)
    return submission


def download(submission: Submission, *, by: User, now: dt.datetime) -> bytes:
    """The file's bytes, as they were made; who fetched it is remembered."""
    SubmissionDownload.objects.create(submission=submission, at=now, by=by)
    return bytes(submission.content)
