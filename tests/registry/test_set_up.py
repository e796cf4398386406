"""What claims say: insurance, payers, clinicians, the practice itself."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine

from registry.errors import Refused
from registry.models import Clinician, Coverage, Payer
from registry.services import clinicians, coverages, payers, practice_settings
from tests.registry import entering

NPI = "1679576722"


@pytest.fixture
def covering(patient, payer, dana, now):
    """Patient and payer with a first coverage since January 1."""

    def add(**fields):
        said = {"payer": payer, "active_from": dt.date(2025, 1, 1), "rank": 2}
        return coverages.add(patient=patient, by=dana, now=now, **said | fields)

    return add


@pytest.fixture
def browser(signed_in, dana):
    with time_machine.travel("2026-10-14 16:00:00+00:00", tick=False):
        yield signed_in(dana)


SPOUSE = {
    "relationship": "01",
    "subscriber_first_name": "Luis",
    "subscriber_last_name": "Rivera",
    "subscriber_birth_date": dt.date(1979, 1, 1),
    "subscriber_sex": "M",
}


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        ({"payer": None}, "payer", "payer is missing"),
        ({"rank": 4}, "rank", "pays first"),
        ({"member_id": "x" * 41}, "member_id", "longer than 40"),
        ({"active_from": None}, "active_from", "first day of the coverage is missing"),
        ({"active_from": dt.date(1979, 1, 1)}, "active_from", "before the patient was born"),
        ({"active_to": dt.date(2024, 12, 31)}, "active_to", "ends before it starts"),
        ({"relationship": "x"}, "relationship", "related to the subscriber"),
        (SPOUSE | {"subscriber_first_name": ""}, "subscriber_first_name", "missing"),
        (SPOUSE | {"subscriber_last_name": ""}, "subscriber_last_name", "missing"),
        (SPOUSE | {"subscriber_birth_date": None}, "subscriber_birth_date", "missing"),
        (SPOUSE | {"subscriber_sex": ""}, "subscriber_sex", "missing"),
        (
            SPOUSE | {"subscriber_birth_date": dt.date(2026, 10, 15)},
            "subscriber_birth_date",
            "in the future",
        ),
        ({"rank": 1}, "active_from", "first insurance in these days"),
    ],
)
def test_a_coverage_that_cannot_be_is_refused_by_field(covering, fields, field, sentence):
    with pytest.raises(Refused) as refused:
        covering(**fields)
    assert sentence in refused.value.problems[field]
    assert Coverage.objects.count() == 1


@pytest.mark.parametrize(
    ("ends", "allowed"), [(dt.date(2025, 12, 31), True), (dt.date(2026, 1, 1), False)]
)
def test_one_insurance_may_follow_another_the_next_day(covering, ends, allowed):
    if allowed:
        assert covering(rank=1, active_to=ends)
    else:
        with pytest.raises(Refused):
            covering(rank=1, active_to=ends)


def test_who_is_the_subscriber_is_forgotten_where_it_is_the_patient(covering, dana, now):
    coverage = covering(**SPOUSE)
    changed = coverages.change(coverage, by=dana, now=now, relationship="18")
    assert changed.subscriber_last_name == ""
    assert changed.subscriber_birth_date is None


def test_another_practice_s_payer_covers_nobody_here(covering, harbor, now):
    stranger = Payer.objects.create(practice=harbor, name="Other", created_at=now)
    with pytest.raises(Refused, match="another practice"):
        covering(payer=stranger)


def test_a_coverage_is_added_and_changed_on_its_page(browser, patient, payer):
    page = entering.url("coverage_add", patient_id=patient.pk)
    assert browser.get(page).status_code == 200
    sent = {"payer": payer.pk, "rank": "2", "member_id": "ABC", "group_number": "",
            "relationship": "18", "active_from": "2026-01-01", "active_to": ""}  # fmt: skip
    assert browser.post(page, sent | {"relationship": "01"}).status_code == 422
    assert browser.post(page, sent).status_code == 302
    row = Coverage.objects.get(rank=2)
    edit = entering.url("coverage_edit", coverage_id=row.pk)
    assert 'value="ABC"' in browser.get(edit).content.decode()
    browser.post(edit, sent | {"active_to": "2026-09-30"})
    row.refresh_from_db()
    assert row.active_to == dt.date(2026, 9, 30)


# Payers


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        ({"name": " "}, "name", "name is missing"),
        ({"name": "empire health plan"}, "name", "payer of this name"),
        ({"payer_id": "x"}, "payer_id", "2 to 20 characters"),
        ({"claim_filing_code": "??"}, "claim_filing_code", "kind of insurance"),
        ({"state": "N"}, "state", "two letters"),
        ({"zip_code": "abc"}, "zip_code", "five or nine digits"),
    ],
)
def test_a_payer_that_cannot_be_is_refused_by_field(
    elm_street, payer, dana, now, fields, field, sentence
):
    said = {"name": "Medicare", "payer_id": "12345", "claim_filing_code": "MB"}
    with pytest.raises(Refused) as refused:
        payers.add(practice=elm_street, by=dana, now=now, **said | fields)
    assert list(refused.value.problems) == [field]
    assert sentence in refused.value.problems[field]


def test_payers_are_listed_added_and_changed(browser, patient, payer):
    sent = {"name": "Medicare", "payer_id": "sb123", "claim_filing_code": "MB"}
    assert browser.post(entering.url("payer_add"), sent | {"name": ""}).status_code == 422
    assert browser.post(entering.url("payer_add"), sent).status_code == 302
    row = Payer.objects.get(name="Medicare")
    assert row.payer_id == "SB123"
    edit = entering.url("payer_edit", payer_id=row.pk)
    assert 'value="SB123"' in browser.get(edit).content.decode()
    browser.post(edit, sent | {"city": "Albany"})
    row.refresh_from_db()
    assert row.city == "Albany"
    assert "Empire Health Plan" in entering.text(browser.get(entering.url("payers")))


def test_another_practice_s_payer_is_not_found(browser, harbor, now):
    row = Payer.objects.create(practice=harbor, name="Other", created_at=now)
    assert browser.get(entering.url("payer_edit", payer_id=row.pk)).status_code == 404
    assert browser.get(
        entering.url("payer_edit", practice="harbor", payer_id=row.pk)
    ).status_code == 200  # fmt: skip


# Clinicians


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        ({"first_name": ""}, "first_name", "first name is missing"),
        ({"npi": "123"}, "npi", "ten digits"),
        ({"npi": "1679576723"}, "npi", "check digit is wrong"),
        ({"npi": NPI}, "npi", "Another clinician of the practice has this NPI"),
        ({"taxonomy": "207Q"}, "taxonomy", "ends in X"),
        ({"kind": "healer"}, "kind", "Choose what they do"),
    ],
)
def test_a_clinician_that_cannot_be_is_refused_by_field(
    elm_street, dr_priya, sue, now, fields, field, sentence
):
    said = {"first_name": "Ida", "last_name": "Lee", "npi": "1245319599", "kind": "treating"}
    with pytest.raises(Refused) as refused:
        clinicians.add(practice=elm_street, by=sue, now=now, **said | fields)
    assert list(refused.value.problems) == [field]
    assert sentence in refused.value.problems[field]


def test_a_sign_in_belongs_to_one_clinician_of_the_practice(
    elm_street, dr_priya, priya, charlie, sue, now
):
    said = {"first_name": "Ida", "last_name": "Lee", "kind": "treating"}
    with pytest.raises(Refused, match="has this sign-in"):
        clinicians.add(practice=elm_street, by=sue, now=now, user=priya, **said)
    with pytest.raises(Refused, match="no role in the practice"):
        clinicians.add(practice=elm_street, by=sue, now=now, user=charlie, **said)


def test_clinicians_are_listed_added_and_changed(browser, dr_priya):
    sent = {"first_name": "Ida", "last_name": "Lee", "kind": "treating", "npi": "1245319599"}
    assert browser.post(entering.url("clinician_add"), sent | {"npi": "1"}).status_code == 422
    assert browser.post(entering.url("clinician_add"), sent).status_code == 302
    row = Clinician.objects.get(last_name="Lee")
    edit = entering.url("clinician_edit", clinician_id=row.pk)
    assert 'value="1245319599"' in browser.get(edit).content.decode()
    browser.post(edit, sent | {"credentials": "MD"})
    row.refresh_from_db()
    assert row.credentials == "MD"
    seen = entering.text(browser.get(entering.url("clinicians")))
    assert "Ida Lee, MD" in seen
    assert "Priya Natarajan, MD" in seen


# The practice


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        ({"name": ""}, "name", "name is missing"),
        ({"npi": "1234567890"}, "npi", "check digit is wrong"),
        ({"tax_id": "12345678"}, "tax_id", "nine digits"),
        ({"tax_id": "07-1234567"}, "tax_id", "IRS has not given out"),
        ({"zip_code": "12207"}, "zip_code", "all nine digits"),
        ({"state": "Albany"}, "state", "two letters"),
        ({"address": "P.O. Box 12"}, "address", "post office box"),
        ({"phone": "555"}, "phone", "ten digits"),
        ({"taxonomy": "x"}, "taxonomy", "ends in X"),
        ({"place_of_service": "00"}, "place_of_service", "from the list"),
        ({"submitter_id": "N"}, "submitter_id", "2 to 15"),
        ({"claim_batching": "daily"}, "claim_batching", "what one file holds"),
        ({"claim_batching": "clearinghouse"}, "clearinghouse_name", "needs its name"),
        ({"claim_batching": "clearinghouse"}, "clearinghouse_id", "needs its id"),
        ({"timezone": "Mars/Olympus"}, "timezone", "no time zone"),
        ({"timezone": ""}, "timezone", "time zone is missing"),
    ],
)
def test_a_setting_that_cannot_be_is_refused_by_field(
    elm_street, sue, now, fields, field, sentence
):
    with pytest.raises(Refused) as refused:
        practice_settings.change(elm_street, by=sue, now=now, **fields)
    assert sentence in refused.value.problems[field]
    before = elm_street.npi
    elm_street.refresh_from_db()
    assert elm_street.npi == before


def test_numbers_are_kept_as_digits(elm_street, sue, now):
    said = {"tax_id": "12-3456789", "zip_code": "12207-0001", "phone": "(518) 555-0100"}
    changed = practice_settings.change(elm_street, by=sue, now=now, **said)
    assert (changed.tax_id, changed.zip_code, changed.phone) == (
        "123456789", "122070001", "5185550100",
    )  # fmt: skip


def test_the_time_zone_moves_no_month_that_was_lived(elm_street, enrolled, alice, sue, now):
    from registry.services import service_month

    service_month.refresh_patient(enrolled, now=now)
    with pytest.raises(Refused, match="their days would move"):
        practice_settings.change(elm_street, by=sue, now=now, timezone="America/Chicago")


def test_the_time_zone_of_an_empty_practice_is_free(elm_street, sue, now):
    changed = practice_settings.change(elm_street, by=sue, now=now, timezone="America/Chicago")
    assert changed.timezone == "America/Chicago"


def settings_form(practice):
    from registry.web.forms import practice_settings as forms

    values = forms.initial(practice)
    return {name: value for name, value in values.items() if value is not False}


def test_settings_are_written_on_their_page(browser, elm_street):
    page = entering.url("practice_settings")
    sent = settings_form(elm_street)
    assert browser.post(page, sent | {"npi": "1"}).status_code == 422
    assert browser.post(page, sent | {"sends_production_claims": "on"}).status_code == 302
    elm_street.refresh_from_db()
    assert elm_street.sends_production_claims is True


def test_an_auditor_reads_the_settings_and_changes_none(browser, signed_in, ann, elm_street):
    auditor, page = signed_in(ann), entering.url("practice_settings")
    assert "You read these settings" in entering.text(auditor.get(page))
    assert auditor.post(page, settings_form(elm_street)).status_code == 403


@pytest.mark.parametrize(
    "field",
    ["npi", "tax_id", "taxonomy", "address", "city", "state", "zip_code", "phone",
     "place_of_service", "submitter_id", "contact_name", "contact_phone", "clearinghouse_id"],
)  # fmt: skip
def test_a_link_lands_on_the_field_that_a_claim_lacks(browser, elm_street, field):
    assert f'id="id_{field}"' in browser.get(entering.url("practice_settings")).content.decode()
