"""A practice's fees as rows of a CSV file, and the payers that such a file names.

Columns: docs/fee_csv.md.  What is written here, `billing.services.fee_file` reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import F

from billing.models import Fee
from billing.selectors import fees
from registry import checks
from registry.models import Payer, Practice, User

COLUMNS = ("code", "amount", "kind", "payer", "from", "to", "source")
UNCONFIRMED = "unconfirmed"
HEADER = (*COLUMNS, UNCONFIRMED)
#: Behind an apostrophe, a spreadsheet takes what begins so for text and not for a formula.
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


@dataclass(frozen=True)
class Unknown:
    """Why a text names no payer."""

    sentence: str


class Payers:
    """A practice's payers by what a file may call them: `#` and number, name, or electronic id.

    The number goes first, so that there is always a way to name each.
    """

    def __init__(self, payers: Iterable[Payer]) -> None:
        self._by: dict[str, list[Payer]] = {}
        rows = list(payers)
        for call in (_number, _name, _electronic_id):
            new = self._by.copy()
            for payer in rows:
                called = call(payer)
                if called and called not in self._by:
                    new[called] = [*new.get(called, []), payer]
            self._by = new

    def named(self, text: str) -> Payer | Unknown:
        found = self._by.get(_plain(text), [])
        if len(found) == 1:
            return found[0]
        if found:
            these = " or ".join(_number(payer) for payer in found)
            return Unknown(f"{len(found)} payers are called so. Write {these} for the one meant.")
        return Unknown(
            "This practice has no payer of that name or electronic id. Enter the payer first, or "
            "leave the cell empty where the amount is for all payers."
        )

    def name_of(self, payer: Payer) -> str:
        """The name where it names this payer alone, else its number."""
        return payer.name if self.named(payer.name) == payer else _number(payer)


def _plain(text: str) -> str:
    return checks.one_line(text).casefold()


def _name(payer: Payer) -> str:
    return _plain(payer.name)


def _electronic_id(payer: Payer) -> str:
    return _plain(payer.payer_id)


def _number(payer: Payer) -> str:
    return f"#{payer.pk}"


def rows(user: User, practice: Practice) -> Iterator[list[str]]:
    """Every fee, whatever its days: charges first, by payer, code and day."""
    payers = Payers(practice.payers.all())
    found = fees.visible_to(user, practice)
    order = ("-kind", F("payer__name").asc(nulls_last=True), "payer_id", "code", "active_from")
    return (row(fee, payers) for fee in found.order_by(*order).iterator(chunk_size=500))


def row(fee: Fee, payers: Payers) -> list[str]:
    """The cells of `HEADER`."""
    return [
        fee.code,
        dollars(fee.amount),
        fee.kind,
        kept(payers.name_of(fee.payer)) if fee.payer else "",
        fee.active_from.isoformat(),
        fee.active_to.isoformat() if fee.active_to else "",
        kept(fee.source),
        "yes" if fee.is_unconfirmed else "",
    ]


def dollars(amount: Decimal) -> str:
    return f"{amount:.2f}"


def kept(text: str) -> str:
    """A text whose own apostrophe is not lost where the reader takes away the one for formulas."""
    return f"'{text}" if text.startswith("'") and _is_formula(text) else text


def without_apostrophe(cell: str) -> str:
    """A text as it was before it was written safely for spreadsheets."""
    return cell[1:] if cell.startswith("'") and _is_formula(cell) else cell


def _is_formula(text: str) -> bool:
    return text.lstrip(" '").startswith(FORMULA)
