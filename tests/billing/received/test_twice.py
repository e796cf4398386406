"""A remittance that comes again under another envelope is posted once."""

from __future__ import annotations

from decimal import Decimal

import pytest

from billing.models import ClaimPayment, Remittance
from billing.selectors import received as selectors
from tests.billing.remittances import paid, remittance, take

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_november_12")]


def enveloped(content, number):
    """The same remittance in an interchange of another number."""
    text = content.decode()
    old = text.split("ISA*")[1].split("*")[12]
    assert text.count(old) >= 2
    return text.replace(old, f"{number:09}").encode()


def test_a_remittance_under_another_envelope_is_not_posted_again(sent, elm_street, dana):
    content = remittance(paid(sent), amount="120.10")
    take(elm_street, content, dana, name="first.835")
    again = take(elm_street, enveloped(content, 77), dana, name="again.835")
    assert again.is_new
    assert Remittance.objects.count() == 1
    assert selectors.paid(sent) == Decimal("120.10")
    (note,) = [note for note in again.file.notes if "posted before" in note]
    assert "from first.835" in note


def test_twice_in_one_file_is_posted_once(sent, elm_street, dana):
    text = remittance(paid(sent), amount="120.10").decode()
    start, end = text.index("ST*"), text.index("GE*")
    both = text[:end] + text[start:end] + text[end:].replace("GE*1*", "GE*2*")
    outcome = take(elm_street, both.encode(), dana)
    assert Remittance.objects.count() == 1
    assert "this very file" in " ".join(outcome.file.notes)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("CAS*CO*45*30.00", "CAS*CO*97*30.00"),
        ("TRN*1*", "TRN*1*9"),
        ("PCN-9", "PCN-8"),
    ],
)
def test_what_differs_in_anything_is_another_payment(sent, elm_street, dana, right, wrong):
    content = remittance(paid(sent), amount="120.10")
    take(elm_street, content, dana)
    other = content.replace(right.encode(), wrong.encode())
    assert other != content
    take(elm_street, other, dana)
    assert Remittance.objects.count() == 2


def test_another_practice_that_gets_the_same_file_posts_it_too(sent, elm_street, harbor, dana):
    content = remittance(paid(sent), amount="120.10")
    take(elm_street, content, dana)
    take(harbor, content, dana)
    assert Remittance.objects.count() == 2
    assert ClaimPayment.objects.filter(claim=None).count() == 1
