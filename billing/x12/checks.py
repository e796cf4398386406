"""What keeps a file of claims from leaving.

A payer's front door rejects a whole file, or silently a claim, for things that no X12 validator
sees: a wrong check digit, a total that is not the sum, a replacement that names no original. Each
is found here first, as a `Problem` that names the field and says what to do. `problems` finds all
at once, so that a person mends them in one go.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, TypeAlias

from billing.x12 import claim_checks, fields, text
from billing.x12.document import AnyClaim, AnyDocument

Found: TypeAlias = tuple[str, str]


@dataclasses.dataclass(frozen=True, kw_only=True)
class Problem:
    """One thing that is wrong with one field.

    `path` leads to the field from the document, as in "claims[0].lines[1].units". `claim` is
    the claim's id ("" for what belongs to the file). `sentence` says what is wrong and what to do;
    it quotes nothing personal, so that it may be logged.
    """

    path: str
    sentence: str
    claim: str = ""

    @property
    def field(self) -> str:
        """The path from the claim on ("lines[1].units"); the whole path where it is the file's."""
        return re.sub(r"^claims\[\d+\]\.", "", self.path)


class Unsendable(Exception):
    """The document has problems and must not be written; `problems` holds each of them."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(f"{each.path}: {each.sentence}" for each in problems))


def refuse_problems(document: AnyDocument) -> None:
    """Raise `Unsendable` if the document has any problem."""
    found = problems(document)
    if found:
        raise Unsendable(found)


def problems(document: AnyDocument) -> tuple[Problem, ...]:
    """Everything that keeps this document from being sent, in the document's own order."""
    return (*_file_problems(document), *_claim_problems(document))


def _file_problems(document: AnyDocument) -> Iterator[Problem]:
    for name in ("interchange", "submitter", "receiver"):
        part = getattr(document, name)
        for path, sentence in _text_faults(part, f"{name}.", part.called):
            yield Problem(path=path, sentence=sentence)
    for path, sentence in _file_faults(document):
        yield Problem(path=path, sentence=sentence)


def _file_faults(document: AnyDocument) -> Iterator[Found]:
    if not document.submitter.phone and not document.submitter.email:
        yield (
            "submitter.phone",
            "The submitter's phone number is missing. Enter it, or an email address.",
        )
    if not document.claims:
        yield "claims", "The file holds no claim. Approve at least one."


def _claim_problems(document: AnyDocument) -> Iterator[Problem]:
    claims: tuple[AnyClaim, ...] = document.claims
    uses = Counter(text.plain(claim.id) for claim in claims)
    made_on = document.interchange.created_at.date()
    for place, claim in enumerate(claims):
        found = [*_text_faults(claim, "", claim.called), *claim_checks.faults(claim, made_on)]
        found += _doubled(claim, uses)
        for path, sentence in found:
            yield Problem(path=f"claims[{place}].{path}", sentence=sentence, claim=claim.id)


def _doubled(claim: AnyClaim, uses: Counter[str]) -> Iterator[Found]:
    if claim.id and uses[text.plain(claim.id)] > 1:
        yield "id", "The claim's id is used by another claim of this file. Give each its own."


def _text_faults(part: Any, path: str, owner: str) -> Iterator[Found]:
    """The faults of every text field of `part` and of what it is made of."""
    for name, sentence in fields.faults(part, owner):
        yield path + name, sentence
    for field in dataclasses.fields(part):
        inner = getattr(part, field.name)
        if dataclasses.is_dataclass(inner):
            called = getattr(inner, "called", owner)
            yield from _text_faults(inner, f"{path}{field.name}.", called)
        elif isinstance(inner, tuple):
            for place, each in enumerate(inner):
                if dataclasses.is_dataclass(each):
                    called = _numbered(each, place, "" if not path else owner)
                    yield from _text_faults(each, f"{path}{field.name}[{place}].", called)


def _numbered(part: Any, place: int, owner: str) -> str:
    """ "Line 2", and of what a line is made of "Line 2, decision 1"."""
    name = f"{part.called} {place + 1}"
    return f"{owner}, {name[0].lower()}{name[1:]}" if owner else name
