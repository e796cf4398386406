"""Who reads a packet: builders all, auditors what is shared, until its day, every look kept."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from billing.models import PacketLook, PacketShare
from billing.services import packet_shares
from registry.errors import Refused
from registry.models import AccessLog
from tests.billing.october import NOVEMBER_2
from tests.billing.packing import build, files_in
from tests.billing.pages import text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november")]
UNTIL = dt.date(2026, 11, 9)


def url(name, **ids):
    return reverse(name, kwargs={"slug": "elm-street", **ids})


@pytest.fixture
def packet(october, dana):
    return build(october.sent(75), dana)


@pytest.fixture
def share(packet, elm_street, dana):
    def share(packets=(packet,), **fields):
        chosen = {
            "practice": elm_street, "label": "Request 4711", "ends_on": UNTIL, "is_listed": False,
            "by": dana, "now": NOVEMBER_2,
        }  # fmt: skip
        return packet_shares.share(packets, **chosen | fields)

    return share


@pytest.fixture
def ann_browses(ann, signed_in):
    return signed_in(ann)


def opens(browser, packet):
    return {
        name: browser.get(url(name, packet_id=packet.pk)).status_code
        for name in ("packet", "packet_pdf", "packet_json")
    }


def all_answer(code):
    return {"packet": code, "packet_pdf": code, "packet_json": code}


# -- who reads -------------------------------------------------------------------------------------


def test_an_auditor_reads_no_packet_that_is_not_shared(ann_browses, packet):
    assert opens(ann_browses, packet) == all_answer(404)
    assert "No packet is shown to you now" in text(ann_browses.get(url("packets")))


def test_a_link_opens_its_packets_to_the_auditor_who_followed_it(ann_browses, packet, share):
    token = share().token
    assert opens(ann_browses, packet) == all_answer(404), "before it was opened"
    answer = ann_browses.get(url("packet_link", token=token), follow=True)
    assert "Request 4711" in text(answer)
    assert token not in answer.request["PATH_INFO"], "the address forgets the token"
    assert opens(ann_browses, packet) == all_answer(200)


def test_one_auditors_link_opens_nothing_for_another(
    ann_browses, packet, share, person, elm_street, signed_in
):
    ann_browses.get(url("packet_link", token=share().token))
    other = signed_in(person("Omar Haddad", (elm_street, "auditor")))
    assert opens(other, packet) == all_answer(404)


def test_a_listed_share_is_read_by_every_auditor_of_the_practice(ann_browses, packet, share):
    share(is_listed=True)
    assert f"CT{packet.claim_id}" in text(ann_browses.get(url("packets")))
    assert opens(ann_browses, packet) == all_answer(200)


def test_a_link_asks_for_a_sign_in_and_for_the_auditors_role(
    client, share, signed_in, dana, alice, charlie, packet
):
    address = url("packet_link", token=share().token)
    assert "/account/login/" in client.get(address).url
    answers = {who: signed_in(who).get(address).status_code for who in (dana, alice, charlie)}
    assert answers == {dana: 403, alice: 403, charlie: 404}
    assert not PacketLook.objects.exists()


def test_an_auditor_of_another_practice_gets_nothing_by_the_link(
    share, person, harbor, signed_in, packet
):
    browser = signed_in(person("Hal Ito", (harbor, "auditor")))
    token = share(is_listed=True).token
    assert browser.get(url("packet_link", token=token)).status_code == 404
    at_harbor = reverse("packet_link", kwargs={"slug": "harbor", "token": token})
    assert browser.get(at_harbor).status_code == 404
    there = reverse("packet_pdf", kwargs={"slug": "harbor", "packet_id": packet.pk})
    assert browser.get(there).status_code == 404


def test_a_wrong_token_is_not_found(ann_browses, share):
    token = share().token
    for wrong in (token[:-1], token + "x", "x", packet_shares.mark_of(token)):
        assert ann_browses.get(url("packet_link", token=wrong)).status_code == 404


# -- its end ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("local", "code"),
    [("2026-11-09T23:59:00-05:00", 302), ("2026-11-10T00:00:00-05:00", 410)],
)
def test_a_link_ends_with_its_day_by_the_practices_clock(
    ann_browses, share, packet, time_machine, ann, signed_in, local, code
):
    token = share().token
    time_machine.move_to(dt.datetime.fromisoformat(local), tick=False)
    browser = signed_in(ann)
    answer = browser.get(url("packet_link", token=token))
    assert answer.status_code == code
    if code == 410:
        assert "Its last day was Nov 9, 2026." in text(answer)


def test_what_was_opened_by_a_link_closes_with_it(
    ann_browses, share, packet, time_machine, ann, signed_in
):
    token = share().token
    ann_browses.get(url("packet_link", token=token))
    time_machine.move_to(dt.datetime(2026, 11, 10, 6, tzinfo=dt.UTC), tick=False)
    assert opens(signed_in(ann), packet) == all_answer(404)


def test_a_share_that_was_taken_back_opens_nothing(ann_browses, share, packet, dana, signed_in):
    shared = share(is_listed=True)
    ann_browses.get(url("packet_link", token=shared.token))
    signed_in(dana).post(url("packet_share_end", share_id=shared.share.pk))
    assert opens(ann_browses, packet) == all_answer(404)
    answer = ann_browses.get(url("packet_link", token=shared.token))
    assert answer.status_code == 410
    assert "ended it on Nov 2, 2026" in text(answer)


def test_taking_back_twice_keeps_the_first(share, dana, sue):
    shared = share().share
    packet_shares.revoke(shared, by=dana, now=NOVEMBER_2)
    packet_shares.revoke(shared, by=sue, now=NOVEMBER_2 + dt.timedelta(days=1))
    shared.refresh_from_db()
    assert (shared.revoked_by, shared.revoked_at) == (dana, NOVEMBER_2)


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (None, "until which day"),
        (dt.date(2026, 11, 1), "This day is over"),
        (dt.date(2027, 11, 4), "more than a year ahead"),
    ],
)
def test_a_share_without_a_sound_last_day_is_refused(share, day, sentence):
    with pytest.raises(Refused, match=sentence):
        share(ends_on=day)
    assert not PacketShare.objects.exists()


@pytest.mark.parametrize("day", [dt.date(2026, 11, 2), dt.date(2027, 11, 3)])
def test_today_and_a_year_ahead_are_sound_last_days(share, day):
    assert share(ends_on=day).share.ends_on == day


def test_nothing_cannot_be_shared(share):
    with pytest.raises(Refused, match="no packet to share"):
        share(packets=())


# -- the token -------------------------------------------------------------------------------------


def test_a_token_is_kept_as_its_mark_alone_and_names_nobody(share, packet):
    shared = share()
    kept = [str(value) for value in PacketShare.objects.values_list().get()]
    assert not any(shared.token in value for value in kept)
    assert shared.share.token_sha256 == packet_shares.mark_of(shared.token)
    assert len(shared.token) >= 43, "256 bits"
    assert share().token != shared.token


def test_the_link_is_shown_once_when_it_is_made(signed_in, dana, ann, packet):
    browser = signed_in(dana)
    made = browser.post(
        url("packet_share_add", packet_id=packet.pk),
        {"label": "Request 4711", "ends_on": "2026-11-09"},
    )
    link = re.search(r"http://testserver(/p/elm-street/billing/packets/link/[\w-]+/)", text(made))
    assert link
    assert "no-store" in made["Cache-Control"]
    share = PacketShare.objects.get()
    again = browser.get(url("packet_share", share_id=share.pk))
    assert link[1] not in again.content.decode()
    assert signed_in(ann).get(link[1]).status_code == 302


def test_a_bad_form_comes_back_with_what_was_typed(signed_in, dana, packet):
    answer = signed_in(dana).post(
        url("packet_share_add", packet_id=packet.pk), {"label": "For 4711", "ends_on": "soon"}
    )
    assert answer.status_code == 422
    assert "This is no day" in text(answer)
    assert "For 4711" in answer.content.decode()


# -- every look ------------------------------------------------------------------------------------


def test_every_look_is_in_the_access_log_and_on_the_packets_page(
    ann_browses, share, packet, ann, dana, signed_in
):
    token = share().token
    ann_browses.get(url("packet_link", token=token))
    opens(ann_browses, packet)
    logged = AccessLog.objects.filter(user_id=ann.pk).order_by("pk")
    assert list(logged.values_list("page", "patient_id")) == [
        ("packet_link", None),
        ("packet", packet.claim.patient_id),
        ("packet_pdf", packet.claim.patient_id),
        ("packet_json", packet.claim.patient_id),
    ]
    page = text(signed_in(dana).get(url("packet", packet_id=packet.pk)))
    for words in ("Opened its page", "Fetched the PDF", "Fetched the JSON"):
        assert f"Ann Whitfield Nov 2, 2026, 10:00 AM {words} Request 4711" in page


def test_a_zip_is_a_look_at_each_packet_of_it(ann_browses, october, packet, share, dana, ann):
    other = build(october.copies(packet.claim, 1)[0], dana)
    shared = share([packet, other], is_listed=True).share
    answer = ann_browses.get(url("packet_share_zip", share_id=shared.pk))
    assert len(files_in(answer)) == 5
    looks = PacketLook.objects.filter(by=ann, kind="zip", share=shared)
    assert {look.packet_id for look in looks} == {packet.pk, other.pk}
    patients = AccessLog.objects.filter(user_id=ann.pk, page="packet_share_zip")
    assert set(patients.values_list("patient_id", flat=True)) == {
        packet.claim.patient_id, other.claim.patient_id,
    }  # fmt: skip


def test_what_is_refused_is_no_look(ann_browses, packet):
    opens(ann_browses, packet)
    assert not PacketLook.objects.exists()


def test_a_look_can_be_neither_changed_nor_deleted(share, packet, ann):
    packet_shares.opened(share().share, by=ann, now=NOVEMBER_2)
    for change in (
        lambda: PacketLook.objects.update(at=NOVEMBER_2 + dt.timedelta(days=1)),
        lambda: PacketLook.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
