"""Real files that nobody here made, and broken ones."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import shutil
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from registry.models import Clinician, Condition, Coverage, Measure, Patient, Payer
from registry.services import synthea
from registry.services.synthea import values

DATA = Path(__file__).resolve().parents[2] / "registry" / "data" / "synthea"


@pytest.fixture
def folder(tmp_path):
    """A copy that a test may break."""
    return Path(shutil.copytree(DATA, tmp_path / "synthea"))


def run(folder, practice, system, now):
    return {r.name: r for r in synthea.run(folder, practice=practice, by=system, now=now)}


@pytest.fixture
def imported(elm_street, system, now):
    return run(DATA, elm_street, system, now)


def test_every_patient_of_the_real_file_is_taken(imported):
    assert (imported["patients.csv"].taken, imported["patients.csv"].refused) == (27, [])
    assert Patient.objects.count() == 27


def test_synthea_s_digits_are_not_part_of_a_name(imported):
    assert Patient.objects.filter(first_name="Maynard", last_name="Mosciski").exists()
    assert not Patient.objects.filter(last_name__regex=r"\d").exists()


def test_an_empty_zip_is_a_gap_and_not_a_guess(imported):
    curt = Patient.objects.get(first_name="Curt")
    assert (curt.city, curt.state, curt.zip_code) == ("Mashpee", "MA", "")
    assert [gap.row for gap in imported["patients.csv"].gaps][:1] == [3]


def test_a_payer_zip_that_lost_its_zero_is_not_mended_in_silence(imported):
    assert Payer.objects.get(name="Aetna").zip_code == ""
    assert any("ZIP" in gap.reason for gap in imported["payers.csv"].gaps)


def test_no_insurance_is_no_payer(imported):
    assert [r.reason for r in imported["payers.csv"].refused] == [
        "NAME says that there is no insurance: that is no payer"
    ]
    assert not Payer.objects.filter(name__icontains="insurance").exists()


def test_those_who_died_keep_the_day(imported):
    assert Patient.objects.get(first_name="Keenan").died_on == dt.date(2004, 3, 21)


def test_scores_of_the_scales_are_taken_and_weights_passed_over(imported):
    report = imported["observations.csv"]
    by_instrument = {
        name: Measure.objects.filter(instrument=name).count()
        for name in ("PHQ-9", "GAD-7", "PHQ-2")
    }
    assert by_instrument == {"PHQ-9": 1, "GAD-7": 8, "PHQ-2": 15}
    assert report.passed_over > 900
    assert {r.reason.split(",")[0] for r in report.refused} == {"CODE is PHQ-9 modified for teens"}


def test_every_row_of_every_file_is_accounted_for(imported):
    for name, report in imported.items():
        rows = len((DATA / name).read_text().splitlines()) - 1
        counted = report.taken + report.unchanged + report.passed_over + len(report.refused)
        assert counted == rows, name


def test_a_second_run_changes_nothing(imported, elm_street, system, now):
    models = (Payer, Clinician, Patient, Coverage, Condition, Measure)
    before = [(model.objects.count(), model.pgh_event_model.objects.count()) for model in models]
    again = run(DATA, elm_street, system, now + dt.timedelta(days=1))
    assert [report.taken for report in again.values()] == [0] * 6
    assert [
        (model.objects.count(), model.pgh_event_model.objects.count()) for model in models
    ] == before


def test_what_changed_in_the_source_is_taken_once(imported, folder, elm_street, system, now):
    path = folder / "patients.csv"
    path.write_text(path.read_text().replace("784 Stamm Lock Unit 46", "9 New Street"))
    assert run(folder, elm_street, system, now)["patients.csv"].taken == 1
    assert Patient.objects.get(first_name="Maynard").address == "9 New Street"


#: What stands before a GAD-7's value in its row.
GAD7 = "GAD-7) total score [Reported.PHQ],"
BROKEN = [
    ("patients.csv", "2014-10-06", "2014-13-06", "BIRTHDATE is no date"),
    ("patients.csv", "2014-10-06", "2999-01-01", "BIRTHDATE lies in the future"),
    ("patients.csv", "Mosciski958", "958", "LAST is empty"),
    ("patients.csv", "Maynard46,Mosciski958", "Maynard46", "cells where the header has"),
    ("observations.csv", GAD7, f"{GAD7}x", "VALUE is no number"),
    ("observations.csv", GAD7, f"{GAD7}9", "VALUE is not between 0 and 21"),
    ("conditions.csv", "2023-01-27,2023-02-09", "2023-01-27,2022-02-09", "STOP lies before START"),
    ("payer_transitions.csv", "2014-10-14T04:17:47Z", "2014-10-14T04:17:47", "says no offset"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "reason"), BROKEN)
def test_a_broken_row_is_named_and_the_rest_taken(
    folder, elm_street, system, now, name, old, new, reason
):
    path = folder / name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    report = run(folder, elm_street, system, now)[name]
    number = text[: text.index(old)].count("\n") + 1
    assert (number, True) in [(r.row, reason in r.reason) for r in report.refused]
    assert report.taken > 0


@pytest.mark.parametrize(
    ("break_it", "sentence"),
    [
        (lambda folder: (folder / "payers.csv").unlink(), "payers.csv is not in the folder"),
        (lambda folder: (folder / "payers.csv").write_text("Id,NAME\n"), "no column ADDRESS"),
        (lambda folder: (folder / "payers.csv").write_bytes(b"\xff\xfe\x00"), "UTF-8"),
        (lambda folder: (folder / "payers.csv").write_text(""), "no column Id"),
    ],
)
def test_a_broken_folder_writes_nothing(folder, elm_street, break_it, sentence):
    break_it(folder)
    with pytest.raises(CommandError, match=sentence):
        call_command("import_synthea", str(folder), practice="elm-street")
    assert not Patient.objects.exists()


def test_the_command_prints_counts_and_the_refused_rows_number(elm_street):
    out = io.StringIO()
    call_command("import_synthea", str(DATA), stdout=out)
    assert "patients.csv: 27 taken, 0 unchanged, 0 refused, 0 passed over" in out.getvalue()
    assert "row 11 refused: NAME says that there is no insurance" in out.getvalue()


def test_with_several_practices_the_command_asks_which(elm_street, harbor):
    with pytest.raises(CommandError, match="name one with --practice"):
        call_command("import_synthea", str(DATA))


def test_an_unknown_practice_is_said(elm_street):
    with pytest.raises(CommandError, match="no practice nowhere"):
        call_command("import_synthea", str(DATA), practice="nowhere")


@given(text=st.text(max_size=80))
def test_no_text_breaks_a_reader_of_values(text):
    readers = [
        lambda: values.day(text, "X"),
        lambda: values.local_day(text, "X", "America/New_York"),
        lambda: values.whole(text, "X", 27),
        lambda: values.name(text, "X", 35),
    ]
    for reader in readers:
        with contextlib.suppress(values.RowError):
            reader()
    values.state(text)
    values.zip_code(text)
