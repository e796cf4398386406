"""Enrolment as Priya does it: one page, and nothing typed is lost."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from registry.models import Episode
from registry.selectors import episodes as selectors
from tests.registry import entering


@pytest.fixture
def browser(signed_in, priya, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with time_machine.travel("2026-10-14 16:00:00+00:00", tick=False):
        yield signed_in(priya)


@pytest.fixture
def page(patient):
    return entering.url("enrol", patient_id=patient.pk)


@pytest.fixture
def sent(alice, sam, dr_priya, priya):
    return lambda **fields: entering.enrolment(alice, sam, dr_priya, priya, **fields)


def test_the_page_knows_what_can_be_known(browser, page, sam, dr_priya, priya, alice, bob):
    shown = browser.get(page).content.decode()
    assert f'<option value="{dr_priya.pk}" selected>' in shown  # who asks treats
    assert f'<option value="{sam.pk}" selected>' in shown  # the only consultant
    assert f'<option value="{priya.pk}" selected>' in shown  # takes the consent
    assert 'name="started_on" value="2026-10-14"' in shown
    assert 'data-fill="#id_initiating_visit_on" data-fill-value="2026-10-14"' in shown
    assert 'name="given_time" value="12:00"' in shown
    assert f'<option value="{alice.pk}" selected>' not in shown  # two care managers: ask


def test_what_is_left_to_fill_in_takes_under_a_minute(browser, page, alice, bob, sam, dr_priya):
    """A diagnosis, a press for today's visit, whose caseload, and the consent as it was given."""
    form = browser.get(page).context["form"]
    blank = {name for name in form.fields if not form[name].value()}
    asked = {"diagnosis_text", "diagnoses", "initiating_visit_on", "care_manager", "method"}
    told = {name for name in blank if name.startswith("told_")}
    optional = {"therapy", "non_duplication_note", "file", "site", "late_reason"}
    assert blank - optional == asked | told
    assert len(told) == 4


def test_everything_is_written_by_one_press(browser, page, patient, sent, alice):
    paper = SimpleUploadedFile("signed.pdf", b"%PDF-1.7")
    response = browser.post(page, sent(method="written", file=paper))
    assert response.url == entering.url("patient", patient_id=patient.pk)
    episode = patient.episodes.get()
    assert episode.care_manager == alice
    assert episode.outside_therapy_same_condition is False
    assert patient.consents.get().file_name == "signed.pdf"


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        ({"program": ""}, "program", "missing"),
        ({"diagnoses": []}, "diagnosis_text", "diagnosis is missing"),
        ({"diagnoses": [], "diagnosis_text": "F32"}, "diagnosis_text", "only heads"),
        ({"diagnosis_text": "low mood"}, "diagnosis_text", "“low mood” is no ICD-10-CM code"),
        ({"initiating_visit_on": ""}, "initiating_visit_on", "missing"),
        ({"initiating_visit_on": "2026-10-15"}, "initiating_visit_on", "future"),
        ({"initiating_visit_on": "tomorrow"}, "initiating_visit_on", "This is no day"),
        ({"started_on": "2026-10-15"}, "started_on", "future"),
        ({"care_manager": ""}, "care_manager", "missing"),
        ({"care_manager": "999999"}, "care_manager", "Choose one of those listed"),
        ({"care_manager": "x"}, "care_manager", "Choose one of those listed"),
        ({"consultant": ""}, "consultant", "needs a psychiatric consultant"),
        ({"treating_practitioner": ""}, "treating_practitioner", "missing"),
        ({"therapy": "maybe"}, "therapy", "Choose one of those listed"),
        ({"consent_choice": ""}, "consent_choice", "missing"),
        ({"method": ""}, "method", "verbal or written"),
        ({"given_on": ""}, "given_on", "missing"),
        ({"given_on": "2026-10-14", "given_time": "12:01"}, "given_on", "future"),
        ({"given_time": "noon"}, "given_time", "no time of day"),
        ({"taken_by": ""}, "taken_by", "missing"),
        ({"told_consultant": ""}, "told_consultant", "consultant may be involved"),
        ({"told_cost_sharing": ""}, "told_cost_sharing", "cost sharing may apply"),
        ({"told_one_practitioner": ""}, "told_one_practitioner", "only one practitioner"),
        ({"told_may_stop": ""}, "told_may_stop", "may stop"),
        ({"file": SimpleUploadedFile("a.pdf", b"MZ")}, "file", "neither PDF"),
        ({"file": SimpleUploadedFile("a.pdf", b"")}, "file", "file is empty"),
    ],
)
def test_each_bad_field_is_refused_with_its_sentence_and_keeps_the_rest(
    browser, page, sent, fields, field, sentence
):
    response = browser.post(page, sent(non_duplication_note="Dr. Lee, weekly", **fields))
    assert response.status_code == 422
    shown = response.content.decode()
    error = shown.split(f'id="id_{field}_error"')[1].split("</div>")[0]
    assert sentence in entering.html.unescape(error)
    assert "Dr. Lee, weekly" in shown
    assert not Episode.objects.exists()


def test_all_that_is_missing_is_said_at_once(browser, page):
    seen = entering.text(browser.post(page, {"consent_choice": "now"}))
    for words in ("diagnosis is missing", "initiating visit is missing", "care manager is missing",
                  "Who took the consent is missing", "may stop at any time"):  # fmt: skip
        assert words in seen


def test_picked_codes_stay_picked_when_something_else_is_wrong(browser, page, sent):
    bad = sent(diagnoses=["F32.1", "E11.9", "bogus"], started_on="2026-10-15")
    shown = browser.post(page, bad).content.decode()
    for code in ("F32.1", "E11.9", "bogus"):
        assert f'name="diagnoses" value="{code}"' in shown
    assert "Major depressive disorder, single episode, moderate" in shown
    assert shown.count("not chapter F") == 1


@pytest.mark.parametrize("typed", ["F41.1", "f411", "F41.1, F32.0", "f411 f320"])
def test_codes_typed_and_not_picked_count_too(browser, page, patient, sent, typed):
    browser.post(page, sent(diagnoses=["F33.1"], diagnosis_text=typed))
    codes = selectors.codes(patient.episodes.get())
    assert codes == ["F33.1", "F41.1", "F32.0"][: len(codes)]
    assert len(codes) == 1 + len(typed.split())


def test_consent_may_come_later(browser, page, patient, sent):
    response = browser.post(
        page, sent(consent_choice="later", method="", taken_by="", told_may_stop=""), follow=True
    )
    assert patient.episodes.exists()
    assert not patient.consents.exists()
    assert "No consent is in force" in entering.text(response)


def test_a_consent_in_force_is_used_unless_another_is_given(browser, page, make, patient, sent):
    make.consent(patient)
    assert "The consent of Sep 30, 2026 stays in force" in entering.text(browser.get(page))
    browser.post(page, sent(consent_choice="later"))
    assert patient.consents.count() == 1


def test_what_a_payer_will_ask_about_is_said_after_saving(browser, page, sent):
    response = browser.post(
        page, sent(initiating_visit_on="2025-10-01", diagnoses=["E11.9"]), follow=True
    )
    seen = entering.text(response)
    assert "more than a year before the start" in seen
    assert "chapter F" in seen


@pytest.mark.parametrize(("therapy", "kept"), [("no", False), ("yes", True), ("", None)])
def test_the_therapy_question_has_three_answers(browser, page, patient, sent, therapy, kept):
    browser.post(page, sent(therapy=therapy))
    assert patient.episodes.get().outside_therapy_same_condition is kept


def test_after_a_discharge_the_page_tells_of_it_and_enrols_again(
    browser, page, make, patient, alice, dr_priya, sent
):
    make.episode(
        patient, alice, dr_priya, ended_on=dt.date(2026, 10, 5), end_reason="goals_reached"
    )
    assert "Oct 1, 2026 to Oct 5, 2026 (goals reached)" in entering.text(browser.get(page))
    browser.post(page, sent())
    assert patient.episodes.count() == 2


def test_who_is_enrolled_already_is_told_so_on_the_page_and_by_the_answer(browser, enrolled, sent):
    page = entering.url("enrol", patient_id=enrolled.pk)
    assert "enrolled since Oct 1, 2026" in entering.text(browser.get(page))
    response = browser.post(page, sent())
    assert "Discharge them first" in entering.text(response)
    assert enrolled.episodes.count() == 1


def test_the_lookup_offers_codes_to_pick(browser):
    url = entering.url("diagnosis_lookup")
    shown = browser.post(url, {"diagnosis_text": "generalized anxiety"}).content.decode()
    assert 'data-pick="F41.1"' in shown
    assert "No billable" in entering.text(browser.post(url, {"diagnosis_text": "qqqq"}))
    assert browser.post(url, {"diagnosis_text": ""}).content.strip() == b""
    assert browser.get(url).status_code == 405


# Changing and ending


def test_an_episode_is_mended_where_a_claim_was_held(browser, enrolled, alice, sam, dr_priya, sent):
    episode = enrolled.episodes.get()
    page = entering.url("episode_edit", episode_id=episode.pk)
    assert 'name="diagnoses" value="F32.1"' in browser.get(page).content.decode()
    changed = sent(
        therapy="yes", non_duplication_note="Dr. Lee, weekly", diagnoses=["F41.1"],
        started_on="2026-10-01",
    )  # fmt: skip
    assert browser.post(page, changed | {"started_on": "2026-10-15"}).status_code == 422
    assert browser.post(page, changed).status_code == 302
    episode.refresh_from_db()
    assert episode.non_duplication_note == "Dr. Lee, weekly"
    assert selectors.codes(episode) == ["F41.1"]


def test_a_patient_is_discharged_with_day_and_reason(browser, enrolled):
    episode = enrolled.episodes.get()
    page = entering.url("discharge", episode_id=episode.pk)
    assert 'value="2026-10-14"' in browser.get(page).content.decode()
    bad = browser.post(page, {"ended_on": "2026-09-30", "reason": "lapsed"})
    assert "cannot end before it started" in entering.text(bad)
    assert browser.post(page, {"ended_on": "2026-10-14", "reason": ""}).status_code == 422
    browser.post(page, {"ended_on": "2026-10-14", "reason": "lapsed"})
    episode.refresh_from_db()
    assert (episode.end_reason, episode.ended_on) == ("lapsed", dt.date(2026, 10, 14))


def test_a_discharge_by_death_asks_for_its_date(browser, enrolled):
    page = entering.url("discharge", episode_id=enrolled.episodes.get().pk)
    response = browser.post(page, {"ended_on": "2026-10-14", "reason": "died"}, follow=True)
    assert "Enter the date of death" in entering.text(response)


@pytest.mark.parametrize("name", ["episode_edit", "discharge"])
def test_another_practice_s_episode_is_not_found(signed_in, charlie, enrolled, name):
    row = {"episode_id": enrolled.episodes.get().pk}
    stranger = signed_in(charlie)
    assert stranger.get(entering.url(name, **row)).status_code == 404
    assert stranger.get(entering.url(name, practice="harbor", **row)).status_code == 404
