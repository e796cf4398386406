from __future__ import annotations

import pytest

from billing.rules.errors import FieldError
from billing.rules.policy import resolve


def test_an_override_replaces_the_whole_value():
    assert resolve("standard", {"counted_roles": ["consultant"]}).counted_roles == ("consultant",)


def test_minimums_and_caps_are_merged_key_by_key():
    policy = resolve("standard", {"min_minutes": {"g2214": 16}, "max_units": {"9949.4": 2}})
    assert policy.min_minutes == {"99492": 70, "99493": 60, "99494": 30, "G2214": 16, "99484": 20}
    assert policy.max_units == {"99494": 2}


def test_a_policy_says_what_differs_from_its_preset():
    overrides = {"min_minutes": {"99492": 36}, "apcm_addons": False, "program_code": "G0512"}
    policy = resolve("standard", overrides)
    assert set(policy.overrides()) == {"min_minutes", "program_code"}
    assert resolve("standard", policy.overrides()) == policy


def test_equal_policies_are_one_key():
    one = resolve("standard", {"apcm_addons": True, "separately_paid": True})
    other = resolve("standard", {"apcm_addons": True})
    assert one == other
    assert hash(one) == hash(other)
    assert one != resolve("standard")


def test_changing_what_a_policy_shows_does_not_change_the_policy():
    shown = resolve("standard").as_json()
    shown["apcm_addons"] = True
    assert resolve("standard").as_json()["apcm_addons"] is False


@pytest.mark.parametrize("overrides", [{"accepted_codes": {"99492"}}, {"program_code": object()}])
def test_what_json_cannot_say_is_no_override(overrides):
    with pytest.raises(FieldError) as caught:
        resolve("standard", overrides)
    assert caught.value.field.startswith("policy.overrides")


def test_an_unknown_preset_is_refused_by_name():
    with pytest.raises(FieldError, match=r"standard, texas_medicaid.* or virginia_medicaid"):
        resolve("strict")
