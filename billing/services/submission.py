"""Approved claims become files; files are kept byte for byte."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

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
from billing.selectors import claim_document, claim_form, gap_rows, sending
from billing.selectors.sending import Sending
from billing.services import deliveries, denials
from billing.x12 import checks
from billing.x12 import document as x12
from registry.calendar import month_text
from registry.models import ClaimBatching, Payer, Practice, User


@dataclass(frozen=True, kw_only=True)
class Gap:
    """Something that keeps one claim from leaving: the field and a sentence.

    `rows` names rows that the field is of, where they are not the claim's own: another coverage,
    its payer, the practitioner whom a payer wants named.
    """

    claim_id: int
    field: str
    sentence: str
    rows: dict[str, int] = dataclasses.field(default_factory=dict)


@dataclass(kw_only=True)
class Built:
    """The files that were made, and why claims (or, for the practice, everything) stayed."""

    made: list[Submission] = dataclasses.field(default_factory=list)
    gaps: list[Gap] = dataclasses.field(default_factory=list)
    practice_gaps: dict[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Batch:
    """What makes one file: who receives it and its form.  `payer` is None for a clearinghouse."""

    receiver: x12.Receiver
    payer: Payer | None
    form: str


@transaction.atomic
def build(*, practice: Practice, month: dt.date, by: User, now: dt.datetime) -> Built:
    """Make the files of a month's approved claims that were not sent yet; mark them sent.

    A claim with a gap stays approved and is named with its field; the others leave.  Where the
    practice's own data are incomplete, nothing leaves.  Files with a destination are queued for it.
    """
    claims = _waiting(practice, month, Claim.objects.select_for_update(of=("self",)))
    built = Built()
    for batch, group in batches(practice, [sending.first(claim) for claim in claims]):
        made = build_one(built, practice, month, batch, group, by=by, now=now)
        if made is not None:
            _mark_sent(group, made, by=by, now=now)
    deliveries.queue(built.made, by=by, now=now)
    return built


def look_through(*, practice: Practice, month: dt.date, now: dt.datetime) -> Built:
    """What would keep the month's approved claims from leaving, if the files were made now.

    Nothing is made: `made` stays empty.
    """
    return look_at(_waiting(practice, month, Claim.objects.all()), practice=practice, now=now)


def look_at_some(claim_ids: Collection[int], *, practice: Practice, now: dt.datetime) -> Built:
    """The same of some claims, drafts too: what will keep them from leaving once approved."""
    rows = Claim.objects.filter(pk__in=claim_ids, practice=practice)
    return look_at(_loaded(rows), practice=practice, now=now)


def look_at(claims: Sequence[Claim], *, practice: Practice, now: dt.datetime) -> Built:
    """The same of claims that have all loaded that a file says of them."""
    built = Built()
    for batch, group in batches(practice, [sending.first(claim) for claim in claims]):
        draft(built, practice, batch, group, now)
    return built


def _waiting(practice: Practice, month: dt.date, rows: QuerySet[Claim]) -> list[Claim]:
    """Approved claims that have not left, with all that a file says of them."""
    found = rows.filter(practice=practice, month=month, state=ClaimState.APPROVED)
    return _loaded(found)


def _loaded(rows: QuerySet[Claim]) -> list[Claim]:
    loaded = rows.select_related(*sending.RELATED).prefetch_related(*sending.PREFETCHED)
    return list(loaded.order_by("pk"))


def batches(practice: Practice, sendings: Sequence[Sending]) -> list[tuple[Batch, list[Sending]]]:
    """Claims by who receives them, as the practice has set it, and by their form."""
    is_house = practice.claim_batching == ClaimBatching.CLEARINGHOUSE
    groups: dict[tuple[int | None, str], list[Sending]] = {}
    for each in sendings:
        form = claim_form.form_of(each.claim, practice, each.payer)
        receiver = None if is_house or each.payer is None else each.payer.pk
        groups.setdefault((receiver, form), []).append(each)
    return [
        (_to_house(practice, form) if is_house else _to_payer(group[0].payer, form), group)
        for (_, form), group in groups.items()
    ]


def _to_house(practice: Practice, form: str) -> Batch:
    receiver = x12.Receiver(name=practice.clearinghouse_name, id=practice.clearinghouse_id)
    return Batch(receiver, None, form)


def _to_payer(payer: Payer | None, form: str) -> Batch:
    name, payer_id = (payer.name, payer.payer_id) if payer else ("", "")
    return Batch(x12.Receiver(name=name, id=payer_id), payer, form)


def build_one(
    built: Built,
    practice: Practice,
    month: dt.date,
    batch: Batch,
    sendings: Sequence[Sending],
    *,
    by: User,
    now: dt.datetime,
) -> Submission | None:
    """Make one file of those that have no gap, and keep it; None where nothing may leave."""
    sound = draft(built, practice, batch, sendings, now)
    if not sound:
        return None
    number = _next_control_number(practice)
    text = claim_document.write(_document(practice, batch, sound, number, now))
    made = _keep(practice, month, batch, sound, text, number, by=by, now=now)
    built.made.append(made)
    return made


def draft(
    built: Built,
    practice: Practice,
    batch: Batch,
    sendings: Sequence[Sending],
    now: dt.datetime,
) -> list[Sending]:
    """Note what is wrong with a file that is not made yet; return the claims that may leave."""
    problems = checks.problems(_document(practice, batch, sendings, 1, now))
    sound = _without_gaps(built, sendings, problems)
    return [] if any(not problem.claim for problem in problems) else sound


def _document(
    practice: Practice, batch: Batch, sendings: Sequence[Sending], number: int, now: dt.datetime
) -> x12.AnyDocument:
    return claim_document.build(
        sendings,
        practice=practice,
        receiver=batch.receiver,
        form=batch.form,
        control_number=number,
        now=now,
    )


def _without_gaps(
    built: Built, sendings: Sequence[Sending], problems: Sequence[checks.Problem]
) -> list[Sending]:
    """Note every problem; return the claims that have none."""
    by_name = {claim_document.clm01(each.claim): each for each in sendings}
    bad = set()
    for problem in problems:
        if problem.claim:
            bad.add(problem.claim)
            built.gaps.append(_gap(by_name[problem.claim], problem))
        else:
            built.practice_gaps[problem.field] = problem.sentence
    return [each for name, each in by_name.items() if name not in bad]


def _gap(each: Sending, problem: checks.Problem) -> Gap:
    return Gap(
        claim_id=each.claim.pk,
        field=problem.field,
        sentence=problem.sentence,
        rows=gap_rows.of(each, problem.field),
    )


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
    batch: Batch,
    sendings: Sequence[Sending],
    text: str,
    number: int,
    *,
    by: User,
    now: dt.datetime,
) -> Submission:
    content = text.encode("ascii")
    receiver = slugify(batch.receiver.name)[:24] or "receiver"
    submission = Submission.objects.create(
        practice=practice,
        payer=batch.payer,
        receiver_name=batch.receiver.name,
        receiver_id=batch.receiver.id[:15],
        month=month,
        control_number=number,
        is_production=practice.sends_production_claims,
        form=batch.form,
        file_name=f"{practice.slug[:20]}-{month_text(month)}-{receiver}-{number:09}.837",
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        made_at=now,
        made_by=by,
    )
    SubmissionClaim.objects.bulk_create(_place(submission, each) for each in sendings)
    return submission


def _place(submission: Submission, each: Sending) -> SubmissionClaim:
    return SubmissionClaim(
        submission=submission,
        claim=each.claim,
        clm01=claim_document.clm01(each.claim),
        turn=each.turn,
        coverage=each.coverage,
        payment=each.payment,
        insurance_type=each.insurance_type,
    )


def _mark_sent(
    sendings: Sequence[Sending], made: Submission, *, by: User, now: dt.datetime
) -> None:
    """Those of a group that are in the file have left."""
    placed = set(made.places.values_list("claim_id", flat=True))
    ids = [each.claim.pk for each in sendings if each.claim.pk in placed]
    with pghistory.context(reason=f"sent in file {made.control_number}"):
        sent = Claim.objects.filter(pk__in=ids).exclude(frequency=Frequency.VOID)
        sent.update(state=ClaimState.SENT, sent_at=now, sent_by=by)
        # A void that has left claims nothing: the month may be claimed anew.
        voids = Claim.objects.filter(pk__in=ids, frequency=Frequency.VOID)
        voids.update(state=ClaimState.VOIDED, sent_at=now, sent_by=by)
    corrected = [each.claim.corrects_id for each in sendings if each.claim.pk in placed]
    denials.corrected([each for each in corrected if each], by=by, now=now)


def download(submission: Submission, *, by: User, now: dt.datetime) -> bytes:
    """The file's bytes, as they were made; who fetched it is remembered."""
    SubmissionDownload.objects.create(submission=submission, at=now, by=by)
    return bytes(submission.content)
