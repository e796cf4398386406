"""Signs of life of the worker and of beat: keys in Redis that expire where they are not renewed.

The worker renews its own from its event loop, whatever its pool is busy with; beat does so each
time that it looks at its schedule. A process that hangs or dies therefore goes missing by itself.
"""

from __future__ import annotations

import time

import redis
from celery import signals
from celery.beat import PersistentScheduler
from django.conf import settings

WORKER, BEAT = "worker", "beat"
#: Longer than a worker's and beat's intervals together with a stall of a busy machine.
SECONDS = 15
BEAT_LOOKS_EVERY_SECONDS = 5


def client() -> redis.Redis:
    """A connection for a short question: it gives up rather than wait."""
    return redis.Redis.from_url(
        settings.REDIS_URL, socket_timeout=2, socket_connect_timeout=2, decode_responses=True
    )


def give(who: str) -> None:
    """`who` is alive, for the next seconds."""
    with client() as connection:
        connection.set(_key(who), int(time.time()), ex=SECONDS)


def forget(*who: str) -> None:
    """They have ended, in order or not."""
    with client() as connection:
        connection.delete(*(_key(name) for name in who))


def missing() -> list[str]:
    """Who gives no sign of life. Raises redis.RedisError where Redis itself does not answer."""
    everyone = (WORKER, BEAT)
    with client() as connection:
        found = connection.mget([_key(name) for name in everyone])
    return [name for name, sign in zip(everyone, found, strict=True) if sign is None]


class Scheduler(PersistentScheduler):
    """Celery's own scheduler, which also says that it is alive each time that it looks."""

    def tick(self, *args: object, **kwargs: object) -> float:
        """Send what is due, and say when to look again, in seconds."""
        delay = super().tick(*args, **kwargs)
        give(BEAT)
        return min(delay, BEAT_LOOKS_EVERY_SECONDS)

    def close(self) -> None:
        """Keep the schedule, and take leave."""
        super().close()
        forget(BEAT)


@signals.heartbeat_sent.connect
def _worker_lives(**_: object) -> None:
    give(WORKER)


@signals.worker_shutdown.connect
def _worker_leaves(**_: object) -> None:
    forget(WORKER)


def _key(who: str) -> str:
    return f"caretally:alive:{who}"
