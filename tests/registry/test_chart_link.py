"""The chart's address in the clinic's own EHR."""

from __future__ import annotations

import pytest

from registry import chart_link
from tests.registry import entering


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "https://ehr.example.org/chart/{record_number}",
        "https://ehr.example.org/?mrn={record_number}&tab=notes",
    ],
)
def test_a_sound_pattern_has_no_problem(pattern):
    assert chart_link.problem(pattern) is None


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [
        ("https://ehr.example.org/chart/", "Write {record_number} once"),
        ("https://ehr.example.org/{record_number}/{record_number}", "once"),
        ("https://ehr.example.org/{record_number}/{name}", "no other braces"),
        ("http://ehr.example.org/{record_number}", "begin with https://"),
        ("javascript:alert({record_number})", "begin with https://"),
        ("https://{record_number}.example.org/", "name of your EHR's server"),
        ("https:///{record_number}", "name of your EHR's server"),
    ],
)
def test_what_leads_to_no_chart_is_told(pattern, sentence):
    assert sentence in chart_link.problem(pattern)


def test_a_record_number_cannot_lead_elsewhere():
    pattern = "https://ehr.example.org/chart/{record_number}"
    assert chart_link.of(pattern, "A/1?b#é") == "https://ehr.example.org/chart/A%2F1%3Fb%23%C3%A9"
    assert chart_link.of("", "A1") == ""


def test_chart_and_case_link_to_the_ehr_where_the_practice_has_set_it(
    signed_in, sam, enrolled, elm_street
):
    browser = signed_in(sam)
    pages = [
        entering.url("patient", patient_id=enrolled.pk),
        entering.url("review", episode_id=enrolled.episodes.get().pk),
    ]
    for page in pages:
        assert "ehr.example.org" not in browser.get(page).content.decode()
    elm_street.ehr_url = "https://ehr.example.org/chart/{record_number}"
    elm_street.save()
    for page in pages:
        wanted = f'href="https://ehr.example.org/chart/{enrolled.record_number}"'
        assert wanted in browser.get(page).content.decode()
