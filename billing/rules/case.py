"""A month's facts as JSON: the case of the contract, read strictly and written back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from billing.rules import policy, reading, words
from billing.rules.errors import FieldError
from billing.rules.facts import (
    Authorization,
    Consent,
    Entry,
    Episode,
    Measure,
    MonthFacts,
    OtherService,
    OutsideTherapy,
    Review,
    Stay,
)
from billing.rules.month import Month
from billing.rules.policy import Policy
from billing.rules.reading import (
    day,
    flag,
    instant,
    optional,
    record,
    several,
    text,
    word,
    write_instant,
)

_NEEDS = (
    "id",
    "month",
    "timezone",
    "program",
    "policy",
    "episode",
    "consents",
    "initiating_visit_on",
    "care_manager",
    "treating_practitioner",
    "diagnoses",
    "time",
    "reviews",
    "measures",
    "outside_therapy",
    "other_services",
    "stays",
)
_MAY_HAVE = ("caseload_meetings", "authorizations")
_ENTRY = ("id", "start", "end", "worker", "role", "activity", "status")


def read(case: object) -> MonthFacts:
    """Read a case; raise FieldError at the first problem, in the order of the contract's keys."""
    given = record(case, "", needs=_NEEDS, may_have=_MAY_HAVE)
    name = text(given["id"], "id")
    month = reading.month(given["month"], "month")
    return MonthFacts(
        id=name,
        month=month,
        timezone=reading.zone(given["timezone"], "timezone"),
        program=word(given["program"], "program", among=words.PROGRAMS),
        policy=_policy(given["policy"], month),
        episode=_episode(given["episode"], month),
        consents=several(given["consents"], "consents", _consent),
        initiating_visit_on=optional(day)(given["initiating_visit_on"], "initiating_visit_on"),
        care_manager=text(given["care_manager"], "care_manager"),
        treating_practitioner=text(given["treating_practitioner"], "treating_practitioner"),
        diagnoses=several(given["diagnoses"], "diagnoses", text),
        time=_time(given["time"]),
        reviews=several(given["reviews"], "reviews", _review),
        caseload_meetings=several(given.get("caseload_meetings", ()), "caseload_meetings", day),
        measures=several(given["measures"], "measures", _measure),
        outside_therapy=optional(_therapy)(given["outside_therapy"], "outside_therapy"),
        other_services=several(given["other_services"], "other_services", _service),
        stays=several(given["stays"], "stays", _stay),
        authorizations=several(given.get("authorizations", ()), "authorizations", _authorization),
    )


def _policy(value: object, month: Month) -> Policy:
    found = record(value, "policy", needs=("preset", "overrides"))
    preset = text(found["preset"], "policy.preset")
    overrides = reading.mapping(found["overrides"], "policy.overrides")
    return policy.resolve(preset, overrides, on=month.first_day)


def _episode(value: object, month: Month) -> Episode:
    found = record(
        value,
        "episode",
        needs=("started_on", "ended_on", "prior_service_months"),
        may_have=("unbilled_initial",),
    )
    began = day(found["started_on"], "episode.started_on")
    ended = optional(day)(found["ended_on"], "episode.ended_on")
    if ended is not None and ended < began:
        raise FieldError("episode.ended_on", "must not lie before started_on")
    earlier = several(
        found["prior_service_months"], "episode.prior_service_months", partial(_earlier, month)
    )
    return Episode(
        started_on=began,
        ended_on=ended,
        prior_service_months=earlier,
        unbilled_initial=flag(found.get("unbilled_initial", False), "episode.unbilled_initial"),
    )


def _earlier(month: Month, value: object, path: str) -> Month:
    earlier = reading.month(value, path)
    if earlier >= month:
        raise FieldError(path, f"must lie before {month}")
    return earlier


def _consent(value: object, path: str) -> Consent:
    found = record(value, path, needs=("method", "given_at", "revoked_at"))
    method = word(found["method"], f"{path}.method", among=words.CONSENT_METHODS)
    given = instant(found["given_at"], f"{path}.given_at")
    revoked = optional(instant)(found["revoked_at"], f"{path}.revoked_at")
    if revoked is not None and revoked < given:
        raise FieldError(f"{path}.revoked_at", "must not lie before given_at")
    return Consent(method=method, given_at=given, revoked_at=revoked)


def _time(value: object) -> tuple[Entry, ...]:
    seen: set[str] = set()
    return several(value, "time", partial(_entry, seen))


def _entry(seen: set[str], value: object, path: str) -> Entry:
    found = record(value, path, needs=_ENTRY, may_have=("billed_as",))
    name = text(found["id"], f"{path}.id")
    if name in seen:
        raise FieldError(f"{path}.id", "is the id of an earlier entry as well")
    seen.add(name)
    start = instant(found["start"], f"{path}.start")
    end = instant(found["end"], f"{path}.end")
    if end < start:
        raise FieldError(f"{path}.end", "must not lie before start")
    return Entry(
        id=name,
        start=start,
        end=end,
        worker=text(found["worker"], f"{path}.worker"),
        role=word(found["role"], f"{path}.role", among=words.ROLES),
        activity=word(found["activity"], f"{path}.activity", among=words.ACTIVITIES),
        status=word(found["status"], f"{path}.status", among=words.STATUSES),
        billed_as=optional(text)(found.get("billed_as"), f"{path}.billed_as"),
    )


def _review(value: object, path: str) -> Review:
    found = record(value, path, needs=("on", "consultant"))
    return Review(
        on=day(found["on"], f"{path}.on"),
        consultant=text(found["consultant"], f"{path}.consultant"),
    )


def _measure(value: object, path: str) -> Measure:
    found = record(value, path, needs=("instrument", "on"))
    return Measure(
        instrument=text(found["instrument"], f"{path}.instrument"),
        on=day(found["on"], f"{path}.on"),
    )


def _therapy(value: object, path: str) -> OutsideTherapy:
    found = record(value, path, needs=("same_condition", "non_duplication_note"))
    return OutsideTherapy(
        same_condition=flag(found["same_condition"], f"{path}.same_condition"),
        non_duplication_note=flag(found["non_duplication_note"], f"{path}.non_duplication_note"),
    )


def _service(value: object, path: str) -> OtherService:
    found = record(value, path, needs=("code", "on", "practitioner"))
    return OtherService(
        code=text(found["code"], f"{path}.code"),
        on=day(found["on"], f"{path}.on"),
        practitioner=text(found["practitioner"], f"{path}.practitioner"),
    )


def _stay(value: object, path: str) -> Stay:
    first, last = _days(value, path)
    return Stay(first=first, last=last)


def _authorization(value: object, path: str) -> Authorization:
    first, last = _days(value, path)
    return Authorization(first=first, last=last)


def _days(value: object, path: str) -> tuple[date, date]:
    found = record(value, path, needs=("from", "to"))
    first, last = day(found["from"], f"{path}.from"), day(found["to"], f"{path}.to")
    if last < first:
        raise FieldError(f"{path}.to", "must not lie before from")
    return first, last


def write(
    facts: MonthFacts, *, instant: Callable[[int], object] = write_instant
) -> dict[str, object]:
    """Return facts as a case: ``read(write(facts)) == facts``.

    ``instant`` writes a time; one whose JSON is written faster may stand in for the text.
    """
    return {
        "id": facts.id,
        "month": str(facts.month),
        "timezone": facts.timezone,
        "program": facts.program,
        "policy": {"preset": facts.policy.preset, "overrides": facts.policy.overrides()},
        "episode": _write_episode(facts.episode),
        "consents": [_write_consent(consent, instant) for consent in facts.consents],
        "initiating_visit_on": _write_day(facts.initiating_visit_on),
        "care_manager": facts.care_manager,
        "treating_practitioner": facts.treating_practitioner,
        "diagnoses": list(facts.diagnoses),
        "time": [_write_entry(entry, instant) for entry in facts.time],
        "reviews": [{"on": str(r.on), "consultant": r.consultant} for r in facts.reviews],
        "caseload_meetings": list(map(str, facts.caseload_meetings)),
        "measures": [{"instrument": m.instrument, "on": str(m.on)} for m in facts.measures],
        "outside_therapy": _write_therapy(facts.outside_therapy),
        "other_services": [
            {"code": s.code, "on": str(s.on), "practitioner": s.practitioner}
            for s in facts.other_services
        ],
        "stays": [_write_days(stay) for stay in facts.stays],
        "authorizations": [_write_days(given) for given in facts.authorizations],
    }


def _write_day(value: date | None) -> str | None:
    return None if value is None else str(value)


def _write_episode(episode: Episode) -> dict[str, object]:
    return {
        "started_on": str(episode.started_on),
        "ended_on": _write_day(episode.ended_on),
        "prior_service_months": list(map(str, episode.prior_service_months)),
        "unbilled_initial": episode.unbilled_initial,
    }


def _write_consent(consent: Consent, instant: Callable[[int], object]) -> dict[str, object]:
    revoked = consent.revoked_at
    return {
        "method": consent.method,
        "given_at": instant(consent.given_at),
        "revoked_at": None if revoked is None else instant(revoked),
    }


def _write_entry(entry: Entry, instant: Callable[[int], object]) -> dict[str, object]:
    return {
        "id": entry.id,
        "start": instant(entry.start),
        "end": instant(entry.end),
        "worker": entry.worker,
        "role": entry.role,
        "activity": entry.activity,
        "status": entry.status,
        "billed_as": entry.billed_as,
    }


def _write_therapy(therapy: OutsideTherapy | None) -> dict[str, object] | None:
    if therapy is None:
        return None
    return {
        "same_condition": therapy.same_condition,
        "non_duplication_note": therapy.non_duplication_note,
    }


def _write_days(days: Stay | Authorization) -> dict[str, object]:
    return {"from": str(days.first), "to": str(days.last)}
