"""A packet as PDF: `drawing.draw(document)`."""

from __future__ import annotations
