"""The one error that reading a file may raise."""

from __future__ import annotations


class Unreadable(ValueError):
    """A file that cannot be read, or not to its end; nothing of it may be used.

    `segment` counts from 1 over the whole file (the ISA is the first); `tag` is the segment's id
    ("CLP"), or "" where there is none. The sentence quotes no value of the file, since a shifted
    element may be a name, so that it may be logged.
    """

    def __init__(self, *, segment: int, tag: str, what: str) -> None:
        self.segment = segment
        self.tag = tag
        name = f"Segment {segment} ({tag})" if tag else f"Segment {segment}"
        self.sentence = f"{name}: {what}"
        super().__init__(self.sentence)
