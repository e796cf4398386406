"""The rules' own argument for a month, for a person who reads it on a page.

The tree is the engine's (`billing.rules.explain`), in the same words as on the command line; here
people get their names back, and what is beyond the rules (own holds, charges) is added.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.utils.formats import date_format

from billing.models import Claim
from billing.rules import case, explain
from billing.rules.errors import FieldError
from billing.rules.facts import MonthFacts
from billing.rules.node import Node
from billing.rules.verdict import HOLD, NOTE, EntryCount, Line, Reason, Step, Verdict
from registry.models import Clinician, Patient, User

_PERSON = re.compile(r"\b(user|clinician):(\d+)\b")
_VALUES = {"billable": "clean", "held": "held", "not_billable": "not billable"}


@dataclass(frozen=True, kw_only=True)
class Beyond:
    """What a claim rests on beside the rules: our own findings; by line, charge and expected."""

    outcome: str
    findings: Sequence[Mapping[str, str]]
    lines: Sequence[tuple[str, Decimal | None, Decimal | None]]


def of_claim(claim: Claim) -> Node | None:
    """Why a claim is what it is, from what it keeps; None where it keeps no case to argue from."""
    try:
        facts = case.read(claim.facts)
        verdict = kept_verdict(claim.verdict, facts)
    except (FieldError, KeyError):
        return None
    lines = [
        (f"{line.code} × {line.units}", line.charge, line.expected) for line in claim.lines.all()
    ]
    beyond = Beyond(outcome=claim.outcome, findings=claim.own_holds, lines=lines)
    return of(facts, verdict, beyond, claim.patient)


def of(facts: MonthFacts, verdict: Verdict, beyond: Beyond, patient: Patient) -> Node:
    """The engine's tree with people's names, our own findings and what the lines are charged at."""
    tree = explain.tree(facts, verdict)
    title = f"{patient.full_name}, {date_format(facts.month.first_day, 'F Y')}"
    root = replace(
        tree,
        label=title,
        value=_VALUES[beyond.outcome],
        detail=_detail(tree, verdict, beyond),
        children=(*_dollars_of(beyond), *tree.children, *_findings(beyond)),
    )
    return _named(root, people(facts))


def _detail(tree: Node, verdict: Verdict, beyond: Beyond) -> str:
    if beyond.outcome == verdict.outcome:
        return tree.detail
    return "The rules would bill it; something beside them must be mended before it can be sent."


def _dollars_of(beyond: Beyond) -> tuple[Node, ...]:
    """What the lines are charged at, and what they should bring."""
    if not beyond.lines:
        return ()
    charges = [(label, charge) for label, charge, _ in beyond.lines]
    expected = [(label, amount) for label, _, amount in beyond.lines]
    return (
        _sum("Charge", charges, _CHARGED, "no fee in force"),
        _sum("Expected", expected, _EXPECTED, "no allowed amount in force"),
    )


_CHARGED = "What the practice's fee schedule says on the date of service, times the units."
_EXPECTED = (
    "What the payer allows on the date of service, times the units, or the charge where that is "
    "lower. The patient's share is part of it."
)


def _sum(label: str, lines: Sequence[tuple[str, Decimal | None]], detail: str, none: str) -> Node:
    known = [amount for _, amount in lines if amount is not None]
    total = _dollars(sum(known, Decimal())) if len(known) == len(lines) else "unknown"
    parts = tuple(
        Node(line, none if amount is None else _dollars(amount)) for line, amount in lines
    )
    return Node(label, total, detail, children=parts)


def _dollars(amount: Decimal) -> str:
    return f"${amount:,.2f}"


def _findings(beyond: Beyond) -> tuple[Node, ...]:
    """What was found beside the rules: holds, then notes, each where there are any."""
    kinds = {HOLD: "Held beyond the rules", NOTE: "Noted beyond the rules"}
    nodes = []
    for kind, label in kinds.items():
        found = tuple(
            Node(_spoken(each["rule"]), detail=each["text"], reference=each.get("reference"))
            for each in beyond.findings
            if each.get("kind", HOLD) == kind
        )
        if found:
            nodes.append(Node(label, str(len(found)), children=found))
    return tuple(nodes)


def _spoken(rule: str) -> str:
    return rule.replace("_", " ")


def people(facts: MonthFacts) -> dict[str, str]:
    """The names behind `user:7` and `clinician:3` in a month's facts."""
    marks = {entry.worker for entry in facts.time} | {review.consultant for review in facts.reviews}
    marks |= {facts.care_manager, facts.treating_practitioner}
    found = [_PERSON.fullmatch(mark) for mark in marks]
    ids: dict[str, set[int]] = {"user": set(), "clinician": set()}
    for match in filter(None, found):
        ids[match[1]].add(int(match[2]))
    names = {f"user:{user.pk}": user.full_name for user in User.objects.filter(pk__in=ids["user"])}
    if ids["clinician"]:
        rows = Clinician.objects.filter(pk__in=ids["clinician"])
        names |= {f"clinician:{row.pk}": f"{row.first_name} {row.last_name}" for row in rows}
    return names


def _named(node: Node, names: Mapping[str, str]) -> Node:
    def put(text: str) -> str:
        return _PERSON.sub(lambda found: names.get(found[0], "somebody"), text)

    return replace(
        node,
        label=put(node.label),
        value=put(node.value),
        detail=put(node.detail),
        children=tuple(_named(child, names) for child in node.children),
    )


def kept_verdict(kept: Mapping[str, Any], facts: MonthFacts) -> Verdict:
    """A verdict as a claim keeps it (the contract's object), read back.  KeyError if it is none."""
    day, step = kept["date_of_service"], kept["next"]
    return Verdict(
        id=kept["id"],
        outcome=kept["outcome"],
        month_type=kept["month_type"],
        lines=tuple(
            Line(line["code"], line["units"], tuple(line["modifiers"])) for line in kept["lines"]
        ),
        date_of_service=dt.date.fromisoformat(day) if day else None,
        worked=kept["seconds"]["worked"],
        counted=kept["seconds"]["counted"],
        excluded=kept["seconds"]["excluded"],
        next=Step(step["code"], step["minutes_needed"]) if step else None,
        reasons=tuple(_reasons(kept["reasons"])),
        entries=tuple(EntryCount(**entry) for entry in kept["entries"]),
        policy=facts.policy,
    )


def _reasons(kept: Iterable[Mapping[str, Any]]) -> Iterable[Reason]:
    return (Reason(each["kind"], each["rule"], each["text"], each["reference"]) for each in kept)
