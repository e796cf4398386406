"""A preset's file on top of another's: what it states, what it takes over, how sure each is."""

from __future__ import annotations

from datetime import date

import pytest

from billing.rules import parameters, presets
from billing.rules.parameters import ParameterError

FACT = """
[[version.to_know]]
text = "For patients of 18 and older."
reference = "example.org/age"
read_on = 2026-11-24
unconfirmed = "An older page says 12."
"""
TERMS = """
[version.terms]
claim_form = { value = "837I", reference = "example.org/form" }
filing_days = { value = 365, reference = "example.org/days", unconfirmed = "Nobody said." }
filing_from = { value = "from", reference = "example.org/days" }
"""
PAYER = """name = "payer"
label = "A payer"
group = "Medicaid"

[[version]]
based_on = "midpoint"
from = 2022-01-01
reference = "example.org/policy"
read_on = 2026-11-24
program_code = "G0512"
apcm_addons = true
min_minutes = {99493 = 60}

[version.sources]
program_code = "example.org/program"
apcm_addons = "example.org/apcm"
min_minutes = "example.org/minutes"

[version.unconfirmed]
apcm_addons = "Inferred."
"""
LATER = """
[[version]]
based_on = "payer"
from = 2026-01-01
reference = "example.org/newer"
read_on = 2026-11-25
program_code = ""
sources = {program_code = "example.org/newer"}
"""


@pytest.fixture
def folder(tmp_path):
    """A folder of presets in which a payer's file may be written beside the general readings."""
    (tmp_path / "presets").mkdir()
    for path in parameters.files("presets"):
        if path.stem in ("standard", "midpoint"):
            (tmp_path / "presets" / path.name).write_bytes(path.read_bytes())
    return tmp_path / "presets"


def read(folder, text, name="payer"):
    path = folder / f"{name}.toml"
    path.write_text(text)
    return presets.read(path)


def test_what_is_stated_has_its_own_source_and_the_rest_is_the_bases(folder):
    (version,) = read(folder, PAYER).versions
    assert version.values["program_code"] == "G0512"
    assert version.values["min_minutes"]["99493"] == 60
    assert version.values["min_minutes"]["99492"] == 36
    assert version.source("program_code") == "example.org/program"
    assert "bcbsnd.com" in version.source("initiating_visit_lookback_days")
    assert version.read_on("program_code") == date(2026, 11, 24)
    assert version.read_on("consent_methods") == date(2026, 11, 23)


def test_what_a_general_reading_lends_is_unconfirmed_for_the_payer(folder):
    (version,) = read(folder, PAYER).versions
    assert version.doubt("program_code") == ""
    assert version.doubt("apcm_addons") == "Inferred."
    assert version.doubt("consent_methods") == (
        "Nothing was found for this payer; read as in “More than half of the time”."
    )


def test_a_version_goes_on_from_the_one_before_with_its_sources_doubts_terms_and_facts(folder):
    first, second = read(folder, PAYER + FACT + TERMS + LATER).versions
    assert second.values["program_code"] is None
    assert second.values["apcm_addons"] is True
    assert second.source("program_code") == "example.org/newer"
    assert second.source("apcm_addons") == "example.org/apcm"
    assert second.doubt("apcm_addons") == "Inferred."
    assert second.read_on("apcm_addons") == date(2026, 11, 24)
    assert second.terms == first.terms
    assert second.to_know == first.to_know


def test_a_payers_preset_lends_its_values_with_their_sources_but_not_its_terms(folder):
    read(folder, PAYER + FACT + TERMS)
    clinic = PAYER.replace('"payer"', '"clinic"').replace('"midpoint"', '"payer"')
    (version,) = read(
        folder, clinic.replace("apcm_addons =", "separately_paid ="), "clinic"
    ).versions
    assert version.source("apcm_addons") == "example.org/apcm"
    assert version.to_know == ()
    assert version.terms.claim_form is None


def test_terms_and_facts_are_read_with_source_and_doubt(folder):
    (version,) = read(folder, PAYER + FACT + TERMS).versions
    (fact,) = version.to_know
    assert (fact.text, fact.reference) == ("For patients of 18 and older.", "example.org/age")
    assert (fact.read_on, fact.unconfirmed) == (date(2026, 11, 24), "An older page says 12.")
    terms = version.terms
    assert (terms.claim_form, terms.filing_days, terms.filing_from) == ("837I", 365, "from")
    assert terms.takes_replacement is terms.appeal_days is terms.early_release is None
    assert terms.sources["claim_form"] == "example.org/form"
    assert terms.unconfirmed == {"filing_days": "Nobody said."}


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('"midpoint"', '"middle"', "version[0].based_on"),
        ('"midpoint"', '"payer"', "version[0].based_on"),
        ('"midpoint"', "1", "version[0].based_on"),
        ('based_on = "midpoint"', "", "version[0].accepted_codes"),
        ('apcm_addons = "example.org/apcm"\n', "", "version[0].sources.apcm_addons"),
        ("[version.sources]", "[version.sources]\nmax_units = 'x'", "version[0].sources.max_units"),
        ('"Inferred."', '" "', "version[0].unconfirmed.apcm_addons"),
        ('apcm_addons = "Inf', 'max_units = "Inf', "version[0].unconfirmed.max_units"),
        ("99493 = 60", "99493 = 60, 90837 = 1", "version[0].min_minutes.90837"),
        ('"Medicaid"', '"Other"', "group"),
        ("read_on = 2026-11-24\nunc", "unc", "version[0].to_know[0].read_on"),
        ('"For patients of 18 and older."', '""', "version[0].to_know[0].text"),
        ('"837I"', '"UB-04"', "version[0].terms.claim_form.value"),
        ("value = 365,", "value = 0,", "version[0].terms.filing_days.value"),
        ("filing_from =", "# ", "version[0].terms.filing_from"),
        ("claim_form =", "form =", "version[0].terms.form"),
        (', reference = "example.org/form"', "", "version[0].terms.claim_form.reference"),
    ],
)
def test_a_wrong_payers_file_is_an_error_that_names_file_and_key(folder, old, new, key):
    text = PAYER + FACT + TERMS
    assert old in text
    with pytest.raises(ParameterError) as caught:
        read(folder, text.replace(old, new, 1))
    assert (caught.value.file, caught.value.key) == ("presets/payer.toml", key)


def test_bases_that_go_round_in_a_circle_are_an_error(folder):
    (folder / "other.toml").write_text(
        PAYER.replace('"payer"', '"other"').replace('"midpoint"', '"payer"')
    )
    with pytest.raises(ParameterError, match="payer on other on payer"):
        read(folder, PAYER.replace('"midpoint"', '"other"'))


def test_a_wrong_base_is_an_error_of_the_bases_own_file(folder):
    standing = (folder / "midpoint.toml").read_text()
    (folder / "midpoint.toml").write_text(standing.replace("apcm_addons =", "apcm ="))
    with pytest.raises(ParameterError) as caught:
        read(folder, PAYER)
    assert caught.value.file == "presets/midpoint.toml"


def test_no_base_begins_a_version_while_one_that_is_based_on_it_is_in_force():
    """Such a version would go on from a base that says something else by then."""
    for preset in presets.book().values():
        text = parameters.load(parameters.FOLDER / "presets" / f"{preset.name}.toml")["version"]
        bases = {item["from"]: item.get("based_on") for item in text}
        for place, version in enumerate(preset.versions):
            base = bases[version.dated.since]
            if base in (None, preset.name):
                continue
            ends = [v.dated.since for v in preset.versions[place + 1 :]] or [date.max]
            began = [v.dated.since for v in presets.book()[base].versions]
            assert not [day for day in began if version.dated.since < day < ends[0]]
