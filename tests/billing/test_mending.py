"""What stands against a claim leads to a page that is there, and to a field that is on it."""

from __future__ import annotations

import dataclasses
import typing

import pytest
from django.urls import get_resolver

from billing.rules import rule_names, sources
from billing.web import claim_settings_form, file_mending, mending
from billing.web.mending import Rows
from billing.x12 import document
from registry.vocabulary import Role
from registry.web import mending as chart
from registry.web.forms import clinicians, coverages, patients, payers, practice_settings, sites

FORMS = {
    "claim_settings": claim_settings_form.ClaimSettingsForm,
    "payer_claims": claim_settings_form.PayerClaimsForm,
    "clinician_edit": clinicians.ClinicianForm,
    "coverage_edit": coverages.CoverageForm,
    "patient_edit": patients.PatientForm,
    "payer_edit": payers.PayerForm,
    "practice_settings": practice_settings.PracticeSettingsForm,
    "site_edit": sites.SiteForm,
}
PLACES = [
    *chart.RULES.values(),
    *(place for _, place in file_mending.FIELDS),
    *(place for _, place in file_mending.OF_ANOTHER),
    *(place for _, place in file_mending.AT_A_SITE),
    *(place for places in chart.ELSE.values() for place in places),
]
NAMES = sorted({place.name for place in PLACES})
FIELDS = sorted({(place.name, place.anchor) for place in PLACES if place.anchor.startswith("id_")})
EVERYTHING = {
    "slug": "elm-street",
    "patient_id": 1,
    "episode_id": 2,
    "coverage_id": 3,
    "payer_id": 4,
    "clinician_id": 5,
    "site_id": 6,
}


def rows(role, **fields):
    return Rows(roles=frozenset({Role(role)}), **EVERYTHING | fields)


@pytest.mark.parametrize("name", NAMES)
def test_every_place_has_an_address(name):
    assert name in get_resolver().reverse_dict


@pytest.mark.parametrize(("name", "anchor"), FIELDS)
def test_every_field_is_on_the_form_that_it_leads_to(name, anchor):
    assert anchor.removeprefix("id_") in FORMS[name].base_fields


@pytest.mark.parametrize("rule", sorted({*sources.book(), *chart.RULES} - {"unconfirmed_time"}))
def test_every_rule_has_a_name_that_people_read(rule):
    assert rule in rule_names.NAMES


@pytest.mark.parametrize(
    ("role", "rule", "url"),
    [
        ("care_manager", "consent_missing", "/p/elm-street/patients/1/consents/add/"),
        ("biller", "consent_missing", "/p/elm-street/patients/1/#consent"),
        ("care_manager", "measure_missing", "/p/elm-street/patients/1/measures/add/"),
        ("auditor", "measure_missing", "/p/elm-street/patients/1/#measures"),
        ("biller", "subscriber_id_missing", "/p/elm-street/coverages/3/#id_member_id"),
        ("auditor", "subscriber_id_missing", "/p/elm-street/patients/1/#insurance"),
        ("consultant", "consultant_review_missing", "/p/elm-street/reviews/2/"),
        ("care_manager", "consultant_review_missing", "/p/elm-street/reviews/2/ask/"),
        ("supervisor", "consultant_review_missing", "/p/elm-street/reviews/2/"),
        ("biller", "consultant_review_missing", "/p/elm-street/patients/1/#reviews"),
        ("biller", "coverage_missing", "/p/elm-street/patients/1/coverages/add/"),
        ("care_manager", "diagnosis_missing", "/p/elm-street/episodes/2/edit/"),
        ("biller", "diagnosis_missing", "/p/elm-street/patients/1/#episode"),
        ("biller", "policy_missing", "/p/elm-street/billing/payers/4/terms/#policies"),
        ("auditor", "fee_missing", "/p/elm-street/billing/payers/4/terms/#fees"),
        ("biller", "a_rule_of_next_year", "/p/elm-street/patients/1/"),
    ],
)
def test_a_rule_leads_to_the_form_or_else_to_the_chart(role, rule, url):
    assert mending.of_rule(rule, rows(role)).url == url


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("subscriber.last", "/p/elm-street/coverages/3/#id_subscriber_last_name"),
        ("subscriber.birth_date", "/p/elm-street/coverages/3/#id_subscriber_birth_date"),
        ("patient.birth_date", "/p/elm-street/patients/1/edit/#id_birth_date"),
    ],
)
def test_where_the_subscriber_is_somebody_else_the_coverage_says_who(path, url):
    mend = mending.of_field(path, rows("biller"), to_clearinghouse=False, is_self=False)
    assert mend.url == url


@pytest.mark.parametrize(
    ("to_clearinghouse", "payer_id", "url"),
    [
        (True, 4, "/p/elm-street/settings/#id_clearinghouse_id"),
        (False, 4, "/p/elm-street/payers/4/#id_payer_id"),
        (False, None, "/p/elm-street/payers/"),
    ],
)
def test_a_receiver_is_the_clearinghouse_or_the_payer(to_clearinghouse, payer_id, url):
    found = mending.of_field(
        "receiver.id", rows("biller", payer_id=payer_id), to_clearinghouse=to_clearinghouse
    )
    assert found.url == url


def test_a_line_without_a_charge_is_led_to_the_fees():
    mend = mending.of_field("lines[0].charge", rows("biller"), to_clearinghouse=True)
    assert mend.url == "/p/elm-street/billing/payers/4/terms/#fees"


@pytest.mark.parametrize(
    ("rule", "url"),
    [
        ("coverage_missing", "/p/elm-street/patients/1/coverages/add/"),
        ("subscriber_id_missing", "/p/elm-street/patients/1/#insurance"),
    ],
)
def test_where_no_coverage_is_known_one_is_added_or_looked_for_on_the_chart(rule, url):
    assert mending.of_rule(rule, rows("biller", coverage_id=None)).url == url


def test_no_rule_leads_to_the_page_that_one_reads():
    assert chart.of_rule("below_minimum", rows("care_manager"), here="patient") == chart.Mend()
    found = chart.of_rule("subscriber_id_missing", rows("care_manager"), here="patient")
    assert found.url == "/p/elm-street/coverages/3/#id_member_id"


# Every field of a claim's file


def paths(kind, path=""):
    """Every field that a document is made of, as `checks` names it."""
    for name, hint in typing.get_type_hints(kind).items():
        if name == "called" or typing.get_origin(hint) is typing.ClassVar:
            continue
        here = f"{path}{name}"
        inner = [each for each in (hint, *typing.get_args(hint)) if dataclasses.is_dataclass(each)]
        is_many = typing.get_origin(hint) is tuple
        yield here
        for each in inner:
            yield from paths(each, f"{here}[0]." if is_many else f"{here}.")


EVERY_PATH = sorted(
    {
        path.removeprefix("claims[0].")
        for kind in (document.Document, document.InstitutionalDocument)
        for path in paths(kind)
    }
)


def test_the_walk_over_a_document_finds_its_depths():
    assert len(EVERY_PATH) > 150
    for path in ("lines[0].decisions[0].adjustments[0].amount", "statement_from", "claims",
                 "other_coverages[0].subscriber.member_id", "interchange.receiver_id"):  # fmt: skip
        assert path in EVERY_PATH


@pytest.mark.parametrize("is_self", [True, False])
@pytest.mark.parametrize("path", EVERY_PATH)
def test_every_field_of_a_file_has_a_page_or_says_what_to_do_without_one(path, is_self):
    mend = mending.of_field(path, rows("biller"), to_clearinghouse=False, is_self=is_self)
    assert mend.url or mend.action
    if not mend.url:
        assert mend.action.endswith(".")
    if path.startswith("other_coverages[0].subscriber.member_id"):
        assert mend.url == "/p/elm-street/coverages/3/#id_member_id"
