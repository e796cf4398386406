"""Where a practice gives care, besides its own address."""

from __future__ import annotations

import datetime as dt
from typing import TypedDict, Unpack

from django.db import transaction

from registry import checks
from registry.models import Practice, Site, User
from registry.services.constraints import refusing
from registry.services.practice_settings import PLACES


class Details(TypedDict, total=False):
    """What a claim says of a service facility (loop 2310C or 2310E); an NPI where it has one."""

    name: str
    npi: str
    address: str
    city: str
    state: str
    zip_code: str
    place_of_service: str
    is_open: bool


_NEEDED = {
    "name": "The name is missing. Enter it as payers know the place.",
    "address": "The street address is missing. Enter it.",
    "city": "The city is missing. Enter it.",
    "state": "The state is missing. Enter its two letters.",
    "zip_code": "The ZIP code is missing. Enter it.",
}
_LINES = {
    "name": (60, "The name"),
    "address": (55, "The street address"),
    "city": (30, "The city"),
}
_TWICE = "Another site of the practice has this name. Choose another."


@transaction.atomic
def add(*, practice: Practice, by: User, now: dt.datetime, **details: Unpack[Details]) -> Site:
    """A new site of the practice.  Raises Refused by field."""
    return _write(Site(practice=practice, created_at=now, created_by=by), details)


@transaction.atomic
def change(site: Site, *, by: User, now: dt.datetime, **details: Unpack[Details]) -> Site:
    """Correct a site; what is not named stays as it was."""
    return _write(Site.objects.select_for_update().get(pk=site.pk), details)


def _write(site: Site, details: Details) -> Site:
    for field, value in details.items():
        setattr(site, field, checks.one_line(value) if isinstance(value, str) else value)
    site.npi = site.npi.replace(" ", "")
    site.state = site.state.upper()
    site.zip_code = checks.digits(site.zip_code)
    checks.stop_if(_problems(site))
    with refusing("site_once_per_name", "name", _TWICE):
        site.save()
    return site


def _problems(site: Site) -> dict[str, str | None]:
    values = {field: getattr(site, field) for field in Details.__annotations__}
    found: dict[str, str | None] = {
        field: checks.text(values[field], most=most, called=called)
        for field, (most, called) in _LINES.items()
    }
    found["address"] = found["address"] or checks.street(site.address)
    is_known = site.place_of_service in PLACES
    found |= {
        "npi": checks.npi(site.npi),
        "state": checks.state(site.state),
        "zip_code": checks.zip_code(site.zip_code),
        "place_of_service": None if is_known else "Choose the kind of place.",
    }
    return found | checks.missing(values, _NEEDED)
