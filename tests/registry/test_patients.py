"""Patients: found without a name in any address, added once, corrected."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine

from registry.errors import Refused
from registry.models import Patient
from registry.selectors import patients as selectors
from registry.services import patients
from tests.registry import entering


@pytest.fixture
def adding(elm_street, priya, now):
    def add(**fields):
        said = {
            "record_number": "E0001",
            "first_name": "Maria",
            "last_name": "Rivera",
            "birth_date": dt.date(1980, 5, 6),
            "sex": "F",
        }
        return patients.add(practice=elm_street, by=priya, now=now, **said | fields)

    return add


def test_a_patient_is_kept_in_one_spelling(adding):
    patient = adding(first_name="  Maria  José ", state="ny", zip_code="12208-1234")
    assert (patient.first_name, patient.state, patient.zip_code) == (
        "Maria José",
        "NY",
        "122081234",
    )


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("record_number", " ", "record number is missing"),
        ("record_number", "x" * 25, "longer than 24"),
        ("first_name", "", "first name is missing"),
        ("last_name", "", "last name is missing"),
        ("last_name", "x" * 61, "longer than 60"),
        ("last_name", "Ri\x00vera", "control character"),
        ("birth_date", None, "date of birth is missing"),
        ("birth_date", dt.date(2026, 10, 15), "in the future"),
        ("birth_date", dt.date(1900, 1, 1), "more than 125 years ago"),
        ("sex", "", "sex is missing"),
        ("sex", "X", "Choose one"),
        ("state", "New York", "two letters"),
        ("state", "ZZ", "two letters"),
        ("zip_code", "1220", "five or nine digits"),
        ("zip_code", "12208-12", "five or nine digits"),
        ("died_on", dt.date(2026, 10, 15), "in the future"),
        ("died_on", dt.date(1970, 1, 1), "before the date of birth"),
    ],
)
def test_what_cannot_be_is_refused_by_field(adding, field, value, sentence):
    with pytest.raises(Refused) as refused:
        adding(**{field: value})
    assert list(refused.value.problems) == [field]
    assert sentence in refused.value.problems[field]
    assert not Patient.objects.exists()


def test_a_record_number_is_one_patient_s_in_a_practice(adding, harbor, priya, now):
    adding()
    with pytest.raises(Refused, match="has this record number"):
        adding(first_name="Other")
    assert adding(record_number="E0002")
    assert patients.add(
        practice=harbor, by=priya, now=now, record_number="E0001", first_name="M", last_name="R",
        birth_date=dt.date(1980, 5, 6), sex="F",
    )  # fmt: skip


def test_a_refused_change_leaves_the_row_in_hand_as_it_was(adding, priya, now):
    patient = adding()
    with pytest.raises(Refused):
        patients.change(patient, by=priya, now=now, first_name="", last_name="Other")
    assert patient.last_name == "Rivera"


def test_what_is_not_named_in_a_change_stays(adding, priya, now):
    changed = patients.change(adding(phone="518"), by=priya, now=now, last_name="Costa")
    assert (changed.last_name, changed.phone) == ("Costa", "518")


@pytest.mark.parametrize(
    ("today", "age"),
    [(dt.date(2026, 5, 5), 45), (dt.date(2026, 5, 6), 46), (dt.date(1980, 5, 6), 0)],
)
def test_age_grows_on_the_birthday(adding, today, age):
    assert selectors.age(adding(), today) == age


def test_age_stops_at_death(adding):
    patient = adding(died_on=dt.date(2000, 1, 1))
    assert selectors.age(patient, dt.date(2026, 10, 14)) == 19


# The pages


@pytest.fixture
def clock():
    with time_machine.travel("2026-10-14 16:00:00+00:00", tick=False):
        yield


@pytest.fixture
def browser(clock, signed_in, priya):
    return signed_in(priya)


LIST = "/p/elm-street/patients/"


def test_a_name_is_searched_for_without_entering_an_address(browser, adding):
    adding()
    adding(record_number="E0002", last_name="Costa")
    response = browser.post(LIST, {"search": "rivera mar"})
    assert response.url == LIST
    seen = entering.text(browser.get(response.url))
    assert "Rivera, Maria" in seen
    assert "Costa" not in seen
    assert 'value="rivera mar"' in browser.get(LIST).content.decode()
    browser.post(LIST, {"search": ""})
    assert "Costa" in entering.text(browser.get(LIST))


def test_a_search_by_script_gets_the_rows_alone(browser, adding):
    adding()
    response = browser.post(LIST, {"search": "E0001"}, headers={"HX-Request": "true"})
    page = response.content.decode()
    assert "Rivera" in page
    assert "<html" not in page


def test_no_address_on_the_list_has_a_name_in_it(browser, adding):
    adding()
    browser.post(LIST, {"search": "rivera"})
    page = browser.get(f"{LIST}?show=not_enrolled&sort=-name").content.decode().lower()
    addresses = [part.split('"')[0] for part in page.split('href="')[1:]]
    assert not [address for address in addresses if "rivera" in address or "maria" in address]


def test_a_search_in_one_practice_is_none_in_another(clock, signed_in, sam, harbor, make):
    browser = signed_in(sam)
    make.patient(harbor, last_name="Novak")
    browser.post(LIST, {"search": "rivera"})
    assert "Novak" in entering.text(browser.get("/p/harbor/patients/"))


@pytest.mark.parametrize(
    ("show", "names"),
    [
        ("all", {"Cocm", "Bhi", "Gone", "New"}),
        ("cocm", {"Cocm"}),
        ("bhi", {"Bhi"}),
        ("discharged", {"Gone"}),
        ("not_enrolled", {"New"}),
        ("nonsense", {"Cocm", "Bhi", "Gone", "New"}),
    ],
)
def test_the_list_is_narrowed_by_program_and_status(
    browser, make, elm_street, alice, sam, dr_priya, show, names
):
    for name, fields in {
        "Cocm": {"consultant": sam},
        "Bhi": {"program": "bhi"},
        "Gone": {"ended_on": dt.date(2026, 10, 2), "end_reason": "lapsed"},
    }.items():
        make.episode(make.patient(elm_street, last_name=name), alice, dr_priya, **fields)
    make.patient(elm_street, last_name="New")
    seen = entering.text(browser.get(f"{LIST}?show={show}"))
    assert {name for name in ("Cocm", "Bhi", "Gone", "New") if f"{name}, Pat" in seen} == names


def test_the_list_takes_few_queries_however_long_it_is(
    browser, make, elm_street, payer, alice, sam, dr_priya, django_assert_max_num_queries
):
    for _ in range(60):
        row = make.patient(elm_street)
        make.coverage(row, payer)
        make.episode(row, alice, dr_priya, consultant=sam)
    with django_assert_max_num_queries(13):
        seen = entering.text(browser.get(LIST))
    assert "1–50 of 60 patients" in seen
    with django_assert_max_num_queries(13):
        assert "51–60 of 60 patients" in entering.text(browser.get(f"{LIST}?page=2"))


@pytest.mark.parametrize("query", ["page=x", "page=-1", "page=99", "sort=nonsense", "sort=-"])
def test_an_address_that_makes_no_sense_shows_the_list(browser, adding, query):
    adding()
    assert "Rivera" in entering.text(browser.get(f"{LIST}?{query}"))


def test_an_empty_list_says_what_to_do(browser):
    assert "No patients yet" in entering.text(browser.get(LIST))
    browser.post(LIST, {"search": "nobody"})
    assert "Nobody found" in entering.text(browser.get(LIST))


@pytest.mark.parametrize(
    ("next_page", "name"),
    [("patient", "patient"), ("enrol", "enrol"), ("coverage", "coverage_add"), ("x", "patient")],
)
def test_a_new_patient_leads_on_to_what_comes_next(browser, next_page, name):
    page = entering.url("patient_add")
    assert browser.get(page).status_code == 200
    response = browser.post(page, entering.patient(next=next_page))
    patient = Patient.objects.get()
    assert response.url == entering.url(name, patient_id=patient.pk)
    assert (patient.zip_code, patient.created_by.full_name) == ("122081234", "Priya Natarajan")


def test_a_bad_form_comes_back_with_all_that_was_typed(browser):
    sent = entering.patient(birth_date="2026-10-15", zip_code="1", first_name="Maria José")
    response = browser.post(entering.url("patient_add"), sent)
    page = response.content.decode()
    assert response.status_code == 422
    assert "id_birth_date_error" in page
    assert "id_zip_code_error" in page
    assert 'value="Maria José"' in page
    assert not Patient.objects.exists()


@pytest.mark.parametrize("written", ["31.10.1980", "1980-13-01", "soon", "\x00"])
def test_a_day_that_is_none_is_refused_in_words(browser, written):
    response = browser.post(entering.url("patient_add"), entering.patient(birth_date=written))
    assert "This is no day" in entering.text(response)


@pytest.mark.parametrize("last_name", ["Rivera", "RIVERA"])
def test_who_may_be_here_already_is_shown_before_adding(browser, adding, last_name):
    adding()
    sent = entering.patient(record_number="E0002", last_name=last_name)
    response = browser.post(entering.url("patient_add"), sent)
    assert "is here already" in entering.text(response)
    assert "MRN E0001" in entering.text(response)
    assert Patient.objects.count() == 1
    browser.post(entering.url("patient_add"), sent | {"anyway": "1"})
    assert Patient.objects.count() == 2


@pytest.mark.parametrize(
    "fields", [{"first_name": "Mario"}, {"birth_date": "1980-05-07"}, {"last_name": "Rivers"}]
)
def test_another_name_or_birth_date_is_another_person(browser, adding, fields):
    adding()
    browser.post(entering.url("patient_add"), entering.patient(record_number="E0002", **fields))
    assert Patient.objects.count() == 2


def test_the_same_person_at_another_practice_is_no_twin(browser, harbor, make):
    make.patient(harbor, first_name="Maria", last_name="Rivera", birth_date=dt.date(1980, 5, 6))
    browser.post(entering.url("patient_add"), entering.patient())
    assert Patient.objects.filter(practice__slug="elm-street").count() == 1


def test_details_are_corrected(browser, adding):
    patient = adding()
    page = entering.url("patient_edit", patient_id=patient.pk)
    assert 'value="Rivera"' in browser.get(page).content.decode()
    browser.post(page, entering.patient(last_name="Costa"))
    patient.refresh_from_db()
    assert patient.last_name == "Costa"


def test_a_death_asks_for_the_discharge(browser, enrolled):
    page = entering.url("patient_edit", patient_id=enrolled.pk)
    response = browser.post(page, entering.patient(died_on="2026-10-13"), follow=True)
    assert "episode is still open" in entering.text(response)


@pytest.mark.parametrize(
    "name", ["patient_edit", "coverage_add", "enrol", "consent_add", "measure_add"]
)
def test_another_practice_s_patient_is_not_found(browser, harbor, make, name):
    row = make.patient(harbor)
    assert browser.get(entering.url(name, patient_id=row.pk)).status_code == 404
    assert browser.post(entering.url(name, patient_id=row.pk), {}).status_code == 404


@pytest.mark.parametrize(
    ("name", "who", "status"),
    [
        ("patients", "ann", 200), ("patients", "dana", 200),
        ("patient_add", "alice", 200), ("patient_add", "dana", 403), ("patient_add", "sam", 403),
        ("patient_add", "ann", 403), ("patient_edit", "dana", 200), ("patient_edit", "ann", 403),
        ("enrol", "alice", 200), ("enrol", "sam", 403), ("enrol", "dana", 403),
        ("consent_add", "alice", 200), ("consent_add", "sue", 403),
        ("measure_add", "sam", 200), ("measure_add", "dana", 403), ("measure_add", "ann", 403),
        ("coverage_add", "dana", 200), ("coverage_add", "sam", 403),
        ("practice_settings", "sue", 200), ("practice_settings", "ann", 200),
        ("practice_settings", "alice", 403), ("payers", "ann", 200), ("payer_add", "ann", 403),
        ("payer_add", "dana", 200), ("clinicians", "ann", 200), ("clinician_add", "sue", 200),
        ("clinician_add", "priya", 403), ("safety_flags", "dana", 200),
    ],
)  # fmt: skip
def test_each_role_opens_its_own_pages(request, clock, signed_in, patient, name, who, status):
    of_patient = ("patient_edit", "enrol", "consent_add", "measure_add", "coverage_add")
    row = {"patient_id": patient.pk} if name in of_patient else {}
    person = request.getfixturevalue(who)
    assert signed_in(person).get(entering.url(name, **row)).status_code == status


def test_who_opens_a_chart_is_remembered_without_a_name(browser, patient, priya):
    from registry.models import AccessLog

    browser.get(entering.url("patient_edit", patient_id=patient.pk))
    look = AccessLog.objects.get()
    assert (look.user_id, look.patient_id, look.page) == (priya.pk, patient.pk, "patient_edit")
