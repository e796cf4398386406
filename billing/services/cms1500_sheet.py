"""The sheet that a CMS-1500 is printed on: where its lines and columns lie, in points.

The form's first column begins 0.3 inches from the left edge, and its first item's line 1.33 inches
from the top: the National Uniform Claim Committee's printing standards for 02/12.
"""

from __future__ import annotations

from reportlab.lib.pagesizes import letter

from billing.x12.cms1500_form import COLUMNS_BEFORE, LINES_ABOVE

WIDTH, HEIGHT = letter
#: 10 characters and 6 lines to an inch.
COLUMN, LINE = 7.2, 12.0
#: Letters stand this much above the foot of their line, clear of the rule below.
RISE = 2.4


def across(column: int) -> float:
    """Points from the left edge to where the column begins."""
    return (COLUMNS_BEFORE + column - 1) * COLUMN


def foot(row: int) -> float:
    """Points from the lower edge to the foot of the line."""
    return float(HEIGHT) - (LINES_ABOVE + row) * LINE


def down(row: int) -> float:
    """Points from the lower edge to what the line's letters stand on."""
    return foot(row) + RISE
