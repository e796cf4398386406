"""What came back, as pages: files, denials and payments, and paid beside expected."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from billing.models import Denial
from billing.selectors import denials as denial_rows
from billing.selectors import received as selectors
from tests.billing.october import OCTOBER
from tests.billing.remittances import NOW, paid, refused, remittance, take
from tests.registry import entering

pytestmark = pytest.mark.usefixtures("on_november_12")


@pytest.mark.parametrize("name", ["received_files", "denials", "strays", "paid"])
def test_every_page_of_payments_is_marked_as_such(signed_in, elm_street, dana, name):
    page = signed_in(dana).get(entering.url(name)).content.decode()
    (marked,) = re.findall(r'<a [^>]*href="([^"]+)"[^>]*aria-current="page"[^>]*>', page)[:1]
    assert marked == entering.url("received_files")


def test_paid_is_set_beside_expected_by_payer_and_code(sent, elm_street, dana):
    sent.lines.update(allowed=Decimal("130.00"))
    body = paid(sent, adjustments=("CAS*CO*45*20.00", "CAS*PR*2*10.00"))
    take(elm_street, remittance(body, amount="120.10"), dana)
    (row,) = selectors.paid_against_expected(dana, elm_street, OCTOBER, OCTOBER)
    assert (row.code, row.paid, row.expected) == ("99492", Decimal("130.10"), Decimal("130.00"))
    assert row.difference == Decimal("0.10")


def test_what_is_refused_again_and_again_proposes_a_policy_change(
    signed_in, october, sent, elm_street, dana
):
    claims = [sent, *[october.sent(75) for _ in range(2)]]
    for claim in claims:
        take(elm_street, remittance(refused(claim), amount="0"), dana, name=f"{claim.pk}.835")
    (repeat,) = denial_rows.repeats(dana, elm_street, NOW.date())
    assert (repeat.claims, repeat.code, repeat.reason) == (3, "99492", "97")
    sent_ = signed_in(dana).post(
        entering.url("denial_policy", payer_id=repeat.payer.pk),
        {"code": "99492", "reason": "97"},
    )
    assert sent_.status_code == 302
    draft = repeat.payer.policies.get(approved_at=None)
    assert "CARC 97 on 3 claims" in draft.source
    assert "EFT-77" in draft.source


def test_a_denial_is_worked_with_owner_day_and_note(signed_in, sent, elm_street, dana):
    take(elm_street, remittance(refused(sent), amount="0"), dana)
    denial = Denial.objects.get()
    url = entering.url("denial", denial_id=denial.pk)
    assert "inside another service" in signed_in(dana).get(url).content.decode()
    form = {"state": "written_off", "owner": dana.pk, "due_on": "2026-12-01", "note": ""}
    assert signed_in(dana).post(url, form).status_code == 422
    assert signed_in(dana).post(url, form | {"note": "Too late."}).status_code == 302
    denial.refresh_from_db()
    assert (denial.state, denial.owner, denial.changed_by) == ("written_off", dana, dana)


def test_the_pages_list_files_denials_and_payments(signed_in, sent, elm_street, dana, ann):
    take(elm_street, remittance(refused(sent), amount="0"), dana)
    take(elm_street, b"hello", dana, name="bad.txt")
    for who in (dana, ann):
        files = signed_in(who).get(entering.url("received_files")).content.decode()
        assert "era.835" in files
        assert "Not read" in files
        assert "$150.10" in signed_in(who).get(entering.url("denials")).content.decode()
    rows = signed_in(dana).get(entering.url("denials_csv"))
    assert b"CO,97" in b"".join(rows.streaming_content)


def test_dana_uploads_several_files_and_a_bad_one_keeps_no_other_out(
    signed_in, sent, elm_street, dana
):
    from django.core.files.uploadedfile import SimpleUploadedFile

    files = [
        SimpleUploadedFile("bad.835", b"nonsense"),
        SimpleUploadedFile("good.835", remittance(paid(sent), amount="120.10")),
        SimpleUploadedFile("empty.835", b""),
    ]
    page = signed_in(dana).post(entering.url("received_upload"), {"sent": files}, follow=True)
    said = page.content.decode()
    assert "good.835 was read and posted" in said
    assert "bad.835 was not read" in said
    assert "empty.835: " in said
    assert selectors.paid(sent) == Decimal("120.10")


@pytest.mark.parametrize("size", [1, 30])
def test_the_lists_take_the_same_queries_at_any_size(
    signed_in, october, elm_street, dana, size, django_assert_max_num_queries
):
    claims = [october.sent(75) for _ in range(min(size, 3))]
    for number in range(size):
        body = refused(claims[number % len(claims)], reason=str(50 + number))
        take(elm_street, remittance(body, amount="0"), dana, name=f"{number}.835")
    for name in ("received_files", "denials", "strays"):
        browser = signed_in(dana)
        with django_assert_max_num_queries(16):
            browser.get(entering.url(name))


def test_another_practices_file_is_not_there(signed_in, sent, elm_street, dana, charlie):
    outcome = take(elm_street, remittance(paid(sent), amount="120.10"), dana)
    url = entering.url("received_file", file_id=outcome.file.pk)
    assert signed_in(charlie).get(url).status_code == 404
