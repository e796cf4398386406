"""The product's status words: each has one tone, one icon and one spelling, on every page."""

from __future__ import annotations

from typing import NamedTuple


class Look(NamedTuple):
    tone: str
    icon: str
    text: str


#: A tone is never shown by colour alone: this icon stands beside the word.
TONE_ICONS = {
    "success": "circle-check",
    "warning": "alert-triangle",
    "danger": "alert-circle",
    "info": "info-circle",
    "neutral": "circle-dashed",
    "accent": "progress",
}

STATUSES = {
    # claims
    "billable": Look("success", "circle-check", "Billable"),
    "held": Look("warning", "hand-stop", "Held"),
    "not_billable": Look("neutral", "ban", "Not billable"),
    "approved": Look("success", "checkbox", "Approved"),
    "sent": Look("accent", "send", "Sent"),
    "accepted": Look("success", "circle-check", "Accepted"),
    "paid": Look("success", "cash", "Paid"),
    "denied": Look("danger", "circle-x", "Denied"),
    "rejected": Look("danger", "circle-x", "Rejected"),
    "void": Look("neutral", "ban", "Void"),
    "replaced": Look("neutral", "replace", "Replaced"),
    "provisional": Look("neutral", "hourglass", "Provisional"),
    "final": Look("success", "lock", "Final"),
    "failed": Look("danger", "alert-circle", "Failed"),
    # time entries
    "running": Look("accent", "player-play", "Running"),
    "confirmed": Look("success", "circle-check", "Confirmed"),
    "needs_review": Look("warning", "clock-exclamation", "Needs review"),
    "voided": Look("neutral", "ban", "Voided"),
    "timer": Look("neutral", "clock", "Timer"),
    "timer_corrected": Look("info", "clock-edit", "Timer, corrected"),
    "by_hand": Look("info", "pencil", "By hand"),
    "imported": Look("neutral", "file-import", "Imported"),
    # patients and episodes
    "referred": Look("info", "user-plus", "Referred"),
    "active": Look("success", "user-check", "Active"),
    "paused": Look("warning", "player-pause", "Paused"),
    "relapse_prevention": Look("info", "shield-check", "Relapse prevention"),
    "discharged": Look("neutral", "logout", "Discharged"),
    "not_enrolled": Look("neutral", "circle-dashed", "Not enrolled"),
    # consent, reviews, measures, months, work
    "given": Look("success", "signature", "Given"),
    "revoked": Look("danger", "ban", "Revoked"),
    "missing": Look("warning", "alert-triangle", "Missing"),
    "requested": Look("info", "message", "Requested"),
    "draft": Look("neutral", "pencil", "Draft"),
    "signed": Look("success", "signature", "Signed"),
    "due": Look("warning", "calendar-due", "Due"),
    "overdue": Look("danger", "clock-exclamation", "Overdue"),
    "done": Look("success", "check", "Done"),
    "open": Look("neutral", "lock-open", "Open"),
    "closed": Look("neutral", "lock", "Closed"),
    "locked": Look("neutral", "lock", "Locked"),
    "improving": Look("success", "trending-down", "Improving"),
    "unchanged": Look("neutral", "minus", "Unchanged"),
    "worse": Look("danger", "trending-up", "Worse"),
}


def look(status: str) -> Look:
    """How `status` is shown.  A word not listed is shown as it is, in the neutral tone."""
    key = str(status)
    words = key.replace("_", " ").capitalize()
    return STATUSES.get(key) or Look("neutral", TONE_ICONS["neutral"], words)
