"""A denial's page: what our claim said, how others went, and whose work it is."""

from __future__ import annotations

import pytest

from billing.models import Denial
from billing.services import denials
from tests.billing.pages import text
from tests.billing.remittances import NOW, paid, refused, remittance, take
from tests.registry import entering

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_november_12")]


@pytest.fixture
def page(signed_in, dana):
    def read(denial):
        return text(signed_in(dana).get(entering.url("denial", denial_id=denial.pk)))

    return read


@pytest.mark.parametrize(
    ("reason", "says"),
    [
        ("197", "No authorization covers the date of service"),
        ("29", "It was first sent Nov 2, 2026, 2 days after the date of service."),
        ("18", "We sent no other claim for this patient and month"),
        ("27", "The chart has no other coverage on that day."),
        ("151", "It billed 1 of 99492. The claim counted 75 minutes in the month."),
        ("4", "The claim billed 99492 × 1."),
        ("11", "Its diagnoses, the first one leading: F32.1"),
        ("5", "It named place of service 11."),
        ("B7", "NPI "),
    ],
)
def test_the_page_says_what_the_claim_said_where_the_refusal_looks(
    sent, elm_street, dana, page, reason, says
):
    take(elm_street, remittance(refused(sent, reason=reason), amount="0"), dana)
    assert says in page(Denial.objects.get())


def test_a_reason_of_another_kind_shows_no_facts_and_no_others(sent, elm_street, dana, page):
    take(elm_street, remittance(refused(sent, reason="50"), amount="0"), dana)
    said = page(Denial.objects.get())
    assert "What our claim said" not in said
    assert "refused nothing else for this reason here" in said


def test_the_page_says_how_the_others_went_and_what_won(october, elm_street, dana, page):
    claims = [october.sent(75) for _ in range(3)]
    for claim in claims:
        take(elm_street, remittance(refused(claim, reason="50"), amount="0"), dana)
    first, second, third = Denial.objects.order_by("pk")
    by = {"owner": dana, "due_on": None, "by": dana, "now": NOW}
    denials.work(first, state="appealed", note="Packet with the scores.", **by)
    take(elm_street, remittance(paid(claims[0]), amount="120.10"), dana)
    denials.work(second, state="written_off", note="Too late.", **by)
    said = page(third)
    assert "refused 2 other lines for 50 here in two years: 1 paid after all, 1 given up" in said
    assert "Packet with the scores." in said


def test_the_list_is_narrowed_to_whose_work_it_is_and_a_tab_keeps_that(
    signed_in, october, elm_street, dana
):
    for claim in (october.sent(75), october.sent(75)):
        take(elm_street, remittance(refused(claim), amount="0"), dana)
    mine, other = Denial.objects.order_by("pk")
    denials.work(mine, state="in_work", note="", owner=dana, due_on=None, by=dana, now=NOW)
    browser = signed_in(dana)
    for owner, shown, hidden in ((dana.pk, mine, other), ("nobody", other, mine)):
        answer = browser.get(entering.url("denials"), {"owner": owner})
        addresses = answer.content.decode()
        assert entering.url("denial", denial_id=shown.pk) in addresses
        assert entering.url("denial", denial_id=hidden.pk) not in addresses
        assert f"owner={owner}&amp;show=settled" in addresses
    settled = browser.get(entering.url("denials"), {"owner": dana.pk, "show": "settled"})
    assert "No denial fits" in text(settled)
