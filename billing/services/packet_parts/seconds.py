"""Where the month's seconds went: counted, or left out for exactly one reason."""

from __future__ import annotations

from typing import Any

from billing.rules import words
from billing.services.packet_parts import said
from billing.services.packet_parts.blocks import Block, Facts, Table, Words
from billing.services.packet_parts.material import Material


def gather(material: Material) -> dict[str, Any]:
    """As the claim was decided, from what it keeps."""
    claim = material.claim
    excluded = claim.verdict.get("seconds", {}).get("excluded", {})
    return {
        "decided_at": said.instant(claim.decided_at),
        "worked": claim.worked_seconds,
        "counted": claim.counted_seconds,
        "excluded": [
            {"reason": reason, "why": words.EXCLUSIONS.get(reason, reason), "seconds": seconds}
            for reason, seconds in excluded.items()
        ],
    }


def blocks(content: dict[str, Any], zone: str) -> list[Block]:
    facts = Facts(
        [
            ("Worked", said.length(content["worked"])),
            ("Counted", said.length(content["counted"])),
            ("Decided", said.when(content["decided_at"], zone)),
        ]
    )
    if not content["excluded"]:
        return [facts, Words("Every worked second counted.")]
    rows = [[said.length(each["seconds"]), each["why"]] for each in content["excluded"]]
    return [facts, Table(("Left out", "Because"), rows, (1, 5))]
