"""How each thing in a packet looks: black on white, made to be printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import singledispatch
from typing import Any

from reportlab.lib.colors import Color, black
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, LongTable, Paragraph, TableStyle

from billing.rules.node import Node
from billing.services.packet_parts.blocks import Facts, Table, Title, Tree, Words
from billing.services.packet_pdf.fonts import BOLD, REGULAR, marked_up, plain
from registry.templatetags.formats import month_name

_QUIET = Color(0.33, 0.33, 0.33)
_LINE = Color(0.7, 0.7, 0.7)
_HEAD = Color(0.93, 0.93, 0.93)
_STEP = 14


def _style(name: str, size: float, font: str = REGULAR, **more: Any) -> ParagraphStyle:
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=size * 1.32, **more)


BODY = _style("Body", 8.5, spaceAfter=3)
LEAD = _style("Lead", 8.5, spaceBefore=4, spaceAfter=2, keepWithNext=1)
CELL = _style("Cell", 7.5)
TOP = _style("Top", 8.5, BOLD)
HEAD = _style("Head", 7.5, BOLD)
SMALL = _style("Small", 7, textColor=_QUIET, spaceAfter=3)
TITLE = _style("Title", 16, BOLD, spaceAfter=6)
PART = _style("Part", 12, BOLD, spaceBefore=16, spaceAfter=2, keepWithNext=1)
SECTION = _style("Section", 9, BOLD, spaceBefore=8, spaceAfter=3, keepWithNext=1)
_RULES = TableStyle(
    [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, _LINE),
    ]
)
_WITH_HEAD = TableStyle(
    [("BACKGROUND", (0, 0), (-1, 0), _HEAD), ("LINEBELOW", (0, 0), (-1, 0), 0.8, black)],
    parent=_RULES,
)


class _Part(Paragraph):
    """A part's heading; the template asks for its name."""

    part = ""


def heading(text: str) -> Flowable:
    return Paragraph(marked_up(text), TITLE)


def quiet(text: str) -> Flowable:
    return Paragraph(marked_up(text), SMALL)


def part(title: str, name: str, sha256: str) -> Iterator[Flowable]:
    """A part's heading with its mark; never alone at the foot of a page."""
    yield CondPageBreak(90)
    head = _Part(marked_up(title), PART)
    head.part = name
    yield head
    yield quiet(f"SHA-256 {sha256}")


@singledispatch
def drawn(block: Any, width: float) -> Iterator[Flowable]:
    """What a block becomes on a page of that width."""
    raise TypeError(f"no way to draw {type(block).__name__}")


@drawn.register
def _(block: Title, width: float) -> Iterator[Flowable]:
    yield Paragraph(marked_up(block.text), SECTION)


@drawn.register
def _(block: Words, width: float) -> Iterator[Flowable]:
    look = LEAD if block.leads else SMALL if block.is_quiet else BODY
    yield Paragraph(marked_up(block.text), _set_in(look, block.level))


@drawn.register
def _(block: Facts, width: float) -> Iterator[Flowable]:
    rows = [[Paragraph(marked_up(term), HEAD), _cell(text)] for term, text in block.rows]
    yield _table(rows, [width * 0.24, width * 0.76], _RULES)


@drawn.register
def _(block: Table, width: float) -> Iterator[Flowable]:
    share = width / sum(block.widths)
    head = [Paragraph(marked_up(text), HEAD) for text in block.head]
    rows = [head, *([_cell(text) for text in row] for row in block.rows)]
    yield _table(rows, [each * share for each in block.widths], _WITH_HEAD, repeatRows=1)


@drawn.register
def _(block: Tree, width: float) -> Iterator[Flowable]:
    yield from _node(block.node, 0)


def _node(node: Mapping[str, Any], level: int) -> Iterator[Flowable]:
    said = Node(node["label"], node["value"], node["detail"])
    yield Paragraph(marked_up(said.sentence), _set_in(BODY, level))
    if node["reference"]:
        yield Paragraph(marked_up(f"({node['reference']})"), _set_in(SMALL, level))
    for child in node["children"]:
        yield from _node(child, level + 1)


def _cell(text: str) -> Flowable:
    return Paragraph(marked_up(text), CELL)


def _table(rows: list[Any], widths: list[float], look: TableStyle, **more: Any) -> Flowable:
    """A table that breaks between pages, inside a row too where a note is longer than a page."""
    made = LongTable(rows, colWidths=widths, style=look, splitInRow=1, **more)
    made.spaceBefore, made.spaceAfter = 2, 6
    return made


def _set_in(look: ParagraphStyle, level: int) -> ParagraphStyle:
    if not level:
        return look
    return ParagraphStyle(f"{look.name}{level}", parent=look, leftIndent=min(level, 8) * _STEP)


def frame(
    canvas: Any, document: dict[str, Any], *, page: int, pages: int, left: float, right: float
) -> None:
    """Every page's head and foot: whose it is, of which packet, and which page of how many."""
    patient = document["patient"]
    top, foot = canvas._pagesize[1] - 44, 40
    canvas.setFillColor(black)
    name = Paragraph(marked_up(f"{patient['name']}, record {patient['record_number']}"), TOP)
    name.wrap(right - left - 170, 40)
    name.drawOn(canvas, left, top - 3)  # a long name goes on above
    canvas.setFont(REGULAR, 8)
    packet = f"Audit packet {document['claim']}, {month_name(document['month'])}"
    canvas.drawRightString(right, top, packet)
    canvas.setLineWidth(0.6)
    canvas.line(left, top - 6, right, top - 6)
    canvas.line(left, foot + 12, right, foot + 12)
    canvas.setFont(REGULAR, 7)
    canvas.drawString(left, foot, plain(f"{document['practice']}; times: {document['timezone']}"))
    canvas.drawRightString(right, foot, f"Page {page} of {pages}")
    canvas.setFont(REGULAR, 6)
    canvas.drawString(left, foot - 10, f"Packet SHA-256 {document['sha256']}")
