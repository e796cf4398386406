"""A policy's test saved as CSV."""

from __future__ import annotations

import csv
import re
from decimal import Decimal
from pathlib import Path

import pytest

from billing.services import sandbox_chunk
from billing.web import sandbox_csv
from registry.models import AccessLog
from tests.billing.sandbox.asking import CSV, READINGS, asked

pytestmark = pytest.mark.usefixtures("in_november")


def saved(answer):
    return list(csv.DictReader(b"".join(answer.streaming_content).decode().splitlines()))


def test_what_was_found_is_saved_as_csv(october, signed_in, dana, page, draft, payer):
    patient = october.chart(40, last_name="=1+1")
    october.chart(90)
    browser = signed_in(dana)
    name = browser.post(page, asked(draft)).url[-16:]
    answer = browser.get(CSV.format(payer.pk), {"test": name})
    assert answer["Content-Disposition"] == (
        'attachment; filename="elm-street-2026-10-policy-test.csv"'
    )
    first, second = saved(answer)
    assert tuple(first) == sandbox_csv.COLUMNS
    assert first | {"why": ""} == {
        "month": "2026-10",
        "record_number": patient.record_number,
        "patient_last_name": "'=1+1",
        "patient_first_name": "Pat",
        "kind": "added",
        "before": "What stands now",
        "after": "Draft from Dec 1, 2026 on (midpoint)",
        "outcome_before": "not_billable",
        "lines_before": "",
        "date_of_service_before": "",
        "charge_before": "",
        "billed_before": "0.00",
        "expected_before": "",
        "outcome_after": "billable",
        "lines_after": "99492 × 1",
        "date_of_service_after": "2026-10-31",
        "charge_after": "150.10",
        "billed_after": "150.10",
        "expected_after": "",
        "difference": "150.10",
        "claim_state": "",
        "why": "",
    }
    assert "36 minutes" in first["why"]
    assert Decimal(second["difference"]) == Decimal("60.05")
    assert AccessLog.objects.filter(user_id=dana.pk, page="policy_test_csv").count() == 1
    narrowed = browser.get(CSV.format(payer.pk), {"test": name, "kind": "changed"})
    assert [row["kind"] for row in saved(narrowed)] == ["changed"]


def test_charts_that_could_not_be_decided_end_the_file(
    october, signed_in, dana, page, draft, payer, monkeypatch
):
    patient = october.chart(40)
    monkeypatch.setattr(sandbox_chunk.decision, "of", lambda chart: 1 / 0)
    browser = signed_in(dana)
    name = browser.post(page, asked(draft)).url[-16:]
    (row,) = saved(browser.get(CSV.format(payer.pk), {"test": name}))
    assert (row["record_number"], row["kind"]) == (patient.record_number, "not_decided")
    assert "ZeroDivisionError" in row["why"]


def test_the_file_of_a_test_that_is_gone_leads_back_to_the_question(signed_in, dana, payer):
    answer = signed_in(dana).get(CSV.format(payer.pk), {"test": "0" * 16})
    assert (answer.status_code, answer.url) == (302, READINGS.format(payer.pk))


def test_every_column_is_documented():
    document = (Path(__file__).resolve().parents[3] / "docs/policy_test_csv.md").read_text()
    assert re.findall(r"^\| `(\w+)` \|", document, re.MULTILINE) == list(sandbox_csv.COLUMNS)
