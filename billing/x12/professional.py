"""The 837P: professional claims after the guide 005010X222A1, its loops in the guide's own order.

Each loop is a function of its name that yields its segments; those above the claim are in `loops`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from billing.x12 import coordination_loops, envelope, loops
from billing.x12.document import Claim, Document, RenderingProvider, ServiceLine
from billing.x12.segments import Composite, amount, code, composite, day, segment

GUIDE = envelope.Guide(functional_id="HC", transaction="837", version="005010X222A1")

CLAIMS_IN_A_TRANSACTION = 5000
"""The guide's recommended limit (1.3.1); beyond it the file has several transactions."""


def write(document: Document, *, line_breaks: bool = True) -> str:
    """The document as 837P text; the same document always gives the same text.

    Claims are gathered by billing provider, then subscriber, then patient, each in the order in
    which it first appears. Raises `checks.Unsendable`, which names every problem, if there is any.
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


def _loop_2300(claim: Claim) -> Iterator[str]:
    yield _claim_information(claim)
    yield from loops.reference("G1", claim.prior_authorization)
    yield from loops.reference("F8", claim.original_reference)
    yield _diagnoses(claim.diagnoses)
    yield from _providers(claim)
    for other in claim.other_coverages:
        yield from coordination_loops.loop_2320(other, claim)
    for number, line in enumerate(claim.lines, 1):
        yield from _loop_2400(number, line)


def _claim_information(claim: Claim) -> str:
    return segment(
        "CLM",
        claim.id,
        amount(claim.total_charge),
        "",
        "",
        composite(claim.place_of_service, "B", claim.frequency),
        code(claim.provider_signature),
        claim.assignment,
        claim.benefits_assigned,
        claim.release,
    )


def _diagnoses(codes: Sequence[str]) -> str:
    """HI: the principal diagnosis (ABK), then the others (ABF)."""
    principal, *others = codes
    return segment(
        "HI", composite("ABK", principal), *(composite("ABF", other) for other in others)
    )


def _providers(claim: Claim) -> Iterator[str]:
    """Loops 2310A, B, C and D; the rendering provider only where it is not the billing one."""
    if claim.referring_provider:
        yield loops.practitioner("DN", claim.referring_provider)
    provider = claim.rendering_provider
    if provider and provider.npi != claim.billing_provider.npi:
        yield from _loop_2310b(provider)
    if claim.service_facility:
        yield from loops.facility(claim.service_facility)
    if claim.supervising_provider:
        yield loops.practitioner("DQ", claim.supervising_provider)


def _loop_2310b(provider: RenderingProvider) -> Iterator[str]:
    yield loops.practitioner("82", provider)
    yield from loops.specialty("PE", provider.taxonomy)


# Service line


def _loop_2400(number: int, line: ServiceLine) -> Iterator[str]:
    procedure = composite("HC", line.code, *line.modifiers)
    yield segment("LX", str(number))
    yield _service(line, procedure)
    if line.service_date:
        yield segment("DTP", "472", "D8", day(line.service_date))
    yield from loops.reference("6R", line.control_number)
    for decision in line.decisions:
        yield from coordination_loops.loop_2430(decision, procedure)


def _service(line: ServiceLine, procedure: Composite) -> str:
    return segment(
        "SV1",
        procedure,
        amount(line.charge),
        "UN",
        str(line.units),
        line.place_of_service,
        "",
        composite(*(str(pointer) for pointer in line.pointers)),
    )
