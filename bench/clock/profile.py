"""Where one start and one stop spend their time: in this process, without the network.

Told in processor time, of this process and of its database connection's, because that hardly
changes with what else the machine does.
"""

from __future__ import annotations

import cProfile
import io
import itertools
import json
import pstats
import time
import uuid

import psutil

from clock.browsers import CSRF

TIMES = 100


def run(people):
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    settings.ALLOWED_HOSTS = ["testserver"]
    client = Client(get_wsgi_application())
    turns = itertools.cycle((*person, patient) for person in people for patient in person[1])
    name, patient = "", 0

    def start():
        nonlocal name, patient
        client.session, _, patient = next(turns)
        name = str(uuid.uuid4())
        body = {"patient": patient, "activity": "chart_review", "client_id": name}
        client.post("start", body)

    def stop():
        body = {"client_id": name, "activity": "chart_review", "note": "Read the chart"}
        client.post("stop", body)

    def plain():
        client.ask("GET", f"/plain/{patient}/")

    for work in (start, stop, plain) * 32:
        work()
    backend = psutil.Process(connection.connection.info.backend_pid)
    spent = _processor_time([start, stop, plain], backend)
    for work in (start, stop, plain):
        with CaptureQueriesContext(connection) as captured:
            work()
        python, database = (1000 * seconds / TIMES for seconds in spent[work.__name__])
        print(
            f"{work.__name__:<6} {python:6.2f} ms in Python + {database:5.2f} ms in PostgreSQL "
            f"= {python + database:6.2f} ms of processor time, {len(captured)} statements"
        )
    with cProfile.Profile(time.process_time) as profile:
        for _ in range(TIMES):
            start()
            stop()
    pstats.Stats(profile).sort_stats("tottime").print_stats(35)
    pstats.Stats(profile).sort_stats("cumulative").print_stats(90)
    return 0


class Client:
    """Asks the application itself, as a browser with a session would."""

    def __init__(self, application):
        self.application = application
        self.session = ""

    def post(self, what, body):
        self.ask("POST", f"/api/p/bench/timer/{what}/", json.dumps(body).encode())

    def ask(self, method, path, body=b""):
        said = []
        environ = {
            "REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": "",
            "SERVER_NAME": "testserver", "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1",
            "CONTENT_TYPE": "application/json", "CONTENT_LENGTH": str(len(body)),
            "HTTP_COOKIE": f"sessionid={self.session}; csrftoken={CSRF}",
            "HTTP_X_CSRFTOKEN": CSRF, "HTTP_ACCEPT": "application/json",
            "REMOTE_ADDR": "127.0.0.1", "wsgi.input": io.BytesIO(body),
            "wsgi.errors": io.StringIO(),
            "wsgi.url_scheme": "http", "wsgi.multithread": True, "wsgi.multiprocess": True,
            "wsgi.run_once": False, "wsgi.version": (1, 0),
        }  # fmt: skip
        response = self.application(environ, lambda status, headers: said.append(status))
        answered = b"".join(response)
        response.close()
        assert said[0].startswith("200"), (said, answered)


def _processor_time(tasks, backend):
    """Seconds in Python and in PostgreSQL of each task, done by turns."""
    spent = {task.__name__: [0.0, 0.0] for task in tasks}
    for _ in range(TIMES):
        for task in tasks:
            before = _so_far(backend)
            task()
            after = _so_far(backend)
            spent[task.__name__][0] += after[0] - before[0]
            spent[task.__name__][1] += after[1] - before[1]
    return spent


def _so_far(backend):
    with open(f"/proc/{backend.pid}/schedstat") as file:
        return time.process_time(), int(file.read().split()[0]) / 1e9
