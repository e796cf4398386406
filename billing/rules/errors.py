"""What is wrong with what was given, and where."""

from __future__ import annotations


class FieldError(ValueError):
    """A value that the rules cannot take.

    ``field`` is the path of the value, such as ``time[2].end``; ``message`` is a sentence for a
    person that says what is wrong and what belongs there.
    """

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}" if field else message)
        self.field = field
        self.message = message
