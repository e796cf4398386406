"""The consultant's queue: who is in it, in which order, and why, in words."""

from __future__ import annotations

import datetime as dt

import pytest

from registry.models import ServiceMonth
from registry.selectors import reviews
from registry.services import case_reviews, service_month

TODAY = dt.date(2026, 10, 14)
WEEK = dt.timedelta(weeks=1)
HELD = {
    "outcome": "held",
    "reasons": [{"kind": "hold", "rule": "consultant_review_missing", "text": "", "reference": ""}],
}


@pytest.fixture
def case(make, elm_street, alice, dr_priya, sam):
    """An episode that began so many weeks ago, scored as told: {weeks after start: total}."""

    def begun(weeks=0, scores=None, reviewed_weeks_ago=None, scale="PHQ-9", **fields):
        patient = make.patient(elm_street)
        start = TODAY - weeks * WEEK
        episode = make.episode(patient, alice, dr_priya, started_on=start, consultant=sam, **fields)
        for after, total in (scores or {}).items():
            on = start + after * WEEK
            make.measure(patient, total, scored_on=on, instrument=scale)
        if reviewed_weeks_ago is not None:
            make.review(episode, sam, reviewed_on=TODAY - reviewed_weeks_ago * WEEK)
        return episode

    return begun


@pytest.fixture
def queue(sam, elm_street, now):
    def rows(show="needs", whose="mine", user=sam):
        found = reviews.queue(user, elm_street, show=show, whose=whose, now=now)
        return reviews.rows(elm_street, list(found), now)

    return rows


@pytest.fixture
def why(queue):
    """The reasons of one episode, by name; empty where it is not in the queue."""

    def of(episode):
        rows = [row for row in queue("all") if row.episode == episode]
        assert sum(term.points for term in rows[0].terms) == rows[0].score
        return {term.name: term.text for term in rows[0].terms}

    return of


def waits(episode, now, standing=HELD):
    month = dt.date(2026, 10, 1)
    service_month.refresh([episode.patient], [month], now=now)
    ServiceMonth.objects.filter(patient=episode.patient).update(standing=standing)


# -- reasons ----------------------------------------------------------------------------------


def test_somebody_new_is_seen_first_when_nobody_else_presses(case, why):
    assert why(case(1)) == {"never": "New since Oct 7, 2026, never reviewed"}


def test_an_open_safety_flag_weighs_most_and_goes_when_it_is_acknowledged(
    case, why, make, priya, now
):
    episode = case(1, reviewed_weeks_ago=0)
    measure = make.measure(episode.patient, 12)
    flag = episode.patient.safety_flags.create(measure=measure, answer=1, raised_at=now)
    assert why(episode) == {"safety": "Safety flag open since Oct 14, 2026"}
    flag.acknowledged_at, flag.acknowledged_by = now, priya
    flag.save()
    assert why(episode) == {}


def test_a_question_stays_until_a_review_answers_it(case, why, alice, sam, now):
    episode = case(1, reviewed_weeks_ago=0)
    case_reviews.request(episode, question="Dose?", by=alice, now=now)
    assert why(episode) == {"requested": "Review was asked for since Oct 14, 2026"}
    case_reviews.sign(episode, advice="continue", recommendation="Go on.", by=sam, now=now)
    assert why(episode) == {}


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (18, 9, None),
        (18, 10, "Not improved after 8 weeks: 18 → 10 (8 points, 44\u00a0%)"),
        (9, 5, "Not improved after 8 weeks: 9 → 5 (4 points, 44\u00a0%)"),
        (10, 5, None),
        (8, 4, None),
        (6, 4, None),
        (12, 12, "Not improved after 8 weeks: still 12"),
        (12, 15, "Worse after 8 weeks: 12 → 15"),
    ],
)
def test_not_improved_is_less_than_half_or_less_than_five_points(case, why, first, last, said):
    assert why(case(8, {0: first, 7: last}, reviewed_weeks_ago=5)).get("not_improved") == said


@pytest.mark.parametrize(("days", "found"), [(55, False), (56, True), (200, True)])
def test_the_course_is_judged_from_eight_weeks_on(case, why, days, found):
    episode = case(0)
    episode.started_on = TODAY - dt.timedelta(days=days)
    episode.save()
    for on, total in ((episode.started_on, 18), (TODAY, 17)):
        episode.patient.measures.create(
            instrument="PHQ-9", scored_on=on, total=total,
            recorded_at=episode.enrolled_at, recorded_by=episode.care_manager,
        )  # fmt: skip
    assert ("not_improved" in why(episode)) is found


@pytest.mark.parametrize(("ago", "found"), [(3, False), (4, True)])
def test_a_plan_just_reviewed_gets_four_weeks_to_work(case, why, ago, found):
    assert ("not_improved" in why(case(12, {0: 18, 11: 18}, reviewed_weeks_ago=ago))) is found


def test_one_score_alone_says_nothing_of_the_course(case, why):
    assert "not_improved" not in why(case(10, {0: 18}))


def test_a_void_score_and_one_from_long_before_are_not_the_baseline(case, why, make, alice, now):
    episode = case(8, {0: 10, 7: 5}, reviewed_weeks_ago=1)
    patient, start = episode.patient, episode.started_on
    make.measure(patient, 5, scored_on=start - dt.timedelta(days=31))
    make.measure(patient, 9, scored_on=TODAY, voided_at=now, voided_by=alice, void_reason="Typo")
    assert why(episode) == {}


def test_who_has_no_phq_9_is_followed_by_gad_7(case, why):
    text = why(case(8, {0: 15, 7: 14}, scale="GAD-7"))["not_improved"]
    assert text == "Not improved after 8 weeks: 15 → 14 (1 point, 6\u00a0%)"


def test_a_claim_waits_only_where_the_review_holds_what_was_earned(case, why, now):
    episode = case(1, reviewed_weeks_ago=0)
    waits(episode, now)
    assert why(episode) == {"claim": "This month's claim waits for a review"}
    waits(episode, now, HELD | {"outcome": "not_billable"})
    assert why(episode) == {}
    waits(episode, now, HELD | {"reasons": []})
    assert why(episode) == {}


@pytest.mark.parametrize(("ago", "points"), [(0, 0), (3, 0), (4, 4), (5, 5), (12, 12), (40, 12)])
def test_who_was_reviewed_long_ago_comes_up_week_by_week(case, queue, ago, points):
    case(50, reviewed_weeks_ago=ago)
    assert [row.score for row in queue("all")] == [points]


def test_the_last_reviews_day_is_said(case, why):
    assert why(case(20, reviewed_weeks_ago=6)) == {
        "weeks": "Last reviewed on Sep 2, 2026, 6 weeks ago"
    }


def test_a_withdrawn_review_is_none(case, why, sam, now):
    episode = case(1, reviewed_weeks_ago=0)
    case_reviews.withdraw(episode.case_reviews.get(), reason="Wrong chart.", by=sam, now=now)
    assert set(why(episode)) == {"never"}


# -- order and membership ---------------------------------------------------------------------


def test_reasons_add_up_and_the_highest_score_comes_first(case, queue, alice, make, now):
    calm = case(1, reviewed_weeks_ago=0)
    late = case(20, {0: 10, 19: 2}, reviewed_weeks_ago=9)
    new = case(1)
    stuck = case(10, {0: 18, 9: 17}, reviewed_weeks_ago=5)
    asked = case(1, reviewed_weeks_ago=0)
    case_reviews.request(asked, question="Dose?", by=alice, now=now)
    flagged = case(1, reviewed_weeks_ago=0)
    flagged.patient.safety_flags.create(
        measure=make.measure(flagged.patient, 12), answer=2, raised_at=now
    )
    waits(new, now)
    rows = queue()
    assert [row.episode for row in rows] == [flagged, asked, new, stuck, late]
    assert [row.score for row in rows] == [100, 60, 50, 45, 9]
    assert calm in [row.episode for row in queue("all")]


def test_among_equals_who_came_first_is_first(case, queue):
    newer, older = case(1), case(3)
    assert [row.episode for row in queue()] == [older, newer]


def test_discharged_and_general_bhi_are_not_in_the_queue(case, queue, now, alice):
    gone = case(10)
    gone.ended_on, gone.end_reason = dt.date(2026, 9, 30), "moved"
    gone.save()
    bhi = case(1, program="bhi")
    assert queue("all") == []
    case_reviews.request(bhi, question="Refer?", by=alice, now=now)
    assert [row.episode for row in queue()] == [bhi]


def test_care_that_ended_this_month_is_there_for_its_claim_alone(case, queue, now):
    gone = case(10, {0: 18, 9: 18})
    gone.ended_on, gone.end_reason = dt.date(2026, 10, 9), "moved"
    gone.save()
    assert queue() == []
    waits(gone, now)
    assert [[term.name for term in row.terms] for row in queue()] == [["claim"]]


def test_mine_are_my_own_and_those_without_a_consultant(case, queue, person, elm_street):
    olga = person("Olga Petrova", (elm_street, "consultant"))
    mine, hers, nobodys = case(1), case(2), case(3)
    hers.consultant, nobodys.consultant = olga, None
    hers.save()
    nobodys.save()
    assert [row.episode for row in queue()] == [nobodys, mine]
    assert [row.episode for row in queue(whose="all")] == [nobodys, hers, mine]


def test_a_stranger_sees_nobody(case, charlie, elm_street, now):
    case(1)
    found = reviews.queue(charlie, elm_street, show="all", whose="all", now=now)
    assert list(found) == []


def test_the_coverage_says_how_far_the_month_has_come(case, sam, elm_street, now):
    case(1, reviewed_weeks_ago=0)
    case(9, reviewed_weeks_ago=3)
    waits(case(1), now)
    case(1, program="bhi")
    found = reviews.coverage(sam, elm_street, whose="mine", now=now)
    assert (found.reviewed, found.patients, found.waiting) == (1, 3, 1)
    assert found.shown == {"needs": 1, "reviewed": 1, "all": 3}


def test_the_next_case_is_the_next_in_the_queue(case, sam, elm_street, now):
    third, second, first = case(1), case(2), case(3)
    done = case(1, reviewed_weeks_ago=0)

    def around(episode):
        return reviews.around(sam, elm_street, episode.pk, whose="mine", now=now)

    assert around(first) == (None, second.pk)
    assert around(second) == (first.pk, third.pk)
    assert around(third) == (second.pk, None)
    assert around(done) == (None, first.pk)


@pytest.mark.parametrize("size", [50, 300])
def test_a_page_asks_the_same_queries_of_fifty_and_of_three_hundred(
    make, elm_street, alice, dr_priya, sam, now, size, django_assert_num_queries
):
    for number in range(size):
        patient = make.patient(elm_street)
        make.episode(patient, alice, dr_priya, consultant=sam, started_on=dt.date(2026, 7, 1))
        make.measure(patient, 10 + number % 9, scored_on=dt.date(2026, 7, 1))
        make.measure(patient, 12, scored_on=dt.date(2026, 10, 1))
    with django_assert_num_queries(4):
        found = reviews.queue(sam, elm_street, show="needs", whose="mine", now=now)
        rows = reviews.rows(elm_street, list(found[:25]), now)
        reviews.coverage(sam, elm_street, whose="mine", now=now)
    assert len(rows) == 25
