"""Sue gives and takes roles; a practice is opened with its first supervisor."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from registry.errors import Refused
from registry.models import Membership, Practice, User
from registry.selectors import practices
from registry.services import memberships
from tests.registry import entering


def form(**fields):
    return {"email": "nora@practice.example", "full_name": "Nora Field", "role": "care_manager"} | (
        fields
    )


def test_sue_invites_somebody_who_sets_a_password_and_signs_in(signed_in, client, sue, elm_street):
    page = signed_in(sue).post(entering.url("people"), form(), follow=True).content.decode()
    assert "gets a mail with a link" in page
    nora = User.objects.get(email="nora@practice.example")
    assert practices.roles(nora, elm_street) == {"care_manager"}
    assert not nora.has_usable_password()
    (sent,) = mail.outbox
    link = re.search(r"https?://[^/]+(/\S+)", sent.body)[1]
    page = client.get(link, follow=True)
    chosen = "a-long-enough-password"
    client.post(page.redirect_chain[-1][0], {"password1": chosen, "password2": chosen})
    nora.refresh_from_db()
    assert nora.check_password(chosen)


def test_somebody_with_an_account_is_given_the_role_without_a_mail(
    signed_in, sue, charlie, elm_street
):
    page = signed_in(sue).post(
        entering.url("people"), form(email=charlie.email.upper(), full_name=""), follow=True
    )
    assert "Charlie Dubois has the role now" in page.content.decode()
    assert practices.roles(charlie, elm_street) == {"care_manager"}
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"email": "nora"}, "no email address"),
        ({"full_name": " "}, "The name is missing"),
        ({"role": "king"}, "Choose one of those listed"),
        ({"full_name": "x" * 121}, "at most 120"),
        ({"email": "system@caretally.invalid"}, "cannot sign in"),
    ],
)
def test_what_cannot_be_is_named_and_nobody_is_made(signed_in, sue, fields, sentence):
    before = User.objects.count()
    sent = signed_in(sue).post(entering.url("people"), form(**fields))
    assert sent.status_code == 422
    assert sentence in sent.content.decode()
    assert User.objects.count() == before


def test_a_role_given_twice_is_had_once(sue, elm_street, now):
    for _ in range(2):
        memberships.invite(elm_street, **form(), by=sue, now=now)
    assert Membership.objects.filter(user__email="nora@practice.example").count() == 1


def test_sue_takes_a_role_away_and_the_practice_is_closed_to_them(signed_in, sue, bob, elm_street):
    row = bob.memberships.get()
    signed_in(sue).post(entering.url("membership_revoke", membership_id=row.pk))
    assert signed_in(bob).get(entering.url("caseload")).status_code == 404


def test_the_last_supervisor_stays(sue, bob, elm_street, now):
    row = sue.memberships.get()
    with pytest.raises(Refused, match="only supervisor"):
        memberships.revoke(row, by=sue)
    memberships.invite(
        elm_street, email=bob.email, full_name="", role="supervisor", by=sue, now=now
    )
    memberships.revoke(row, by=sue)
    assert practices.roles(sue, elm_street) == set()


def test_another_practices_role_is_not_there(signed_in, sue, charlie):
    url = entering.url("membership_revoke", membership_id=charlie.memberships.get().pk)
    assert signed_in(sue).post(url).status_code == 404


def test_a_practice_is_opened_with_its_first_supervisor(db, capsys):
    call_command(
        "open_practice", "Lakeside Family Medicine", organization="Northside Billing",
        supervisor="lee@practice.example", supervisor_name="Lee Park",
    )  # fmt: skip
    practice = Practice.objects.get(slug="lakeside-family-medicine")
    lee = User.objects.get(email="lee@practice.example")
    assert practices.roles(lee, practice) == {"supervisor"}
    with pytest.raises(CommandError, match="There is a practice"):
        call_command("open_practice", "Lakeside Family Medicine", organization="N",
                     supervisor="x@practice.example", supervisor_name="X")  # fmt: skip


def test_a_practice_without_a_right_supervisor_is_not_opened(db):
    with pytest.raises(CommandError, match="no email address"):
        call_command("open_practice", "Lakeside", organization="N", supervisor="lee")
    assert not Practice.objects.filter(name="Lakeside").exists()
