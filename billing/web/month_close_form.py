"""Why what is open of a month may stay so when it is closed: a line for each group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from django import forms
from django.http import QueryDict

from billing.services import month_close as services
from registry.web.forms import base

if TYPE_CHECKING:
    from django.forms import BoundField

    from billing.web.month_close_page import OpenRow


class CloseForm(base.Form):
    """Fields `reason_GROUP`; the service says which of them is missing."""

    def __init__(self, data: QueryDict | None, *, open_rows: Iterable[OpenRow]) -> None:
        self.open_rows = list(open_rows)
        super().__init__(data)
        for row in self.open_rows:
            self.fields[_name(row)] = forms.CharField(
                label="Why they may stay open",
                max_length=services.MOST_REASON,
                error_messages={"required": services.lacking(row.group)},
            )

    def by_group(self) -> Iterator[tuple[OpenRow, BoundField]]:
        """Each group beside its field."""
        for row in self.open_rows:
            yield row, self[_name(row)]

    def reasons(self) -> dict[str, str]:
        """What was said, by group."""
        return {row.group.key: self.cleaned_data[_name(row)] for row in self.open_rows}


def _name(row: OpenRow) -> str:
    return f"{services.REASON}{row.group.key}"
