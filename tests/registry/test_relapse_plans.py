"""The relapse-prevention plan: written, changed by a further one, printed."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.db import DatabaseError, transaction

from registry.errors import Refused
from registry.models import RelapsePlan
from registry.services import relapse_plans
from registry.services.relapse_plans import Plan
from tests.cast import NOW
from tests.registry import entering

MADE = dt.date(2026, 10, 14)


@pytest.fixture(autouse=True)
def _noon():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def episode(enrolled):
    return enrolled.episodes.get()


def plan(**fields):
    return Plan(
        **{"warning_signs": "Sleeps badly", "what_helps": "Walks", "made_on": MADE} | fields
    )


def test_alice_writes_a_plan_and_the_chart_leads_to_it(signed_in, episode, alice):
    url = entering.url("relapse_plan_write", episode_id=episode.pk)
    form = {"warning_signs": "Sleeps badly", "what_helps": "Walks, calls", "made_on": "2026-10-14"}
    sent = signed_in(alice).post(url, form, follow=True)
    assert "Walks, calls" in sent.content.decode()
    chart = signed_in(alice).get(entering.url("patient", patient_id=episode.patient_id))
    assert "Oct 14, 2026</a>" in chart.content.decode()


def test_a_changed_plan_begins_with_the_last_one_and_leaves_it_to_be_read(
    signed_in, episode, alice, now
):
    relapse_plans.write(episode, plan(), by=alice, now=now)
    url = entering.url("relapse_plan_write", episode_id=episode.pk)
    assert "Sleeps badly" in signed_in(alice).get(url).content.decode()
    relapse_plans.write(episode, plan(warning_signs="Cancels plans"), by=alice, now=now)
    page = signed_in(alice).get(entering.url("relapse_plan", episode_id=episode.pk))
    assert "Earlier wordings" in page.content.decode()
    assert page.context["plan"].warning_signs == "Cancels plans"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"warning_signs": " "}, "warning_signs"),
        ({"what_helps": ""}, "what_helps"),
        ({"made_on": None}, "made_on"),
        ({"made_on": dt.date(2026, 10, 15)}, "made_on"),
        ({"made_on": dt.date(2026, 9, 30)}, "made_on"),
        ({"next_score_on": MADE}, "next_score_on"),
        ({"treatment": "x" * 4001}, "treatment"),
    ],
)
def test_what_cannot_stand_is_named(episode, alice, now, fields, field):
    with pytest.raises(Refused) as refused:
        relapse_plans.write(episode, plan(**fields), by=alice, now=now)
    assert set(refused.value.problems) == {field}


def test_a_plan_is_written_once(episode, alice, now):
    written = relapse_plans.write(episode, plan(), by=alice, now=now)
    with pytest.raises(DatabaseError), transaction.atomic():
        RelapsePlan.objects.filter(pk=written.pk).update(what_helps="x")


def test_discharge_asks_for_a_plan_where_there_is_none(signed_in, episode, alice, now):
    url = entering.url("discharge", episode_id=episode.pk)
    assert "No relapse-prevention plan" in signed_in(alice).get(url).content.decode()
    relapse_plans.write(episode, plan(), by=alice, now=now)
    assert "No relapse-prevention plan" not in signed_in(alice).get(url).content.decode()
