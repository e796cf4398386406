"""A policy in plain words."""

from __future__ import annotations

import pytest

from billing.rules import policy_words, presets
from billing.rules.policy import FIELDS, resolve


def of(policy, **more):
    return {statement.field: statement for statement in policy_words.statements(policy, **more)}


@pytest.mark.parametrize("name", presets.names())
def test_every_preset_says_every_field_in_a_sentence_with_its_source(name):
    for version in presets.book()[name].versions:
        found = of(resolve(name, on=version.dated.since))
        assert set(FIELDS) <= set(found)
        for statement in found.values():
            assert statement.sentence.endswith(".")
            assert "_" not in statement.sentence
            assert statement.label[0].isupper()
            assert statement.source.strip()
            assert statement.read_on


@pytest.mark.parametrize(
    ("overrides", "field", "said"),
    [
        ({}, "min_minutes", "Pays 99492 from 70 counted minutes, 99493 from 60 and 99484 from 20; "
         "99494 for each whole 30 minutes more."),
        ({"min_minutes": {"99494": 16}}, "min_minutes", "Pays 99492 from 70 counted minutes, "
         "99493 from 60 and 99484 from 20; 99494 for each 30 minutes more, and for a rest of 16 or "
         "more."),
        ({"program_code": "G0512"}, "min_minutes", "Pays G0512 in a first month from 70 counted "
         "minutes, G0512 in a later month from 60 and 99484 from 20."),
        ({"accepted_codes": []}, "min_minutes", "Pays no code by minutes."),
        ({"accepted_codes": []}, "accepted_codes", "Takes none of the codes."),
        ({"max_units": {"99494": 1}}, "max_units", "Pays at most 1 unit of 99494 a month."),
        ({}, "counted_roles", "Collaborative care counts the time of care manager and "
         "consultant, not of clinical staff or treating practitioner."),
        ({"counted_roles": []}, "counted_roles", "Collaborative care counts nobody's time."),
        ({"authorization_after_months": 6}, "authorization_after_months",
         "Authorization is needed from month 7 of the episode."),
        ({"consent_methods": ["written"]}, "consent_methods", "Consent may be written."),
        ({"separately_paid": False}, "separately_paid",
         "Covers it and never pays for it separately."),
        ({"line_modifiers": {"99492": ["HE", "U1"]}}, "line_modifiers",
         "Wants HE and U1 on 99492."),
        ({"new_episode_gap_months": 1}, "new_episode_gap_months",
         "A first month again after 1 month without any such care."),
        ({"apcm_addons": True}, "apcm_addons", "Beside advanced primary care management by the "
         "same practitioner: G0568 for 99492, G0569 for 99493 and G0570 for 99484."),
    ],
)  # fmt: skip
def test_a_field_is_said_in_words(overrides, field, said):
    assert of(resolve("standard", overrides))[field].sentence == said


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_is_said_without_a_policy_too(field):
    value = resolve("midpoint").as_json()[field]
    assert policy_words.sentence(field, value).endswith(".")


def test_what_another_policy_says_stands_beside_where_it_differs():
    found = of(resolve("standard"), beside=resolve("midpoint"))
    assert found["same_person_therapy"].differs == (
        "The care manager may give psychotherapy as well; its time is kept out."
    )
    assert found["consent_methods"].differs is None
    assert {name for name, s in found.items() if s.differs} == {
        "accepted_codes", "min_minutes", "counted_roles", "same_person_therapy"
    }  # fmt: skip


def test_an_override_is_nobody_elses_word():
    found = of(resolve("standard", {"apcm_addons": True}))
    assert found["apcm_addons"].is_own
    assert (found["apcm_addons"].source, found["apcm_addons"].read_on) == ("", None)
    assert not found["max_units"].is_own
