"""The inbox folder: each file is taken in once, and sorted."""

from __future__ import annotations

from decimal import Decimal

import pytest

from billing.models import ClaimPayment, ReceivedFile
from billing.selectors import received as selectors
from billing.services import inbox
from tests.billing.remittances import NOW, paid, put, remittance, take

pytestmark = pytest.mark.usefixtures("on_november_12")


def test_the_inbox_takes_each_file_once_and_sorts_it(folder, sent, elm_street, dana):
    put(folder, "a.835", remittance(paid(sent), amount="120.10"))
    put(folder, "b.835", b"nonsense")
    put(folder, "growing.835", b"ISA", seconds_ago=1)
    assert inbox.take_in(elm_street, by=dana, now=NOW) == 2
    assert (folder / "read" / "a.835").exists()
    assert (folder / "refused" / "b.835").exists()
    assert (folder / "growing.835").exists()
    assert selectors.paid(sent) == Decimal("120.10")


def test_a_file_that_was_posted_and_not_moved_is_only_moved(folder, sent, elm_street, dana):
    content = remittance(paid(sent), amount="120.10")
    take(elm_street, content, dana)
    put(folder, "a.835", content)
    inbox.take_in(elm_street, by=dana, now=NOW)
    assert ClaimPayment.objects.count() == 1
    assert (folder / "read" / "a.835").exists()
    assert ReceivedFile.objects.count() == 1
