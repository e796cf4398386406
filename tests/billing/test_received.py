"""What payers send back: read whole or refused whole, posted once, matched or kept waiting."""

from __future__ import annotations

import datetime as dt
import os
import re
from decimal import Decimal

import pytest
import time_machine

from billing.models import Answer, ClaimPayment, Denial, LinePayment, ReceivedFile, Remittance
from billing.selectors import denials as denial_rows
from billing.selectors import received as selectors
from billing.selectors import stray_proposals
from billing.services import corrections, denials, inbox, posting, received
from registry.errors import Refused
from tests.billing.october import OCTOBER
from tests.registry import entering
from tests.x12.reading import made

NOW = dt.datetime(2026, 11, 12, 15, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _that_day():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def sent(october):
    """A claim of 75 minutes (99492, $150.10) that left in a file."""
    return october.sent(75)


def paid(claim, *, amount="120.10", adjustments=("CAS*CO*45*30.00",), status="1", name=None):
    """The claim's part of a remittance."""
    return (
        f"CLP*{name or f'CT{claim.pk}'}*{status}*150.10*{amount}*0*12*PCN-9*11*1",
        f"NM1*QC*1*{claim.patient.last_name}*{claim.patient.first_name}****MI*"
        f"{claim.coverage.member_id}",
        f"SVC*HC:99492*150.10*{amount}**1",
        "DTM*472*20261031",
        *adjustments,
        f"REF*6R*{name or f'CT{claim.pk}'}L1",
    )


def remittance(*bodies, amount):
    return made.remittance(*[part for body in bodies for part in body], paid=amount).encode()


def take(practice, content, by, name="era.835"):
    return received.receive(practice, name=name, content=content, by=by, now=NOW)


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


def refused(claim, reason="97", remark="N20"):
    adjustments = (f"CAS*CO*{reason}*150.10", f"LQ*HE*{remark}")
    return paid(claim, amount="0", status="4", adjustments=adjustments)


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
        _status(sent)
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


def test_a_999_is_matched_to_our_file(sent, elm_street, dana):
    made_file = sent.submissions.get()
    number = made_file.control_number
    body = (f"AK1*HC*{number}*005010X222A1", "AK2*837*0001*005010X222A1", "IK5*A", "AK9*A*1*1*1")
    take(elm_street, made.text("999", *body).encode(), dana, name="ack.999")
    answer = Answer.objects.get()
    assert (answer.kind, answer.verdict, answer.submission) == ("999", "accepted", made_file)


def test_a_277ca_is_matched_to_the_claim_and_shown_on_its_page(signed_in, sent, elm_street, dana):
    take(elm_street, _status(sent), dana, name="status.277")
    answer = Answer.objects.get()
    assert (answer.verdict, answer.claim) == ("rejected", sent)
    page = signed_in(dana).get(entering.url("claim_answers", claim_id=sent.pk)).content.decode()
    assert "Rejected" in page


def test_a_rejected_claim_stays_in_sight_until_it_is_sent_anew(
    signed_in, sent, elm_street, dana, charlie
):
    """A rejection does not stop the filing clock, and no remittance will ever come."""
    take(elm_street, _status(sent), dana, name="status.277")
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
    take(elm_street, _status(sent), dana, name="status.277")
    accepted = _status(sent).replace(b"A7:562:85*20261103*U", b"A2:20*20261103*WQ")
    content = accepted if later == "accepted" else remittance(paid(sent), amount="120.10")
    take(elm_street, content, dana, name="later")
    assert not selectors.rejected(dana, elm_street).exists()


def test_a_rejected_file_stays_in_sight(sent, elm_street, dana):
    number = sent.submissions.get().control_number
    body = (f"AK1*HC*{number}*005010X222A1", "AK2*837*0001*005010X222A1", "IK5*R*5", "AK9*R*1*1*0")
    take(elm_street, made.text("999", *body).encode(), dana, name="ack.999")
    (row,) = selectors.rejected(dana, elm_street)
    assert row.submission == sent.submissions.get()


@pytest.mark.parametrize("name", ["received_files", "denials", "strays", "paid"])
def test_every_page_of_payments_is_marked_as_such(signed_in, elm_street, dana, name):
    page = signed_in(dana).get(entering.url(name)).content.decode()
    (marked,) = re.findall(r'<a [^>]*href="([^"]+)"[^>]*aria-current="page"[^>]*>', page)[:1]
    assert marked == entering.url("received_files")


def _status(claim):
    body = (
        "BHT*0085*08*REF-1*20261103*0930*TH", "HL*1**20*1", "NM1*PR*2*PRAIRIE*****PI*1",
        "TRN*1*T1", "DTP*050*D8*20261102", "DTP*009*D8*20261103", "HL*2*1*21*1",
        "NM1*41*2*LAKESIDE*****46*L1", "TRN*2*42", "STC*A1:19*20261103*WQ*150.10",
        "HL*3*2*19*1", "NM1*85*2*LAKESIDE*****XX*1234567893", "TRN*1*0", "HL*4*3*PT",
        f"NM1*QC*1*{claim.patient.last_name}*X****MI*W1", f"TRN*2*CT{claim.pk}",
        "STC*A7:562:85*20261103*U*150.10", "DTP*472*D8*20261031",
    )  # fmt: skip
    return made.text("277", *body).encode()


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


@pytest.fixture
def folder(settings, tmp_path, elm_street):
    settings.INBOX_DIR = tmp_path
    made_ = tmp_path / "elm-street"
    made_.mkdir()
    return made_


def put(folder, name, content, seconds_ago=60):
    path = folder / name
    path.write_bytes(content)
    os.utime(path, (NOW.timestamp() - seconds_ago,) * 2)
    return path


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


def test_another_practices_file_is_not_there(signed_in, sent, elm_street, dana, charlie):
    outcome = take(elm_street, remittance(paid(sent), amount="120.10"), dana)
    url = entering.url("received_file", file_id=outcome.file.pk)
    assert signed_in(charlie).get(url).status_code == 404
