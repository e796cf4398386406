"""A claim to a second payer that lacks something is refused, with its field."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from billing.x12 import checks, professional
from tests.x12 import documents

CLAIM = documents.secondary_claim()
BY_CLAIM = documents.claim(
    id="CT-2002", turn="S", other_coverages=(documents.other_coverage(remarks=("MA18",)),)
)


def medicare(**changes):
    subscriber = replace(documents.SUBSCRIBER, filing_indicator="MB")
    return replace(CLAIM, subscriber=subscriber, **changes)


def other(**changes):
    return replace(BY_CLAIM, other_coverages=(documents.other_coverage(**changes),))


def who(**changes):
    return other(subscriber=replace(documents.other_coverage().subscriber, **changes))


def decided(**changes):
    first, second = CLAIM.lines
    line = replace(first, decisions=(replace(first.decisions[0], **changes),))
    return replace(CLAIM, lines=(line, second))


FIRST = "other_coverages[0]"
TWICE = (documents.other_coverage(), documents.other_coverage())
PROBLEMS = [
    (documents.claim(turn="S"), "other_coverages", "earlier one's coverage and decision"),
    (replace(BY_CLAIM, other_coverages=TWICE), f"{FIRST}.turn", "same turn"),
    (replace(BY_CLAIM, other_coverages=TWICE), f"{FIRST}.payer.id", "same payer id"),
    (other(turn="S"), f"{FIRST}.turn", "same turn"),
    (other(turn="T"), f"{FIRST}.paid", "comes after this payer"),
    (other(paid=None), f"{FIRST}.paid", "What other coverage 1 paid is missing"),
    (other(paid=Decimal(-1)), f"{FIRST}.paid", "below 0"),
    (other(paid=Decimal("199.99")), f"{FIRST}.paid", "does not balance"),
    (other(decided_on=None), f"{FIRST}.decided_on", "missing"),
    (
        other(payer=replace(documents.other_coverage().payer, name="")),
        f"{FIRST}.payer.name",
        "miss",
    ),
    (other(payer=replace(documents.other_coverage().payer, id="")), f"{FIRST}.payer.id", "missing"),
    (who(last=""), f"{FIRST}.subscriber.last", "The other subscriber's last name is missing"),
    (who(member_id="a*b"), f"{FIRST}.subscriber.member_id", "contains *"),
    (who(filing_indicator="QQ"), f"{FIRST}.subscriber.filing_indicator", "guide's list"),
    (other(remarks=("m 1",)), f"{FIRST}.remarks", "no code"),
    (other(remarks=("N1",) * 6), f"{FIRST}.remarks", "more than 5"),
    (
        other(adjustments=(documents.adjustment("XX", "45", "81.70"),)),
        f"{FIRST}.adjustments[0].group",
        "Other coverage 1, adjustment 1's group must be CO",
    ),
    (
        other(adjustments=(documents.adjustment("CO", "", "81.70"),)),
        f"{FIRST}.adjustments[0].reason",
        "missing",
    ),
    (
        other(adjustments=(documents.adjustment("CO", "45", "81.699"),)),
        f"{FIRST}.adjustments[0].amount",
        "two decimals",
    ),
    (
        other(adjustments=(documents.adjustment("CO", "45", "NaN"),)),
        f"{FIRST}.adjustments[0].amount",
        "two decimals",
    ),
    (
        other(adjustments=tuple(documents.adjustment("CO", str(n), "1") for n in range(31))),
        f"{FIRST}.adjustments",
        "more adjustments",
    ),
    (decided(payer_id="99999"), "lines[0].decisions[0].payer_id", "not one of an earlier"),
    (decided(paid=Decimal(121)), "lines[0].decisions[0].paid", "does not balance"),
    (decided(decided_on=None), "lines[0].decisions[0].decided_on", "Line 1, decision 1: its day"),
    (decided(units=-1), "lines[0].decisions[0].units", "0 to 999"),
    (decided(code="9"), "lines[0].decisions[0].code", "Line 1, decision 1's procedure code"),
    (decided(modifiers=("1",)), "lines[0].decisions[0].modifiers", "two digits"),
    (medicare(), "insurance_type", "Medicare is not the first payer"),
    (medicare(insurance_type="99"), "insurance_type", "guide's list"),
    (documents.claim(insurance_type="12"), "insurance_type", "Empty it"),
    (
        documents.claim(service_facility=replace(documents.SATELLITE, name="")),
        "service_facility.name",
        "The service facility's name is missing",
    ),
    (
        documents.claim(service_facility=replace(documents.SATELLITE, npi="1245319598")),
        "service_facility.npi",
        "check digit",
    ),
    (
        documents.claim(
            service_facility=replace(
                documents.SATELLITE, address=replace(documents.SATELLITE.address, zip="62702")
            )
        ),
        "service_facility.address.zip",
        "The service facility's ZIP code has five digits",
    ),
    (
        documents.claim(referring_provider=replace(documents.REFERRING, npi="1")),
        "referring_provider.npi",
        "ten digits",
    ),
    (
        documents.claim(supervising_provider=replace(documents.SUE, last="")),
        "supervising_provider.last",
        "missing",
    ),
    (
        documents.claim(supervising_provider=replace(documents.SUE, npi="1245319590")),
        "supervising_provider.npi",
        "check digit",
    ),
]


@pytest.mark.parametrize(("claim", "field", "says"), PROBLEMS)
def test_a_claim_with_a_gap_is_refused_with_its_field(claim, field, says):
    found = checks.problems(documents.document(claim))
    sentences = [problem.sentence for problem in found if problem.field == field]
    assert any(says in sentence for sentence in sentences), found
    assert all(problem.sentence.endswith(".") for problem in found)
    with pytest.raises(checks.Unsendable):
        professional.write(documents.document(claim))
