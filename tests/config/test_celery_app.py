"""Whoever sends a task sends it to our broker: also a web server's request thread."""

from __future__ import annotations

import subprocess
import sys

import pytest

IN_A_THREAD = """
import os, threading
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
{load}
def say():
    from celery import current_app
    print(current_app.main, current_app.conf.broker_url)
thread = threading.Thread(target=say)
thread.start()
thread.join()
"""


@pytest.mark.parametrize("load", ["import config.wsgi", "import django; django.setup()"])
def test_a_thread_finds_the_product_s_own_app(load, settings):
    done = subprocess.run(
        [sys.executable, "-c", IN_A_THREAD.format(load=load)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["caretally", settings.CELERY_BROKER_URL]
