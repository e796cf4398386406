"""What Dana does for Rosa's claim of October."""

from __future__ import annotations

import csv
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.rosas_pages import follow

OCTOBER = "2026-10"


# 5. Dana


def dana_runs_the_true_up(person, worker, accessible):
    page = person.open(f"/p/elm-street/billing/{OCTOBER}/")
    page.get_by_role("button", name="Run the true-up now").click()
    expect(page.get_by_role("main")).to_contain_text("Waiting for a worker.")
    accessible(page)
    worker()
    page.get_by_role("link", name="Open the month").click()
    expect(page.get_by_role("heading", name="Billing, October 2026")).to_be_visible()
    expect(page.get_by_role("region", name="True-up")).to_contain_text("Final")


def dana_reads_why_and_approves(person, accessible):
    page = person.open("/p/elm-street/billing/")
    expect(page.get_by_role("navigation", name="Lanes")).to_contain_text("Clean 1")
    accessible(page)
    follow(page, "Delgado, Rosa")
    why = page.locator("#why")
    expect(why).to_contain_text("99492")
    expect(page.locator("#entries")).to_contain_text("0:22:00")
    accessible(page)
    follow(page, "To the month")
    page.get_by_role("button", name="Approve the clean claim").click()
    dialog = page.get_by_role("dialog", name="Approve the clean claims?")
    accessible(page)
    dialog.get_by_role("button", name="Approve 1 claim").click()
    said = "1 claim approved. Its month is locked for the log."
    expect(page.locator("#flash")).to_contain_text(said)


def dana_downloads_the_charges(person, folder):
    page = person.open(f"/p/elm-street/billing/{OCTOBER}/?lane=approved")
    with page.expect_download() as downloading:
        page.get_by_role("link", name="Charges as CSV, approved and sent").click()
    return list(csv.DictReader(saved(downloading.value, folder).splitlines()))


def dana_makes_and_downloads_the_file(person, accessible, folder):
    page = person.page
    page.get_by_role("button", name="Make the 837P files").click()
    expect(page.locator("#flash")).to_contain_text("1 file made. Download them below.")
    accessible(page)
    with page.expect_download() as downloading:
        page.get_by_role("link", name="Download").click()
    return saved(downloading.value, folder)


# What they share


def saved(download, folder):
    path = Path(folder) / download.suggested_filename
    download.save_as(path)
    return path.read_text()
