"""What a person reads when something cannot be shown: what happened, and what to do."""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse


@pytest.mark.parametrize("name", ["400.html", "500.html"])
def test_an_error_in_the_dark_needs_no_request_and_no_database(name):
    html = render_to_string(name)
    assert "Go back" in html
    assert 'href="/"' in html


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("404.html", "nothing at this address"),
        ("403.html", "Your role does not open this page"),
        ("403_csrf.html", "nothing was saved"),
        ("429.html", "Wait a few minutes"),
        ("errors/session_ended.html", "what you typed is still there"),
    ],
)
def test_an_error_in_the_frame_says_what_to_do(db, name, says):
    html = render_to_string(name, request=_nobody())
    assert says in html
    assert html.count("<h1") == 1


def _nobody():
    from django.contrib.auth.models import AnonymousUser

    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    return request


def test_an_unknown_address_is_a_page_of_ours(client, db):
    answer = client.get("/no/such/page/")
    assert answer.status_code == 404
    assert "There is nothing at this address" in answer.content.decode()


def test_a_form_without_its_token_says_that_nothing_was_saved(db):
    answer = Client(enforce_csrf_checks=True).post(reverse("account_login"), {"login": "x"})
    assert answer.status_code == 403
    assert "nothing was saved" in answer.content.decode()


ACCOUNT_PAGES = [
    ("account_login", "Sign in"),
    ("account_signup", "Accounts come from your practice"),
    ("account_reset_password", "Reset your password"),
    ("account_reset_password_done", "Check your email"),
    ("account_reset_password_from_key_done", "Password changed"),
    ("account_email_verification_sent", "Check your email"),
    ("account_inactive", "This account is switched off"),
]
OWN_PAGES = [
    ("account_logout", "Sign out?"),
    ("account_change_password", "Change your password"),
    ("account_email", "Email Addresses"),
    ("account_reauthenticate", "Is it you?"),
]


@pytest.mark.parametrize(("name", "heading"), ACCOUNT_PAGES)
def test_the_pages_around_signing_in_are_ours(client, db, name, heading):
    html = client.get(reverse(name)).content.decode()
    assert heading in html
    assert 'class="ct-entrance"' in html
    assert html.count("<h1") == 1


@pytest.mark.parametrize(("name", "heading"), OWN_PAGES)
def test_the_pages_of_ones_own_account_are_ours(client, alice, name, heading):
    client.force_login(alice)
    html = client.get(reverse(name)).content.decode()
    assert heading in html
    assert "tokens.css" in html


def test_a_used_reset_link_says_how_to_get_another(client, db):
    url = reverse("account_reset_password_from_key", kwargs={"uidb36": "1", "key": "a-b"})
    assert "This link does not work any more" in client.get(url).content.decode()


def test_demo_sign_ins_show_only_where_they_are_given(db):
    shown = render_to_string(
        "account/login.html",
        {
            "form": _login_form(),
            "demo_sign_ins": [{"email": "alice@demo.test", "role": "Care manager"}],
        },
        request=_nobody(),
    )
    assert "alice@demo.test" in shown
    assert "Demo" not in render_to_string(
        "account/login.html", {"form": _login_form()}, request=_nobody()
    )


def _login_form():
    from allauth.account.forms import LoginForm

    return LoginForm(request=_nobody())
