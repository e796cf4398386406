"""One thing that an audit found, before it is a row."""

from __future__ import annotations

from dataclasses import dataclass

TEXT_LIMIT = 300


@dataclass(frozen=True, kw_only=True)
class Found:
    """`text` is a sentence that names nobody; the ids say whom and what it is about."""

    kind: str
    text: str
    patient_id: int | None = None
    time_entry_id: int | None = None
    worker_id: int | None = None

    @property
    def key(self) -> tuple[str, int | None, int | None]:
        """What makes it the same finding in a second run."""
        return str(self.kind), self.patient_id, self.time_entry_id

    @property
    def fitting(self) -> str:
        return self.text if len(self.text) <= TEXT_LIMIT else f"{self.text[: TEXT_LIMIT - 1]}…"
