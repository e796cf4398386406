"""The 837P files as pages: making them, what is missing and where, having them again."""

from __future__ import annotations

import pytest

from billing.models import Claim, Submission, SubmissionDownload
from registry.models import Payer
from tests.billing.october import NOVEMBER_2
from tests.billing.pages import links, text, whole_forms
from tests.x12.validator import accepted

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november")]

LIST = "/p/elm-street/billing/submissions/"
MAKE = "/p/elm-street/billing/2026-10/files/"


@pytest.fixture
def approved(october):
    """An approved claim: `approved(zip_code="")`."""

    def build(**fields):
        claim = october.claim(75, **fields)
        Claim.objects.filter(pk=claim.pk).update(
            state="approved", approved_at=NOVEMBER_2, approved_by=october.dana
        )
        return claim

    return build


def test_the_button_makes_a_file_and_marks_its_claims_sent(approved, signed_in, dana):
    claim = approved()
    page = signed_in(dana).post(MAKE, follow=True)
    made = Submission.objects.get()
    assert "1 file made. Download them below." in text(page)
    assert made.file_name in text(page)
    assert made.sha256[:12] in text(page)
    assert f"{LIST}{made.pk}/download/" in links(page)
    assert Claim.objects.get(pk=claim.pk).state == "sent"


def test_the_download_is_the_file_byte_for_byte_and_each_look_is_remembered(
    approved, signed_in, dana, sue
):
    approved()
    signed_in(dana).post(MAKE)
    made = Submission.objects.get()
    for who in (dana, sue):
        answer = signed_in(who).get(f"{LIST}{made.pk}/download/")
        assert answer.content == bytes(made.content)
        assert answer["Content-Disposition"] == f'attachment; filename="{made.file_name}"'
        assert answer["Cache-Control"] == "no-store"
    assert accepted(answer.content.decode("ascii")) == []
    assert list(SubmissionDownload.objects.order_by("pk").values_list("by", flat=True)) == [
        dana.pk,
        sue.pk,
    ]
    page = text(signed_in(dana).get(f"{LIST}{made.pk}/"))
    assert "Sue Lindqvist" in page


def test_the_page_of_a_file_lists_its_claims_under_their_names_in_it(approved, signed_in, dana):
    claim = approved(last_name="Quist", first_name="Odell")
    signed_in(dana).post(MAKE)
    page = text(signed_in(dana).get(f"{LIST}{Submission.objects.get().pk}/"))
    assert f"Odell Quist Empire Health Plan 99492 × 1 CT{claim.pk} $150.10" in page
    assert "Nobody has fetched it yet." in page


@pytest.mark.parametrize(
    ("fields", "sentence", "address"),
    [
        ({"zip_code": ""}, "ZIP code", "/patients/{patient}/edit/#id_zip_code"),
        ({"last_name": "O*Neil"}, "last name", "/patients/{patient}/edit/#id_last_name"),
    ],
)
def test_a_gap_leads_to_its_field(approved, signed_in, dana, fields, sentence, address):
    claim, good = approved(**fields), approved()
    browser = signed_in(dana)
    before = browser.get(f"{LIST}?month=2026-10")
    assert "2 approved claims wait, 1 can leave now." in text(before)
    page = browser.post(MAKE, follow=True)
    assert "1 claim stayed behind" in text(page)
    assert sentence in text(page)
    wanted = "/p/elm-street" + address.format(patient=claim.patient_id)
    assert wanted in whole_forms(browser, page)
    assert Claim.objects.get(pk=claim.pk).state == "approved"
    assert Claim.objects.get(pk=good.pk).state == "sent"


def test_a_member_id_that_was_lost_since_leads_to_the_coverage(approved, signed_in, dana):
    claim = approved()
    claim.coverage.member_id = ""
    claim.coverage.save()
    dana_s = signed_in(dana)
    wanted = f"/p/elm-street/coverages/{claim.coverage_id}/#id_member_id"
    assert wanted in whole_forms(dana_s, dana_s.post(MAKE, follow=True))


def test_a_wrong_npi_leads_to_the_clinician(approved, signed_in, dana, dr_priya):
    approved()
    dr_priya.npi = "1679576723"
    dr_priya.save()
    dana_s = signed_in(dana)
    wanted = f"/p/elm-street/clinicians/{dr_priya.pk}/#id_npi"
    assert wanted in whole_forms(dana_s, dana_s.post(MAKE, follow=True))


def test_a_payer_without_its_id_leads_to_the_payer(approved, signed_in, dana, payer):
    approved()
    Payer.objects.update(payer_id="")
    dana_s = signed_in(dana)
    wanted = f"/p/elm-street/payers/{payer.pk}/#id_payer_id"
    assert wanted in whole_forms(dana_s, dana_s.post(MAKE, follow=True))


def test_the_practice_s_own_gap_keeps_everything_and_leads_to_the_settings(
    approved, signed_in, dana, elm_street
):
    claim = approved()
    elm_street.submitter_id = ""
    elm_street.save()
    dana_s = signed_in(dana)
    page = dana_s.post(MAKE, follow=True)
    assert "Nothing can leave yet" in text(page)
    assert "Everything stayed behind" in text(page)
    assert "/p/elm-street/settings/#id_submitter_id" in whole_forms(dana_s, page)
    assert Claim.objects.get(pk=claim.pk).state == "approved"


def test_with_nothing_approved_the_button_says_so(october, signed_in, dana):
    page = signed_in(dana).post(MAKE, follow=True)
    assert "No approved claim is waiting in this month." in text(page)
    assert "No file was made for this month" in text(page)


def test_looking_makes_nothing(approved, signed_in, dana):
    claim = approved()
    signed_in(dana).get(f"{LIST}?month=2026-10")
    assert not Submission.objects.exists()
    assert Claim.objects.get(pk=claim.pk).state == "approved"


def test_the_files_are_of_the_month_under_review_unless_another_is_asked_for(
    approved, signed_in, dana
):
    approved()
    browser = signed_in(dana)
    assert "837P files, October 2026" in text(browser.get(LIST))
    assert "837P files, November 2026" in text(browser.get(f"{LIST}?month=2026-11"))
    assert browser.get(f"{LIST}?month=2026-13").status_code == 404


@pytest.mark.parametrize(
    ("who", "reads"), [("dana", 200), ("sue", 200), ("ann", 200), ("alice", 403), ("charlie", 404)]
)
def test_who_sees_the_files(request, approved, signed_in, dana, who, reads):
    approved()
    signed_in(dana).post(MAKE)
    made = Submission.objects.get()
    browser = signed_in(request.getfixturevalue(who))
    for address in (LIST, f"{LIST}{made.pk}/", f"{LIST}{made.pk}/download/"):
        assert browser.get(address).status_code == reads
    if who != "dana":
        assert browser.post(MAKE).status_code == (404 if who == "charlie" else 403)


def test_a_file_is_not_found_at_another_practice(approved, signed_in, dana, harbor):
    approved()
    browser = signed_in(dana)
    browser.post(MAKE)
    made = Submission.objects.get()
    assert browser.get(f"/p/harbor/billing/submissions/{made.pk}/").status_code == 404
    assert browser.get(f"/p/harbor/billing/submissions/{made.pk}/download/").status_code == 404
