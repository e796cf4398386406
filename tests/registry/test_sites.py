"""Where a practice gives care, besides its own address: in the set-up and on the episode."""

from __future__ import annotations

import pytest

from registry.errors import Refused
from registry.models import Site
from registry.selectors import sites as selectors
from registry.services import sites
from tests.cast import NOW

pytestmark = pytest.mark.django_db

ANNEX = {
    "name": "Elm Street Annex",
    "npi": "1245319599",
    "address": "3 Oak Road",
    "city": "Troy",
    "state": "ny",
    "zip_code": "12180-0002",
    "place_of_service": "22",
    "is_open": True,
}


@pytest.fixture
def annex(elm_street, dana):
    return sites.add(practice=elm_street, by=dana, now=NOW, **ANNEX)


def test_a_site_is_kept_as_claims_write_it(annex):
    assert (annex.state, annex.zip_code) == ("NY", "121800002")
    assert str(annex) == "Elm Street Annex"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": " "}, "name"),
        ({"npi": "1245319598"}, "npi"),
        ({"address": ""}, "address"),
        ({"address": "P.O. Box 7"}, "address"),
        ({"city": ""}, "city"),
        ({"state": "XX"}, "state"),
        ({"zip_code": "123"}, "zip_code"),
        ({"place_of_service": "99"}, "place_of_service"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(elm_street, dana, change, field):
    with pytest.raises(Refused) as refused:
        sites.add(practice=elm_street, by=dana, now=NOW, **ANNEX | change)
    assert set(refused.value.problems) == {field}


def test_two_sites_of_one_name_are_refused(annex, elm_street, dana):
    with pytest.raises(Refused, match="this name"):
        sites.add(practice=elm_street, by=dana, now=NOW, **ANNEX)


def test_dana_adds_and_mends_a_site_on_its_pages(elm_street, signed_in, dana, charlie):
    dana_s = signed_in(dana)
    assert "No sites" in dana_s.get("/p/elm-street/sites/").content.decode()
    typed = ANNEX | {"is_open": "on"}
    assert dana_s.post("/p/elm-street/sites/add/", typed).url == "/p/elm-street/sites/"
    site = Site.objects.get()
    page = dana_s.get("/p/elm-street/sites/").content.decode()
    assert "3 Oak Road, Troy, NY 121800002" in page
    typed.pop("is_open")
    dana_s.post(f"/p/elm-street/sites/{site.pk}/", typed | {"city": "Albany"})
    site.refresh_from_db()
    assert (site.city, site.is_open) == ("Albany", False)
    assert signed_in(charlie).get(f"/p/elm-street/sites/{site.pk}/").status_code == 404


def edit(client, episode, **changes):
    url = f"/p/elm-street/episodes/{episode.pk}/edit/"
    typed = {
        "program": episode.program,
        "diagnoses": ["F32.1"],
        "started_on": episode.started_on.isoformat(),
        "initiating_visit_on": episode.initiating_visit_on.isoformat(),
        "care_manager": episode.care_manager_id,
        "consultant": episode.consultant_id,
        "treating_practitioner": episode.treating_practitioner_id,
        "therapy": "no",
    }
    return client.post(url, typed | changes)


def test_an_episode_says_where_its_care_is_given(annex, enrolled, signed_in, alice, time_machine):
    time_machine.move_to(NOW, tick=False)
    episode = enrolled.episodes.get()
    alice_s = signed_in(alice)
    url = f"/p/elm-street/episodes/{episode.pk}/edit/"
    assert "practice&#x27;s own address" in alice_s.get(url).content.decode()
    assert edit(alice_s, episode, site=annex.pk).status_code == 302
    episode.refresh_from_db()
    assert episode.site == annex
    chart = alice_s.get(f"/p/elm-street/patients/{enrolled.pk}/").content.decode()
    assert "Elm Street Annex" in chart
    assert edit(alice_s, episode, site="").status_code == 302
    episode.refresh_from_db()
    assert episode.site is None


def test_a_practice_without_sites_is_not_asked(enrolled, signed_in, alice):
    episode = enrolled.episodes.get()
    page = signed_in(alice).get(f"/p/elm-street/episodes/{episode.pk}/edit/").content.decode()
    assert "Where care is given" not in page


def test_a_closed_site_is_not_offered_but_stays_where_it_is(
    annex, enrolled, elm_street, signed_in, alice, dana, time_machine
):
    time_machine.move_to(NOW, tick=False)
    episode = enrolled.episodes.get()
    alice_s = signed_in(alice)
    edit(alice_s, episode, site=annex.pk)
    sites.change(annex, by=dana, now=NOW, is_open=False)
    assert list(selectors.offered(alice, elm_street)) == []
    assert list(selectors.offered(alice, elm_street, beside=annex.pk)) == [annex]
    assert edit(alice_s, episode, site=annex.pk).status_code == 302
    episode.refresh_from_db()
    assert episode.site == annex


def test_another_practice_s_site_is_refused(annex, enrolled, harbor, dana, signed_in, alice):
    theirs = sites.add(practice=harbor, by=dana, now=NOW, **ANNEX | {"name": "Pier"})
    episode = enrolled.episodes.get()
    assert edit(signed_in(alice), episode, site=theirs.pk).status_code == 422
    episode.refresh_from_db()
    assert episode.site is None
