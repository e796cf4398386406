"""Where a thing that stands against a claim is put right.

By rule it is the registry's map (`registry.web.mending`), by field of a file `file_mending`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from billing.web.file_mending import of_field
from registry.web.mending import Mend, Place, Rows, address_if_open, of_rule

__all__ = ["Mend", "Place", "Rows", "address_if_open", "of_field", "of_rule", "with_mends"]


def with_mends(reasons: Iterable[Mapping[str, Any]], rows: Rows) -> list[dict[str, Any]]:
    """Reasons, those that ask for something (our own notes too) each with where it is mended."""
    return [
        dict(reason)
        if reason["kind"] == "note" and "mend" not in reason
        else {**reason, **vars(of_rule(reason["rule"], rows))}
        for reason in reasons
    ]
