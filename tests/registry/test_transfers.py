"""Care passes from Alice to Bob, with a reason, and the chart shows it."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.db import DatabaseError, transaction

from registry.errors import Refused
from registry.models import Episode, Transfer
from registry.services import episodes, transfers
from tests.cast import NOW
from tests.registry import entering


@pytest.fixture(autouse=True)
def _noon():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def episode(enrolled):
    return enrolled.episodes.get()


def test_alice_passes_a_patient_to_bob_and_the_chart_says_so(signed_in, episode, alice, bob):
    sent = signed_in(alice).post(
        entering.url("transfer", episode_id=episode.pk), {"to": bob.pk, "reason": "Alice's leave"}
    )
    assert sent.status_code == 302
    episode.refresh_from_db()
    assert episode.care_manager == bob
    chart = signed_in(alice).get(sent.url).content.decode()
    assert "from Alice Moreno to Bob Chen" in chart
    assert "Alice&#x27;s leave" in chart


@pytest.mark.parametrize(
    ("to", "reason", "field"),
    [(None, "leave", "to"), ("bob", " ", "reason"), ("alice", "leave", "to"),
     ("charlie", "leave", "to"), ("bob", "x" * 201, "reason")],
)  # fmt: skip
def test_what_is_missing_or_wrong_is_named(request, episode, alice, now, to, reason, field):
    person = request.getfixturevalue(to) if to else None
    with pytest.raises(Refused) as refused:
        transfers.transfer(episode, to=person, reason=reason, by=alice, now=now)
    assert set(refused.value.problems) == {field}
    assert not Transfer.objects.exists()


def test_a_closed_episode_is_not_passed_on(episode, alice, bob, now):
    episodes.discharge(episode, ended_on=dt.date(2026, 10, 13), reason="moved", by=alice, now=now)
    with pytest.raises(Refused, match="in care"):
        transfers.transfer(episode, to=bob, reason="leave", by=alice, now=now)


def test_sue_passes_on_the_ticked_patients_of_a_caseload(
    signed_in, make, elm_street, payer, dr_priya, alice, bob, sue, episode
):
    others = []
    for _ in range(2):
        patient = make.patient(elm_street)
        others.append(make.episode(patient, alice, dr_priya))
    url = entering.url("transfer_caseload", user_id=alice.pk)
    assert "3 patients in care" in signed_in(sue).get(url).content.decode()
    form = {"to": bob.pk, "reason": "Leaves", "episodes": [episode.pk, others[0].pk]}
    assert signed_in(sue).post(url, form).status_code == 302
    assert Episode.objects.filter(care_manager=bob).count() == 2
    others[1].refresh_from_db()
    assert others[1].care_manager == alice


def test_nothing_ticked_comes_back_with_what_was_typed(signed_in, episode, alice, bob, sue):
    url = entering.url("transfer_caseload", user_id=alice.pk)
    sent = signed_in(sue).post(url, {"to": bob.pk, "reason": "Leaves"})
    assert sent.status_code == 422
    assert "Tick the patients" in sent.content.decode()
    assert 'value="Leaves"' in sent.content.decode()


def test_an_episode_of_another_practice_is_not_among_the_ticked(
    signed_in, make, harbor, charlie, dr_priya, alice, bob, sue, episode
):
    foreign = make.episode(make.patient(harbor), charlie, dr_priya)
    url = entering.url("transfer_caseload", user_id=alice.pk)
    sent = signed_in(sue).post(
        url, {"to": bob.pk, "reason": "Leaves", "episodes": [foreign.pk, episode.pk]}
    )
    assert sent.status_code == 422
    foreign.refresh_from_db()
    assert foreign.care_manager == charlie


def test_a_transfer_is_written_once(episode, alice, bob, now):
    written = transfers.transfer(episode, to=bob, reason="leave", by=alice, now=now)
    with pytest.raises(DatabaseError), transaction.atomic():
        Transfer.objects.filter(pk=written.pk).update(reason="another")
