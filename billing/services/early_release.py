"""Approving a claim before its month ends, where the payer's row says that it may go so early.

One claim at a time, by a person who was told what is lost: the patient's month is closed for the
log, and later minutes need a replacement.  What was decided so is left by every later true-up, as
any decided claim, and so goes out once.
"""

from __future__ import annotations

import datetime as dt

import pghistory
from django.db import transaction

from billing.models import Claim, ClaimState, Outcome, TrueUpRun
from billing.selectors import claim_terms, claimed_months, claims, month_facts
from billing.selectors.month_facts import Chart
from billing.services import claim_writer, decision
from billing.services.claim_writer import Work
from billing.services.decision import Decided
from registry import calendar
from registry.errors import refuse
from registry.models import User
from registry.services import service_month

#: Why the patient's month is closed.
CLOSED = "Its claim was approved before the month's end."


@transaction.atomic
def approve(claim: Claim, *, seen: str, by: User, now: dt.datetime) -> Claim:
    """Approve a provisional claim and close its patient's month.

    `seen` is the mark of the claim as the person saw it.  Raises Refused with the reason.
    """
    service_month.lock([claim.patient], claim.month)
    rows = Claim.objects.select_for_update(of=("self",))
    row = rows.select_related("patient__practice", "policy").get(pk=claim.pk)
    chart = month_facts.gather([row.patient_id], row.month).charts.get(row.patient_id)
    why_not = obstacle(row, now) or _taken(row, by) or _changed(row, seen, chart)
    if why_not or chart is None:
        raise refuse("", why_not)
    _date(row, chart, by=by, now=now)
    row.state, row.approved_at, row.approved_by = ClaimState.APPROVED, now, by
    with pghistory.context(reason="approved before the month's end"):
        row.save(update_fields=["state", "approved_at", "approved_by"])
    service_month.close(row.patient, row.month, by=by, now=now, reason=CLOSED)
    return row


def obstacle(claim: Claim, now: dt.datetime) -> str:
    """Why a claim cannot go before its month ends; empty where it can."""
    zone = claim.patient.practice.timezone
    if claim.state != ClaimState.DRAFT or claim.outcome != Outcome.BILLABLE:
        return "Only a clean draft can be approved."
    if claim.set_aside:
        return f"It is set aside: “{claim.set_aside_reason}” Take it up again first."
    if now >= calendar.month_bounds(claim.month, zone)[1]:
        return "The month is over: approve the claim after the final true-up, as any other."
    if claim_terms.of(claim).early_release is not True:
        return "The payer's row does not say that a claim may go before the month ends."
    if claims.unconfirmed_seconds([claim]):
        return "Time of its month still needs review. Have it confirmed or voided first."
    return ""


def _taken(row: Claim, by: User) -> str:
    """Why the month cannot be claimed here; nobody else claims it while this is done."""
    claimed_months.hold(row.practice, row.month)
    return claimed_months.obstacle(claimed_months.of([row]).get(row.pk), row.practice, by)


def loses(claim: Claim) -> str:
    """What cannot be earned any more without a replacement, as a sentence."""
    step = claim.verdict.get("next")
    if step is None:
        return "No further unit can be earned in this month: nothing is lost."
    needed = step["minutes_needed"]
    minutes = "1 more minute" if needed == 1 else f"{needed} more minutes"
    return (
        f"{minutes} would earn a unit of {step['code']}. The month closes for this patient: time "
        "that comes later waits for review, and is billed by replacing the claim, or not at all."
    )


def _date(row: Claim, chart: Chart, *, by: User, now: dt.datetime) -> None:
    """Date a claim to which the payer gives a day to come with today, on which it is earned.

    Charges, and what excludes another service on the date, are looked at anew for that day.
    """
    today = calendar.local_date(now, row.patient.practice.timezone)
    if row.date_of_service is None or row.date_of_service <= today:
        return
    decided = decision.of(chart, dated=today)
    if decided.own_holds:
        raise refuse("", " ".join(str(hold["text"]) for hold in decided.own_holds))
    run = TrueUpRun(practice=row.practice, month=row.month, asked_at=now, asked_by=by)
    work = Work(changed={row.pk: Decided(decision.basis(chart), decided)})
    claim_writer.write(work, run, is_final=False, now=now)


def _changed(claim: Claim, seen: str, chart: Chart | None) -> str:
    if seen != claim.fingerprint:
        return "It was decided anew since you opened the page. Look at it again, then approve it."
    if chart is None or decision.basis(chart).mark != claim.fingerprint:
        return "The chart has changed since the true-up. Run the true-up again, then look at it."
    return ""
