"""What the page of time and denials shows: days, decisions, reviews, and where numbers lead."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from billing.selectors.reports import scope
from billing.web import reports_picture
from billing.web.reports_table import Table
from registry import calendar
from registry.templatetags import formats

if TYPE_CHECKING:
    from billing.selectors.reports.speed import Age, Days, Share, Speed
    from billing.web.reports_form import Asked

COLUMNS = ("figure", "of", "claims", "part", "mean_days", "median_days", "longest_days", "charge",
           "expected", "percent")  # fmt: skip
HUNDRED = Decimal(100)


def context(asked: Asked, found: Speed) -> dict[str, Any]:
    return {
        "found": found,
        "urls": {what: asked.query(what=what) for what in ("to_bill", "answered", "decided")},
        "months": [
            {
                "name": formats.month_name(month),
                "days": days,
                "url": asked.query(what="to_bill", month=calendar.month_text(month)),
            }
            for month, days in found.to_bill.items()
        ],
        "ages": [_age(asked, age) for age in found.ages],
        "aged": reports_picture.draw(
            "Expected of claims that no payer has answered, by days since the file",
            [
                (age.label, [("expected", f"Expected {formats.money(age.expected)}", age.expected)])
                for age in found.ages
            ],
        ),
        **_shares(asked, found),
    }


def _age(asked: Asked, age: Age) -> dict[str, Any]:
    within = {"age": age.first, "until": age.last}
    whats = ("unanswered", "unanswered_charge", "unanswered_expected")
    return {"age": age, "urls": {what: asked.query(what=what, **within) for what in whats}}


def _shares(asked: Asked, found: Speed) -> dict[str, Any]:
    def urls(share: Share, *whats: str, **of: Any) -> dict[str, Any]:
        return {"share": share, "urls": {what: asked.query(what=what, **of) for what in whats}}

    return {
        "denied": [
            urls(share, "decided", "denied", payer=share.key or scope.NOBODY)
            for share in found.denied
        ],
        "reviewed": [
            urls(share, "reviewable", "reviewed", "unreviewed",
                 month=calendar.month_text(share.key))
            | {"runs": share.key >= asked.scope.present}
            for share in found.reviewed
        ],
        "denying": _parts("Claims of which something was refused, of those decided", "at_risk",
                          found.denied),
        "covered": _parts("Months of patients that a consultant reviewed", "earned",
                          found.reviewed, latest=True),
    }  # fmt: skip


def _parts(
    title: str, kind: str, shares: list[Share], *, latest: bool = False
) -> reports_picture.Picture | None:
    """Parts of a whole: each bar against one of a hundred percent."""
    rows = [
        (
            share.name,
            [(kind, f"{share.part} of {share.whole}, {share.percent} %", share.percent)],
        )
        for share in shares
        if share.percent is not None
    ]
    return reports_picture.draw(title, rows, whole=HUNDRED, latest=latest)


def table(found: Speed) -> Table:
    """All figures below each other, told apart by the first column."""
    rows: list[list[Any]] = [
        _days_cells("days_to_bill", calendar.month_text(month), days)
        for month, days in found.to_bill.items()
    ]
    rows.append(_days_cells("days_to_answer", "all", found.to_answer))
    rows += [_age_cells(age) for age in found.ages]
    rows += [_share_cells("denied", share.name, share) for share in found.denied]
    rows += [
        _share_cells("reviewed", calendar.month_text(share.key), share) for share in found.reviewed
    ]
    return Table(COLUMNS, rows)


def _days_cells(figure: str, of: str, days: Days) -> list[Any]:
    found = [days.mean, days.median, days.longest]
    return [figure, of, days.claims, None, *found, None, None, None]


def _age_cells(age: Age) -> list[Any]:
    of = f"{age.first}-{'' if age.last is None else age.last}"
    return ["unanswered", of, age.claims, None, None, None, None, age.charge, age.expected, None]


def _share_cells(figure: str, of: str, share: Share) -> list[Any]:
    return [figure, of, share.whole, share.part, None, None, None, None, None, share.percent]
