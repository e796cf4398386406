"""Amounts that are published for everybody, from dated, cited files: `billing/data/fees`.

They are offered to a practice (`billing.services.published_fees`); what a claim is charged at, and
what it is expected to bring, are the practice's own rows.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from pathlib import Path

from billing.rules import parameters, reading
from billing.rules.errors import FieldError
from billing.rules.parameters import Dated, ParameterError

FOLDER = Path(__file__).parents[1] / "data" / "fees"
NON_FACILITY, FACILITY = "non_facility", "facility"
CENT = Decimal("0.01")

_UNITS = {NON_FACILITY: "units", FACILITY: "facility_units"}
_AMOUNT = (NON_FACILITY, FACILITY, *_UNITS.values(), "until", "reference", "unconfirmed")


@dataclass(frozen=True, kw_only=True, slots=True)
class PublishedFee:
    """Dollars for one unit of a code where the service is given in a setting; days included.

    `unconfirmed` says what is not known for sure; `units` are relative value units where known.
    """

    code: str
    setting: str
    amount: Decimal
    first: dt.date
    last: dt.date | None
    source: str
    read_on: dt.date
    units: Decimal | None = None
    unconfirmed: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """What is published for a stretch of days, or which percent `of` another schedule it is."""

    dated: Dated
    conversion_factor: Decimal | None
    fees: tuple[PublishedFee, ...]
    of: str = ""
    percent: Decimal = Decimal(100)


@dataclass(frozen=True, kw_only=True, slots=True)
class PublishedSchedule:
    name: str
    label: str
    versions: tuple[Version, ...]


@lru_cache(maxsize=1)
def book() -> Mapping[str, PublishedSchedule]:
    """Every schedule that has a file, by name."""
    return {path.stem: read(path) for path in sorted(FOLDER.glob("*.toml"))}


def fees(name: str) -> list[PublishedFee]:
    """All that a schedule publishes, whatever the days and the setting."""
    return [fee for version in book()[name].versions for fee in _of(version)]


def times(amount: Decimal, percent: Decimal) -> Decimal:
    """A percent of an amount, to the cent, half a cent upwards."""
    return (amount * percent / 100).quantize(CENT, ROUND_HALF_UP)


def _of(version: Version) -> Iterator[PublishedFee]:
    yield from version.fees
    if not version.of:
        return
    for base in fees(version.of):
        first = max(base.first, version.dated.since)
        last = min((day for day in (base.last, version.dated.until) if day), default=None)
        if base.setting == NON_FACILITY and (last is None or first <= last):
            yield replace(
                base,
                amount=times(base.amount, version.percent),
                first=first,
                last=last,
                source=f"{version.dated.reference}; {base.source}",
                units=None,
            )


def read(path: Path) -> PublishedSchedule:
    """Read a schedule's file; raise ParameterError where it is not right."""
    with parameters.naming(path):
        found = reading.record(_load(path), "", needs=("name", "label", "version"))
        return PublishedSchedule(
            name=reading.word(found["name"], "name", among=(path.stem,)),
            label=reading.text(found["label"], "label"),
            versions=parameters.in_order(reading.several(found["version"], "version", _version)),
        )


def _load(path: Path) -> dict[str, object]:
    """As `parameters.load`, with every number that has a point as a Decimal."""
    try:
        return tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)
    except (ValueError, OSError) as problem:
        raise ParameterError(parameters.name(path), "", str(problem)) from None


def _version(value: object, path: str) -> Version:
    optional = ("until", "conversion_factor", "amounts", "of", "percent")
    found = reading.record(value, path, needs=parameters.DATED, may_have=optional)
    dated = parameters.dated(found, path)
    if ("amounts" in found) == ("of" in found) or ("of" in found) != ("percent" in found):
        raise FieldError(path, "has either amounts, or a percent of another schedule")
    factor = reading.optional(_positive)(
        found.get("conversion_factor"), reading.under(path, "conversion_factor")
    )
    amounts = reading.under(path, "amounts")
    percent = reading.whole(
        found.get("percent", 100), reading.under(path, "percent"), at_least=1, at_most=1000
    )
    return Version(
        dated=dated,
        conversion_factor=factor,
        fees=tuple(
            fee
            for code, row in reading.mapping(found.get("amounts", {}), amounts).items()
            for fee in _fees(code, row, reading.under(amounts, code), dated)
        ),
        of=reading.text(found.get("of", ""), reading.under(path, "of")),
        percent=Decimal(percent),
    )


def _fees(code: str, value: object, path: str, dated: Dated) -> Iterator[PublishedFee]:
    """A code's amount in each setting that is published."""
    row = reading.record(value, path, needs=(), may_have=_AMOUNT)
    last = dated.until
    if "until" in row:
        last = parameters.day(row["until"], reading.under(path, "until"))
    for setting, units in _UNITS.items():
        if setting in row:
            yield PublishedFee(
                code=code,
                setting=setting,
                amount=_dollars(row[setting], reading.under(path, setting)),
                first=dated.since,
                last=last,
                source="; ".join(filter(None, [dated.reference, _said(row, "reference", path)])),
                read_on=dated.read_on,
                units=_positive(row[units], reading.under(path, units)) if units in row else None,
                unconfirmed=_said(row, "unconfirmed", path),
            )


def _said(row: reading.Record, key: str, path: str) -> str:
    return parameters.cited(row[key], reading.under(path, key)) if key in row else ""


def _positive(value: object, path: str) -> Decimal:
    if not isinstance(value, Decimal) or value <= 0:
        raise FieldError(path, "must be a number with a point, above zero, such as 33.2875")
    return value


def _dollars(value: object, path: str) -> Decimal:
    amount = _positive(value, path)
    if amount.as_tuple().exponent != -2:
        raise FieldError(path, "must be dollars and cents, such as 153.12")
    return amount
