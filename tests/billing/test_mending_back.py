"""From what stands against a month to the form that mends it, and back to the month."""

from __future__ import annotations

from urllib.parse import parse_qs, quote, urlsplit

import pytest

from billing.web import mending
from billing.web.mending import Rows
from registry.vocabulary import Role
from registry.web import mending as chart
from tests.billing.pages import links, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november")]

MONTH = "/p/elm-street/billing/2026-10/"
ROLES = [frozenset({Role(role)}) for role in ("biller", "care_manager", "consultant")]


@pytest.mark.parametrize("roles", ROLES)
@pytest.mark.parametrize("rule", sorted(chart.RULES))
def test_every_cause_leads_to_a_page_that_leads_back(october, signed_in, dana, rule, roles):
    claim = october.sent(75)
    back = f"{MONTH}?lane=held#cause-{rule}"
    rows = Rows(
        slug="elm-street", roles=roles, patient_id=claim.patient_id, episode_id=claim.episode_id,
        coverage_id=claim.coverage_id, payer_id=claim.payer_id, back=back,
    )  # fmt: skip
    url = urlsplit(mending.of_rule(rule, rows).url)
    assert parse_qs(url.query) == {"back": [back]}
    if Role.BILLER in roles:
        page = signed_in(dana).get(f"{url.path}?{url.query}")
        assert "Back to Billing, October 2026" in text(page)
        assert back in links(page)


def test_what_is_saved_leads_back_to_the_month_and_says_that_it_was_saved(october, signed_in, dana):
    claim = october.claim(75, member_id="")
    dana_s = signed_in(dana)
    back = f"{MONTH}?lane=held&mended={claim.pk}#cause-subscriber_id_missing"
    url = f"/p/elm-street/coverages/{claim.coverage_id}/?back={quote(back)}"
    initial = dana_s.get(url).context["form"].initial
    sent = {
        name: getattr(value, "pk", value)
        for name, value in initial.items()
        if value not in (None, "")
    }
    assert dana_s.post(url, {**sent, "member_id": "", "payer": ""}).status_code == 422
    answer = dana_s.post(url, {**sent, "member_id": "M-77"})
    assert answer.status_code == 302, answer.context["form"].errors
    assert answer.url == back.replace("#", "&saved=1#")
    page = text(dana_s.get(answer.url))
    assert "The insurance was saved." in page
    assert "The chart has changed since" in page


@pytest.mark.parametrize(
    "back",
    ["https://evil.test/", "//evil.test/p/elm-street/billing/2026-10/", "javascript:alert(1)",
     "/p/birch-road/billing/2026-10/", "/p/elm-street/billing/2026-99/", "/account/logout/",
     "/p/elm-street/patients/", "http://[", "", MONTH + "?" + "x" * 600],
)  # fmt: skip
def test_back_is_only_a_page_of_the_practice_s_billing(october, signed_in, dana, back):
    patient = october.chart(75)
    coverage = patient.coverages.get()
    url = f"/p/elm-street/coverages/{coverage.pk}/?back={quote(back)}"
    page = signed_in(dana).get(url)
    assert page.status_code == 200
    assert "Back to" not in text(page)
