"""Letters for a packet: embedded ones for most of the world's names, and a way out for the rest.

DejaVu Sans (`billing/data/fonts`) is embedded and has Latin with every accent, Greek, Cyrillic and
more.  Chinese, Japanese and Korean letters use the reader's own Asian fonts, which PDF only
names: a reader that has none leaves their place empty, and the text behind it is there all the
same.  What neither has is written as its Unicode number.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont

_FOLDER = Path(__file__).resolve().parent.parent.parent / "data" / "fonts"
REGULAR, BOLD = "DejaVu", "DejaVu-Bold"
_FILES = {REGULAR: "DejaVuSansCondensed.ttf", BOLD: "DejaVuSansCondensed-Bold.ttf"}
#: Ranges of code points, and the Asian font that a reader of PDF has for them.
_ASIAN = (
    (0x1100, 0x11FF, "HYSMyeongJo-Medium"),
    (0xAC00, 0xD7AF, "HYSMyeongJo-Medium"),
    (0x3040, 0x30FF, "HeiseiMin-W3"),
    (0x31F0, 0x31FF, "HeiseiMin-W3"),
    (0x2E80, 0x303F, "STSong-Light"),
    (0x3400, 0x9FFF, "STSong-Light"),
    (0xF900, 0xFAFF, "STSong-Light"),
    (0xFF00, 0xFFEF, "STSong-Light"),
)


@cache
def register() -> None:
    """Make the fonts known, once a process."""
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(_FOLDER / file)))
    for name in {font for _, _, font in _ASIAN}:
        pdfmetrics.registerFont(UnicodeCIDFont(name))
    pdfmetrics.registerFontFamily(REGULAR, REGULAR, BOLD, REGULAR, BOLD)


@cache
def _embedded() -> frozenset[int]:
    register()
    return frozenset(pdfmetrics.getFont(REGULAR).face.charToGlyph)


def marked_up(text: str) -> str:
    """Text for a paragraph: escaped, on its lines, each letter in a font that has it."""
    clean = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    runs = groupby(map(_letter, clean), key=lambda letter: letter[1])
    return "".join(_run("".join(one for one, _ in letters), font) for font, letters in runs)


def plain(text: str) -> str:
    """Text for a line that is drawn without mark-up: what is not embedded, as its number."""
    clean = unicodedata.normalize("NFC", text)
    return "".join(one if ord(one) in _embedded() else _number(one) for one in clean)


def _run(text: str, font: str) -> str:
    said = escape(text).replace("\n", "<br/>")
    return f'<font name="{font}">{said}</font>' if font else said


def _letter(letter: str) -> tuple[str, str]:
    """A letter as it is drawn, and its font: "" for the paragraph's own."""
    code = ord(letter)
    if letter in "\n\t" or code in _embedded():
        return (" " if letter == "\t" else letter), ""
    for first, last, font in _ASIAN:
        if first <= code <= last:
            return letter, font
    return _number(letter), ""


def _number(letter: str) -> str:
    """Letters of no font here, as `[U+1F600]`; what controls a terminal is left out."""
    if unicodedata.category(letter) in ("Cc", "Cf"):
        return ""
    return f"[U+{ord(letter):04X}]"
