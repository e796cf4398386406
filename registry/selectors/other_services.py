"""Services billed apart, read: who gave them, and what the payer asks for on their own lines."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from registry import calendar
from registry.models import Clinician, OtherService, Patient, Practice, ServiceMonth, User
from registry.selectors import people
from registry.standing import Prompt
from registry.vocabulary import Role

_MARK = re.compile(r"(user|clinician):(\d{1,18})")
#: Roles in which somebody without a clinician's row may have given a service.
_GIVE = (Role.CARE_MANAGER, Role.CONSULTANT, Role.TREATING_PRACTITIONER)


@dataclass(frozen=True, kw_only=True)
class Line:
    """A service, who gave it, and the prompts that stand on its line."""

    service: OtherService
    giver: str
    prompts: tuple[Prompt, ...]

    @property
    def open_prompts(self) -> list[Prompt]:
        return [each for each in self.prompts if each["modifier"] not in self.service.modifiers]

    @property
    def met_prompts(self) -> list[Prompt]:
        return [each for each in self.prompts if each["modifier"] in self.service.modifiers]


def get(user: User, practice: Practice, service_id: int) -> OtherService:
    """One service.  OtherService.DoesNotExist where it is another practice's, nobody's or void."""
    rows = OtherService.objects.filter(patient__practice__memberships__user=user, voided_at=None)
    rows = rows.select_related("patient__practice").distinct()
    return rows.get(patient__practice=practice, pk=service_id)


def of(patient: Patient, limit: int = 20) -> list[Line]:
    """A patient's services, the latest first."""
    return _lines(patient, _standing(patient).order_by("-served_on", "-pk")[:limit])


def of_month(patient: Patient, month: dt.date) -> list[Line]:
    """A patient's services of a month, in order."""
    return _lines(patient, standing(patient, month))


def standing(patient: Patient, month: dt.date) -> QuerySet[OtherService]:
    """The rows of a month that are not void, in order."""
    days = (month, calendar.last_day(month))
    found = _standing(patient).filter(served_on__range=days)
    return found.order_by("served_on", "code", "pk")


def _standing(patient: Patient) -> QuerySet[OtherService]:
    return OtherService.objects.filter(patient=patient, voided_at=None)


def _lines(patient: Patient, found: Iterable[OtherService]) -> list[Line]:
    """In three more queries, however many services there are."""
    services = list(found)
    if not services:
        return []
    who, names = _who(patient.practice, services)
    prompts = _prompts(patient, services)
    return [
        Line(
            service=row,
            giver=names.get(who[row.practitioner], row.practitioner),
            prompts=tuple(
                each
                for each in prompts
                if (each["code"], each["on"], each["giver"])
                == (row.code, row.served_on.isoformat(), who[row.practitioner])
            ),
        )
        for row in services
    ]


def _who(practice: Practice, services: list[OtherService]) -> tuple[dict[str, str], dict[str, str]]:
    """Each practitioner as the rules know them, a clinician who signs in as that user; names."""
    marks = {row.practitioner for row in services}
    ids: dict[str, set[int]] = {"user": set(), "clinician": set()}
    for match in filter(None, map(_MARK.fullmatch, marks)):
        ids[match[1]].add(int(match[2]))
    who, names = {mark: mark for mark in marks}, {}
    rows = Clinician.objects.filter(
        Q(pk__in=ids["clinician"]) | Q(user__in=ids["user"]), practice=practice
    )
    for row in rows:
        mark = f"user:{row.user_id}" if row.user_id else f"clinician:{row.pk}"
        who[f"clinician:{row.pk}"], names[mark] = mark, str(row)
    for user in User.objects.filter(pk__in=ids["user"]):
        names.setdefault(f"user:{user.pk}", user.full_name)
    return who, names


def _prompts(patient: Patient, services: list[OtherService]) -> list[Prompt]:
    """What was said of the months in which the services lie."""
    months = {calendar.month_of(row.served_on) for row in services}
    rows = ServiceMonth.objects.filter(patient=patient, month__in=months)
    return [
        each
        for standing in rows.values_list("standing", flat=True)
        for each in (standing or {}).get("prompts", ())
    ]


def settled(reasons: Iterable[dict[str, Any]], lines: Iterable[Line]) -> list[dict[str, Any]]:
    """Reasons, of which a note that asks for a modifier is a tick once every visit carries it."""
    asked = [line for line in lines if line.prompts]
    texts = {each["text"] for line in asked for each in line.prompts}
    if not asked or any(line.open_prompts for line in asked):
        return list(reasons)
    return [{**reason, "kind": "ok"} if reason["text"] in texts else reason for reason in reasons]


def givers(practice: Practice) -> list[tuple[str, str]]:
    """Who of the practice may have given a service: mark and name, by name."""
    clinicians = list(Clinician.objects.filter(practice=practice))
    found = {
        f"user:{row.user_id}" if row.user_id else f"clinician:{row.pk}": str(row)
        for row in clinicians
    }
    for role in _GIVE:
        for user in people.with_role(practice, role):
            found.setdefault(f"user:{user.pk}", user.full_name)
    return sorted(found.items(), key=lambda pair: pair[1].casefold())


def giver_of(service: OtherService) -> str:
    """Who gave a service, by the mark that `givers` offers; a name from outside as it is."""
    return _who(service.patient.practice, [service])[0][service.practitioner]
