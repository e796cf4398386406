"""Documents to begin from: a sendable one, and ways to change one thing in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from billing.x12.document import (
    Address,
    Adjustment,
    AttendingProvider,
    BillingProvider,
    Claim,
    Document,
    InstitutionalClaim,
    InstitutionalDocument,
    InstitutionalLine,
    Interchange,
    LineDecision,
    OtherCoverage,
    OtherPayer,
    OtherSubscriber,
    Patient,
    Payer,
    Receiver,
    ReferringProvider,
    RenderingProvider,
    ServiceFacility,
    ServiceLine,
    Submitter,
    Subscriber,
    SupervisingProvider,
)

ADDRESS = Address(line1="12 Elm Street", city="Springfield", state="IL", zip="62704-1234")

PROVIDER = BillingProvider(
    name="Lakeside Family Medicine",
    npi="1234567893",
    tax_id="12-3456789",
    taxonomy="207Q00000X",
    address=ADDRESS,
    contact="Dana Diaz",
    phone="(217) 555-0100",
)

OTHER_PROVIDER = replace(PROVIDER, name="Harbor Clinic", npi="1245319599", tax_id="987654321")

PRIYA = RenderingProvider(last="Patel", first="Priya", npi="1003000126", taxonomy="207Q00000X")

PAYER = Payer(name="Prairie Health Plan", id="60054")

SUBSCRIBER = Subscriber(
    last="Muñoz",
    first="Víctor",
    middle="J",
    member_id="W123456789",
    group_number="G-100",
    filing_indicator="CI",
    birth_date=date(1971, 3, 9),
    sex="M",
    address=Address(
        line1="7 Oak Avenue", line2="Apt 3", city="Springfield", state="IL", zip="62701"
    ),
)

CHILD = Patient(
    last="Muñoz",
    first="Inés",
    relationship="19",
    birth_date=date(2008, 8, 1),
    sex="F",
    address=SUBSCRIBER.address,
)


def line(**changes: Any) -> ServiceLine:
    return replace(
        ServiceLine(
            code="99492",
            charge=Decimal("161.20"),
            units=1,
            pointers=(1,),
            service_date=date(2026, 10, 31),
        ),
        **changes,
    )


def claim(**changes: Any) -> Claim:
    """The claim of a first month: 99492 and two units of 99494."""
    lines = (
        line(control_number="CT-1001-1", pointers=(1, 2)),
        line(code="99494", charge=Decimal("120.50"), units=2, control_number="CT-1001-2"),
    )
    sendable = Claim(
        id="CT-1001",
        billing_provider=PROVIDER,
        payer=PAYER,
        subscriber=SUBSCRIBER,
        rendering_provider=PRIYA,
        total_charge=Decimal("281.70"),
        place_of_service="11",
        diagnoses=("F331", "F411"),
        lines=lines,
        month=date(2026, 10, 1),
    )
    return replace(sendable, **changes)


def document(*claims: Claim, **changes: Any) -> Document:
    """A sendable file of the claims given, or of the one that `claim` makes."""
    sendable = Document(
        interchange=Interchange(
            sender_id="CARETALLY",
            receiver_id="CLEARHOUSE",
            control_number=42,
            group_control_number=42,
            usage="T",
            created_at=datetime(2026, 11, 2, 9, 30, tzinfo=UTC),
        ),
        submitter=Submitter(
            name="Lakeside Family Medicine",
            id="LFM01",
            contact="Dana Diaz",
            phone="217-555-0100",
            email="dana@example.org",
        ),
        receiver=Receiver(name="Clear House", id="CH001"),
        claims=claims or (claim(),),
    )
    return replace(sendable, **changes)


# Second payers


SATELLITE = ServiceFacility(
    name="Lakeside Satellite Office",
    npi="1245319599",
    address=Address(line1="9 Shore Road", city="Springfield", state="IL", zip="62702-0001"),
)
REFERRING = ReferringProvider(last="Gomez", first="Rosa", npi="1003000126")
SUE = SupervisingProvider(last="Stone", first="Sue", npi="1245319599")


def adjustment(group: str, reason: str, amount: str) -> Adjustment:
    return Adjustment(group=group, reason=reason, amount=Decimal(amount))


def other_coverage(**changes: Any) -> OtherCoverage:
    """The first payer's coverage, which paid 200.00 of the 281.70 of `claim`."""
    first = OtherCoverage(
        payer=OtherPayer(name="First Health", id="77001"),
        subscriber=OtherSubscriber(
            last="Muñoz",
            first="Ana",
            member_id="F-100",
            relationship="01",
            group_number="G-7",
            filing_indicator="CI",
            address=SUBSCRIBER.address,
        ),
        paid=Decimal("200.00"),
        adjustments=(adjustment("CO", "45", "51.70"), adjustment("PR", "2", "30.00")),
        decided_on=date(2026, 11, 1),
        control_number="F-2026-1",
    )
    return replace(first, **changes)


def decided_lines() -> tuple[ServiceLine, ...]:
    """The lines of `claim`, each with what the first payer decided about it."""
    first, second = claim().lines
    return (
        replace(first, decisions=(decision("120.00", [("CO", "45", "31.20"), ("PR", "2", "10")]),)),
        replace(
            second,
            decisions=(decision("80.00", [("CO", "45", "20.50"), ("PR", "2", "20")], units=2),),
        ),
    )


def decision(paid: str, adjustments: list[tuple[str, str, str]], units: int = 1) -> LineDecision:
    return LineDecision(
        payer_id="77001",
        paid=Decimal(paid),
        units=units,
        adjustments=tuple(adjustment(*each) for each in adjustments),
        decided_on=date(2026, 11, 1),
    )


def secondary_claim(**changes: Any) -> Claim:
    """A claim to the second payer, the first one's decision by line."""
    sendable = claim(
        id="CT-2001",
        turn="S",
        lines=decided_lines(),
        other_coverages=(other_coverage(adjustments=(), decided_on=None),),
    )
    return replace(sendable, **changes)


# Clinics


CLINIC = replace(PROVIDER, name="Prairie Rural Health Clinic", taxonomy="261QR1300X")


def clinic_line(**changes: Any) -> InstitutionalLine:
    first = InstitutionalLine(
        revenue_code="0521",
        code="99492",
        charge=Decimal("161.20"),
        units=1,
        service_date=date(2026, 10, 31),
        control_number="CT-3001-1",
    )
    return replace(first, **changes)


def clinic_claim(**changes: Any) -> InstitutionalClaim:
    """A rural health clinic's claim of a month: 99492 and two units of 99494."""
    lines = (
        clinic_line(),
        clinic_line(
            revenue_code="0900",
            code="99494",
            charge=Decimal("120.50"),
            units=2,
            control_number="CT-3001-2",
        ),
    )
    sendable = InstitutionalClaim(
        id="CT-3001",
        billing_provider=CLINIC,
        payer=PAYER,
        subscriber=replace(SUBSCRIBER, filing_indicator="MA"),
        attending_provider=AttendingProvider(
            last="Patel", first="Priya", npi="1003000126", taxonomy="207Q00000X"
        ),
        total_charge=Decimal("281.70"),
        bill_type="71",
        statement_from=date(2026, 10, 1),
        statement_to=date(2026, 10, 31),
        diagnoses=("F331", "F411"),
        lines=lines,
        month=date(2026, 10, 1),
    )
    return replace(sendable, **changes)


def clinic_document(*claims: InstitutionalClaim, **changes: Any) -> InstitutionalDocument:
    around = document()
    sendable = InstitutionalDocument(
        interchange=around.interchange,
        submitter=around.submitter,
        receiver=around.receiver,
        claims=claims or (clinic_claim(),),
    )
    return replace(sendable, **changes)
