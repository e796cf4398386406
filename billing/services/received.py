"""A file from a payer or clearinghouse: kept as it came, read whole, and what it says posted once.

Everything a file says is written in one transaction, or nothing is; the file's own hash keeps a
second reading from changing anything.  A file that cannot be read is kept with the sentence why.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import PurePath

from django.db import IntegrityError, transaction

from billing.models import ReceivedFile
from billing.services import answers, posting
from billing.x12.reading import files, segments
from billing.x12.reading.claim_status import ClaimStatusReport
from billing.x12.reading.files import Received
from billing.x12.reading.refusal import Unreadable
from billing.x12.reading.remittance import Remittance
from registry.errors import refuse
from registry.models import Practice, User

MOST_NAME = 200


@dataclass(frozen=True, slots=True)
class Outcome:
    """The file's row, and whether it was seen here for the first time."""

    file: ReceivedFile
    is_new: bool


def receive(
    practice: Practice, *, name: str, content: bytes, by: User, now: dt.datetime
) -> Outcome:
    """Take a file in.  Raises Refused (`file`) for one that is empty or too large to be one."""
    _check(content)
    mark = hashlib.sha256(content).hexdigest()
    known = ReceivedFile.objects.filter(practice=practice, sha256=mark).first()
    if known:
        return Outcome(known, is_new=False)
    try:
        return Outcome(_take(practice, _plain(name), content, mark, by=by, now=now), is_new=True)
    except IntegrityError:
        known = ReceivedFile.objects.filter(practice=practice, sha256=mark).first()
        if known is None:
            raise
        return Outcome(known, is_new=False)  # somebody sent it at the same moment


def _check(content: bytes) -> None:
    if not content.strip():
        raise refuse("file", "The file is empty. Fetch it again from the payer's portal.")
    if len(content) > segments.MOST_BYTES:
        most = segments.MOST_BYTES // (1024 * 1024)
        raise refuse("file", f"The file is larger than {most} MB: no answer file is. Check it.")


def _plain(name: str) -> str:
    """The file's own name: no folders, nothing that a page or a log could stumble over."""
    last = PurePath(name.replace("\\", "/")).name
    return "".join(letter for letter in last if letter.isprintable())[:MOST_NAME] or "file"


def _take(
    practice: Practice, name: str, content: bytes, mark: str, *, by: User, now: dt.datetime
) -> ReceivedFile:
    row = ReceivedFile(
        practice=practice, name=name, content=content, sha256=mark, received_at=now, received_by=by
    )
    try:
        read = files.read(content)
        posting.check(read)
    except Unreadable as unreadable:
        row.problem = unreadable.sentence
        with transaction.atomic():
            row.save()
        return row
    row.kinds = _kinds(read)
    row.notes = _notes(read)
    with transaction.atomic():
        row.save()
        _write(row, read, by=by, now=now)
    return row


def _write(row: ReceivedFile, read: Received, *, by: User, now: dt.datetime) -> None:
    answers.write(row, read)
    for each in read.transactions:
        if isinstance(each.content, Remittance):
            posting.post(row, each.content, by=by, now=now)


def _kinds(read: Received) -> list[str]:
    return sorted({each.envelope.kind for each in read.transactions})


def _notes(read: Received) -> list[str]:
    """What was odd, and what was not understood: nothing of a file is passed over in silence."""
    found = list(read.notes)
    for each in read.transactions:
        found += each.notes
        found += [f"Segment {left.segment} ({left.tag}) was not used." for left in each.unread]
        if isinstance(each.content, ClaimStatusReport) and not each.content.claims:
            found.append("The claim status report lists no claim.")
    return found[:200]
