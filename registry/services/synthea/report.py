"""What an import did with each row of a file."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Remark:
    """A row that was refused, or taken without one of its values, and why.  No name, no date."""

    row: int
    reason: str


@dataclass(kw_only=True)
class FileReport:
    """Counts of rows.  Passed over are rows of a kind that a registry has no room for."""

    name: str
    taken: int = 0
    unchanged: int = 0
    passed_over: int = 0
    refused: list[Remark] = field(default_factory=list)
    gaps: list[Remark] = field(default_factory=list)

    def summary(self) -> str:
        """One line for the console."""
        return (
            f"{self.name}: {self.taken} taken, {self.unchanged} unchanged, "
            f"{len(self.refused)} refused, {self.passed_over} passed over"
        )
