"""The audit packet of one claim: what it says."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re

import pytest
from django.core.files.base import ContentFile

from billing.selectors import explanations
from billing.services.packet_parts import PARTS
from billing.services.packet_pdf import overview
from registry.models import TimeEntry
from tests.billing.october import NOVEMBER_2
from tests.billing.packing import build, content, pages_of, text_of

pytestmark = pytest.mark.django_db
DAY = dt.datetime(2026, 10, 20, 13, tzinfo=dt.UTC)


def test_the_pdf_tells_everything_that_an_auditor_asks_for(packet):
    text = text_of(packet.pdf)
    for words in (
        "Verbal consent, in force in the month",
        "A consultant may be involved; Cost sharing may apply; One practitioner bills per month",
        "Initiating visit Oct 1, 2026",
        "F32.1",
        "Billing practitioner Priya Natarajan MD 1679576722",
        "Recommendation Go on with the plan; score again in two weeks.",
        "Accepted with changes: “Start lower.” (Priya Natarajan, MD,",
        "Warning signs Not sleeping",
        "PHQ-9 14 total alone",
        "Approved Nov 2, 2026, 10:00:00 AM EST, by Dana Reyes",
        "elm-street-2026-10-empire",
        "99492 none 1 $150.10",
        "Payments None was received.",
    ):
        assert words in text, words


def test_the_first_page_answers_what_an_auditor_asks_for_and_where(packet):
    pages = pages_of(packet.pdf)
    first = pages[0]
    for words in (
        "Consent Verbal, Sep 30, 2026",
        "Initiating visit Oct 1, 2026",
        "Diagnosis F32.1",
        "Billing practitioner: Priya Natarajan, MD; Care manager: Alice Moreno",
        "nothing: every worked second counted",
        "Score PHQ-9 14",
        "Relapse-prevention plan made Oct 20, 2026",
        "accepted with changes",
        "99492 × 1; 75 minutes counted",
        "Claim $150.10 charged, sent Nov 2, 2026",
        "What became of it no payer has decided it",
    ):
        assert words in first, words
    entries = content(packet, "time")["entries"]
    assert f"1:15:00 counted, of {len(entries)} entries (1 by hand" in first
    assert "1 void)" in first
    rows = overview.rows(json.loads(bytes(packet.document)))
    titles = {name: title for name, title, _ in PARTS}
    for what, found, name in rows:
        page = re.search(rf"{re.escape(what)} {re.escape(found)} (\d+)", first)
        assert titles[name] in pages[int(page[1]) - 1], what
    assert "1. Patient and month" in pages[1]


def test_the_first_page_says_what_is_lacking(october, dana):
    claim = october.claim(without="consent,review,measure")
    first = pages_of(build(claim, dana).pdf)[0]
    for words in ("none in force in the month", "none recorded", "none in the month", "not sent"):
        assert words in first, words


def test_an_entry_tells_its_origin_stamps_and_why_it_is_void(packet):
    text = text_of(packet.pdf)
    assert "By hand, late, void" in text
    assert "Entered by hand, because: The phone was off." in text
    assert "Documented late" in text
    assert "Voided Nov 2, 2026, 10:00:00 AM EST, Alice Moreno: “Entered twice.”" in text
    void = next(e for e in content(packet, "time")["entries"] if e["status"] == "Voided")
    assert (void["created_at"], void["is_late"]) == ("2026-11-02T15:00:00Z", True)
    assert void["history"][0]["what"] == ["Entered: Oct 22, 2026, 9:00 AM–9:15 AM."]


def test_an_entry_of_after_the_decision_is_told_apart_from_what_the_claim_counted(packet):
    entries = content(packet, "time")["entries"]
    told = {e["status"]: (e["is_in_claim"], e["counted"]) for e in entries}
    assert told == {
        "Confirmed": (True, 900), "Voided": (False, None), "Needs review": (False, None),
    }  # fmt: skip
    assert "logged after it was decided" in text_of(packet.pdf)


def test_a_change_of_an_entry_stays_in_its_history(october, alice, dana):
    claim = october.claim(75)
    entry = claim.patient.time_entries.first()
    TimeEntry.objects.filter(pk=entry.pk).update(note="Spoke of sleep.")
    found = content(build(claim, dana), "time")["entries"][0]["history"]
    assert [event["what"] for event in found][1:] == [["A note was written."]]


def test_the_seconds_left_out_say_why(october, make, alice, dana):
    claim_of = october.chart(75)
    make.entry(claim_of, alice, DAY, 10, activity="clerical")
    october.true_up()
    packet = build(claim_of.claims.get(), dana)
    assert content(packet, "seconds")["excluded"] == [
        {"reason": "clerical", "why": "clerical work never counts", "seconds": 600}
    ]
    assert "0:10:00 clerical work never counts" in text_of(packet.pdf)


def test_the_rule_is_told_in_the_words_of_the_claims_own_explanation(packet, claim):
    text = text_of(packet.pdf).replace(" ", "")

    def sentences(node):
        yield node.sentence
        if node.reference:
            yield f"({node.reference})"
        for child in node.children:
            yield from sentences(child)

    for sentence in sentences(explanations.of_claim(claim)):
        assert sentence.replace(" ", "") in text, sentence


def test_what_came_back_from_the_payer_is_in_it(claim, elm_street, payer, dana):
    from billing.models import Denial, ReceivedFile, Remittance

    file = ReceivedFile.objects.create(
        practice=elm_street, name="x.835", content=b"ISA", sha256="y", received_at=NOVEMBER_2,
        received_by=dana,
    )  # fmt: skip
    file.answers.create(
        kind="277CA", segment=1, verdict="accepted", sentences=["Taken in for processing."],
        payer_control_number="P1", claim=claim,
    )  # fmt: skip
    remittance = Remittance.objects.create(
        practice=elm_street, file=file, segment=1, payer=payer, trace_number="T99",
        paid_on=dt.date(2026, 11, 20), amount=0, claims_paid=0, adjusted=0, posted_at=NOVEMBER_2,
        posted_by=dana,
    )  # fmt: skip
    paid = remittance.payments.create(
        segment=2, status="4", charge="150.10", paid="0", patient_responsibility=0, claim=claim,
        adjustments=[{"group": "CO", "reason": "97", "amount": "150.10"}],
    )  # fmt: skip
    Denial.objects.create(
        practice=elm_street, claim=claim, payer=payer, payment=paid, group="CO", reason="97",
        amount="150.10", opened_at=NOVEMBER_2, note="Appeal sent.",
    )  # fmt: skip
    text = text_of(build(claim, dana).pdf)
    for words in ("Taken in for processing.", "trace T99", "CO-97 $150.10", "Appeal sent."):
        assert words in text, words


def test_a_correction_names_what_it_replaces_and_is_named_by_it(claim, october, dana):
    twin = october.copies(claim, 1)[0]
    type(claim).objects.filter(pk=twin.pk).update(
        corrects=claim, frequency="7", payer_claim_number="ICN9", correction_reason="Late minutes."
    )
    twin.refresh_from_db()
    said = f"Replacement of CT{claim.pk}, payer's number ICN9: “Late minutes.”"
    assert said in text_of(build(twin, dana).pdf)
    assert f"Corrected by Replacement CT{twin.pk}" in text_of(build(claim, dana).pdf)


def test_the_caseload_meeting_with_the_patient_on_screen_is_told(
    claim, elm_street, sam, alice, dana
):
    from registry.models import CaseloadMeeting

    start = dt.datetime(2026, 10, 8, 14, tzinfo=dt.UTC)
    meeting = CaseloadMeeting.objects.create(
        practice=elm_street, consultant=sam, care_manager=alice, started_at=start,
        ended_at=start + dt.timedelta(hours=1),
    )  # fmt: skip
    meeting.cases.create(
        episode=claim.episode, opened_at=start + dt.timedelta(minutes=5),
        closed_at=start + dt.timedelta(minutes=12), case_review=claim.patient.case_reviews.get(),
    )  # fmt: skip
    packet = build(claim, dana)
    (told,) = content(packet, "reviews")["meetings"]
    assert told["on_screen_from"] == "2026-10-08T14:05:00Z"
    assert "Oct 8, 2026, 10:05:00 AM–10:12:00 AM EDT" in text_of(packet.pdf)


def test_the_close_of_the_practices_month_is_named_with_its_mark(claim, elm_street, dana, sue):
    from billing.models import MonthClose, MonthReopening

    close = MonthClose.objects.create(
        practice=elm_street, month=claim.month, closed_at=NOVEMBER_2, closed_by=dana,
        document="{}", sha256="abc123",
    )  # fmt: skip
    MonthReopening.objects.create(
        close=close, reopened_at=NOVEMBER_2, reopened_by=sue, reason="A late entry."
    )
    text = text_of(build(claim, dana).pdf)
    assert "by Dana Reyes; its SHA-256 abc123" in text
    assert "by Sue Lindqvist: “A late entry.”" in text


def test_a_signed_consent_is_named_with_the_mark_of_its_file(claim, dana):
    consent = claim.patient.consents.get()
    consent.file.save("x.pdf", ContentFile(b"%PDF-1.4 signed"))
    consent.file_name = "signed.pdf"
    consent.save()
    (told,) = content(build(claim, dana), "consent")["consents"]
    assert told["file"] == {
        "name": "signed.pdf", "sha256": hashlib.sha256(b"%PDF-1.4 signed").hexdigest(),
    }  # fmt: skip
    consent.file.storage.delete(consent.file.name)
    assert "not found in the storage" in text_of(build(claim, dana).pdf)


@pytest.mark.parametrize("lacks", ["consent", "review", "measure", "coverage"])
def test_what_is_missing_is_said_and_stops_nothing(october, dana, lacks):
    packet = build(october.claim(75, without=lacks), dana)
    said = {
        "consent": "No consent is on record",
        "review": "No case review",
        "measure": "No score",
        "coverage": "Payer –",
    }
    assert said[lacks] in text_of(packet.pdf)


def test_a_month_without_any_minute_has_a_packet(october, dana):
    text = text_of(build(october.claim(0), dana).pdf)
    assert "No time was logged in this month." in text
    assert "No code was earned" in text
