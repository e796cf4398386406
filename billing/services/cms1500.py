"""The CMS-1500 (02/12) as PDF: data for the printed red form, or a copy to read with its own boxes.

Payers take only the printed form, in its own red, so the first kind draws data alone, to be printed
on bought forms.  The practice says by how much its printer is off, which an alignment sheet shows.
The second kind is for people (`cms1500_copy`).
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence

from reportlab.lib.pagesizes import letter
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from billing.models import Claim, ClaimForm, ClaimSettings, ClaimState, Submission
from billing.selectors import claim_document, claim_form, earlier_payers, sending
from billing.selectors.sending import Sending
from billing.services import cms1500_copy, submission
from billing.services import cms1500_sheet as sheet
from billing.services.submission import Built
from billing.x12 import cms1500, cms1500_form
from billing.x12.cms1500 import Mailing
from billing.x12.cms1500_form import Box
from registry import calendar
from registry.errors import Refused, refuse
from registry.models import Practice

_FONT, _SIZE = "Courier", 12  # ten characters to an inch
_PRINTED = (ClaimState.APPROVED, ClaimState.SENT)


def of_claim(claim: Claim, *, to_read: bool, now: dt.datetime) -> bytes:
    """One claim to its first payer.  Raises Refused: not approved yet, or something is missing."""
    if not to_read and claim.state not in _PRINTED:
        raise refuse("", "Only an approved or sent claim is printed on the form. Read a copy.")
    rows = Claim.objects.select_related("practice__organization", *sending.RELATED)
    row = rows.prefetch_related(*sending.PREFETCHED).get(pk=claim.pk)
    return _pdf([sending.first(row)], row.practice, to_read=to_read, now=now)


def of_file(file: Submission, *, to_read: bool, now: dt.datetime) -> bytes:
    """Every claim of a professional file, in its order, to the payer that it went to."""
    if file.form != ClaimForm.PROFESSIONAL:
        raise refuse("", "Institutional claims are not written on a CMS-1500.")
    return _pdf(_of_file(file), file.practice, to_read=to_read, now=now)


def _of_file(file: Submission) -> list[Sending]:
    places = file.places.select_related(
        "coverage__payer__claim_settings__clinician",
        "payment__remittance__file",
        *(f"claim__{each}" for each in sending.RELATED),
    )
    places = places.prefetch_related(*(f"claim__{each}" for each in sending.PREFETCHED))
    return [
        sending.first(place.claim)
        if place.payment is None
        else Sending(
            claim=place.claim,
            coverage=place.coverage,
            payer=place.coverage.payer if place.coverage else None,
            turn=place.turn,
            earlier=earlier_payers.before(place.claim, place.turn, last=place.payment),
            insurance_type=place.insurance_type,
        )
        for place in places.order_by("pk")
    ]


def alignment(practice: Practice) -> bytes:
    """Every field of the form filled to its edges, shifted as the practice's forms are.

    Printed on plain paper and held against a form, it shows by how much the printer is off.
    """
    settings = claim_form.of_practice(practice)
    written = io.BytesIO()
    canvas = _canvas(written)
    lines = range(cms1500_form.LINES_ON_A_FORM)
    whole = [
        cms1500_form.box(name, "X" * field.width, down=cms1500_form.below(number))
        for name, field in cms1500_form.FIELDS.items()
        for number in (lines if field.number.startswith("24") else [0])
    ]
    _draw(canvas, whole, settings)
    canvas.showPage()
    canvas.save()
    return written.getvalue()


def _pdf(
    sendings: Sequence[Sending], practice: Practice, *, to_read: bool, now: dt.datetime
) -> bytes:
    if not to_read:
        _refuse_gaps(sendings, practice, now)
    today = calendar.local_date(now, practice.timezone)
    written = io.BytesIO()
    canvas = _canvas(written)
    settings = claim_form.of_practice(practice)
    for each in sendings:
        claim = claim_document.professional_claim(each, practice)
        for page in cms1500.pages(claim, _mailing(each, today)):
            if to_read:
                cms1500_copy.draw(canvas, page, claim.id)
            else:
                _refuse_cut(page)
                _draw(canvas, page, settings)
            canvas.showPage()
    canvas.save()
    return written.getvalue()


def _canvas(written: io.BytesIO) -> Canvas:
    canvas = Canvas(written, pagesize=letter, invariant=True)
    canvas.setTitle("CMS-1500")
    return canvas


def _mailing(each: Sending, today: dt.date) -> Mailing:
    return Mailing(payer=_address(each), patient_phone=each.claim.patient.phone, signed_on=today)


def _refuse_cut(page: Sequence[Box]) -> None:
    sentences = cms1500.too_long(page)
    if sentences:
        raise Refused({f"item {place}": said for place, said in enumerate(sentences)})


def _refuse_gaps(sendings: Sequence[Sending], practice: Practice, now: dt.datetime) -> None:
    """On paper, too, a claim with gaps does not leave."""
    built = Built()
    for batch, group in submission.batches(practice, sendings):
        if batch.form != ClaimForm.PROFESSIONAL:
            raise refuse("", "Institutional claims are not written on a CMS-1500.")
        submission.draft(built, practice, batch, group, now)
    found = {gap.field: gap.sentence for gap in built.gaps}
    if found:
        raise Refused(found)


def _address(each: Sending) -> list[str]:
    payer = each.payer
    if payer is None or not payer.address:
        return []
    return [payer.address, f"{payer.city} {payer.state} {payer.zip_code}".strip()]


def _draw(canvas: Canvas, page: Sequence[Box], settings: ClaimSettings) -> None:
    right, down = float(settings.form_x) * mm, float(settings.form_y) * mm
    canvas.setFont(_FONT, _SIZE)
    for box in page:
        canvas.drawString(sheet.across(box.column) + right, sheet.down(box.row) - down, box.text)
