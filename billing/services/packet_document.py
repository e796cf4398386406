"""A packet as data: its parts with a mark each, and one mark of all of it."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any

import orjson

from billing.models import Claim
from billing.selectors.claim_document import clm01
from billing.services.packet_parts import PARTS, material, said
from registry.calendar import month_text
from registry.models import User

KIND = "CareTally audit packet"
FORM = 1
HOW_TO_CHECK = (
    "Each sha256 is that of JSON with keys in order, without blanks between, in UTF-8: a part's of "
    "the value of its content, the packet's of the whole document without its last key, sha256. "
    "With jq: jq -cSj '.parts[0].content' FILE | sha256sum, and jq -cSj 'del(.sha256)' FILE | "
    "sha256sum."
)


def of(claim: Claim, *, by: User, now: dt.datetime) -> dict[str, Any]:
    """Everything that a packet of this claim says at this moment."""
    gathered = material.of(claim)
    document: dict[str, Any] = {
        "kind": KIND,
        "form": FORM,
        "claim": clm01(claim),
        "month": month_text(claim.month),
        "patient": {
            "name": claim.patient.full_name,
            "record_number": claim.patient.record_number,
        },
        "practice": claim.practice.name,
        "timezone": claim.practice.timezone,
        "made_at": said.instant(now),
        "made_by": by.full_name,
        "how_to_check": HOW_TO_CHECK,
        "parts": [_part(name, title, module.gather(gathered)) for name, title, module in PARTS],
    }
    return document | {"sha256": mark(document)}


def _part(name: str, title: str, content: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "title": title, "sha256": mark(content), "content": content}


def mark(value: Any) -> str:
    """The SHA-256 of a value as JSON in its one way of being written."""
    return hashlib.sha256(orjson.dumps(value, option=orjson.OPT_SORT_KEYS)).hexdigest()


def written(document: dict[str, Any]) -> bytes:
    """The document as a file: for people who look into it too."""
    return orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def read(content: bytes) -> dict[str, Any]:
    document: dict[str, Any] = orjson.loads(content)
    return document


def is_sound(document: dict[str, Any]) -> bool:
    """Whether every mark in it is right."""
    rest = {key: value for key, value in document.items() if key != "sha256"}
    parts = all(part["sha256"] == mark(part["content"]) for part in document["parts"])
    return bool(parts and document["sha256"] == mark(rest))
