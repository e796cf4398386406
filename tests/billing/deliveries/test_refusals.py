"""A server that is away, refuses or is another one: asked again later, or left to a person."""

from __future__ import annotations

import paramiko
import pytest

from billing.models import Delivery
from billing.services import deliveries, delivery_queue
from tests.billing.deliveries.outbox import LATER, MUCH, queued, worked


@pytest.mark.django_db
def test_a_server_with_another_host_key_gets_nothing_not_even_the_password(
    serve, to_sftp, files, dana
):
    server = serve()
    other = paramiko.ECDSAKey.generate()
    to_sftp(server, host_key=f"{other.get_name()} {other.get_base64()}")
    row = worked(queued(dana, files()))
    assert row.state == "failed"
    assert "another host key" in row.problem
    assert "SHA256:" in row.problem
    assert server.names() == []


@pytest.mark.django_db
def test_a_refused_sign_in_waits_for_a_person(serve, to_sftp, files, dana):
    to_sftp(serve(), secret="wrong")
    row = worked(queued(dana, files()))
    assert row.state == "failed"
    assert "refused the sign-in" in row.problem
    assert "wrong" not in row.problem


@pytest.mark.django_db
def test_a_server_that_is_away_is_asked_again_later_and_later(serve, to_sftp, files, dana):
    server = serve()
    to_sftp(server)
    server.process.kill()
    server.process.wait()
    row = worked(queued(dana, files()))
    assert (row.state, row.tries) == ("queued", 1)
    assert "takes no connection" in row.problem
    waits = [row.try_at - LATER]
    assert worked(row, now=LATER).tries == 1  # not yet
    for _ in range(3):
        began = row.try_at
        worked(row, now=began)
        waits.append(row.try_at - began)
    assert [wait.seconds // 60 for wait in waits] == [1, 2, 4, 8]


@pytest.mark.django_db
def test_in_the_end_it_is_given_up_with_the_last_reason(serve, to_sftp, files, dana):
    server = serve()
    to_sftp(server)
    server.process.kill()
    server.process.wait()
    row = queued(dana, files())
    for _ in range(deliveries.MOST_TRIES):
        worked(row, now=row.try_at)
    assert row.state == "failed"
    assert row.problem.startswith("Given up after 14 attempts. The server takes no connection")


@pytest.mark.django_db
def test_beat_asks_for_what_is_due_and_nothing_else(to_folder, files, dana, monkeypatch):
    asked = []
    monkeypatch.setattr(delivery_queue.current_app, "send_task", lambda _, args: asked.extend(args))
    done, waiting, due = (queued(dana, files(number)) for number in (1, 2, 3))
    worked(done)
    Delivery.objects.filter(pk=waiting.pk).update(try_at=LATER + MUCH)
    delivery_queue.send_where_due(now=LATER)
    assert asked == [due.pk]
