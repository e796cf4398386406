"""Whoever makes the files of a month is killed in the middle of it, for good, again and again."""

from __future__ import annotations

import os
import random
from collections import Counter
from functools import partial

import pytest

from billing.models import Claim, Delivery, Submission, SubmissionClaim
from billing.services import claims, destinations, submission
from tests.billing.killing import is_killed, worker
from tests.billing.october import NOVEMBER_2, OCTOBER


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("seed", range(int(os.environ.get("KILL_SEEDS", "1"))))
def test_every_claim_is_in_one_file_wherever_the_batch_is_killed(october, elm_street, dana, seed):
    """While gathering, checking, writing, marking as sent, queueing its delivery."""
    chance = random.Random(seed)
    made = [october.claim(75).pk for _ in range(4)]
    destinations.change(elm_street, None, by=dana, now=NOVEMBER_2, kind="folder", folder="out")
    by = {"practice": elm_street, "month": OCTOBER, "by": dana, "now": NOVEMBER_2}
    claims.approve(made, **by)
    kills = 0
    for attempt in range(80):
        if not Claim.objects.filter(pk__in=made, state="approved").exists():
            break
        work = partial(submission.build, **by)
        kills += is_killed(worker(work), chance.uniform(0.005, 0.05 + attempt / 20))
        _nothing_is_half_done(made)
    placed = SubmissionClaim.objects.values_list("claim_id", flat=True)
    assert Counter(placed) == Counter(made)
    assert set(Claim.objects.filter(pk__in=made).values_list("state", flat=True)) == {"sent"}
    numbers = Submission.objects.values_list("control_number", flat=True)
    assert len(set(numbers)) == len(numbers)
    assert Delivery.objects.count() == Submission.objects.count()
    print(f"killed {kills} times")
    assert kills >= 1
    submission.build(**by)
    assert Counter(SubmissionClaim.objects.values_list("claim_id", flat=True)) == Counter(made)


def _nothing_is_half_done(made):
    """A claim is sent where it lies in a file, and nowhere else; each file has its delivery."""
    placed = set(SubmissionClaim.objects.values_list("claim_id", flat=True))
    sent = set(Claim.objects.filter(pk__in=made, state="sent").values_list("pk", flat=True))
    assert sent == placed
    assert Delivery.objects.count() == Submission.objects.count()
