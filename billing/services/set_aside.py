"""A draft that a person holds back: to be looked at first, or not billed at all.

What the rules say of it stays as it is, and a true-up decides it anew as any draft; where it stands
in the month's review is the person's word until somebody takes it up again.
"""

from __future__ import annotations

import datetime as dt

import pghistory
from django.db import transaction

from billing.models import Claim, ClaimState, Outcome, SetAside
from registry import checks
from registry.errors import refuse
from registry.models import User

MOST_REASON = 200


@transaction.atomic
def put(claim: Claim, *, how: str, reason: str, by: User, now: dt.datetime) -> Claim:
    """Hold a draft back (`look`), or say that it is not billed (`no`).  Raises Refused by field."""
    row = _draft(claim)
    said = checks.one_line(reason)
    checks.stop_if({"how": _how(row, how), "reason": _reason(said)})
    row.set_aside, row.set_aside_reason = how, said
    row.set_aside_at, row.set_aside_by = now, by
    return _save(row, said)


@transaction.atomic
def take_up(claim: Claim, *, by: User, now: dt.datetime) -> Claim:
    """Put a claim back to where the rules have it."""
    row = _draft(claim)
    if not row.set_aside:
        raise refuse("", "The claim is not set aside.")
    row.set_aside, row.set_aside_reason = "", ""
    row.set_aside_at, row.set_aside_by = None, None
    return _save(row, "taken up again")


def _draft(claim: Claim) -> Claim:
    row = Claim.objects.select_for_update().get(pk=claim.pk)
    if row.state != ClaimState.DRAFT:
        state = row.get_state_display().lower()
        raise refuse("", f"The claim is {state}: only a draft is set aside.")
    return row


def _how(row: Claim, how: str) -> str | None:
    if how not in (SetAside.LOOK, SetAside.UNBILLED):
        return "Say whether it is to be looked at, or not billed."
    if row.outcome == Outcome.NOT_BILLABLE:
        return "The month earned nothing: there is nothing to set aside."
    return None


def _reason(reason: str) -> str | None:
    if not reason:
        return "Say why: it stands on the claim's row, with your name."
    return checks.text(reason, most=MOST_REASON, called="The reason")


def _save(row: Claim, reason: str) -> Claim:
    with pghistory.context(reason=reason):
        row.save(update_fields=["set_aside", "set_aside_reason", "set_aside_at", "set_aside_by"])
    return row
