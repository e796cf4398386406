"""The envelopes around every file that we send: ISA … IEA, GS … GE, ST … SE."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from billing.x12 import text
from billing.x12.document import Interchange
from billing.x12.segments import segment

_NO_SECURITY = ("00", " " * 10)


@dataclass(frozen=True, kw_only=True)
class Guide:
    """The implementation guide that a file follows: HC, 837, 005010X222A1 for the 837P."""

    functional_id: str
    transaction: str
    version: str


def wrap(
    interchange: Interchange, guide: Guide, transactions: Sequence[Sequence[str]]
) -> Iterator[str]:
    """The segments of a whole file: one interchange, one group, the transactions within.

    Each transaction is given without its ST and SE, and numbered from 0001.
    """
    control = f"{interchange.control_number:09d}"
    group = str(interchange.group_control_number)
    yield _isa(interchange, control)
    yield _gs(interchange, guide, group)
    for number, body in enumerate(transactions, 1):
        yield from _transaction(guide, f"{number:04d}", body)
    yield segment("GE", str(len(transactions)), group)
    yield segment("IEA", "1", control)


def _isa(interchange: Interchange, control: str) -> str:
    """The one segment of fixed width; its last two elements announce the delimiters."""
    fields = (
        "ISA",
        *_NO_SECURITY,
        *_NO_SECURITY,
        interchange.sender_qualifier,
        f"{text.plain(interchange.sender_id):<15}",
        interchange.receiver_qualifier,
        f"{text.plain(interchange.receiver_id):<15}",
        f"{interchange.created_at:%y%m%d}",
        f"{interchange.created_at:%H%M}",
        text.REPETITION,
        "00501",
        control,
        "0",
        interchange.usage,
        text.COMPONENT,
    )
    return text.ELEMENT.join(fields)


def _gs(interchange: Interchange, guide: Guide, group: str) -> str:
    return segment(
        "GS",
        guide.functional_id,
        interchange.sender_id,
        interchange.receiver_id,
        f"{interchange.created_at:%Y%m%d}",
        f"{interchange.created_at:%H%M}",
        group,
        "X",
        guide.version,
    )


def _transaction(guide: Guide, control: str, body: Sequence[str]) -> Iterator[str]:
    yield segment("ST", guide.transaction, control, guide.version)
    yield from body
    yield segment("SE", str(len(body) + 2), control)
