"""Keep-alive connections that ask as fast as they are answered: plain sockets, so that the one who
measures takes as little as it can of the machine that is measured."""

from __future__ import annotations

import json
import socket
import threading
import time
import uuid

CSRF = "b" * 32


class Browser:
    """One connection of one signed-in person."""

    def __init__(self, port, session):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.head = (
            f"Host: 127.0.0.1:{port}\r\nCookie: sessionid={session}; csrftoken={CSRF}\r\n"
            f"X-CSRFToken: {CSRF}\r\nAccept: application/json\r\n"
        )
        self.rest = b""

    def ask(self, method, path, body=None):
        text = json.dumps(body).encode() if body is not None else b""
        kind = "Content-Type: application/json\r\n" if body is not None else ""
        head = f"{method} {path} HTTP/1.1\r\n{self.head}{kind}Content-Length: {len(text)}\r\n\r\n"
        self.socket.sendall(head.encode() + text)
        return self._answer()

    def _answer(self):
        while b"\r\n\r\n" not in self.rest:
            self._more()
        head, _, self.rest = self.rest.partition(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0] or 0)
        while len(self.rest) < length:
            self._more()
        body, self.rest = self.rest[:length], self.rest[length:]
        assert head.split(b" ", 2)[1] == b"200", head + body
        return body

    def _more(self):
        found = self.socket.recv(65536)
        assert found, "the server closed the connection"
        self.rest += found


def reader(browser, patients):
    """One reading of the plain page, again and again."""
    while True:
        browser.ask("GET", f"/plain/{patients[0]}/")
        yield


def timekeeper(browser, patients):
    """A start, a stop, a start on the other patient, a stop: each as the page sends it."""
    while True:
        for patient in patients:
            name = str(uuid.uuid4())
            start = {"patient": patient, "activity": "chart_review", "client_id": name}
            browser.ask("POST", "/api/p/bench/timer/start/", start)
            yield
            stop = {"client_id": name, "activity": "chart_review", "note": "Read the chart"}
            browser.ask("POST", "/api/p/bench/timer/stop/", stop)
            yield


def rate(port, people, work, seconds):
    """Answers a second, and the 95th percentile of an answer in ms."""
    until, times, gate = [0.0], [], threading.Barrier(len(people) + 1)

    def one(session, patients):
        steps = work(Browser(port, session), patients)
        mine = []
        gate.wait()
        while True:
            begun = time.perf_counter()
            if begun > until[0] and len(mine) % 2 == 0:
                break
            next(steps)
            mine.append(time.perf_counter() - begun)
        times.extend(mine)

    threads = [threading.Thread(target=one, args=person) for person in people]
    for thread in threads:
        thread.start()
    begun = time.perf_counter()
    until[0] = begun + seconds
    gate.wait()
    for thread in threads:
        thread.join()
    assert times, "nothing was answered"
    passed = time.perf_counter() - begun
    return len(times) / passed, 1000 * sorted(times)[int(0.95 * len(times))]
