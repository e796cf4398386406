"""/healthz and /readyz, and the signs of life that they rest on."""

from __future__ import annotations

import pytest
import redis
from django.db import OperationalError, connection

from config import heartbeat

#: The signs are in the one Redis of the session: these tests take turns.
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("signs of life")]


@pytest.fixture(autouse=True)
def everybody_lives():
    heartbeat.give(heartbeat.WORKER)
    heartbeat.give(heartbeat.BEAT)
    yield
    heartbeat.forget(heartbeat.WORKER, heartbeat.BEAT)


def test_not_being_ready_yet_is_no_error_in_the_log(client, caplog):
    heartbeat.forget(heartbeat.WORKER)
    assert missing(client) == ["worker"]
    assert caplog.records == []


def missing(client):
    answer = client.get("/readyz")
    assert answer.status_code == 503
    return answer.json()["missing"]


def test_it_lives_whatever_else_does(client, settings):
    settings.REDIS_URL = "redis://127.0.0.1:9/0"
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_living_asks_no_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/healthz")


def test_it_is_ready_when_all_are_there(client):
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


@pytest.mark.parametrize("who", ["worker", "beat"])
def test_who_gives_no_sign_of_life_is_named(client, who):
    heartbeat.forget(who)
    assert missing(client) == [who]


def test_without_redis_nobody_knows_of_the_others(client, settings):
    settings.REDIS_URL = "redis://127.0.0.1:9/0"
    assert missing(client) == ["redis", "worker", "beat"]


def test_a_missing_database_is_named(client, monkeypatch):
    def no_cursor():
        raise OperationalError("gone")

    monkeypatch.setattr(connection, "cursor", no_cursor)
    assert missing(client) == ["database"]


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_health_is_asked_and_never_changed(client, path):
    assert client.post(path).status_code == 405
    assert "no-store" in client.get(path).headers["Cache-Control"]


def test_a_sign_of_life_ends_by_itself():
    with heartbeat.client() as connection:
        left = connection.ttl("caretally:alive:worker")
    assert 0 < left <= heartbeat.SECONDS


def test_beat_gives_its_sign_each_time_it_looks_at_its_schedule(tmp_path):
    from config.celery import app

    heartbeat.forget(heartbeat.BEAT)
    scheduler = heartbeat.Scheduler(app=app, schedule_filename=str(tmp_path / "schedule"))
    scheduler.schedule.clear()
    delay = scheduler.tick()
    assert heartbeat.missing() == []
    assert delay <= heartbeat.BEAT_LOOKS_EVERY_SECONDS < heartbeat.SECONDS
    scheduler.close()
    assert heartbeat.missing() == ["beat"]


def test_a_redis_that_does_not_answer_is_no_silent_yes(settings):
    settings.REDIS_URL = "redis://127.0.0.1:9/0"
    with pytest.raises(redis.RedisError):
        heartbeat.missing()
