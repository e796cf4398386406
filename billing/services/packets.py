"""Audit packets: built of one claim, and kept byte for byte."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection, transaction

from billing.models import Claim, Packet
from billing.selectors import claims
from billing.services import packet_document
from billing.services.packet_pdf import drawing
from registry.models import Practice, User


@dataclass(frozen=True, kw_only=True)
class Built:
    """A packet that is not kept yet; `sha256` is the mark that it prints."""

    claim: Claim
    pdf: bytes
    pages: int
    document: bytes
    sha256: str


def build(claim: Claim, *, by: User, now: dt.datetime) -> Packet:
    """Build a claim's packet as its month stands now.  An earlier one stays as it is."""
    return keep(made(by, claim.practice, claim.pk, now=now), by=by, now=now)


def made(by: User, practice: Practice, claim_id: int, *, now: dt.datetime) -> Built:
    """A packet, built for somebody who may see the claim.  Claim.DoesNotExist for a stranger."""
    with _one_state():
        claim = claims.get(by, practice, claim_id)
        document = packet_document.of(claim, by=by, now=now)
    drawn = drawing.draw(document)
    return Built(
        claim=claim,
        pdf=drawn.content,
        pages=drawn.pages,
        document=packet_document.written(document),
        sha256=document["sha256"],
    )


def keep(built: Built, *, by: User, now: dt.datetime) -> Packet:
    return Packet.objects.create(
        practice=built.claim.practice,
        claim=built.claim,
        pdf=built.pdf,
        pdf_sha256=hashlib.sha256(built.pdf).hexdigest(),
        pages=built.pages,
        document=built.document,
        document_sha256=hashlib.sha256(built.document).hexdigest(),
        sha256=built.sha256,
        made_at=now,
        made_by=by,
    )


@contextmanager
def _one_state() -> Iterator[None]:
    """Every part is read of one state of the database, whoever writes meanwhile.

    Inside of another transaction it is that one's to say what is seen.
    """
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        if is_outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield
