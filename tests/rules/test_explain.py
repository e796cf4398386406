from __future__ import annotations

import pytest

from billing.rules import case as cases
from billing.rules import comparing, decide, explain
from tests.rules.months import entry, month, service


def told(**changes):
    facts = cases.read(month(**changes))
    return explain.text(facts, decide(facts))


def nodes(node):
    yield node
    for child in node.children:
        yield from nodes(child)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "billable. Nothing stands against the claim."),
        ({}, "99492 × 1: Collaborative care, first month of an episode"),
        ({}, "99492 from 70 minutes: met by 0"),
        ({"minutes": 68}, "99492 from 70 minutes: 2 short"),
        ({"minutes": 68}, "The next change is 99492, 2 minutes away."),
        ({"minutes": 68}, "68 of 70 minutes counted: 2 minutes short of 99492."),
        ({"minutes": 105}, "35 minutes past, 1 unit"),
        ({"minutes": 68, "preset": "midpoint"}, "99492 from 36 minutes: met by 32"),
        ({"consents": []}, "Held: 1"),
        ({"program": "bhi"}, "general integration"),
        ({"overrides": {"program_code": "T2022"}}, "T2022 × 1: this payer's own code"),
        (
            {"overrides": {"apcm_addons": True}},
            "G0570 for 99484. The preset: Has no G0568, G0569 or G0570.",
        ),
        ({"overrides": {"line_modifiers": {"99492": ["HE"]}}}, "Modifiers HE."),
        ({"overrides": {"accepted_codes": []}}, "This payer does not take the code."),
        ({"time": [entry(minutes=9, activity="clerical")]}, "clerical: 9 min. Clerical work"),
        ({"time": [entry(status="voided")]}, "voided. It changes nothing."),
        (
            {"time": [entry(minutes=0.5), entry("f", minutes=1)]},
            "0 min of 30 s counted. Left out: 30 s, another entry has these seconds already.",
        ),
        (
            {"time": [entry(start="2026-10-31T23:50:00-04:00", minutes=20)]},
            "2026-10-31 23:50:00 to 2026-11-01 00:10:00 alice, care manager, patient contact",
        ),
    ],
)
def test_a_verdict_is_argued_in_words_and_numbers(changes, said):
    assert said in told(**changes)


def test_every_reason_stands_in_the_tree_with_its_sentence_and_source():
    facts = cases.read(month(69, consents=[], other_services=[service("99484")], reviews=[]))
    verdict = decide(facts)
    found = {(node.detail, node.reference) for node in nodes(explain.tree(facts, verdict))}
    assert len(verdict.reasons) == 5
    for reason in verdict.reasons:
        assert (reason.text, reason.reference) in found


def test_the_tree_names_the_policy_its_version_and_its_source():
    facts = cases.read(month())
    policy = explain.tree(facts, decide(facts)).children[-1]
    assert policy.label == "Policy standard"
    assert "2018-01-01" in policy.value
    assert "read 2026-11-23" in policy.reference


def test_two_policies_stand_side_by_side_with_what_differs():
    table = comparing.text(cases.read(month(68)), "standard", "midpoint")
    rows = [" ".join(row.split()) for row in table.splitlines()]
    assert "≠ outcome not billable billable" in rows
    assert "counted 68 min 68 min" in rows
    place = rows.index("≠ Therapy by the care manager")
    assert rows[place + 1].startswith("standard Psychotherapy by the care manager in the same")
    assert rows[place + 2].startswith("midpoint The care manager may give psychotherapy as well")
    assert "≠ Consent" not in rows


def test_a_policy_beside_itself_differs_in_nothing():
    assert "≠" not in comparing.text(cases.read(month(68)), "standard", "standard")
