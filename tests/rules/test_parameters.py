"""The data is held to account: every file loads, is dated, cited and used."""

from __future__ import annotations

import ast
from datetime import date
from itertools import pairwise

import pytest

from billing.rules import codes, parameters, presets, sources, table
from billing.rules.parameters import Dated, ParameterError
from billing.rules.policy import FIELDS, PROGRAM_FIELDS, resolve
from billing.rules.policy_fields import PROGRAM_READERS, READERS

READ = {
    "codes": codes.read_code,
    "sets": codes.read_set,
    "presets": presets.read,
    "rules": sources.read,
}
FILES = [(kind, path) for kind in READ for path in parameters.files(kind)]
NAMES = [f"{kind}/{path.stem}" for kind, path in FILES]


def versions(loaded):
    return [loaded] if isinstance(loaded, Dated) else [v.dated for v in loaded.versions]


@pytest.mark.parametrize(("kind", "path"), FILES, ids=NAMES)
def test_every_file_loads_and_is_dated_and_cited(kind, path):
    for dated in versions(READ[kind](path)):
        assert date(2008, 1, 1) <= dated.since
        assert dated.reference.strip()
        assert dated.read_on >= date(2026, 1, 1)


def test_every_file_is_of_a_kind_that_is_read():
    all_files = set(parameters.FOLDER.rglob("*.toml"))
    assert all_files == {path for _, path in FILES}


@pytest.mark.parametrize(("kind", "path"), FILES, ids=NAMES)
def test_versions_do_not_overlap(kind, path):
    found = versions(READ[kind](path))
    for before, after in pairwise(found):
        assert (before.until or before.since) < after.since


def test_every_rule_of_the_table_has_its_source_and_no_other_has_one():
    assert set(sources.book()) == {rule.name for rule in table.RULES}


def test_every_part_is_played_by_one_code_and_every_replacement_replaces_one():
    parts = [code.part for code in codes.book().values()]
    for part in set(codes.PARTS) - {codes.IN_PLACE}:
        assert parts.count(part) == 1
    replaced = [code.replaces for code in codes.book().values() if code.part == codes.IN_PLACE]
    assert sorted(replaced) == ["99484", "99492", "99493"]
    assert all(code.replaces is None for code in codes.book().values() if code.part != "in_place")


def test_every_set_is_one_that_a_rule_asks_for():
    assert set(codes.sets()) == {
        codes.PSYCHOTHERAPY,
        codes.OFFICE_VISIT,
        codes.FAMILY,
        codes.APCM_BASE,
    }
    assert set(codes.book()) <= codes.among(codes.FAMILY, date(2026, 10, 1))


def test_every_field_of_a_policy_is_read_and_used():
    assert set(FIELDS) == set(READERS)
    assert set(PROGRAM_FIELDS) == set(PROGRAM_READERS)
    used = set()
    for path in parameters.FOLDER.parent.glob("*.py"):
        tree = ast.parse(path.read_text())
        used |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert {*FIELDS, *PROGRAM_FIELDS} <= used


@pytest.mark.parametrize(
    ("preset", "minimums", "roles", "therapy"),
    [
        ("standard", [70, 60, 30, 30, 20], ["care_manager", "consultant"], "block"),
        ("midpoint", [36, 31, 16, 16, 20], ["care_manager", "treating_practitioner"], "warn"),
    ],
)
def test_a_preset_is_the_contracts(preset, minimums, roles, therapy):
    codes_ = ["99492", "99493", "99494", "99484"]
    assert resolve(preset).as_json() == {
        "accepted_codes": codes_ + (["G2214"] if preset == "midpoint" else []),
        "min_minutes": dict(
            zip(["99492", "99493", "99494", "G2214", "99484"], minimums, strict=True)
        ),
        "max_units": {"99494": 4},
        "counted_roles": roles,
        "bhi_counted_roles": ["care_manager", "clinical_staff", "treating_practitioner"],
        "counts_outreach_attempts": False,
        "consultant_review": "each_month",
        "measure_required": "initial_month",
        "consent_methods": ["verbal", "written"],
        "initiating_visit_lookback_days": 365,
        "diagnosis_prefixes": ["F"],
        "same_person_therapy": therapy,
        "new_episode_gap_months": 6,
        "initial_if_unbilled": "subsequent",
        "authorization_after_months": None,
        "separately_paid": True,
        "program_code": None,
        "apcm_addons": False,
        "date_of_service": "last_day",
        "modifier_25_on_same_day_em": False,
        "line_modifiers": {},
    }


NEXT = (
    '\n[[version]]\nfrom = 2027-01-01\nfull_minutes = 71\nreference = "x"\nread_on = 2026-12-01\n'
)


def altered(tmp_path, kind, stem, old, new):
    """A copy of a file, in a folder of the same name, with new for old, or new at its end."""
    (tmp_path / kind).mkdir()
    copy = tmp_path / kind / f"{stem}.toml"
    text = (parameters.FOLDER / kind / f"{stem}.toml").read_text()
    assert old in text
    copy.write_text(text.replace(old, new) if old else text + new)
    return copy


@pytest.mark.parametrize(
    ("kind", "stem", "old", "new", "key"),
    [
        ("codes", "99492", "", "colour = 1\n", "version[0].colour"),
        ("codes", "99492", "part =", "colour = 1\npart =", "colour"),
        ("codes", "99492", "= 70", '= "70"', "version[0].full_minutes"),
        ("codes", "99492", "= 70", "= 0", "version[0].full_minutes"),
        ("codes", "99492", "full_minutes", "minutes", "version[0].minutes"),
        ("codes", "99492", "= 2018-01-01", '= "2018-01-01"', "version[0].from"),
        ("codes", "99492", "initial_month", "first", "part"),
        ("codes", "99492", '"99492"', '"99493"', "code"),
        ("codes", "99492", "[[version]]", "[[edition]]", "edition"),
        ("codes", "99492", "", "until = 2017-01-01\n", "version[0].until"),
        ("codes", "99492", "", "=", ""),
        ("sets", "psychotherapy", '"90832"', "90832", "version[0].codes[0]"),
        ("presets", "standard", "apcm_addons", "apcm", "version[0].apcm"),
        ("presets", "standard", "G2214 = 30\n", "", "version[0].min_minutes.G2214"),
        ("presets", "standard", "99494 = 30", "99494 = 31", "version[0].min_minutes.99494"),
        ("presets", "standard", '"block"', '"stop"', "version[0].same_person_therapy"),
        ("presets", "standard", "\nmax_units =", "\nmost =", "version[0].sources.most"),
        ("presets", "standard", 'name = "standard"', 'name = "other"', "name"),
        ("rules", "below_minimum", "", "colour = 1\n", "colour"),
        ("rules", "below_minimum", 'reference = "', "reference = ''\n# \"", "reference"),
        ("codes", "99492", "", "until = 2027-01-01\n" + NEXT, "version"),
        ("codes", "99492", "", NEXT + NEXT, "version"),
    ],
)
def test_a_wrong_file_is_an_error_that_names_file_and_key(tmp_path, kind, stem, old, new, key):
    copy = altered(tmp_path, kind, stem, old, new)
    with pytest.raises(ParameterError) as caught:
        READ[kind](copy)
    assert (caught.value.file, caught.value.key) == (f"{kind}/{stem}.toml", key)
    assert str(caught.value).startswith(f"{kind}/{stem}.toml: ")


@pytest.mark.parametrize(
    ("day", "minutes"),
    [
        ("1990-01-01", 70),
        ("2018-01-01", 70),
        ("2026-12-31", 70),
        ("2027-01-01", 71),
        ("9999-12-31", 71),
    ],
)
def test_a_day_is_read_by_the_version_that_had_begun(tmp_path, day, minutes):
    code = codes.read_code(altered(tmp_path, "codes", "99492", "", NEXT))
    assert code.on(date.fromisoformat(day)).full_minutes == minutes


def test_a_preset_names_the_source_of_a_field_or_of_the_whole():
    version = presets.version("standard", None)
    assert "Medically Unlikely Edits" in version.source("max_units")
    assert version.source("min_minutes") == version.dated.reference


FORMULAS = [
    "counting",
    "choosing",
    "monthly_program",
    "next_step",
    "refusals",
    "holds",
    "notes",
    "month_type",
    "windows",
    "date_of_service",
    "findings",
    "deciding",
    "table",
]


def test_no_formula_holds_a_number_that_a_payer_could_change():
    """Minutes, units and codes stand in the files; a formula holds only clocks and calendars."""
    calendar = {0, 1, 2, 12, 60}
    for name in FORMULAS:
        tree = ast.parse((parameters.FOLDER.parent / f"{name}.py").read_text())
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                node.decorator_list.clear()  # how much a cache keeps decides nothing
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, int | str):
                value = node.value
                assert not isinstance(value, int) or value in calendar, (name, value)
                assert value not in codes.book(), (name, value)
