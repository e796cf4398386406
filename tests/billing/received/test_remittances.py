"""Remittances: read whole or refused whole, and posted once, to claim and line."""

from __future__ import annotations

from decimal import Decimal

import pytest

from billing.models import Answer, ClaimPayment, Denial, LinePayment, Remittance
from billing.selectors import received as selectors
from billing.services import denials
from registry.errors import Refused
from tests.billing.remittances import paid, refused, remittance, take
from tests.x12.reading import made

pytestmark = pytest.mark.usefixtures("on_november_12")


def test_a_remittance_is_posted_to_its_claim_and_line(sent, elm_street, dana):
    outcome = take(elm_street, remittance(paid(sent), amount="120.10"), dana)
    assert outcome.is_new
    row = Remittance.objects.get()
    assert (row.amount, row.trace_number, row.imbalances) == (Decimal("120.10"), "EFT-77", [])
    payment = ClaimPayment.objects.get()
    assert (payment.claim, payment.paid) == (sent, Decimal("120.10"))
    line = LinePayment.objects.get()
    assert line.line == sent.lines.get()
    assert selectors.paid(sent) == Decimal("120.10")
    assert not Denial.objects.exists()  # CO-45 is the contract's


def test_a_file_read_twice_changes_nothing(sent, elm_street, dana):
    content = remittance(paid(sent), amount="120.10")
    first = take(elm_street, content, dana)
    second = take(elm_street, content, dana, name="the same under another name.835")
    assert not second.is_new
    assert second.file == first.file
    assert ClaimPayment.objects.count() == 1


def test_a_reversal_takes_its_payment_back(sent, elm_street, dana):
    take(elm_street, remittance(paid(sent), amount="120.10"), dana)
    reversal = (
        f"CLP*CT{sent.pk}*22*-150.10*-120.10*0*12*PCN-9*11*1",
        "SVC*HC:99492*-150.10*-120.10**1",
        "CAS*CO*45*-30.00",
    )
    take(elm_street, remittance(reversal, amount="-120.10"), dana)
    assert selectors.paid(sent) == Decimal("0.00")
    assert not Denial.objects.exists()


def test_a_refusal_becomes_a_denial_with_its_reason_and_remark(sent, elm_street, dana):
    take(elm_street, remittance(refused(sent), amount="0"), dana)
    denial = Denial.objects.get()
    assert (denial.group, denial.reason, denial.remarks) == ("CO", "97", ["N20"])
    assert (denial.amount, denial.code, denial.state) == (Decimal("150.10"), "99492", "open")


def test_a_denied_line_that_is_paid_later_is_won(sent, elm_street, dana):
    take(elm_street, remittance(refused(sent), amount="0"), dana)
    take(elm_street, remittance(paid(sent), amount="120.10"), dana)
    assert Denial.objects.get().state == "overturned"


@pytest.mark.parametrize(
    ("group", "reason", "is_refusal"),
    [("CO", "45", False), ("PR", "1", False), ("PR", "2", False), ("PR", "3", False),
     ("PR", "96", True), ("CO", "97", True), ("OA", "23", False), ("CO", "1", True)],
)  # fmt: skip
def test_the_contracts_and_the_patients_share_are_no_denials(group, reason, is_refusal):
    assert denials.is_refusal(group, reason) is is_refusal


def test_a_remittance_that_does_not_add_up_is_posted_and_says_where(sent, elm_street, dana):
    take(elm_street, remittance(paid(sent), amount="130.10"), dana)
    (sentence,) = Remittance.objects.get().imbalances
    assert "(BPR)" in sentence
    assert ClaimPayment.objects.count() == 1


@pytest.mark.parametrize(
    "content", [b"hello", b"ISA", b"\x00\xff" * 40, b"%PDF-1.7 not x12", "ISA*ü".encode()]
)
def test_what_is_no_answer_is_kept_with_the_sentence_and_posts_nothing(elm_street, dana, content):
    outcome = take(elm_street, content, dana)
    assert outcome.file.problem.startswith("Segment 1")
    assert not Remittance.objects.exists()


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9])
def test_a_file_that_was_cut_off_posts_nothing(sent, elm_street, dana, cut):
    content = remittance(paid(sent), amount="120.10")
    outcome = take(elm_street, content[: int(len(content) * cut)], dana)
    assert outcome.file.problem
    assert not ClaimPayment.objects.exists()


def test_fractions_of_a_cent_are_refused_with_their_segment(sent, elm_street, dana):
    outcome = take(elm_street, remittance(paid(sent, amount="120.105"), amount="120.10"), dana)
    assert "(CLP)" in outcome.file.problem
    assert not Remittance.objects.exists()


def test_an_empty_file_is_refused(elm_street, dana):
    with pytest.raises(Refused, match="empty"):
        take(elm_street, b" \n", dana)


@pytest.mark.parametrize("path", made.every_sample(), ids=lambda path: path.name)
def test_files_that_others_wrote_are_taken_in_or_refused_in_words(elm_street, dana, path):
    outcome = take(elm_street, path.read_bytes(), dana, name=path.name)
    if outcome.file.problem:
        assert outcome.file.problem.startswith("Segment")
    else:
        assert Remittance.objects.exists() or Answer.objects.exists()
