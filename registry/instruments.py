"""The validated scales: their items, their answers, what a total means, and who says so.

PHQ-9, PHQ-2 and GAD-7 were developed by Robert L. Spitzer, Janet B. W. Williams, Kurt Kroenke and
colleagues, with an educational grant from Pfizer.  Their publishers require no permission to
reproduce, translate, display or distribute them (phqscreeners.com).
"""

from __future__ import annotations

from dataclasses import dataclass

from registry.vocabulary import Instrument

QUESTION = "Over the last 2 weeks, how often have you been bothered by the following problems?"
ANSWERS = ((0, "Not at all"), (1, "Several days"), (2, "More than half the days"),
           (3, "Nearly every day"))  # fmt: skip
MOST_AN_ITEM = 3
#: The place of PHQ-9's question about thoughts of death or self-harm, counted from 0.
ITEM_NINE = 8

_PHQ9 = (
    "Little interest or pleasure in doing things",
    "Feeling down, depressed, or hopeless",
    "Trouble falling or staying asleep, or sleeping too much",
    "Feeling tired or having little energy",
    "Poor appetite or overeating",
    "Feeling bad about yourself – or that you are a failure or have let yourself or your family "
    "down",
    "Trouble concentrating on things, such as reading the newspaper or watching television",
    "Moving or speaking so slowly that other people could have noticed? Or the opposite – being so "
    "fidgety or restless that you have been moving around a lot more than usual",
    "Thoughts that you would be better off dead, or of hurting yourself in some way",
)
_GAD7 = (
    "Feeling nervous, anxious, or on edge",
    "Not being able to stop or control worrying",
    "Worrying too much about different things",
    "Trouble relaxing",
    "Being so restless that it is hard to sit still",
    "Becoming easily annoyed or irritable",
    "Feeling afraid, as if something awful might happen",
)


@dataclass(frozen=True)
class Band:
    """Totals from `least` on, up to the next band, are called this."""

    least: int
    word: str
    tone: str


@dataclass(frozen=True)
class Scale:
    name: Instrument
    items: tuple[str, ...]
    bands: tuple[Band, ...]
    source: str

    @property
    def most(self) -> int:
        """The highest total."""
        return len(self.items) * MOST_AN_ITEM

    def band(self, total: int) -> Band:
        return next(band for band in reversed(self.bands) if total >= band.least)


SCALES = {
    Instrument.PHQ9: Scale(
        Instrument.PHQ9,
        _PHQ9,
        (
            Band(0, "minimal", "success"),
            Band(5, "mild", "info"),
            Band(10, "moderate", "warning"),
            Band(15, "moderately severe", "danger"),
            Band(20, "severe", "danger"),
        ),
        "Kroenke, Spitzer, Williams: The PHQ-9. J Gen Intern Med 2001;16:606–613.",
    ),
    Instrument.GAD7: Scale(
        Instrument.GAD7,
        _GAD7,
        (
            Band(0, "minimal", "success"),
            Band(5, "mild", "info"),
            Band(10, "moderate", "warning"),
            Band(15, "severe", "danger"),
        ),
        "Spitzer, Kroenke, Williams, Löwe: The GAD-7. Arch Intern Med 2006;166:1092–1097.",
    ),
    Instrument.PHQ2: Scale(
        Instrument.PHQ2,
        _PHQ9[:2],
        (Band(0, "negative screen", "success"), Band(3, "positive screen", "warning")),
        "Kroenke, Spitzer, Williams: The PHQ-2. Med Care 2003;41:1284–1292.",
    ),
}


def scale(name: str) -> Scale | None:
    """The scale of that name; None for a word that names none."""
    return SCALES[Instrument(name)] if name in Instrument.values else None


def severity(name: str, total: int) -> str:
    """What a total means, in the publication's word: `severity("PHQ-9", 14)` is moderate."""
    return SCALES[Instrument(name)].band(total).word
