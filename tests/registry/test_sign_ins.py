from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.sessions.models import Session

from registry.services import sign_ins

pytestmark = pytest.mark.django_db


def test_the_rows_of_ended_sign_ins_are_taken_away_and_no_others(client, alice):
    client.force_login(alice)
    ends = Session.objects.get().expire_date
    assert sign_ins.forget_ended(now=ends) == 0
    assert sign_ins.forget_ended(now=ends + dt.timedelta(seconds=1)) == 1
    assert not Session.objects.exists()
