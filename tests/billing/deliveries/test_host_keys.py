"""A server's key on first use: shown by the server, compared and kept by a person."""

from __future__ import annotations

import pytest

from billing.models import Destination
from billing.services import destinations, host_keys
from registry.errors import Refused
from tests.billing.deliveries.outbox import queued, worked
from tests.billing.pages import text

pytestmark = pytest.mark.django_db
PAGE = "/p/elm-street/billing/destination/"


def typed(server, **more):
    return {
        "kind": "sftp", "folder": "", "host": "127.0.0.1", "port": server.port,
        "username": "caretally", "secret_kind": "password", "secret": "letmein",
    } | more  # fmt: skip


def test_dana_asks_the_server_for_its_key_and_keeps_it_once_she_has_compared_it(
    serve, signed_in, files, dana
):
    server, browser = serve(), signed_in(dana)
    answer = browser.post(f"{PAGE}host-key/", {"host": "127.0.0.1", "port": server.port})
    assert server.host_key in answer.content.decode()
    assert host_keys.fingerprint_of(server.host_key) in text(answer)
    assert not Destination.objects.exists()
    asked = typed(server, host_key=server.host_key, host_key_asked="True")
    refused = browser.post(PAGE, asked)
    assert refused.status_code == 422
    assert "Compare the fingerprint" in text(refused)
    assert host_keys.fingerprint_of(server.host_key) in text(refused)
    assert not Destination.objects.exists()
    browser.post(PAGE, asked | {"host_key_compared": "on"})
    assert Destination.objects.get().host_key == server.host_key
    assert worked(queued(dana, files())).state == "sent"


def test_a_key_that_was_typed_from_the_receivers_letter_needs_no_comparing(serve, signed_in, dana):
    server = serve()
    signed_in(dana).post(PAGE, typed(server, host_key=server.host_key))
    assert Destination.objects.get().host_key == server.host_key


@pytest.mark.parametrize(
    ("host", "port", "says"),
    [
        ("", "22", "Enter the host first"),
        ("127.0.0.1", "9", "takes no connection"),
        ("127.0.0.1", "70000", "from 1 to 65535"),
        ("no such host!", "22", "Enter the host first"),
    ],
)
def test_what_keeps_a_server_from_showing_its_key_is_said_and_what_was_typed_stays(
    signed_in, dana, host, port, says
):
    sent = {"host": host, "port": port, "host_key": "SHA256:typed"}
    answer = signed_in(dana).post(f"{PAGE}host-key/", sent)
    assert says in text(answer)
    assert "SHA256:typed" in answer.content.decode()


def test_asking_for_a_key_says_nothing_to_the_server_and_leaves_nothing_there(serve):
    server = serve()
    assert destinations.host_key_of("127.0.0.1", int(server.port)) == server.host_key
    assert server.names() == []


def test_who_speaks_no_sftp_shows_no_key(live_socket):
    with pytest.raises(Refused, match="speaks no SFTP"):
        destinations.host_key_of("127.0.0.1", live_socket)
