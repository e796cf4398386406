"""Correcting a claim that was sent, as in a ledger: by a further claim, never by a change.

A replacement is decided anew from the chart as it stands now; a void takes back what was claimed.
The earlier claim stays as it was sent.  Which of the two a payer takes electronically is in its
row (`ClaimTerms.takes_replacement`); a biller who knows better may choose otherwise.
"""

from __future__ import annotations

import datetime as dt

import pghistory
from django.db import transaction

from billing.models import Claim, ClaimLine, ClaimState, Frequency, TrueUpRun
from billing.selectors import claimed_months, claims, month_facts, payer_numbers
from billing.services import claim_writer, decision
from billing.services.claim_writer import Work
from billing.services.decision import Decided
from registry import checks
from registry.errors import refuse
from registry.models import User
from registry.services import service_month

MOST_REASON = 200
#: How an earlier claim can be replaced: electronically, or by a first claim sent anew.
REPLACES_BY = (Frequency.REPLACEMENT, Frequency.ORIGINAL)
#: A void that the payer is told of otherwise (by phone, by letter, by paying back).
OTHERWISE = ""
#: What a correction takes over from the claim that it corrects, until it is decided anew.
_TAKEN_OVER = (
    "practice_id", "patient_id", "episode_id", "payer_id", "coverage_id", "family", "month",
    "outcome", "is_final", "date_of_service", "worked_seconds", "counted_seconds",
    "minutes_short", "total_charge", "total_expected", "rules", "own_holds", "facts", "verdict",
    "policy_id", "engine", "fingerprint", "decided_at", "decided_by_id",
)  # fmt: skip
_NUMBER = (
    "The payer's own number of the earlier claim is not known. Enter it from the remittance or "
    "the claim status report, or send the claim anew."
)


@transaction.atomic
def replace(
    claim: Claim, *, how: str, reason: str, payer_number: str = "", by: User, now: dt.datetime
) -> Claim:
    """Open the month again and decide it anew, as a draft that replaces a sent claim.

    The draft goes the way of every claim: reviewed, approved, sent.  Raises Refused by field
    (`how`, `reason`, `payer_number`).
    """
    row = _sent(claim)
    reason = checks.one_line(reason)
    number = _number(row, payer_number) if how == Frequency.REPLACEMENT else ""
    checks.stop_if(
        {
            "how": None if how in REPLACES_BY else "Choose how the payer takes a correction.",
            "reason": _reason(reason),
            "payer_number": _NUMBER if how == Frequency.REPLACEMENT and not number else None,
        }
    )
    _leave(row, ClaimState.REPLACED, reason)
    made = _correction(row, how, number, reason)
    made.save()
    service_month.reopen(row.patient, row.month, by=by, now=now, reason=reason)
    _decide(made, by=by, now=now)
    made.refresh_from_db()
    return made


@transaction.atomic
def take_back(claim: Claim, *, by: User, now: dt.datetime) -> Claim:
    """Drop a replacement that is still a draft: the earlier claim stands as sent again."""
    service_month.lock([claim.patient], claim.month)
    row = _locked(claim)
    if row.corrects_id is None or row.state != ClaimState.DRAFT:
        raise refuse("", "Only a replacement that nobody has approved can be taken back.")
    earlier = Claim.objects.select_for_update().get(pk=row.corrects_id)
    claimed_months.hold(row.practice, row.month)
    standing = claimed_months.of([earlier]).get(earlier.pk)
    if why_not := claimed_months.obstacle(standing, row.practice, by):
        raise refuse("", why_not)
    with pghistory.context(reason="replacement taken back"):
        row.delete()
        earlier.state = ClaimState.SENT
        earlier.save(update_fields=["state"])
    service_month.close(
        earlier.patient, earlier.month, by=by, now=now, reason="The claim stands as it was sent."
    )
    return earlier


@transaction.atomic
def void(
    claim: Claim, *, how: str, reason: str, payer_number: str = "", by: User, now: dt.datetime
) -> Claim:
    """Take back what a sent claim asked for: electronically (8), or told the payer otherwise.

    An electronic void leaves with the next file; the claim returned is the void, else the claim.
    """
    row = _sent(claim)
    reason = checks.one_line(reason)
    number = _number(row, payer_number) if how == Frequency.VOID else ""
    checks.stop_if(
        {
            "how": None if how in (Frequency.VOID, OTHERWISE) else "Choose how the payer is told.",
            "reason": _reason(reason),
            "payer_number": _NUMBER if how == Frequency.VOID and not number else None,
        }
    )
    _leave(row, ClaimState.VOIDED, reason)
    if how == OTHERWISE:
        return row
    made = _correction(row, how, number, reason)
    made.state, made.approved_at, made.approved_by = ClaimState.APPROVED, now, by
    made.save()
    _copy_lines(row, made)
    return made


@transaction.atomic
def leave(claim: Claim, *, by: User, now: dt.datetime) -> Claim:
    """Leave a decided claim as it is, though a true-up would decide it otherwise by now, or time
    came to its closed month.

    It is told again only when something more comes.
    """
    row = _locked(claim)
    if row.later is None and not _has_late_time(row):
        raise refuse("", "Nothing has come since this claim was decided.")
    row.later_left, row.later_left_at, row.later_left_by = row.later, now, by
    row.save(update_fields=["later_left", "later_left_at", "later_left_by"])
    return row


def _has_late_time(row: Claim) -> bool:
    """Whether time of the claim's month waits for review."""
    return bool(claims.unconfirmed_seconds([row]))


def _locked(claim: Claim) -> Claim:
    rows = Claim.objects.select_for_update(of=("self",)).select_related("patient__practice")
    return rows.get(pk=claim.pk)


def _sent(claim: Claim) -> Claim:
    """The claim, its month locked first as everywhere; refused unless it stands as sent."""
    service_month.lock([claim.patient], claim.month)
    row = _locked(claim)
    if row.state != ClaimState.SENT:
        state = row.get_state_display().lower()
        raise refuse("", f"The claim is {state}: only one that was sent is corrected.")
    return row


def _number(claim: Claim, given: str) -> str:
    """The payer's own number of the claim: as given, else as it came back last."""
    return (given.strip() or payer_numbers.of(claim))[:50]


def _reason(reason: str) -> str | None:
    if not reason:
        return "The reason is missing. Say why the claim is corrected."
    return checks.text(reason, most=MOST_REASON, called="The reason")


def _leave(row: Claim, state: ClaimState, reason: str) -> None:
    row.state = state
    with pghistory.context(reason=reason):
        row.save(update_fields=["state"])


def _correction(row: Claim, frequency: str, number: str, reason: str) -> Claim:
    taken = {name: getattr(row, name) for name in _TAKEN_OVER}
    return Claim(
        **taken,
        state=ClaimState.DRAFT,
        corrects=row,
        frequency=frequency,
        payer_claim_number=number,
        correction_reason=reason,
    )


def _copy_lines(row: Claim, made: Claim) -> None:
    ClaimLine.objects.bulk_create(
        ClaimLine(
            claim=made,
            position=line.position,
            code=line.code,
            units=line.units,
            modifiers=line.modifiers,
            charge=line.charge,
            allowed=line.allowed,
        )
        for line in row.lines.all()
    )


def _decide(made: Claim, *, by: User, now: dt.datetime) -> None:
    """Decide the draft from the chart as it stands now, as the true-up would."""
    chart = month_facts.gather([made.patient_id], made.month).charts.get(made.patient_id)
    if chart is None:
        raise refuse("", "The patient's chart cannot be read: run the true-up and see why.")
    work = Work(changed={made.pk: Decided(decision.basis(chart), decision.of(chart))})
    run = TrueUpRun(practice=made.practice, month=made.month, asked_at=now, asked_by=by)
    claim_writer.write(work, run, is_final=made.is_final, now=now)
