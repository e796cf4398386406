"""The cast, and the small things they work on.

Alice and Bob are care managers at Elm Street, Priya the PCP, Sam the consultant (also at Harbor),
Sue the supervisor, Ann the auditor.  Dana bills for both practices.  Charlie is a care manager at
Harbor, and a stranger to Elm Street.
"""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

#: Noon in New York on a Wednesday in the middle of a month.
NOW = dt.datetime(2026, 10, 14, 16, 0, tzinfo=dt.UTC)
PASSWORD = "correct-horse-battery"
_numbers = itertools.count(1)


@pytest.fixture
def now():
    return NOW


@pytest.fixture
def system(db):
    from registry.services import people

    return people.system()


@pytest.fixture
def northside(db):
    from registry.models import Organization

    return Organization.objects.create(name="Northside Billing", slug="northside", created_at=NOW)


def _practice(organization, name, slug, npi, **fields):
    from registry.models import Practice

    return Practice.objects.create(
        organization=organization,
        name=name,
        slug=slug,
        npi=npi,
        tax_id="123456789",
        taxonomy="261QP2300X",
        address="12 ELM STREET",
        city="ALBANY",
        state="NY",
        zip_code="122070001",
        phone="5185550100",
        submitter_id="NSB001",
        contact_name="Dana Reyes",
        contact_phone="5185550101",
        created_at=NOW,
        **fields,
    )


@pytest.fixture
def elm_street(northside):
    return _practice(northside, "Elm Street Primary Care", "elm-street", "1234567893")


@pytest.fixture
def harbor(northside):
    return _practice(northside, "Harbor Family Medicine", "harbor", "1245319599")


@pytest.fixture
def person(db, system):
    """Make a person with roles: `person("Alice Moreno", (elm_street, Role.CARE_MANAGER))`."""
    from registry.models import User
    from registry.services import people

    def make(full_name, *memberships):
        email = f"{full_name.split()[0].lower()}@demo.test"
        user = User.objects.create_user(email, full_name, PASSWORD)
        for practice, role in memberships:
            people.grant(user, practice, role, by=system, now=NOW)
        return user

    return make


@pytest.fixture
def alice(person, elm_street):
    return person("Alice Moreno", (elm_street, "care_manager"))


@pytest.fixture
def bob(person, elm_street):
    return person("Bob Chen", (elm_street, "care_manager"))


@pytest.fixture
def priya(person, elm_street):
    return person("Priya Natarajan", (elm_street, "treating_practitioner"))


@pytest.fixture
def sam(person, elm_street, harbor):
    return person("Sam Okafor", (elm_street, "consultant"), (harbor, "consultant"))


@pytest.fixture
def dana(person, elm_street, harbor):
    return person("Dana Reyes", (elm_street, "biller"), (harbor, "biller"))


@pytest.fixture
def sue(person, elm_street):
    return person("Sue Lindqvist", (elm_street, "supervisor"))


@pytest.fixture
def ann(person, elm_street):
    return person("Ann Whitfield", (elm_street, "auditor"))


@pytest.fixture
def charlie(person, harbor):
    return person("Charlie Dubois", (harbor, "care_manager"))


@pytest.fixture
def dr_priya(elm_street, priya):
    """Priya as claims name her."""
    from registry.models import Clinician

    return Clinician.objects.create(
        practice=elm_street,
        user=priya,
        kind="treating",
        first_name="Priya",
        last_name="Natarajan",
        credentials="MD",
        npi="1679576722",
        taxonomy="207Q00000X",
        created_at=NOW,
        created_by=priya,
    )


@pytest.fixture
def payer(elm_street):
    from registry.models import Payer

    return Payer.objects.create(
        practice=elm_street, name="Empire Health Plan", payer_id="EHP01", created_at=NOW
    )


class Make:
    """Rows for a test, by the field's words.  What is not named is what any chart would have."""

    def __init__(self, by):
        self.by = by

    def patient(self, practice, **fields):
        from registry.models import Patient

        number = next(_numbers)
        chosen = {
            "first_name": "Pat",
            "last_name": f"Tester{number}",
            "birth_date": dt.date(1980, 1, 2),
            "sex": "F",
            "address": "5 MAPLE AVENUE",
            "city": "ALBANY",
            "state": "NY",
            "zip_code": "12208",
            "record_number": f"T{number:05}",
            "created_at": NOW,
            "created_by": self.by,
        }
        return Patient.objects.create(practice=practice, **chosen | fields)

    def coverage(self, patient, payer, **fields):
        from registry.models import Coverage

        chosen = {
            "member_id": f"M{patient.pk:08}",
            "active_from": dt.date(2026, 1, 1),
            "created_at": NOW,
            "created_by": self.by,
        }
        return Coverage.objects.create(patient=patient, payer=payer, **chosen | fields)

    def episode(self, patient, care_manager, practitioner, **fields):
        from registry.models import Episode

        diagnosis = fields.pop("diagnosis", "F32.1")
        chosen = {
            "program": "cocm",
            "started_on": dt.date(2026, 10, 1),
            "initiating_visit_on": dt.date(2026, 10, 1),
            "enrolled_at": NOW,
            "enrolled_by": self.by,
        }
        episode = Episode.objects.create(
            patient=patient,
            care_manager=care_manager,
            treating_practitioner=practitioner,
            **chosen | fields,
        )
        if diagnosis:
            episode.diagnoses.create(code=diagnosis, recorded_at=NOW, recorded_by=self.by)
        return episode

    def consent(self, patient, **fields):
        from registry.models import Consent

        chosen = {
            "method": "verbal",
            "given_at": dt.datetime(2026, 9, 30, 14, tzinfo=dt.UTC),
            "taken_by": self.by,
            "told_consultant": True,
            "told_cost_sharing": True,
            "told_one_practitioner": True,
            "told_may_stop": True,
            "recorded_at": NOW,
            "recorded_by": self.by,
        }
        return Consent.objects.create(patient=patient, **chosen | fields)

    def measure(self, patient, total=14, **fields):
        from registry.models import Measure

        chosen = {
            "instrument": "PHQ-9",
            "scored_on": dt.date(2026, 10, 5),
            "recorded_at": NOW,
            "recorded_by": self.by,
        }
        return Measure.objects.create(patient=patient, total=total, **chosen | fields)

    def review(self, episode, consultant, **fields):
        from registry.models import CaseReview

        chosen = {
            "reviewed_on": dt.date(2026, 10, 8),
            "advice": "continue",
            "recommendation": "Go on with the plan; score again in two weeks.",
            "signed_at": NOW,
            "signed_by": consultant,
        }
        return CaseReview.objects.create(
            patient=episode.patient, episode=episode, consultant=consultant, **chosen | fields
        )

    def entry(self, patient, worker, start, minutes=20, **fields):
        """A confirmed stretch of time from an aware `start`; with minutes=None it still runs."""
        from registry.models import TimeEntry

        end = start + dt.timedelta(minutes=minutes) if minutes is not None else None
        chosen = {
            "practice": patient.practice,
            "role": "care_manager",
            "activity": "patient_contact",
            "status": "running" if end is None else "confirmed",
            "origin": "timer",
            "created_at": start,
            "created_by": worker,
        }
        if fields.get("status", chosen["status"]) == "confirmed":
            chosen |= {"confirmed_at": end, "confirmed_by": worker, "ended_entry_at": end}
        return TimeEntry.objects.create(
            patient=patient, worker=worker, started_at=start, ended_at=end, **chosen | fields
        )


@pytest.fixture
def make(db, system):
    return Make(by=system)


@pytest.fixture
def patient(make, elm_street, payer):
    """A covered patient of Elm Street, not enrolled yet."""
    patient = make.patient(elm_street)
    make.coverage(patient, payer)
    return patient


@pytest.fixture
def enrolled(make, patient, alice, sam, dr_priya):
    """A covered patient in collaborative care since October 1: consented, scored, reviewed."""
    make.consent(patient)
    episode = make.episode(patient, alice, dr_priya, consultant=sam)
    make.measure(patient)
    make.review(episode, sam)
    return patient


@pytest.fixture
def signed_in(client):
    """A browser session of somebody: `signed_in(alice).get(...)`."""
    from django.test import Client

    def sign_in(user):
        browser = Client()
        browser.force_login(user)
        return browser

    return sign_in
