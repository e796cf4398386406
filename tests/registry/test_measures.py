"""Scores, their severity, and the flag that item 9 raises."""

from __future__ import annotations

import datetime as dt
import re

import pytest
import time_machine

from registry import instruments
from registry.errors import Refused
from registry.models import Measure, SafetyFlag, ServiceMonth
from registry.selectors import measures as selectors
from registry.services import measures
from tests.registry import entering

DAY = dt.date(2026, 10, 12)
NINE = [1, 2, 0, 3, 1, 1, 2, 0, 0]


@pytest.fixture
def scored(patient, alice, now):
    def record(**fields):
        said = {"instrument": "PHQ-9", "scored_on": DAY, "by": alice, "now": now}
        return measures.record(patient=patient, **said | fields)

    return record


@pytest.mark.parametrize(
    ("name", "total", "word"),
    [
        ("PHQ-9", 0, "minimal"), ("PHQ-9", 4, "minimal"), ("PHQ-9", 5, "mild"),
        ("PHQ-9", 9, "mild"), ("PHQ-9", 10, "moderate"), ("PHQ-9", 14, "moderate"),
        ("PHQ-9", 15, "moderately severe"), ("PHQ-9", 19, "moderately severe"),
        ("PHQ-9", 20, "severe"), ("PHQ-9", 27, "severe"),
        ("GAD-7", 4, "minimal"), ("GAD-7", 5, "mild"), ("GAD-7", 9, "mild"),
        ("GAD-7", 10, "moderate"), ("GAD-7", 14, "moderate"), ("GAD-7", 15, "severe"),
        ("GAD-7", 21, "severe"), ("PHQ-2", 2, "negative screen"), ("PHQ-2", 3, "positive screen"),
    ],
)  # fmt: skip
def test_a_total_has_the_published_word(name, total, word):
    assert instruments.severity(name, total) == word


@pytest.mark.parametrize(
    ("name", "items", "most"), [("PHQ-9", 9, 27), ("GAD-7", 7, 21), ("PHQ-2", 2, 6)]
)
def test_a_scale_has_its_items_and_its_highest_total(name, items, most):
    scale = instruments.scale(name)
    assert (len(scale.items), scale.most) == (items, most)


def test_items_are_added_up(scored):
    measure = scored(items=NINE)
    assert (measure.total, measure.items) == (10, NINE)


def test_a_total_stands_alone(scored):
    measure = scored(instrument="GAD-7", total=0)
    assert (measure.total, measure.items) == (0, None)


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        ({"instrument": "MMPI", "total": 3}, "instrument", "scale is missing"),
        ({"total": None}, "total", "total is missing"),
        ({"total": 28}, "total", "between 0 and 27"),
        ({"total": -1}, "total", "between 0 and 27"),
        ({"instrument": "GAD-7", "total": 22}, "total", "between 0 and 21"),
        ({"items": NINE[:8]}, "items", "has 9 items"),
        ({"items": [*NINE[:8], 4]}, "items", "from 0 to 3"),
        ({"items": [*NINE[:8], -1]}, "items", "from 0 to 3"),
        ({"items": [None, *NINE[1:7], None, 0]}, "items", "Not answered: 1, 8"),
        ({"items": NINE, "total": 11}, "total", "add up to 10, not 11"),
        ({"total": 5, "item_nine": 4}, "item_nine", "from 0 to 3"),
        ({"total": 1, "item_nine": 2}, "item_nine", "more than the total"),
        ({"total": 5, "scored_on": None}, "scored_on", "day is missing"),
        ({"total": 5, "scored_on": dt.date(2026, 10, 15)}, "scored_on", "in the future"),
        ({"total": 5, "scored_on": dt.date(1979, 1, 1)}, "scored_on", "birth"),
    ],
)
def test_a_score_that_cannot_be_is_refused_by_field(scored, fields, field, sentence):
    with pytest.raises(Refused) as refused:
        scored(**fields)
    assert sentence in refused.value.problems[field]
    assert not Measure.objects.exists()


def test_nobody_is_scored_after_death(scored, patient):
    patient.died_on = dt.date(2026, 10, 11)
    patient.save()
    with pytest.raises(Refused, match="after the patient's death"):
        scored(total=5)


def test_the_same_score_of_a_day_is_recorded_once(scored, alice, now):
    first = scored(total=5)
    with pytest.raises(Refused, match="recorded already"):
        scored(total=5)
    measures.void(first, reason="Wrong patient", by=alice, now=now)
    assert scored(total=5)


def test_a_source_s_score_is_taken_once_however_often_it_comes(scored):
    assert scored(total=5, source_id="a") == scored(total=5, source_id="a")
    assert scored(total=5, source_id="b")
    assert Measure.objects.count() == 2


@pytest.mark.parametrize(
    ("fields", "answer"),
    [
        ({"items": [*NINE[:8], 1]}, 1),
        ({"items": [*NINE[:8], 3]}, 3),
        ({"total": 12, "item_nine": 2}, 2),
        ({"items": NINE}, None),
        ({"total": 12, "item_nine": 0}, None),
        ({"total": 12}, None),
        ({"instrument": "GAD-7", "items": [3] * 7}, None),
    ],
)
def test_item_nine_above_zero_raises_a_flag_and_nothing_else_does(scored, fields, answer):
    scored(**fields)
    found = SafetyFlag.objects.first()
    assert (found.answer if found else None) == answer


def test_a_score_refreshes_its_month(scored, patient, now):
    scored(total=5)
    assert ServiceMonth.objects.get(patient=patient).standing_at == now


@pytest.fixture
def flag(scored):
    return scored(items=[*NINE[:8], 1]).safety_flag


@pytest.mark.parametrize(
    ("who", "allowed"),
    [("alice", True), ("priya", True), ("sam", True), ("dana", False), ("sue", False),
     ("ann", False), ("charlie", False)],
)  # fmt: skip
def test_only_a_clinician_of_the_practice_acknowledges(request, flag, now, who, allowed):
    person = request.getfixturevalue(who)
    if allowed:
        done = measures.acknowledge(flag, action_taken="Called; safe.", by=person, now=now)
        assert (done.acknowledged_by, done.acknowledged_at) == (person, now)
    else:
        with pytest.raises(Refused, match="Only a clinician"):
            measures.acknowledge(flag, action_taken="Called; safe.", by=person, now=now)


@pytest.mark.parametrize(("action", "sentence"), [(" ", "What was done"), ("x" * 2001, "longer")])
def test_an_acknowledgement_says_what_was_done(flag, alice, now, action, sentence):
    with pytest.raises(Refused, match=sentence):
        measures.acknowledge(flag, action_taken=action, by=alice, now=now)


def test_a_flag_is_acknowledged_once(flag, alice, sam, now):
    measures.acknowledge(flag, action_taken="Called; safe.", by=alice, now=now)
    with pytest.raises(Refused, match="acknowledged already"):
        measures.acknowledge(flag, action_taken="Me too.", by=sam, now=now)


def test_voiding_a_score_does_not_take_its_flag_away(flag, alice, elm_street, now):
    measures.void(flag.measure, reason="Wrong patient", by=alice, now=now)
    assert selectors.open_flags(alice, elm_street).count() == 1


def test_a_void_needs_a_reason_and_happens_once(scored, alice, now):
    measure = scored(total=5)
    with pytest.raises(Refused, match="reason is missing"):
        measures.void(measure, reason="", by=alice, now=now)
    measures.void(measure, reason="Wrong patient", by=alice, now=now)
    with pytest.raises(Refused, match="voided already"):
        measures.void(measure, reason="Again", by=alice, now=now)


def test_open_flags_are_those_of_one_s_own_practice(flag, alice, charlie, elm_street):
    assert selectors.open_flags(alice, elm_street).count() == 1
    assert selectors.open_flags(charlie, elm_street).count() == 0


# The pages


@pytest.fixture
def browser(signed_in, alice):
    with time_machine.travel("2026-10-14 16:00:00+00:00", tick=False):
        yield signed_in(alice)


@pytest.fixture
def page(patient):
    return entering.url("measure_add", patient_id=patient.pk)


def answers(values):
    return {f"item_{at}": value for at, value in enumerate(values, 1) if value is not None}


def test_a_scale_is_entered_item_by_item(browser, page, patient):
    assert "Little interest" in entering.text(browser.get(page))
    sent = {"scored_on": "2026-10-12", "way": "items", **answers(NINE)}
    assert browser.post(page, sent).status_code == 302
    assert patient.measures.get().items == NINE


def test_an_item_left_out_is_marked_and_the_others_stay(browser, page, patient):
    sent = {"scored_on": "2026-10-12", "way": "items", **answers([*NINE[:8], None])}
    response = browser.post(page, sent)
    assert response.status_code == 422
    assert "Not answered: 9" in entering.text(response)
    assert response.content.decode().count("ct-blank") == 1
    kept = re.findall(r'name="item_\d" value="\d"[^>]* checked', response.content.decode())
    assert len(kept) == 8
    assert not patient.measures.exists()


def test_item_nine_is_asked_for_beside_a_total_and_leads_to_the_flag(browser, page, patient):
    sent = {"scored_on": "2026-10-12", "way": "total", "total": "12", "item_nine": "2"}
    response = browser.post(page, sent)
    flag = patient.safety_flags.get()
    assert response.url == entering.url("safety_flag", flag_id=flag.pk)
    seen = entering.text(browser.get(response.url))
    assert "more than half the days (2)" in seen


def test_another_scale_is_chosen_by_the_address(browser, page, patient):
    assert "Trouble relaxing" in entering.text(browser.get(f"{page}?scale=GAD-7"))
    sent = {"scored_on": "2026-10-12", "way": "total", "total": "22"}
    assert "between 0 and 21" in entering.text(browser.post(f"{page}?scale=GAD-7", sent))
    browser.post(f"{page}?scale=GAD-7", sent | {"total": "9"})
    assert patient.measures.get().instrument == "GAD-7"


@pytest.mark.parametrize("total", ["", "nine", "3.5", "99999999999999999999"])
def test_a_total_that_is_no_number_is_refused_in_words(browser, page, patient, total):
    sent = {"scored_on": "2026-10-12", "way": "total", "total": total}
    response = browser.post(page, sent)
    assert response.status_code == 422
    assert "id_total_error" in response.content.decode()


def test_a_flag_is_acknowledged_on_its_page(browser, flag, alice):
    page = entering.url("safety_flag", flag_id=flag.pk)
    assert browser.post(page, {"action_taken": ""}).status_code == 422
    assert browser.post(page, {"action_taken": "Called; safe."}).status_code == 302
    assert "Called; safe." in entering.text(browser.get(page))


def test_a_biller_sees_a_flag_and_cannot_answer_for_it(browser, signed_in, flag, dana):
    page = entering.url("safety_flag", flag_id=flag.pk)
    biller = signed_in(dana)
    assert "What was done" not in entering.text(biller.get(page))
    assert "Only a clinician" in entering.text(biller.post(page, {"action_taken": "x"}))
    flag.refresh_from_db()
    assert flag.acknowledged_at is None


def test_the_list_of_flags_asks_few_queries_however_many_there_are(
    browser, make, elm_street, scored, flag, alice, now, django_assert_max_num_queries
):
    page = entering.url("safety_flags")
    for _ in range(5):
        row = make.patient(elm_street)
        measures.record(
            patient=row, instrument="PHQ-9", scored_on=DAY, items=[1] * 9, by=alice, now=now
        )
    with django_assert_max_num_queries(12):
        assert entering.text(browser.get(page)).count("Waits") == 6


def test_a_score_is_voided_on_its_page(browser, scored):
    measure = scored(total=5)
    page = entering.url("measure_void", measure_id=measure.pk)
    assert browser.get(page).status_code == 200
    assert browser.post(page, {"reason": ""}).status_code == 422
    assert browser.post(page, {"reason": "Wrong patient"}).status_code == 302
    measure.refresh_from_db()
    assert measure.void_reason == "Wrong patient"
