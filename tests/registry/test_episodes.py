"""Enrolment, its correction, discharge and what follows: the services."""

from __future__ import annotations

import datetime as dt

import pytest

from registry.errors import Refused
from registry.models import Episode, ServiceMonth
from registry.selectors import episodes as selectors
from registry.services import consents, episodes
from registry.services.consents import ConsentInput
from registry.services.enrolment_rules import Enrolment

START = dt.date(2026, 10, 13)
VISIT = dt.date(2026, 10, 1)


@pytest.fixture
def said(alice, sam, dr_priya, priya, now):
    """What a complete enrolment says."""
    return {
        "program": "cocm",
        "diagnoses": ["F32.1"],
        "started_on": START,
        "initiating_visit_on": VISIT,
        "care_manager": alice,
        "consultant": sam,
        "treating_practitioner": dr_priya,
        "consent": ConsentInput(
            method="verbal",
            given_at=now - dt.timedelta(hours=13),
            taken_by=priya,
            told_consultant=True,
            told_cost_sharing=True,
            told_one_practitioner=True,
            told_may_stop=True,
        ),
        "by": priya,
        "now": now,
    }


def problems(patient, said, **changes):
    with pytest.raises(Refused) as refused:
        episodes.enrol(patient=patient, **said | changes)
    assert not Episode.objects.exists()
    return refused.value.problems


def test_an_enrolment_writes_episode_diagnoses_and_consent_at_once(patient, said, priya, now):
    episode = episodes.enrol(patient=patient, **said | {"diagnoses": ["f321", " F41.1"]})
    assert selectors.codes(episode) == ["F32.1", "F41.1"]
    label = episode.diagnoses.get(code="F32.1").label
    assert label == "Major depressive disorder, single episode, moderate"
    assert (episode.enrolled_by, episode.enrolled_at) == (priya, now)
    assert patient.consents.get().recorded_by == priya
    assert ServiceMonth.objects.filter(patient=patient, month=dt.date(2026, 10, 1)).exists()


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"program": ""}, "program", "program is missing"),
        ({"program": "ccm"}, "program", "program is missing"),
        ({"diagnoses": []}, "diagnoses", "diagnosis is missing"),
        ({"diagnoses": ["F32"]}, "diagnoses", "only heads more specific codes"),
        ({"diagnoses": ["F32.1", "F99.99"]}, "diagnoses", "“F99.99” is no ICD-10-CM code"),
        ({"diagnoses": ["F32.1", "f321"]}, "diagnoses", "there twice"),
        ({"diagnoses": ["F32.1"] * 13}, "diagnoses", "no more than 12"),
        ({"started_on": None}, "started_on", "start is missing"),
        ({"started_on": dt.date(2026, 10, 15)}, "started_on", "lies in the future"),
        ({"initiating_visit_on": None}, "initiating_visit_on", "initiating visit is missing"),
        ({"initiating_visit_on": dt.date(2026, 10, 15)}, "initiating_visit_on", "in the future"),
        ({"initiating_visit_on": dt.date(1979, 1, 1)}, "initiating_visit_on", "birth"),
        (
            {"initiating_visit_on": dt.date(2026, 10, 14)},
            "initiating_visit_on",
            "Start on Oct 14, 2026 or later",
        ),
        ({"care_manager": None}, "care_manager", "care manager is missing"),
        ({"consultant": None}, "consultant", "needs a psychiatric consultant"),
        ({"treating_practitioner": None}, "treating_practitioner", "practitioner is missing"),
        ({"non_duplication_note": "x" * 2001}, "non_duplication_note", "longer than 2000"),
    ],
)
def test_what_is_missing_or_in_the_future_is_refused_with_the_reason(
    patient, said, changes, field, sentence
):
    found = problems(patient, said, **changes)
    assert list(found) == [field]
    assert sentence in found[field]


def test_care_does_not_start_before_birth(patient, said):
    found = problems(patient, said, started_on=dt.date(1979, 1, 1))
    assert "before the patient's birth" in found["started_on"]


def test_every_problem_is_told_at_once(patient, said):
    found = problems(
        patient, said, program="", started_on=None, care_manager=None, consent=ConsentInput()
    )
    assert {"program", "started_on", "care_manager", "method", "given_at", "taken_by"} <= set(found)


def test_general_bhi_needs_no_consultant(patient, said):
    episode = episodes.enrol(patient=patient, **said | {"program": "bhi", "consultant": None})
    assert episode.consultant is None


@pytest.mark.parametrize(
    ("who", "field", "sentence"),
    [
        ("sam", "care_manager", "no care manager of the practice"),
        ("charlie", "care_manager", "no care manager of the practice"),
        ("alice", "consultant", "no psychiatric consultant of the practice"),
    ],
)
def test_the_team_has_the_roles_it_is_given(request, patient, said, who, field, sentence):
    found = problems(patient, said, **{field: request.getfixturevalue(who)})
    assert sentence in found[field]


def test_another_practice_s_clinician_treats_nobody_here(patient, said, harbor, dr_priya):
    dr_priya.practice = harbor
    dr_priya.user = None
    dr_priya.save()
    assert "of the practice" in problems(patient, said)["treating_practitioner"]


def test_the_first_instant_of_the_local_day_is_not_the_future(patient, said):
    """October 14 begins in New York while the day before still runs further west."""
    midnight = dt.datetime(2026, 10, 14, 4, 0, tzinfo=dt.UTC)
    today = {"started_on": dt.date(2026, 10, 14), "now": midnight}
    assert episodes.enrol(patient=patient, **said | today)


def test_one_second_earlier_it_is(patient, said):
    before = dt.datetime(2026, 10, 14, 3, 59, 59, tzinfo=dt.UTC)
    found = problems(patient, said, started_on=dt.date(2026, 10, 14), now=before)
    assert "lies in the future" in found["started_on"]


def test_a_patient_who_died_cannot_be_enrolled(patient, said):
    patient.died_on = dt.date(2026, 10, 13)
    patient.save()
    assert "died on Oct 13, 2026" in problems(patient, said)[""]


def test_nobody_is_enrolled_twice_at_once(patient, said):
    episodes.enrol(patient=patient, **said)
    with pytest.raises(Refused) as refused:
        episodes.enrol(patient=patient, **said | {"consent": None})
    assert "is enrolled in Collaborative care" in refused.value.problems["started_on"]
    assert Episode.objects.count() == 1


@pytest.mark.parametrize(
    ("start", "allowed"),
    [(dt.date(2026, 10, 13), False), (dt.date(2026, 10, 14), True)],
)
def test_a_new_episode_begins_after_the_last_day_of_the_old(
    patient, said, now, priya, start, allowed
):
    first = episodes.enrol(patient=patient, **said)
    ended = dt.date(2026, 10, 13)
    episodes.discharge(first, ended_on=ended, reason="goals_reached", by=priya, now=now)
    again = said | {"started_on": start, "consent": None}
    if allowed:
        assert episodes.enrol(patient=patient, **again).started_on == start
    else:
        with pytest.raises(Refused, match="ran from Oct 13, 2026 to Oct 13, 2026"):
            episodes.enrol(patient=patient, **again)


def test_a_refused_enrolment_leaves_nothing_behind(patient, said, monkeypatch):
    """Also where it fails late, after the rows were written."""
    monkeypatch.setattr(
        "registry.services.service_month.refresh_patient",
        lambda *_, **__: (_ for _ in ()).throw(Refused({"": "no"})),
    )
    with pytest.raises(Refused):
        episodes.enrol(patient=patient, **said)
    assert not Episode.objects.exists()
    assert not patient.consents.exists()


# Discharge


@pytest.mark.parametrize(
    ("ended_on", "reason", "field", "sentence"),
    [
        (None, "lapsed", "ended_on", "last day is missing"),
        (dt.date(2026, 10, 15), "lapsed", "ended_on", "in the future"),
        (dt.date(2026, 10, 11), "lapsed", "ended_on", "before it started"),
        (dt.date(2026, 10, 13), "", "reason", "reason is missing"),
        (dt.date(2026, 10, 13), "bored", "reason", "reason is missing"),
    ],
)
def test_a_discharge_needs_a_day_and_a_reason(
    patient, said, priya, now, ended_on, reason, field, sentence
):
    episode = episodes.enrol(patient=patient, **said)
    with pytest.raises(Refused) as refused:
        episodes.discharge(episode, ended_on=ended_on, reason=reason, by=priya, now=now)
    assert sentence in refused.value.problems[field]
    episode.refresh_from_db()
    assert episode.ended_on is None


def test_nobody_is_discharged_twice(patient, said, priya, now):
    episode = episodes.enrol(patient=patient, **said)
    episodes.discharge(episode, ended_on=START, reason="lapsed", by=priya, now=now)
    with pytest.raises(Refused, match="discharged from this episode already"):
        episodes.discharge(episode, ended_on=START, reason="lapsed", by=priya, now=now)


# Correction


def amended(episode, said, **changes):
    names = ("program", "started_on", "initiating_visit_on", "care_manager", "consultant",
             "treating_practitioner")  # fmt: skip
    kept = {name: said[name] for name in names} | {"diagnoses": tuple(said["diagnoses"])}
    return episodes.amend(episode, Enrolment(**kept | changes), by=said["by"], now=said["now"])


def test_a_removed_diagnosis_stays_on_record_with_who_removed_it(patient, said, priya):
    episode = episodes.enrol(patient=patient, **said)
    amended(episode, said, diagnoses=("F41.1", "F32.1"))
    assert selectors.codes(episode) == ["F41.1", "F32.1"]
    amended(episode, said, diagnoses=("F41.1",))
    gone = episode.diagnoses.get(code="F32.1")
    assert gone.removed_by == priya
    amended(episode, said, diagnoses=("F41.1", "F32.1"))
    assert selectors.codes(episode) == ["F41.1", "F32.1"]


def test_a_care_manager_hands_over(patient, said, bob):
    episode = episodes.enrol(patient=patient, **said)
    assert amended(episode, said, care_manager=bob).care_manager == bob


def test_an_earlier_episode_is_in_the_way_of_a_moved_start(patient, said, priya, now):
    first = episodes.enrol(patient=patient, **said | {"started_on": dt.date(2026, 10, 2)})
    episodes.discharge(first, ended_on=dt.date(2026, 10, 5), reason="lapsed", by=priya, now=now)
    second = episodes.enrol(patient=patient, **said | {"consent": None})
    with pytest.raises(Refused, match="Start after it"):
        amended(second, said, started_on=dt.date(2026, 10, 5))
    assert amended(second, said, started_on=dt.date(2026, 10, 6)).started_on.day == 6


# What a payer will ask about


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"initiating_visit_on": START - dt.timedelta(days=366)}, "more than a year before"),
        ({"diagnoses": ["E11.9"]}, "chapter F"),
        ({"consent": None}, "No consent is in force"),
        ({"started_on": dt.date(2026, 10, 10)}, "given after the start"),
        ({"outside_therapy_same_condition": True}, "does not duplicate"),
    ],
)
def test_what_will_be_held_is_said_and_not_refused(patient, said, changes, sentence):
    episode = episodes.enrol(patient=patient, **said | changes)
    (warning,) = selectors.warnings(episode)
    assert sentence in warning


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"initiating_visit_on": START - dt.timedelta(days=365)},
        {"diagnoses": ["E11.9", "F32.1"]},
        {"outside_therapy_same_condition": True, "non_duplication_note": "Dr. Lee, weekly."},
    ],
)
def test_a_sound_enrolment_has_no_warning(patient, said, changes):
    assert selectors.warnings(episodes.enrol(patient=patient, **said | changes)) == []


def test_a_revoked_consent_is_no_consent(patient, said, priya, now):
    episode = episodes.enrol(patient=patient, **said)
    consents.revoke(patient.consents.get(), reason="Asked to stop", by=priya, now=now)
    assert "No consent is in force" in selectors.warnings(episode)[0]
