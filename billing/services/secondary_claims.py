"""A claim again, to the patient's second payer, once the first one has decided.

It is the same claim: the same month, lines and number, on another coverage, with what the first
payer paid and why not more.  The database lets it leave to a later payer once.
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from billing.models import Claim, MedicareSecond, Submission
from billing.selectors import earlier_payers, second_payer, sending
from billing.selectors.second_payer import Standing
from billing.selectors.sending import Sending
from billing.services import deliveries, submission
from billing.services.submission import Built
from registry.errors import Refused, refuse
from registry.models import User


@transaction.atomic
def make(claim: Claim, *, insurance_type: str = "", by: User, now: dt.datetime) -> Submission:
    """Make the file to the second payer, and have it delivered.  It is made once.

    Raises Refused: why it cannot be made yet, or, by field, what is missing.  `insurance_type` is
    why Medicare comes second, where it does.
    """
    row = _locked(claim)
    stands = second_payer.standing(row)
    if stands.made is not None:
        raise refuse("", f"The claim left to the second payer in {stands.made.file_name}.")
    if not stands.may_leave:
        raise refuse("", stands.sentence or "The patient has no second coverage on that day.")
    each = _sending(row, stands, insurance_type)
    built = Built()
    ((batch, group),) = submission.batches(row.practice, [each])
    made = submission.build_one(built, row.practice, row.month, batch, group, by=by, now=now)
    if made is None:
        raise Refused(gaps(built))
    deliveries.queue([made], by=by, now=now)
    return made


def _sending(row: Claim, stands: Standing, insurance_type: str) -> Sending:
    payment = earlier_payers.decision_on(row)
    decision = earlier_payers.as_said(payment) if payment else None
    if decision is None or stands.coverage is None:
        raise refuse("", "The remittance's file no longer says what the first payer decided.")
    if stands.asks_reason and insurance_type not in MedicareSecond.values:
        raise refuse("insurance_type", "Say why Medicare does not pay first.")
    return Sending(
        claim=row,
        coverage=stands.coverage,
        payer=stands.coverage.payer,
        turn=second_payer.TURN,
        payment=payment,
        decision=decision,
        insurance_type=insurance_type if stands.asks_reason else "",
    )


def gaps(built: Built) -> dict[str, str]:
    return {gap.field: gap.sentence for gap in built.gaps} | built.practice_gaps


def _locked(claim: Claim) -> Claim:
    rows = Claim.objects.select_for_update(of=("self",)).select_related(
        "practice__organization", *sending.RELATED
    )
    return rows.prefetch_related(*sending.PREFETCHED).get(pk=claim.pk)
