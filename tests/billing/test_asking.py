"""What only another can mend is asked of them with one press; its state is on the claim's row."""

from __future__ import annotations

import pytest

from registry.models import Errand
from registry.selectors import errands as errand_rows
from registry.services import errands
from tests.billing.october import NOVEMBER_2
from tests.billing.pages import text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november")]

MONTH = "/p/elm-street/billing/2026-10/"
HELD = f"{MONTH}?lane=held"


def ask(browser, claim, rule):
    return browser.post(f"{MONTH}ask/?lane=held", {"ask": f"{claim.pk}:{rule}"})


def test_the_practitioner_is_asked_for_the_consent_and_the_row_says_so(
    october, signed_in, dana, priya, elm_street
):
    claim = october.claim(75, without="consent")
    dana_s = signed_in(dana)
    assert f"Ask {priya.full_name}" in text(dana_s.get(HELD))
    answer = ask(dana_s, claim, "consent_missing")
    page = text(dana_s.get(answer.url))
    assert f"Asked {priya.full_name} on Nov 2, 2026." in page
    assert f"Ask {priya.full_name}" not in page
    tasks = text(signed_in(priya).get("/p/elm-street/tasks/"))
    assert "What billing asks of you" in tasks
    assert f"Asked by {dana.full_name}, Nov 2, 2026" in tasks


def test_it_leaves_the_tasks_by_itself_once_it_is_done(
    october, signed_in, dana, priya, elm_street, make
):
    claim = october.claim(75, without="consent")
    ask(signed_in(dana), claim, "consent_missing")
    assert errand_rows.waiting_for(priya, elm_street).count() == 1
    make.consent(claim.patient)
    from registry.services import service_month
    from tests.billing.october import OCTOBER

    service_month.refresh([claim.patient], [OCTOBER], now=NOVEMBER_2)
    assert errand_rows.waiting_for(priya, elm_street).count() == 0


def test_asked_twice_it_is_one_errand_and_an_answer_stands_on_the_row(
    october, signed_in, dana, sam
):
    claim = october.claim(75, without="review")
    dana_s = signed_in(dana)
    ask(dana_s, claim, "consultant_review_missing")
    ask(dana_s, claim, "consultant_review_missing")
    errand = Errand.objects.get()
    assert errand.asked_of == sam
    sam_s = signed_in(sam)
    url = f"/p/elm-street/errands/{errand.pk}/"
    assert "No psychiatric consultant" in text(sam_s.get(url))
    assert sam_s.post(url, {"answer": ""}).status_code == 422
    sam_s.post(url, {"answer": "We did not talk of this patient in October."})
    page = text(dana_s.get(HELD))
    assert f"{sam.full_name} on Nov 2, 2026: “We did not talk of this patient in October.”" in page
    assert f"Ask again: {sam.full_name}" in page


def test_all_of_a_cause_are_asked_for_at_once(october, signed_in, dana, alice):
    october.chart(75, without="measure"), october.chart(75, without="measure")
    october.claim(75, without="review")
    dana_s = signed_in(dana)
    where = f"{MONTH}ask/?lane=held&cause=measure_missing"
    answer = dana_s.post(where, {"cause": "measure_missing"})
    assert f"Asked: {alice.full_name} (2 patients)." in text(dana_s.get(answer.url))
    assert Errand.objects.filter(asked_of=alice).count() == 2


def test_an_errand_is_its_person_s_alone(october, signed_in, dana, alice, sam, charlie):
    ask(signed_in(dana), october.claim(75, without="review"), "consultant_review_missing")
    url = f"/p/elm-street/errands/{Errand.objects.get().pk}/"
    assert signed_in(sam).get(url).status_code == 200
    assert signed_in(alice).get(url).status_code == 404
    assert signed_in(charlie).get(url).status_code == 404


def test_what_was_answered_is_not_answered_again(october, signed_in, dana, sam):
    ask(signed_in(dana), october.claim(75, without="review"), "consultant_review_missing")
    errand = Errand.objects.get()
    errands.answer(errand, answer="No.", by=sam, now=NOVEMBER_2)
    answer = signed_in(sam).post(f"/p/elm-street/errands/{errand.pk}/", {"answer": "Yes."})
    assert answer.status_code == 422
    assert Errand.objects.get().answer == "No."
