"""The payers that have a file: what each pays, by date."""

from __future__ import annotations

import pytest

from billing.rules import parameters, policy_fields, presets
from billing.rules.policy import resolve
from tests.rules.months import entry, lines, month, rules
from tests.rules.months import verdict as verdict_of

PAYERS = [name for name, preset in presets.book().items() if preset.group != presets.GENERAL]


def paid(preset, when, minutes, *, later=False, program="cocm", **changes):
    """What a payer pays for so many minutes in a month in which all is in order."""
    first = f"{when}-01"
    began = f"{int(when[:4]) - 1}-12-01" if later else first
    return verdict_of(
        0,
        preset,
        month=when,
        program=program,
        episode={
            "started_on": began,
            "ended_on": None,
            "prior_service_months": [began[:7]] if later else [],
        },
        consents=[{"method": "verbal", "given_at": "2010-01-01T00:00:00Z", "revoked_at": None}],
        initiating_visit_on=began,
        time=[entry(start=f"{when}-06T09:00:00-05:00", minutes=minutes)],
        reviews=[{"on": f"{when}-14", "consultant": "sam"}],
        measures=[{"instrument": "PHQ-9", "on": f"{when}-06"}],
        **changes,
    )


@pytest.mark.parametrize(
    ("preset", "when", "minutes", "later", "expected"),
    [
        # Texas: midpoint, no short month; its clinics one flat code (domain's worked examples)
        ("texas_medicaid", "2026-03", 36, False, "99492"),
        ("texas_medicaid", "2026-03", 35, False, ""),
        ("texas_medicaid", "2026-03", 76, True, "99493 99494"),
        ("texas_medicaid_rhc_fqhc", "2026-02", 62, True, "G0512"),
        ("texas_medicaid_rhc_fqhc", "2026-02", 59, True, ""),
        # Medicare: the short month's code since 2021, four add-ons since July 2024
        ("medicare_part_b", "2020-12", 35, False, ""),
        ("medicare_part_b", "2021-01", 35, False, "G2214"),
        ("medicare_part_b", "2024-06", 210, False, "99492 99494x2"),
        ("medicare_part_b", "2024-07", 210, False, "99492 99494x4"),
        # Medicare's clinics: G0512 to the end of 2025, the codes themselves from 2026
        ("medicare_rhc_fqhc", "2025-09", 62, True, "G0512"),
        ("medicare_rhc_fqhc", "2025-12", 62, True, "G0512"),
        ("medicare_rhc_fqhc", "2025-12", 69, False, ""),
        ("medicare_rhc_fqhc", "2026-01", 62, True, "99493"),
        ("medicare_rhc_fqhc", "2026-01", 20, False, "G2214"),
        # North Carolina: whole minutes, G2214 since March 2022, two and then four add-ons
        ("north_carolina_medicaid", "2022-02", 40, True, ""),
        ("north_carolina_medicaid", "2022-03", 40, True, "G2214"),
        ("north_carolina_medicaid", "2024-06", 190, False, "99492 99494x2"),
        ("north_carolina_medicaid", "2024-07", 190, False, "99492 99494x4"),
        ("north_carolina_medicaid_rhc_fqhc", "2024-08", 60, False, "G0512"),
        ("north_carolina_medicaid_rhc_fqhc", "2024-08", 59, True, ""),
        ("michigan_medicaid", "2024-06", 36, False, "99492"),
        ("new_york_medicaid_cocm", "2024-06", 5, True, "T2022"),
        ("illinois_medicaid", "2024-06", 70, False, "99492"),
        ("virginia_medicaid", "2024-06", 69, False, ""),
        ("colorado_medicaid", "2026-06", 60, True, "99493"),
        ("california_medicaid", "2026-06", 60, True, "99493"),
        ("bcbs_north_dakota", "2024-06", 86, False, "99492 99494"),
        ("bcbs_north_dakota", "2024-06", 30, True, ""),
        ("bcbs_michigan", "2022-04", 20, True, ""),
        ("bcbs_michigan", "2022-05", 20, True, "G2214"),
        ("regence", "2024-06", 55, True, "G2214"),
        ("independence_commercial", "2024-06", 70, False, ""),
    ],
)  # fmt: skip
def test_a_payer_pays(preset, when, minutes, later, expected):
    assert lines(paid(preset, when, minutes, later=later)) == expected


def test_every_payer_is_put_to_a_month():
    tried = {row[0] for row in test_a_payer_pays.pytestmark[0].args[1]}
    assert tried == set(PAYERS)


@pytest.mark.parametrize(
    ("when", "rule"),
    [("2025-09", "code_not_accepted"), ("2025-10", None)],
)
def test_medicares_clinics_bill_general_integration_by_its_code_since_october_2025(when, rule):
    got = paid("medicare_rhc_fqhc", when, 20, program="bhi")
    assert lines(got) == ("" if rule else "99484")
    assert rules(got, "refusal") == ([rule] if rule else [])


@pytest.mark.parametrize(("when", "code"), [("2025-12", "99492"), ("2026-01", "G0568")])
def test_medicare_knows_the_add_ons_to_primary_care_management_since_2026(when, code):
    apcm = [{"code": "G0557", "on": f"{when}-09", "practitioner": "priya"}]
    assert lines(paid("medicare_part_b", when, 50, other_services=apcm)) == code


@pytest.mark.parametrize(
    ("started", "when", "held"),
    [
        ("2026-05-01", "2026-10", False),
        ("2026-04-01", "2026-10", True),
        ("2026-04-01", "2026-11", False),
        ("2025-12-01", "2026-11", False),
        ("2025-11-01", "2026-11", True),
    ],
)
def test_michigan_asks_for_authorization_after_six_months_and_later_after_twelve(
    started, when, held
):
    case = month(0, "michigan_medicaid", month=when)
    case["episode"]["started_on"] = started
    got = verdict_of(0, "michigan_medicaid", month=when, episode=case["episode"])
    assert ("authorization_missing" in rules(got)) is held


def test_michigans_blue_cross_counts_all_three_roles_once():
    time = [entry("a", minutes=20), entry("b", minutes=20, role="consultant", worker="sam"),
            entry("c", start="2026-10-07T09:00:00-04:00", minutes=16, role="treating_practitioner",
                  worker="priya")]  # fmt: skip
    got = verdict_of(0, "bcbs_michigan", time=time)
    assert (got["minutes"]["counted"], lines(got)) == (36, "99492")


def test_independence_covers_it_and_never_pays_for_it():
    got = paid("independence_commercial", "2026-06", 70)
    assert (got["outcome"], rules(got)) == ("not_billable", ["not_separately_paid"])


@pytest.mark.parametrize("name", PAYERS)
def test_what_no_version_of_a_payer_states_says_that_nothing_was_found(name):
    written = parameters.load(parameters.FOLDER / "presets" / f"{name}.toml")["version"]
    stated = {field for version in written for field in version}
    for base in {version["based_on"] for version in written} - {name, "standard", "midpoint"}:
        above = parameters.load(parameters.FOLDER / "presets" / f"{base}.toml")["version"]
        stated |= {field for version in above for field in version}
    for version in presets.book()[name].versions:
        for field in set(version.values) - stated:
            assert version.doubt(field).startswith("Nothing was found for this payer")


def test_only_new_yorks_program_is_of_the_second_shape():
    shapes = {name: p.versions[-1].shape for name, p in presets.book().items()}
    assert {n for n, s in shapes.items() if s == policy_fields.MONTHLY_PROGRAM} == {
        "new_york_medicaid_cocm"
    }


@pytest.mark.parametrize("name", PAYERS)
def test_a_payers_policy_can_be_given_back_to_the_engine(name):
    for version in presets.book()[name].versions:
        policy = resolve(name, on=version.dated.since)
        assert resolve(name, policy.as_json(), on=version.dated.since) == policy
