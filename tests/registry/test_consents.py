"""Consent: given with all that was said, revoked with a reason, its paper kept apart."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from registry.errors import Refused
from registry.models import Consent, ServiceMonth
from registry.selectors import consents as selectors
from registry.services import consents
from registry.services.consents import ConsentInput
from tests.registry import entering

PDF = b"%PDF-1.7\n1 0 obj"
PNG = b"\x89PNG\r\n\x1a\n....."
JPEG = b"\xff\xd8\xff\xe0....."


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def told(priya, now):
    return ConsentInput(
        method="verbal",
        given_at=now - dt.timedelta(hours=2),
        taken_by=priya,
        told_consultant=True,
        told_cost_sharing=True,
        told_one_practitioner=True,
        told_may_stop=True,
    )


def stored(folder: Path):
    return [path for path in folder.rglob("*") if path.is_file()]


def paper(content=PDF, name="consent.pdf"):
    return SimpleUploadedFile(name, content)


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"method": ""}, "method", "verbal or written"),
        ({"method": "nod"}, "method", "verbal or written"),
        ({"given_at": None}, "given_at", "Enter day and time"),
        ({"given_at": dt.datetime(2026, 10, 14, 16, 0, 1, tzinfo=dt.UTC)}, "given_at", "future"),
        ({"given_at": dt.datetime(1979, 1, 1, tzinfo=dt.UTC)}, "given_at", "before the patient's"),
        ({"taken_by": None}, "taken_by", "Choose a person"),
        ({"told_consultant": False}, "told_consultant", "consultant may be involved"),
        ({"told_cost_sharing": False}, "told_cost_sharing", "cost sharing may apply"),
        ({"told_one_practitioner": False}, "told_one_practitioner", "only one practitioner"),
        ({"told_may_stop": False}, "told_may_stop", "may stop at any time"),
        ({"file": paper(b"")}, "file", "empty"),
        ({"file": paper(b"MZ\x90", "consent.pdf")}, "file", "neither PDF"),
        ({"file": paper(b"<svg>", "consent.svg")}, "file", "neither PDF"),
    ],
)
def test_a_consent_lacking_something_is_refused_by_field(
    patient, told, priya, now, files, changes, field, sentence
):
    with pytest.raises(Refused) as refused:
        consents.give(patient=patient, consent=replace(told, **changes), by=priya, now=now)
    assert list(refused.value.problems) == [field]
    assert sentence in refused.value.problems[field]
    assert not Consent.objects.exists()
    assert stored(files) == []


def test_a_consent_of_this_second_is_not_in_the_future(patient, told, priya, now):
    assert consents.give(patient=patient, consent=replace(told, given_at=now), by=priya, now=now)


def test_a_stranger_to_the_practice_took_no_consent(patient, told, charlie, priya, now):
    with pytest.raises(Refused, match="no role in the practice"):
        consents.give(patient=patient, consent=replace(told, taken_by=charlie), by=priya, now=now)


def test_the_same_consent_is_recorded_once(patient, told, priya, now):
    consents.give(patient=patient, consent=told, by=priya, now=now)
    with pytest.raises(Refused, match="recorded already"):
        consents.give(patient=patient, consent=told, by=priya, now=now)


def test_a_file_too_large_is_refused(patient, told, priya, now, settings):
    settings.MAX_UPLOAD_BYTES = 4
    with pytest.raises(Refused, match="larger than"):
        consents.give(patient=patient, consent=replace(told, file=paper()), by=priya, now=now)


@pytest.mark.parametrize(
    ("content", "name", "ending", "shown"),
    [
        (PDF, "Maria Rivera consent.pdf", "pdf", "Maria Rivera consent.pdf"),
        (PNG, "scan", "png", "scan.png"),
        (JPEG, "photo.JPEG", "jpg", "photo.jpg"),
        (PDF, "../../etc/passwd.exe", "pdf", "passwd.pdf"),
        (PDF, "x" * 200 + ".pdf", "pdf", "x" * 100 + ".pdf"),
    ],
)
def test_a_paper_is_kept_under_a_name_that_tells_nothing(
    patient, told, priya, now, files, content, name, ending, shown
):
    given = consents.give(
        patient=patient, consent=replace(told, file=paper(content, name)), by=priya, now=now
    )
    (path,) = stored(files)
    assert re.fullmatch(rf"[0-9a-f]{{32}}\.{ending}", path.name)
    assert path.read_bytes() == content
    assert given.file_name == shown


def test_a_paper_does_not_outlive_a_consent_that_failed(
    patient, told, priya, now, files, monkeypatch
):
    monkeypatch.setattr(
        "registry.services.service_month.refresh_patient",
        lambda *_, **__: (_ for _ in ()).throw(RuntimeError),
    )
    with pytest.raises(RuntimeError):
        consents.give(patient=patient, consent=replace(told, file=paper()), by=priya, now=now)
    assert stored(files) == []
    assert not Consent.objects.exists()


# Revoking


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"reason": " "}, "reason", "reason is missing"),
        ({"reason": "x" * 201}, "reason", "longer than 200"),
        ({"at": dt.datetime(2026, 10, 14, 16, 0, 1, tzinfo=dt.UTC)}, "at", "in the future"),
        ({"at": dt.datetime(2026, 10, 1, tzinfo=dt.UTC)}, "at", "before it was given"),
    ],
)
def test_a_revocation_needs_a_reason_and_a_time_that_was(
    patient, told, priya, now, changes, field, sentence
):
    given = consents.give(patient=patient, consent=told, by=priya, now=now)
    with pytest.raises(Refused) as refused:
        consents.revoke(given, **{"reason": "Asked to stop", "by": priya, "now": now} | changes)
    assert sentence in refused.value.problems[field]
    given.refresh_from_db()
    assert given.revoked_at is None


def test_a_consent_is_in_force_up_to_the_second_of_its_revocation(patient, told, priya, now):
    given = consents.give(patient=patient, consent=told, by=priya, now=now)
    consents.revoke(given, reason="Asked to stop", by=priya, now=now)
    second = dt.timedelta(seconds=1)
    assert selectors.in_force(patient, told.given_at - second) is None
    assert selectors.in_force(patient, told.given_at) == given
    assert selectors.in_force(patient, now - second) == given
    assert selectors.in_force(patient, now) is None


def test_nothing_is_revoked_twice(patient, told, priya, now):
    given = consents.give(patient=patient, consent=told, by=priya, now=now)
    consents.revoke(given, reason="Asked to stop", by=priya, now=now)
    with pytest.raises(Refused, match="revoked already"):
        consents.revoke(given, reason="Again", by=priya, now=now)


def test_giving_and_revoking_refresh_the_month(patient, told, priya, now):
    given = consents.give(patient=patient, consent=told, by=priya, now=now)
    month = ServiceMonth.objects.get(patient=patient)
    assert month.standing_at == now
    later = now + dt.timedelta(hours=1)
    consents.revoke(given, reason="Asked to stop", by=priya, now=later)
    month.refresh_from_db()
    assert month.standing_at == later


# The pages


@pytest.fixture
def clock():
    with time_machine.travel("2026-10-14 16:00:00+00:00", tick=False):
        yield


@pytest.fixture
def browser(clock, signed_in, priya):
    return signed_in(priya)


def test_a_consent_is_recorded_at_the_local_time_it_was_given(browser, patient, priya):
    page = entering.url("consent_add", patient_id=patient.pk)
    assert browser.get(page).status_code == 200
    response = browser.post(page, entering.CONSENT | {"taken_by": priya.pk, "file": paper()})
    assert response.status_code == 302
    given = patient.consents.get()
    assert given.given_at == dt.datetime(2026, 10, 14, 13, 30, tzinfo=dt.UTC)


def test_what_was_typed_stays_and_the_file_is_asked_for_again(browser, patient, priya):
    sent = entering.CONSENT | {"taken_by": priya.pk, "file": paper(), "given_on": "2026-10-15"}
    del sent["told_may_stop"]
    response = browser.post(entering.url("consent_add", patient_id=patient.pk), sent)
    assert response.status_code == 422
    seen = entering.text(response)
    assert "The consent lies in the future" in seen
    assert "may stop at any time, then tick this statement" in seen or "is missing" in seen
    assert "choose it again" in seen
    assert 'value="2026-10-15"' in response.content.decode()
    assert 'value="09:30"' in response.content.decode()
    assert not patient.consents.exists()


def test_a_missing_time_of_day_is_said_beside_itself_alone(browser, patient, priya):
    sent = entering.CONSENT | {"taken_by": priya.pk, "given_time": ""}
    response = browser.post(entering.url("consent_add", patient_id=patient.pk), sent)
    assert "id_given_time_error" in response.content.decode()
    assert "id_given_on_error" not in response.content.decode()


def test_a_time_that_the_clock_skipped_is_refused(browser, make, patient, priya):
    """March 8, 2026: New York went from 2 to 3 o'clock."""
    sent = entering.CONSENT | {
        "taken_by": priya.pk,
        "given_on": "2026-03-08",
        "late_reason": "Found in the old file",
    }
    page = entering.url("consent_add", patient_id=patient.pk)
    response = browser.post(page, sent | {"given_time": "02:30"})
    assert "clock was put forward" in entering.text(response)
    assert browser.post(page, sent | {"given_time": "03:00"}).status_code == 302


def test_a_consent_is_revoked_at_this_second_unless_said(browser, make, patient, now):
    given = make.consent(patient)
    page = entering.url("consent_revoke", consent_id=given.pk)
    assert browser.get(page).status_code == 200
    sent = {"revoked_on": "2026-10-14", "revoked_time": "12:00", "reason": "Asked to stop"}
    assert browser.post(page, sent | {"reason": ""}).status_code == 422
    assert browser.post(page, sent).status_code == 302
    given.refresh_from_db()
    assert given.revoked_at == now


def test_a_revocation_in_the_future_stands_beside_its_field(browser, make, patient):
    page = entering.url("consent_revoke", consent_id=make.consent(patient).pk)
    sent = {"revoked_on": "2026-10-14", "revoked_time": "12:01", "reason": "Asked to stop"}
    response = browser.post(page, sent)
    assert "id_revoked_on_error" in response.content.decode()


def test_a_paper_is_handed_out_as_a_download_to_who_may_look(
    browser, signed_in, patient, told, priya, charlie, now
):
    given = consents.give(patient=patient, consent=replace(told, file=paper()), by=priya, now=now)
    page = entering.url("consent_file", consent_id=given.pk)
    response = browser.get(page)
    assert b"".join(response.streaming_content) == PDF
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert signed_in(charlie).get(page).status_code == 404


def test_where_there_is_no_paper_there_is_no_page(browser, make, patient):
    page = entering.url("consent_file", consent_id=make.consent(patient).pk)
    assert browser.get(page).status_code == 404


def test_the_script_stands_in_english_in_spanish_and_in_the_practice_s_third_language(
    browser, patient, elm_street
):
    page = entering.url("consent_add", patient_id=patient.pk)
    seen = browser.get(page).content.decode()
    assert "You can stop at any time" in seen
    assert '<div class="ct-script-words" lang="es"><p>Aquí trabajamos en equipo.' in seen
    elm_street.other_language, elm_street.consent_script_other = "Haitian Creole", "Nou travay"
    elm_street.consent_script_es = "Le preguntamos"
    elm_street.save()
    seen = browser.get(page).content.decode()
    assert "What to say in Haitian Creole" in seen
    assert "<p>Nou travay</p>" in seen
    assert "<p>Le preguntamos</p>" in seen


def test_the_language_in_which_the_patient_was_asked_is_kept(browser, patient, priya):
    page = entering.url("consent_add", patient_id=patient.pk)
    sent = entering.CONSENT | {"taken_by": priya.pk, "language": "Spanish"}
    assert browser.post(page, sent | {"language": "Klingon"}).status_code == 422
    assert browser.post(page, sent).status_code == 302
    chart = entering.text(browser.get(entering.url("patient", patient_id=patient.pk)))
    assert "asked in Spanish" in chart
