"""Every list leaves as CSV, by its page's button, with the columns of docs/lists_csv.md."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from django.urls import reverse

from config.context import PAGES

DOCUMENT = Path(__file__).parent.parent.parent / "docs" / "lists_csv.md"
#: The page of each list, its file where it is not `?as=csv` of the page itself, and who reads it.
LISTS = {
    "caseload": ("caseload", "caseload_csv", "alice"),
    "caseload-numbers": ("caseload_numbers", "", "alice"),
    "patients": ("patients", "patients_csv", "alice"),
    "tasks": ("tasks", "", "alice"),
    "referrals": ("referrals", "referrals_csv", "alice"),
    "consents": ("consents", "", "alice"),
    "time": ("time_log", "time_csv", "alice"),
    "worker-week": ("worker_entries", "", "sue"),
    "reviews": ("reviews", "reviews_csv", "sam"),
    "caseload-reviews": ("meetings", "", "sam"),
    "log-audit": ("log_audit", "log_audit_csv", "sue"),
    "people": ("people", "", "sue"),
    "payers": ("payers", "", "dana"),
    "clinicians": ("clinicians", "", "dana"),
    "sites": ("sites", "", "dana"),
    "access-log": ("access_log", "", "ann"),
    "submissions": ("submissions", "", "dana"),
    "received-files": ("received_files", "", "dana"),
    "unmatched-payments": ("strays", "", "dana"),
    "denials": ("denials", "denials_csv", "dana"),
    "paid": ("paid", "", "dana"),
    "packets": ("packets", "", "dana"),
    "policies": ("payer_policies", "", "dana"),
    "exclusions": ("exclusions", "", "dana"),
    "logs-signed": ("logs_signed", "", "dana"),
    "true-up-changes": ("true_up_changes", "", "dana"),
    "report-rows": ("reports_rows", "", "dana"),
}
#: What a page has to be asked for, to show its list.
QUERIES = {"reports_rows": "?figure=claims&month=2026-10", "log_audit": "?week=2026-10-05"}
#: Lists whose columns have a document of their own.
ELSEWHERE = {
    "charges_csv": "charges_csv.md",
    "fees_csv": "fee_csv.md",
    "payer_policy_test_csv": "policy_test_csv.md",
}
#: Pages of the navigation and of the set-up that list nothing, or lead to lists.
NO_LISTS = {"billing", "reports", "practice_settings", "claim_settings", "destination", "fees"}


def documented():
    """The columns of each list, in order."""
    found = {}
    for line in DOCUMENT.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 2:
            found[cells[0].split(" ")[0]] = re.findall(r"`(\w+)`", cells[1])
    return {name: columns for name, columns in found.items() if columns}


@pytest.fixture
def browser(request, signed_in):
    return lambda name: signed_in(request.getfixturevalue(name))


def test_each_page_has_a_button_and_each_file_the_documented_columns(browser, the_practice):
    columns, wrong = documented(), {}
    for name, (page, file, who) in LISTS.items():
        reader, address = browser(who), the_practice.address(page)
        html = reader.get(address + QUERIES.get(page, "")).content.decode()
        link = re.search(r'href="([^"]*(?:as=csv|\.csv)[^"]*)"', html)
        target = link[1].replace("&amp;", "&") if link else ""
        if not target or (file and not target.startswith(the_practice.address(file))):
            wrong[name] = f"no button on {address}: {target}"
            continue
        answer = reader.get(address + target if target.startswith("?") else target)
        assert answer.streaming, "a list of any length has to leave line by line"
        header = next(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode())))
        if header != columns[name]:
            wrong[name] = header
    assert wrong == {}


def test_the_document_speaks_of_no_list_that_is_not_there():
    assert set(documented()) == set(LISTS)


def test_every_file_among_the_addresses_is_documented(the_practice):
    files = {name for name in the_practice.parameters if name.endswith("_csv")}
    assert files == {file for _, file, _ in LISTS.values() if file} | set(ELSEWHERE)


def test_every_page_of_the_navigation_and_the_set_up_is_a_list_or_known_to_be_none(
    browser, the_practice
):
    html = browser("sue").get(the_practice.address("payers")).content.decode()
    tabs = re.search(r'<nav class="ct-views" aria-label="Set-up">(.*?)</nav>', html, re.S)[1]
    at = {
        reverse(name, kwargs={"slug": "elm-street"}): name
        for name, needs in the_practice.parameters.items()
        if needs == {"slug"}
    }
    shown = {at[url] for url in re.findall(r'href="([^"]+)"', tabs)} | {page[0] for page in PAGES}
    assert shown <= {page for page, _, _ in LISTS.values()} | NO_LISTS
