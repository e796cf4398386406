"""What only code can get wrong in a document, refused at once with `ValueError` or `TypeError`."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args


def truth(holds: bool, sentence: str) -> None:  # noqa: FBT001
    if not holds:
        raise ValueError(sentence)


def code(name: str, value: str, codes: object) -> None:
    """`value` is one of the `Literal` type `codes`."""
    truth(value in get_args(codes), f"{name} is one of {', '.join(get_args(codes))}")


def money(amount: Decimal) -> None:
    if not isinstance(amount, Decimal):
        raise TypeError("money is a Decimal")
    truth(amount.is_finite(), "money is a finite amount")
    truth(amount == round(amount, 2), "money has at most two decimals")


def optional_money(amount: Decimal | None) -> None:
    if amount is not None:
        money(amount)
