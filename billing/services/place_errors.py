"""What can go wrong at a place that files are put into; each a sentence for a person."""

from __future__ import annotations


class PlaceError(Exception):
    """`str()` is the sentence."""


class Trouble(PlaceError):
    """It may pass: to be tried again."""


class Hopeless(PlaceError):
    """It will not pass by itself: a person has to look."""
