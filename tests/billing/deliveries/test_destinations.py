"""Where a practice's and a payer's files go, and that a password is read by nobody."""

from __future__ import annotations

import pytest
from django.db import connection

from billing.models import Destination
from billing.services import deliveries, destinations, sealed
from registry.errors import Refused
from tests.billing.deliveries.outbox import LATER, queued, worked


@pytest.mark.django_db
def test_a_payer_s_own_destination_comes_before_the_practice_s(
    to_folder, files, dana, elm_street, payer
):
    destinations.change(elm_street, payer, by=dana, now=LATER, kind="download")
    assert deliveries.queue([files()], by=dana, now=LATER) == []
    destinations.change(elm_street, payer, by=dana, now=LATER, kind="folder", folder="own")
    worked(queued(dana, files(2)))
    assert (to_folder.parent / "own").is_dir()
    assert not to_folder.exists()


@pytest.mark.django_db
def test_a_payer_s_files_go_where_the_practice_s_go_again(
    to_folder, files, dana, elm_street, payer
):
    destinations.change(elm_street, payer, by=dana, now=LATER, kind="folder", folder="own")
    destinations.change(elm_street, payer, by=dana, now=LATER, kind="practice")
    assert worked(queued(dana, files())).destination.payer is None
    with pytest.raises(Refused):
        destinations.change(elm_street, None, by=dana, now=LATER, kind="practice")


@pytest.mark.django_db
def test_what_waits_for_a_destination_that_is_no_place_any_more_waits_for_a_person(
    to_folder, files, dana, elm_street
):
    row = queued(dana, files())
    destinations.change(elm_street, None, by=dana, now=LATER, kind="download")
    assert "takes no files any more" in worked(row).problem
    assert row.state == "failed"
    assert not to_folder.exists()


@pytest.mark.django_db
def test_a_secret_is_not_in_the_database_nor_in_its_history(serve, to_sftp):
    to = to_sftp(serve())
    assert "letmein" not in to.secret
    assert sealed.open_(to.secret) == "letmein"
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM billing_destinationevent")
        assert "secret" not in {column.name for column in cursor.description}


@pytest.mark.django_db
def test_a_secret_of_another_product_key_is_asked_for_again(serve, to_sftp, files, dana, settings):
    to_sftp(serve())
    settings.SECRET_KEY = "another key altogether"
    row = worked(queued(dana, files()))
    assert row.state == "failed"
    assert "Enter it again" in row.problem


@pytest.mark.django_db
def test_a_secret_does_not_follow_to_another_host(serve, to_sftp, elm_street, dana):
    server = serve()
    to_sftp(server)
    with pytest.raises(Refused) as refused:
        to_sftp(server, host="elsewhere.example", secret="")
    assert "secret" in refused.value.problems
    assert to_sftp(server, secret="", folder="in").folder == "in"  # the same host: it is kept


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"kind": "pigeon"}, "kind"),
        ({"kind": "folder", "folder": "../../etc"}, "folder"),
        ({"kind": "folder", "folder": "/etc"}, "folder"),
        ({"kind": "sftp"}, "host"),
        ({"kind": "sftp", "host": "a b"}, "host"),
        ({"kind": "sftp", "host": "h.example", "port": 70000}, "port"),
        ({"kind": "sftp", "host": "h.example"}, "username"),
        ({"kind": "sftp", "host": "h.example", "username": "u"}, "secret"),
        ({"kind": "sftp", "host": "h.example", "username": "u", "secret": "s"}, "host_key"),
        ({"kind": "sftp", "host_key": "trust me"}, "host_key"),
        ({"kind": "sftp", "secret_kind": "key", "secret": "no key"}, "secret"),
    ],
)
def test_each_wrong_field_is_named(elm_street, dana, details, field):
    with pytest.raises(Refused) as refused:
        destinations.change(elm_street, None, by=dana, now=LATER, **details)
    assert field in refused.value.problems
    assert not Destination.objects.exists()
