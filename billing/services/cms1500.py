"""The CMS-1500 (02/12) as PDF: data for the printed red form, or a copy to read with its own boxes.

Payers take only the printed form, in its own red, so the first kind draws data alone, to be printed
on bought forms.  The practice says by how much its printer is off.  The second kind is for people:
it looks like no form and says on each page that it is not for submission.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence

from reportlab.lib.pagesizes import letter
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from billing.models import Claim, ClaimForm, ClaimState, Submission
from billing.selectors import claim_document, claim_form, earlier_payers, sending
from billing.selectors.sending import Sending
from billing.services import submission
from billing.services.submission import Built
from billing.x12 import cms1500
from billing.x12.cms1500 import Box, Mailing
from registry import calendar
from registry.errors import Refused, refuse
from registry.models import Practice

_WIDTH, _HEIGHT = letter
#: 10 characters and 6 lines to an inch, in points; the first of each lies here without any shift.
_ACROSS, _DOWN = 7.2, 12.0
_LEFT, _TOP = 22.0, 24.0
_FONT, _SIZE = "Courier", 12
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


def _pdf(
    sendings: Sequence[Sending], practice: Practice, *, to_read: bool, now: dt.datetime
) -> bytes:
    if not to_read:
        _refuse_gaps(sendings, practice, now)
    today = calendar.local_date(now, practice.timezone)
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=letter, invariant=True)
    canvas.setTitle("CMS-1500")
    settings = claim_form.of_practice(practice)
    for each in sendings:
        claim = claim_document.professional_claim(each, practice)
        mailing = Mailing(payer=_address(each), signed_on=today)
        for page in cms1500.pages(claim, mailing):
            if to_read:
                _draw_copy(canvas, page, claim.id)
            else:
                _draw(canvas, page, float(settings.form_x) * mm, float(settings.form_y) * mm)
            canvas.showPage()
    canvas.save()
    return written.getvalue()


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


def _draw(canvas: Canvas, page: Sequence[Box], right: float, down: float) -> None:
    canvas.setFont(_FONT, _SIZE)
    for box in page:
        across = _LEFT + (box.column - 1) * _ACROSS + right
        canvas.drawString(across, _HEIGHT - _TOP - box.row * _DOWN - down, box.text)


# The copy to read

_MARGIN, _CELL, _COLUMNS = 36.0, 30.0, 3


def _draw_copy(canvas: Canvas, page: Sequence[Box], name: str) -> None:
    """A cell for each box that holds something, in the order of the form's numbers."""
    canvas.setFont("Helvetica-Bold", 13)
    canvas.drawString(_MARGIN, _HEIGHT - 44, f"Claim {name}, by the boxes of the CMS-1500 (02/12)")
    canvas.setFont("Helvetica-Bold", 10)
    canvas.drawString(_MARGIN, _HEIGHT - 60, "NOT FOR SUBMISSION: a copy to read")
    width = (_WIDTH - 2 * _MARGIN) / _COLUMNS
    cells = _cells(page)
    rows = max(-(-len(cells) // _COLUMNS), 1)
    height = min(_CELL, (_HEIGHT - 110) / rows)
    for place, (label, value) in enumerate(cells):
        row, column = divmod(place, _COLUMNS)
        left, top = _MARGIN + column * width, _HEIGHT - 72 - row * height
        canvas.rect(left, top - height, width, height)
        canvas.setFont("Helvetica", 6.5)
        canvas.drawString(left + 3, top - 8, label)
        canvas.setFont("Courier", 8.5)
        canvas.drawString(left + 3, top - min(height - 4, 21), value[:34])


def _cells(page: Sequence[Box]) -> list[tuple[str, str]]:
    """Parts of one box, such as a name and its address, are cells of their own; marks say what."""
    ordered = sorted(page, key=lambda box: (*_order(box.number), box.row, box.column))
    return [(f"{box.number}  {box.called}".strip(), _value(box)) for box in ordered]


def _value(box: Box) -> str:
    return _KINDS.get(box.column, "X") if box.number == "1" else _meaning(box)


def _meaning(box: Box) -> str:
    if box.number == "6":
        return _RELATED.get(box.column, "OTHER")
    if box.number == "11d":
        return "YES" if box.column == 52 else "NO"
    return box.text.strip()


_KINDS = {1: "MEDICARE", 8: "MEDICAID", 15: "TRICARE", 24: "CHAMPVA", 31: "GROUP", 45: "OTHER"}
_RELATED = {33: "SELF", 38: "SPOUSE", 42: "CHILD"}


def _order(number: str) -> tuple[int, str]:
    digits = "".join(each for each in number if each.isdigit())
    return int(digits or 0), number
