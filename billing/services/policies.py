"""How a payer reads the codes, written: entered by one person, in force once another approves.

A draft may be changed, tested and thrown away.  What is approved stays as it is, apart from its
days: months rest on it.  A change of it is a new draft.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from billing.models import PayerPolicy
from billing.selectors import policies as selectors
from billing.services import policy_checks, policy_room, stretches
from registry import calendar, checks
from registry.errors import refuse
from registry.models import Payer, User
from registry.services.constraints import refusing

ONE_IN_FORCE = "payer_policy_one_in_force"
_OWN = (
    "You entered this policy yourself. It counts once another person, a biller or a supervisor, "
    "approves it."
)
_SEEN = "It was changed since you opened this page. Look at it as it is now, then decide."
_UNTESTED = "Test the draft on a past month, or say why no test is needed."
_IN_FORCE = (
    "This policy is approved: it is no draft any more. To change it, copy it as a new draft."
)


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What a person enters of a policy; days are local to the practice, first and last included.

    `reasons` says why, for each field of `overrides`.
    """

    preset: str
    active_from: dt.date | None
    active_to: dt.date | None = None
    source: str = ""
    source_address: str = ""
    review_by: dt.date | None = None
    overrides: Mapping[str, Any] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)


@transaction.atomic
def draft(payer: Payer, terms: Terms, *, by: User, now: dt.datetime) -> PayerPolicy:
    """Keep a policy as a draft: it decides nothing yet.

    Raises Refused by field of `Terms`, an override by its path, such as `min_minutes.99492`.
    """
    row = PayerPolicy(practice=payer.practice, payer=payer)
    _fill(row, vars(terms), by, now)
    row.save()
    return row


@transaction.atomic
def change(
    policy: PayerPolicy, given: Mapping[str, Any], *, by: User, now: dt.datetime, seen: str = ""
) -> PayerPolicy:
    """Change some fields of a draft's `Terms`; whoever changes it has entered it from then on.

    `seen` is the mark (`selectors.mark`) of the draft as the person saw it; refused where somebody
    has changed it since.  A test of how it read before is forgotten.
    """
    row = _draft(policy, seen)
    before = selectors.reading_of(row)
    _fill(row, given, by, now)
    if selectors.reading_of(row) != before:
        row.tested_at, row.tested_by, row.tested_months = None, None, {}
    row.save()
    return row


@transaction.atomic
def approve(
    policy: PayerPolicy,
    *,
    by: User,
    now: dt.datetime,
    untested_why: str = "",
    makes_room: bool = False,
    seen: str = "",
) -> PayerPolicy:
    """Put a draft in force.

    Refused to who entered it, for a draft that was neither tested nor says why not, and where
    approved days are shared: unless it `makes_room`, and the others give way.
    """
    _one_at_a_time(policy)
    row = _draft(policy, seen)
    if row.entered_by_id == by.pk:
        raise refuse("", _OWN)
    checks.stop_if(_unready(row, checks.one_line(untested_why)))
    row.approved_at, row.approved_by = now, by
    steps = policy_room.steps(row)
    if steps and not makes_room:
        raise refuse("makes_room", _met(steps[0].row))
    policy_room.make(steps, by=by, now=now)
    with refusing(ONE_IN_FORCE, "", "Another policy was approved for these days. Look anew."):
        row.save(update_fields=["approved_at", "approved_by", "untested_why"])
    return row


@transaction.atomic
def end(policy: PayerPolicy, *, ends_on: dt.date | None, by: User, now: dt.datetime) -> PayerPolicy:
    """Give an approved policy its last day, never a later one: more days need an approval."""
    row = _locked(policy)
    checks.stop_if({"ends_on": _end_problem(row, ends_on)})
    row.active_to = ends_on
    row.save(update_fields=["active_to"])
    return row


@transaction.atomic
def reviewed(
    policy: PayerPolicy, *, review_by: dt.date | None, by: User, now: dt.datetime
) -> PayerPolicy:
    """Note that somebody looked at the source again and found the policy right; and when next."""
    row = _locked(policy)
    if not row.approved_at or row.set_aside_at:
        raise refuse("", "This policy is not in force: there is nothing to look at again.")
    missing = None if review_by else "Say when it is to be looked at again."
    today = calendar.local_date(now, row.practice.timezone)
    checks.stop_if({"review_by": missing or policy_checks.review(review_by, today)})
    row.review_by, row.reviewed_at, row.reviewed_by = review_by, now, by
    row.save(update_fields=["review_by", "reviewed_at", "reviewed_by"])
    return row


@transaction.atomic
def discard(policy: PayerPolicy, *, by: User, now: dt.datetime) -> None:
    """Throw a draft away; an approved policy stays, for months rest on it."""
    row = _locked(policy)
    if row.approved_at:
        raise refuse("", "This policy is approved: it can be ended, not thrown away.")
    row.delete()


@transaction.atomic
def note_test(
    policy: PayerPolicy, *, month: dt.date, found: str, by: User, now: dt.datetime
) -> PayerPolicy:
    """Keep that a draft was tried on a month, with a sentence on what that would have changed.

    A test of a month replaces the month's earlier one; a change of the draft forgets them all.
    """
    row = _draft(policy)
    row.tested_months = {**row.tested_months, calendar.month_text(month): found}
    row.tested_at, row.tested_by = now, by
    row.save(update_fields=["tested_months", "tested_at", "tested_by"])
    return row


def _fill(row: PayerPolicy, given: Mapping[str, Any], by: User, now: dt.datetime) -> None:
    """Put what was entered into a row, if it is right."""
    for name, value in given.items():
        setattr(row, name, checks.one_line(value) if isinstance(value, str) else value)
    row.reasons = {name: checks.one_line(row.reasons.get(name, "")) for name in row.overrides}
    checks.stop_if(policy_checks.terms(row, calendar.local_date(now, row.practice.timezone)))
    row.overrides = policy_checks.as_kept(row.overrides, policy_checks.shape_of(row))
    row.entered_at, row.entered_by = now, by


def _one_at_a_time(policy: PayerPolicy) -> None:
    """Two approvals for one payer wait for each other, so that each sees the other's days."""
    Payer.objects.select_for_update(no_key=True).get(pk=policy.payer_id)


def _draft(policy: PayerPolicy, seen: str = "") -> PayerPolicy:
    row = _locked(policy)
    if row.approved_at:
        raise refuse("", _IN_FORCE)
    if seen and seen != selectors.mark(row):
        raise refuse("", _SEEN)
    return row


def _locked(policy: PayerPolicy) -> PayerPolicy:
    rows = PayerPolicy.objects.select_for_update(of=("self",)).select_related("practice")
    found = rows.filter(pk=policy.pk).first()
    if found is None:
        raise refuse("", "This draft was thrown away in the meantime.")
    return found


def _unready(row: PayerPolicy, untested_why: str) -> dict[str, str | None]:
    """What keeps a draft from being approved by anybody."""
    row.untested_why = "" if row.tested_at else untested_why
    is_tested = row.tested_at or untested_why
    unread = policy_checks.overrides(row.overrides, policy_checks.shape_of(row))
    return {
        "": "It cannot be read by the rules as they are now. Change the draft."
        if unread or not selectors.is_known(row.preset)
        else None,
        "untested_why": checks.text(untested_why, most=300, called="The reason")
        if is_tested
        else _UNTESTED,
    }


def _end_problem(row: PayerPolicy, ends_on: dt.date | None) -> str | None:
    if row.approved_at is None:
        return "This policy is a draft: it is not in force. Throw it away and enter it anew."
    if ends_on is None:
        return "The last day is missing. Enter it."
    if row.active_to and ends_on > row.active_to:
        last = stretches.day(row.active_to)
        return f"It ends on {last} already. For later days, enter a policy and have it approved."
    return stretches.problems(row.active_from, ends_on).get("active_to")


def _met(other: PayerPolicy) -> str:
    days = stretches.said(other.active_from, other.active_to)
    return (
        f"It shares days with the policy that is approved {days}. Make room for it, or choose "
        "other days."
    )
