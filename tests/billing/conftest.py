from __future__ import annotations

import pytest

from tests.billing.october import NOVEMBER_2, October


@pytest.fixture
def october(make, elm_street, payer, alice, sam, dr_priya, dana):
    """October at Elm Street, with a payer that has a policy and fees."""
    month = October(make, elm_street, payer, alice, sam, dr_priya, dana)
    month.payable()
    return month


@pytest.fixture
def in_november(time_machine):
    """The clock stands at November 2: October is over."""
    time_machine.move_to(NOVEMBER_2, tick=False)
    return time_machine
