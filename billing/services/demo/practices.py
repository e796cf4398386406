"""The demo's organization, practices, people, payers, policies and fees."""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from billing.models import PayerPolicy
from billing.services import claim_settings
from billing.services.demo import fees, waiting
from billing.services.demo.desk import Desk
from billing.services.demo.stories import MEDICARE, STORIES
from registry.models import Clinician, Organization, Patient, Payer, Practice, Site, User
from registry.services import people, sites, synthea
from registry.services.synthea import values
from registry.vocabulary import ClinicianKind, Role

DATA = Path(__file__).resolve().parents[3] / "registry" / "data" / "synthea"

#: (slug, name, street, city, ZIP+4, phone, NPI).  NPIs are made up: 9 digits and their check digit.
PRACTICES = (
    ("elm-street", "Elm Street Primary Care", "40 Elm Street", "Worcester", "016090001",
     "5085550140", "1000000012"),
    ("harbor", "Harbor Family Medicine", "8 Harbor Road", "Gloucester", "019300001",
     "9785550108", "1000000020"),
)  # fmt: skip

#: Where Elm Street gives care too; its NPI is made up as theirs are.
SITE: sites.Details = {
    "name": "Elm Street West", "npi": "1000000053", "address": "12 Chandler Street",
    "city": "Worcester", "state": "MA", "zip_code": "016050001", "place_of_service": "49",
    "is_open": True,
}  # fmt: skip

#: Who signs in: (name, full name, roles by practice).
PEOPLE = (
    ("alice", "Alice Moreno", {"elm-street": Role.CARE_MANAGER}),
    ("bob", "Bob Chen", {"elm-street": Role.CARE_MANAGER}),
    ("priya", "Priya Natarajan", {"elm-street": Role.TREATING_PRACTITIONER}),
    ("sam", "Sam Okafor", {"elm-street": Role.CONSULTANT, "harbor": Role.CONSULTANT}),
    ("dana", "Dana Reyes", {"elm-street": Role.BILLER, "harbor": Role.BILLER}),
    ("sue", "Sue Lindqvist", {"elm-street": Role.SUPERVISOR}),
    ("ann", "Ann Whitfield", {"elm-street": Role.AUDITOR}),
    ("charlie", "Charlie Dubois", {"harbor": Role.CARE_MANAGER}),
)

#: Days to file a claim and to appeal, as the demo's contracts have them.
CLOCKS = {
    "Aetna": (120, 180),
    "Medicare": (365, 120),
    "Blue Cross Blue Shield": (180, 180),
    "UnitedHealthcare": (90, 365),
    "Cigna Health": (90, 180),
    "Medicaid": (90, 60),
}
#: Electronic payer ids of the demo; no clearinghouse knows them.
PAYER_IDS = {
    "Aetna": "DEMOAETNA",
    "Medicare": "DEMOMEDICARE",
    "Blue Cross Blue Shield": "DEMOBCBS",
    "UnitedHealthcare": "DEMOUNITED",
    "Cigna Health": "DEMOCIGNA",
    "Medicaid": "DEMOMEDICAID",
}


@dataclass(kw_only=True)
class House:
    """What was built, by name; and one desk for all charts: a person is in one place at a time."""

    practices: dict[str, Practice] = field(default_factory=dict)
    people: dict[str, User] = field(default_factory=dict)
    practitioners: dict[str, Clinician] = field(default_factory=dict)
    sites: dict[str, Site] = field(default_factory=dict)
    patients: dict[tuple[str, tuple[str, str]], Patient] = field(default_factory=dict)
    payers: dict[tuple[str, str], Payer] = field(default_factory=dict)
    desk: Desk = field(default_factory=lambda: Desk(ZoneInfo("America/New_York")))
    system: User


def build(*, slug: str, password: str, now: dt.datetime) -> House:
    house = House(system=people.system())
    organization = Organization.objects.create(name="Northside Billing", slug=slug, created_at=now)
    for values_of in PRACTICES:
        practice = _practice(organization, values_of, now)
        house.practices[practice.slug] = practice
    _people(house, password, now)
    for practice in house.practices.values():
        _import(house, practice, now)
        _practitioner(house, practice, now)
        _payers(house, practice, now)
    _site(house, now)
    return house


def _site(house: House, now: dt.datetime) -> None:
    """Elm Street sees some of its patients elsewhere: claims name it as the service facility."""
    house.sites["elm-street"] = sites.add(
        practice=house.practices["elm-street"], by=house.people["dana"], now=now, **SITE
    )


def _practice(organization: Organization, given: tuple[str, ...], now: dt.datetime) -> Practice:
    slug, name, address, city, zip_code, phone, npi = given
    return Practice.objects.create(
        organization=organization,
        name=name,
        slug=slug,
        npi=npi,
        tax_id="000000000",
        taxonomy="261QP2300X",
        address=address,
        city=city,
        state="MA",
        zip_code=zip_code,
        phone=phone,
        submitter_id="NORTHSIDEDEMO",
        contact_name="Dana Reyes",
        contact_phone="5085550101",
        created_at=now,
    )


def _people(house: House, password: str, now: dt.datetime) -> None:
    for name, full_name, roles in PEOPLE:
        user = User.objects.create_user(f"{name}@demo.test", full_name, password)
        house.people[name] = user
        for slug, role in roles.items():
            people.grant(user, house.practices[slug], role, by=house.system, now=now)


def _import(house: House, practice: Practice, now: dt.datetime) -> None:
    """Harbor has the people of its stories; Elm Street everybody else."""
    only = _of_harbor() if practice.slug == "harbor" else _everybody() - _of_harbor()
    synthea.run(DATA, practice=practice, by=house.system, now=now, only=only)
    for patient in Patient.objects.filter(practice=practice).select_related("practice"):
        house.patients[practice.slug, (patient.first_name, patient.last_name)] = patient
    for payer in Payer.objects.filter(practice=practice):
        house.payers[practice.slug, payer.name] = payer


def _everybody() -> set[str]:
    return set(_names())


def _of_harbor() -> set[str]:
    names = {story.name for story in STORIES if story.practice == "harbor"}
    return {source_id for source_id, name in _names().items() if name in names}


def _names() -> dict[str, tuple[str, str]]:
    with (DATA / "patients.csv").open(encoding="utf-8") as file:
        return {
            row["Id"]: (values.name(row["FIRST"], "", 60), values.name(row["LAST"], "", 60))
            for row in csv.DictReader(file)
        }


def _practitioner(house: House, practice: Practice, now: dt.datetime) -> None:
    """Priya treats at Elm Street; at Harbor the first practitioner whom Synthea names."""
    if practice.slug == "elm-street":
        house.practitioners[practice.slug] = Clinician.objects.create(
            practice=practice,
            user=house.people["priya"],
            kind=ClinicianKind.TREATING,
            first_name="Priya",
            last_name="Natarajan",
            credentials="MD",
            npi="1000000038",
            taxonomy="207Q00000X",
            created_at=now,
            created_by=house.system,
        )
        return
    treating = Clinician.objects.filter(practice=practice, kind=ClinicianKind.TREATING)
    clinician = treating.order_by("last_name", "first_name").first()
    assert clinician is not None
    clinician.npi, clinician.taxonomy = "1000000046", "208D00000X"
    clinician.save(update_fields=["npi", "taxonomy"])
    house.practitioners[practice.slug] = clinician


def _payers(house: House, practice: Practice, now: dt.datetime) -> None:
    since = now.date().replace(month=1, day=1) - dt.timedelta(days=366)
    for name, payer_id in PAYER_IDS.items():
        payer = house.payers[practice.slug, name]
        payer.payer_id = payer_id
        payer.save(update_fields=["payer_id"])
        filing, appeal = CLOCKS[name]
        claim_settings.change_payer(
            payer, filing_days=filing, appeal_days=appeal, by=house.people["dana"], now=now
        )
        _policy(house, practice, payer, since, now)
    fees.enter(practice, since, by=house.people["dana"], now=now)


def _policy(
    house: House, practice: Practice, payer: Payer, since: dt.date, now: dt.datetime
) -> None:
    """Medicare pays from the midpoint on; the others want the whole time."""
    midpoint = payer.name == MEDICARE
    row = PayerPolicy.objects.create(
        practice=practice,
        payer=payer,
        preset="midpoint" if midpoint else "standard",
        active_from=since,
        source="AHRQ Integration Academy: the 50% + 1 rule" if midpoint else "Whole times",
        source_address="integrationacademy.ahrq.gov" if midpoint else "",
        entered_at=now,
        entered_by=house.people["dana"],
        approved_at=now,
        approved_by=house.system,
    )
    if payer.name == waiting.OVERDUE:
        waiting.is_due(row, now)
    if payer.name == waiting.DRAFTED:
        waiting.draft(payer, by=house.people["dana"], now=now)
