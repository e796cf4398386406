"""The rules of month-end billing: pure Python, MonthFacts in, Verdict out, no database or clock."""

from __future__ import annotations

from billing.rules.deciding import decide

__all__ = ["decide"]
