"""Who the people are, and what they cost: credentials for packets, inputs for the return."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from billing.services import care_costs
from billing.services.demo.practices import PEOPLE, House
from registry.models import Clinician, Practice
from registry.vocabulary import ClinicianKind

#: Name: (kind, credentials).
CREDENTIALS = {
    "alice": (ClinicianKind.OTHER, "LICSW"),
    "bob": (ClinicianKind.OTHER, "RN"),
    "charlie": (ClinicianKind.OTHER, "LICSW"),
    "sam": (ClinicianKind.CONSULTANT, "MD"),
}
SALARY, CONSULTANT_FEE = Decimal(72000), Decimal(250)
#: The demo's few patients are four hours of a week, and fewer at Harbor.
FULL_TIME = {"elm-street": Decimal("0.10"), "harbor": Decimal("0.02")}


def enter(house: House, practice: Practice, now: dt.datetime) -> None:
    for name, full_name, roles in PEOPLE:
        if name in CREDENTIALS and practice.slug in roles:
            kind, credentials = CREDENTIALS[name]
            first, last = full_name.split(" ", 1)
            Clinician.objects.create(
                practice=practice, user=house.people[name], kind=kind, first_name=first,
                last_name=last, credentials=credentials, created_at=now, created_by=house.system,
            )  # fmt: skip
    care_costs.change(
        practice,
        salary=SALARY,
        full_time=FULL_TIME[practice.slug],
        consultant_fee=CONSULTANT_FEE if practice.slug == "elm-street" else Decimal(0),
        by=house.people["dana"],
        now=now,
    )
