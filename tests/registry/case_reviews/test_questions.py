"""A question to the consultant waits until a review answers it."""

from __future__ import annotations

import datetime as dt

import pytest

from registry.services import case_reviews
from tests.registry.case_reviews.signing import problems


def test_a_question_waits_and_the_same_one_sent_twice_is_one(episode, alice, now):
    first = case_reviews.request(episode, question=" Is the dose enough? ", by=alice, now=now)
    again = case_reviews.request(episode, question="Is the dose enough?", by=alice, now=now)
    assert (first, first.question) == (again, "Is the dose enough?")


@pytest.mark.parametrize("question", ["", " ", "x" * 4001])
def test_a_question_must_say_something_that_fits(episode, alice, now, question):
    said = problems(case_reviews.request, episode, question=question, by=alice, now=now)
    assert set(said) == {"question"}


def test_nobody_is_asked_about_care_that_has_ended(episode, alice, now):
    episode.ended_on, episode.end_reason = dt.date(2026, 10, 10), "moved"
    episode.save()
    said = problems(case_reviews.request, episode, question="Why?", by=alice, now=now)
    assert "Care ended on Oct 10, 2026" in said[""]


def test_general_bhi_has_nobody_to_ask_unless_one_is_named(
    make, patient, alice, sam, dr_priya, now
):
    episode = make.episode(patient, alice, dr_priya, program="bhi")
    said = problems(case_reviews.request, episode, question="Why?", by=alice, now=now)
    assert "has no consultant" in said[""]
    episode.consultant = sam
    episode.save()
    assert case_reviews.request(episode, question="Why?", by=alice, now=now).pk
