"""Many enrolments from a file: by header, all or none, twice the same as once."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from registry.models import Consent, Episode, Patient
from registry.services import enrolment_file, enrolment_import
from tests.cast import NOW
from tests.registry import entering

DOCUMENT = Path(__file__).parents[2] / "docs" / "enrolment_csv.md"


@pytest.fixture
def row(alice, sam, priya, dr_priya):
    """A complete row; what is not named is as here."""

    def make(**cells):
        return {
            "record_number": "N1", "program": "cocm", "diagnoses": "F32.1; F41.1",
            "initiating_visit_on": "2026-10-01", "started_on": "2026-10-13",
            "care_manager": alice.email, "treating_practitioner": dr_priya.npi,
            "consultant": sam.email.upper(), "first_name": "Maria", "last_name": "Rivera",
            "birth_date": "1980-05-06", "sex": "F", "consent_method": "verbal",
            "consent_given_at": "2026-10-14 09:30", "consent_statements": "yes",
            "consent_taken_by": priya.email,
        } | cells  # fmt: skip

    return make


def file(*rows):
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode("utf-8-sig")


@pytest.fixture
def bring(elm_street, alice):
    return lambda *rows: enrolment_import.run(file(*rows), practice=elm_street, by=alice, now=NOW)


def test_a_row_is_an_enrolment_with_its_consent(bring, row, alice, sam, priya, dr_priya):
    outcome = bring(row())
    assert outcome.problems == []
    assert (outcome.enrolled, outcome.added) == (1, 1)
    episode = Episode.objects.get()
    assert (episode.care_manager, episode.consultant) == (alice, sam)
    assert episode.treating_practitioner == dr_priya
    assert list(episode.diagnoses.values_list("code", flat=True)) == ["F32.1", "F41.1"]
    consent = Consent.objects.get()
    assert (consent.taken_by, consent.recorded_by) == (priya, alice)
    assert consent.given_at.isoformat() == "2026-10-14T13:30:00+00:00"


def test_who_is_in_the_registry_is_found_by_record_number_and_stays_as_they_are(
    bring, row, patient
):
    outcome = bring(
        row(
            record_number=patient.record_number,
            last_name=patient.last_name.upper(),
            first_name="Other",
            birth_date="1980-01-02",
        )
    )
    assert (outcome.problems, outcome.added) == ([], 0)
    patient.refresh_from_db()
    assert patient.first_name == "Pat"
    assert patient.episodes.count() == 1


def test_the_same_file_again_changes_nothing(bring, row):
    bring(row(), row(record_number="N2"))
    again = bring(row(), row(record_number="N2"))
    assert (again.problems, again.enrolled, again.unchanged) == ([], 0, 2)
    assert (Patient.objects.count(), Consent.objects.count()) == (2, 2)


@pytest.mark.parametrize(
    ("cells", "column", "sentence"),
    [
        ({"program": "ccm"}, "program", "program is missing"),
        ({"diagnoses": "F32"}, "diagnoses", "only heads"),
        ({"started_on": "13.10.2026"}, "started_on", "This is no day"),
        ({"started_on": "2026-10-15"}, "started_on", "future"),
        ({"initiating_visit_on": ""}, "initiating_visit_on", "missing"),
        ({"care_manager": "x@y.example"}, "care_manager", "Nobody in the practice"),
        ({"care_manager": "sam@demo.test"}, "care_manager", "no care manager"),
        ({"consultant": ""}, "consultant", "needs a psychiatric consultant"),
        ({"treating_practitioner": "1"}, "treating_practitioner", "No treating practitioner"),
        ({"last_name": ""}, "last_name", "missing"),
        ({"birth_date": "2027-01-01"}, "birth_date", ""),
        ({"sex": "x"}, "sex", "Choose one"),
        ({"consent_method": "nod"}, "consent_method", "verbal or written"),
        ({"consent_given_at": "2026-10-14"}, "consent_given_at", "day and time"),
        ({"consent_given_at": "2026-10-15 09:00"}, "consent_given_at", "future"),
        ({"consent_given_at": "2026-10-01 09:00"}, "consent_late_reason", "Say why"),
        ({"consent_statements": "no"}, "consent_statements", "all four statements"),
        ({"consent_statements": "maybe"}, "consent_statements", "yes or no"),
        ({"consent_taken_by": "x"}, "consent_taken_by", "Nobody in the practice"),
        ({"site": "Moon"}, "site", "no site of this name"),
        ({"therapy_elsewhere": "perhaps"}, "therapy_elsewhere", "yes or no"),
    ],
)
def test_one_bad_cell_is_told_by_row_and_column_and_nothing_is_written(
    bring, row, cells, column, sentence
):
    blank = {"site": "", "therapy_elsewhere": ""}
    outcome = bring(blank | row(), blank | row(record_number="N2") | cells)
    assert {problem.row for problem in outcome.problems} == {3}
    assert column in {problem.column for problem in outcome.problems}
    assert any(sentence in problem.sentence for problem in outcome.problems)
    assert not Patient.objects.filter(last_name="Rivera").exists()
    assert not Episode.objects.exists()


def test_another_name_under_a_record_number_is_no_match(bring, row, patient):
    outcome = bring(row(record_number=patient.record_number))
    assert outcome.problems[0].column == "last_name"
    assert not patient.episodes.exists()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "missing"),
        (b"record_number\nN1", "This column is missing"),
        (b"name,program\n", "not known"),
        (b"program,program\n", "there twice"),
        (b"\xff\xfe", "not UTF-8"),
        (b'record_number,"program\n', "never closed"),
        (",".join(enrolment_file.NEEDED).encode(), "no rows under it"),
        (",".join(enrolment_file.NEEDED).encode() + b"\n" + b"1," * 8, "more cells"),
        (",".join(enrolment_file.NEEDED).encode() + b"\n" + b"1\n" * 301, "more than 300"),
    ],
)
def test_a_file_that_is_none_says_why(elm_street, alice, data, sentence):
    outcome = enrolment_import.run(data, practice=elm_street, by=alice, now=NOW)
    assert sentence in outcome.problems[0].sentence


def test_priya_uploads_it_and_reads_what_came_of_it(signed_in, priya, row):
    browser, page = signed_in(priya), entering.url("enrolment_import")
    with time_machine.travel(NOW, tick=False):
        sent = SimpleUploadedFile("x.csv", file(row(program="ccm")))
        refused = browser.post(page, {"file": sent})
        assert refused.status_code == 422
        assert "Nothing was imported: 1 problem" in entering.text(refused)
        done = browser.post(page, {"file": SimpleUploadedFile("x.csv", file(row()))}, follow=True)
    assert "Enrolled: 1, of whom new in the registry: 1." in entering.text(done)


def test_the_document_names_every_column_and_the_header_can_be_had(signed_in, priya):
    told = set(re.findall(r"`(\w+)`", "".join(
        line.split("|")[1] + line.split("|")[2] for line in DOCUMENT.read_text("utf-8").splitlines()
        if line.startswith("| `")
    )))  # fmt: skip
    assert set(enrolment_file.COLUMNS) <= told
    answer = signed_in(priya).get(entering.url("enrolment_import") + "?as=csv")
    header = next(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode())))
    assert tuple(header) == enrolment_file.COLUMNS
