"""The outbox: where each file arrives, by which way, and whole."""

from __future__ import annotations

import io

import paramiko
import pytest

from billing.services import deliveries, destinations, host_keys
from registry.errors import Refused
from tests.billing.deliveries.outbox import LATER, queued, worked


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
def test_a_connection_is_tried_out_without_leaving_anything(serve, to_sftp):
    server = serve()
    to = to_sftp(server)
    assert "The connection works" in destinations.try_out(to)
    assert server.names() == []
    to.folder = "not/there"
    with pytest.raises(Refused, match="not there"):
        destinations.try_out(to)
