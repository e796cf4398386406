"""A payer's permission: entered, corrected, removed with a reason, and where it leads from."""

from __future__ import annotations

import datetime as dt

import pytest

from registry.models import Authorization
from tests.billing.pages import links, text

pytestmark = pytest.mark.django_db

GOOD = {"number": " PA  77 ", "from_date": "2026-10-01", "to_date": "2026-12-31"}


@pytest.fixture
def address(patient):
    return f"/p/elm-street/patients/{patient.pk}/authorizations/"


def test_one_is_entered_as_the_payer_gave_it(signed_in, dana, patient, address):
    page = signed_in(dana).post(address, GOOD, follow=True)
    assert "The authorization was saved." in text(page)
    row = Authorization.objects.get()
    assert (row.patient, row.number, row.recorded_by) == (patient, "PA 77", dana)
    assert "PA 77" in text(page)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("number", "", "number is missing"),
        ("number", "9" * 31, ""),
        ("from_date", "", "first day is missing"),
        ("to_date", "2026-09-30", "ends before it begins"),
        ("to_date", "soon", "This is no day"),
    ],
)
def test_each_wrong_field_is_named(signed_in, dana, address, field, value, sentence):
    page = signed_in(dana).post(address, GOOD | {field: value})
    assert page.status_code == 422
    assert sentence.casefold() in text(page).casefold()
    assert f'href="#id_{field}"' in page.content.decode()
    assert not Authorization.objects.exists()


def test_one_is_corrected_and_removed_with_a_reason(signed_in, dana, address):
    browser = signed_in(dana)
    browser.post(address, GOOD)
    row = Authorization.objects.get()
    one = f"/p/elm-street/authorizations/{row.pk}/"
    assert one in links(browser.get(address))
    browser.post(one, GOOD | {"to_date": "2026-11-30"})
    row.refresh_from_db()
    assert row.to_date == dt.date(2026, 11, 30)
    assert "Say why it is removed" in text(browser.post(f"{one}remove/", follow=True))
    assert Authorization.objects.exists()
    browser.post(f"{one}remove/", {"reason": "Another patient's"})
    assert not Authorization.objects.exists()


@pytest.mark.parametrize(("who", "status"), [("alice", 200), ("sam", 403), ("charlie", 404)])
def test_who_keeps_them(request, signed_in, address, who, status):
    assert signed_in(request.getfixturevalue(who)).get(address).status_code == status


def test_another_practice_s_is_not_found(signed_in, dana, address):
    browser = signed_in(dana)
    browser.post(address, GOOD)
    row = Authorization.objects.get()
    assert browser.get(f"/p/harbor/authorizations/{row.pk}/").status_code == 404


def test_the_chart_leads_to_them(signed_in, dana, patient, address):
    assert address in links(signed_in(dana).get(f"/p/elm-street/patients/{patient.pk}/"))
