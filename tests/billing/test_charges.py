"""The charge CSV: every column documented, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from billing.models import Claim
from billing.selectors import charges
from billing.services import submission
from registry.models import AccessLog
from tests.billing.october import NOVEMBER_2, OCTOBER

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november")]

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "charges_csv.md"
URL = "/p/elm-street/billing/2026-10/charges.csv"


def content(response):
    return b"".join(response.streaming_content).decode("utf-8")


def rows(response):
    return list(csv.DictReader(io.StringIO(content(response), newline="")))


def approve(*claims):
    Claim.objects.filter(pk__in=[claim.pk for claim in claims]).update(
        state="approved", approved_at=NOVEMBER_2, approved_by=claims[0].decided_by
    )


def test_every_column_is_documented_in_its_order():
    documented = re.findall(r"^\| `(\w+)` \|", DOCUMENT.read_text(), re.MULTILINE)
    assert tuple(documented) == charges.COLUMNS


def test_a_row_for_each_line_of_approved_and_sent_claims(october, signed_in, dana):
    one, two, draft = october.claim(75), october.claim(160), october.claim(75)
    approve(one, two)
    submission.build(practice=october.practice, month=OCTOBER, by=dana, now=NOVEMBER_2)
    found = rows(signed_in(dana).get(URL))
    assert {row["claim"] for row in found} == {f"CT{one.pk}", f"CT{two.pk}"}
    assert f"CT{draft.pk}" not in str(found)
    row = next(row for row in found if row["code"] == "99494")
    assert (row["units"], row["charge"], row["claim_total"]) == ("3", "180.15", "330.25")
    assert (row["line"], row["state"], row["month"]) == ("2", "sent", "2026-10")
    assert (row["date_of_service"], row["approved_on"]) == ("2026-10-31", "2026-11-02")
    assert (row["diagnoses"], row["minutes_counted"]) == ("F32.1", "160")
    assert row["file_name"].endswith(".837")
    assert (row["rendering_npi"], row["billing_npi"]) == ("1679576722", "1234567893")


def test_a_lane_can_be_asked_for(october, signed_in, dana):
    claim = october.claim(75)
    assert rows(signed_in(dana).get(URL)) == []
    assert [row["claim"] for row in rows(signed_in(dana).get(f"{URL}?lane=clean"))] == [
        f"CT{claim.pk}"
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", " =", "＝"])
def test_no_cell_is_run_as_a_formula(october, signed_in, dana, start):
    october.claim(75, last_name=f"{start}HYPERLINK(1)")
    (row,) = rows(signed_in(dana).get(f"{URL}?lane=clean"))
    assert row["patient_last_name"] == f"'{start}HYPERLINK(1)"


def test_names_of_any_alphabet_and_quotes_survive(october, signed_in, dana):
    october.claim(75, last_name='Núñez, "Ñ"', first_name="Łucja")
    (row,) = rows(signed_in(dana).get(f"{URL}?lane=clean"))
    assert (row["patient_last_name"], row["patient_first_name"]) == ('Núñez, "Ñ"', "Łucja")


def test_the_file_is_streamed_and_named_and_not_kept_by_the_browser(october, signed_in, dana):
    response = signed_in(dana).get(f"{URL}?lane=not_billable")
    assert response.streaming
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert (
        'filename="elm-street-2026-10-not-billable-charges.csv"' in response["Content-Disposition"]
    )
    assert response["Cache-Control"] == "no-store"
    assert content(response).count("\r\n") == 1
    assert AccessLog.objects.filter(page="charges_csv", user_id=dana.pk).count() == 1


def test_it_asks_as_much_for_two_hundred_claims_as_for_twenty(october, signed_in, dana):
    claim = october.claim(75)
    browser = signed_in(dana)
    browser.get(URL)
    counts = []
    for more in (19, 180):
        october.copies(claim, more)
        claim = Claim.objects.order_by("-pk").first()
        with CaptureQueriesContext(connection) as seen:
            rows(browser.get(f"{URL}?lane=clean"))
        counts.append(len(seen))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("who", "status"), [("dana", 200), ("sue", 200), ("ann", 200), ("bob", 403), ("charlie", 404)]
)
def test_who_may_have_it(request, october, signed_in, who, status):
    assert signed_in(request.getfixturevalue(who)).get(URL).status_code == status


def test_another_practice_s_claims_are_not_in_it(october, signed_in, dana, harbor):
    october.claim(75)
    assert rows(signed_in(dana).get("/p/harbor/billing/2026-10/charges.csv?lane=clean")) == []


def test_a_month_that_is_none_is_not_found(elm_street, signed_in, dana):
    assert signed_in(dana).get("/p/elm-street/billing/2026-99/charges.csv").status_code == 404
