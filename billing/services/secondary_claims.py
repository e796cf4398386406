"""A claim again, to the patient's second or third payer, once those before have decided.

It is the same claim: the same month, lines and number, on another coverage, with what each earlier
payer paid and why not more.  The database lets it leave to each later payer once.
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

_PAYERS_BEFORE = {"S": 1, "T": 2}


@transaction.atomic
def make(
    claim: Claim,
    *,
    turn: str = second_payer.TURN,
    insurance_type: str = "",
    by: User,
    now: dt.datetime,
) -> Submission:
    """Make the file to the payer of that turn, and have it delivered.  It is made once.

    Raises Refused: why it cannot be made yet, or, by field, what is missing.  `insurance_type` is
    why Medicare does not come first, where it does not.
    """
    if turn not in ("S", "T"):
        raise refuse("turn", "Choose the second or the third payer.")
    row = _locked(claim)
    stands = second_payer.standing(row, turn)
    if stands.made is not None:
        raise refuse("", f"The claim left to the {stands.word} payer in {stands.made.file_name}.")
    if not stands.may_leave:
        lacks = f"The patient has no {stands.word} coverage on that day."
        raise refuse("", stands.sentence or lacks)
    each = _sending(row, stands, insurance_type)
    built = Built()
    ((batch, group),) = submission.batches(row.practice, [each])
    made = submission.build_one(built, row.practice, row.month, batch, group, by=by, now=now)
    if made is None:
        raise Refused(gaps(built))
    deliveries.queue([made], by=by, now=now)
    return made


def _sending(row: Claim, stands: Standing, insurance_type: str) -> Sending:
    earlier = earlier_payers.before(row, stands.turn)
    if len(earlier) < _PAYERS_BEFORE[stands.turn] or stands.coverage is None:
        raise refuse("", "A remittance's file no longer says what an earlier payer decided.")
    if stands.asks_reason and insurance_type not in MedicareSecond.values:
        raise refuse("insurance_type", "Say why Medicare does not pay first.")
    return Sending(
        claim=row,
        coverage=stands.coverage,
        payer=stands.coverage.payer,
        turn=stands.turn,
        earlier=earlier,
        insurance_type=insurance_type if stands.asks_reason else "",
    )


def gaps(built: Built) -> dict[str, str]:
    return {gap.field: gap.sentence for gap in built.gaps} | built.practice_gaps


def _locked(claim: Claim) -> Claim:
    rows = Claim.objects.select_for_update(of=("self",)).select_related(
        "practice__organization", *sending.RELATED
    )
    return rows.prefetch_related(*sending.PREFETCHED).get(pk=claim.pk)
