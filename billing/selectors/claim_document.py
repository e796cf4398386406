"""Claim rows as the document that becomes an 837P, or a clinic's 837I."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from billing.models import Claim, ClaimForm, ClaimLine, ClaimSettings
from billing.selectors import claim_form, claim_parties, sending
from billing.selectors.sending import Earlier, Sending
from billing.x12 import document as x12
from billing.x12 import institutional, professional, secondary
from registry.models import Practice

#: CLM01: our own name for a claim; it comes back on every answer.
PREFIX = "CT"
MOST_POINTERS = 4


def clm01(claim: Claim) -> str:
    return f"{PREFIX}{claim.pk}"


def build(
    sendings: Sequence[Sending],
    *,
    practice: Practice,
    receiver: x12.Receiver,
    form: str,
    control_number: int,
    now: dt.datetime,
) -> x12.AnyDocument:
    """One file of claims, whose rows have loaded what `sending` names."""
    settings = claim_form.of_practice(practice)
    envelope: dict[str, Any] = {
        "interchange": x12.Interchange(
            sender_id=practice.submitter_id,
            receiver_id=receiver.id[:15],
            control_number=control_number,
            group_control_number=control_number,
            usage="P" if practice.sends_production_claims else "T",
            created_at=now,
        ),
        "submitter": claim_parties.submitter(practice),
        "receiver": receiver,
    }
    if form == ClaimForm.INSTITUTIONAL:
        clinics = tuple(_institutional(each, practice, settings) for each in sendings)
        return x12.InstitutionalDocument(claims=clinics, **envelope)
    claims = tuple(_professional(each, practice, settings) for each in sendings)
    return x12.Document(claims=claims, **envelope)


def write(document: x12.AnyDocument) -> str:
    """The document as text.  Raises `checks.Unsendable`."""
    if isinstance(document, x12.InstitutionalDocument):
        return institutional.write(document)
    return professional.write(document)


def professional_claim(each: Sending, practice: Practice) -> x12.Claim:
    """One claim as the professional guide has it: the CMS-1500 says the same on paper."""
    return _professional(each, practice, claim_form.of_practice(practice))


def _professional(each: Sending, practice: Practice, settings: ClaimSettings) -> x12.Claim:
    treating = claim_parties.treating(each)
    diagnoses = _diagnoses(each.claim)
    claim = x12.Claim(
        **_common(each, practice, settings),
        rendering_provider=claim_parties.rendering(treating) if treating else None,
        supervising_provider=claim_parties.supervising(each),
        place_of_service=claim_form.place_of(each.claim, practice),
        insurance_type=each.insurance_type,  # why Medicare pays second
        diagnoses=diagnoses,
        lines=tuple(_line(each.claim, line, len(diagnoses)) for line in each.claim.lines.all()),
    )
    for before in each.earlier:
        claim = secondary.claim_after(
            claim, _coverage(each, before), before.decision, decided_on=_decided_on(before)
        )
    return claim


def _institutional(
    each: Sending, practice: Practice, settings: ClaimSettings
) -> x12.InstitutionalClaim:
    """The statement covers the date of service: the month's work is claimed on one day."""
    treating = claim_parties.treating(each)
    day = each.claim.date_of_service
    claim = x12.InstitutionalClaim(
        **_common(each, practice, settings),
        attending_provider=claim_parties.attending(treating) if treating else None,
        bill_type=claim_form.bill_type(settings, claim_form.place_of(each.claim, practice)),
        statement_from=day,
        statement_to=day,
        diagnoses=_diagnoses(each.claim),
        lines=tuple(
            _clinic_line(each.claim, line, claim_form.revenue_code(settings))
            for line in each.claim.lines.all()
        ),
    )
    for before in each.earlier:
        claim = secondary.institutional_claim_after(
            claim, _coverage(each, before), before.decision, decided_on=_decided_on(before)
        )
    return claim


def _common(each: Sending, practice: Practice, settings: ClaimSettings) -> dict[str, Any]:
    """What both forms say.  A later payer's answer has no number of an earlier claim yet."""
    claim = each.claim
    is_first = each.payment is None
    return {
        "id": clm01(claim),
        "billing_provider": claim_parties.billing_provider(practice),
        "payer": claim_parties.payer(each.payer),
        "subscriber": claim_parties.subscriber(each),
        "patient": claim_parties.patient(claim.patient, each.coverage),
        "referring_provider": claim_parties.referring(each),
        "service_facility": claim_parties.service_facility(each, practice, settings),
        "total_charge": claim.total_charge or Decimal(0),
        "frequency": claim.frequency if is_first else "1",
        "original_reference": claim.payer_claim_number if is_first else "",
        "prior_authorization": prior_authorization(claim) if is_first else "",
        "month": claim.month,
        "turn": each.turn,
        "other_coverages": _undecided(each),
    }


def prior_authorization(claim: Claim) -> str:
    """The number of the payer's permission that covers the date of service, the latest first."""
    day = claim.date_of_service or claim.month
    covering = [
        row
        for row in claim.patient.authorizations.all()
        if row.number and row.from_date <= day <= row.to_date
    ]
    return max(covering, key=lambda row: (row.from_date, row.pk)).number if covering else ""


def _undecided(each: Sending) -> tuple[x12.OtherCoverage, ...]:
    """The other coverages whose payers come after this one."""
    return tuple(
        claim_parties.other_coverage(each.claim.patient, turn, coverage)
        for turn, coverage in sending.others(each)
        if turn > each.turn
    )


def _coverage(each: Sending, before: Earlier) -> x12.OtherCoverage:
    """An earlier payer's coverage."""
    return claim_parties.other_coverage(each.claim.patient, before.turn, before.coverage)


def _decided_on(before: Earlier) -> dt.date:
    """The day of the remittance; the day it was posted where it names none."""
    remittance = before.payment.remittance
    return remittance.paid_on or remittance.posted_at.date()


def _diagnoses(claim: Claim) -> tuple[str, ...]:
    return tuple(code.replace(".", "").upper() for code in claim.facts["diagnoses"])


def _line(claim: Claim, line: ClaimLine, diagnoses: int) -> x12.ServiceLine:
    return x12.ServiceLine(
        code=line.code,
        modifiers=tuple(line.modifiers),
        charge=line.charge or Decimal(0),
        units=line.units,
        pointers=tuple(range(1, min(diagnoses, MOST_POINTERS) + 1)),
        service_date=claim.date_of_service,
        control_number=f"{clm01(claim)}L{line.position}",
    )


def _clinic_line(claim: Claim, line: ClaimLine, revenue_code: str) -> x12.InstitutionalLine:
    return x12.InstitutionalLine(
        revenue_code=revenue_code,
        code=line.code,
        modifiers=tuple(line.modifiers),
        charge=line.charge or Decimal(0),
        units=line.units,
        service_date=claim.date_of_service,
        control_number=f"{clm01(claim)}L{line.position}",
    )
