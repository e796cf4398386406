"""What earlier payers decided about a claim, as their remittances said it."""

from __future__ import annotations

from billing.models import FIRST_TURN, Claim, ClaimPayment
from billing.selectors import sending
from billing.selectors.sending import Earlier
from billing.x12.reading import files
from billing.x12.reading.remittance import ClaimPayment as Decision
from registry.models import Coverage, Payer

#: A claim status that takes an earlier one back, and those that only forward or foretell.
REVERSAL, FORETOLD = "22", "25"
#: Processed, and sent on to the next payer: a claim of ours would come twice.
FORWARDED = ("19", "20")
#: Processed as a second or third payer, sent on or not: no word of the first one.
AS_LATER = ("2", "3", "20", "21")
_TURN_OF = {"2": "S", "20": "S", "3": "T", "21": "T"}


def asked(claim: Claim | None, status: str) -> Payer | None:
    """Who decided with that status: the payer of the claim, or the later one that it went to."""
    if claim is None:
        return None
    places = claim.places.exclude(turn=FIRST_TURN).select_related("coverage__payer")
    by_turn = {place.turn: place.coverage for place in places} if status in AS_LATER else {}
    coverage = by_turn.get(_TURN_OF.get(status, ""))
    return coverage.payer if coverage else claim.payer


def decided(payment: ClaimPayment) -> Payer | None:
    """Which payer of its claim a payment is from: a status 4 (denied) does not say the turn.

    Whoever sent the remittance, where it is one of the claim's payers (a claim that was passed on
    never left from here to the later one); else whom the status speaks of.
    """
    claim, sender = payment.claim, payment.remittance.payer
    if claim is None or sender is None:
        return asked(claim, payment.status)
    if sender.pk == claim.payer_id:
        return sender
    is_theirs = any(coverage.payer_id == sender.pk for _, coverage in sending.turns(claim))
    return sender if is_theirs else asked(claim, payment.status)


def decision_on(
    claim: Claim, turn: str = FIRST_TURN, coverage: Coverage | None = None
) -> ClaimPayment | None:
    """The latest decision that stands of the payer of that turn, the first one's unless said.

    None before it, or where it was reversed.  Where one payer pays in two turns, the status says
    in which.
    """
    payer_id = claim.payer_id if turn == FIRST_TURN or coverage is None else coverage.payer_id
    rows = claim.payments.exclude(status=FORETOLD).exclude(remittance__payer=None)
    rows = rows.filter(remittance__payer=payer_id).select_related("remittance__file")
    if turn == FIRST_TURN:
        rows = rows.exclude(status__in=AS_LATER)
    elif payer_id == claim.payer_id:
        rows = rows.filter(status__in=AS_LATER)
    last = rows.order_by("remittance__paid_on", "remittance_id", "segment").last()
    return None if last is None or last.status == REVERSAL else last


def before(claim: Claim, turn: str, *, last: ClaimPayment | None = None) -> tuple[Earlier, ...]:
    """What every payer before that turn decided, in turn; those without a decision are left out.

    `last` is the decision of the one right before, where a file was made on it.
    """
    found: list[Earlier] = []
    for each, coverage in sending.turns(claim):
        if each >= turn:
            break
        payment = decision_on(claim, each, coverage)
        if last is not None and last.remittance.payer_id == coverage.payer_id:
            payment = last
        decision = as_said(payment) if payment else None
        if payment is not None and decision is not None:
            found.append(Earlier(turn=each, coverage=coverage, payment=payment, decision=decision))
    return tuple(found)


def as_said(payment: ClaimPayment) -> Decision | None:
    """The decision with all its lines and reasons, read from the file that was kept."""
    read = files.read(bytes(payment.remittance.file.content))
    for remittance in read.remittances:
        for each in remittance.claims:
            if each.segment == payment.segment:
                return each
    return None


class Deciders:
    """Who decided, of many payments, each looked up once."""

    def __init__(self) -> None:
        self.known: dict[int, Payer | None] = {}

    def of(self, payment: ClaimPayment) -> Payer | None:
        if payment.pk not in self.known:
            self.known[payment.pk] = decided(payment)
        return self.known[payment.pk]

    def is_theirs(self, payment: ClaimPayment, payer_id: int | None) -> bool:
        """Whether that payer decided it, or nobody can say who did."""
        payer = self.of(payment)
        return payer is None or payer_id in (None, payer.pk)
