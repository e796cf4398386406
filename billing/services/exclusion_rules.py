"""What the product itself says of codes that exclude each other: `billing/data/exclusions.toml`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from billing.models import PairEffect, PairScope
from billing.rules import parameters, reading
from billing.rules.errors import FieldError
from billing.rules.parameters import Dated

FILE = Path(__file__).parents[1] / "data" / "exclusions.toml"
#: NCCI's modifier indicators: each needs a rule that says how it is taken.
INDICATORS = (0, 1, 9)
_SIDES = ("codes", "beside")


@dataclass(frozen=True, kw_only=True, slots=True)
class MonthRule:
    """None of `codes` beside any of `beside` in one calendar month; `pays` names a side or none."""

    codes: tuple[str, ...]
    beside: tuple[str, ...]
    pays: str
    scope: str
    effect: str
    why: str
    dated: Dated

    def pairs(self) -> Iterator[tuple[str, str, str]]:
        """Each pair, and which of it is paid (empty where nothing says so)."""
        for code in self.codes:
            for other in self.beside:
                yield code, other, {"codes": code, "beside": other}.get(self.pays, "")


@dataclass(frozen=True, kw_only=True, slots=True)
class EditRule:
    """How an edit of CMS is taken: of one indicator, of some codes, or both."""

    indicator: int | None
    partners: frozenset[str]
    effect: str
    dated: Dated

    def fits(self, codes: frozenset[str], indicator: int, day: dt.date) -> bool:
        if self.indicator not in (None, indicator) or self.dated.since > day:
            return False
        if self.dated.until is not None and self.dated.until < day:
            return False
        return not self.partners or bool(self.partners & codes)


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnRules:
    month: tuple[MonthRule, ...]
    edit: tuple[EditRule, ...]

    @property
    def read_on(self) -> dt.date:
        """The latest day on which one of the sources was read."""
        dated = [*(rule.dated for rule in self.month), *(rule.dated for rule in self.edit)]
        return max(each.read_on for each in dated)

    def effect(self, codes: frozenset[str], indicator: int, day: dt.date) -> str:
        """Whether an edit that begins on a day holds a claim or warns."""
        return next(rule.effect for rule in self.edit if rule.fits(codes, indicator, day))


def read(path: Path = FILE) -> OwnRules:
    """Read the file.  Raises ParameterError that names the file and the key that is not right."""
    with parameters.naming(path):
        found = reading.record(parameters.load(path), "", needs=("month", "edit"))
        rules = OwnRules(
            month=reading.several(found["month"], "month", _month),
            edit=reading.several(found["edit"], "edit", _edit),
        )
        _check(rules)
        return rules


def _check(rules: OwnRules) -> None:
    general = {rule.indicator for rule in rules.edit if not rule.partners}
    for indicator in INDICATORS:
        if indicator not in general:
            raise FieldError("edit", f"says nothing of indicator {indicator}")
    seen: set[frozenset[str]] = set()
    for rule in rules.month:
        for code, other, _ in rule.pairs():
            pair = frozenset((code, other))
            if len(pair) == 1 or pair in seen:
                raise FieldError("month", f"names {code} and {other} twice")
            seen.add(pair)


def _month(value: object, path: str) -> MonthRule:
    found = reading.record(
        value,
        path,
        needs=(*parameters.DATED, *_SIDES, "scope", "effect", "why"),
        may_have=("until", "pays"),
    )
    pays = found.get("pays")
    return MonthRule(
        codes=reading.several(found["codes"], f"{path}.codes", reading.text),
        beside=reading.several(found["beside"], f"{path}.beside", reading.text),
        pays="" if pays is None else reading.word(pays, f"{path}.pays", among=_SIDES),
        scope=reading.word(found["scope"], f"{path}.scope", among=PairScope.values),
        effect=reading.word(found["effect"], f"{path}.effect", among=PairEffect.values),
        why=reading.text(found["why"], f"{path}.why"),
        dated=parameters.dated(found, path),
    )


def _edit(value: object, path: str) -> EditRule:
    found = reading.record(
        value,
        path,
        needs=(*parameters.DATED, "effect", "why"),
        may_have=("until", "indicator", "partners"),
    )
    reading.text(found["why"], f"{path}.why")
    return EditRule(
        indicator=reading.optional(reading.whole)(found.get("indicator"), f"{path}.indicator"),
        partners=frozenset(
            reading.several(found.get("partners", ()), f"{path}.partners", reading.text)
        ),
        effect=reading.word(found["effect"], f"{path}.effect", among=PairEffect.values),
        dated=parameters.dated(found, path),
    )
