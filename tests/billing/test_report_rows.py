"""Every number of a report is a link, and the rows that it opens come to that number."""

from __future__ import annotations

import csv
import datetime as dt
import html
import random
import re
from decimal import Decimal
from statistics import median_low
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine

from billing.models import CareCost, Fee
from billing.selectors.reports import causes, claim_rows, money, refusals, scope
from billing.web.doors import READERS
from registry.models import Payer
from registry.templatetags import formats
from tests.billing.anything import MONTHS, Anything
from tests.billing.october import NOVEMBER_2

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 12)
NOW = dt.datetime(2026, 11, 12, 17, tzinfo=dt.UTC)
REPORTS = "/p/elm-street/billing/reports/"
WHEN = "from=2026-09&to=2026-11"
DOLLARS = [what for what, kind in claim_rows.OPENS.items() if kind == "dollars"]
CUBED = [what for what in DOLLARS if hasattr(money.Money(), what)]
SEEDS = [1, 2]


@pytest.fixture(autouse=True)
def _that_day():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def anything(october, make, elm_street, dana, bob):
    """Forty claims at random: `anything(seed)`."""
    for code, amount in (("99492", 140), ("99494", 50)):
        Fee.objects.create(
            practice=elm_street, payer=october.payer, code=code, kind="allowed", amount=amount,
            active_from=dt.date(2026, 1, 1), entered_at=NOVEMBER_2, entered_by=dana,
        )  # fmt: skip
    second = Payer.objects.create(
        practice=elm_street, name="Hudson Mutual", payer_id="HM77", created_at=NOVEMBER_2
    )

    def build(seed, number=40):
        template = october.claim()
        bobs = make.episode(
            make.patient(elm_street), bob, october.practitioner, consultant=october.sam
        )
        rows = Anything(random.Random(seed), october, template, [template.episode, bobs], second)
        return rows.fill(number)

    return build


def of(dana, elm_street, **narrowed):
    present = MONTHS[-1]
    found = scope.of(dana, elm_street, MONTHS[0], present, roles=READERS, present=present)
    return found.narrowed(**narrowed)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_rows_of_any_number_narrowed_in_any_way_add_up_to_it(anything, dana, elm_street, seed):
    anything(seed)
    for by in ("month", "payer", "code", "care_manager"):
        told = money.told_by(money.cube(of(dana, elm_street)), by)
        assert told
        for key, sums in told.items():
            chosen = of(dana, elm_street, **narrowing(by, key))
            for what in CUBED:
                rows = claim_rows.of(chosen, claim_rows.Asked(what=what), TODAY)
                added = sum((row.amount or Decimal() for row in rows), Decimal())
                assert added == getattr(sums, what), (by, key, what)


def narrowing(by, key):
    if by == "month":
        return {"first": key, "last": key}
    if by == "code":
        return {"code": key or scope.WHOLE}
    return {f"{by}_id": scope.NOBODY if key is None else key}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_causes_come_to_what_was_missed_and_is_at_risk(anything, dana, elm_street, seed):
    anything(seed)
    chosen = of(dana, elm_street)
    total, found = money.total(money.cube(chosen)), causes.of(chosen)
    assert sum(each.amount for each in found if each.is_missed) == total.missed
    assert sum(each.amount for each in found if not each.is_missed) == total.at_risk
    assert {each.kind for each in found} == {"short", "held", "refused", "given_up"}


@pytest.mark.parametrize("seed", SEEDS)
def test_no_more_is_at_stake_on_a_claim_than_is_expected_of_it(anything, dana, elm_street, seed):
    from billing.models import Claim, ClaimLine

    anything(seed)
    lines = {(line.claim_id, line.code): line.expected for line in ClaimLine.objects.all()}
    sums = {}
    for each in refusals.of(of(dana, elm_street)):
        place = each.claim_id, each.code
        sums[place] = sums.get(place, 0) + each.amount
    assert sums
    for place, amount in sums.items():
        assert amount >= 0
        if place[1] and lines[place] is not None:
            assert amount <= lines[place]
    dead = Claim.objects.filter(state__in=["replaced", "voided"]).values_list("pk", flat=True)
    assert not set(dead) & {claim for claim, _ in sums}


PAGES = [*(f"?by={by}&" for by in ("month", "payer", "code", "care_manager")),
         "minutes/?", "speed/?", "return/?"]  # fmt: skip
FIGURE = re.compile(r'<a\b([^>]*)href="([^"]*/reports/rows/[^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
VALUE = re.compile(r'ct-stat-value">(.*?)</span>', re.DOTALL)


def figures(response):
    """(what is written, where it leads) of every number that can be opened."""
    for _, link, inside in FIGURE.findall(response.content.decode()):
        value = VALUE.search(inside)
        words = re.sub(r"<[^>]+>", " ", value[1] if value else inside)
        yield html.unescape(" ".join(words.split())), html.unescape(link)


def opened(browser, link):
    answer = browser.get(f"{link}&as=csv")
    lines = csv.DictReader(b"".join(answer.streaming_content).decode().splitlines())
    return [row["amount"] for row in lines]


def may_say(what, amounts):
    """All that a number may say whose rows have these amounts."""
    kind, count = (claim_rows.OPENS | {"cost": "dollars"})[what], str(len(amounts))
    known = [amount for amount in amounts if amount]
    if kind == "dollars":
        said = formats.money(sum(map(Decimal, known), Decimal()))
        return {said, f"{said} by later payers", count}
    if kind == "seconds":
        return {formats.duration(sum(map(int, known))), count}
    if kind == "lines":
        return {f"{sum(map(Decimal, known)):.0f} without an amount"}
    if kind == "days":
        days = [int(amount) for amount in amounts]
        if not days:
            return {count}
        half, most = (formats.plural(each(days), "day") for each in (median_low, max))
        mean = f"{Decimal(sum(days)) / len(days):.1f} days"
        return {count, half, most, mean, formats.plural(len(amounts), "claim")}
    return {count, f"{count} without an amount"}


@pytest.mark.parametrize("seed", SEEDS)
def test_every_number_of_every_page_is_the_sum_of_the_rows_it_opens(
    anything, elm_street, signed_in, dana, seed
):
    anything(seed)
    CareCost.objects.create(
        practice=elm_street, salary="70001", full_time="1.7", consultant_fee="1234.56"
    )
    browser, seen = signed_in(dana), set()
    for page in PAGES:
        response = browser.get(f"{REPORTS}{page}{WHEN}")
        assert response.status_code == 200
        for said, link in figures(response):
            (what,) = parse_qs(urlsplit(link).query)["what"]
            if (said, link) in seen or said.endswith("%"):
                continue
            seen.add((said, link))
            assert said in may_say(what, opened(browser, link)), (page, link)
    whats = {parse_qs(urlsplit(link).query)["what"][0] for _, link in seen}
    assert whats >= set(claim_rows.OPENS) - {"decided", "without_at_risk"} | {"cost"}


def test_the_running_month_has_missed_nothing_yet(october, dana, elm_street, signed_in):
    october.chart(68)
    october.true_up()
    fell_short = {"first": dt.date(2026, 10, 1), "last": dt.date(2026, 10, 1)}
    over = of(dana, elm_street).narrowed(**fell_short)
    assert money.total(money.cube(over)).without_missed == 1
    runs = over.narrowed(present=dt.date(2026, 10, 1))
    assert money.total(money.cube(runs)).without_missed == 0
    assert claim_rows.of(runs, claim_rows.Asked(what="missed"), TODAY) == []
    from billing.selectors.reports import minutes

    assert [each.kind for each in minutes.of(runs).spent] == ["running"]
    assert [each.kind for each in minutes.of(over).spent] == ["not_billable"]
    with time_machine.travel(dt.datetime(2026, 10, 30, 15, tzinfo=dt.UTC)):
        page = signed_in(dana).get(f"{REPORTS}?from=2026-10&to=2026-10").content.decode()
    assert "October 2026 is not over" in page
