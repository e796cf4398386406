"""Reports: what months brought, where their minutes went, how fast money comes, what it costs."""

from __future__ import annotations

import csv
import datetime as dt
import re
from decimal import Decimal

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from billing.models import CareCost, Claim, Fee
from billing.selectors.reports import claim_rows, entry_rows, minutes, money, returns, scope, speed
from billing.services import care_costs, claims
from billing.web.doors import READERS
from registry.errors import Refused
from tests.billing.october import NOVEMBER_2, OCTOBER
from tests.billing.pages import links, text
from tests.billing.remittances import paid, refused, remittance, take

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 12)
NOW = dt.datetime(2026, 11, 12, 15, tzinfo=dt.UTC)
REPORTS = "/p/elm-street/billing/reports/"
WHEN = "?from=2026-10&to=2026-10"


@pytest.fixture(autouse=True)
def _that_day():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def allowed(october, dana):
    """The payer allows $140 of 99492 and $50 of 99494."""
    for code, amount in (("99492", 140), ("99494", 50)):
        Fee.objects.create(
            practice=october.practice, payer=october.payer, code=code, kind="allowed",
            amount=amount, active_from=dt.date(2026, 1, 1), entered_at=NOVEMBER_2, entered_by=dana,
        )  # fmt: skip
    return october


def of(user, practice, is_whole=False):
    return scope.of(user, practice, OCTOBER, OCTOBER, roles=READERS, is_whole=is_whole)


def month_of(dana, elm_street):
    return money.total(money.cube(of(dana, elm_street)))


@pytest.fixture
def busy(allowed, dana, elm_street):
    """A clean claim, a paid one, a refused one, a held one, and a month that fell short."""
    allowed.chart(75), allowed.chart(110), allowed.chart(75)
    allowed.chart(75, without="review"), allowed.chart(68)
    allowed.true_up()
    made = list(Claim.objects.filter(outcome="billable").order_by("pk"))
    given = {"practice": elm_street, "month": OCTOBER, "by": dana, "now": NOVEMBER_2}
    claims.approve([made[1].pk, made[2].pk], **given)
    from billing.services import submission

    submission.build(**given)
    for row in made:
        row.refresh_from_db()
    take(elm_street, remittance(paid(made[1], amount="100.00",
         adjustments=("CAS*CO*45*50.10",)), amount="100.00"), dana)  # fmt: skip
    take(elm_street, remittance(refused(made[2]), amount="0"), dana)
    return made


def test_each_dollar_is_in_its_column(busy, dana, elm_street):
    found = month_of(dana, elm_street)
    assert found.charge == Decimal("150.10") * 3 + Decimal("60.05")
    assert found.expected == Decimal("140") * 3 + 50
    assert found.paid == Decimal("100.00")
    assert found.missed == Decimal("140")
    assert (found.held, found.refused, found.at_risk) == (140, 140, 280)
    assert isinstance(found.expected, Decimal)


@pytest.mark.parametrize("by", ["month", "payer", "code", "care_manager", "practice"])
def test_told_by_anything_the_sums_are_the_same(busy, dana, elm_street, by):
    cube = money.cube(of(dana, elm_street))
    told = money.told_by(cube, by)
    total = money.total(cube)
    for name in ("charge", "expected", "paid", "share", "missed", "at_risk"):
        assert sum(getattr(each, name) for each in told.values()) == getattr(total, name), name
    assert set(money.names(of(dana, elm_street), by, told)) >= set(told)


def test_by_code_each_code_has_its_own(busy, dana, elm_street):
    told = money.told_by(money.cube(of(dana, elm_street)), "code")
    assert told["99494"].expected == Decimal("50")
    assert told["99492"].paid == Decimal("100.00")
    assert told["99492"].missed == Decimal("140")


@pytest.mark.parametrize("what", ["charge", "expected", "paid", "share", "missed", "at_risk"])
@pytest.mark.parametrize("code", ["", "99492", "99494"])
def test_the_rows_behind_a_number_add_up_to_it(busy, dana, elm_street, what, code):
    chosen = of(dana, elm_street).narrowed(code=code)
    number = getattr(money.total(money.cube(chosen)), what)
    rows = claim_rows.of(chosen, claim_rows.Asked(what=what), TODAY)
    assert sum((row.amount or Decimal() for row in rows), Decimal()) == number


def test_without_an_allowed_amount_nothing_is_guessed(october, dana, elm_street):
    october.claim()
    october.chart(68)
    october.true_up()
    found = month_of(dana, elm_street)
    assert (found.expected, found.without_expected) == (0, 1)
    assert (found.missed, found.without_missed) == (0, 1)


def test_nothing_paid_is_said_and_not_guessed(allowed, signed_in, dana):
    allowed.claim()
    page = text(signed_in(dana).get(f"{REPORTS}{WHEN}"))
    assert "No remittance of these months has come yet" in page
    speed_page = text(signed_in(dana).get(f"{REPORTS}speed/{WHEN}"))
    assert "no remittance yet" in speed_page
    assert "nothing was sent" in speed_page


def test_every_worked_second_is_in_one_row(busy, allowed, dana, elm_street):
    allowed.log(busy[0].patient, 12, activity="clerical")
    allowed.true_up()
    found = minutes.of(of(dana, elm_street))
    assert sum(each.seconds for each in found.spent) == found.worked
    told = {(each.kind, each.reason): each.seconds for each in found.spent}
    assert told["not_billable", "below_minimum"] == 68 * 60
    assert told["held", "consultant_review_missing"] == 75 * 60
    assert told["earned", ""] == (75 + 110 + 75) * 60
    assert told["excluded", "clerical"] == 12 * 60
    for each in found.spent:
        asked = claim_rows.Asked(what="minutes", kind=each.kind, reason=each.reason)
        rows = claim_rows.of(of(dana, elm_street), asked, TODAY)
        assert sum(row.amount for row in rows) == each.seconds
        assert len(rows) == each.claims
        entries = entry_rows.of(of(dana, elm_street), asked)
        assert sum(row.amount for row in entries) == each.seconds
        assert {row.claim_id for row in entries} == {row.claim.pk for row in rows}
    every = entry_rows.of(of(dana, elm_street), claim_rows.Asked(what="minutes"))
    assert sum(row.amount for row in every) == found.worked


def test_minutes_open_by_entry_as_well(busy, allowed, signed_in, dana):
    allowed.log(busy[0].patient, 12, activity="clerical")
    allowed.true_up()
    browser = signed_in(dana)
    claims_page = browser.get(f"{REPORTS}rows/{WHEN}&what=minutes&kind=excluded&reason=clerical")
    (link,) = (each for each in links(claims_page) if "rows=entries" in each)
    page = text(browser.get(f"{REPORTS}rows/{link}"))
    assert "Clerical work never counts: 12 min" in page
    assert "Alice Moreno" in page
    assert "Time entries 1" in page


def test_days_denials_and_reviews_are_measured(busy, allowed, dana, elm_street):
    found = speed.of(of(dana, elm_street), TODAY)
    assert found.to_bill[OCTOBER].median == 2
    assert found.to_bill_all.claims == 2
    assert (found.denied_all.part, found.denied_all.whole) == (1, 2)
    assert found.denied_all.percent == Decimal("50.0")
    assert [(share.part, share.whole) for share in found.reviewed] == [(4, 5)]
    assert sum(age.claims for age in found.ages) == 0


def test_the_coverage_of_reviews_is_drawn_and_fits_a_phone(busy, signed_in, dana):
    page = signed_in(dana).get(f"{REPORTS}speed/{WHEN}").content.decode()
    for words in ("4 of 5, 80.0 %", "1 of 2, 50.0 %"):
        assert f">{words}</text>" in page, words
    assert "Months of patients that a consultant reviewed" in page


def test_what_no_payer_has_answered_ages(allowed, dana, elm_street):
    sent = allowed.sent()
    chosen = of(dana, elm_street)
    for today, place in ((TODAY, 0), (dt.date(2026, 12, 3), 1), (dt.date(2027, 2, 2), 3)):
        ages = speed.of(chosen, today).ages
        assert [age.claims for age in ages] == [int(i == place) for i in range(4)]
        assert ages[place].expected == Decimal("140")
        asked = claim_rows.Asked(what="unanswered", ages=(ages[place].first, ages[place].last))
        assert [row.claim for row in claim_rows.of(chosen, asked, today)] == [sent]


@pytest.mark.parametrize(
    ("days", "mean", "median", "longest"),
    [
        ([3], "3.0", 3, 3),
        ([1, 2], "1.5", 1, 2),
        ([0, 0, 9], "3.0", 0, 9),
        ([1, 4, 4, 5], "3.5", 4, 5),
    ],
)
def test_half_of_the_claims_are_within_the_median(days, mean, median, longest):
    from collections import Counter

    found = speed.days(Counter(days))
    assert (found.mean, found.median, found.longest) == (Decimal(mean), median, longest)


def told_return(dana, elm_street):
    chosen = of(dana, elm_street)
    cube = money.cube(chosen)
    names = money.names(chosen, "care_manager", {cell.care_manager_id for cell in cube})
    return returns.of(chosen, cube, names)


def cost(practice, by, salary="60000", full_time="0.5", fee="1000"):
    given = {"salary": salary, "full_time": full_time, "consultant_fee": fee}
    amounts = {key: Decimal(value) for key, value in given.items()}
    return care_costs.change(practice, by=by, now=NOW, **amounts)


def test_the_return_sets_cost_against_revenue(busy, dana, elm_street):
    unknown = told_return(dana, elm_street)
    assert (unknown.total.cost, unknown.total.ratio) == (None, None)
    assert unknown.without_costs == ["Elm Street Primary Care"]
    cost(elm_street, dana)
    told = told_return(dana, elm_street)
    assert told.total.cost == Decimal("3500.00")
    assert told.total.net_expected == Decimal("470") - 3500
    assert told.total.ratio == Decimal("0.13")
    assert told.total.net_paid == Decimal("-3400.00")
    (alice,) = told.care_managers
    assert (alice.name, alice.cost) == ("Alice Moreno", Decimal("2500.00"))


def test_costs_begin_with_the_first_claim_and_a_month_that_runs_is_not_in_the_total(
    allowed, dana, elm_street, bob, make
):
    allowed.chart(75), allowed.chart(25)
    allowed.true_up()
    Claim.objects.exclude(outcome="billable").update(
        episode=make.episode(
            make.patient(elm_street), bob, allowed.practitioner, consultant=allowed.sam
        ).pk
    )
    cost(elm_street, dana)
    november, december = dt.date(2026, 11, 1), dt.date(2026, 12, 1)
    chosen = scope.of(
        dana, elm_street, dt.date(2026, 8, 1), december, roles=READERS, present=november
    )
    cube = money.cube(chosen)
    names = money.names(chosen, "care_manager", {cell.care_manager_id for cell in cube})
    told = returns.of(chosen, cube, names | {bob.pk: "Bob Chen"})
    assert [row.cost for row in told.months] == [None, None, 3500, 3500, 3500]
    assert (told.first, told.last, told.total.name) == (OCTOBER, OCTOBER, "October 2026")
    assert (told.total.cost, told.total.money.expected) == (3500, 140)
    # $2,500 of salaries, split as 75 minutes and 25 are of 100
    spent = {row.name: row.cost for row in told.care_managers}
    assert spent == {"Alice Moreno": Decimal("1875.00"), "Bob Chen": Decimal("625.00")}


def test_the_return_divides_by_nothing(elm_street, dana):
    assert told_return(dana, elm_street).total.ratio is None
    cost(elm_street, dana, salary="0", fee="0")
    told = told_return(dana, elm_street)
    assert (told.total.cost, told.total.ratio, told.total.net_expected) == (0, None, 0)


def test_costs_are_entered_on_a_page_and_bad_ones_refused(elm_street, signed_in, dana, sue, ann):
    browser = signed_in(sue)
    address = f"{REPORTS}costs/"
    assert browser.post(address, {"salary": "-1"}).status_code == 422
    assert browser.post(address, {"salary": "12e99"}).status_code == 422
    assert browser.post(address, {"salary": "61000", "full_time": "2"}).status_code == 302
    row = CareCost.objects.get()
    assert (row.salary, row.full_time, row.consultant_fee, row.changed_by) == (
        Decimal("61000.00"), Decimal("2.00"), None, sue,
    )  # fmt: skip
    assert "Sue Lindqvist entered them" in text(browser.get(f"{REPORTS}return/"))
    assert signed_in(ann).post(address, {}).status_code == 403
    with pytest.raises(Refused):
        cost(elm_street, dana, salary="99999999")


@pytest.mark.parametrize("page", ["", "minutes/", "speed/", "return/"])
def test_pictures_have_words_and_every_link_opens_rows(busy, signed_in, dana, page):
    response = signed_in(dana).get(f"{REPORTS}{page}{WHEN}")
    assert response.status_code == 200
    body = response.content.decode()
    for svg in re.findall(r"<figure.*?</figure>", body, re.DOTALL):
        assert "<title id=" in svg
        assert "<desc id=" in svg
    opened = [link for link in links(response) if "/reports/rows/" in link]
    assert opened
    for link in opened:
        assert signed_in(dana).get(link).status_code == 200, link


@pytest.mark.parametrize(
    ("page", "first"),
    [("", "month"), ("minutes/", "kind"), ("speed/", "figure"), ("return/", "of"),
     ("rows/", "practice")],
)  # fmt: skip
def test_every_report_is_had_as_a_file(busy, signed_in, dana, page, first):
    response = signed_in(dana).get(f"{REPORTS}{page}{WHEN}&as=csv")
    lines = list(csv.reader(b"".join(response.streaming_content).decode().splitlines()))
    assert lines[0][0] == first
    assert len(lines) > 1


@pytest.mark.parametrize(
    "query",
    ["?from=2026-13", "?from=x&to=y", "?from=2026-11&to=2026-10", "?from=2000-01&to=2026-10"],
)
def test_months_that_are_none_are_said_and_not_found(elm_street, signed_in, dana, query):
    assert signed_in(dana).get(f"{REPORTS}{query}").status_code == 404


def test_rows_of_nothing_known_are_not_found(elm_street, signed_in, dana):
    assert signed_in(dana).get(f"{REPORTS}rows/?what=secrets").status_code == 404
    assert signed_in(dana).get(f"{REPORTS}rows/?payer=9999999999999").status_code == 200


def test_all_practices_are_those_that_the_person_bills_for(
    busy, dana, sue, charlie, elm_street, harbor, signed_in
):
    assert [each.slug for each in of(dana, elm_street, is_whole=True).practices] == [
        "elm-street", "harbor",
    ]  # fmt: skip
    assert [each.slug for each in of(sue, elm_street, is_whole=True).practices] == ["elm-street"]
    assert scope.of(charlie, elm_street, OCTOBER, OCTOBER, roles=READERS).practices == ()
    browser = signed_in(dana)
    harbors = browser.get(f"/p/harbor/billing/reports/{WHEN}")
    assert "No claim in these months" in text(harbors)
    whole = text(browser.get(f"/p/harbor/billing/reports/{WHEN}&whole=1&by=practice"))
    assert "Elm Street Primary Care" in whole
    assert "All that you bill for" not in text(signed_in(sue).get(REPORTS))
    assert signed_in(charlie).get(REPORTS).status_code == 404


@pytest.mark.parametrize(
    "page",
    ["", "minutes/", "speed/", "return/", "rows/?what=expected", "rows/?what=minutes&rows=entries"],
)
def test_many_claims_cost_no_more_queries_than_few(busy, allowed, signed_in, dana, page):
    browser = signed_in(dana)
    address = f"{REPORTS}{page}{'&' if '?' in page else '?'}from=2026-10&to=2026-10"

    def queries():
        with CaptureQueriesContext(connection) as found:
            browser.get(address)
        return len(found)

    queries()
    few = queries()
    allowed.copies(busy[0], 30)
    assert queries() == few
    assert few <= 25
