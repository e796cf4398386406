from __future__ import annotations

import datetime as dt

import pytest

from registry.services import time_log
from tests.registry.time_log.forms import FIELDS
from tests.registry.time_log.moments import (
    AT,
    HOUR_AGO,
    SOON_AFTER,
)


@pytest.fixture
def other(make, elm_street):
    return make.patient(elm_street)


@pytest.fixture
def start(alice):
    def start(patient, now=AT, **fields):
        return time_log.start(patient=patient, worker=alice, by=alice, now=now, **fields)

    return start


@pytest.fixture
def stop(alice):
    def stop(at, **fields):
        return time_log.stop(worker=alice, by=alice, now=at, **fields)

    return stop


@pytest.fixture
def by_hand(enrolled, alice):
    def by_hand(start=HOUR_AGO, end=SOON_AFTER, **fields):
        chosen = {
            "patient": enrolled,
            "worker": alice,
            "role": "care_manager",
            "activity": "patient_contact",
            "reason": "Called from the car",
            "by": alice,
            "now": AT,
        }
        return time_log.record(started_at=start, ended_at=end, **chosen | fields)

    return by_hand


@pytest.fixture
def browser(alice, signed_in):
    return signed_in(alice)


@pytest.fixture
def add(browser, enrolled):
    def add(patient=enrolled, **fields):
        return browser.post(f"/p/elm-street/patients/{patient.pk}/time/add/", FIELDS | fields)

    return add


@pytest.fixture
def entry(enrolled, alice):
    time_log.start(patient=enrolled, worker=alice, by=alice, now=AT - dt.timedelta(minutes=30))
    return time_log.stop(worker=alice, by=alice, now=AT - dt.timedelta(minutes=10))
