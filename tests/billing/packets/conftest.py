from __future__ import annotations

import pytest

from tests.billing.packing import build, rich


@pytest.fixture
def claim(october, make, alice, priya):
    return rich(october, make, alice, priya)


@pytest.fixture
def packet(claim, dana):
    return build(claim, dana)
