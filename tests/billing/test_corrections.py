"""A sent claim is corrected by a further one: replaced, voided, or left as it is."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.db import IntegrityError, transaction

from billing.models import Claim
from billing.services import claims, corrections, submission, true_up
from registry.errors import Refused
from registry.models import ServiceMonth
from registry.services import time_log
from tests.billing.october import OCTOBER
from tests.registry import entering
from tests.x12.validator import accepted

LATER = dt.datetime(2026, 11, 12, 15, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _that_day():
    with time_machine.travel(LATER, tick=False):
        yield


@pytest.fixture
def sent(october):
    return october.sent(75)


def replaced(claim, by, how="7", number="PCN-9", reason="Time confirmed late"):
    return corrections.replace(claim, how=how, payer_number=number, reason=reason, by=by, now=LATER)


def send(practice, by):
    return submission.build(practice=practice, month=OCTOBER, by=by, now=LATER).made


def approve(claim, by):
    given = {"practice": claim.practice, "month": OCTOBER, "by": by, "now": LATER}
    assert claims.approve([claim.pk], **given).approved == [claim.pk]


def test_a_late_entry_is_told_and_the_replacement_counts_it(
    signed_in, sent, october, alice, dana, elm_street
):
    late = october.log(sent.patient, 30, status="needs_review", review_reason="Late")
    true_up.run(practice=elm_street, month=OCTOBER, kind="final", by=dana, now=LATER)
    page = signed_in(dana).get(entering.url("claim", claim_id=sent.pk)).content.decode()
    assert "Replace the claim" in page
    made = replaced(sent, dana)
    time_log.confirm(late[0], by=alice, now=LATER)
    true_up.run(practice=elm_street, month=OCTOBER, kind="final", by=dana, now=LATER)
    made.refresh_from_db()
    assert [(line.code, line.units) for line in made.lines.all()] == [("99492", 1), ("99494", 1)]
    sent.refresh_from_db()
    assert sent.state == "replaced"
    assert [line.code for line in sent.lines.all()] == ["99492"]


def test_a_replacement_leaves_with_frequency_7_and_the_payers_number(sent, dana, elm_street):
    made = replaced(sent, dana)
    assert (made.state, made.corrects, made.frequency) == ("draft", sent, "7")
    approve(made, dana)
    (file,) = send(elm_street, dana)
    text = bytes(file.content).decode()
    assert f"CLM*CT{made.pk}*150.1***11:B:7*" in text
    assert "REF*F8*PCN-9~" in text
    assert accepted(text) == []


def test_a_payer_without_electronic_corrections_gets_a_claim_anew(sent, dana, elm_street):
    made = replaced(sent, dana, how="1", number="")
    approve(made, dana)
    (file,) = send(elm_street, dana)
    assert "11:B:1*" in bytes(file.content).decode()


def test_while_it_is_a_draft_a_replacement_can_be_taken_back(sent, dana):
    made = replaced(sent, dana)
    assert not ServiceMonth.objects.get(patient=sent.patient, month=OCTOBER).is_closed
    corrections.take_back(made, by=dana, now=LATER)
    sent.refresh_from_db()
    assert sent.state == "sent"
    assert ServiceMonth.objects.get(patient=sent.patient, month=OCTOBER).is_closed
    assert not Claim.objects.filter(pk=made.pk).exists()


def test_an_approved_replacement_is_not_taken_back(sent, dana):
    made = replaced(sent, dana)
    approve(made, dana)
    with pytest.raises(Refused, match="nobody has approved"):
        corrections.take_back(made, by=dana, now=LATER)


def test_a_void_leaves_with_frequency_8_and_claims_nothing_more(sent, dana, elm_street):
    made = corrections.void(
        sent, how="8", payer_number="PCN-9", reason="Wrong patient", by=dana, now=LATER
    )
    (file,) = send(elm_street, dana)
    text = bytes(file.content).decode()
    assert "11:B:8*" in text
    assert accepted(text) == []
    for claim in (sent, made):
        claim.refresh_from_db()
        assert claim.state == "voided"
    assert made.sent_at == LATER


def test_a_void_told_otherwise_makes_no_file(sent, dana, elm_street):
    corrections.void(sent, how="", reason="Paid back by check", by=dana, now=LATER)
    sent.refresh_from_db()
    assert sent.state == "voided"
    assert send(elm_street, dana) == []


@pytest.mark.parametrize(
    ("change", "field"),
    [({"reason": " "}, "reason"), ({"how": "9"}, "how"), ({"number": ""}, "payer_number"),
     ({"reason": "x" * 201}, "reason")],
)  # fmt: skip
def test_what_a_correction_lacks_is_named_and_nothing_changes(sent, dana, change, field):
    with pytest.raises(Refused) as refused:
        replaced(sent, dana, **change)
    assert set(refused.value.problems) == {field}
    sent.refresh_from_db()
    assert sent.state == "sent"
    assert not sent.corrections.exists()


@pytest.mark.parametrize("act", ["replace", "void"])
def test_only_a_sent_claim_is_corrected(october, dana, act):
    draft = october.claim(75)
    given = {"how": "7" if act == "replace" else "8", "payer_number": "P", "reason": "x"}
    with pytest.raises(Refused, match="only one that was sent"):
        getattr(corrections, act)(draft, **given, by=dana, now=LATER)


def test_a_claim_is_replaced_once_however_often_it_is_pressed(sent, dana):
    replaced(sent, dana)
    with pytest.raises(Refused):
        replaced(sent, dana)
    assert sent.corrections.count() == 1


def test_a_replacement_can_be_replaced_and_the_chain_stays(sent, dana, elm_street):
    first = replaced(sent, dana)
    approve(first, dana)
    send(elm_street, dana)
    first.refresh_from_db()
    second = replaced(first, dana, number="PCN-10")
    assert second.corrects == first
    first.refresh_from_db()
    assert (first.state, first.corrects) == ("replaced", sent)


def test_the_database_refuses_a_correction_of_nothing(sent):
    with pytest.raises(IntegrityError), transaction.atomic():
        Claim.objects.filter(pk=sent.pk).update(frequency="7")


def test_what_is_left_as_it_is_is_told_again_only_when_more_comes(
    signed_in, sent, october, dana, elm_street
):
    october.log(sent.patient, 30, status="needs_review", review_reason="Late")
    true_up.run(practice=elm_street, month=OCTOBER, kind="final", by=dana, now=LATER)
    month = entering.url("billing_month", month="2026-10")
    assert "would be decided otherwise now" in signed_in(dana).get(month).content.decode()
    signed_in(dana).post(entering.url("claim_leave", claim_id=sent.pk))
    assert "would be decided otherwise now" not in signed_in(dana).get(month).content.decode()
    october.log(sent.patient, 10, status="needs_review", review_reason="Later still")
    true_up.run(practice=elm_street, month=OCTOBER, kind="final", by=dana, now=LATER)
    assert "would be decided otherwise now" in signed_in(dana).get(month).content.decode()


def test_dana_replaces_and_voids_on_the_pages(signed_in, sent, dana):
    url = entering.url("claim_replace", claim_id=sent.pk)
    assert "does not say whether" in signed_in(dana).get(url).content.decode()
    assert signed_in(dana).post(url, {"how": "7", "reason": "Late"}).status_code == 422
    form = {"how": "7", "payer_number": "PCN-9", "reason": "Late"}
    page = signed_in(dana).post(url, form, follow=True).content.decode()
    assert "Replacement of" in page
    assert "Take the replacement back" in page


def test_the_payers_number_comes_from_what_came_back(sent, dana, elm_street):
    from billing.selectors import payer_numbers
    from tests.billing.remittances import paid, remittance, take

    take(elm_street, remittance(paid(sent), amount="120.10"), dana)
    assert payer_numbers.of(sent) == "PCN-9"
