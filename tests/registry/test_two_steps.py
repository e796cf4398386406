"""The second step of a sign-in: set up, asked for, demanded, and lost."""

from __future__ import annotations

import json
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.management import CommandError, call_command
from django.urls import reverse

from registry import sealing
from registry.adapters import PURPOSE
from registry.models import Organization, Practice
from tests.cast import PASSWORD

pytestmark = pytest.mark.django_db

SIGN_IN = "/account/login/"
SECOND = "/account/two-steps/authenticate/"
CASELOAD = "/p/elm-street/caseload/"
ANOTHER = "another one, of fifty characters and a few more"
TIMER = "/api/p/elm-street/timer/"


def code(secret, at=0):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + at))


def sign_in(client, person):
    return client.post(SIGN_IN, {"login": person.email, "password": PASSWORD})


@pytest.fixture
def set_up(client):
    """Sign somebody in and set up their second step; gives the key."""

    def make(person):
        sign_in(client, person)
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        page = client.get(reverse("mfa_activate_totp"))
        secret = page.context["form"].secret
        answer = client.post(reverse("mfa_activate_totp"), {"code": code(secret, -1)})
        assert answer.url == reverse("mfa_view_recovery_codes")
        return secret

    return make


@pytest.fixture
def secret(set_up, client, alice):
    """Alice's key; she has signed out."""
    key = set_up(alice)
    client.post(reverse("account_logout"))
    return key


def is_in(client):
    return client.get(CASELOAD).status_code == 200


def test_the_password_alone_opens_nothing_once_it_is_set_up(secret, client, alice):
    answer = sign_in(client, alice)
    assert answer.url == SECOND
    assert client.get(CASELOAD).status_code == 302
    assert client.post(SECOND, {"code": code(secret)}).status_code == 302
    assert is_in(client)


def test_a_code_serves_once(secret, client, alice):
    sign_in(client, alice)
    client.post(SECOND, {"code": code(secret)})
    client.post(reverse("account_logout"))
    sign_in(client, alice)
    answer = client.post(SECOND, {"code": code(secret)})
    assert "not right, or was used" in answer.content.decode()
    assert not is_in(client)


def test_five_wrong_codes_lock_the_account_for_a_while(secret, client, alice):
    sign_in(client, alice)
    for _ in range(5):
        client.post(SECOND, {"code": "000000"})
    answer = client.post(SECOND, {"code": code(secret)})
    assert "Too many" in answer.content.decode()
    assert not is_in(client)


def test_a_recovery_code_does_as_well_and_once(set_up, client, alice):
    set_up(alice)
    (first, *others) = client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]
    for attempt, expected in ((first, True), (first, False), (others[0], True)):
        client.post(reverse("account_logout"))
        sign_in(client, alice)
        client.post(SECOND, {"code": attempt})
        assert is_in(client) is expected


def test_the_key_is_sealed_and_an_earlier_secret_key_still_opens_it(secret, settings):
    kept = Authenticator.objects.get(type="totp").data["secret"]
    assert secret not in kept
    earlier, settings.SECRET_KEY = (
        settings.SECRET_KEY,
        "another one, of fifty characters and a few more",
    )
    with pytest.raises(sealing.Unopened):
        sealing.open_(kept, PURPOSE)
    settings.SECRET_KEY_FALLBACKS = [earlier]
    assert sealing.open_(kept, PURPOSE) == secret


def test_under_a_lost_secret_key_no_code_fits_and_nothing_breaks(secret, client, alice, settings):
    settings.SECRET_KEY = ANOTHER
    sign_in(client, alice)
    assert client.post(SECOND, {"code": code(secret)}).status_code == 200
    assert not is_in(client)


def resume(client, person, **more):
    body = json.dumps({"email": person.email, "password": PASSWORD, **more})
    return client.post(reverse("session-resume"), body, content_type="application/json")


def test_signing_in_over_a_page_asks_for_the_code_too(secret, client, alice):
    answer = resume(client, alice)
    assert (answer.status_code, answer.json()["needs_code"]) == (403, True)
    assert not is_in(client)
    assert resume(client, alice, code="000000").status_code == 400
    assert resume(client, alice, code=code(secret)).json()["signed_in"]
    assert is_in(client)


@pytest.fixture(params=["practice", "organization"])
def demanded(request, elm_street, now):
    model = {"practice": Practice, "organization": Organization}[request.param]
    pk = elm_street.pk if model is Practice else elm_street.organization_id
    model.objects.filter(pk=pk).update(two_steps_since=now)


def test_where_it_is_demanded_a_sign_in_leads_to_the_set_up_first(demanded, set_up, client, alice):
    sign_in(client, alice)
    assert client.get(CASELOAD).url == reverse("mfa_index")
    assert client.get(CASELOAD, headers={"hx-request": "true"})["HX-Redirect"]
    assert client.get(TIMER).status_code == 403
    client.post(reverse("account_logout"))
    set_up(alice)
    assert is_in(client)
    assert client.get(TIMER).status_code == 200


def test_where_it_is_demanded_nobody_switches_it_off(demanded, set_up, client, alice):
    set_up(alice)
    page = client.post(reverse("mfa_deactivate_totp"))
    assert "It stays on" in page.content.decode()
    assert Authenticator.objects.filter(user=alice, type="totp").exists()


def test_left_to_each_it_may_be_switched_off_again(set_up, client, alice):
    set_up(alice)
    assert client.post(reverse("mfa_deactivate_totp")).status_code == 302
    assert not Authenticator.objects.filter(user=alice).exists()


def test_a_session_from_before_the_demand_goes_on(client, signed_in, alice, sue, elm_street):
    sign_in(client, alice)
    answer = signed_in(sue).post("/p/elm-street/people/two-steps/", {"demand": "yes"})
    assert answer.status_code == 302
    Practice.objects.filter(pk=elm_street.pk).update(two_steps_since="2100-01-01T00:00Z")
    assert is_in(client)


def test_a_supervisor_demands_it_sees_who_has_it_and_leaves_it_again(
    secret, signed_in, sue, alice, elm_street
):
    browser = signed_in(sue)
    browser.post("/p/elm-street/people/two-steps/", {"demand": "yes"})
    elm_street.refresh_from_db()
    assert elm_street.two_steps_since is not None
    history = Practice.pgh_event_model.objects.filter(pgh_obj_id=elm_street.pk).last()
    assert history.pgh_context.metadata["reason"] == "second step demanded"
    assert history.pgh_context.metadata["user"] == sue.pk
    browser.post("/p/elm-street/people/two-steps/", {"demand": "no"})
    elm_street.refresh_from_db()
    assert elm_street.two_steps_since is None
    lines = b"".join(browser.get("/p/elm-street/people/?as=csv").streaming_content).decode()
    assert any(line.startswith("Alice") and line.endswith("True") for line in lines.splitlines())
    assert any(line.startswith("Sue") and line.endswith("False") for line in lines.splitlines())


def test_the_operator_demands_it_of_an_organization_and_forgets_a_lost_one(
    secret, client, alice, system, northside, capsys
):
    call_command("two_steps", "Northside Billing", "--demand")
    northside.refresh_from_db()
    assert northside.two_steps_since is not None
    call_command("account", alice.email, "--forget-two-steps")
    assert not Authenticator.objects.filter(user=alice).exists()
    with pytest.raises(CommandError, match="no second step"):
        call_command("account", alice.email, "--forget-two-steps")
    call_command("two_steps", "northside", "--leave")
    sign_in(client, alice)
    assert is_in(client)


def test_an_account_is_switched_off_and_on_again(client, alice, system, capsys):
    sign_in(client, alice)
    call_command("account", alice.email, "--off")
    assert client.get(CASELOAD).status_code == 302
    sign_in(client, alice)
    assert not is_in(client)
    call_command("account", alice.email, "--on")
    sign_in(client, alice)
    assert is_in(client)
    with pytest.raises(CommandError, match="no account"):
        call_command("account", "nobody@demo.test", "--off")


def test_after_a_change_of_the_secret_key_what_was_kept_is_sealed_anew(secret, settings, capsys):
    earlier, settings.SECRET_KEY = settings.SECRET_KEY, ANOTHER
    with pytest.raises(CommandError, match="2 secrets opened with no known key"):
        call_command("reseal")
    settings.SECRET_KEY_FALLBACKS = [earlier]
    call_command("reseal")
    assert "2 secrets of sign-ins" in capsys.readouterr().out
    settings.SECRET_KEY_FALLBACKS = []
    kept = Authenticator.objects.get(type="totp").data["secret"]
    assert sealing.open_(kept, PURPOSE) == secret
    call_command("reseal")
