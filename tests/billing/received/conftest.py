from __future__ import annotations

import pytest
import time_machine

from tests.billing.remittances import NOW


@pytest.fixture
def on_november_12():
    """The server's clock stands on the day that the payers answer."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def sent(october):
    """A claim of 75 minutes (99492, $150.10) that left in a file."""
    return october.sent(75)


@pytest.fixture
def folder(settings, tmp_path, elm_street):
    settings.INBOX_DIR = tmp_path
    made_ = tmp_path / "elm-street"
    made_.mkdir()
    return made_
