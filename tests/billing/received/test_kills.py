"""A process that takes in a large remittance is killed for good, at any point, again and again."""

from __future__ import annotations

import os
import random
from functools import partial

import pytest

from billing.models import Answer, ClaimPayment, Denial, LinePayment, ReceivedFile, Remittance
from billing.services import inbox, received, received_queue
from tests.billing.killing import is_killed, worker
from tests.billing.remittances import NOW, paid, put, refused, remittance

CLAIMS = 150


@pytest.fixture
def content(october):
    """A remittance of many claims, each sixth of which is refused, and its claims."""
    first = october.sent(75)
    claims = [first, *october.copies(first, CLAIMS - 1)]
    bodies = [refused(each) if n % 6 == 0 else paid(each) for n, each in enumerate(claims)]
    total = sum("120.10" in body[0] for body in bodies) * 12010
    return remittance(*bodies, amount=f"{total // 100}.{total % 100:02}")


def killed_until(done, work, chance):
    """Start `work` again and again until `done`; how often it was killed on the way."""
    kills = 0
    for attempt in range(120):
        if done():
            print(f"killed {kills} times")
            return kills
        kills += is_killed(worker(work), chance.uniform(0.02, 0.1 + attempt / 12))
    raise AssertionError("it never ended")


def is_posted_once(practice):
    file = ReceivedFile.objects.get(practice=practice)
    assert (file.problem, file.read_at) == ("", NOW)
    assert Remittance.objects.get().imbalances == []
    payments = ClaimPayment.objects.all()
    assert payments.count() == CLAIMS
    assert len({payment.claim_id for payment in payments} - {None}) == CLAIMS
    assert LinePayment.objects.exclude(line=None).count() == CLAIMS
    assert Denial.objects.count() == CLAIMS // 6
    assert not Answer.objects.exists()
    return True


def nothing_or_all():
    """What another session sees at any moment: no payment of the file, or every one."""
    return ClaimPayment.objects.count() in (0, CLAIMS)


SEEDS = range(int(os.environ.get("KILL_SEEDS", "1")))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_file_of_the_inbox_is_posted_once_wherever_its_reader_is_killed(
    settings, tmp_path, elm_street, dana, content, seed
):
    """While reading, posting, writing the last word, moving the file."""
    settings.INBOX_DIR = tmp_path
    folder = tmp_path / elm_street.slug
    folder.mkdir()
    put(folder, "large.835", content)

    def done():
        assert nothing_or_all()
        return not (folder / "large.835").exists()

    work = partial(inbox.take_in, elm_street, by=dana, now=NOW)
    assert killed_until(done, work, random.Random(seed)) >= 1  # how often, the machine decides
    assert is_posted_once(elm_street)
    assert (folder / "read" / "large.835").read_bytes() == content
    assert len(list((folder / "read").iterdir())) == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("seed", SEEDS)
def test_an_upload_is_posted_once_wherever_its_worker_is_killed(elm_street, dana, content, seed):
    file = received.keep(elm_street, name="large.835", content=content, by=dana, now=NOW).file

    def done():
        assert nothing_or_all()
        file.refresh_from_db()
        return not file.is_waiting

    work = partial(received_queue.work, file.pk, now=NOW)
    assert killed_until(done, work, random.Random(seed)) >= 1
    assert is_posted_once(elm_street)
