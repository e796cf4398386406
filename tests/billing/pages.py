"""Reading an answer as a person does."""

from __future__ import annotations

import html
import re


def text(response):
    """The page's words: without marks, with single spaces."""
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split()))


def whole_forms(browser, response):
    """Where the forms in place of a page lead for more: each to the page of the whole row."""
    forms = [link for link in links(response) if "/mend/" in link]
    return [
        link.partition("#")[0].partition("?")[0] + "#" + link.partition("#")[2]
        for form in forms
        for link in links(browser.get(form, headers={"HX-Request": "true"}))
    ]


def links(response):
    return [
        html.unescape(link) for link in re.findall(r'href="([^"]+)"', response.content.decode())
    ]
