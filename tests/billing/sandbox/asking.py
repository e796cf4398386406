"""The pages of a test, and what one asks."""

from __future__ import annotations

PAGE = "/p/elm-street/billing/policies/{}/test/"
READINGS = "/p/elm-street/billing/payers/{}/terms/test/"
CSV = "/p/elm-street/billing/payers/{}/terms/test.csv"


def asked(draft, **changes):
    return {"month": "2026-10", "before": "now", "after": f"policy-{draft.pk}"} | changes
