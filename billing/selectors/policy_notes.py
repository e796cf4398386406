"""What the list of payers says of each one's policy."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from billing.models import PayerPolicy
from billing.selectors import policies
from registry import calendar
from registry.models import Practice, User
from registry.selectors import payers
from registry.selectors.payer_notes import Note

NONE = ("warning", "No policy in force")
DUE = ("danger", "Review due")
WAITS = ("info", "Draft waits")


def of(user: User, practice: Practice, now: dt.datetime) -> dict[int, list[Note]]:
    """Payers without a policy in force, with one past its review, or with a draft; two queries."""
    today = calendar.local_date(now, practice.timezone)
    by_payer: dict[int, list[PayerPolicy]] = defaultdict(list)
    for row in policies.of_practice(user, practice):
        by_payer[row.payer_id].append(row)
    ids = payers.of_practice(user, practice).values_list("pk", flat=True)
    told = {payer_id: _told(by_payer[payer_id], today) for payer_id in ids}
    return {payer_id: notes for payer_id, notes in told.items() if notes}


def _told(rows: list[PayerPolicy], today: dt.date) -> list[Note]:
    current = next((row for row in rows if _counts(row, today)), None)
    is_due = current is not None and current.review_by is not None and current.review_by <= today
    is_waiting = any(row.approved_at is None for row in rows)
    told = ((current is None, NONE), (is_due, DUE), (is_waiting, WAITS))
    return [note for is_so, note in told if is_so]


def _counts(row: PayerPolicy, today: dt.date) -> bool:
    is_approved = row.approved_at is not None and row.set_aside_at is None
    has_ended = row.active_to is not None and row.active_to < today
    return is_approved and row.active_from <= today and not has_ended
