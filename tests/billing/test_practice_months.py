"""A month over all practices: dollars by lane, what waits where, and no more queries for many."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from billing.models import Claim, ClaimLine, TrueUpRun
from billing.selectors import practice_months
from billing.services import claims, deliveries, submission
from registry.models import ClosedMonth, Organization, Patient, Payer, Practice
from registry.services import people
from registry.vocabulary import Role
from tests.billing.october import NOVEMBER_2, OCTOBER
from tests.billing.pages import links, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november")]

PAGE = "/p/elm-street/billing/2026-10/practices/"
#: The frame's own and ten of the list.
MOST_QUERIES = 18
READERS = (Role.BILLER, Role.SUPERVISOR, Role.AUDITOR)


def months(user, practice, now=NOVEMBER_2):
    found = practice_months.of(user, practice.organization_id, OCTOBER, roles=READERS, now=now)
    return {each.practice.slug: each for each in found}


def test_each_practice_shows_its_lanes_and_the_whole_adds_them_up(october, harbor, signed_in, dana):
    october.chart(75), october.chart(160)
    october.chart(75, without="review")
    october.chart(68)
    october.true_up()
    page = text(signed_in(dana).get(PAGE))
    assert "2 practices of Northside Billing" in page
    assert "Clean $480.35 2 claims Needs attention $150.10 1 claim" in page
    assert "Not billable $150.10 1 claim" in page
    assert "Harbor Family Medicine None yet" in page


def test_the_month_page_says_what_was_missed_in_the_header_of_its_lane(october, signed_in, dana):
    october.chart(68)
    october.true_up()
    page = text(signed_in(dana).get("/p/elm-street/billing/2026-10/"))
    assert "Not billable 1 $150.10" in page


@pytest.mark.parametrize(
    ("without", "waits", "words"),
    [("review", "held", "Mend 1 claim"), ("", "clean", "Approve 1 claim")],
)
def test_what_waits_is_said_with_the_page_where_it_is_done(
    october, elm_street, signed_in, dana, without, waits, words
):
    october.claim(75, without=without)
    assert list(months(dana, elm_street)["elm-street"].waits) == [waits]
    answer = signed_in(dana).get(PAGE)
    assert words in text(answer)
    assert f"/p/elm-street/billing/2026-10/?lane={waits}" in links(answer)


def test_a_practice_without_a_final_true_up_waits_for_it(october, elm_street, harbor, dana):
    october.chart(75)
    october.true_up(now=dt.datetime(2026, 10, 20, 15, tzinfo=dt.UTC), kind="provisional")
    found = months(dana, elm_street)
    assert list(found["elm-street"].waits) == ["true_up"]
    assert list(found["harbor"].waits) == ["true_up"]


def test_nothing_waits_while_the_month_is_under_way(october, elm_street, dana):
    october.chart(75, without="review")
    now = dt.datetime(2026, 10, 20, 15, tzinfo=dt.UTC)
    october.true_up(now=now, kind="provisional")
    assert not months(dana, elm_street, now)["elm-street"].waits


def test_a_month_goes_from_approved_to_sent_to_closed(october, elm_street, dana):
    claim = october.claim(75)
    by = {"practice": elm_street, "month": OCTOBER, "by": dana, "now": NOVEMBER_2}
    claims.approve([claim.pk], **by)
    assert list(months(dana, elm_street)["elm-street"].waits) == ["approved"]
    submission.build(**by)
    assert list(months(dana, elm_street)["elm-street"].waits) == ["close"]
    ClosedMonth.objects.create(
        practice=elm_street, month=OCTOBER, closed_at=NOVEMBER_2, closed_by=dana
    )
    assert not months(dana, elm_street)["elm-street"].waits
    assert months(dana, elm_street)["elm-street"].closed_at == NOVEMBER_2


def test_a_file_that_did_not_arrive_waits_also_when_the_month_is_closed(
    october, elm_street, dana, monkeypatch
):
    from billing.models import Delivery, Destination

    october.sent(75)
    Destination.objects.create(
        practice=elm_street, kind="folder", folder="out", changed_at=NOVEMBER_2, changed_by=dana
    )
    monkeypatch.setattr(deliveries.delivery_queue, "send", lambda ids: None)
    row = deliveries.send(elm_street.submissions.get(), reason="", by=dana, now=NOVEMBER_2)
    Delivery.objects.filter(pk=row.pk).update(state="failed", problem="No such folder.")
    ClosedMonth.objects.create(
        practice=elm_street, month=OCTOBER, closed_at=NOVEMBER_2, closed_by=dana
    )
    assert months(dana, elm_street)["elm-street"].waits == {"files": 1}


def test_tabs_search_and_order_narrow_the_practices(october, harbor, signed_in, dana):
    october.claim(75, without="review")
    dana_s = signed_in(dana)
    held = text(dana_s.get(f"{PAGE}?waits=held"))
    assert "Elm Street Primary Care Final" in held
    assert "Harbor Family Medicine None yet" not in held
    assert "Elm Street Primary Care None" not in text(dana_s.get(f"{PAGE}?q=harbor"))
    by_dollars = text(dana_s.get(f"{PAGE}?sort=-held"))
    assert by_dollars.index("Elm Street Primary Care Final") < by_dollars.index(
        "Harbor Family Medicine None yet"
    )
    assert "No practice fits" in text(dana_s.get(f"{PAGE}?q=nowhere"))


def test_the_list_is_had_as_a_file(october, signed_in, dana):
    october.claim(75)
    answer = signed_in(dana).get(f"{PAGE}?as=csv")
    head, row = b"".join(answer.streaming_content).decode().splitlines()[:2]
    assert head.startswith("practice,month,true_up,true_up_at,clean_claims,clean_dollars,")
    assert row.startswith(
        "Elm Street Primary Care,2026-10,final,2026-11-02T15:00:00+00:00,1,150.10"
    )
    assert row.endswith(",clean")


def test_only_practices_of_the_organization_that_the_person_reads_are_shown(
    october, elm_street, harbor, dana, sue
):
    october.claim(75)
    assert set(months(dana, elm_street)) == {"elm-street", "harbor"}
    other = Organization.objects.create(name="Elsewhere", slug="elsewhere", created_at=NOVEMBER_2)
    far = Practice.objects.create(
        organization=other, name="Far Away Clinic", slug="far", created_at=NOVEMBER_2
    )
    people.grant(sue, far, Role.BILLER, by=people.system(), now=NOVEMBER_2)
    people.grant(sue, harbor, Role.CARE_MANAGER, by=people.system(), now=NOVEMBER_2)
    assert set(months(sue, elm_street)) == {"elm-street"}


def test_who_reads_one_practice_is_not_sent_to_all(october, signed_in, dana, sue):
    october.claim(75)
    month = "/p/elm-street/billing/2026-10/"
    assert PAGE in links(signed_in(dana).get(month))
    assert PAGE not in links(signed_in(sue).get(month))


def many(practice, user, number, first=0):
    """Further practices of the organization, each with a run, a claim and one that fell short."""
    system = people.system()
    model = Claim.objects.filter(practice=practice, outcome="billable").get()
    short = Claim.objects.filter(practice=practice, outcome="not_billable").get()
    for n in range(first, first + number):
        other = Practice.objects.create(
            organization=practice.organization, name=f"Clinic {n:03}", slug=f"clinic-{n}",
            created_at=NOVEMBER_2,
        )  # fmt: skip
        people.grant(user, other, Role.BILLER, by=system, now=NOVEMBER_2)
        payer = Payer.objects.create(
            practice=other, name="Payer", payer_id="P1", created_at=NOVEMBER_2
        )
        TrueUpRun.objects.create(
            practice=other, month=OCTOBER, kind="final", asked_at=NOVEMBER_2, asked_by=user,
            finished_at=NOVEMBER_2,
        )  # fmt: skip
        for each in (model, short):
            patient = Patient.objects.create(
                practice=other, record_number=f"R{each.pk}", first_name="A", last_name="B",
                birth_date=dt.date(1980, 1, 1), sex="F", created_at=NOVEMBER_2, created_by=user,
            )  # fmt: skip
            fields = {
                field.attname: getattr(each, field.attname)
                for field in Claim._meta.concrete_fields
                if field.name not in ("id", "patient", "practice", "payer", "episode", "coverage")
            }
            made = Claim.objects.create(**fields, practice=other, patient=patient, payer=payer)
            ClaimLine.objects.create(claim=made, position=1, code="99492", units=1, charge=1)


def test_two_hundred_practices_cost_no_more_queries_than_six(
    october, elm_street, harbor, signed_in, dana
):
    october.chart(75), october.chart(68)
    october.true_up()
    client = signed_in(dana)
    many(elm_street, dana, 4)
    client.get(PAGE)
    with CaptureQueriesContext(connection) as few:
        assert "6 practices" in text(client.get(PAGE))
    many(elm_street, dana, 194, first=4)
    with CaptureQueriesContext(connection) as lots:
        page = text(client.get(PAGE))
    assert "200 practices" in page
    assert "1–100 of 200" in page
    assert len(lots) == len(few) <= MOST_QUERIES
