"""A large file is kept at once and read by a worker; nobody waits for a page, nothing is lost."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, ProgrammingError, transaction

from billing.models import ClaimPayment, ReceivedFile
from billing.selectors import received as selectors
from billing.services import posting, received, received_queue
from registry.errors import Refused
from tests.billing.remittances import NOW, paid, remittance, take
from tests.registry import entering

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(monkeypatch):
    """The ids of files that the queue was asked to have read."""
    ids = []
    monkeypatch.setattr(
        received_queue.current_app, "send_task", lambda name, args: ids.append((name, *args))
    )
    return ids


@pytest.fixture
def content(sent):
    return remittance(paid(sent), amount="120.10")


@pytest.fixture
def _small_is_large(monkeypatch):
    monkeypatch.setattr(received_queue, "AT_ONCE", 100)


@pytest.fixture
def waiting(content, elm_street, dana):
    return received.keep(elm_street, name="large.835", content=content, by=dana, now=NOW).file


@pytest.mark.usefixtures("_small_is_large")
def test_dana_uploads_a_large_file_and_may_leave(
    signed_in, content, asked, dana, django_capture_on_commit_callbacks
):
    upload = SimpleUploadedFile("large.835", content)
    with django_capture_on_commit_callbacks(execute=True):
        page = signed_in(dana).post(entering.url("received_upload"), {"sent": upload}, follow=True)
    said = page.content.decode()
    assert "large.835 is large, and is being read" in said
    assert "Being read" in said
    file = ReceivedFile.objects.get()
    assert asked == [(received_queue.TASK, file.pk)]
    assert file.is_waiting
    assert not ClaimPayment.objects.exists()


def test_a_small_file_is_read_while_dana_waits(content, asked, elm_street, dana):
    found = received_queue.receive(elm_street, name="a", content=content, by=dana, now=NOW)
    assert not found.file.is_waiting
    assert ClaimPayment.objects.exists()
    assert asked == []


def test_the_page_of_a_waiting_file_asks_again_until_it_was_read(signed_in, waiting, dana):
    url = entering.url("received_file", file_id=waiting.pk)
    browser = signed_in(dana)
    assert f'hx-get="{url}"' in browser.get(url).content.decode()
    assert "hx-get" in browser.get(url, headers={"HX-Request": "true"}).content.decode()
    received_queue.work(waiting.pk, now=NOW)
    bar = browser.get(url, headers={"HX-Request": "true"}).content.decode()
    assert "hx-get" not in bar
    assert "Show what it says" in bar
    assert "$120.10" in browser.get(url).content.decode()


def test_a_worker_reads_it_once_however_often_it_is_asked(waiting, sent):
    for _ in range(3):
        received_queue.work(waiting.pk, now=NOW)
    assert ClaimPayment.objects.count() == 1
    assert selectors.paid(sent) is not None


def test_who_brings_a_waiting_file_again_has_it_read(waiting, content, elm_street, dana):
    outcome = take(elm_street, content, dana)
    assert (outcome.file.pk, outcome.is_new) == (waiting.pk, False)
    assert not outcome.file.is_waiting
    assert ClaimPayment.objects.count() == 1


def test_what_waits_is_sent_again_by_beat_and_what_was_read_is_not(waiting, asked):
    received_queue.send_waiting()
    received_queue.work(waiting.pk, now=NOW)
    received_queue.send_waiting()
    assert asked == [(received_queue.TASK, waiting.pk)]


def test_a_lost_connection_is_tried_again(waiting, monkeypatch):
    def lost(*_, **__):
        raise OperationalError("the connection is gone")

    monkeypatch.setattr(posting, "post", lost)
    with pytest.raises(OperationalError):
        received_queue.work(waiting.pk, now=NOW)
    waiting.refresh_from_db()
    assert waiting.is_waiting


def test_what_fails_otherwise_waits_no_longer_and_posts_nothing(waiting, monkeypatch):
    def fails(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr(posting, "post", fails)
    received_queue.work(waiting.pk, now=NOW)
    waiting.refresh_from_db()
    assert "Nothing of it was posted" in waiting.problem
    assert not ClaimPayment.objects.exists()


@pytest.mark.parametrize("size", [received.MOST_BYTES + 1, 0])
def test_what_is_too_large_or_empty_is_refused_before_anything_is_kept(elm_street, dana, size):
    with pytest.raises(Refused):
        received_queue.receive(elm_street, name="a", content=b"x" * size, by=dana, now=NOW)
    assert not ReceivedFile.objects.exists()


@pytest.mark.parametrize("changed", [{"content": b"other"}, {"problem": "x"}, {"read_at": None}])
def test_the_database_keeps_a_file_that_was_read_as_it_is(waiting, changed):
    received.read(waiting.pk, now=NOW)
    with pytest.raises(ProgrammingError), transaction.atomic():
        ReceivedFile.objects.filter(pk=waiting.pk).update(**changed)


def test_the_database_keeps_the_bytes_of_one_that_waits(waiting):
    with pytest.raises(ProgrammingError), transaction.atomic():
        ReceivedFile.objects.filter(pk=waiting.pk).update(content=b"other")
