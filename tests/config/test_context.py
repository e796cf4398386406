"""The navigation says where a person is, also on pages that do not lie below one of its own."""

from __future__ import annotations

import pytest

from config import context
from registry.vocabulary import Role

EVERY_ROLE = frozenset(Role)


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("caseload/", "caseload/"),
        ("patients/7/measures/add/", "patients/"),
        ("treatments/7/stop/", "patients/"),
        ("episodes/7/discharge/", "patients/"),
        ("caseload-reviews/", "reviews/"),
        ("billing/2026-10/", "billing/"),
        ("billing/denials/7/", "billing/received/"),
        ("billing/packets/7/", "billing/packets/"),
        ("billing/fees/", "settings/"),
        ("billing/payers/7/terms/", "settings/"),
        ("people/", "settings/"),
    ],
)
def test_every_page_belongs_to_one_of_the_navigation(path, page):
    assert context._here("elm", EVERY_ROLE, f"/p/elm/{path}") == f"/p/elm/{page}"


def test_who_has_no_set_up_is_still_in_billing_or_nowhere():
    assert context._here("elm", frozenset({Role.CARE_MANAGER}), "/p/elm/billing/fees/") == ""
