"""Who gave the care, in which capacity, with which credentials; and changes of care manager."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from billing.services.packet_parts import said
from billing.services.packet_parts.blocks import Block, Table, Title, Words
from billing.services.packet_parts.material import Material
from registry.models import Clinician, User
from registry.selectors import transfers


def gather(material: Material) -> dict[str, Any]:
    episode = material.episode
    if episode is None:
        return {"people": [], "transfers": []}
    return {
        "people": list(_people(material)),
        "transfers": [
            {
                "from": each.from_care_manager.full_name,
                "to": each.to_care_manager.full_name,
                "at": said.instant(each.transferred_at),
                "by": each.transferred_by.full_name,
                "reason": each.reason,
            }
            for each in reversed(transfers.of_episodes([episode]))
        ],
    }


def _people(material: Material) -> Iterator[dict[str, Any]]:
    episode = material.episode
    assert episode is not None
    workers = {entry.worker_id: entry.worker for entry in material.entries}
    known = _clinicians(material, [episode.care_manager_id, episode.consultant_id, *workers])
    yield _clinician("Billing practitioner", episode.treating_practitioner)
    yield _person("Care manager", episode.care_manager, known)
    if episode.consultant:
        yield _person("Psychiatric consultant", episode.consultant, known)
    of_the_team = {episode.care_manager_id, episode.consultant_id}
    of_the_team.add(episode.treating_practitioner.user_id)
    for pk, worker in sorted(workers.items(), key=lambda pair: (pair[1].full_name, pair[0])):
        if pk not in of_the_team:
            yield _person("Logged time", worker, known)


def _clinicians(material: Material, ids: list[int | None]) -> dict[int, Clinician]:
    wanted = Q(user__in=[pk for pk in ids if pk])
    rows = Clinician.objects.filter(wanted, practice=material.practice)
    return {row.user_id: row for row in rows if row.user_id}


def _person(part: str, user: User, known: dict[int, Clinician]) -> dict[str, Any]:
    if user.pk in known:
        return _clinician(part, known[user.pk])
    return {"part": part, "name": user.full_name, "credentials": None, "npi": None}


def _clinician(part: str, row: Clinician) -> dict[str, Any]:
    return {
        "part": part,
        "name": f"{row.first_name} {row.last_name}",
        "credentials": row.credentials or None,
        "npi": row.npi or None,
    }


def blocks(content: dict[str, Any], zone: str) -> list[Block]:
    if not content["people"]:
        return [Words("No team: the patient was in no episode in this month.")]
    rows = [
        [each["part"], each["name"], said.or_nothing(each["credentials"]),
         said.or_nothing(each["npi"])]
        for each in content["people"]
    ]  # fmt: skip
    found: list[Block] = [Table(("Part", "Name", "Credentials", "NPI"), rows, (3, 4, 2, 2))]
    if content["transfers"]:
        found.append(Title("Changes of care manager"))
        found += [Words(_transfer(each, zone), level=1) for each in content["transfers"]]
    return found


def _transfer(each: dict[str, Any], zone: str) -> str:
    at = said.when(each["at"], zone)
    return f"{at}: from {each['from']} to {each['to']}, by {each['by']}: “{each['reason']}”"
