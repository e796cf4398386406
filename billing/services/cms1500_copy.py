"""A copy of the CMS-1500 to read: the form's items in their places, in boxes and words of our own.

It is for people, and says on each page that it is not for submission: payers take the printed form
in its own red alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from billing.services import cms1500_sheet as sheet
from billing.x12.cms1500_form import FIELDS, LINES_ON_A_FORM, Box, Field, below

_GREY, _SHADE, _BLACK = 0.55, 0.93, 0.0
_MIDDLE = 49.5  # the rule between the patient's side and the insured's
_LABEL, _TEXT = 5.2, 11
#: Item, our words for it; first and last line, first and last column.
_CELLS = """
1   | kind of insurance            |  7 |  8 |  1 | 48
1a  | insured's id                 |  7 |  8 | 50 | 78
2   | patient's name               |  9 | 10 |  1 | 28
3   | patient's birth date, sex    |  9 | 10 | 30 | 48
4   | insured's name               |  9 | 10 | 50 | 78
5   | patient's street             | 11 | 12 |  1 | 28
6   | patient is the insured's     | 11 | 12 | 30 | 48
7   | insured's street             | 11 | 12 | 50 | 78
    | city                         | 13 | 14 |  1 | 24
    | state                        | 13 | 14 | 26 | 28
    | city                         | 13 | 14 | 50 | 72
    | state                        | 13 | 14 | 74 | 78
    | ZIP code                     | 15 | 16 |  1 | 13
    | phone                        | 15 | 16 | 15 | 28
    | ZIP code                     | 15 | 16 | 50 | 63
    | phone                        | 15 | 16 | 65 | 78
9   | other insured's name         | 17 | 18 |  1 | 28
10  | condition comes              | 17 | 18 | 30 | 48
11  | insured's group number       | 17 | 18 | 50 | 78
9a  | other insured's id or group  | 19 | 20 |  1 | 28
10a | from employment              | 19 | 20 | 30 | 48
11a | insured's birth date, sex    | 19 | 20 | 50 | 78
10b | from a car accident          | 21 | 22 | 30 | 48
10c | from another accident        | 23 | 24 | 30 | 48
11c | plan's name                  | 23 | 24 | 50 | 78
9d  | other plan's name            | 25 | 26 |  1 | 28
10d | claim codes                  | 25 | 26 | 30 | 48
11d | another health plan          | 25 | 26 | 50 | 78
12  | patient's signature          | 28 | 29 |  1 | 48
13  | insured's signature          | 28 | 29 | 50 | 78
17  | referring (DN), supervising (DQ) | 33 | 34 | 1 | 28
17b | their NPI                    | 33 | 34 | 30 | 48
20  | outside laboratory           | 35 | 36 | 50 | 78
21  | diagnoses, A to L            | 37 | 40 |  1 | 48
22  | correction, payer's earlier number | 37 | 38 | 50 | 78
23  | prior authorization          | 39 | 40 | 50 | 78
24A | days from and to             | 41 | 54 |  1 | 17
B   | place                        | 41 | 54 | 19 | 20
D   | code and modifiers           | 41 | 54 | 25 | 43
E   | points to                    | 41 | 54 | 45 | 48
F   | charge                       | 41 | 54 | 50 | 57
G   | units                        | 41 | 54 | 59 | 61
I   | kind                         | 41 | 54 | 65 | 66
J   | rendering practitioner       | 41 | 54 | 68 | 78
25  | tax id                       | 55 | 56 |  1 | 21
26  | our name for the claim       | 55 | 56 | 23 | 36
27  | takes assignment             | 55 | 56 | 38 | 48
28  | total charge                 | 55 | 56 | 50 | 60
29  | amount paid                  | 55 | 56 | 62 | 70
31  | practitioner's signature     | 57 | 61 |  1 | 21
32  | service facility             | 57 | 60 | 23 | 48
33  | billing provider             | 57 | 60 | 50 | 78
a   |                              | 61 | 61 | 23 | 33
a   |                              | 61 | 61 | 50 | 60
b   |                              | 61 | 61 | 62 | 78
"""
_WHAT_IT_IS = "NOT FOR SUBMISSION: a copy to read, by the items of the CMS-1500 (02/12)"


def draw(canvas: Canvas, page: Sequence[Box], name: str) -> None:
    """One form's copy on the canvas's page."""
    _head(canvas, name)
    _shade(canvas)
    for row in _CELLS.strip("\n").splitlines():
        number, called, *place = (part.strip() for part in row.split("|"))
        _cell(canvas, f"{number}  {called}".strip(), [int(each) for each in place])
    for field in FIELDS.values():
        if field.says:
            _square(canvas, field)
        elif field.called == "diagnosis":
            _letter(canvas, field)
    canvas.setFillGray(_BLACK)
    canvas.setFont("Courier-Bold", _TEXT)
    for box in page:
        # the grid's own pitch, so that each character stands where the form would have it
        for column, letter in enumerate(box.text, box.column):
            canvas.drawString(sheet.across(column), sheet.down(box.row), letter)


def _head(canvas: Canvas, name: str) -> None:
    canvas.setFillGray(_BLACK)
    canvas.setFont("Helvetica-Bold", 11)
    canvas.drawString(sheet.across(1), sheet.down(1), f"Claim {name}")
    canvas.setFont("Helvetica", 8)
    canvas.drawString(sheet.across(1), sheet.down(2), _WHAT_IT_IS)


def _shade(canvas: Canvas) -> None:
    """The upper half of each service line, which the form shades too."""
    canvas.setFillGray(_SHADE)
    top = FIELDS["24I"].row
    for number in range(LINES_ON_A_FORM):
        row = top + below(number)
        left, right = sheet.across(1), sheet.across(79)
        canvas.rect(left, sheet.foot(row), right - left, sheet.LINE, stroke=0, fill=1)


def _cell(canvas: Canvas, label: str, place: Sequence[int]) -> None:
    first, last, left, right = place
    across, foot = sheet.across(left) - 2, sheet.foot(last)
    width = sheet.across(right + 1) + 2 - across
    height = sheet.foot(first - 1) - foot
    canvas.setStrokeGray(_GREY)
    canvas.setLineWidth(0.4)
    canvas.rect(across, foot, width, height)
    canvas.setFillGray(0.35)
    canvas.setFont("Helvetica", _LABEL)
    canvas.drawString(across + 2, foot + height - 6.5, label)


def _square(canvas: Canvas, field: Field) -> None:
    """A mark's own square, and what a mark in it says."""
    across, foot = sheet.across(field.column), sheet.foot(field.row)
    canvas.setStrokeGray(_GREY)
    canvas.rect(across - 1.2, foot + 0.8, 8.4, 9.4)
    canvas.setFillGray(0.35)
    canvas.setFont("Helvetica", 3.7)
    if field.column + 1 < _MIDDLE < field.column + 1 + len(field.says) / 2:
        canvas.drawRightString(across - 2.2, foot + 3.5, field.says)
    else:
        canvas.drawString(across + 8.2, foot + 3.5, field.says)


def _letter(canvas: Canvas, field: Field) -> None:
    """A diagnosis's letter, to which the lines point."""
    canvas.setFillGray(0.35)
    canvas.setFont("Helvetica", _LABEL + 1)
    canvas.drawString(sheet.across(field.column) - 8, sheet.down(field.row), field.number[2:])
