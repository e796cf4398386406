"""Lists as CSV: streamed, however long, and safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from django.http import StreamingHttpResponse
from django.utils import timezone

from registry.services import access_log

if TYPE_CHECKING:
    from registry.web.access import PracticeRequest

#: What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class _Echo:
    """A file that hands each line on as it is written."""

    def write(self, line: str) -> str:
        return line


def answer(
    name: str, header: Sequence[str], rows: Iterable[Sequence[Any]]
) -> StreamingHttpResponse:
    """A download: `name` without its ending, the header, and each row as it is read.

    Nobody's name belongs in `name`: it stays in lists of downloads.
    """
    response = StreamingHttpResponse(lines(header, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    response["Cache-Control"] = "no-store"
    return response


def asked(request: PracticeRequest) -> bool:
    """Whether a list is wanted as a file: `?as=csv`, which `{% csv_link %}` writes."""
    return request.GET.get("as") == "csv"


def of_list(
    request: PracticeRequest, name: str, header: Sequence[str], rows: Iterable[Sequence[Any]]
) -> StreamingHttpResponse:
    """The list of a page, `name`, as a file of its practice.  Each download is noted as a look."""
    page = f"{name.replace('-', '_')}_csv"
    access_log.note(request.user, request.practice, None, page, timezone.now())
    return answer(f"{name}-{request.practice.slug}", header, rows)


def lines(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """The file, line by line."""
    writer = csv.writer(_Echo())
    yield writer.writerow(header)
    for row in rows:
        yield writer.writerow([cell(value) for value in row])


def cell(value: Any) -> str:
    """A value as text: None is empty, and an apostrophe stands before what would be a formula."""
    text = "" if value is None else str(value)
    is_words = isinstance(value, str)
    return f"'{text}" if is_words and text.lstrip(" ").startswith(_FORMULA) else text


def instant(at: dt.datetime | None) -> str:
    """An instant in UTC, to the second."""
    return at.astimezone(dt.UTC).isoformat(timespec="seconds") if at else ""
