"""The packet tells what the patient was treated with: in the episode, up to the month's end."""

from __future__ import annotations

import datetime as dt

from tests.billing.october import NOVEMBER_2
from tests.billing.packing import build, content, text_of


def treat(claim, alice, name, first, **fields):
    return claim.patient.treatments.create(
        kind="medicine",
        name=name,
        dose="50 mg daily",
        started_on=dt.date.fromisoformat(first),
        recorded_at=NOVEMBER_2,
        recorded_by=alice,
        **fields,
    )


def ended(alice, on, reason):
    return {"ended_on": on, "end_reason": reason, "ended_at": NOVEMBER_2, "ended_by": alice}


def test_treatments_of_the_episode_are_told_with_why_they_ended(claim, dana, alice):
    before, began = dt.date(2020, 5, 1), claim.episode.started_on
    treat(claim, alice, "Trazodone", "2020-01-01", **ended(alice, before, "better"))
    treat(claim, alice, "Fluoxetine", "2026-01-05", **ended(alice, began, "side_effects"))
    treat(claim, alice, "Sertraline", "2026-10-31", prescriber="Dr. Natarajan")
    treat(claim, alice, "Bupropion", "2026-11-01")
    treat(
        claim, alice, "Lithium", "2026-10-02",
        voided_at=NOVEMBER_2, voided_by=alice, void_reason="Another patient's",
    )  # fmt: skip
    packet = build(claim, dana)
    told = content(packet, "treatments")["treatments"]
    assert [each["name"] for each in told] == ["Fluoxetine", "Lithium", "Sertraline"]
    text = text_of(packet.pdf)
    assert "side effects" in text
    assert "Sertraline 50 mg daily since" in text  # on the first page, in short
    assert "“Another patient's”" in text
    assert "Bupropion" not in text


def test_a_chart_without_any_says_so(claim, dana):
    text = text_of(build(claim, dana).pdf)
    assert "No treatment is recorded up to the end of this month." in text
