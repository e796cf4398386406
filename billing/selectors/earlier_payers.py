"""What the first payer decided about a claim, as its remittance said it."""

from __future__ import annotations

from billing.models import Claim, ClaimPayment
from billing.x12.reading import files
from billing.x12.reading.remittance import ClaimPayment as Decision

#: A claim status that takes an earlier one back, and those that only forward or foretell.
REVERSAL, FORETOLD = "22", "25"
#: Processed, and sent on to the next payer by this one: a claim of ours would come twice.
FORWARDED = ("19", "20", "21")


def decision_on(claim: Claim) -> ClaimPayment | None:
    """The first payer's latest decision that stands; None before it, or where it was reversed."""
    rows = claim.payments.exclude(status=FORETOLD).exclude(remittance__payer=None)
    rows = rows.filter(remittance__payer=claim.payer).select_related("remittance__file")
    last = rows.order_by("remittance__paid_on", "remittance_id", "segment").last()
    return None if last is None or last.status == REVERSAL else last


def as_said(payment: ClaimPayment) -> Decision | None:
    """The decision with all its lines and reasons, read from the file that was kept."""
    read = files.read(bytes(payment.remittance.file.content))
    for remittance in read.remittances:
        for each in remittance.claims:
            if each.segment == payment.segment:
                return each
    return None
