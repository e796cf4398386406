"""Sixteen care managers at work: each with a session, two patients in care, and a log."""

from __future__ import annotations

import datetime as dt
import uuid

PEOPLE = 16
ENTRIES = 60
MINUTE = dt.timedelta(minutes=1)


def load(now):
    """Rows for the measurement: [(session key, [patient, patient])] of each person."""
    from registry.models import Clinician, Organization, Payer, Practice

    organization = Organization.objects.create(name="Bench", slug="bench", created_at=now)
    practice = Practice.objects.create(
        organization=organization, name="Bench", slug="bench", created_at=now
    )
    payer = Payer.objects.create(practice=practice, name="Payer", payer_id="P1", created_at=now)
    doctor = Clinician.objects.create(
        practice=practice, kind="treating", first_name="A", last_name="B", npi="1679576722",
        created_at=now, created_by=_person("doctor", practice, "treating_practitioner", now),
    )  # fmt: skip
    _policy(practice, payer, doctor.created_by, now)
    return [_one(number, practice, payer, doctor, now) for number in range(PEOPLE)]


def _person(name, practice, role, now):
    from registry.models import User
    from registry.services import people

    user = User.objects.create_user(f"{name}@bench.test", name, uuid.uuid4().hex)
    people.grant(user, practice, role, by=people.system(), now=now)
    return user


def _policy(practice, payer, by, now):
    from billing.models import Fee, PayerPolicy
    from registry.services import people

    entered = {"practice": practice, "active_from": now.date() - dt.timedelta(days=90),
               "entered_at": now, "entered_by": by}  # fmt: skip
    PayerPolicy.objects.create(
        payer=payer, preset="standard", approved_at=now, approved_by=people.system(), **entered
    )
    for code in ("99492", "99493", "99494"):
        Fee.objects.create(payer=payer, code=code, amount=100, **entered)


def _one(number, practice, payer, doctor, now):
    from registry.services import service_month

    worker = _person(f"worker{number}", practice, "care_manager", now)
    patients = [
        _patient(2 * number + which, practice, payer, doctor, worker, now) for which in (0, 1)
    ]
    service_month.refresh(patients, {now.date().replace(day=1)}, now=now)
    return session(worker, now), [patient.pk for patient in patients]


def _patient(number, practice, payer, doctor, worker, now):
    from registry.models import Consent, Coverage, Episode, Measure, Patient, TimeEntry

    by = {"created_at": now, "created_by": worker}
    recorded = {"recorded_at": now, "recorded_by": worker}
    early = now - dt.timedelta(days=80)
    patient = Patient.objects.create(
        practice=practice, first_name="P", last_name=f"N{number}", sex="F",
        birth_date=dt.date(1980, 1, 2), record_number=f"B{number}", **by,
    )  # fmt: skip
    Coverage.objects.create(
        patient=patient, payer=payer, member_id=f"M{number}", active_from=early.date(), **by
    )
    Consent.objects.create(
        patient=patient, method="verbal", given_at=early, taken_by=worker, told_consultant=True,
        told_cost_sharing=True, told_one_practitioner=True, told_may_stop=True, **recorded,
    )  # fmt: skip
    episode = Episode.objects.create(
        patient=patient, program="cocm", started_on=early.date(), care_manager=worker,
        treating_practitioner=doctor, enrolled_at=early, enrolled_by=worker,
    )  # fmt: skip
    episode.diagnoses.create(code="F32.1", **recorded)
    Measure.objects.create(
        patient=patient, instrument="PHQ-9", total=14, scored_on=now.date(), **recorded
    )
    TimeEntry.objects.bulk_create(_log(patient, practice, worker, number, now))
    return patient


def _log(patient, practice, worker, number, now):
    from registry.models import TimeEntry

    first = now - dt.timedelta(days=3 + 70 * (number % 2)) - ENTRIES * 10 * MINUTE
    for n in range(ENTRIES):
        start = first + 10 * n * MINUTE
        end = start + 5 * MINUTE
        yield TimeEntry(
            practice=practice, patient=patient, worker=worker, role="care_manager",
            activity="chart_review", started_at=start, ended_at=end, status="confirmed",
            origin="timer", note="Read the chart", created_at=start, created_by=worker,
            ended_entry_at=end, confirmed_at=end, confirmed_by=worker,
        )  # fmt: skip


def session(user, now):
    """A browser that has signed in: its session's key."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from registry import session_clock

    store = SessionStore()
    store[SESSION_KEY] = str(user.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session_clock.begin(store, now=now.timestamp())
    store.save()
    return store.session_key
