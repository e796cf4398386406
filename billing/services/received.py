"""A file from a payer or clearinghouse: kept as it came, read whole, and what it says posted once.

Everything a file says is written in one transaction, or nothing is; the file's own hash keeps a
second reading from changing anything.  A file that cannot be read is kept with the sentence why.
One that is kept and not yet read waits, for a worker or for whoever brings it again.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from django.db import IntegrityError, transaction

from billing.models import ReceivedFile
from billing.services import answers, posted_before, posting
from billing.x12.reading import files, segments
from billing.x12.reading.claim_status import ClaimStatusReport
from billing.x12.reading.files import Received
from billing.x12.reading.refusal import Unreadable
from billing.x12.reading.remittance import Remittance
from registry.errors import refuse
from registry.models import Practice, User

MOST_BYTES = segments.MOST_BYTES
MOST_NAME = 200
MOST_NOTES = 200
FAILED = (
    "Reading this file failed, and not through a fault of its own that could be named. Nothing of "
    "it was posted; it is kept. Tell whoever runs CareTally, with this page's address."
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The file's row, and whether it was seen here for the first time."""

    file: ReceivedFile
    is_new: bool


def receive(
    practice: Practice, *, name: str, content: bytes, by: User, now: dt.datetime
) -> Outcome:
    """Take a file in and read it.  Raises Refused (`file`) for one that is empty or too large."""
    with transaction.atomic():
        outcome = keep(practice, name=name, content=content, by=by, now=now)
        return Outcome(read(outcome.file.pk, now=now), outcome.is_new)


def keep(practice: Practice, *, name: str, content: bytes, by: User, now: dt.datetime) -> Outcome:
    """Keep a file as it came, unread, or find it where it came before.  Raises as `receive`."""
    _check(content)
    mark = hashlib.sha256(content).hexdigest()
    known = _known(practice, mark)
    if known:
        return Outcome(known, is_new=False)
    row = ReceivedFile(
        practice=practice,
        name=_plain(name),
        content=content,
        sha256=mark,
        received_at=now,
        received_by=by,
    )
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        known = _known(practice, mark)
        if known is None:
            raise
        return Outcome(known, is_new=False)  # somebody sent it at the same moment
    return Outcome(row, is_new=True)


def _known(practice: Practice, mark: str) -> ReceivedFile | None:
    return ReceivedFile.objects.filter(practice=practice, sha256=mark).first()


@transaction.atomic
def read(file_id: int, *, now: dt.datetime) -> ReceivedFile:
    """Read a file that waits, and post what it says; one that was read before stays as it is.

    Two who read it at once wait for each other, and the second finds it done.
    """
    rows = ReceivedFile.objects.select_for_update(of=("self",))
    row = rows.select_related("practice", "received_by").get(pk=file_id)
    if row.read_at is not None:
        return row
    try:
        said = files.read(bytes(row.content))
        posting.check(said)
    except Unreadable as unreadable:
        return _done(row, now, problem=unreadable.sentence)
    before = posted_before.found(row.practice, said.remittances)
    _done(row, now, kinds=_kinds(said), notes=[*before.values(), *_notes(said)][:MOST_NOTES])
    _write(row, said, before=before.keys(), by=row.received_by, now=now)
    return row


@transaction.atomic
def give_up(file_id: int, *, now: dt.datetime) -> ReceivedFile:
    """Say of a file whose reading fails that it is here and not posted: it waits no longer."""
    row = ReceivedFile.objects.select_for_update().get(pk=file_id)
    return row if row.read_at is not None else _done(row, now, problem=FAILED)


def _done(row: ReceivedFile, now: dt.datetime, **found: Any) -> ReceivedFile:
    for name, value in (found | {"read_at": now}).items():
        setattr(row, name, value)
    row.save(update_fields=[*found, "read_at"])
    return row


def _check(content: bytes) -> None:
    if not content.strip():
        raise refuse("file", "The file is empty. Fetch it again from the payer's portal.")
    if len(content) > MOST_BYTES:
        most = MOST_BYTES // (1024 * 1024)
        raise refuse("file", f"The file is larger than {most} MB: no answer file is. Check it.")


def _plain(name: str) -> str:
    """The file's own name: no folders, nothing that a page or a log could stumble over."""
    last = PurePath(name.replace("\\", "/")).name
    return "".join(letter for letter in last if letter.isprintable())[:MOST_NAME] or "file"


def _write(
    row: ReceivedFile, said: Received, *, before: Collection[int], by: User, now: dt.datetime
) -> None:
    answers.write(row, said)
    for each in said.transactions:
        if isinstance(each.content, Remittance) and each.content.segment not in before:
            posting.post(row, each.content, by=by, now=now)


def _kinds(said: Received) -> list[str]:
    return sorted({each.envelope.kind for each in said.transactions})


def _notes(said: Received) -> list[str]:
    """What was odd, and what was not understood: nothing of a file is passed over in silence."""
    found = list(said.notes)
    for each in said.transactions:
        found += each.notes
        found += [f"Segment {left.segment} ({left.tag}) was not used." for left in each.unread]
        if isinstance(each.content, ClaimStatusReport) and not each.content.claims:
            found.append("The claim status report lists no claim.")
    return found
