from __future__ import annotations

import pytest

from registry.services import case_reviews, time_log
from tests.registry.case_reviews.signing import MINUTE


@pytest.fixture
def episode(enrolled):
    """The enrolled patient's episode, not reviewed yet."""
    enrolled.case_reviews.all().delete()
    return enrolled.episodes.get()


@pytest.fixture
def sign(episode, sam, now):
    def signed(**fields):
        said = {
            "advice": "change_dose",
            "recommendation": "Sertraline to 100 mg; score again in two weeks.",
            "by": sam,
            "now": now,
        }
        return case_reviews.sign(episode, **said | fields)

    return signed


@pytest.fixture
def start(episode, sam):
    """Start Sam's clock on the case."""

    def started(now):
        return time_log.start(
            patient=episode.patient, worker=sam, activity="case_review", by=sam, now=now
        )

    return started


@pytest.fixture
def ten_minutes(now):
    """An interval that has just ended."""
    return {"started_at": now - 10 * MINUTE, "ended_at": now}
