"""The outbox: each file arrives once and whole, whatever dies on the way."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import io
import os
import random
import subprocess
import sys
from functools import partial

import paramiko
import pytest
from django.db import IntegrityError, connection, transaction

from billing.models import Delivery, Destination, Submission
from billing.services import deliveries, delivery_queue, destinations, host_keys, sealed
from registry.errors import Refused
from tests.billing.killing import is_killed, worker

LATER = dt.datetime(2026, 11, 3, 15, 0, tzinfo=dt.UTC)
OCTOBER = dt.date(2026, 10, 1)
MUCH = dt.timedelta(days=3)


class Server:
    def __init__(self, folder, process):
        self.folder, self.process = folder, process
        self.port, self.kind, self.key = process.stdout.readline().split()

    @property
    def host_key(self):
        return f"{self.kind} {self.key}"

    def names(self):
        return sorted(path.name for path in self.folder.iterdir())

    def renames(self):
        log = self.folder.parent / "renamed"
        return log.read_text().split() if log.exists() else []


@pytest.fixture
def serve(tmp_path):
    """Start an SFTP server: `serve(slow=0.01, write_only=True)`; it ends with the test."""
    started = []

    def start(*, slow=0.0, write_only=False, port=0):
        folder = tmp_path / "there"
        folder.mkdir(exist_ok=True)
        env = os.environ | {"SLOW": str(slow), "PORT": str(port)}
        env |= {"WRITE_ONLY": "1"} if write_only else {}
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.billing.sftp_server", str(folder)],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=env,
        )  # fmt: skip
        started.append(process)
        return Server(folder, process)

    yield start
    for process in started:
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.fixture
def files(elm_street, payer, dana):
    """Make a file of claims: `files(3)` is one with control number 3."""

    def make(number=1, size=40_000, **fields):
        content = (f"ISA*{number}~" + "X" * size).encode()
        return Submission.objects.create(
            practice=elm_street, payer=payer, receiver_name="Empire", receiver_id="EHP01",
            month=OCTOBER, control_number=number, is_production=False,
            file_name=f"elm-street-2026-10-empire-{number:09}.837", content=content,
            sha256=hashlib.sha256(content).hexdigest(), made_at=LATER, made_by=dana, **fields,
        )  # fmt: skip

    return make


@pytest.fixture
def to_sftp(elm_street, dana):
    def set_up(server, **details):
        chosen = {
            "kind": "sftp", "host": "127.0.0.1", "port": int(server.port),
            "username": "caretally", "secret": "letmein", "host_key": server.host_key,
        }  # fmt: skip
        return destinations.change(elm_street, None, by=dana, now=LATER, **chosen | details)

    return set_up


@pytest.fixture
def to_folder(elm_street, dana, settings, tmp_path):
    settings.OUTBOX_DIR = tmp_path / "outbox"
    destinations.change(elm_street, None, by=dana, now=LATER, kind="folder", folder="relay")
    return tmp_path / "outbox" / "elm-street" / "relay"


def queued(dana, *made):
    rows = deliveries.queue(made, by=dana, now=LATER)
    return rows[0] if len(rows) == 1 else rows


def worked(row, *, now=LATER):
    deliveries.work(row.pk, now=now)
    row.refresh_from_db()
    return row


@pytest.mark.django_db
def test_a_file_arrives_by_sftp_under_its_name_and_byte_for_byte(serve, to_sftp, files, dana):
    server = serve()
    to_sftp(server)
    made = files()
    row = worked(queued(dana, made))
    assert (row.state, row.tries, row.problem) == ("sent", 1, "")
    assert row.arrived_as == f"127.0.0.1: {made.file_name}"
    assert server.names() == [made.file_name]
    assert (server.folder / made.file_name).read_bytes() == bytes(made.content)


@pytest.mark.django_db
def test_a_file_arrives_in_a_folder(to_folder, files, dana):
    made = files()
    row = worked(queued(dana, made))
    assert row.state == "sent"
    assert [path.name for path in to_folder.iterdir()] == [made.file_name]
    assert (to_folder / made.file_name).read_bytes() == bytes(made.content)


@pytest.mark.django_db
def test_without_a_destination_nothing_is_queued(files, dana):
    assert deliveries.queue([files()], by=dana, now=LATER) == []


@pytest.mark.django_db
def test_a_payer_s_own_destination_comes_before_the_practice_s(
    to_folder, files, dana, elm_street, payer
):
    destinations.change(elm_street, payer, by=dana, now=LATER, kind="download")
    assert deliveries.queue([files()], by=dana, now=LATER) == []
    destinations.change(elm_street, payer, by=dana, now=LATER, kind="folder", folder="own")
    worked(queued(dana, files(2)))
    assert (to_folder.parent / "own").is_dir()
    assert not to_folder.exists()


@pytest.mark.django_db
def test_a_payer_s_files_go_where_the_practice_s_go_again(
    to_folder, files, dana, elm_street, payer
):
    destinations.change(elm_street, payer, by=dana, now=LATER, kind="folder", folder="own")
    destinations.change(elm_street, payer, by=dana, now=LATER, kind="practice")
    assert worked(queued(dana, files())).destination.payer is None
    with pytest.raises(Refused):
        destinations.change(elm_street, None, by=dana, now=LATER, kind="practice")


@pytest.mark.django_db
def test_what_waits_for_a_destination_that_is_no_place_any_more_waits_for_a_person(
    to_folder, files, dana, elm_street
):
    row = queued(dana, files())
    destinations.change(elm_street, None, by=dana, now=LATER, kind="download")
    assert "takes no files any more" in worked(row).problem
    assert row.state == "failed"
    assert not to_folder.exists()


@pytest.mark.django_db
def test_work_that_is_asked_for_again_does_nothing(serve, to_sftp, files, dana):
    server = serve()
    to_sftp(server)
    row = worked(queued(dana, files()))
    worked(row, now=LATER + MUCH)
    assert row.tries == 1
    assert len(server.renames()) == 1


@pytest.mark.django_db
def test_a_server_that_shows_no_file_is_judged_by_the_size(serve, to_sftp, files, dana):
    server = serve(write_only=True)
    to_sftp(server)
    assert worked(queued(dana, files())).state == "sent"
    assert len(server.names()) == 1


@pytest.mark.django_db
def test_a_key_signs_in_as_a_password_does(serve, to_sftp, files, dana, tmp_path):
    key = paramiko.RSAKey.generate(2048)
    (tmp_path / "authorized").write_text(key.get_base64())
    text = io.StringIO()
    key.write_private_key(text)
    server = serve()
    to_sftp(server, secret_kind="key", secret=text.getvalue())
    assert worked(queued(dana, files())).state == "sent"


@pytest.mark.django_db
def test_a_fingerprint_pins_the_host_key_too(serve, to_sftp, files, dana):
    server = serve()
    key = paramiko.ECDSAKey(data=paramiko.util.b(__import__("base64").b64decode(server.key)))
    to_sftp(server, host_key=host_keys.fingerprint(key))
    assert worked(queued(dana, files())).state == "sent"


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


@pytest.mark.django_db
def test_a_secret_is_not_in_the_database_nor_in_its_history(serve, to_sftp):
    to = to_sftp(serve())
    assert "letmein" not in to.secret
    assert sealed.open_(to.secret) == "letmein"
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM billing_destinationevent")
        assert "secret" not in {column.name for column in cursor.description}


@pytest.mark.django_db
def test_a_secret_of_another_product_key_is_asked_for_again(serve, to_sftp, files, dana, settings):
    to_sftp(serve())
    settings.SECRET_KEY = "another key altogether"
    row = worked(queued(dana, files()))
    assert row.state == "failed"
    assert "Enter it again" in row.problem


@pytest.mark.django_db
def test_a_secret_does_not_follow_to_another_host(serve, to_sftp, elm_street, dana):
    server = serve()
    to_sftp(server)
    with pytest.raises(Refused) as refused:
        to_sftp(server, host="elsewhere.example", secret="")
    assert "secret" in refused.value.problems
    assert to_sftp(server, secret="", folder="in").folder == "in"  # the same host: it is kept


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"kind": "pigeon"}, "kind"),
        ({"kind": "folder", "folder": "../../etc"}, "folder"),
        ({"kind": "folder", "folder": "/etc"}, "folder"),
        ({"kind": "sftp"}, "host"),
        ({"kind": "sftp", "host": "a b"}, "host"),
        ({"kind": "sftp", "host": "h.example", "port": 70000}, "port"),
        ({"kind": "sftp", "host": "h.example"}, "username"),
        ({"kind": "sftp", "host": "h.example", "username": "u"}, "secret"),
        ({"kind": "sftp", "host": "h.example", "username": "u", "secret": "s"}, "host_key"),
        ({"kind": "sftp", "host_key": "trust me"}, "host_key"),
        ({"kind": "sftp", "secret_kind": "key", "secret": "no key"}, "secret"),
    ],
)
def test_each_wrong_field_is_named(elm_street, dana, details, field):
    with pytest.raises(Refused) as refused:
        destinations.change(elm_street, None, by=dana, now=LATER, **details)
    assert field in refused.value.problems
    assert not Destination.objects.exists()


@pytest.mark.django_db
def test_a_connection_is_tried_out_without_leaving_anything(serve, to_sftp):
    server = serve()
    to = to_sftp(server)
    assert "The connection works" in destinations.try_out(to)
    assert server.names() == []
    to.folder = "not/there"
    with pytest.raises(Refused, match="not there"):
        destinations.try_out(to)


@pytest.mark.django_db
def test_beat_asks_for_what_is_due_and_nothing_else(to_folder, files, dana, monkeypatch):
    asked = []
    monkeypatch.setattr(delivery_queue.current_app, "send_task", lambda _, args: asked.extend(args))
    done, waiting, due = (queued(dana, files(number)) for number in (1, 2, 3))
    worked(done)
    Delivery.objects.filter(pk=waiting.pk).update(try_at=LATER + MUCH)
    delivery_queue.send_where_due(now=LATER)
    assert asked == [due.pk]


# Killing the worker, for good


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
