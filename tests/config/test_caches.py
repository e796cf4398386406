"""What was looked at stays in no cache."""

from __future__ import annotations


def test_a_page_of_a_signed_in_person_is_stored_nowhere(signed_in, alice):
    page = signed_in(alice).get("/p/elm-street/caseload/")
    assert page.status_code == 200
    assert "no-store" in page.headers["Cache-Control"]
