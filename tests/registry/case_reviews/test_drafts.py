"""What Sam has typed and not signed: kept for him alone, in nobody's way, evidence of nothing."""

from __future__ import annotations

import pytest
import time_machine

from registry.models import ReviewDraft
from registry.services import case_reviews, people, review_drafts
from tests.cast import NOW
from tests.registry.entering import text, url

WORDS = "Sertraline to 100 mg, then"


@pytest.fixture(autouse=True)
def _noon():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def episode(enrolled):
    return enrolled.episodes.get()


@pytest.fixture
def colleague(bob, elm_street, system):
    """Bob, who here consults as well."""
    people.grant(bob, elm_street, "consultant", by=system, now=NOW)
    return bob


@pytest.fixture
def page(episode):
    return url("review", episode_id=episode.pk)


@pytest.fixture
def typed(episode, sam, signed_in):
    def send(by=sam, **fields):
        address = url("review_draft", episode_id=episode.pk)
        return signed_in(by).post(address, {"advice": "", "recommendation": "", **fields})

    return send


def test_what_was_typed_stands_in_the_form_again(typed, signed_in, sam, page):
    assert "Draft kept at Oct 14, 2026, 12:00 PM, not signed." in text(typed(recommendation=WORDS))
    typed(recommendation=WORDS + " review", advice="change_dose")
    draft = ReviewDraft.objects.get()
    assert (draft.author, draft.recommendation) == (sam, WORDS + " review")
    shown = signed_in(sam).get(page)
    assert shown.context["form"]["recommendation"].value() == WORDS + " review"
    assert shown.context["form"]["advice"].value() == "change_dose"
    assert "not signed" in text(shown)


def test_a_draft_is_no_review(typed, episode):
    before = episode.case_reviews.count()
    typed(recommendation=WORDS)
    assert episode.case_reviews.count() == before


def test_a_colleague_is_told_of_it_and_held_up_by_nothing(
    typed, colleague, signed_in, page, episode
):
    typed(recommendation=WORDS)
    shown = signed_in(colleague).get(page)
    assert "Sam Okafor has begun a recommendation too" in text(shown)
    assert WORDS not in shown.content.decode()
    typed(by=colleague, recommendation="Continue.")
    case_reviews.sign(episode, advice="continue", recommendation="Continue.", by=colleague, now=NOW)
    assert [row.recommendation for row in ReviewDraft.objects.all()] == [WORDS]


def test_the_care_team_reads_the_case_without_it(typed, signed_in, alice, page):
    typed(recommendation=WORDS)
    shown = signed_in(alice).get(page).content.decode()
    assert WORDS not in shown
    assert "begun a recommendation" not in shown


def test_signing_ends_it(typed, episode, sam):
    typed(recommendation=WORDS)
    case_reviews.sign(episode, advice="switch", recommendation="Another.", by=sam, now=NOW)
    assert not ReviewDraft.objects.exists()


def test_nothing_typed_is_no_draft(typed):
    typed(recommendation=WORDS)
    assert typed(recommendation="  ").status_code == 200
    assert not ReviewDraft.objects.exists()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"recommendation": "x" * 4001}, "shorten it to 4000"),
        ({"recommendation": "x", "advice": "pray"}, "Choose what you recommend."),
    ],
)
def test_what_could_never_be_signed_is_said_and_the_last_draft_stands(typed, fields, sentence):
    typed(recommendation=WORDS)
    answer = typed(**fields)
    assert answer.status_code == 422
    assert sentence in text(answer)
    assert ReviewDraft.objects.get().recommendation == WORDS


def test_two_windows_leave_one_draft_the_later(episode, sam):
    for words in ("one", "two"):
        review_drafts.keep(episode, advice="", recommendation=words, by=sam, now=NOW)
    assert ReviewDraft.objects.get().recommendation == "two"
