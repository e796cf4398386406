"""Reading an answer as a person does."""

from __future__ import annotations

import html
import re


def text(response):
    """The page's words: without marks, with single spaces."""
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split()))


def links(response):
    return [
        html.unescape(link) for link in re.findall(r'href="([^"]+)"', response.content.decode())
    ]
