"""What a claim is written as, and the settings that its practice and payer have for that."""

from __future__ import annotations

from billing.models import Claim, ClaimForm, ClaimSettings, PayerClaimSettings
from billing.selectors import claim_terms
from registry.models import Payer, Practice, User

#: The bill type's first two digits by place of service: RHC (72) 71, FQHC (50) 77.  071X: Palmetto
#: GBA, "RHC billing"; 077X is general knowledge that nobody here has confirmed with a payer.
BILL_TYPES = {"72": "71", "50": "77"}
#: Medical services at the clinic.  A care management line is no visit; that payers want it under
#: 052X, not under 0900 (mental health), is not confirmed either: a practice may say otherwise.
REVENUE_CODE = "0521"


def of_practice(practice: Practice) -> ClaimSettings:
    """The practice's settings; the defaults where it has none yet."""
    found = ClaimSettings.objects.filter(practice=practice).first()
    return found or ClaimSettings(practice=practice)


def of_payer(payer: Payer | None) -> PayerClaimSettings | None:
    """A payer's settings, where it was loaded with them (`payer__claim_settings`) or has some."""
    return getattr(payer, "claim_settings", None) if payer else None


def get_of_payer(user: User, payer: Payer) -> PayerClaimSettings:
    """For whoever sees the payer; the defaults where it has none yet."""
    mine = PayerClaimSettings.objects.filter(payer__practice__memberships__user=user)
    found = mine.filter(payer=payer).select_related("clinician").first()
    return found or PayerClaimSettings(payer=payer)


def place_of(claim: Claim, practice: Practice) -> str:
    """The CMS place of service code: of the episode's site, else of the practice."""
    site = claim.episode.site if claim.episode else None
    return site.place_of_service if site else practice.place_of_service


def form_of(claim: Claim, practice: Practice, payer: Payer | None) -> str:
    """What the payer's row says, else its policy, else what follows from the place of service."""
    own = of_payer(payer)
    if own and own.claim_form:
        return own.claim_form
    said = claim_terms.of(claim).claim_form if payer and payer.pk == claim.payer_id else None
    if said:
        return said
    is_clinic = place_of(claim, practice) in BILL_TYPES
    return ClaimForm.INSTITUTIONAL if is_clinic else ClaimForm.PROFESSIONAL


def bill_type(settings: ClaimSettings, place: str) -> str:
    return settings.bill_type or BILL_TYPES.get(place, "")


def revenue_code(settings: ClaimSettings) -> str:
    return settings.revenue_code or REVENUE_CODE
