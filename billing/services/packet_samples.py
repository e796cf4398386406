"""Packets of many claims, as a payer asks for them: chosen once, built one by one by the workers.

A place that is sent twice, or whose worker died, is built once (`work`).
"""

from __future__ import annotations

import datetime as dt
import logging
import random
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ObjectDoesNotExist
from django.db import OperationalError, transaction
from django.db.models import Case, F, Value, When

from billing.models import PacketPlace, PacketSample
from billing.selectors import packet_samples as selectors
from billing.selectors.packet_samples import Wanted
from billing.services import packets
from registry.checks import one_line
from registry.errors import Refused, refuse
from registry.models import Practice, User

logger = logging.getLogger(__name__)

#: More packets at once than a payer asks for; each is a PDF of some pages.
MOST = 500
NO_CLAIM = "The claim cannot be opened by the person who asked: their role has ended."
FAILED = "The packet could not be built. The server's log says why; ask for this claim again."


@dataclass(frozen=True, slots=True)
class Drawn:
    """The claims of a sample, of how many they were drawn, and the seed that draws them again."""

    claim_ids: Sequence[int]
    matched: int
    seed: str


@transaction.atomic
def ask(wanted: Wanted, *, practice: Practice, label: str, by: User, now: dt.datetime) -> (
    PacketSample
):  # fmt: skip
    """Open a sample with a place for each claim.  Refused where it would be empty or too large."""
    label = one_line(label)
    if not label:
        raise refuse("label", "Say what the sample is for, such as the payer's request number.")
    drawn = _drawn(wanted, practice, by)
    made = PacketSample.objects.create(
        practice=practice,
        label=label[:80],
        payer_id=wanted.payer_id,
        first_month=wanted.first_month,
        last_month=wanted.last_month,
        numbers=list(wanted.numbers),
        size=wanted.size,
        seed=drawn.seed,
        matched=drawn.matched,
        total=len(drawn.claim_ids),
        asked_at=now,
        asked_by=by,
    )
    PacketPlace.objects.bulk_create(
        PacketPlace(sample=made, position=position, claim_id=claim_id)
        for position, claim_id in enumerate(drawn.claim_ids, start=1)
    )
    return made


def _drawn(wanted: Wanted, practice: Practice, by: User) -> Drawn:
    if wanted.numbers:
        return _numbered(wanted, practice, by)
    found = selectors.matching(by, practice, wanted)
    if not found:
        raise refuse("", "No claim of this choice has left the practice. Choose other months.")
    drawn = _at_random(found, wanted) if wanted.size else Drawn(found, len(found), "")
    _not_too_many(drawn.claim_ids, "size")
    return drawn


def _numbered(wanted: Wanted, practice: Practice, by: User) -> Drawn:
    """The claims of a list, in its order; every number that is none of the practice's is told."""
    numbers = list(dict.fromkeys(wanted.numbers))
    known = selectors.known(by, practice, numbers)
    unknown = [number for number in numbers if number not in known]
    if unknown:
        raise refuse("numbers", _unknown(unknown))
    _not_too_many(numbers, "numbers")
    return Drawn(numbers, len(numbers), "")


def _unknown(numbers: Sequence[int]) -> str:
    told = ", ".join(f"CT{number}" for number in numbers[:20])
    more = f" and {len(numbers) - 20} more" if len(numbers) > 20 else ""
    return f"No claim of this practice has the number {told}{more}. Correct or remove it."


def _at_random(found: Sequence[int], wanted: Wanted) -> Drawn:
    """`size` of them, the same ones each time for the same seed and the same claims."""
    seed = wanted.seed or secrets.token_hex(4)
    size = min(wanted.size or 0, len(found))
    chosen = random.Random(seed).sample(sorted(found), size)  # noqa: S311 - a sample, no secret
    return Drawn(sorted(chosen), len(found), seed)


def _not_too_many(claim_ids: Sequence[int], field: str) -> None:
    if len(claim_ids) > MOST:
        count = f"{len(claim_ids):,}"
        raise refuse(field, f"These are {count} claims. Build at most {MOST} packets at once.")


def work(place_id: int, *, now: dt.datetime) -> bool:
    """Build the packet of a place, once: false where it is done already.

    It is built before the place's row is held, so that nobody waits for the drawing: of two workers
    with the same place, the second throws away what it built.
    """
    place = selectors.place(place_id)
    if place is None or place.done_at is not None:
        return False
    built, problem = _built(place, now)
    with transaction.atomic():
        held = PacketPlace.objects.select_for_update(of=("self",)).get(pk=place_id)
        if held.done_at is not None:
            return False
        by = place.sample.asked_by
        held.packet = packets.keep(built, by=by, now=now) if built else None
        held.problem, held.done_at = problem, now
        held.save(update_fields=["packet", "problem", "done_at"])
        _count(held, now)
    return True


def _built(place: PacketPlace, now: dt.datetime) -> tuple[packets.Built | None, str]:
    """The packet, or why there is none; a database that is away is for another try."""
    sample = place.sample
    try:
        return packets.made(sample.asked_by, sample.practice, place.claim_id, now=now), ""
    except OperationalError:
        raise
    except ObjectDoesNotExist:
        return None, NO_CLAIM
    except Exception as error:  # one claim that cannot be told stops nobody else's
        logger.exception("claim %s: no packet: %s", place.claim_id, type(error).__name__)
        return None, FAILED


def _count(place: PacketPlace, now: dt.datetime) -> None:
    """Add to the sample's figures; the last place ends it."""
    is_last = When(total__lte=F("done") + 1, then=Value(now))
    PacketSample.objects.filter(pk=place.sample_id).update(
        done=F("done") + 1,
        failed=F("failed") + (1 if place.problem else 0),
        finished_at=Case(is_last, default=None),
    )


def numbers_in(text: str) -> list[int]:
    """The claim numbers that a person wrote: `CT12, 13 14`, one a line or with commas between.

    Refused with every word that is no number.
    """
    words = text.replace(",", " ").replace(";", " ").split()
    bad = [word for word in words if _number(word) is None]
    if bad:
        told = ", ".join(bad[:10])
        raise Refused({"numbers": f"No claim number: {told}. Write them as CT1204 or 1204."})
    return [number for word in words if (number := _number(word)) is not None]


def _number(word: str) -> int | None:
    digits = word[2:] if word[:2].upper() == "CT" else word
    return int(digits) if digits.isdecimal() and digits.isascii() and len(digits) < 19 else None
