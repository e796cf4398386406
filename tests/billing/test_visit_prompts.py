"""Modifier 25: asked for on the visit's own line, with the payer's source, until it is there."""

from __future__ import annotations

import datetime as dt
import html
import re

import pytest
import time_machine

from billing.services import standing
from registry.models import OtherService
from registry.services import other_services, service_month
from tests.billing.october import OCTOBER
from tests.billing.payer_rows import policy_row
from tests.cast import NOW

pytestmark = pytest.mark.django_db
VISIT = dt.date(2026, 10, 1)
ASKED = {"overrides": {"modifier_25_on_same_day_em": True}, "source": "Empire manual, section 4"}


def text(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", html.unescape(answer.content.decode())).split())


@pytest.fixture
def visit(enrolled, payer, dana, dr_priya, make, alice, now):
    """Dr. Priya's office visit on the day on which care began, under a payer that asks."""
    policy_row(payer, dana, now, approved_by=alice, **ASKED)
    episode = enrolled.episodes.get()
    assert episode.started_on == VISIT
    return other_services.record(
        patient=enrolled, code="99213", served_on=VISIT,
        practitioner=f"clinician:{episode.treating_practitioner_id}", by=dana, now=now,
    )  # fmt: skip


def prompts(patient):
    return standing.decide([patient.pk], OCTOBER)[patient.pk].get("prompts", [])


def test_the_payer_s_source_comes_with_the_prompt(enrolled, visit):
    (prompt,) = prompts(enrolled)
    assert (prompt["code"], prompt["on"], prompt["modifier"]) == ("99213", "2026-10-01", "25")
    assert prompt["text"] == (
        "Modifier 25 belongs on the line of the office visit 99213 on 2026-10-01."
    )
    assert prompt["reference"] == "Empire manual, section 4"


@pytest.mark.parametrize(
    "change",
    [
        {"served_on": dt.date(2026, 10, 2)},
        {"code": "90791"},
        {"practitioner": "Dr. Elsewhere"},
    ],
)
def test_another_service_gets_no_prompt(enrolled, visit, now, change):
    other_services.change(visit, now=now, **change)
    assert prompts(enrolled) == []


def test_a_payer_that_does_not_ask_gets_no_prompt(enrolled, visit, payer):
    payer.policies.update(overrides={})
    assert prompts(enrolled) == []


def test_the_prompt_stands_on_the_visit_s_line_until_the_modifier_does(
    signed_in, alice, enrolled, visit, now
):
    service_month.refresh([enrolled], [OCTOBER], now=now)
    with time_machine.travel(NOW, tick=False):
        page = text(signed_in(alice).get(f"/p/elm-street/patients/{enrolled.pk}/"))
    assert "99213 , Oct 1, 2026" in page or "99213, Oct 1, 2026" in page
    assert "Modifier 25 belongs on the line of the office visit 99213" in page
    assert "Empire manual, section 4" in page
    other_services.change(visit, modifiers=["95", "25"], now=now)
    with time_machine.travel(NOW, tick=False):
        page = text(signed_in(alice).get(f"/p/elm-street/patients/{enrolled.pk}/"))
    assert "modifiers 95, 25" in page
    assert "Modifier 25 is on it, as this payer asks." in page
    assert "It carries 25: write it down" not in page


def test_a_prompt_is_never_on_another_visit_of_the_day(enrolled, visit, dana, now):
    other_services.record(
        patient=enrolled, code="99213", served_on=VISIT, practitioner="Dr. Elsewhere",
        by=dana, now=now,
    )  # fmt: skip
    from registry.selectors import other_services as lines

    service_month.refresh([enrolled], [OCTOBER], now=now)
    with_prompt = {line.giver: bool(line.prompts) for line in lines.of(enrolled)}
    assert with_prompt.pop("Dr. Elsewhere") is False
    assert list(with_prompt.values()) == [True]


def test_the_form_of_a_prompt_has_the_modifier_in_it_already(signed_in, dana, enrolled, visit):
    with time_machine.travel(NOW, tick=False):
        browser = signed_in(dana)
        url = f"/p/elm-street/services/{visit.pk}/"
        assert 'value="25"' in browser.get(f"{url}?modifier=25").content.decode()
        sent = {"code": "99213", "served_on": "2026-10-01", "giver": "outside",
                "outside": "Dr. Elsewhere", "modifiers": "25 95"}  # fmt: skip
        assert browser.post(url, sent).status_code == 302
    visit.refresh_from_db()
    assert (visit.modifiers, visit.practitioner) == (["25", "95"], "Dr. Elsewhere")


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [
        ({"code": ""}, "code", "Code is missing"),
        ({"code": "9921"}, "code", "five characters"),
        ({"served_on": "2026-10-15"}, "served_on", "lies in the future"),
        ({"served_on": ""}, "served_on", "missing"),
        ({"giver": ""}, "giver", "Who gave it is missing"),
        ({"giver": "outside"}, "outside", "Say who gave the service"),
        ({"modifiers": "2"}, "modifiers", "two letters or digits"),
        ({"modifiers": "25, 25"}, "modifiers", "stands there twice"),
        ({"modifiers": "25 95 GT U1 U2"}, "modifiers", "at most 4"),
    ],
)
def test_what_is_wrong_with_a_service_is_said_at_its_field(
    signed_in, dana, enrolled, change, field, sentence
):
    sent = {"code": "99213", "served_on": "2026-10-01", "giver": f"user:{dana.pk}",
            "outside": "", "modifiers": "25"}  # fmt: skip
    sent["giver"] = change.get("giver", "outside")
    sent["outside"] = "" if field == "outside" else "Dr. Elsewhere"
    with time_machine.travel(NOW, tick=False):
        answer = signed_in(dana).post(
            f"/p/elm-street/patients/{enrolled.pk}/services/add/", sent | change
        )
    assert answer.status_code == 422
    assert sentence in " ".join(answer.context["form"].errors[field])
    assert not OtherService.objects.exists()


def test_a_void_service_is_listed_no_more_and_needs_a_reason(signed_in, dana, enrolled, visit):
    with time_machine.travel(NOW, tick=False):
        browser = signed_in(dana)
        url = f"/p/elm-street/services/{visit.pk}/void/"
        browser.post(url, {"reason": " "})
        visit.refresh_from_db()
        assert visit.voided_at is None
        browser.post(url, {"reason": "another patient's"})
        visit.refresh_from_db()
        assert visit.voided_by == dana
        assert browser.get(f"/p/elm-street/services/{visit.pk}/").status_code == 404
    assert prompts(enrolled) == []
