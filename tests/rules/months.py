"""Cases for the tests: one good month, changed where a test says so."""

from __future__ import annotations

from datetime import datetime, timedelta

from billing.rules import case as cases
from billing.rules import decide

LATER = {
    "started_on": "2026-07-01",
    "ended_on": None,
    "prior_service_months": ["2026-07", "2026-08", "2026-09"],
}


def entry(name="e", start="2026-10-06T09:00:00-04:00", minutes=10, **changes):
    """An entry of Alice's, of so many minutes."""
    begun = datetime.fromisoformat(start)
    end = begun + timedelta(minutes=minutes)
    return {
        "id": name,
        "start": start,
        "end": end.isoformat(),
        "worker": "alice",
        "role": "care_manager",
        "activity": "patient_contact",
        "status": "confirmed",
        **changes,
    }


def month(minutes=70, preset="standard", overrides=None, **changes):
    """An initial month, October 2026, in which Alice worked so long and all is in order."""
    return {
        "id": "m",
        "month": "2026-10",
        "timezone": "America/New_York",
        "program": "cocm",
        "policy": {"preset": preset, "overrides": overrides or {}},
        "episode": {"started_on": "2026-10-01", "ended_on": None, "prior_service_months": []},
        "consents": [
            {"method": "verbal", "given_at": "2026-06-20T10:00:00-04:00", "revoked_at": None}
        ],
        "initiating_visit_on": "2026-10-01",
        "care_manager": "alice",
        "treating_practitioner": "priya",
        "diagnoses": ["F32.1"],
        "time": [entry(minutes=minutes)],
        "reviews": [{"on": "2026-10-14", "consultant": "sam"}],
        "measures": [{"instrument": "PHQ-9", "on": "2026-10-06"}],
        "outside_therapy": None,
        "other_services": [],
        "stays": [],
        **changes,
    }


def verdict(*arguments, **changes):
    """The verdict on :func:`month`, as JSON."""
    return decide(cases.read(month(*arguments, **changes))).as_json()


def lines(given):
    """A verdict's lines, as ``99492 99494x2``."""
    return " ".join(
        line["code"] + (f"x{line['units']}" if line["units"] > 1 else "") for line in given["lines"]
    )


def rules(given, kind=None):
    return [r["rule"] for r in given["reasons"] if kind is None or r["kind"] == kind]


def service(code, practitioner="charlie", on="2026-10-15"):
    return {"code": code, "on": on, "practitioner": practitioner}
