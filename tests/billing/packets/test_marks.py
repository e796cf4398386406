"""The audit packet is the same for the same data, is kept as built, and asks few questions."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from billing.models import Packet
from billing.services import packet_document, packets
from billing.services.packet_pdf import drawing
from tests.billing.october import NOVEMBER_2
from tests.billing.packing import build, text_of

pytestmark = pytest.mark.django_db
DAY = dt.datetime(2026, 10, 20, 13, tzinfo=dt.UTC)


# -- marks and bytes -------------------------------------------------------------------------------


def test_the_same_data_and_stamp_give_the_same_bytes(claim, dana, elm_street, packet):
    again = packets.made(dana, elm_street, claim.pk, now=NOVEMBER_2)
    assert again.pdf == bytes(packet.pdf)
    assert again.document == bytes(packet.document)
    later = packets.made(dana, elm_street, claim.pk, now=NOVEMBER_2 + dt.timedelta(seconds=1))
    assert later.pdf != bytes(packet.pdf)


def test_the_pdf_can_be_drawn_again_from_the_json(packet):
    document = json.loads(bytes(packet.document))
    assert drawing.draw(document).content == bytes(packet.pdf)


def test_packets_drawn_at_the_same_time_do_not_disturb_each_other(packet):
    """A web server draws in several threads, and fonts are the process's."""
    document = json.loads(bytes(packet.document))
    other = document | {"patient": {"name": "Łucja Νικολάου", "record_number": "7"}}
    expected = [drawing.draw(each).content for each in (document, other)]
    with ThreadPoolExecutor(4) as threads:
        drawn = list(threads.map(lambda n: drawing.draw((document, other)[n % 2]), range(12)))
    assert [each.content for each in drawn] == expected * 6


def test_every_mark_is_in_the_json_and_on_paper(packet):
    document, text = json.loads(bytes(packet.document)), text_of(packet.pdf)
    assert len(document["parts"]) == 15
    for part in document["parts"]:
        assert text.count(part["sha256"]) == 2, part["name"]
    assert document["sha256"] == packet.sha256
    assert packet.pdf_sha256 == hashlib.sha256(bytes(packet.pdf)).hexdigest()
    assert packet.document_sha256 == hashlib.sha256(bytes(packet.document)).hexdigest()


def test_the_marks_can_be_checked_with_nothing_but_python(packet):
    """As `docs/operations.md` tells an auditor to."""

    def mark(value):
        text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()

    document = json.loads(bytes(packet.document))
    said = document.pop("sha256")
    assert all(part["sha256"] == mark(part["content"]) for part in document["parts"])
    assert said == mark(document)


def test_a_changed_minute_breaks_the_marks(packet):
    document = json.loads(bytes(packet.document))
    assert packet_document.is_sound(document)
    part = next(part for part in document["parts"] if part["name"] == "seconds")
    part["content"]["counted"] += 60
    assert not packet_document.is_sound(document)
    part["sha256"] = packet_document.mark(part["content"])
    assert not packet_document.is_sound(document), "the whole has a mark too"


def test_a_packet_is_kept_as_built_and_a_later_one_is_a_further(packet, claim, dana, make):
    before = bytes(packet.pdf)
    make.measure(claim.patient, 9, scored_on=dt.date(2026, 10, 25))
    later = build(claim, dana, now=NOVEMBER_2 + dt.timedelta(days=1))
    packet.refresh_from_db()
    assert bytes(packet.pdf) == before
    assert later.sha256 != packet.sha256
    for change in (lambda: Packet.objects.update(pages=1), lambda: Packet.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


# -- cost ------------------------------------------------------------------------------------------

MOST_QUERIES = 44


def test_a_packet_asks_a_bounded_number_of_questions(october, make, alice, dana):
    claim = october.sent(75)
    with CaptureQueriesContext(connection) as few:
        build(claim, dana)
    for n in range(40):
        make.entry(claim.patient, alice, DAY + dt.timedelta(minutes=10 * n), 5,
                   status="needs_review", review_reason="x")  # fmt: skip
        make.measure(claim.patient, scored_on=dt.date(2026, 10, 1 + n % 30))
    with CaptureQueriesContext(connection) as many:
        build(claim, dana)
    assert len(many) <= len(few) <= MOST_QUERIES
