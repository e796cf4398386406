"""The codes of payers' answers, in words."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import template

from billing.x12 import words
from registry.templatetags.formats import money

register = template.Library()


@register.filter
def rarc_words(code: str) -> str:
    return words.of("rarc", code)


@register.filter
def carc_words(code: str) -> str:
    return words.of("carc", code)


@register.filter
def payment_status(code: str) -> str:
    return words.of("claim_payment_status", code)


@register.filter
def adjusted(each: dict[str, Any]) -> str:
    """An adjustment as it is kept: who bears it, why, how much."""
    group, reason = each["group"], each["reason"]
    said = f"{words.of('carc', reason)} ({words.of('adjustment_group', group)})"
    return f"{group}-{reason} {money(Decimal(each['amount']))}: {said}"
