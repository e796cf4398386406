from __future__ import annotations

import pytest

from tests.billing.october import NOVEMBER_2


@pytest.fixture
def served(dr_priya, system):
    """A service billed apart: `served(patient, "96127", CLAIM_DAY)`, by the PCP if not said."""

    def serve(patient, code, on, by=None, **fields):
        return patient.other_services.create(
            code=code,
            served_on=on,
            practitioner=by or f"clinician:{dr_priya.pk}",
            recorded_at=NOVEMBER_2,
            recorded_by=system,
            **fields,
        )

    return serve
