"""Drawing a line of template, and reading it as a person does."""

from __future__ import annotations

import re

from django.template import Context, Template
from django.test import RequestFactory


def draw(text, /, **values):
    """Render a line of template; `query` becomes the request's query string."""
    request = RequestFactory().get(f"/x/?{values.pop('query', '')}")
    return Template("{% load components %}" + text).render(Context({"request": request, **values}))


def words(html):
    """What a person reads."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("&nbsp;", " ").split())
