"""Files from payers, however odd: posted whole, or refused in a sentence that names the segment."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from billing.models import Answer, ClaimPayment, LinePayment, ReceivedFile, Remittance
from billing.selectors import received as selectors
from billing.services import inbox, received
from tests.billing.remittances import (
    NOW,
    paid,
    put,
    remittance,
    take,
)
from tests.registry import entering
from tests.x12.reading import made

pytestmark = pytest.mark.django_db
SAMPLES = made.every_sample()
NAMES_A_SEGMENT = re.compile(r"Segment \d+( \([A-Z0-9]{2,3}\))?: ")


@pytest.fixture
def content(sent):
    return remittance(paid(sent), amount="120.10")


def posted():
    return (Remittance.objects.count(), ClaimPayment.objects.count(), LinePayment.objects.count())


def is_whole(file):
    """What is kept of a file is all of it, or only the sentence why nothing is."""
    if file.problem:
        assert NAMES_A_SEGMENT.match(file.problem), file.problem
        assert posted() == (0, 0, 0)
        assert not Answer.objects.exists()
    else:
        assert not file.is_waiting
    return True


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_sample_goes_through_the_page_and_every_page_of_it_opens(
    signed_in, elm_street, dana, path
):
    browser = signed_in(dana)
    upload = SimpleUploadedFile(path.name, path.read_bytes())
    assert browser.post(entering.url("received_upload"), {"sent": upload}).status_code == 302
    file = ReceivedFile.objects.get()
    assert is_whole(file)
    page = browser.get(entering.url("received_file", file_id=file.pk))
    assert page.status_code == 200
    assert ("Nothing of this file was posted" in page.content.decode()) is bool(file.problem)
    for row in Remittance.objects.all():
        assert browser.get(entering.url("remittance", remittance_id=row.pk)).status_code == 200
    for name in ("received_files", "strays", "denials", "paid"):
        assert browser.get(entering.url(name)).status_code == 200


def test_every_sample_goes_through_the_inbox(folder, elm_street, dana):
    for path in SAMPLES:
        put(folder, path.name, path.read_bytes())
    assert inbox.take_in(elm_street, by=dana, now=NOW) == len(SAMPLES)
    read, refused = (len(list((folder / name).iterdir())) for name in ("read", "refused"))
    files = ReceivedFile.objects
    assert (read, refused) == (files.filter(problem="").count(), files.exclude(problem="").count())
    assert inbox.take_in(elm_street, by=dana, now=NOW) == 0


def _with(element, component, segment):
    def written(content):
        text = content.decode().replace(":~", "\x00~").replace("*:", "*\x00")
        text = text.replace(":", component).replace("\x00", component)
        return text.replace("*", element).replace("~", segment).encode()

    return written


def _groups(content):
    """The same transaction twice, each in a group of its own; the second is of another trace."""
    head, gs, *body, ge, iea = content.decode().rstrip("~").split("~")
    again = [each.replace("EFT-77", "EFT-78") for each in body]
    groups = [gs, *body, ge, gs.replace("*7*X", "*8*X"), *again, ge.replace("*7", "*8")]
    return "".join(f"{each}~" for each in [head, *groups, iea.replace("IEA*1", "IEA*2")]).encode()


def _transactions(content):
    """The same transaction twice in one group."""
    head, gs, *body, ge, iea = content.decode().rstrip("~").split("~")
    again = [each.replace("EFT-77", "EFT-78").replace("*0001", "*0002") for each in body]
    parts = [head, gs, *body, *again, ge.replace("GE*1", "GE*2"), iea]
    return "".join(f"{each}~" for each in parts).encode()


@pytest.mark.parametrize(
    ("written", "times"),
    [
        (lambda content: content.replace(b"~", b"~\r\n"), 1),
        (lambda content: content.replace(b"~", b"~\n"), 1),
        (lambda content: content.replace(b"~", b"\r\n"), 1),
        (lambda content: b"\xef\xbb\xbf" + content, 1),
        (lambda content: content.decode().encode("utf-16"), 1),
        (lambda content: b"\r\n  \t" + content, 1),
        (lambda content: content + b"\r\n\x1a", 1),
        (lambda content: content + b"\x00" * 64, 1),
        (_with("|", ">", "'"), 1),
        (_with("\x1d", "\x1f", "\x1c"), 1),
        (_groups, 2),
        (_transactions, 2),
        (lambda content: content + content.replace(b"EFT-77", b"EFT-78"), 2),
    ],
    ids=[
        "CR LF after segments", "LF after segments", "CR LF for segments", "byte-order mark",
        "UTF-16", "blanks first", "end-of-file mark", "padded with zeros", "other separators",
        "control separators", "two groups", "two transactions", "two interchanges",
    ],
)  # fmt: skip
def test_it_is_posted_whatever_stands_between_its_words(
    content, elm_street, dana, sent, written, times
):
    file = take(elm_street, written(content), dana).file
    assert file.problem == ""
    assert posted() == (times,) * 3
    assert selectors.paid(sent) == times * Decimal("120.10")
    assert not Remittance.objects.exclude(imbalances=[]).exists()


def test_a_claim_that_stands_in_a_file_twice_is_posted_twice_and_does_not_add_up(
    sent, elm_street, dana
):
    """The payer says so; the sum over it shows that it cannot be."""
    take(elm_street, remittance(paid(sent), paid(sent), amount="120.10"), dana)
    assert ClaimPayment.objects.filter(claim=sent).count() == 2
    (sentence,) = Remittance.objects.get().imbalances
    assert "(BPR)" in sentence


def test_a_takeback_lowers_the_payment_and_adds_up(sent, elm_street, dana):
    """An earlier overpayment is kept back (PLB WO): the payment is lower than its claims."""
    body = (*paid(sent), "PLB*1234567893*20261231*WO:PCN-1*20.10")
    take(elm_street, remittance(body, amount="100.00"), dana)
    row = Remittance.objects.get()
    assert (row.amount, row.claims_paid, row.adjusted) == (
        Decimal("100.00"), Decimal("120.10"), Decimal("20.10"),
    )  # fmt: skip
    assert row.imbalances == []
    assert "lowers the payment by 20.10" in row.adjustments[0]["sentence"]


def test_a_reversal_and_its_correction_in_one_file_leave_the_correction(sent, elm_street, dana):
    take(elm_street, remittance(paid(sent), amount="120.10"), dana)
    reversal = (
        f"CLP*CT{sent.pk}*22*-150.10*-120.10*0*12*PCN-9*11*1",
        "SVC*HC:99492*-150.10*-120.10**1", "CAS*CO*45*-30.00",
    )  # fmt: skip
    lower = paid(sent, amount="90.10", adjustments=("CAS*CO*45*60.00",))
    take(elm_street, remittance(reversal, lower, amount="-30.00"), dana)
    assert Remittance.objects.exclude(imbalances=[]).count() == 0
    assert selectors.paid(sent) == Decimal("90.10")


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_a_damaged_file_is_whole_or_refused(elm_street, dana, data):
    """Bytes lost, doubled, changed or put in: no error, and never half of it."""
    content = bytearray(data.draw(st.sampled_from(SAMPLES)).read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, max(len(content) - 1, 0)))
        length = data.draw(st.integers(0, 12))
        content[place : place + length] = data.draw(
            st.one_of(
                st.binary(max_size=6),
                st.sampled_from([b"~", b"*", b"", b"9" * 30, b"-", b"\x00", b"\xff", b"A" * 300]),
            )
        )
    if not bytes(content).strip():
        return
    with transaction.atomic():
        outcome = received.receive(
            elm_street, name="damaged", content=bytes(content), by=dana, now=NOW
        )
        assert is_whole(outcome.file)
        transaction.set_rollback(True)
