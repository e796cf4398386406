"""A process that starts the embedded servers is not the one that has to stop them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from config import embedded
from tests.config import machine

pytestmark = pytest.mark.slow

STARTS = """
import sys
from config import embedded
embedded.redis_url(sys.argv[1], durable=False)
print("up", flush=True)
input()
"""


def test_who_started_the_servers_leaves_them_to_others_without_a_warning(home):
    first = subprocess.Popen(
        [sys.executable, "-W", "always", "-c", STARTS, str(home)],
        cwd="/",
        env=machine.environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert first.stdout.readline() == "up\n"
    embedded.redis_url(home, durable=False)
    assert first.communicate("\n")[1] == ""
    assert embedded.release(home), "we are the last"
    assert machine.of(home) == []
