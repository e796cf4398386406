"""The outbox: each file goes to its destination once, whole, and by itself.

The steps, each written down before the next: the file is uploaded under a passing name; what lies
there is compared with what is kept; the delivery says `placing`; then the file gets its own name.
So a worker that dies anywhere leaves a state from which the next one knows what was done.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager

from django.db import IntegrityError, transaction

from billing.models import (
    OPEN,
    Delivery,
    DeliveryState,
    Destination,
    DestinationKind,
    Submission,
)
from billing.services import delivery_lock, delivery_queue, places, sftp_place
from billing.services.place_errors import Hopeless, PlaceError, Trouble
from billing.services.places import Place
from registry import checks
from registry.errors import refuse
from registry.models import User

#: After so many attempts a person has to look: with the waits below that is about a day and a half.
MOST_TRIES = 14
_SHORTEST, _LONGEST = dt.timedelta(minutes=1), dt.timedelta(hours=4)
_UNSURE = (
    "The whole file was there under a passing name, and now neither name is there: the receiver "
    "has probably taken it. Look for its answer (999) before you send it again."
)
_ANOTHER = "Another file of this name lies there. Ask the receiver, then send this one again."


# Asking for it


def queue(made: Sequence[Submission], *, by: User, now: dt.datetime) -> list[Delivery]:
    """Have new files delivered, where they have a destination; once written, a worker is asked."""
    found = [(each, destination_of(each)) for each in made]
    rows = [_row(each, to, by, now) for each, to in found if to is not None]
    rows = Delivery.objects.bulk_create(rows)
    delivery_queue.send([row.pk for row in rows])
    return rows


def destination_of(file: Submission) -> Destination | None:
    """Where a file goes: the payer's own destination, else the practice's; None: downloaded."""
    rows = Destination.objects.filter(practice_id=file.practice_id)
    own = rows.filter(payer_id=file.payer_id).first() if file.payer_id else None
    if own is None or own.kind == DestinationKind.PRACTICE:
        own = rows.filter(payer=None).first()
    return own if own and own.kind in _PLACES else None


def _row(
    file: Submission, to: Destination, by: User, now: dt.datetime, *, reason: str = ""
) -> Delivery:
    return Delivery(
        submission=file, destination=to, reason=reason, queued_at=now, queued_by=by, try_at=now
    )


@transaction.atomic
def send(file: Submission, *, reason: str, by: User, now: dt.datetime) -> Delivery:
    """Have a file delivered because a person says so; a second time with a reason.

    Refused while a delivery is under way, and where the file has no destination.
    """
    said = checks.one_line(reason)
    to = destination_of(file)
    if to is None:
        raise refuse("", "This file has no destination: it is downloaded. Set one up first.")
    if not said and file.deliveries.exists():
        raise refuse("reason", "Say why it is sent again: a receiver may take it for a duplicate.")
    checks.stop_if({"reason": checks.text(said, most=200, called="The reason")})
    row = _row(file, to, by, now, reason=said)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise refuse("", "A delivery of this file is under way. Wait until it has ended.") from None
    delivery_queue.send([row.pk])
    return row


# Doing it


def work(delivery_id: int, *, now: dt.datetime) -> None:
    """Bring one delivery a step on: to its end, or to the next attempt.  Asked twice, done once."""
    with delivery_lock.held(delivery_id) as is_ours:
        if is_ours:
            _work(delivery_id, now)


def _work(delivery_id: int, now: dt.datetime) -> None:
    rows = Delivery.objects.select_related("submission", "destination__practice")
    row = rows.filter(pk=delivery_id, state__in=OPEN, try_at__lte=now).first()
    if row is None:
        return
    row.tries += 1
    _keep(row, tries=row.tries, try_at=now + _wait(row.tries))
    try:
        with _place(row.destination) as place:
            _deliver(row, place, now)
    except Hopeless as error:
        _fail(row, str(error))
    except PlaceError as error:
        _put_off(row, str(error))
    except FileNotFoundError:
        _put_off(row, "A file was gone between two steps. It will be tried again.")


def _place(to: Destination) -> AbstractContextManager[Place]:
    open_place = _PLACES.get(to.kind)
    if open_place is None:
        raise Hopeless("Its destination takes no files any more. Send it again to the new one.")
    return open_place(to)


_PLACES: Mapping[str, Callable[[Destination], AbstractContextManager[Place]]] = {
    DestinationKind.SFTP: sftp_place.folder,
    DestinationKind.FOLDER: places.folder,
}


def _wait(tries: int) -> dt.timedelta:
    """Until the next attempt, counted from the beginning of this one: 1, 2, 4 minutes and so on."""
    return min(_SHORTEST * 2 ** (tries - 1), _LONGEST)


def _deliver(row: Delivery, place: Place, now: dt.datetime) -> None:
    name, content = row.submission.file_name, bytes(row.submission.content)
    found = _found(place, name, content)
    if found is False:
        raise Hopeless(_ANOTHER)
    if found is None:
        _upload_and_place(row, place, name, content)
    _keep(
        row,
        state=DeliveryState.SENT,
        sent_at=now,
        problem="",
        arrived_as=place.said(name)[:400],
    )
    _clear(row, place)


def _upload_and_place(row: Delivery, place: Place, name: str, content: bytes) -> None:
    if row.state == DeliveryState.PLACING:
        if _found(place, row.part_name, content) is not True:
            raise Hopeless(_UNSURE)
    else:
        _upload(row, place, name, content)
    place.rename(row.part_name, name)


def _upload(row: Delivery, place: Place, name: str, content: bytes) -> None:
    """The whole file under a passing name of this attempt, compared, and written down."""
    _clear(row, place)
    part = f".{name}.{row.pk}-{row.tries}.part"
    _keep(row, part_name=part)
    place.write(part, content)
    if _found(place, part, content) is not True:
        raise Trouble(_amiss(place.size(part), len(content)))
    _keep(row, state=DeliveryState.PLACING)


def _amiss(arrived: int | None, sent: int) -> str:
    if arrived is not None and arrived < sent:
        return (
            f"Only {arrived} of {sent} bytes arrived: the receiver's disk may be full, or its "
            "quota used up. Ask, if it stays so. It will be tried again."
        )
    return "What arrived is not what was sent. It will be tried again."


def _clear(row: Delivery, place: Place) -> None:
    """What an earlier attempt left under a passing name."""
    if row.part_name:
        place.remove(row.part_name)


def _found(place: Place, name: str, content: bytes) -> bool | None:
    """Whether this very file lies there under the name; None where nothing does."""
    size = place.size(name)
    if size is None:
        return None
    if size != len(content):
        return False
    there = place.content(name)
    return there is None or hashlib.sha256(there).digest() == hashlib.sha256(content).digest()


# Writing down


def _keep(row: Delivery, **fields: object) -> None:
    """Write fields, if this attempt is still the one that counts.

    A worker that was thought dead and comes back finds that another has begun, and stops.
    """
    current = Delivery.objects.filter(pk=row.pk, state=row.state)
    if "tries" not in fields:
        current = current.filter(tries=row.tries)
    if not current.update(**fields):
        raise Trouble("Another worker has gone on with this delivery.")
    for field, value in fields.items():
        setattr(row, field, value)


def _fail(row: Delivery, sentence: str) -> None:
    _end(row, state=DeliveryState.FAILED, problem=sentence[:400])


def _put_off(row: Delivery, sentence: str) -> None:
    if row.tries >= MOST_TRIES:
        _fail(row, f"Given up after {row.tries} attempts. {sentence}")
    else:
        _end(row, problem=sentence[:400])


def _end(row: Delivery, **fields: object) -> None:
    Delivery.objects.filter(pk=row.pk, state__in=OPEN, tries=row.tries).update(**fields)
