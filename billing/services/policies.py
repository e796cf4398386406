"""How a payer reads the codes, written: entered by one person, in force once another approves."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db import transaction

from billing.models import PayerPolicy
from billing.rules import presets
from billing.selectors import policies as selectors
from billing.services import stretches
from registry import calendar, checks
from registry.errors import Refused, refuse
from registry.models import Payer, User
from registry.services.constraints import refusing

ONE_IN_FORCE = "payer_policy_one_in_force"
_SOURCE = "Say where this reading was found, such as the payer's bulletin and its date."
_OWN = (
    "You entered this policy yourself. It counts once another person, a biller or a supervisor, "
    "approves it."
)


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What a person enters of a policy; days are local to the practice, first and last included."""

    preset: str
    active_from: dt.date | None
    active_to: dt.date | None = None
    source: str = ""
    source_address: str = ""
    review_by: dt.date | None = None


@transaction.atomic
def draft(payer: Payer, terms: Terms, *, by: User, now: dt.datetime) -> PayerPolicy:
    """Keep a policy as a draft: it decides nothing yet.  Raises Refused by field of `Terms`."""
    row = PayerPolicy(practice=payer.practice, payer=payer, entered_at=now, entered_by=by)
    for field, value in vars(terms).items():
        setattr(row, field, checks.one_line(value) if isinstance(value, str) else value)
    checks.stop_if(_problems(row, calendar.local_date(now, payer.practice.timezone)))
    row.save()
    return row


@transaction.atomic
def approve(policy: PayerPolicy, *, by: User, now: dt.datetime) -> PayerPolicy:
    """Put a draft in force.  Refused for who entered it, and where approved days are shared."""
    row = _locked(policy)
    if row.approved_at:
        raise refuse("", "This policy is approved already.")
    if row.entered_by_id == by.pk:
        raise refuse("", _OWN)
    row.approved_at, row.approved_by = now, by
    try:
        with refusing(ONE_IN_FORCE, "", ""):
            row.save(update_fields=["approved_at", "approved_by"])
    except Refused:
        raise refuse("", _met(row)) from None
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

    A test of a month replaces the month's earlier one; an edit of the draft forgets them all.
    """
    row = _locked(policy)
    if row.approved_at:
        raise refuse("", "This policy is approved already: what is tested is a draft.")
    row.tested_months = {**row.tested_months, calendar.month_text(month): found}
    row.tested_at, row.tested_by = now, by
    row.save(update_fields=["tested_months", "tested_at", "tested_by"])
    return row


def _locked(policy: PayerPolicy) -> PayerPolicy:
    found = PayerPolicy.objects.select_for_update().filter(pk=policy.pk).first()
    if found is None:
        raise refuse("", "This draft was thrown away in the meantime.")
    return found


def _problems(row: PayerPolicy, today: dt.date) -> dict[str, str | None]:
    return {
        "preset": None if row.preset in presets.names() else "Choose one of the readings listed.",
        "source": checks.text(row.source, most=300, called="The source") if row.source else _SOURCE,
        "source_address": checks.text(row.source_address, most=300, called="The address"),
        "review_by": _review(row.review_by, today),
        **stretches.problems(row.active_from, row.active_to),
    }


def _review(day: dt.date | None, today: dt.date) -> str | None:
    if day is None or today < day <= stretches.LAST:
        return None
    return "The day of the next review lies ahead. Choose a later day, or leave it empty."


def _end_problem(row: PayerPolicy, ends_on: dt.date | None) -> str | None:
    if row.approved_at is None:
        return "This policy is a draft: it is not in force. Throw it away and enter it anew."
    if ends_on is None:
        return "The last day is missing. Enter it."
    if row.active_to and ends_on > row.active_to:
        last = stretches.day(row.active_to)
        return f"It ends on {last} already. For later days, enter a policy and have it approved."
    return stretches.problems(row.active_from, ends_on).get("active_to")


def _met(row: PayerPolicy) -> str:
    other = selectors.sharing_days(row)
    if other is None:
        return "Another policy was approved for these days. Look at the page anew."
    days = stretches.said(other.active_from, other.active_to)
    what = stretches.make_room(row.active_from, other.active_from, other.active_to)
    return f"It shares days with the policy that is approved {days}. {what}"
