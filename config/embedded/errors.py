"""What goes wrong with the embedded servers, in words."""

from __future__ import annotations


class EmbeddedError(Exception):
    """An embedded server cannot be had. The message is one sentence for the person at the keys."""
