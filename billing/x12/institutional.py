"""The 837I: claims of clinics after the guide 005010X223A2, its loops in the guide's own order.

Rural health clinics (bill type 71) and federally qualified health centers (77) bill so, by revenue
code. Each loop is a function of its name that yields its segments; those above the claim are in
`loops`, the same as the 837P's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from billing.x12 import coordination_loops, envelope, loops
from billing.x12.document import (
    AttendingProvider,
    InstitutionalClaim,
    InstitutionalDocument,
    InstitutionalLine,
)
from billing.x12.segments import Composite, amount, composite, day, segment

GUIDE = envelope.Guide(functional_id="HC", transaction="837", version="005010X223A2")

CLAIMS_IN_A_TRANSACTION = 5000
"""The guide's recommended limit (1.3.1); beyond it the file has several transactions."""

CODES_IN_A_SEGMENT = 12


def write(document: InstitutionalDocument, *, line_breaks: bool = True) -> str:
    """The document as 837I text; the same document always gives the same text.

    Claims are gathered as in the 837P. Raises `checks.Unsendable`, which names every problem, if
    there is any.
    """
    return loops.written(
        document,
        document.claims,
        guide=GUIDE,
        loop_2300=_loop_2300,
        most=CLAIMS_IN_A_TRANSACTION,
        line_breaks=line_breaks,
    )


# Claim


def _loop_2300(claim: InstitutionalClaim) -> Iterator[str]:
    yield _claim_information(claim)
    yield from _statement(claim)
    yield segment("CL1", claim.admission_type, claim.admission_source, claim.patient_status)
    yield from loops.reference("G1", claim.prior_authorization)
    yield from loops.reference("F8", claim.original_reference)
    principal, *others = claim.diagnoses
    yield segment("HI", composite("ABK", principal))
    yield from _codes("ABF", others)
    yield from _codes("BG", claim.condition_codes)
    yield from _providers(claim)
    for other in claim.other_coverages:
        yield from coordination_loops.loop_2320(other, claim)
    for number, line in enumerate(claim.lines, 1):
        yield from _loop_2400(number, line)


def _claim_information(claim: InstitutionalClaim) -> str:
    return segment(
        "CLM",
        claim.id,
        amount(claim.total_charge),
        "",
        "",
        composite(claim.bill_type, "A", claim.frequency),
        "",
        claim.assignment,
        claim.benefits_assigned,
        claim.release,
    )


def _statement(claim: InstitutionalClaim) -> Iterator[str]:
    if claim.statement_from and claim.statement_to:
        span = f"{day(claim.statement_from)}-{day(claim.statement_to)}"
        yield segment("DTP", "434", "RD8", span)


def _codes(qualifier: str, codes: Sequence[str]) -> Iterator[str]:
    """HI of one list: other diagnoses (ABF), conditions (BG); twelve codes each."""
    for start in range(0, len(codes), CODES_IN_A_SEGMENT):
        some = codes[start : start + CODES_IN_A_SEGMENT]
        yield segment("HI", *(composite(qualifier, each) for each in some))


def _providers(claim: InstitutionalClaim) -> Iterator[str]:
    """Loops 2310A, D, E and F; the rendering provider only where it is not the attending one."""
    attending, rendering = claim.attending_provider, claim.rendering_provider
    if attending:
        yield from _loop_2310a(attending)
    if rendering and (attending is None or rendering.npi != attending.npi):
        yield loops.practitioner("82", rendering)
    if claim.service_facility:
        yield from loops.facility(claim.service_facility)
    if claim.referring_provider:
        yield loops.practitioner("DN", claim.referring_provider)


def _loop_2310a(provider: AttendingProvider) -> Iterator[str]:
    yield loops.practitioner("71", provider)
    yield from loops.specialty("AT", provider.taxonomy)


# Service line


def _loop_2400(number: int, line: InstitutionalLine) -> Iterator[str]:
    procedure = composite("HC", line.code, *line.modifiers) if line.code else Composite("")
    yield segment("LX", str(number))
    yield segment("SV2", line.revenue_code, procedure, amount(line.charge), "UN", str(line.units))
    if line.service_date:
        yield segment("DTP", "472", "D8", day(line.service_date))
    yield from loops.reference("6R", line.control_number)
    for decision in line.decisions:
        yield from coordination_loops.loop_2430(decision, procedure, line.revenue_code)
