from __future__ import annotations

import datetime as dt

import time_machine

from registry.services import log_sign_offs
from tests.cast import NOW

URL = "/p/elm-street/billing/2026-10/logs/"


def test_dana_sees_whose_weeks_are_not_signed(
    signed_in, make, enrolled, alice, bob, dana, elm_street, now
):
    make.entry(enrolled, alice, dt.datetime(2026, 10, 6, 14, tzinfo=dt.UTC))
    make.entry(enrolled, bob, dt.datetime(2026, 10, 13, 14, tzinfo=dt.UTC))
    log_sign_offs.sign(elm_street, dt.date(2026, 10, 5), by=alice, now=now)
    with time_machine.travel(NOW, tick=False):
        page = signed_in(dana).get(URL).content.decode()
        part = signed_in(dana).get(URL, headers={"HX-Request": "true"}).content.decode()
    assert "1 of 2 weeks not signed as complete" in page
    assert "Oct 12, 2026" in part
    assert "<html" not in part


def test_a_month_without_time_says_so(signed_in, dana):
    with time_machine.travel(NOW, tick=False):
        assert "No time in this month" in signed_in(dana).get(URL).content.decode()
