"""Walks every address of the product as every role, as a stranger and as nobody.

`DECISIONS` says for whom each named address is.  A new address without a decision fails here.
"""

from __future__ import annotations

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from config.middleware import decision
from tests.walk.decisions import DECISIONS

ROLES = ["alice", "priya", "sam", "dana", "sue", "ann"]


def patterns(resolver=None, prefix=""):
    """Every (name, route, view) below a resolver."""
    for entry in (resolver or get_resolver()).url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from patterns(entry, route)
        elif isinstance(entry, URLPattern):
            yield entry.name, route, entry.callback


ADDRESSES = list(patterns())
OURS = [a for a in ADDRESSES if not a[2].__module__.startswith(("allauth", "drf_spectacular"))]
IN_A_PRACTICE = [a for a in OURS if "<slug:slug>" in a[1]]


@pytest.mark.parametrize(("name", "route", "view"), ADDRESSES, ids=[str(a[1]) for a in ADDRESSES])
def test_every_view_says_for_whom_it_is(name, route, view):
    assert decision(view) in ("public", "signed_in", "practice")


@pytest.mark.parametrize(("name", "route", "view"), OURS, ids=[str(a[1]) for a in OURS])
def test_every_address_has_a_decision_here_too(name, route, view):
    assert name in DECISIONS, f"{route} is new: say in tests/walk/decisions.py for whom it is."


def test_no_decision_speaks_of_an_address_that_is_gone():
    assert set(DECISIONS) <= {name for name, _, _ in OURS}


def open_page(browser, method, url):
    return getattr(browser, method)(url, headers={"accept": "text/html"})


@pytest.fixture
def address(the_practice):
    """The full address of a pattern, filled with rows of Elm Street."""
    return the_practice.address


@pytest.mark.parametrize(("name", "route", "view"), OURS, ids=[str(a[1]) for a in OURS])
def test_nobody_sees_anything_without_signing_in(client, address, name, route, view):
    decided = DECISIONS[name]
    response = open_page(client, decided.method, address(name))
    if decided.public:
        assert response.status_code in (200, 302, 503)
    else:
        assert response.status_code in (302, 401, 403)
        if response.status_code == 302:
            assert response.url.startswith("/account/login/")


@pytest.mark.parametrize(
    ("name", "route", "view"), IN_A_PRACTICE, ids=[str(a[1]) for a in IN_A_PRACTICE]
)
def test_a_stranger_from_another_practice_finds_nothing(
    charlie, signed_in, address, name, route, view
):
    decided = DECISIONS[name]
    response = open_page(signed_in(charlie), decided.method, address(name))
    assert response.status_code == 404


@pytest.mark.parametrize(
    ("name", "route", "view"), IN_A_PRACTICE, ids=[str(a[1]) for a in IN_A_PRACTICE]
)
def test_in_one_s_own_practice_another_s_rows_are_not_found(
    charlie, signed_in, the_practice, name, route, view
):
    """Charlie writes his own practice into the address and keeps Elm Street's row in it."""
    decided = DECISIONS[name]
    if not the_practice.names_a_row(name) or not decided.roles & {"care_manager"}:
        return
    response = open_page(
        signed_in(charlie), decided.method, the_practice.address(name, slug="harbor")
    )
    assert response.status_code == 404


@pytest.mark.parametrize("who", ROLES)
@pytest.mark.parametrize(
    ("name", "route", "view"), IN_A_PRACTICE, ids=[str(a[1]) for a in IN_A_PRACTICE]
)
def test_a_role_opens_what_is_decided_for_it_and_no_more(
    request, signed_in, address, who, name, route, view
):
    person = request.getfixturevalue(who)
    role = person.memberships.first().role
    decided = DECISIONS[name]
    response = open_page(signed_in(person), decided.method, address(name))
    if role in decided.roles:
        assert response.status_code in (200, 201, 202, 302, 400, 409, 422)
    else:
        assert response.status_code == 403
