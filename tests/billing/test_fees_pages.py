"""Fees on the screen: the list, a file up and down, and published amounts for a payer."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from billing.models import Fee
from registry.models import Payer
from tests.billing.october import NOVEMBER_2
from tests.billing.pages import links, text

FEES = "/p/elm-street/billing/fees/"
UPLOAD = f"{FEES}upload/"
TOP = "code,amount,kind,payer,from,to,source\n"
GOOD = (
    f"{TOP}99492,150.10,charge,,2026-01-01,,Fee schedule 2026\n"
    "99492,$140.00,allowed,Empire Health Plan,1/1/2026,,Contract of 2026\n"
)
PUBLISHED = {
    "schedule": "medicare",
    "setting": "non_facility",
    "kind": "allowed",
    "percent": "100",
    "whose": "payer",
    "active_from": "2026-01-01",
    "active_to": "",
}


@pytest.fixture(autouse=True)
def november(in_november):
    return in_november


@pytest.fixture
def published(payer):
    return f"/p/elm-street/billing/payers/{payer.pk}/terms/fees/published/"


def upload(client, data, **fields):
    data = data.encode() if isinstance(data, str) else data
    return client.post(UPLOAD, {"file": SimpleUploadedFile("fees.csv", data), **fields})


def hidden(response):
    """The hidden fields of the form that writes what is shown."""
    page = response.content.decode()
    found = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    area = re.search(r'<textarea name="text"[^>]*>\n?(.*?)</textarea>', page, re.DOTALL)
    found.pop("csrfmiddlewaretoken", None)
    return found | ({"text": area[1]} if area else {})


def test_a_file_is_shown_first_and_written_once_confirmed(signed_in, dana, payer):
    client = signed_in(dana)
    shown = upload(client, GOOD)
    assert shown.status_code == 200
    assert "2 amounts added, 0 kept as they are." in text(shown)
    assert not Fee.objects.exists()
    response = client.post(UPLOAD, hidden(shown), follow=True)
    assert "2 amounts added" in text(response)
    assert "/p/elm-street/billing/2026-11/" in links(response)
    allowed = Fee.objects.get(kind="allowed")
    assert (allowed.payer, allowed.amount) == (payer, Decimal("140.00"))
    assert (allowed.source, allowed.entered_by) == ("Contract of 2026", dana)
    assert allowed.entered_at == NOVEMBER_2


def test_the_same_file_again_has_nothing_to_write(signed_in, dana, payer):
    client = signed_in(dana)
    client.post(UPLOAD, hidden(upload(client, GOOD)))
    again = upload(client, GOOD)
    assert "0 amounts added, 2 kept as they are." in text(again)
    assert "There is nothing to write." in text(again)
    assert "Write them" not in text(again)
    client.post(UPLOAD, {"text": GOOD, "mark": hidden(again).get("mark", "x")})
    assert Fee.objects.count() == 2


def test_nothing_is_written_while_one_row_is_bad(signed_in, dana, payer):
    bad = f"{GOOD}99493,-1,charge,Harbor Mutual,2026-01-01,,x\n"
    response = upload(signed_in(dana), bad)
    assert response.status_code == 422
    page = text(response)
    assert "Row 4 amount The amount is below zero." in page
    assert "Row 4 payer This practice has no payer of that name" in page
    assert "Nothing was written." in page
    assert not Fee.objects.exists()


def test_another_practice_s_payer_is_not_found_by_a_file(signed_in, dana, harbor):
    other = Payer.objects.create(practice=harbor, name="Harbor Mutual", created_at=NOVEMBER_2)
    for called in ("Harbor Mutual", f"#{other.pk}"):
        response = upload(signed_in(dana), GOOD.replace("Empire Health Plan", called))
        assert "This practice has no payer of that name" in text(response)


def test_a_file_in_conflict_cannot_be_confirmed(signed_in, dana, payer):
    client = signed_in(dana)
    client.post(UPLOAD, hidden(upload(client, GOOD)))
    later = GOOD.replace("2026-01-01", "2027-01-01").replace("1/1/2026", "1/1/2027")
    shown = upload(client, later.replace("150.10", "160.00"))
    assert "2 in conflict" in text(shown)
    assert "End that one on Dec 31, 2026" in text(shown)
    assert "Write them" not in text(shown)
    shown = upload(client, later.replace("150.10", "160.00"), makes_room="on")
    assert "2 amounts added, 0 kept as they are, 2 ended." in text(shown)
    client.post(UPLOAD, hidden(shown))
    assert Fee.objects.filter(active_to="2026-12-31").count() == 2
    assert Fee.objects.count() == 4


def test_what_changed_since_it_was_shown_is_shown_again(signed_in, dana, elm_street, payer):
    client = signed_in(dana)
    shown = upload(client, GOOD)
    Fee.objects.create(
        practice=elm_street, code="99492", amount=1, active_from="2026-01-01", source="x",
        entered_at=NOVEMBER_2, entered_by=dana,
    )  # fmt: skip
    response = client.post(UPLOAD, hidden(shown))
    assert response.status_code == 422
    assert "The fees were changed in the meantime." in text(response)
    assert "1 in conflict" in text(response)
    assert Fee.objects.count() == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "The file is empty."),
        (b"PK\x03\x04", "a spreadsheet or an archive"),
        (b"\xff\x00\x01", "not text in UTF-8"),
        (TOP.replace(",", ";").encode(), "separated by semicolons"),
    ],
)
def test_a_file_that_is_no_csv_is_told_in_words(signed_in, dana, data, said):
    response = upload(signed_in(dana), data)
    assert response.status_code == 422
    assert said in text(response)


def test_no_file_is_told_as_well(signed_in, dana):
    response = signed_in(dana).post(UPLOAD, {})
    assert response.status_code == 422
    assert "Choose the file with the amounts." in text(response)


def test_the_download_uploaded_changes_nothing(signed_in, dana, payer):
    client = signed_in(dana)
    client.post(UPLOAD, hidden(upload(client, GOOD.replace("Contract", "=Contract"))))
    response = client.get(f"{FEES}fees.csv")
    assert response["Content-Disposition"] == 'attachment; filename="elm-street-fees.csv"'
    data = b"".join(response.streaming_content)
    assert b",'=Contract of 2026," in data
    assert "0 amounts added, 2 kept as they are." in text(upload(client, data))


def test_the_list_shows_what_is_in_force_and_for_whom_nothing_is_allowed(signed_in, dana, payer):
    client = signed_in(dana)
    assert "No fees yet" in text(client.get(FEES))
    assert f"No allowed amount is in force today for {payer.name}" in text(client.get(FEES))
    client.post(UPLOAD, hidden(upload(client, GOOD)))
    page = text(client.get(FEES))
    assert "99492 Charge $150.10 All payers" in page
    assert f"99492 Allowed $140.00 {payer.name}" in page
    assert "No allowed amount is in force" not in page
    assert "$150.10" not in text(client.get(f"{FEES}?kind=allowed"))
    assert "$140.00" not in text(client.get(f"{FEES}?payer=all"))
    assert "No fee fits" in text(client.get(f"{FEES}?days=over"))
    assert "$140.00" in text(client.get(f"{FEES}?payer=zero&kind=x&days=never&page=x"))


def test_published_amounts_are_shown_with_their_doubts_and_taken(signed_in, dana, published, payer):
    client = signed_in(dana)
    assert client.get(published).status_code == 200
    shown = client.post(published, PUBLISHED)
    page = text(shown)
    assert shown.status_code == 200
    assert "$149.30" in page
    assert "the amount itself was not read" in page
    assert "Nothing is published here on these days for" in page
    assert not Fee.objects.exists()
    client.post(published, PUBLISHED | {"mark": hidden(shown)["mark"]})
    fee = Fee.objects.get(code="99492")
    assert (fee.kind, fee.payer, fee.amount) == ("allowed", payer, Decimal("149.30"))
    assert (str(fee.active_from), str(fee.active_to)) == ("2026-01-01", "2026-12-31")
    assert fee.is_unconfirmed
    assert "read 2026-11-23" in fee.source
    assert "Unconfirmed" in text(client.get(f"/p/elm-street/billing/payers/{payer.pk}/terms/"))


def test_published_amounts_are_taken_as_charges_for_all_at_a_percentage(signed_in, dana, published):
    client = signed_in(dana)
    asked = PUBLISHED | {
        "kind": "charge", "percent": "150", "whose": "all",
        "active_from": "2024-01-01", "active_to": "2024-06-30",
    }  # fmt: skip
    client.post(published, asked | {"mark": hidden(client.post(published, asked))["mark"]})
    fee = Fee.objects.get(code="99492")
    assert (fee.kind, fee.payer, fee.amount) == ("charge", None, Decimal("229.68"))
    assert (str(fee.active_from), str(fee.active_to)) == ("2024-03-09", "2024-06-30")
    assert fee.source.startswith("150% of CMS physician fee schedule")


@pytest.mark.parametrize(
    ("place", "setting"), [("11", "non_facility"), ("22", "facility"), ("19", "facility")]
)
def test_the_place_of_service_proposes_the_setting(
    signed_in, dana, elm_street, published, place, setting
):
    elm_street.place_of_service = place
    elm_street.save()
    page = signed_in(dana).get(published).content.decode()
    (chosen,) = re.findall(r'<input[^>]*name="setting"[^>]*checked[^>]*>', page)
    assert f'value="{setting}"' in chosen


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"schedule": "guess"}, "Choose one of those listed."),
        ({"setting": ""}, "Setting is missing."),
        ({"percent": "0"}, "A percentage lies above 0"),
        ({"percent": "1001"}, "A percentage lies above 0"),
        ({"percent": "half"}, "This is no percentage."),
        ({"active_from": "1850-01-01"}, "Check the year."),
        ({"active_to": "2025-12-31"}, "The last day lies before the first."),
    ],
)
def test_a_wish_that_cannot_be_is_refused_and_what_was_typed_stays(
    signed_in, dana, published, fields, said
):
    response = signed_in(dana).post(published, PUBLISHED | fields)
    assert response.status_code == 422
    assert said in text(response)
    assert not Fee.objects.exists()


def test_an_empty_wish_is_told_field_by_field(signed_in, dana, published):
    response = signed_in(dana).post(published, {})
    assert response.status_code == 422
    assert "First day is missing." in text(response)


def test_days_without_anything_published_say_so(signed_in, dana, published):
    response = signed_in(dana).post(published, PUBLISHED | {"active_from": "2027-01-01"})
    assert "Nothing is published for this setting on these days." in text(response)


@pytest.mark.parametrize(
    ("who", "reads", "writes"),
    [("dana", 200, 200), ("sue", 200, 200), ("ann", 200, 403), ("alice", 403, 403)],
)
def test_who_reads_fees_and_who_writes_them(request, signed_in, published, who, reads, writes):
    client = signed_in(request.getfixturevalue(who))
    assert client.get(FEES).status_code == client.get(f"{FEES}fees.csv").status_code == reads
    assert client.get(UPLOAD).status_code == client.get(published).status_code == writes


def test_a_stranger_finds_nothing(signed_in, charlie, published):
    client = signed_in(charlie)
    for url in (FEES, f"{FEES}fees.csv", UPLOAD, published):
        assert client.get(url).status_code == 404


def test_another_practice_s_payer_is_not_found(signed_in, dana, harbor):
    other = Payer.objects.create(practice=harbor, name="Harbor Mutual", created_at=NOVEMBER_2)
    url = f"/p/elm-street/billing/payers/{other.pk}/terms/fees/published/"
    assert signed_in(dana).get(url).status_code == 404
    assert signed_in(dana).post(url, PUBLISHED).status_code == 404
