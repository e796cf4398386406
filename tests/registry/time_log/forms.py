"""The form of time by hand, and the pages of an entry."""

from __future__ import annotations

FIELDS = {
    "day": "2026-10-14",
    "start": "10:00",
    "end": "10:20",
    "role": "care_manager",
    "activity": "patient_contact",
    "note": "Sleep is better",
    "reason": "Called from the car",
}


def address(entry, what=""):
    return f"/p/elm-street/time/{entry.pk}/{what}"


def said(browser, response):
    return browser.get(response.url).content.decode()
