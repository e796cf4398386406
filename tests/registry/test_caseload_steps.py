"""The next step of a patient: an act in words for whatever is wrong, the most pressing one."""

from __future__ import annotations

import datetime as dt
import types

import pytest

from registry.models import ServiceMonth
from registry.services import service_month
from registry.vocabulary import Role
from registry.web import caseload_lines, caseload_steps
from tests.cast import NOW

OCTOBER = dt.date(2026, 10, 1)
CALL = "Call by Oct 26, 2026"


@pytest.fixture
def ash(make, elm_street, alice, sam, dr_priya, payer):
    """A patient of whom nothing is due: spoken with, scored, reviewed and insured."""
    patient = make.patient(elm_street, last_name="Ash")
    make.consent(patient)
    make.coverage(patient, payer)
    episode = make.episode(patient, alice, dr_priya, consultant=sam)
    make.measure(patient, 14)
    make.review(episode, sam)
    make.entry(patient, alice, NOW - dt.timedelta(days=2))
    service_month.refresh([patient], [OCTOBER], now=NOW)
    return patient


@pytest.fixture
def line(ash, elm_street, alice):
    """Ash's row as somebody with these roles reads it, with these rules against the month."""
    from registry.selectors import caseload, caseload_rows

    def line(*rules, roles=frozenset({Role.CARE_MANAGER})):
        month = ServiceMonth.objects.get(patient=ash)
        month.standing["reasons"] = [{"kind": "hold", "rule": rule, "text": "x"} for rule in rules]
        month.save()
        wanted = caseload.Wanted(month=OCTOBER, whose="all")
        found = caseload.rows(alice, elm_street, wanted, NOW, first=0, size=50)
        request = types.SimpleNamespace(practice=elm_street, roles=roles, user=alice)
        (made,) = caseload_lines.lines(request, caseload_rows.rows(elm_street, found, NOW), OCTOBER)
        return made

    return line


def test_of_whom_nothing_is_due_the_next_step_is_the_next_call(line, ash):
    step = line().step
    assert step == (CALL, f"/p/elm-street/patients/{ash.pk}/")


@pytest.mark.parametrize("rule", caseload_lines.LACKS)
def test_whatever_the_month_lacks_the_next_step_is_an_act_and_not_the_flag_again(line, rule):
    found = line(rule)
    said = [flag.text for flag in found.flags]
    assert said
    assert found.step.text not in said
    assert found.step.text != CALL
    assert found.step.url


@pytest.mark.parametrize(
    ("rule", "act"),
    [
        ("initiating_visit_missing", "Ask Priya Shah for the initiating visit"),
        ("initiating_visit_stale", "Ask Priya Shah for a visit that fits the start of care"),
        ("diagnosis_missing", "Ask Priya Shah for a diagnosis that the payer takes"),
        ("subscriber_id_missing", "Ask for the member id, and enter it"),
    ],
)
def test_who_is_to_be_asked_is_named(line, dr_priya, rule, act):
    who = f"{dr_priya.first_name} {dr_priya.last_name}"
    assert line(rule).step.text == act.replace("Priya Shah", who)


def test_the_practitioner_is_not_told_to_ask_herself(line):
    step = line("initiating_visit_missing", roles=frozenset({Role.TREATING_PRACTITIONER})).step
    assert step.text == "Enter the initiating visit, or see the patient"


def test_of_several_gaps_what_no_time_counts_without_comes_first(line):
    order = ["excluded_in_the_month", "coverage_missing", "initiating_visit_missing"]
    assert line(*order).step.text.startswith("Ask Priya")
    assert set(caseload_steps._ACTS) == set(caseload_lines.LACKS)


def test_what_was_asked_is_waited_for_and_the_call_goes_on(line, ash, alice):
    episode = ash.episodes.get()
    episode.review_requests.create(question="Dose?", requested_at=NOW, requested_by=alice)
    assert line().step.text == f"Wait for the consultant's answer; {CALL.lower()[0]}{CALL[1:]}"
    assert line(roles=frozenset({Role.CONSULTANT})).step.text == "Answer the question"


def test_what_a_discharged_patient_s_month_lacks_is_still_to_be_done(line, ash, alice):
    ash.episodes.update(ended_on=NOW.date(), end_reason="moved", closed_at=NOW, closed_by=alice)
    assert line().step.text == "Nothing left: discharged on Oct 14, 2026"
    assert line("subscriber_id_missing").step.text == "Ask for the member id, and enter it"
