"""A payment that names no claim waits with a proposal until a person says whose it is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from billing.models import ClaimPayment, LinePayment
from billing.selectors import received as selectors
from billing.selectors import stray_proposals
from billing.services import posting
from registry.errors import Refused
from tests.billing.remittances import NOW, paid, remittance, status_report, take
from tests.registry import entering

pytestmark = pytest.mark.usefixtures("on_november_12")


@pytest.mark.parametrize("name", ["CT999999", "OTHER-1", ""])
def test_a_payment_that_names_no_claim_waits_with_a_proposal(sent, elm_street, dana, name):
    body = paid(sent, name=name) if name else paid(sent, name=" ")
    take(elm_street, remittance(body, amount="120.10"), dana)
    (stray,) = selectors.strays(dana, elm_street)
    (proposal,) = stray_proposals.of(elm_street, [stray])[stray.pk]
    assert proposal.claim == sent
    assert set(proposal.reasons) >= {"the name", "the member id", "the charge"}


def test_charge_and_day_alone_propose_nobody_where_the_payer_says_who_it_is(
    october, sent, elm_street, dana
):
    """Every claim of a month has its last day, and most have the same charge."""
    body = paid(sent, name="OTHER-1")
    someone = (body[0], "NM1*QC*1*SOMEBODY*ELSE****MI*NOT-OURS", *body[2:])
    take(elm_street, remittance(someone, amount="120.10"), dana)
    (stray,) = selectors.strays(dana, elm_street)
    assert stray_proposals.of(elm_street, [stray])[stray.pk] == []


def test_without_a_name_charge_and_day_propose(sent, elm_street, dana):
    body = paid(sent, name="OTHER-1")
    take(elm_street, remittance((body[0], *body[2:]), amount="120.10"), dana)
    (stray,) = selectors.strays(dana, elm_street)
    (found,) = stray_proposals.of(elm_street, [stray])[stray.pk]
    assert (found.claim, found.reasons) == (sent, ("the charge", "the day of service"))


def test_the_payers_number_on_an_earlier_answer_proposes(sent, elm_street, dana):
    status = (
        status_report(sent)
        .replace(b"STC*A7:562:85", b"STC*A2:20")
        .replace(b"DTP*472", b"REF*1K*PCN-9~DTP*472")
        .replace(b"SE*20*", b"SE*21*")
    )
    assert not take(elm_street, status, dana, name="277").file.problem
    body = paid(sent, name="OTHER-1")
    married = (body[0], "NM1*QC*1*NEWNAME*X****MI*OTHER", *body[2:])
    take(elm_street, remittance(married, amount="120.10"), dana)
    (stray,) = selectors.strays(dana, elm_street)
    (found,) = stray_proposals.of(elm_street, [stray])[stray.pk]
    assert (found.claim, found.reasons[0]) == (sent, "the payer's number")


def test_dana_matches_a_stray_and_it_is_posted(signed_in, sent, elm_street, dana):
    take(elm_street, remittance(paid(sent, name="OTHER-1"), amount="120.10"), dana)
    (stray,) = selectors.strays(dana, elm_street)
    page = signed_in(dana).get(entering.url("strays")).content.decode()
    assert "It is this one" in page
    signed_in(dana).post(entering.url("payment_match", payment_id=stray.pk), {"claim": sent.pk})
    assert selectors.paid(sent) == Decimal("120.10")
    assert LinePayment.objects.get().line == sent.lines.get()
    assert not selectors.strays(dana, elm_street).exists()


def test_a_stray_that_is_nobodys_is_set_aside_with_a_reason(signed_in, sent, elm_street, dana):
    take(elm_street, remittance(paid(sent, name="OTHER-1"), amount="120.10"), dana)
    (stray,) = selectors.strays(dana, elm_street)
    url = entering.url("payment_set_aside", payment_id=stray.pk)
    signed_in(dana).post(url, {"reason": " "})
    assert selectors.strays(dana, elm_street).exists()
    signed_in(dana).post(url, {"reason": "A patient of the old billing company"})
    assert not selectors.strays(dana, elm_street).exists()


def test_two_who_match_at_once_are_told(sent, elm_street, dana):
    take(elm_street, remittance(paid(sent, name="OTHER-1"), amount="120.10"), dana)
    (stray,) = selectors.strays(dana, elm_street)
    posting.match(stray, sent, by=dana, now=NOW)
    with pytest.raises(Refused, match="already"):
        posting.match(stray, sent, by=dana, now=NOW)


def test_a_claim_that_never_left_takes_no_payment(october, elm_street, dana):
    draft = october.claim(75)
    take(elm_street, remittance(paid(draft), amount="120.10"), dana)
    assert ClaimPayment.objects.get().claim is None
