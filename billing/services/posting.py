"""A remittance, posted: its payment, each claim's and each line's, and what was refused.

Rows are added and never changed: a payer's reversal is a further row with negative amounts, so that
what a claim was paid is the sum of its rows at any time.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from django.db import transaction

from billing.models import Claim, ClaimLine, ClaimPayment, LinePayment, ReceivedFile, Remittance
from billing.selectors import claim_names, earlier_payers
from billing.services import denials
from billing.x12.adjustment import Adjustment
from billing.x12.reading import balance
from billing.x12.reading import remittance as x12
from billing.x12.reading.files import Received
from billing.x12.reading.refusal import Unreadable
from registry import checks
from registry.errors import refuse
from registry.models import Payer, User

_CENT = Decimal("0.01")
#: What the columns hold; a payer that writes more has written something else.
_MOST = Decimal(10) ** 9
_TEXT = 80


def check(read: Received) -> None:
    """Refuse a file with money that is none: fractions of a cent, or beyond all measure."""
    for remittance in read.remittances:
        _check(remittance.amount, remittance.payment_segment, "BPR")
        for each in remittance.provider_adjustments:
            _check(each.amount, each.segment, "PLB")
        for claim in remittance.claims:
            _check_claim(claim)


def _check_claim(claim: x12.ClaimPayment) -> None:
    amounts = [claim.charge, claim.paid, claim.patient_responsibility]
    for amount in (*amounts, *(each.amount for each in claim.adjustments)):
        _check(amount, claim.segment, "CLP")
    for line in claim.lines:
        amounts = [line.charge, line.paid, line.allowed or Decimal(0), line.units]
        for amount in (*amounts, *(each.amount for each in line.adjustments)):
            _check(amount, line.segment, "SVC")


def _check(amount: Decimal, segment: int, tag: str) -> None:
    if abs(amount) >= _MOST or amount != amount.quantize(_CENT):
        raise Unreadable(
            segment=segment,
            tag=tag,
            what="an amount has fractions of a cent or is beyond all measure. Ask the payer.",
        )


def post(file: ReceivedFile, said: x12.Remittance, *, by: User, now: dt.datetime) -> Remittance:
    """Write one remittance of a file with everything in it."""
    claims = claim_names.found(file.practice, [each.claim_id for each in said.claims])
    row = Remittance.objects.create(
        practice=file.practice,
        file=file,
        segment=said.segment,
        payer=_payer(file, said, claims),
        payer_name=(said.payer.name if said.payer else "")[:_TEXT],
        payer_number=number(said)[:_TEXT],
        method=said.method[:3],
        trace_number=said.trace_number[:_TEXT],
        paid_on=day(said),
        amount=said.amount,
        claims_paid=said.claims_paid,
        adjusted=said.provider_adjusted,
        adjustments=[_provider_adjustment(each) for each in said.provider_adjustments],
        imbalances=[each.sentence for each in balance.imbalances(said)],
        posted_at=now,
        posted_by=by,
    )
    payments = ClaimPayment.objects.bulk_create(
        [_payment(row, each, claims.get(each.claim_id), by, now) for each in said.claims]
    )
    _post_lines(payments, said.claims)
    denials.open_for([payment for payment in payments if payment.claim_id], by=by, now=now)
    return row


def _payer(file: ReceivedFile, said: x12.Remittance, claims: Mapping[str, Claim]) -> Payer | None:
    """Our payer: the one of that number, else the one whom these claims were sent to."""
    own = number(said)
    known = Payer.objects.filter(practice=file.practice, payer_id=own).first() if own else None
    if known:
        return known
    asked = (earlier_payers.asked(claims.get(each.claim_id), each.status) for each in said.claims)
    payers = Counter(payer for payer in asked if payer)
    return payers.most_common(1)[0][0] if len(payers) == 1 else None


def number(said: x12.Remittance) -> str:
    """The payer's number, as the remittance has it."""
    own = said.payer.id if said.payer else ""
    return own or said.payer_id


def day(said: x12.Remittance) -> dt.date | None:
    """The day of the payment; of the remittance where it names none."""
    return said.effective_on or said.produced_on


def _provider_adjustment(each: x12.ProviderAdjustment) -> dict[str, str]:
    return {
        "reason": each.reason,
        "reference": each.reference,
        "amount": str(each.amount),
        "sentence": each.sentence,
    }


def _payment(
    row: Remittance, said: x12.ClaimPayment, claim: Claim | None, by: User, now: dt.datetime
) -> ClaimPayment:
    return ClaimPayment(
        remittance=row,
        segment=said.segment,
        claim=claim,
        claim_id_said=said.claim_id[:_TEXT],
        status=said.status[:2],
        charge=said.charge,
        paid=said.paid,
        patient_responsibility=said.patient_responsibility,
        payer_control_number=said.payer_control_number[:_TEXT],
        served_on=said.served_from,
        patient_said={} if claim else _patient(said),
        adjustments=[adjustment(each) for each in said.adjustments],
        remarks=[remark[:10] for remark in said.remarks],
        matched_at=now if claim else None,
        matched_by=by if claim else None,
    )


def _patient(said: x12.ClaimPayment) -> dict[str, str]:
    """Whom it is about, as the payer names them: what a person matches a stray payment by."""
    if said.patient is None:
        return {}
    return {"last": said.patient.name, "first": said.patient.first, "id": said.patient.id}


def adjustment(each: Adjustment) -> dict[str, str]:
    return {"group": each.group, "reason": each.reason, "amount": str(each.amount)}


def _post_lines(payments: Sequence[ClaimPayment], said: Sequence[x12.ClaimPayment]) -> None:
    LinePayment.objects.bulk_create(
        [
            LinePayment(
                payment=payment,
                segment=line.segment,
                line=line_of(payment.claim, line.control_number, line.procedure.code),
                code=line.procedure.code[:48],
                modifiers=[modifier[:2] for modifier in line.procedure.modifiers],
                units=line.units,
                charge=line.charge,
                paid=line.paid,
                allowed=line.allowed,
                adjustments=[adjustment(each) for each in line.adjustments],
                remarks=[remark[:10] for remark in line.remarks],
            )
            for payment, claim in zip(payments, said, strict=True)
            for line in claim.lines
        ]
    )


@transaction.atomic
def match(payment: ClaimPayment, claim: Claim, *, by: User, now: dt.datetime) -> ClaimPayment:
    """Say which claim of ours a stray payment is for; what it refuses is opened as denials.

    Refused where it has a claim already, or where the claim never left.
    """
    row = _stray(payment)
    if claim.practice_id != row.remittance.practice_id or claim.state not in claim_names.LEFT:
        raise refuse("claim", "Choose a claim of this practice that was sent.")
    row.claim, row.matched_at, row.matched_by = claim, now, by
    row.save(update_fields=["claim", "matched_at", "matched_by"])
    for line in row.lines.all():
        line.line = line_of(claim, "", line.code)
        line.save(update_fields=["line"])
    denials.open_for([row], by=by, now=now)
    return row


@transaction.atomic
def set_aside(payment: ClaimPayment, *, reason: str, by: User, now: dt.datetime) -> ClaimPayment:
    """Say that a stray payment is for no claim of ours, and why: it waits no longer."""
    row, said = _stray(payment), checks.one_line(reason)
    problem = checks.text(said, most=200, called="The reason") if said else "Say whose it is."
    checks.stop_if({"reason": problem})
    row.set_aside_at, row.set_aside_by, row.set_aside_reason = now, by, said
    row.save(update_fields=["set_aside_at", "set_aside_by", "set_aside_reason"])
    return row


def _stray(payment: ClaimPayment) -> ClaimPayment:
    rows = ClaimPayment.objects.select_for_update(of=("self",))
    row = rows.select_related("remittance__practice").get(pk=payment.pk)
    if row.claim_id is not None:
        raise refuse("", "This payment has its claim already.")
    if row.set_aside_at is not None:
        raise refuse("", "This payment was set aside already.")
    return row


def line_of(claim: Claim | None, name: str, code: str) -> ClaimLine | None:
    """The claim's line that a payer's line is about: by our number, else by its code."""
    if claim is None:
        return None
    lines = list(claim.lines.all())
    if claim_names.number_of(name) == claim.pk:
        by_place = [each for each in lines if each.position == claim_names.position_of(name)]
        if by_place:
            return by_place[0]
    return next((each for each in lines if each.code == code.upper()), None)
