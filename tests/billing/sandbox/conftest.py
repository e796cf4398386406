from __future__ import annotations

import datetime as dt

import pytest

from billing.models import PayerPolicy
from billing.services import sandbox, sandbox_sides
from tests.billing.october import NOVEMBER_2, OCTOBER
from tests.billing.pages import text
from tests.billing.sandbox.asking import PAGE, asked


@pytest.fixture
def drafted(payer, dana):
    """Dana's draft for the payer: `drafted("midpoint")`."""

    def draft(preset="midpoint", to=payer, **fields):
        said = {"active_from": dt.date(2026, 12, 1), "entered_at": NOVEMBER_2, "entered_by": dana}
        return PayerPolicy.objects.create(
            practice=to.practice, payer=to, preset=preset, **said | fields
        )

    return draft


@pytest.fixture
def tried(elm_street, payer, dana):
    """Test a reading on October: `tried(draft)`, `tried("preset-midpoint", before="now")`."""

    def run(after, before="now", *, month=OCTOBER, noted_on=None, now=NOVEMBER_2, to=payer):
        sides = {
            side.name: side for group in sandbox_sides.offered(dana, to) for side in group.sides
        }
        name = sandbox_sides.name_of(after) if isinstance(after, PayerPolicy) else after
        return sandbox.start(
            practice=elm_street,
            payer=to,
            month=month,
            before=sides[before],
            after=sides[name],
            by=dana,
            now=now,
            noted_on=noted_on,
        )

    return run


@pytest.fixture
def found(tried):
    return lambda *args, **kwargs: sandbox.result(tried(*args, **kwargs))


@pytest.fixture
def small_chunks(monkeypatch):
    """Two patients a chunk; what was sent to the workers."""
    sent = []
    monkeypatch.setattr(sandbox, "CHUNK", 2)
    monkeypatch.setattr(
        sandbox.current_app, "send_task", lambda name, args: sent.append((name, *args))
    )
    return sent


@pytest.fixture
def draft(elm_street, payer, sue):
    """Sue's draft: the payer reads by the midpoint from December on."""
    return PayerPolicy.objects.create(
        practice=elm_street,
        payer=payer,
        preset="midpoint",
        active_from=dt.date(2026, 12, 1),
        entered_at=NOVEMBER_2,
        entered_by=sue,
    )


@pytest.fixture
def page(draft):
    return PAGE.format(draft.pk)


@pytest.fixture
def shown(signed_in, dana, page, draft):
    """The page after a test that Dana ran: `shown(kind="added")`."""

    def show(user=dana, address=page, query="", **changes):
        browser = signed_in(user)
        response = browser.post(address, asked(draft, **changes))
        assert response.status_code == 302, text(response)
        return browser.get(response.url + query)

    return show
