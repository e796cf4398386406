"""A 999 and a 277CA are matched to our file and claim, and what was rejected stays in sight."""

from __future__ import annotations

import pytest

from billing.models import Answer
from billing.selectors import received as selectors
from billing.services import corrections
from tests.billing.remittances import NOW, paid, remittance, status_report, take
from tests.registry import entering
from tests.x12.reading import made

pytestmark = pytest.mark.usefixtures("on_november_12")


def test_a_999_is_matched_to_our_file(sent, elm_street, dana):
    made_file = sent.submissions.get()
    number = made_file.control_number
    body = (f"AK1*HC*{number}*005010X222A1", "AK2*837*0001*005010X222A1", "IK5*A", "AK9*A*1*1*1")
    take(elm_street, made.text("999", *body).encode(), dana, name="ack.999")
    answer = Answer.objects.get()
    assert (answer.kind, answer.verdict, answer.submission) == ("999", "accepted", made_file)


def test_a_277ca_is_matched_to_the_claim_and_shown_on_its_page(signed_in, sent, elm_street, dana):
    take(elm_street, status_report(sent), dana, name="status.277")
    answer = Answer.objects.get()
    assert (answer.verdict, answer.claim) == ("rejected", sent)
    page = signed_in(dana).get(entering.url("claim_answers", claim_id=sent.pk)).content.decode()
    assert "Rejected" in page


def test_a_rejected_claim_stays_in_sight_until_it_is_sent_anew(
    signed_in, sent, elm_street, dana, charlie
):
    """A rejection does not stop the filing clock, and no remittance will ever come."""
    take(elm_street, status_report(sent), dana, name="status.277")
    (row,) = selectors.rejected(dana, elm_street)
    assert row.claim == sent
    page = signed_in(dana).get(entering.url("received_files")).content.decode()
    assert "Rejected, and not sent again" in page
    assert "Send it anew" in page
    assert not selectors.rejected(charlie, elm_street).exists()
    corrections.replace(sent, how="1", reason="Rejected", by=dana, now=NOW)
    assert not selectors.rejected(dana, elm_street).exists()


@pytest.mark.parametrize("later", ["accepted", "paid"])
def test_what_was_accepted_or_paid_after_all_is_rejected_no_more(sent, elm_street, dana, later):
    take(elm_street, status_report(sent), dana, name="status.277")
    accepted = status_report(sent).replace(b"A7:562:85*20261103*U", b"A2:20*20261103*WQ")
    content = accepted if later == "accepted" else remittance(paid(sent), amount="120.10")
    take(elm_street, content, dana, name="later")
    assert not selectors.rejected(dana, elm_street).exists()


def test_a_rejected_file_stays_in_sight(sent, elm_street, dana):
    number = sent.submissions.get().control_number
    body = (f"AK1*HC*{number}*005010X222A1", "AK2*837*0001*005010X222A1", "IK5*R*5", "AK9*R*1*1*0")
    take(elm_street, made.text("999", *body).encode(), dana, name="ack.999")
    (row,) = selectors.rejected(dana, elm_street)
    assert row.submission == sent.submissions.get()
