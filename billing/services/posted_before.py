"""A remittance that comes once more in another file: posted before, and not a second time.

Clearinghouses send an 835 again under a new envelope, so that its bytes are others.  One of the
same payer, trace number, day and amount, that says the very same of the very same claims, is that
one; a payer that means another payment gives it another trace number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.db import connection

from billing.models import ClaimPayment, Remittance
from billing.services import posting
from billing.x12.reading import remittance as x12
from registry.models import Practice

_ROOM = "caretally: remittances of a practice"


def found(practice: Practice, said: Sequence[x12.Remittance]) -> dict[int, str]:
    """By its segment in the file, each remittance that was posted before, with a sentence.

    Until the transaction ends, nobody else posts for the practice: two copies that are read at
    once would both be new.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"{_ROOM} {practice.pk}"]
        )
    sentences: dict[int, str] = {}
    here: list[x12.Remittance] = []
    for each in said:
        name = _file_of(practice, each)
        if not name and any(_is_same(each, other) for other in here):
            name = "this very file"
        if name:
            sentences[each.segment] = (
                f"Segment {each.segment} (ST): the remittance {each.trace_number} was posted "
                f"before, from {name}. Nothing of it was posted again."
            )
        here.append(each)
    return sentences


def _is_same(one: x12.Remittance, other: x12.Remittance) -> bool:
    return bool(one.trace_number) and _head(one) == _head(other) and _said(one) == _said(other)


def _head(said: x12.Remittance) -> tuple[Any, ...]:
    return posting.number(said), said.trace_number, said.amount, posting.day(said)


def _file_of(practice: Practice, said: x12.Remittance) -> str:
    """The name of the file that it came in before; "" where it is new."""
    number, trace, amount, day = _head(said)
    if not trace or not said.claims:
        return ""
    rows = Remittance.objects.filter(
        practice=practice, payer_number=number[:80], trace_number=trace[:80], amount=amount,
        paid_on=day,
    )  # fmt: skip
    for row in rows.select_related("file").defer("file__content").order_by("pk"):
        if _posted(row) == _said(said):
            return row.file.name
    return ""


def _posted(row: Remittance) -> Counter[Any]:
    payments = ClaimPayment.objects.filter(remittance=row).prefetch_related("lines")
    return Counter(
        (
            *(each.claim_id_said, each.status, each.charge, each.paid, each.payer_control_number),
            _reasons(each.adjustments),
            tuple(
                (line.code, line.charge, line.paid, _reasons(line.adjustments))
                for line in each.lines.all()
            ),
        )
        for each in payments
    )


def _said(said: x12.Remittance) -> Counter[Any]:
    return Counter(
        (
            *(each.claim_id[:80], each.status[:2], each.charge, each.paid),
            each.payer_control_number[:80],
            _reasons([posting.adjustment(one) for one in each.adjustments]),
            tuple(
                (
                    *(line.procedure.code[:48], line.charge, line.paid),
                    _reasons([posting.adjustment(one) for one in line.adjustments]),
                )
                for line in each.lines
            ),
        )
        for each in said.claims
    )


def _reasons(adjustments: Sequence[dict[str, str]]) -> tuple[tuple[str, ...], ...]:
    return tuple((each["group"], each["reason"], each["amount"]) for each in adjustments)
