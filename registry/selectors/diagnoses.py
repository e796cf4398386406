"""ICD-10-CM, looked up for the person who types; free of patients."""

from __future__ import annotations

from registry import icd10


def suggestions(text: str) -> list[icd10.Code]:
    """Billable codes that `text` may mean, behavioral ones first."""
    return icd10.search(text)


def named(text: str) -> icd10.Code | None:
    """The code that `text` writes, billable or not."""
    return icd10.find(text)
