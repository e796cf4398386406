"""Back to where a thing was seen to stand against a month, once it is mended.

A mending link carries its page as `back`: an address of the same practice, of a page named in
`PLACES`, and nothing else.  Whatever form it leads to says where back is (`base.html`) and leads
there once it is saved, with `saved=1` in the address; the views know nothing of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit, urlunsplit

from django.http import HttpResponseRedirect
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.http import url_has_allowed_host_and_scheme

from registry import calendar
from registry.templatetags.formats import month_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http.response import HttpResponseBase

    from registry.web.access import PracticeRequest

#: Pages that can be come back to, by their addresses' names, as people call them.
PLACES: Mapping[str, str] = {
    "billing_month": "Billing, {month}",
    "month_closing": "the close of {month}",
    "claim": "the claim",
    "submissions": "the 837P files",
}
#: Where a form leads first, whatever it was opened for.
_FIRST = frozenset({"safety_flag"})
_LONGEST = 500


@dataclass(frozen=True)
class Back:
    url: str
    words: str


def carried(url: str, back: str) -> str:
    """An address that knows the way back."""
    if not back:
        return url
    return f"{url}{'&' if '?' in url else '?'}back={quote(back, safe='/')}"


def asked(request: PracticeRequest) -> Back | None:
    """Where the address says that one came from; None for whatever is no such page."""
    url = request.GET.get("back", "")
    if len(url) > _LONGEST or not url_has_allowed_host_and_scheme(url, allowed_hosts=None):
        return None
    match = _page(url)
    if match is None or match.kwargs.get("slug") != request.practice.slug:
        return None
    try:
        words = _words(match)
    except ValueError:
        return None
    return Back(url, words) if words else None


def lead(request: PracticeRequest, response: HttpResponseBase) -> HttpResponseBase:
    """The answer; after a form was saved, the way back in its stead."""
    back: Back | None = request.back
    if back is None or request.method != "POST" or response.status_code != 302:
        return response
    match = _page(response.headers["Location"])
    is_first = match is not None and match.url_name in _FIRST
    return response if is_first else HttpResponseRedirect(_saved(back.url))


def _saved(url: str) -> str:
    """The way back, saying that something was saved: the page may look again at what it was."""
    parts = urlsplit(url)
    query = f"{parts.query}&saved=1" if parts.query else "saved=1"
    return urlunsplit(parts._replace(query=query))


def _page(url: str) -> ResolverMatch | None:
    try:
        return resolve(urlsplit(url).path)
    except (Resolver404, ValueError):
        return None


def _words(match: ResolverMatch) -> str:
    """As the link says it; empty for a page that nobody comes back to.  Raises ValueError."""
    words = PLACES.get(match.url_name or "", "")
    if "{month}" not in words:
        return words
    return words.format(month=month_name(calendar.parse_month(match.kwargs["month"])))
