"""Packets of a payer's sample: which claims, and that each is built once."""

from __future__ import annotations

import datetime as dt
import gc
import io
import zipfile

import pytest
from django.db import OperationalError

from billing import tasks
from billing.models import Claim, Packet, PacketPlace
from billing.selectors.packet_samples import Wanted
from billing.services import packet_queue, packet_samples, packets
from billing.web import packet_zip
from registry.errors import Refused
from tests.billing.october import NOVEMBER_2, OCTOBER

pytestmark = pytest.mark.django_db


@pytest.fixture
def claims(october):
    """Thirty sent claims."""
    claim = october.sent(75)
    return [claim, *october.copies(claim, 29)]


@pytest.fixture
def ask(elm_street, dana):
    def ask(by=dana, now=NOVEMBER_2, **wanted):
        return packet_samples.ask(
            Wanted(**wanted), practice=elm_street, label="Request 4711", by=by, now=now
        )

    return ask


@pytest.fixture
def queued(monkeypatch):
    """The places that were sent to the workers."""
    found = []
    monkeypatch.setattr(
        packet_queue.current_app, "send_task", lambda name, args: found.append((name, *args))
    )
    return found


def chosen(sample):
    return list(sample.places.order_by("position").values_list("claim_id", flat=True))


def work_off(sample):
    for place_id in sample.places.order_by("position").values_list("pk", flat=True):
        packet_samples.work(place_id, now=NOVEMBER_2)
    sample.refresh_from_db()


def test_a_list_of_numbers_keeps_its_order_and_counts_a_claim_once(claims, ask):
    a, b = claims[3].pk, claims[1].pk
    assert chosen(ask(numbers=[a, b, a])) == [a, b]


def test_an_unknown_number_is_told_and_nothing_is_kept(claims, ask, harbor):
    Claim.objects.filter(pk=claims[5].pk).update(practice=harbor)
    with pytest.raises(Refused) as refused:
        ask(numbers=[claims[0].pk, 999999, claims[5].pk])
    sentence = refused.value.problems["numbers"]
    assert f"CT999999, CT{claims[5].pk}" in sentence, "another practice's is as unknown as any"
    assert f"CT{claims[0].pk}," not in sentence
    assert not PacketPlace.objects.exists()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("CT12, 13\n14;ct15", [12, 13, 14, 15]), ("", []), (" , ", [])],
)
def test_numbers_are_read_as_people_write_them(text, numbers):
    assert packet_samples.numbers_in(text) == numbers


@pytest.mark.parametrize("word", ["abc", "CT", "12.5", "-3", "٣", "9" * 19, "CTCT1"])
def test_what_is_no_number_is_told_by_its_word(word):
    with pytest.raises(Refused, match="No claim number"):
        packet_samples.numbers_in(f"12 {word}")


def test_a_choice_by_payer_and_month_takes_what_has_left(claims, ask, payer, october):
    october.claim(80)  # a draft: no payer has it
    assert chosen(ask(payer_id=payer.pk, first_month=OCTOBER)) == sorted(c.pk for c in claims)
    for other in ({"payer_id": payer.pk + 1}, {"first_month": dt.date(2026, 11, 1)},
                  {"last_month": dt.date(2026, 9, 1)}):  # fmt: skip
        with pytest.raises(Refused, match="No claim of this choice has left"):
            ask(**other)


def test_the_same_seed_draws_the_same_claims_and_another_draws_others(claims, ask):
    first, again = ask(size=5, seed="4711"), ask(size=5, seed="4711")
    assert chosen(first) == chosen(again)
    assert len(set(chosen(first))) == 5
    assert (first.matched, first.total, first.seed) == (30, 5, "4711")
    assert chosen(ask(size=5, seed="4712")) != chosen(first)


def test_a_sample_without_a_seed_is_given_one_that_draws_it_again(claims, ask):
    first = ask(size=7)
    assert first.seed
    assert chosen(ask(size=7, seed=first.seed)) == chosen(first)


def test_a_sample_larger_than_what_there_is_takes_all(claims, ask):
    assert ask(size=100).total == 30


def test_more_than_the_most_is_refused_with_the_count(claims, ask, monkeypatch):
    monkeypatch.setattr(packet_samples, "MOST", 10)
    with pytest.raises(Refused, match="30 claims"):
        ask()
    with pytest.raises(Refused, match="11 claims"):
        ask(numbers=[c.pk for c in claims[:11]])


def test_a_sample_needs_to_say_what_it_is_for(claims, elm_street, dana):
    with pytest.raises(Refused, match="what the sample is for"):
        packet_samples.ask(Wanted(), practice=elm_street, label=" ", by=dana, now=NOVEMBER_2)


# -- the work --------------------------------------------------------------------------------------


def test_workers_build_each_place_once_and_the_last_ends_the_sample(
    claims, elm_street, dana, queued, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        sample = packet_queue.ask(
            Wanted(size=3, seed="1"), practice=elm_street, label="x", by=dana, now=NOVEMBER_2
        )
    assert [name for name, _ in queued] == ["billing.tasks.packet_place"] * 3
    for _, place_id in [*queued, *queued]:
        tasks.packet_place(place_id)
    sample.refresh_from_db()
    assert (sample.done, sample.failed, Packet.objects.count()) == (3, 0, 3)
    assert sample.finished_at is not None
    assert {p.claim_id for p in Packet.objects.all()} == set(chosen(sample))


def test_two_workers_with_one_place_leave_one_packet(claims, ask, monkeypatch):
    """The second one builds while the first keeps: what it built is thrown away."""
    place = ask(numbers=[claims[0].pk]).places.get()
    made = packets.made

    def overtaken(*args, **kwargs):
        built = made(*args, **kwargs)
        monkeypatch.setattr(packets, "made", made)
        assert packet_samples.work(place.pk, now=NOVEMBER_2)
        return built

    monkeypatch.setattr(packets, "made", overtaken)
    assert not packet_samples.work(place.pk, now=NOVEMBER_2)
    assert Packet.objects.count() == 1


def test_a_worker_killed_midway_leaves_the_place_to_be_built_again(claims, ask, monkeypatch):
    place = ask(numbers=[claims[0].pk]).places.get()

    def killed(*args, **kwargs):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(packets, "keep", killed)
        with pytest.raises(KeyboardInterrupt):
            packet_samples.work(place.pk, now=NOVEMBER_2)
    place.refresh_from_db()
    assert place.done_at is None
    assert packet_samples.work(place.pk, now=NOVEMBER_2)
    assert Packet.objects.count() == 1


def test_a_database_that_is_away_is_for_another_try(claims, ask, monkeypatch):
    place = ask(numbers=[claims[0].pk]).places.get()

    def away(*args, **kwargs):
        raise OperationalError("gone")

    monkeypatch.setattr(packets, "made", away)
    with pytest.raises(OperationalError):
        packet_samples.work(place.pk, now=NOVEMBER_2)
    place.refresh_from_db()
    assert place.done_at is None


def test_a_claim_that_cannot_be_told_stops_nobody_elses(claims, ask, monkeypatch, caplog):
    sample = ask(numbers=[claims[0].pk, claims[1].pk])
    made = packets.made

    def breaks(by, practice, claim_id, *, now):
        if claim_id == claims[0].pk:
            raise ValueError("a name that must not reach the page")
        return made(by, practice, claim_id, now=now)

    monkeypatch.setattr(packets, "made", breaks)
    work_off(sample)
    bad, good = sample.places.order_by("position")
    assert (sample.done, sample.failed) == (2, 1)
    assert sample.finished_at is not None
    assert "could not be built" in bad.problem
    assert "name" not in bad.problem
    assert good.packet_id


def test_whoever_lost_their_role_meanwhile_gets_no_packet(claims, ask, dana, elm_street):
    sample = ask(numbers=[claims[0].pk])
    dana.memberships.filter(practice=elm_street).delete()
    work_off(sample)
    assert sample.places.get().problem == packet_samples.NO_CLAIM


def test_what_the_queue_lost_is_sent_again_after_half_an_hour(
    claims, ask, queued, django_capture_on_commit_callbacks
):
    sample = ask(numbers=[claims[0].pk, claims[1].pk])
    first, second = sample.places.order_by("position")
    packet_samples.work(first.pk, now=NOVEMBER_2)
    for minutes, sent in ((20, []), (40, [("billing.tasks.packet_place", second.pk)])):
        queued.clear()
        with django_capture_on_commit_callbacks(execute=True):
            packet_queue.resend_stalled(now=NOVEMBER_2 + dt.timedelta(minutes=minutes))
        assert queued == sent


def test_the_tasks_are_known_by_the_names_they_are_sent_by():
    from config.celery import app

    assert app.tasks[packet_queue.PLACE_TASK].acks_late
    schedule = {entry["task"] for entry in app.conf.beat_schedule.values()}
    assert tasks.resume_packets.name in schedule


# -- all of it -------------------------------------------------------------------------------------


def test_fifty_packets_are_built_in_the_memory_of_a_few(october, ask):
    """What a worker still holds after some of them: objects that the collector leaves alone."""
    october.copies(october.sent(75), 54)
    sample = ask(size=55, seed="1")
    held = []
    for number, place in enumerate(sample.places.order_by("position"), start=1):
        packet_samples.work(place.pk, now=NOVEMBER_2)
        if number % 25 == 5:
            gc.collect()
            held.append(len(gc.get_objects()))
    first, *later = held
    assert len(later) == 2
    assert max(later) - first < 2000, "a packet alone is more objects than that"
    sample.refresh_from_db()
    assert sample.done == 55


def test_the_zip_has_both_files_of_each_and_is_the_same_each_time(claims, ask):
    sample = ask(size=2, seed="1")
    work_off(sample)
    from billing.selectors import packet_samples as selectors

    written = []
    for _ in range(2):
        into = io.BytesIO()
        packet_zip.write(into, list(selectors.packets_of(sample)))
        written.append(into.getvalue())
    assert written[0] == written[1]
    archive = zipfile.ZipFile(io.BytesIO(written[0]))
    names = archive.namelist()
    assert len(names) == 5
    packet = Packet.objects.order_by("claim_id").first()
    stem = f"elm-street-2026-10-CT{packet.claim_id}-packet-{packet.pk}"
    assert archive.read(f"{stem}.pdf") == bytes(packet.pdf)
    assert archive.read(f"{stem}.json") == bytes(packet.document)
    assert packet.pdf_sha256 in archive.read("list.csv").decode()
