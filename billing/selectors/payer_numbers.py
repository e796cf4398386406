"""The payer's own number of a claim, as it came back: what a correction must name (REF*F8)."""

from __future__ import annotations

from billing.models import Answer, Claim, ClaimPayment


def of(claim: Claim) -> str:
    """From the last remittance, else the last claim status report; empty where none gave one."""
    paid = ClaimPayment.objects.filter(claim=claim).exclude(payer_control_number="")
    last = paid.order_by("-remittance__paid_on", "-pk").first()
    if last is not None:
        return last.payer_control_number
    said = Answer.objects.filter(claim=claim).exclude(payer_control_number="")
    answer = said.order_by("-file__received_at", "-pk").first()
    return answer.payer_control_number if answer is not None else ""
