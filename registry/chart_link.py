"""Where a patient's chart opens in the clinic's own EHR: an address with a place for the number."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

PLACE = "{record_number}"


def problem(pattern: str) -> str | None:
    """Why a pattern leads to no chart, and what to do; None where it does, or is empty."""
    if not pattern:
        return None
    if pattern.count(PLACE) != 1 or any(mark in pattern.replace(PLACE, "") for mark in "{} "):
        return f"Write {PLACE} once, where the patient's record number goes, and no other braces."
    parts = urlsplit(pattern.replace(PLACE, "1"))
    if parts.scheme != "https" or not parts.hostname or PLACE in pattern.split("/")[2]:
        return "The address has to begin with https:// and the name of your EHR's server."
    return None


def of(pattern: str, record_number: str) -> str:
    """The chart's address; empty where the practice has set none."""
    return pattern.replace(PLACE, quote(record_number, safe="")) if pattern else ""
