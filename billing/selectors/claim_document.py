"""Claim rows as the document that becomes an 837P."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from billing.models import Claim, ClaimLine
from billing.x12 import document as x12
from registry.models import Clinician, Coverage, Patient, Practice, Relationship

#: CLM01: our own name for a claim; it comes back on every answer.
PREFIX = "CT"


def clm01(claim: Claim) -> str:
    return f"{PREFIX}{claim.pk}"


def build(
    claims: Sequence[Claim],
    *,
    practice: Practice,
    receiver: x12.Receiver,
    control_number: int,
    now: dt.datetime,
) -> x12.Document:
    """One file of claims, which have their lines, patient, coverage, payer and episode loaded."""
    return x12.Document(
        interchange=x12.Interchange(
            sender_id=practice.submitter_id,
            receiver_id=receiver.id[:15],
            control_number=control_number,
            group_control_number=control_number,
            usage="P" if practice.sends_production_claims else "T",
            created_at=now,
        ),
        submitter=x12.Submitter(
            name=practice.organization.name[:60],
            id=practice.submitter_id,
            contact=practice.contact_name,
            phone=practice.contact_phone,
        ),
        receiver=receiver,
        claims=tuple(_claim(claim, practice) for claim in claims),
    )


def _claim(claim: Claim, practice: Practice) -> x12.Claim:
    is_self = claim.coverage is None or claim.coverage.relationship == Relationship.SELF
    codes = tuple(code.replace(".", "").upper() for code in claim.facts["diagnoses"])
    return x12.Claim(
        id=clm01(claim),
        billing_provider=_billing_provider(practice),
        payer=x12.Payer(
            name=claim.payer.name if claim.payer else "",
            id=claim.payer.payer_id if claim.payer else "",
        ),
        subscriber=_subscriber(claim, is_self=is_self),
        patient=None if is_self else _patient(claim.patient, claim.coverage),
        rendering_provider=_rendering_provider(claim),
        total_charge=claim.total_charge or Decimal(0),
        frequency=claim.frequency,  # type: ignore[arg-type]
        original_reference=claim.payer_claim_number,
        place_of_service=practice.place_of_service,
        diagnoses=codes,
        lines=tuple(_line(claim, line, len(codes)) for line in claim.lines.all()),
        month=claim.month,
    )


def _billing_provider(practice: Practice) -> x12.BillingProvider:
    return x12.BillingProvider(
        name=practice.name,
        npi=practice.npi,
        tax_id=practice.tax_id,
        taxonomy=practice.taxonomy,
        address=x12.Address(
            line1=practice.address,
            city=practice.city,
            state=practice.state,
            zip=practice.zip_code,
        ),
        phone=practice.phone,
    )


def _rendering_provider(claim: Claim) -> x12.RenderingProvider | None:
    if claim.episode is None:
        return None
    clinician: Clinician = claim.episode.treating_practitioner
    return x12.RenderingProvider(
        last=clinician.last_name,
        first=clinician.first_name,
        npi=clinician.npi,
        taxonomy=clinician.taxonomy,
    )


def _subscriber(claim: Claim, *, is_self: bool) -> x12.Subscriber:
    coverage = claim.coverage
    member_id = coverage.member_id if coverage else ""
    group_number = coverage.group_number if coverage else ""
    filing_indicator = claim.payer.claim_filing_code if claim.payer else ""
    if is_self or coverage is None:
        patient = claim.patient
        return x12.Subscriber(
            last=patient.last_name,
            first=patient.first_name,
            middle=patient.middle_name,
            member_id=member_id,
            group_number=group_number,
            filing_indicator=filing_indicator,
            birth_date=patient.birth_date,
            sex=_sex(patient.sex),
            address=_address(patient),
        )
    return x12.Subscriber(
        last=coverage.subscriber_last_name,
        first=coverage.subscriber_first_name,
        member_id=member_id,
        group_number=group_number,
        filing_indicator=filing_indicator,
        birth_date=coverage.subscriber_birth_date,
        sex=_sex(coverage.subscriber_sex),
    )


def _patient(patient: Patient, coverage: Coverage | None) -> x12.Patient:
    relationship = coverage.relationship if coverage else "21"
    return x12.Patient(
        last=patient.last_name,
        first=patient.first_name,
        middle=patient.middle_name,
        relationship=relationship,  # type: ignore[arg-type]
        birth_date=patient.birth_date,
        sex=_sex(patient.sex),
        address=_address(patient),
    )


def _address(patient: Patient) -> x12.Address:
    return x12.Address(
        line1=patient.address, city=patient.city, state=patient.state, zip=patient.zip_code
    )


def _sex(value: str) -> x12.Sex | None:
    return value if value in ("F", "M", "U") else None  # type: ignore[return-value]


def _line(claim: Claim, line: ClaimLine, diagnoses: int) -> x12.ServiceLine:
    return x12.ServiceLine(
        code=line.code,
        modifiers=tuple(line.modifiers),
        charge=line.charge or Decimal(0),
        units=line.units,
        pointers=tuple(range(1, min(diagnoses, 4) + 1)),
        service_date=claim.date_of_service,
        control_number=f"{clm01(claim)}L{line.position}",
    )
