"""A month with everything in it that a packet tells, and a packet read back."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile

from pypdf import PdfReader

from billing.models import Packet
from billing.services import packets
from registry.models import Patient
from tests.billing.october import NOVEMBER_2


def text_of(pdf):
    """The words of a PDF, line breaks as blanks: what a person reads on its pages."""
    reader = PdfReader(io.BytesIO(bytes(pdf)))
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def pages_of(pdf):
    reader = PdfReader(io.BytesIO(bytes(pdf)))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def files_in(answer):
    """The names in a ZIP that was answered.  `answer.close()` would close the database as well."""
    names = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))).namelist()
    for close in answer._resource_closers:
        close()
    return names


def content(packet, name):
    """A part's data."""
    document = json.loads(bytes(packet.document))
    return next(part["content"] for part in document["parts"] if part["name"] == name)


def rich(october, make, alice, priya, **names):
    """A sent claim whose chart has an answer to the review, a plan, a void entry and a late one."""
    claim = october.sent(75)
    patient = claim.patient
    if names:
        Patient.objects.filter(pk=patient.pk).update(**names)
    day = dt.datetime(2026, 10, 22, 13, tzinfo=dt.UTC)
    make.entry(
        patient, alice, day, 15, status="voided", voided_at=NOVEMBER_2, voided_by=alice,
        void_reason="Entered twice.", origin="by_hand", reason="The phone was off.",
        note="Called about sleep.", created_at=NOVEMBER_2,
    )  # fmt: skip
    make.entry(
        patient, alice, day + dt.timedelta(hours=1), 10, status="needs_review",
        review_reason="It overlaps.", created_at=day,
    )  # fmt: skip
    patient.case_reviews.get().practitioner_answers.create(
        answer="modified", note="Start lower.", answered_at=NOVEMBER_2, answered_by=priya
    )
    patient.episodes.get().relapse_plans.create(
        warning_signs="Not sleeping", what_helps="A walk", made_on=dt.date(2026, 10, 20),
        recorded_at=NOVEMBER_2, recorded_by=alice,
    )  # fmt: skip
    return claim


def build(claim, by, now=NOVEMBER_2):
    made = packets.build(claim, by=by, now=now)
    return Packet.objects.get(pk=made.pk)
