"""The demo's fees: a file of the practice's own, and Medicare's published amounts.

The other payers' contracts are made up: a percentage of what CMS published for July 2024.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal

from billing.models import FeeKind
from billing.selectors import fees as selectors
from billing.selectors import published_fees as published
from billing.selectors.fee_file import COLUMNS, Payers, dollars
from billing.services import fee_file, fee_plan
from billing.services import published_fees as offers
from billing.services.demo.stories import MEDICARE
from billing.services.fee_plan import Proposed
from registry.models import Payer, Practice, User

#: Dollars that the practice charges every payer.
CHARGES = {
    "99492": "230.00",
    "99493": "210.00",
    "99494": "90.00",
    "G2214": "86.00",
    "99484": "83.00",
}
#: Percent of Medicare's amounts that a contract allows.
CONTRACTS = {
    "Aetna": 110,
    "Blue Cross Blue Shield": 118,
    "UnitedHealthcare": 105,
    "Cigna Health": 100,
    "Medicaid": 80,
}
_BASIS = dt.date(2024, 7, 1)


def enter(practice: Practice, since: dt.date, *, by: User, now: dt.datetime) -> None:
    """The practice's fees from a day on; and as long as they are published, Medicare's."""
    known = selectors.codes(practice)
    read = fee_file.read(_file(since).encode(), known=known, payers=Payers(practice.payers.all()))
    assert not read.problems, read.problems
    medicare = practice.payers.get(name=MEDICARE)
    proposed = [*read.proposed, *_medicare(medicare, known, since)]
    plan = fee_plan.make(practice, proposed, makes_room=False)
    fee_plan.write(practice, proposed, makes_room=False, mark=plan.mark, by=by, now=now)


def _file(since: dt.date) -> str:
    """As a biller would upload it."""
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(COLUMNS)
    for code, amount in CHARGES.items():
        source = "The practice's fee schedule"
        writer.writerow([code, amount, FeeKind.CHARGE, "", since, "", source])
    for payer, percent in CONTRACTS.items():
        source = f"Demo contract: {percent}% of Medicare's amounts of July 2024"
        for code, basis in _published().items():
            amount = dollars(published.times(basis, Decimal(percent)))
            writer.writerow([code, amount, FeeKind.ALLOWED, payer, since, "", source])
    return lines.getvalue()


def _published() -> dict[str, Decimal]:
    """What Medicare paid in July 2024 for each code that is charged."""
    return {
        fee.code: fee.amount
        for fee in published.fees("medicare")
        if fee.code in CHARGES
        and fee.setting == published.NON_FACILITY
        and fee.first <= _BASIS
        and (fee.last is None or fee.last >= _BASIS)
    }


def _medicare(payer: Payer, known: list[str], since: dt.date) -> list[Proposed]:
    """Medicare's amounts from the year after on, for as long as they are published."""
    wish = offers.Wish(
        schedule="medicare",
        setting=published.NON_FACILITY,
        kind=FeeKind.ALLOWED,
        percent=offers.WHOLE,
        payer=payer,
        active_from=dt.date(since.year + 1, 1, 1),
        active_to=None,
    )
    return offers.offer(wish, known).proposed
