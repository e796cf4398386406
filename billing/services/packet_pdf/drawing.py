"""A packet on paper.  It says what the document says, and is drawn from the document alone.

The same document gives the same bytes: it is drawn twice, first to learn how many pages there are
and on which each part begins, and its only stamp is the one in the document.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from reportlab.lib.pagesizes import letter
from reportlab.lib.units import inch
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate

from billing.services.packet_parts import PARTS, said
from billing.services.packet_parts.blocks import Table, Title
from billing.services.packet_pdf import fonts, overview, paper
from billing.services.packet_pdf.canvas import Canvas
from registry.templatetags.formats import month_name

MARGIN, TOP, BOTTOM = 0.75 * inch, 0.95 * inch, 0.85 * inch
WIDTH = letter[0] - 2 * MARGIN


@dataclass(frozen=True)
class Places:
    """How many pages there are, and on which each part begins; nothing before it was drawn."""

    pages: int = 0
    begins: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Drawn:
    content: bytes
    pages: int


def draw(document: dict[str, Any]) -> Drawn:
    """The packet as PDF."""
    fonts.register()
    _, places = _drawn(document, Places())
    content, _ = _drawn(document, places)
    return Drawn(content, places.pages)


def _drawn(document: dict[str, Any], places: Places) -> tuple[bytes, Places]:
    into = io.BytesIO()
    template = _Template(into, document, places)
    template.build(
        list(_story(document, places)), canvasmaker=partial(Canvas, made_at=document["made_at"])
    )
    return into.getvalue(), Places(template.page, template.begins)


class _Template(BaseDocTemplate):
    """Pages with a head and a foot; notes where each part begins, for the list and the outline."""

    def __init__(self, into: io.BytesIO, document: dict[str, Any], places: Places) -> None:
        title = f"Audit packet {document['claim']}, {month_name(document['month'])}"
        super().__init__(
            into,
            pagesize=letter,
            title=title,
            author=document["practice"],
            subject="The evidence behind a patient's month of care management",
            creator="CareTally",
            lang="en-US",
            invariant=1,
            displayDocTitle=True,
            initialFontName=fonts.REGULAR,
        )
        self.document, self.places, self.begins = document, places, {}  # type: ignore[var-annotated]
        height = letter[1] - TOP - BOTTOM
        frame = Frame(
            MARGIN, BOTTOM, WIDTH, height, leftPadding=0, rightPadding=0, topPadding=0,
            bottomPadding=0,
        )  # fmt: skip
        self.addPageTemplates(PageTemplate("page", frames=[frame], onPage=self._frame_of_page))

    def afterFlowable(self, flowable: Flowable) -> None:
        """reportlab's own hook, after each thing that was drawn."""
        name = getattr(flowable, "part", "")
        if name:
            self.begins[name] = self.page
            self.canv.bookmarkPage(name)
            self.canv.addOutlineEntry(flowable.getPlainText(), name, 0)

    def _frame_of_page(self, canvas: Any, template: BaseDocTemplate) -> None:
        paper.frame(
            canvas,
            self.document,
            page=template.page,
            pages=self.places.pages,
            left=MARGIN,
            right=MARGIN + WIDTH,
        )


def _story(document: dict[str, Any], places: Places) -> Iterator[Flowable]:
    yield paper.heading("Audit packet")
    yield paper.quiet(_made(document))
    yield from paper.drawn(Title("The month in short"), WIDTH)
    yield from paper.drawn(_short(document, places), WIDTH)
    yield from paper.drawn(Title("Parts, each with its mark"), WIDTH)
    yield from paper.drawn(_list(document, places), WIDTH)
    yield paper.quiet(f"SHA-256 of the whole packet: {document['sha256']}")
    yield paper.quiet(document["how_to_check"])
    modules = {name: module for name, _, module in PARTS}
    for number, part in enumerate(document["parts"], start=1):
        if number == 1:
            yield PageBreak()  # the first page is of the whole
        yield from paper.part(f"{number}. {part['title']}", part["name"], part["sha256"])
        for block in modules[part["name"]].blocks(part["content"], document["timezone"]):
            yield from paper.drawn(block, WIDTH)


def _made(document: dict[str, Any]) -> str:
    at = said.when(document["made_at"], document["timezone"])
    return (
        f"Built {at}, by {document['made_by']}, {document['practice']}. "
        f"All times are those of the practice ({document['timezone']}); lengths of time are hours, "
        "minutes and seconds."
    )


def _short(document: dict[str, Any], places: Places) -> Table:
    """What an auditor asks for, as the parts answer it, and where."""
    rows = [
        [what, found, str(places.begins.get(name, ""))]
        for what, found, name in overview.rows(document)
    ]
    return Table(("Asked for", "What the record says", "Page"), rows, (1.8, 5.6, 0.6))


def _list(document: dict[str, Any], places: Places) -> Table:
    rows = [
        [f"{number}. {part['title']}", str(places.begins.get(part["name"], "")), part["sha256"]]
        for number, part in enumerate(document["parts"], start=1)
    ]
    return Table(("Part", "Page", "SHA-256"), rows, (2.4, 0.6, 5))
