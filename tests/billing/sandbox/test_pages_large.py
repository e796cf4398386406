"""A large practice's test on the page: its progress, and what is said when it is lost."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.core.cache import cache

from billing import tasks
from billing.services import sandbox
from tests.billing.october import NOVEMBER_2
from tests.billing.pages import text
from tests.billing.sandbox.asking import asked

pytestmark = pytest.mark.usefixtures("in_november")


@pytest.fixture
def large(october):
    return [october.chart(40) for _ in range(3)]


def test_a_large_month_shows_its_progress_and_then_what_it_found(
    large, small_chunks, signed_in, dana, page, draft
):
    browser = signed_in(dana)
    address = browser.post(page, asked(draft)).url
    assert "Waiting for a worker" in text(browser.get(address))
    tasks.policy_test_chunk(*small_chunks[0][1:])
    part = browser.get(address, headers={"hx-request": "true"})
    assert "2 of 3 charts" in text(part)
    assert f'hx-get="{address}"' in part.content.decode()
    tasks.policy_test_chunk(*small_chunks[1][1:])
    part = browser.get(address, headers={"hx-request": "true"})
    assert "Show what it found" in text(part)
    assert "hx-get" not in part.content.decode()
    assert "+$450.30" in text(browser.get(address))


def test_a_worker_that_died_is_said_and_the_test_can_be_started_again(
    large, small_chunks, signed_in, dana, page, draft, in_november
):
    browser = signed_in(dana)
    address = browser.post(page, asked(draft)).url
    in_november.move_to(NOVEMBER_2 + dt.timedelta(minutes=3), tick=False)
    for headers in ({}, {"hx-request": "true"}):
        answer = browser.get(address, headers=headers)
        assert "no worker has done a part of this test" in text(answer)
        assert "Start again" in text(answer)
    form = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]+)"', answer.content.decode()))
    again = browser.post(page, {name: form[name] for name in ("month", "before", "after")})
    assert again.status_code == 302
    assert again.url != address
    assert len(small_chunks) == 4


def test_a_queue_that_does_not_answer_is_said_on_the_page(
    large, small_chunks, signed_in, dana, page, draft, monkeypatch
):
    def fail(name, args):
        raise sandbox.OperationalError("refused")

    monkeypatch.setattr(sandbox.current_app, "send_task", fail)
    answer = signed_in(dana).post(page, asked(draft))
    assert answer.status_code == 422
    assert "The workers cannot be reached at this moment." in text(answer)


@pytest.mark.parametrize("name", ["", "0123456789abcdef", "../../secret", "x" * 400])
def test_a_test_that_is_gone_leaves_the_question(signed_in, dana, page, name):
    answer = signed_in(dana).get(page, {"test": name})
    assert answer.status_code == 200
    assert "Run the test" in text(answer)
    assert ("is gone" in text(answer)) == bool(name)


def test_a_test_that_lost_a_part_is_gone(october, shown, signed_in, dana, page, draft):
    october.chart(40)
    browser = signed_in(dana)
    address = browser.post(page, asked(draft)).url
    cache.delete_many([f"policy-test:1:{dana.pk}:{draft.practice_id}:{address[-16:]}:part:0"])
    assert "is gone" in text(browser.get(address))
