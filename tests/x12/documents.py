"""Documents to begin from: a sendable one, and ways to change one thing in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from billing.x12.document import (
    Address,
    BillingProvider,
    Claim,
    Document,
    Interchange,
    Patient,
    Payer,
    Receiver,
    RenderingProvider,
    ServiceLine,
    Submitter,
    Subscriber,
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
