"""A claim that was mended goes to its lane when somebody presses for it, before the next night."""

from __future__ import annotations

import datetime as dt

import pytest

from billing.models import Claim, Fee, TrueUpChange, TrueUpRun
from billing.services import claims, true_up, true_up_queue
from registry.errors import Refused
from registry.services import people, service_month
from registry.vocabulary import Role
from tests.billing.october import NOVEMBER_2, OCTOBER
from tests.billing.pages import text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november")]

MONTH = "/p/elm-street/billing/2026-10/"
AGAIN = f"{MONTH}decide-again/"


def mend(october, patient):
    """The consultant reviews the patient after all; the chart's standing is kept anew."""
    october.make.review(patient.episodes.get(), october.sam)
    service_month.refresh([patient], [OCTOBER], now=NOVEMBER_2)


def test_a_mended_row_says_so_and_goes_to_its_lane(october, signed_in, dana):
    mended, other = october.chart(75, without="review"), october.chart(75, without="review")
    october.true_up()
    dana_s = signed_in(dana)
    assert "The chart has changed since" not in text(dana_s.get(f"{MONTH}?lane=held"))
    mend(october, mended)
    page = text(dana_s.get(f"{MONTH}?lane=held"))
    assert page.count("The chart has changed since") == 1
    answer = dana_s.post(f"{AGAIN}?lane=held", {"claim": Claim.objects.get(patient=mended).pk})
    page = text(dana_s.get(answer.url))
    assert "Looked at again: 1 claim now clean." in page
    assert "Clean 1 $150.10" in page
    assert Claim.objects.get(patient=other).outcome == "held"


def test_all_of_a_cause_are_looked_at_and_what_stands_is_said(october, signed_in, dana):
    mended = october.chart(75, without="review")
    october.chart(75, without="review"), october.chart(75, without="consent")
    october.true_up()
    mend(october, mended)
    dana_s = signed_in(dana)
    where = f"{AGAIN}?lane=held&cause=consultant_review_missing"
    page = text(dana_s.get(dana_s.post(where).url))
    assert "1 claim now clean, 1 claim as before" in page
    run = TrueUpRun.objects.latest("pk")
    assert (run.is_partial, run.kind, run.patients_total, run.asked_by) == (True, "final", 2, dana)
    assert TrueUpChange.objects.filter(run=run).count() == 1


def test_what_a_payer_s_fees_changed_is_seen_too(october, signed_in, dana):
    october.chart(75)
    Fee.objects.all().delete()
    october.true_up()
    assert Claim.objects.get().rules == ["fee_missing"]
    october.payable(policy=False)
    signed_in(dana).post(f"{AGAIN}?lane=held")
    assert Claim.objects.get().outcome == "billable"


def test_what_a_person_decided_is_not_looked_at(october, elm_street, signed_in, dana):
    claim = october.claim(75)
    claims.approve([claim.pk], practice=elm_street, month=OCTOBER, by=dana, now=NOVEMBER_2)
    signed_in(dana).post(f"{AGAIN}?lane=held", {"claim": claim.pk})
    claim.refresh_from_db()
    assert claim.state == "approved"
    assert TrueUpRun.objects.filter(is_partial=True, patients_total__gt=0).count() == 0


def test_it_takes_nothing_from_the_nightly_run(october, elm_street, dana, system, monkeypatch):
    patient = october.chart(75, without="review")
    monkeypatch.setattr(true_up_queue, "_send", lambda ids: None)
    october.true_up(now=dt.datetime(2026, 11, 1, 9, tzinfo=dt.UTC))
    given = {"practice": elm_street, "month": OCTOBER, "by": dana, "now": NOVEMBER_2}
    true_up.again(patient_ids=[patient.pk], **given)
    asked = true_up_queue.ask_where_due(by=system, now=NOVEMBER_2)
    assert "final" in {run.kind for run in asked if run.month == OCTOBER}


@pytest.mark.parametrize("state", ["no run", "under way", "too many"])
def test_where_it_cannot_be_it_says_why(october, elm_street, dana, state, monkeypatch):
    patient = october.chart(75)
    given = {"practice": elm_street, "month": OCTOBER, "by": dana, "now": NOVEMBER_2}
    if state == "under way":
        true_up.start(kind="final", **given)
    elif state == "too many":
        october.true_up()
        monkeypatch.setattr(true_up, "CHUNK", 0)
    with pytest.raises(Refused, match="under way" if state == "under way" else "whole month"):
        true_up.again(patient_ids=[patient.pk], **given)


def test_an_address_of_another_practice_does_nothing(october, harbor, signed_in, person):
    claim = october.claim(75, without="review")
    far = person("Farah Quinn")
    people.grant(far, harbor, Role.BILLER, by=people.system(), now=NOVEMBER_2)
    far_s = signed_in(far)
    assert far_s.post(f"{AGAIN}?lane=held", {"claim": claim.pk}).status_code == 404
    far_s.post("/p/harbor/billing/2026-10/decide-again/?lane=held", {"claim": claim.pk})
    assert not TrueUpRun.objects.filter(is_partial=True, patients_total__gt=0).exists()
