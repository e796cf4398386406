from __future__ import annotations

import contextlib
import hashlib
import os
import socket
import subprocess
import sys
import threading

import pytest

from billing.models import Submission
from billing.services import destinations
from tests.billing.deliveries.outbox import LATER, OCTOBER, Server


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


@pytest.fixture
def live_socket():
    """The port of somebody who hangs up on whoever calls."""
    listening = socket.create_server(("127.0.0.1", 0))

    def hang_up():
        with contextlib.suppress(OSError):
            while True:
                listening.accept()[0].close()

    threading.Thread(target=hang_up, daemon=True).start()
    yield listening.getsockname()[1]
    listening.close()
