"""How a test's result and its statements are read."""

from __future__ import annotations

import re

#: A statement that changes rows, wherever in the query it stands.
CHANGES = re.compile(
    r"\b(?:INSERT INTO|UPDATE(?! OF)|DELETE FROM|COPY|TRUNCATE|MERGE INTO) \"?\w+\"?"
)


def counts(result):
    return {kind: total.count for kind, total in result.totals.items()}


def writes(captured):
    return [written for query in captured for written in CHANGES.findall(query["sql"])]
