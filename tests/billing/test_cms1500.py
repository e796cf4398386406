"""The CMS-1500 as PDF, read back: data on the form's grid, and a copy that is none."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from billing.models import Claim, ClaimSettings, Submission, SubmissionDownload
from billing.x12 import cms1500_form
from tests.billing.october import NOVEMBER_2
from tests.billing.pages import text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november")]

CLAIMS = "/p/elm-street/billing/claims/"
FILES = "/p/elm-street/billing/submissions/"


@pytest.fixture
def approved(october):
    def build(**fields):
        claim = october.claim(75, **fields)
        Claim.objects.filter(pk=claim.pk).update(
            state="approved", approved_at=NOVEMBER_2, approved_by=october.dana
        )
        return claim

    return build


def read(answer):
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Cache-Control"] == "no-store"
    return PdfReader(io.BytesIO(answer.content)).pages


def placed(page):
    """Each text with the row and column of the form that it lies on."""
    found = {}

    def visit(words, _, matrix, __, ___):
        if words.strip():
            column = round(matrix[4] / 7.2, 2) - 2
            row = round((792 - matrix[5] + 2.4) / 12, 2) - 2
            found.setdefault(words.strip(), (row, column))

    page.extract_text(visitor_text=visit)
    return found


def test_data_alone_lie_on_the_form_s_grid(approved, signed_in, dana):
    claim = approved(last_name="Quist", first_name="Odell")
    (page,) = read(signed_in(dana).get(f"{CLAIMS}{claim.pk}/cms1500.pdf"))
    found = placed(page)
    assert found["QUIST, ODELL"] == (10, 1)
    assert found[f"CT{claim.pk}"] == (56, 23)
    assert found["99492"] == (44, 25)
    assert found["EMPIRE HEALTH PLAN"] == (2, 44)
    assert "SUBMISSION" not in page.extract_text().upper()


def test_the_practice_s_shift_moves_all_of_it(approved, signed_in, dana, elm_street):
    ClaimSettings.objects.create(practice=elm_street, form_x="2.5", form_y="-1.0")
    claim = approved()
    (page,) = read(signed_in(dana).get(f"{CLAIMS}{claim.pk}/cms1500.pdf"))
    row, column = placed(page)[f"CT{claim.pk}"]
    assert round((column - 23) * 7.2 / 72 * 25.4, 1) == 2.5
    assert round((row - 56) * 12 / 72 * 25.4, 1) == -1.0


def test_the_alignment_sheet_fills_every_field_and_follows_the_shift(signed_in, dana, elm_street):
    address = "/p/elm-street/billing/settings/alignment.pdf"
    browser = signed_in(dana)
    (page,) = read(browser.get(address))
    assert placed(page)["X" * 28] == (10, 1)  # the patient's name, the first of that width
    before = page.extract_text().count("X")
    assert before == sum(
        box.width * (6 if box.number.startswith("24") else 1)
        for box in cms1500_form.FIELDS.values()
    )
    ClaimSettings.objects.create(practice=elm_street, form_x="2.5", form_y="0")
    (moved,) = read(browser.get(address))
    assert round((placed(moved)["X" * 26][1] - placed(page)["X" * 26][1]) / 10 * 25.4, 1) == 2.5


def test_a_copy_to_read_says_that_it_is_none(approved, signed_in, dana):
    claim = approved(last_name="Quist")
    (page,) = read(signed_in(dana).get(f"{CLAIMS}{claim.pk}/cms1500.pdf?read=yes"))
    said = page.extract_text()
    for words in ("NOT FOR SUBMISSION", "1a", "patient's name", "11d"):
        assert words in said
    assert "QUIST" in said.replace("\n", "").replace(" ", "")


def test_a_claim_with_a_gap_is_not_printed_but_can_be_read(approved, signed_in, dana):
    claim = approved(zip_code="")
    browser = signed_in(dana)
    answer = browser.get(f"{CLAIMS}{claim.pk}/cms1500.pdf", follow=True)
    assert "Not printed. The subscriber's ZIP code is missing" in text(answer)
    assert len(read(browser.get(f"{CLAIMS}{claim.pk}/cms1500.pdf?read=yes"))) == 1


def test_a_draft_is_not_printed(october, signed_in, dana):
    claim = october.claim(75)
    answer = signed_in(dana).get(f"{CLAIMS}{claim.pk}/cms1500.pdf", follow=True)
    assert "Only an approved or sent claim" in text(answer)


def test_a_file_s_claims_are_printed_in_its_order_and_the_look_is_kept(approved, signed_in, dana):
    claims = [approved(), approved()]
    browser = signed_in(dana)
    browser.post("/p/elm-street/billing/2026-10/files/")
    made = Submission.objects.get()
    pages = read(browser.get(f"{FILES}{made.pk}/cms1500.pdf"))
    assert [
        f"CT{claim.pk}" in page.extract_text() for claim, page in zip(claims, pages, strict=True)
    ] == [
        True,
        True,
    ]
    assert SubmissionDownload.objects.count() == 1


def test_the_same_claim_gives_the_same_bytes(approved, signed_in, dana):
    claim = approved()
    browser = signed_in(dana)
    address = f"{CLAIMS}{claim.pk}/cms1500.pdf"
    assert browser.get(address).content == browser.get(address).content
