"""Remittances drawn at random, balanced or not, for the laws."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from billing.x12.adjustment import Adjustment
from billing.x12.reading.parts import Contact, Dated, Party, Reference
from billing.x12.reading.remittance import (
    Amount,
    ClaimPayment,
    Procedure,
    ProviderAdjustment,
    Remittance,
    ServicePayment,
)

money = st.decimals(min_value=-99999, max_value=99999, places=2) | st.integers(-999, 9999).map(
    Decimal
)
days = st.dates(date(1900, 1, 1), date(2099, 12, 31))
texts = st.text("ABCXYZabcÑé019 .-/&'()", min_size=1, max_size=12).filter(lambda t: t == t.strip())
codes = st.text("ABCXYZ0123456789", min_size=1, max_size=5)
optional = st.just("") | texts


def few(strategy, most=2):
    return st.lists(strategy, max_size=most).map(tuple)


references = st.builds(
    Reference, qualifier=st.sampled_from(["1C", "TJ", "G1", "6R", "CE", "F8"]), value=texts
)
adjustments = st.builds(
    Adjustment,
    group=st.sampled_from(["CO", "PR", "OA", "PI"]),
    reason=st.sampled_from(["1", "2", "45", "A1", "97", "253"]),
    amount=money,
    quantity=st.none() | st.integers(0, 9).map(Decimal),
)
dated = st.builds(Dated, qualifier=st.sampled_from(["232", "233", "472", "150", "050"]), on=days)
amounts = st.builds(Amount, qualifier=st.sampled_from(["B6", "AU", "KH"]), amount=money)
procedures = st.builds(
    Procedure,
    qualifier=st.sampled_from(["HC", "NU", "AD"]),
    code=st.text("ABCG0123456789", min_size=5, max_size=5),
    modifiers=few(st.sampled_from(["25", "59", "GT", "CG"]), 4),
    description=optional,
)


def parties(role):
    return st.builds(
        Party,
        role=st.just(role),
        name=texts,
        first=optional,
        middle=optional,
        suffix=optional,
        id_qualifier=st.sampled_from(["MI", "XX"]),
        id=texts,
    )


def organizations(role):
    ways = st.lists(st.tuples(st.sampled_from(["TE", "UR"]), texts), min_size=1, max_size=3)
    return st.builds(
        Party,
        role=st.just(role),
        name=texts,
        id_qualifier=st.just("XX"),
        id=texts,
        street=st.lists(texts, max_size=2).map(tuple),
        city=texts,
        state=st.just("IL"),
        zip=st.just("62701"),
        references=few(references),
        contacts=few(
            st.builds(
                Contact, function=st.sampled_from(["CX", "BL"]), name=texts, ways=ways.map(tuple)
            )
        ),
    )


lines = st.builds(
    ServicePayment,
    segment=st.just(0),
    procedure=procedures,
    charge=money,
    paid=money,
    revenue_code=st.sampled_from(["", "0521", "0900"]),
    units=st.integers(0, 99).map(Decimal),
    submitted=st.none() | procedures,
    submitted_units=st.none() | st.integers(1, 9).map(Decimal),
    dates=few(dated),
    adjustments=few(adjustments, 4),
    references=few(references),
    amounts=few(amounts),
    quantities=few(amounts),
    remarks=few(codes),
)
claims = st.builds(
    ClaimPayment,
    segment=st.just(0),
    claim_id=texts,
    status=st.sampled_from(["1", "2", "3", "4", "19", "20", "21", "22", "25"]),
    charge=money,
    paid=money,
    patient_responsibility=money,
    filing_indicator=st.sampled_from(["", "12", "MB", "MC"]),
    payer_control_number=optional,
    facility=st.sampled_from(["", "11", "71"]),
    frequency=st.sampled_from(["", "1", "7"]),
    patient=st.none() | parties("QC"),
    subscriber=st.none() | parties("IL"),
    corrected=st.none() | parties("74"),
    rendering_provider=st.none() | parties("82"),
    crossover_carrier=st.none() | parties("TT"),
    corrected_payer=st.none() | parties("PR"),
    other_subscriber=st.none() | parties("GB"),
    adjustments=few(adjustments, 4),
    dates=few(dated),
    references=few(references),
    amounts=few(amounts),
    quantities=few(amounts),
    lines=few(lines, 3),
)
remittances = st.builds(
    Remittance,
    segment=st.just(0),
    payment_segment=st.just(0),
    handling=st.sampled_from(["I", "H", "C"]),
    amount=money,
    direction=st.sampled_from(["C", "D"]),
    method=st.sampled_from(["ACH", "CHK", "NON"]),
    format=st.sampled_from(["", "CCP"]),
    deposit_account=optional,
    effective_on=st.none() | days,
    trace_number=texts,
    payer_id=texts,
    supplement=optional,
    receiver_id=optional,
    system_version=optional,
    produced_on=st.none() | days,
    references=few(references),
    payer=organizations("PR"),
    payee=organizations("PE"),
    claims=few(claims, 4),
    provider_adjustments=few(
        st.builds(
            ProviderAdjustment,
            segment=st.just(0),
            provider_id=texts,
            period_ends=st.none() | days,
            reason=st.sampled_from(["WO", "FB", "L6", "72"]),
            reference=optional,
            amount=money,
        )
    ),
)
