"""Denials when the payer changes its mind, says the same again, or gets a corrected claim."""

from __future__ import annotations

from decimal import Decimal

import pytest

from billing.models import Denial, Remittance
from billing.selectors import denials as selectors
from billing.services import claims, corrections, denials, submission
from registry import calendar
from registry.errors import Refused
from tests.billing.remittances import NOW, paid, refused, remittance, take

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_november_12")]


def taken_back(claim, reason="97"):
    body = f"CLP*CT{claim.pk}*22*-150.10*0*0*12*PCN-9*11*1"
    return (body, "SVC*HC:99492*-150.10*0**1", f"CAS*CO*{reason}*-150.10")


def standing():
    return [(row.reason, row.state) for row in Denial.objects.order_by("pk")]


def worked(row, dana):
    return denials.work(
        row, state="in_work", note="Packet is on its way.", owner=dana, due_on=row.due_on,
        by=dana, now=NOW,
    )  # fmt: skip


def test_a_refusal_that_is_taken_back_is_open_no_longer(sent, elm_street, dana):
    take(elm_street, remittance(refused(sent), amount="0"), dana)
    take(elm_street, remittance(taken_back(sent), amount="0"), dana)
    assert standing() == [("97", "decided_anew")]
    assert selectors.open_sum(dana, elm_street).amount == 0


@pytest.mark.parametrize("in_one_file", [True, False])
def test_what_is_refused_anew_is_on_the_list_once_with_the_work_on_it(
    sent, elm_street, dana, in_one_file
):
    take(elm_street, remittance(refused(sent), amount="0"), dana)
    worked(Denial.objects.get(), dana)
    bodies = [taken_back(sent), refused(sent, reason="50")]
    for some in [bodies] if in_one_file else [[each] for each in bodies]:
        take(elm_street, remittance(*some, amount="0"), dana)
    assert standing() == [("97", "decided_anew"), ("50", "open")]
    assert selectors.open_sum(dana, elm_street).amount == Decimal("150.10")
    if in_one_file:
        assert (Denial.objects.last().owner, Denial.objects.last().note[:6]) == (dana, "Packet")


def test_a_refusal_without_its_reversal_counts_once_too(sent, elm_street, dana):
    take(elm_street, remittance(refused(sent), amount="0"), dana)
    worked(Denial.objects.get(), dana)
    take(elm_street, remittance(refused(sent, reason="18"), amount="0"), dana)
    assert standing() == [("97", "decided_anew"), ("18", "open")]
    assert Denial.objects.last().owner == dana


def test_another_payers_word_leaves_a_refusal_as_it_was(sent, elm_street, dana, make, hudson):
    """The second payer refuses the line too: each has its own denial, and its own clock."""
    make.coverage(sent.patient, hudson, rank=2, member_id="H-1")
    take(elm_street, remittance(refused(sent), amount="0"), dana)
    second = remittance(refused(sent, reason="50"), amount="0").decode()
    own = f"N1*PR*{hudson.name}*XV*{hudson.payer_id}"
    take(elm_street, second.replace("N1*PR*PRAIRIE HEALTH PLAN", own).encode(), dana)
    assert standing() == [("97", "open"), ("50", "open")]
    assert Denial.objects.last().payer == hudson


def test_a_corrected_claim_that_leaves_and_is_paid_wins_the_earlier_ones_refusal(
    sent, elm_street, dana, october
):
    take(elm_street, remittance(refused(sent), amount="0"), dana)
    made = corrections.replace(sent, how="1", reason="The modifier was wrong.", by=dana, now=NOW)
    assert standing() == [("97", "open")]
    claims.approve([made.pk], practice=elm_street, month=sent.month, by=dana, now=NOW)
    submission.build(practice=elm_street, month=sent.month, by=dana, now=NOW)
    assert standing() == [("97", "corrected")]
    made.refresh_from_db()
    assert made.state == "sent"
    take(elm_street, remittance(paid(made), amount="120.10"), dana)
    assert standing() == [("97", "overturned")]
    assert calendar.month_text(made.month) == "2026-10"


def test_dana_cannot_say_by_hand_that_the_payer_decided_anew(sent, elm_street, dana):
    take(elm_street, remittance(refused(sent), amount="0"), dana)
    with pytest.raises(Refused, match="listed"):
        denials.work(
            Denial.objects.get(), state="decided_anew", note="", owner=None, due_on=None,
            by=dana, now=NOW,
        )  # fmt: skip


def test_who_decided_is_asked_once_for_a_payment_of_many_lines(
    sent, elm_street, dana, django_assert_max_num_queries
):
    """The first denials are of five lines; a payment of all of them asks for its payer once."""
    lines = [part for n in range(5) for part in (
        f"SVC*HC:9949{n}*30.02*0**1", "CAS*CO*97*30.02")]  # fmt: skip
    head = f"CLP*CT{sent.pk}*4*150.10*0*0*12*PCN-9*11*1"
    take(elm_street, remittance((head, *lines), amount="0"), dana)
    assert Denial.objects.count() == 5
    lines = [part for n in range(5) for part in (f"SVC*HC:9949{n}*30.02*30.02**1",)]
    head = f"CLP*CT{sent.pk}*1*150.10*150.10*0*12*PCN-9*11*1"
    with django_assert_max_num_queries(45):
        take(elm_street, remittance((head, *lines), amount="150.10"), dana)
    assert {row.state for row in Denial.objects.all()} == {"overturned"}
    assert Remittance.objects.count() == 2
