"""The worker is killed in the middle of a sample, for good, again and again."""

from __future__ import annotations

import random
from functools import partial

import pytest

from billing.models import Packet
from billing.selectors.packet_samples import Wanted
from billing.services import packet_document, packet_samples
from tests.billing.killing import is_killed, worker
from tests.billing.october import NOVEMBER_2


@pytest.mark.django_db(transaction=True)
def test_killing_the_worker_at_any_point_leaves_each_packet_there_once(october, elm_street, dana):
    """While reading, drawing, keeping, counting."""
    chance = random.Random(4711)
    claim = october.sent(75)
    numbers = [claim.pk, *(each.pk for each in october.copies(claim, 4))]
    sample = packet_samples.ask(
        Wanted(numbers=numbers), practice=elm_street, label="x", by=dana, now=NOVEMBER_2
    )
    kills = 0
    for place in sample.places.order_by("position"):
        for attempt in range(60):
            place.refresh_from_db()
            if place.done_at is not None:
                break
            work = partial(packet_samples.work, place.pk, now=NOVEMBER_2)
            kills += is_killed(worker(work), chance.uniform(0.02, 0.4 + attempt / 4))
        assert place.packet_id, place.problem
    sample.refresh_from_db()
    assert (sample.done, sample.failed) == (5, 0)
    assert sample.finished_at == NOVEMBER_2
    assert kills >= 1  # how many, the machine decides
    made = Packet.objects.all()
    assert sorted(packet.claim_id for packet in made) == sorted(numbers)
    assert all(packet_document.is_sound(packet_document.read(each.document)) for each in made)
