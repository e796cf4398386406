"""The audit packet on paper: its pages, names in any script, and text of any length."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from pypdf import PdfReader

from billing.services.packet_pdf import fonts
from registry.models import Patient
from tests.billing.october import NOVEMBER_2
from tests.billing.packing import build, content, pages_of, text_of

pytestmark = pytest.mark.django_db
DAY = dt.datetime(2026, 10, 20, 13, tzinfo=dt.UTC)


def test_every_page_says_whose_it_is_of_which_packet_and_which_of_how_many(packet, claim):
    pages = pages_of(packet.pdf)
    patient = claim.patient
    assert packet.pages == len(pages) > 2
    for number, text in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in text
        assert f"{patient.full_name}, record {patient.record_number}" in text
        assert f"Audit packet CT{claim.pk}, October 2026" in text
        assert "times: America/New_York" in text
        assert packet.sha256 in text


def test_a_tables_head_is_on_each_of_its_pages(october, make, alice, dana):
    claim = october.claim(75)
    for n in range(60):
        make.entry(claim.patient, alice, DAY + dt.timedelta(minutes=6 * n), 5)
    heads = [page for page in pages_of(build(claim, dana).pdf) if "Worked Counted Left out" in page]
    assert len(heads) >= 2


def test_the_pdf_has_a_title_a_language_an_outline_and_its_own_date(packet, claim):
    reader = PdfReader(io.BytesIO(bytes(packet.pdf)))
    assert reader.metadata.title == f"Audit packet CT{claim.pk}, October 2026"
    assert reader.metadata.creation_date == NOVEMBER_2
    assert reader.trailer["/Root"]["/Lang"] == "en-US"
    assert [each.title for each in reader.outline][:2] == ["1. Patient and month", "2. Consent"]


NAMES = [
    ("Łucja", "Núñez-O’Brien"), ("Zoë", "Đặng"), ("Ольга", "Κωνσταντίνου"), ("小龍", "李"),
    ("さくら", "김"), ("A & B", "<b>Strong</b>"), ("😀", "\u202eFlipped"), ("e\u0301", "Ǆ"),
    ("X" * 35, "W" * 60),
]  # fmt: skip


@pytest.mark.parametrize(("first", "last"), NAMES)
def test_any_name_can_be_printed(claim, dana, first, last):
    Patient.objects.filter(pk=claim.patient_id).update(first_name=first, last_name=last)
    packet = build(claim, dana)
    assert content(packet, "patient_month")["patient"]["name"] == f"{first} {last}"
    assert packet.pages > 2


@pytest.mark.parametrize("name", ["Łucja", "Núñez-O’Brien", "Đặng", "Ольга", "<b>Strong</b>"])
def test_names_of_many_languages_are_there_to_be_read(claim, dana, name):
    Patient.objects.filter(pk=claim.patient_id).update(first_name=name)
    assert name in text_of(build(claim, dana).pdf)


def test_a_letter_that_no_font_has_is_written_as_its_number():
    assert fonts.marked_up("a\U00013000") == "a[U+13000]"
    assert fonts.marked_up("a\x07b") == "ab"


def test_every_latin_font_is_embedded(packet):
    fonts_of = [
        font.get_object()
        for page in PdfReader(io.BytesIO(bytes(packet.pdf))).pages
        for font in page["/Resources"]["/Font"].values()
    ]
    descriptors = [each["/FontDescriptor"] for each in fonts_of if "/FontDescriptor" in each]
    assert descriptors
    assert all("/FontFile2" in each for each in descriptors)


def test_a_note_longer_than_a_page_is_told_to_its_end(october, make, alice, dana):
    claim = october.claim(75)
    make.entry(claim.patient, alice, DAY, 5, note="Talked. " * 2500 + "The end.")
    review = claim.patient.case_reviews.get()
    review.recommendation = "Go on. " * 2500 + "That is all."
    review.save()
    text = text_of(build(claim, dana).pdf)
    assert "The end.”" in text
    assert "That is all." in text
