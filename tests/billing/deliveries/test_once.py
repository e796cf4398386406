"""Each file arrives once, whatever dies on the way, and again only when a person says why."""

from __future__ import annotations

import contextlib
import os
import random
from functools import partial

import pytest
from django.db import IntegrityError, transaction

from billing.models import Delivery
from billing.services import deliveries
from registry.errors import Refused
from tests.billing.deliveries.outbox import LATER, MUCH, queued, worked
from tests.billing.killing import is_killed, worker


@pytest.mark.django_db
def test_work_that_is_asked_for_again_does_nothing(serve, to_sftp, files, dana):
    server = serve()
    to_sftp(server)
    row = worked(queued(dana, files()))
    worked(row, now=LATER + MUCH)
    assert row.tries == 1
    assert len(server.renames()) == 1


@pytest.mark.django_db
def test_another_file_of_the_name_is_not_overwritten(serve, to_sftp, files, dana):
    server = serve()
    to_sftp(server)
    made = files()
    (server.folder / made.file_name).write_text("somebody else's")
    row = worked(queued(dana, made))
    assert row.state == "failed"
    assert "Another file of this name" in row.problem
    assert (server.folder / made.file_name).read_text() == "somebody else's"


@pytest.mark.django_db
def test_what_was_placed_already_is_not_uploaded_again(serve, to_sftp, files, dana):
    """The worker died between the rename and writing it down."""
    server = serve()
    to_sftp(server)
    made = files()
    row = queued(dana, made)
    (server.folder / made.file_name).write_bytes(bytes(made.content))
    Delivery.objects.filter(pk=row.pk).update(state="placing", tries=1, part_name=".x.part")
    assert worked(row).state == "sent"
    assert server.renames() == []


@pytest.mark.django_db
def test_what_the_receiver_took_at_once_is_not_sent_a_second_time(serve, to_sftp, files, dana):
    """The worker died after the rename, and the receiver emptied the folder: a person decides."""
    server = serve()
    to_sftp(server)
    row = queued(dana, files())
    Delivery.objects.filter(pk=row.pk).update(state="placing", tries=1, part_name=".x.part")
    worked(row)
    assert row.state == "failed"
    assert "the receiver has probably taken it" in row.problem
    assert server.names() == []


@pytest.mark.django_db
def test_two_workers_do_not_deliver_one_file_at_once(to_folder, files, dana, monkeypatch):
    row = queued(dana, files())
    monkeypatch.setattr(deliveries.delivery_lock, "held", lambda pk: contextlib.nullcontext(False))
    worked(row)
    assert (row.state, row.tries) == ("queued", 0)


@pytest.mark.django_db
def test_a_worker_that_comes_back_from_the_dead_stops(to_folder, files, dana, monkeypatch):
    row = queued(dana, files())
    found = deliveries._found

    def overtaken(place, name, content):
        Delivery.objects.filter(pk=row.pk).update(tries=7)
        return found(place, name, content)

    monkeypatch.setattr(deliveries, "_found", overtaken)
    worked(row)
    assert (row.state, row.tries, row.problem) == ("queued", 7, "")
    assert list(to_folder.iterdir()) == []


@pytest.mark.django_db
def test_a_file_is_sent_again_only_with_a_reason_and_one_at_a_time(to_folder, files, dana):
    made = files()
    row = worked(queued(dana, made))
    with pytest.raises(Refused, match="Say why"):
        deliveries.send(made, reason=" ", by=dana, now=LATER)
    again = deliveries.send(made, reason="The receiver lost it", by=dana, now=LATER)
    with pytest.raises(Refused, match="under way"):
        deliveries.send(made, reason="Again", by=dana, now=LATER)
    (to_folder / made.file_name).unlink()
    assert worked(again).state == "sent"
    assert (to_folder / made.file_name).exists()
    assert row.pk != again.pk


@pytest.mark.django_db
def test_the_database_keeps_a_file_from_two_deliveries_without_a_reason(to_folder, files, dana):
    made = files()
    worked(queued(dana, made))
    with pytest.raises(IntegrityError, match="delivery_once_without_reason"), transaction.atomic():
        deliveries.queue([made], by=dana, now=LATER)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("seed", range(int(os.environ.get("KILL_SEEDS", "3"))))
def test_killing_the_worker_at_any_point_leaves_the_file_there_once_and_whole(
    serve, to_sftp, files, dana, seed
):
    """Dozens of kills in all: while connecting, uploading, comparing, renaming, writing down."""
    chance = random.Random(seed)
    server = serve(slow=0.01)
    to_sftp(server)
    kills = 0
    for number in range(1, 5):
        made = files(number, size=chance.randrange(200_000, 1_200_000))
        row = queued(dana, made)
        for attempt in range(60):
            row.refresh_from_db()
            if row.state not in ("queued", "placing"):
                break
            Delivery.objects.filter(pk=row.pk).update(tries=min(row.tries, 5))
            patience = chance.uniform(0.02, 0.2 + attempt / 8)
            work = partial(deliveries.work, row.pk, now=row.try_at)
            kills += is_killed(worker(work), patience)
        assert (row.state, row.problem) == ("sent", "")
        assert (server.folder / made.file_name).read_bytes() == bytes(made.content)
    print(f"killed {kills} times")
    assert kills >= 4
    names = [name for name in server.names() if not name.endswith(".part")]
    assert len(names) == 4
    assert sorted(server.renames()) == names  # each got its name once, and no other
