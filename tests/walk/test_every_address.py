"""Walks every address of the product as every role, as a stranger and as nobody.

`DECISIONS` says for whom each named address is.  A new address without a decision fails here.
"""

from __future__ import annotations

import pytest
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver

from config.middleware import decision
from registry.vocabulary import Role
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


def status(browser, method, url):
    """What the address answers; whatever it wrote is undone."""
    with transaction.atomic():
        sent = {"content_type": "application/json"} if method == "post" and "/api/" in url else {}
        response = getattr(browser, method)(url, headers={"accept": "*/*"}, **sent)
        transaction.set_rollback(True)
    for close in response._resource_closers:  # a file that was opened for the answer
        close()
    return response


def test_nobody_sees_anything_without_signing_in(client, the_practice):
    wrong = {}
    for name, _, _ in OURS:
        decided = DECISIONS[name]
        response = status(client, decided.method, the_practice.address(name))
        to_sign_in = response.status_code == 302 and response.url.startswith("/account/login/")
        if not (decided.public or to_sign_in or response.status_code in (401, 403)):
            wrong[name] = response.status_code
    assert wrong == {}


def test_what_is_public_answers_everybody(client, the_practice):
    answers = {
        name: status(client, decided.method, the_practice.address(name)).status_code
        for name, decided in DECISIONS.items()
        if decided.public
    }
    assert answers.pop("readyz") in (200, 503)  # as the worker and beat are there or not
    assert {name: code for name, code in answers.items() if code >= 400} == {
        "session-extend": 401,
        "session-resume": 400,
    }


def test_a_stranger_from_another_practice_finds_nothing(charlie, signed_in, the_practice):
    browser = signed_in(charlie)
    answers = {
        name: status(browser, DECISIONS[name].method, the_practice.address(name)).status_code
        for name, _, _ in IN_A_PRACTICE
    }
    assert {name: code for name, code in answers.items() if code != 404} == {}


@pytest.mark.parametrize("role", list(Role.values))
def test_in_one_s_own_practice_another_s_rows_are_not_found(
    person, harbor, signed_in, the_practice, role
):
    """Somebody at Harbor writes Harbor into the address and keeps Elm Street's row in it."""
    browser = signed_in(person("Robin Vance", (harbor, role)))
    answers = {
        name: status(browser, decided.method, the_practice.address(name, slug="harbor"))
        for name, decided in DECISIONS.items()
        if role in decided.roles and the_practice.names_a_row(name)
    }
    found = {name: answer.status_code for name, answer in answers.items()}
    assert answers
    assert {name: code for name, code in found.items() if code != 404} == {}


@pytest.mark.parametrize("who", ROLES)
def test_a_role_opens_what_is_decided_for_it_and_no_more(request, signed_in, the_practice, who):
    user = request.getfixturevalue(who)
    role = user.memberships.first().role
    browser = signed_in(user)
    wrong = {}
    for name, _, _ in IN_A_PRACTICE:
        decided = DECISIONS[name]
        code = status(browser, decided.method, the_practice.address(name)).status_code
        opened = code in (200, 201, 202, 204, 302, 303, 400, 409, 422)
        allowed = role in decided.roles and decided.only in ("", who)
        refused = code == 403 or (decided.only and code == 404)
        if opened != allowed or not (opened or refused):
            wrong[name] = code
    assert wrong == {}
