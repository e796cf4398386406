"""What a policy's test comes to: totals by kind, exact to the cent, and rows by size."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from billing.rules.words import listed
from billing.services import sandbox_rows
from billing.services.sandbox_chunk import Part
from billing.services.sandbox_rows import Row

#: The kinds that are listed, in the order in which they are told.
KINDS = (sandbox_rows.ADDED, sandbox_rows.REMOVED, sandbox_rows.CHANGED)


@dataclass(frozen=True, slots=True)
class Total:
    """So many months, and the dollars that would be billed and paid for them."""

    count: int = 0
    before: Decimal = Decimal()
    after: Decimal = Decimal()
    paid_before: Decimal = Decimal()
    paid_after: Decimal = Decimal()

    @property
    def difference(self) -> Decimal:
        return self.after - self.before

    @property
    def paid_difference(self) -> Decimal:
        return self.paid_after - self.paid_before

    def __add__(self, other: Total) -> Total:
        return Total(
            self.count + other.count,
            self.before + other.before,
            self.after + other.after,
            self.paid_before + other.paid_before,
            self.paid_after + other.paid_after,
        )


@dataclass(frozen=True, slots=True)
class Result:
    """`rows` differ, the greatest difference first; `totals` by kind, those that stay with them.

    `failed` has a sentence by the id of each patient whose chart could not be decided.
    """

    rows: list[Row]
    totals: dict[str, Total]
    failed: dict[int, str]

    @property
    def all(self) -> Total:
        return sum(self.totals.values(), Total())

    @property
    def differing(self) -> Total:
        return sum((self.totals[kind] for kind in KINDS), Total())

    @property
    def billed_more(self) -> Total:
        """The months for which the later reading bills more."""
        return sum((_total(row) for row in self.rows if row.difference > 0), Total())

    def of_kind(self, kind: str) -> list[Row]:
        """The rows of a kind; all of them where it is none of the kinds."""
        return [row for row in self.rows if row.kind == kind] if kind in KINDS else self.rows

    @property
    def decided_before(self) -> int:
        """How many of the differing rows' claims a person has approved or sent already."""
        return sum(row.claim_state in ("approved", "sent") for row in self.rows)


def of(parts: Iterable[Part]) -> Result:
    """Put the chunks together."""
    whole = sum(parts, Part())
    rows = sorted(whole.rows, key=lambda row: row.size)
    totals = {kind: Total() for kind in KINDS}
    for row in rows:
        totals[row.kind] += _total(row)
    totals[sandbox_rows.SAME] = Total(
        whole.same, whole.same_billed, whole.same_billed, whole.same_paid, whole.same_paid
    )
    return Result(rows, totals, whole.failed)


def _total(row: Row) -> Total:
    return Total(1, row.before.billed, row.after.billed, row.before.paid, row.after.paid)


def sentence(result: Result) -> str:
    """One sentence, as it is kept with a draft: `2 added (+$300.20), 41 the same.`"""
    said = [
        f"{total.count} {kind} ({signed(total.difference)})"
        for kind, total in result.totals.items()
        if kind in KINDS and total.count
    ]
    said.append(f"{result.totals[sandbox_rows.SAME].count} the same")
    if result.failed:
        said.append(f"{len(result.failed)} could not be decided")
    return f"{listed(said)}."


def signed(dollars: Decimal) -> str:
    """A difference in dollars with its sign: `+$3.00`, `−$3.00`, `$0.00`."""
    sign = "+" if dollars > 0 else "−" if dollars < 0 else ""
    return f"{sign}${abs(dollars):,.2f}"
