"""The reports' files have the columns that docs/reports_csv.md explains, each with its unit."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from billing.web import reports_form
from tests.billing.pages import links

pytestmark = pytest.mark.django_db

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "reports_csv.md"
REPORTS = "/p/elm-street/billing/reports/"
FILES = {
    "revenue": "?",
    "causes": "?of=causes&",
    "minutes": "minutes/?",
    "speed": "speed/?",
    "return": "return/?",
    "costs": "rows/?what=cost&",
    "rows": "rows/?what=expected&",
    "entries": "rows/?what=minutes&rows=entries&",
}


def documented():
    """(columns, units) of each file that the document explains."""
    parts = re.split(r"^## (\w+)$", DOCUMENT.read_text(), flags=re.MULTILINE)[1:]
    found = {}
    for name, body in zip(parts[::2], parts[1::2], strict=True):
        rows = re.findall(r"^\| `(\w+)` \|(.+)\|(.+)\|$", body, flags=re.MULTILINE)
        found[name] = [row[0] for row in rows]
        assert all(meaning.strip() and unit.strip() for _, meaning, unit in rows)
    return found


def header(browser, address):
    answer = browser.get(f"{REPORTS}{address}as=csv")
    assert answer.status_code == 200
    return next(csv.reader(b"".join(answer.streaming_content).decode().splitlines()))


def test_every_file_is_explained_column_by_column(signed_in, dana, elm_street):
    browser = signed_in(dana)
    written = {name: header(browser, address) for name, address in FILES.items()}
    assert written == documented()


@pytest.mark.parametrize("by", reports_form.BY_LABELS)
def test_the_first_column_of_revenue_says_what_it_is_told_by(signed_in, dana, elm_street, by):
    found = header(signed_in(dana), f"?by={by}&")
    assert found == [by, *documented()["revenue"][1:]]
    assert f"`{by}`" in DOCUMENT.read_text()


def test_every_page_that_has_a_file_is_tried(signed_in, dana, elm_street):
    browser = signed_in(dana)
    for address in FILES.values():
        page = browser.get(f"{REPORTS}{address.replace('of=causes&', '')}")
        assert any("as=csv" in link for link in links(page)), address
