"""What the first payer decided about a claim, as its remittance said it."""

from __future__ import annotations

from billing.models import FIRST_TURN, Claim, ClaimPayment
from billing.x12.reading import files
from billing.x12.reading.remittance import ClaimPayment as Decision
from registry.models import Payer

#: A claim status that takes an earlier one back, and those that only forward or foretell.
REVERSAL, FORETOLD = "22", "25"
#: Processed as the first payer, and sent on to the next: a claim of ours would come twice.
FORWARDED = ("19",)
#: Processed as a second or third payer, sent on or not: no word of the first one.
AS_LATER = ("2", "3", "20", "21")


def asked(claim: Claim | None, status: str) -> Payer | None:
    """Who decided with that status: the payer of the claim, or the later one that it went to."""
    if claim is None:
        return None
    if status in AS_LATER:
        later = claim.places.exclude(turn=FIRST_TURN).select_related("coverage__payer").first()
        if later and later.coverage:
            return later.coverage.payer
    return claim.payer


def decision_on(claim: Claim) -> ClaimPayment | None:
    """The first payer's latest decision that stands; None before it, or where it was reversed."""
    rows = claim.payments.exclude(status__in=(FORETOLD, *AS_LATER)).exclude(remittance__payer=None)
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
