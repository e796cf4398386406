"""Building packets on the screen: from a claim, and for a payer's sample."""

from __future__ import annotations

import pytest
from django.urls import reverse

from billing.models import Packet, PacketSample
from billing.services import packet_queue, packet_samples
from tests.billing.october import NOVEMBER_2
from tests.billing.packing import build, files_in
from tests.billing.pages import text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november")]


def url(name, **ids):
    return reverse(name, kwargs={"slug": "elm-street", **ids})


@pytest.fixture
def desk(dana, signed_in):
    return signed_in(dana)


@pytest.fixture
def claim(october):
    return october.sent(75)


@pytest.fixture
def sent(monkeypatch):
    found = []
    monkeypatch.setattr(
        packet_queue.current_app, "send_task", lambda name, args: found.append(args[0])
    )
    return found


def test_one_press_on_the_claim_builds_its_packet(desk, claim):
    answer = desk.post(url("packet_build", claim_id=claim.pk), follow=True)
    packet = Packet.objects.get(claim=claim)
    assert answer.redirect_chain[-1][0] == url("packet", packet_id=packet.pk)
    page = text(answer)
    assert "The audit packet is built and kept." in page
    assert packet.sha256 in page
    assert "1. Patient and month" in page
    assert (
        url("packet", packet_id=packet.pk)
        in desk.get(url("claim", claim_id=claim.pk)).content.decode()
    )


def test_a_file_comes_byte_for_byte_under_a_name_without_a_name(desk, claim, dana):
    packet = build(claim, dana)
    for kind, content in (("pdf", packet.pdf), ("json", packet.document)):
        answer = desk.get(url(f"packet_{kind}", packet_id=packet.pk))
        assert answer.content == bytes(content)
        assert answer["Content-Type"] == f"application/{kind}"
        name = f'filename="elm-street-2026-10-CT{claim.pk}-packet-{packet.pk}.{kind}"'
        assert name in answer["Content-Disposition"]
        assert "no-store" in answer["Cache-Control"]


def test_a_supervisor_builds_and_others_do_not(claim, signed_in, sue, ann, alice):
    answers = {
        who: signed_in(who).post(url("packet_build", claim_id=claim.pk)).status_code
        for who in (sue, ann, alice)
    }
    assert answers == {sue: 302, ann: 403, alice: 403}
    assert Packet.objects.count() == 1


def test_another_practices_claim_is_not_found(desk, claim, dana, harbor):
    address = reverse("packet_build", kwargs={"slug": "harbor", "claim_id": claim.pk})
    assert desk.post(address).status_code == 404
    assert not Packet.objects.exists()


def test_a_sample_is_asked_for_watched_and_fetched_as_one_file(
    desk, claim, october, sent, django_capture_on_commit_callbacks
):
    october.copies(claim, 3)
    with django_capture_on_commit_callbacks(execute=True):
        answer = desk.post(
            url("packet_sample_add"),
            {"label": "Request 4711", "first_month": "2026-10", "size": "3", "seed": "7"},
        )
    sample = PacketSample.objects.get()
    address = url("packet_sample", sample_id=sample.pk)
    assert answer.url == address
    assert "Waiting for a worker" in text(desk.get(address))
    assert len(sent) == 3
    packet_samples.work(sent[0], now=NOVEMBER_2)
    bar = desk.get(address, headers={"HX-Request": "true"})
    assert "1 of 3 packets" in text(bar)
    assert "<html" not in bar.content.decode()
    for place_id in sent[1:]:
        packet_samples.work(place_id, now=NOVEMBER_2)
    page = text(desk.get(address))
    assert "3 of 4 claims, at random with the seed 7" in page
    archive = desk.get(url("packet_sample_zip", sample_id=sample.pk))
    assert len(files_in(archive)) == 7
    shared = desk.post(
        url("packet_sample_share", sample_id=sample.pk),
        {"label": "Request 4711", "ends_on": "2026-11-09"},
    )
    assert "3 packets, to be read until Nov 9, 2026" in text(shared)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"label": ""}, "What it is for is missing"),
        ({"numbers": "12 x"}, "No claim number: x."),
        ({"numbers": "999999"}, "No claim of this practice has the number CT999999."),
        ({"first_month": "2026-13"}, "is no month"),
        ({"first_month": "2026-10", "last_month": "2026-09"}, "lies before the first one"),
        ({"last_month": "2026-09"}, "No claim of this choice has left the practice"),
        ({"size": "0"}, "greater than or equal to 1"),
        ({"size": "501"}, "less than or equal to 500"),
        ({"payer": "999"}, "Choose one of those listed"),
    ],
)
def test_a_choice_that_means_nothing_comes_back_with_a_sentence(desk, claim, sent, typed, sentence):
    answer = desk.post(url("packet_sample_add"), {"label": "Request 4711", **typed})
    assert answer.status_code == 422
    assert sentence in text(answer)
    assert not PacketSample.objects.exists()
    assert sent == []


def test_the_list_shows_packets_samples_and_shares_to_who_builds(desk, claim, dana):
    build(claim, dana)
    page = text(desk.get(url("packets")))
    assert f"October 2026 CT{claim.pk} Empire Health Plan" in page
    assert "Packets of many claims" in page
