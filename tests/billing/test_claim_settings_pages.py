"""The pages on which a practice says how its claims are written and where its files go."""

from __future__ import annotations

import datetime as dt

import pytest

from billing.models import (
    Claim,
    ClaimSettings,
    Delivery,
    Destination,
    PayerClaimSettings,
    Submission,
    SubmissionClaim,
)
from billing.services import deliveries, destinations, received
from registry.models import Payer
from tests.billing.october import NOVEMBER_2
from tests.billing.pages import links, text
from tests.billing.remittances import era

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november")]

BILLING = "/p/elm-street/billing/"
FACILITY = {
    "facility_name": "Annex", "facility_npi": "1245319599", "facility_address": "3 Oak Road",
    "facility_city": "Troy", "facility_state": "ny", "facility_zip": "12180-0002",
    "bill_type": "", "revenue_code": "", "form_x": "0", "form_y": "-1.5",
}  # fmt: skip
SFTP = {
    "kind": "sftp", "folder": "in", "host": "sftp.example", "port": "22", "username": "elm",
    "secret_kind": "password", "secret": "a secret word",
    "host_key": "SHA256:" + "A" * 43,
}  # fmt: skip


@pytest.fixture
def sent(october, signed_in, dana):
    """A claim in a file, and the file."""
    claim = october.sent()
    return claim, Submission.objects.get()


def test_the_service_facility_is_kept_as_claims_write_it(signed_in, dana, elm_street):
    page = signed_in(dana).post(f"{BILLING}settings/", FACILITY, follow=True)
    assert "The settings were saved." in text(page)
    row = ClaimSettings.objects.get(practice=elm_street)
    assert (row.facility_state, row.facility_zip) == ("NY", "121800002")
    assert str(row.form_y) == "-1.5"


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("facility_npi", "1245319590", "check digit is wrong"),
        ("facility_zip", "12180", "all nine digits"),
        ("facility_city", "", "city is missing"),
        ("facility_name", "", "name is missing"),
        ("facility_state", "Nowhere", ""),
        ("bill_type", "7", "two digits"),
        ("revenue_code", "521", "four digits"),
        ("form_x", "99", "20 millimetres at most"),
        ("form_x", "left", ""),
    ],
)
def test_each_wrong_setting_is_named_beside_its_field(signed_in, dana, field, value, sentence):
    page = signed_in(dana).post(f"{BILLING}settings/", FACILITY | {field: value})
    assert page.status_code == 422
    assert sentence in text(page)
    assert f'href="#id_{field}"' in page.content.decode()
    assert not ClaimSettings.objects.exclude(facility_name="").exists()


def test_a_payer_that_wants_a_supervisor_wants_to_know_who(signed_in, dana, payer, dr_priya):
    browser, address = signed_in(dana), f"{BILLING}payers/{payer.pk}/claims/"
    page = browser.post(address, {"also_named": "supervising", "clinician": "", "claim_form": ""})
    assert "Choose who supervises" in text(page)
    assert not PayerClaimSettings.objects.exists()
    browser.post(
        address, {"also_named": "supervising", "clinician": dr_priya.pk, "claim_form": "837I"}
    )
    row = PayerClaimSettings.objects.get()
    assert (row.clinician, row.claim_form) == (dr_priya, "837I")


def test_a_clinician_of_another_practice_cannot_be_named(signed_in, dana, payer, harbor, now):
    other = harbor.clinicians.create(first_name="N", last_name="N", created_at=now, created_by=dana)
    page = signed_in(dana).post(
        f"{BILLING}payers/{payer.pk}/claims/",
        {"also_named": "referring", "clinician": other.pk, "claim_form": ""},
    )
    assert page.status_code == 422
    assert not PayerClaimSettings.objects.exists()


def test_a_destination_is_saved_and_its_secret_is_never_shown(signed_in, dana, sue, ann):
    browser = signed_in(dana)
    page = browser.post(f"{BILLING}destination/", SFTP, follow=True)
    assert "The destination was saved." in text(page)
    assert "kept, encrypted" in text(page)
    row = Destination.objects.get()
    for who in (dana, sue, ann):
        shown = signed_in(who).get(f"{BILLING}destination/").content.decode()
        assert "a secret word" not in shown
        assert row.secret not in shown
    browser.post(f"{BILLING}destination/", SFTP | {"secret": "", "folder": "out"})
    row.refresh_from_db()
    assert row.folder == "out"
    assert row.secret


def test_a_refused_form_does_not_write_the_secret_into_the_page(signed_in, dana):
    page = signed_in(dana).post(f"{BILLING}destination/", SFTP | {"host": ""})
    assert page.status_code == 422
    assert "a secret word" not in page.content.decode()


def test_an_auditor_reads_the_settings_and_changes_nothing(signed_in, ann):
    browser = signed_in(ann)
    for address in ("settings/", "destination/"):
        assert "You read these settings." in text(browser.get(BILLING + address))
        assert browser.post(BILLING + address, {}).status_code == 403
    assert browser.post(f"{BILLING}destination/try/").status_code == 403


def test_trying_the_connection_says_what_is_wrong(signed_in, dana, elm_street):
    browser = signed_in(dana)
    page = browser.post(f"{BILLING}destination/try/", follow=True)
    assert "There is no destination yet." in text(page)
    destinations.change(
        elm_street, None, by=dana, now=NOVEMBER_2,
        **SFTP | {"host": "127.0.0.1", "port": 9},
    )  # fmt: skip
    page = browser.post(f"{BILLING}destination/try/", follow=True)
    assert "takes no connection" in text(page)


def test_a_payer_has_a_destination_of_its_own(signed_in, dana, payer):
    browser = signed_in(dana)
    browser.post(f"{BILLING}payers/{payer.pk}/destination/", {"kind": "folder", "folder": "x"})
    assert Destination.objects.get().payer == payer
    page = browser.get(f"/p/elm-street/payers/{payer.pk}/")
    assert f"{BILLING}payers/{payer.pk}/destination/" in links(page)
    assert f"{BILLING}payers/{payer.pk}/claims/" in links(page)


# Files on their way


@pytest.fixture
def to_folder(elm_street, dana, settings, tmp_path):
    settings.OUTBOX_DIR = tmp_path
    return destinations.change(elm_street, None, by=dana, now=NOVEMBER_2, kind="folder")


def test_making_a_file_queues_it_and_the_pages_say_what_became_of_it(
    to_folder, october, signed_in, dana
):
    october.sent()
    made, way = Submission.objects.get(), Delivery.objects.get()
    browser = signed_in(dana)
    files = f"{BILLING}submissions/?month=2026-10"
    assert "Waiting" in text(browser.get(files))
    deliveries.work(way.pk, now=NOVEMBER_2)
    assert "Delivered" in text(browser.get(files))
    page = text(browser.get(f"{BILLING}submissions/{made.pk}/"))
    assert f"folder elm-street: {made.file_name}" in page
    assert "Send again" in page


def test_a_file_is_sent_again_with_a_reason_alone(to_folder, october, signed_in, dana):
    october.sent()
    made, way = Submission.objects.get(), Delivery.objects.get()
    deliveries.work(way.pk, now=NOVEMBER_2)
    browser = signed_in(dana)
    address = f"{BILLING}submissions/{made.pk}/send/"
    assert "Say why it is sent again" in text(browser.post(address, follow=True))
    page = browser.post(address, {"reason": "They lost it"}, follow=True)
    assert "It is on its way." in text(page)
    assert "“They lost it”" in text(page)
    assert Delivery.objects.count() == 2


def test_a_failed_delivery_says_why(to_folder, october, signed_in, dana, tmp_path):
    october.sent()
    made = Submission.objects.get()
    (tmp_path / "elm-street").mkdir()
    (tmp_path / "elm-street" / made.file_name).write_text("another")
    deliveries.work(Delivery.objects.get().pk, now=NOVEMBER_2)
    page = text(signed_in(dana).get(f"{BILLING}submissions/{made.pk}/"))
    assert "Not delivered" in page
    assert "Another file of this name lies there." in page


@pytest.mark.parametrize(("who", "status"), [("sue", 403), ("ann", 403), ("charlie", 404)])
def test_only_a_biller_sends(request, sent, signed_in, who, status):
    _, made = sent
    browser = signed_in(request.getfixturevalue(who))
    assert browser.post(f"{BILLING}submissions/{made.pk}/send/").status_code == status


# The second payer


@pytest.fixture
def with_two(make, elm_street, dana, sent):
    """A sent claim whose patient has a second coverage since."""
    claim, _ = sent
    second = Payer.objects.create(
        practice=elm_street, name="Hudson Mutual", payer_id="HM77", created_at=NOVEMBER_2
    )
    make.coverage(claim.patient, second, rank=2, member_id="H-1")
    return claim


def test_the_button_comes_with_the_first_payer_s_remittance(with_two, signed_in, dana, elm_street):
    browser, claim = signed_in(dana), with_two
    address = f"{BILLING}claims/{claim.pk}/"
    ways = browser.get(f"{address}ways-out/", headers={"HX-Request": "true"})
    assert "not posted yet" in text(ways)
    assert f"{address}second-payer/" not in ways.content.decode()
    received.receive(elm_street, name="era", content=era(claim), by=dana, now=NOVEMBER_2)
    ways = browser.get(f"{address}ways-out/")
    assert f'action="{address}second-payer/"' in ways.content.decode()
    page = browser.post(f"{address}second-payer/", follow=True)
    assert "The file to the second payer is made." in text(page)
    assert "as second payer" in text(page)
    place = SubmissionClaim.objects.get(turn="S")
    assert place.submission.receiver_id == "HM77"
    history = text(browser.get(address))
    assert "Put into a file to the second payer, Hudson Mutual, by Dana Reyes" in history
    again = browser.post(f"{address}second-payer/", follow=True)
    assert "left to the second payer in" in text(again)
    assert SubmissionClaim.objects.filter(turn="S").count() == 1
    assert Claim.objects.get(pk=claim.pk).state == "sent"


def test_the_second_payer_s_file_is_printed_with_what_was_paid(
    with_two, signed_in, dana, elm_street
):
    import io

    from pypdf import PdfReader

    received.receive(elm_street, name="era", content=era(with_two), by=dana, now=NOVEMBER_2)
    browser = signed_in(dana)
    browser.post(f"{BILLING}claims/{with_two.pk}/second-payer/")
    made = SubmissionClaim.objects.get(turn="S").submission
    answer = browser.get(f"{BILLING}submissions/{made.pk}/cms1500.pdf")
    (page,) = PdfReader(io.BytesIO(answer.content)).pages
    said = page.extract_text()
    assert "HUDSON MUTUAL" in said
    assert "120 10" in said
    assert dt.date(2026, 11, 2).strftime("%m %d %y") in said
