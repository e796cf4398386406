"""Where one start and one stop spend their time: in this process, without the network."""

from __future__ import annotations

import cProfile
import pstats
import time
import uuid

TIMES = 60


def run(people):
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    settings.ALLOWED_HOSTS = ["testserver"]
    session, patients = people[0]
    client = Client()
    client.cookies["sessionid"] = session

    def cycle():
        name = str(uuid.uuid4())
        _post(client, "start", {"patient": patients[0], "client_id": name})
        _post(client, "stop", {"client_id": name})

    cycle()
    begun = time.perf_counter()
    for _ in range(TIMES):
        cycle()
    each = (time.perf_counter() - begun) / TIMES * 1000
    with CaptureQueriesContext(connection) as captured:
        cycle()
    in_database = 1000 * sum(float(query["time"]) for query in captured.captured_queries)
    print(
        f"a start and a stop: {each:.1f} ms, {len(captured)} statements, "
        f"{in_database:.0f} ms of it in them"
    )
    begun = time.perf_counter()
    for _ in range(TIMES):
        assert client.get(f"/plain/{patients[0]}/").status_code == 200
    print(f"the plain page: {(time.perf_counter() - begun) / TIMES * 1000:.1f} ms")
    with cProfile.Profile() as profile:
        for _ in range(TIMES):
            cycle()
    pstats.Stats(profile).sort_stats("tottime").print_stats(35)
    pstats.Stats(profile).sort_stats("cumulative").print_stats(60)
    return 0


def _post(client, what, body):
    response = client.post(f"/api/p/bench/timer/{what}/", body, content_type="application/json")
    assert response.status_code == 200, response.content
