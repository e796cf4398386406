"""What a biller decides of claims."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import pghistory
from django.db import transaction

from billing.models import Claim, ClaimState, Outcome
from billing.selectors import claimed_months, month_facts
from billing.selectors import claims as claim_rows
from billing.selectors.claimed_months import Standing
from billing.selectors.claims import Chosen
from billing.services import decision
from registry.calendar import month_text
from registry.errors import refuse
from registry.models import Patient, Practice, User
from registry.selectors import practice_month
from registry.services import service_month


@dataclass(kw_only=True)
class Approval:
    """Claims that were approved, and why others were not, by claim id."""

    approved: list[int] = field(default_factory=list)
    left: dict[int, str] = field(default_factory=dict)


@transaction.atomic
def approve(
    claim_ids: Sequence[int],
    *,
    practice: Practice,
    month: dt.date,
    by: User,
    now: dt.datetime,
    leave_unconfirmed: bool = False,
    seen: Mapping[int, str] | None = None,
) -> Approval:
    """Approve clean claims and close their months for the log, all those that can be.

    The months are locked first, so the log cannot change while it is looked at.  A claim is left,
    with a sentence, where it is not a clean draft of a month that is over, where the log has
    changed since the true-up, where another chart has claimed the same member's month, or where
    time still needs review (`leave_unconfirmed` approves
    without that time: a person's choice, one claim at a time).  `seen` are the marks of the claims
    as the person looked at them: one that was decided anew since is left.
    """
    patient_ids = Claim.objects.filter(pk__in=claim_ids, practice=practice, month=month)
    patients = list(
        Patient.objects.filter(pk__in=patient_ids.values("patient_id"))
        .select_related("practice")
        .order_by("pk")
    )
    service_month.lock(patients, month)
    rows = Claim.objects.select_for_update().filter(
        pk__in=claim_ids, practice=practice, month=month
    )
    claims = list(rows.order_by("pk"))
    approval = Approval()
    unconfirmed = {} if leave_unconfirmed else claim_rows.unconfirmed_seconds(claims)
    stale = _changed_since_true_up(claims, month)
    claimed_months.hold(practice, month)
    members = _Members(claims, practice, by)
    for claim in claims:
        why_not = members.why_not(claim) or _why_not(
            claim,
            unconfirmed.get(claim.pk, 0),
            changed=claim.pk in stale,
            unseen=seen is not None and seen.get(claim.pk) != claim.fingerprint,
        )
        if why_not:
            approval.left[claim.pk] = why_not
        else:
            approval.approved.append(claim.pk)
            members.claim(claim)
    _write_approval(approval.approved, claims, patients, month, by=by, now=now)
    return approval


@transaction.atomic
def approve_clean(
    *,
    practice: Practice,
    month: dt.date,
    chosen: Chosen,
    list_mark: str,
    by: User,
    now: dt.datetime,
) -> Approval:
    """Approve all clean claims of a choice, which the person saw as a list with this mark.

    Refused where the list is another by now: nobody approves a claim that was not on the screen.
    """
    seen = claim_rows.clean_marks(by, practice, month, chosen)
    if claim_rows.mark_of(seen) != list_mark:
        raise refuse(
            "",
            "The clean claims are others than those you saw: a true-up or somebody else's approval "
            "came in between. Nothing was approved; look at the list below, then approve again.",
        )
    return approve(list(seen), practice=practice, month=month, by=by, now=now, seen=seen)


class _Members:
    """Whose months are claimed: by other charts before, and by this approval as it goes on."""

    def __init__(self, claims: Sequence[Claim], practice: Practice, by: User) -> None:
        self._practice, self._by = practice, by
        drafts = [claim for claim in claims if claim.state == ClaimState.DRAFT]
        self._standings = claimed_months.of(drafts)
        self._here: set[str] = set()
        self._people: dict[str, list[int]] = {}

    def why_not(self, claim: Claim) -> str:
        found = self._standings.get(claim.pk)
        if found is None:
            return ""
        if found.member in self._here:
            found = replace(found, taken_by=self._practice.pk)
        if self._is_alike(claim, found):
            found = replace(found, alike_in=self._practice.pk)
        return claimed_months.obstacle(found, self._practice, self._by)

    def _is_alike(self, claim: Claim, found: Standing) -> bool:
        """Whether this approval has claimed the month for perhaps the same person already."""
        others = self._people.get(found.person, [])
        return bool(others) and not claimed_months.said_to_differ(claim.patient_id, others)

    def claim(self, claim: Claim) -> None:
        found = self._standings.get(claim.pk)
        if found is not None:
            self._here.add(found.member)
            self._people.setdefault(found.person, []).append(claim.patient_id)


def _why_not(claim: Claim, unconfirmed_seconds: int, *, changed: bool, unseen: bool) -> str:
    if claim.state != ClaimState.DRAFT:
        return f"It is {claim.get_state_display().lower()} already."
    if claim.outcome != Outcome.BILLABLE:
        return f"It is {claim.get_outcome_display().lower()}: mend what its page names first."
    if claim.set_aside:
        return f"It is set aside: “{claim.set_aside_reason}” Take it up again first."
    if not claim.is_final:
        return f"{month_text(claim.month)} is not over, or has had no final true-up yet."
    if unseen:
        return "It was decided anew since you opened the page. Look at it again, then approve it."
    if changed:
        return "The chart has changed since the true-up. Run the true-up again, then look at it."
    if unconfirmed_seconds:
        minutes = -(-unconfirmed_seconds // 60)
        said = (
            "1 minute of its month still needs"
            if minutes == 1
            else (f"{minutes} minutes of its month still need")
        )
        return (
            f"{said} review. Have the time confirmed or voided, or approve this claim by itself "
            "without it."
        )
    return ""


def _changed_since_true_up(claims: Sequence[Claim], month: dt.date) -> set[int]:
    """Drafts whose facts are no longer those that they were decided from."""
    charts = month_facts.gather([claim.patient_id for claim in claims], month).charts
    return {
        claim.pk
        for claim in claims
        if claim.patient_id not in charts
        or decision.basis(charts[claim.patient_id]).mark != claim.fingerprint
    }


def _write_approval(
    approved: Sequence[int],
    claims: Sequence[Claim],
    patients: Sequence[Patient],
    month: dt.date,
    *,
    by: User,
    now: dt.datetime,
) -> None:
    with pghistory.context(reason="approved"):
        Claim.objects.filter(pk__in=approved).update(
            state=ClaimState.APPROVED, approved_at=now, approved_by=by
        )
    chosen = {claim.patient_id for claim in claims if claim.pk in set(approved)}
    service_month.close_all(
        [patient for patient in patients if patient.pk in chosen],
        month,
        by=by,
        now=now,
        reason="Its claim was approved.",
    )


@transaction.atomic
def withdraw_approval(claim: Claim, *, reason: str, by: User, now: dt.datetime) -> None:
    """Make an approved claim a draft again and open its month.  Refused once it was sent."""
    if not reason.strip():
        raise refuse("reason", "Say why the approval is withdrawn.")
    row = Claim.objects.select_for_update().get(pk=claim.pk)
    if row.state != ClaimState.APPROVED:
        raise refuse("", f"The claim is {row.get_state_display().lower()}, not approved.")
    if practice_month.closed_at(claim.practice, claim.month):
        raise refuse(
            "", f"{month_text(claim.month)} is closed as it stands. Reopen the month first."
        )
    row.state, row.approved_at, row.approved_by, row.later = ClaimState.DRAFT, None, None, None
    with pghistory.context(reason=reason.strip()):
        row.save(update_fields=["state", "approved_at", "approved_by", "later"])
    service_month.reopen(claim.patient, claim.month, by=by, now=now, reason=reason)
