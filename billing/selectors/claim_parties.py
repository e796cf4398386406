"""Who is named in a file of claims: practice, clinicians, subscriber, patient, payers."""

from __future__ import annotations

from typing import cast

from billing.models import AlsoNamed, ClaimSettings
from billing.selectors import claim_form
from billing.selectors.sending import Sending
from billing.x12 import document as x12
from registry.models import Clinician, Coverage, Patient, Payer, Practice, Relationship, Site


def submitter(practice: Practice) -> x12.Submitter:
    return x12.Submitter(
        name=practice.organization.name[:60],
        id=practice.submitter_id,
        contact=practice.contact_name,
        phone=practice.contact_phone,
    )


def billing_provider(practice: Practice) -> x12.BillingProvider:
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


def site(sending: Sending) -> Site | None:
    """Where the episode's care is given; None at the practice's own address."""
    return sending.claim.episode.site if sending.claim.episode else None


def service_facility(
    sending: Sending, practice: Practice, settings: ClaimSettings
) -> x12.ServiceFacility | None:
    """Where care is given, if not at the billing address: the episode's site, else the place that
    the practice names on every claim."""
    place = site(sending)
    if place is not None:
        return None if _is_at_home(place, practice) else _at(place)
    if not settings.facility_name:
        return None
    return x12.ServiceFacility(
        name=settings.facility_name,
        npi=settings.facility_npi,
        address=x12.Address(
            line1=settings.facility_address,
            city=settings.facility_city,
            state=settings.facility_state,
            zip=settings.facility_zip,
        ),
    )


def _is_at_home(place: Site, practice: Practice) -> bool:
    """Whether a site is the billing provider's own place, which no loop repeats."""
    here = (practice.address, practice.city, practice.state, practice.zip_code[:5])
    there = (place.address, place.city, place.state, place.zip_code[:5])
    return [part.casefold() for part in here] == [part.casefold() for part in there]


def _at(place: Site) -> x12.ServiceFacility:
    return x12.ServiceFacility(
        name=place.name,
        npi=place.npi,
        address=x12.Address(
            line1=place.address, city=place.city, state=place.state, zip=place.zip_code
        ),
    )


def treating(sending: Sending) -> Clinician | None:
    return sending.claim.episode.treating_practitioner if sending.claim.episode else None


def rendering(clinician: Clinician) -> x12.RenderingProvider:
    return x12.RenderingProvider(
        last=clinician.last_name,
        first=clinician.first_name,
        npi=clinician.npi,
        taxonomy=clinician.taxonomy,
    )


def attending(clinician: Clinician) -> x12.AttendingProvider:
    return x12.AttendingProvider(
        last=clinician.last_name,
        first=clinician.first_name,
        npi=clinician.npi,
        taxonomy=clinician.taxonomy,
    )


def also_named(sending: Sending, role: AlsoNamed) -> Clinician | None:
    """The practitioner whom the payer wants in that role; a referring one is else the episode's."""
    own = claim_form.of_payer(sending.payer)
    if own is None or own.also_named != role:
        return None
    return own.clinician or treating(sending)


def referring(sending: Sending) -> x12.ReferringProvider | None:
    found = also_named(sending, AlsoNamed.REFERRING)
    if found is None:
        return None
    return x12.ReferringProvider(last=found.last_name, first=found.first_name, npi=found.npi)


def supervising(sending: Sending) -> x12.SupervisingProvider | None:
    found = also_named(sending, AlsoNamed.SUPERVISING)
    if found is None:
        return None
    return x12.SupervisingProvider(last=found.last_name, first=found.first_name, npi=found.npi)


def payer(row: Payer | None) -> x12.Payer:
    return x12.Payer(name=row.name if row else "", id=row.payer_id if row else "")


def is_self(coverage: Coverage | None) -> bool:
    return coverage is None or coverage.relationship == Relationship.SELF


def subscriber(sending: Sending) -> x12.Subscriber:
    patient, coverage = sending.claim.patient, sending.coverage
    member_id = coverage.member_id if coverage else ""
    group_number = coverage.group_number if coverage else ""
    filing_indicator = sending.payer.claim_filing_code if sending.payer else ""
    if coverage is None or is_self(coverage):
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


def patient(row: Patient, coverage: Coverage | None) -> x12.Patient | None:
    """The patient, where somebody else is the subscriber."""
    if coverage is None or is_self(coverage):
        return None
    return x12.Patient(
        last=row.last_name,
        first=row.first_name,
        middle=row.middle_name,
        relationship=cast("x12.Relationship", coverage.relationship),
        birth_date=row.birth_date,
        sex=_sex(row.sex),
        address=_address(row),
    )


def other_coverage(row: Patient, turn: x12.Turn, coverage: Coverage) -> x12.OtherCoverage:
    """Another coverage of the patient, as yet without its payer's decision."""
    mine = is_self(coverage)
    return x12.OtherCoverage(
        turn=turn,
        payer=x12.OtherPayer(name=coverage.payer.name, id=coverage.payer.payer_id),
        subscriber=x12.OtherSubscriber(
            last=row.last_name if mine else coverage.subscriber_last_name,
            first=row.first_name if mine else coverage.subscriber_first_name,
            middle=row.middle_name if mine else "",
            member_id=coverage.member_id,
            relationship=coverage.relationship,  # type: ignore[arg-type]
            group_number=coverage.group_number,
            filing_indicator=coverage.payer.claim_filing_code,
            address=_address(row) if mine else None,
        ),
    )


def _address(row: Patient) -> x12.Address:
    return x12.Address(line1=row.address, city=row.city, state=row.state, zip=row.zip_code)


def _sex(value: str) -> x12.Sex | None:
    return value if value in ("F", "M", "U") else None  # type: ignore[return-value]
