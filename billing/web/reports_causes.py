"""Why dollars were missed or are at risk, and who paid: what the page of revenue says of causes."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from billing.rules import rule_names
from billing.selectors.reports import causes, refusals, scope
from billing.web import reports_picture
from billing.web.reports_table import Table
from billing.x12 import words
from registry.templatetags import formats

if TYPE_CHECKING:
    from billing.selectors.reports.causes import Cause
    from billing.web.reports_form import Asked

COLUMNS = ("kind", "reason", "reason_in_words", "amount", "claims", "without_amount")
BECAME = {
    causes.SHORT: "Missed",
    refusals.GIVEN_UP: "Missed",
    causes.HELD: "At risk",
    refusals.OPEN: "At risk",
}
MOST_WORDS = 90


def name(cause: Cause) -> str:
    """What a cause is called."""
    if cause.kind == causes.SHORT:
        return f"Minutes short of {cause.reason}"
    if cause.kind == causes.HELD:
        return f"Held: {rule_names.name(cause.reason)}"
    did = "Refused" if cause.kind == refusals.OPEN else "Refused and given up"
    said = words.of("carc", cause.reason)
    short = said if len(said) <= MOST_WORDS else f"{said[:MOST_WORDS].rsplit(' ', 1)[0]} …"
    return f"{did}: CARC {cause.reason}, {short}"


def context(asked: Asked, found: list[Cause]) -> dict[str, Any]:
    return {
        "causes": [
            {"cause": each, "name": name(each), "became": BECAME[each.kind],
             "query": _query(asked, each), "without": _without(asked, each)}
            for each in found
        ],
        "caused": reports_picture.draw(
            "Dollars missed and at risk, by cause",
            [
                (name(each), [_bar(each)])
                for each in sorted(found, key=lambda each: -each.amount)
                if each.amount
            ],
        ),
    }  # fmt: skip


def _bar(cause: Cause) -> tuple[str, str, Decimal]:
    kind = "missed" if cause.is_missed else "at_risk"
    return kind, f"{BECAME[cause.kind]} {formats.money(cause.amount)}", cause.amount


def _query(asked: Asked, cause: Cause) -> str:
    if cause.kind == causes.SHORT:
        return asked.query(what="short", code=cause.reason)
    return asked.query(what=cause.kind, reason=cause.reason)


def _without(asked: Asked, cause: Cause) -> str:
    """The query of a cause's months or lines of which no amount is known."""
    if cause.kind == causes.SHORT:
        return asked.query(what="without_missed", code=cause.reason)
    return asked.query(what="without_at_risk", reason=cause.reason)


def table(found: list[Cause]) -> Table:
    return Table(
        COLUMNS,
        ([each.kind, each.reason, name(each), each.amount, each.claims, each.without]
         for each in found),
    )  # fmt: skip


def payers(asked: Asked, paid: list[tuple[int | None, str, Decimal]]) -> list[dict[str, Any]]:
    """Who paid, with the query of the claims that each paid for."""
    return [
        {
            "name": called,
            "amount": amount,
            "query": asked.query(what="paid", from_payer=scope.NOBODY if pk is None else pk),
        }
        for pk, called, amount in paid
    ]
