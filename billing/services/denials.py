"""Money that a payer refused, and the work on getting it: opened by posting, worked by people."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

import pghistory
from django.db import transaction

from billing.models import BY_HAND, ClaimPayment, Denial, DenialState, LinePayment
from billing.selectors import claim_terms
from billing.selectors.earlier_payers import FORETOLD, REVERSAL, Deciders
from billing.services import denials_anew, denials_won
from registry import calendar, checks
from registry.models import Membership, Payer, User
from registry.vocabulary import Role

#: What is no denial: the contract's own reduction, what an earlier payer settled, and what the
#: patient owes by the plan.  (CARC 45 and 253 reduce to the fee schedule and for sequestration.)
CONTRACTUAL = frozenset({"45", "253", "23", "94"})
PATIENT_SHARE = frozenset({"1", "2", "3"})
#: Statuses that decide nothing about money: 22 takes an earlier decision back, 25 only foretells.
UNDECIDED = (REVERSAL, FORETOLD)
MOST_NOTE = 4000


@dataclass(frozen=True, slots=True)
class Refused:
    """An amount that was refused on a line (or on the claim, `code` empty) for one reason."""

    code: str
    group: str
    reason: str
    amount: Decimal
    remarks: tuple[str, ...]


def open_for(payments: Sequence[ClaimPayment], *, by: User, now: dt.datetime) -> list[Denial]:
    """Open what these payments refuse, and settle what they pay after all or decide anew."""
    decided = [payment for payment in payments if payment.status not in UNDECIDED]
    lines = defaultdict(list)
    for line in _lines(decided):
        lines[line.payment_id].append(line)
    deciders = Deciders()
    denials_won.settle(decided, lines, deciders, by=by, now=now)
    earlier = denials_anew.settle(payments, lines, deciders, by=by, now=now)
    rows = [
        row for payment in decided for row in _of_payment(payment, lines[payment.pk], deciders, now)
    ]
    denials_anew.with_work(rows, earlier)
    return Denial.objects.bulk_create(rows, ignore_conflicts=True)


def _lines(payments: Sequence[ClaimPayment]) -> list[LinePayment]:
    return list(LinePayment.objects.filter(payment__in=payments))


def refused_in(payment: ClaimPayment, lines: Sequence[LinePayment]) -> Iterator[Refused]:
    """What a payment refuses, by line and reason; the same reason twice is one."""
    yield from _refused("", payment.adjustments, payment.remarks)
    for line in lines:
        yield from _refused(line.code, line.adjustments, [*line.remarks, *payment.remarks])


def _refused(code: str, adjustments: list[dict], remarks: list[str]) -> Iterator[Refused]:
    sums: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for each in adjustments:
        if is_refusal(each["group"], each["reason"]):
            sums[each["group"], each["reason"]] += Decimal(each["amount"])
    for (group, reason), amount in sums.items():
        if amount > 0:
            yield Refused(code, group, reason, amount, tuple(dict.fromkeys(remarks)))


def is_refusal(group: str, reason: str) -> bool:
    """Whether an adjustment is money refused, and not the contract's or the patient's share."""
    return reason not in CONTRACTUAL and not (group == "PR" and reason in PATIENT_SHARE)


def _of_payment(
    payment: ClaimPayment, lines: Sequence[LinePayment], deciders: Deciders, now: dt.datetime
) -> list[Denial]:
    """The denials of a payment, each the payer's who decided it, by that payer's clock."""
    refusals = list(refused_in(payment, lines))
    payer = deciders.of(payment) if refusals else None
    return [_denial(payment, refused, payer, now) for refused in refusals]


def _denial(
    payment: ClaimPayment, refused: Refused, payer: Payer | None, now: dt.datetime
) -> Denial:
    claim = payment.claim
    assert claim is not None
    return Denial(
        practice_id=claim.practice_id,
        claim=claim,
        payer=payer,
        payment=payment,
        code=refused.code,
        group=refused.group,
        reason=refused.reason,
        remarks=list(refused.remarks),
        amount=refused.amount,
        due_on=claim_terms.appeal_by(claim, _decided_on(payment, now), payer),
        opened_at=now,
    )


def _decided_on(payment: ClaimPayment, now: dt.datetime) -> dt.date:
    row = payment.remittance
    return row.paid_on or calendar.local_date(now, row.practice.timezone)


def corrected(claims: Sequence[int], *, by: User, now: dt.datetime) -> None:
    """Corrections of these claims have left: nobody has to begin work on what they were denied."""
    rows = Denial.objects.filter(
        claim__in=claims, state__in=(DenialState.OPEN, DenialState.IN_WORK)
    )
    with pghistory.context(reason="a corrected claim was sent"):
        rows.update(state=DenialState.CORRECTED, changed_at=now, changed_by=by)


@transaction.atomic
def work(
    denial: Denial,
    *,
    state: str,
    note: str,
    owner: User | None,
    due_on: dt.date | None,
    by: User,
    now: dt.datetime,
) -> Denial:
    """Say where the work on a denial stands.  Raises Refused by field."""
    row = Denial.objects.select_for_update().get(pk=denial.pk)
    note = note.strip()
    checks.stop_if(
        {
            "state": None if state in (*BY_HAND, row.state) else "Choose one of those listed.",
            "note": _note(state, note),
            "owner": _owner(row, owner),
        }
    )
    row.state, row.note, row.owner, row.due_on = state, note, owner, due_on
    row.changed_at, row.changed_by = now, by
    row.save(update_fields=["state", "note", "owner", "due_on", "changed_at", "changed_by"])
    return row


def _note(state: str, note: str) -> str | None:
    if len(note) > MOST_NOTE:
        return f"The note is longer than {MOST_NOTE} characters. Shorten it."
    if state == DenialState.WRITTEN_OFF and not note:
        return "Say why the money is given up."
    return None


def _owner(row: Denial, owner: User | None) -> str | None:
    if owner is None:
        return None
    found = Membership.objects.filter(
        practice_id=row.practice_id, user=owner, role__in=(Role.BILLER, Role.SUPERVISOR)
    )
    return None if found.exists() else "This person bills for no claim of the practice."
