"""What becomes of each second of a month, by the contract: written to be slow and plain."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo


def local_date(facts, second):
    return date_in(facts.timezone, second)


@lru_cache(maxsize=100_000)
def date_in(timezone, second):
    return datetime.fromtimestamp(second, UTC).astimezone(ZoneInfo(timezone)).date()


def in_month(facts, day):
    return (day.year, day.month) == (facts.month.year, facts.month.month)


def in_force(consent, second):
    return consent.given_at <= second and (
        consent.revoked_at is None or second < consent.revoked_at
    )


def consents_that_count(facts):
    """The consents that count, and the hold; None where no consent is in force in the month."""
    # a consent is in force at some second of the month if it is at the first, or at its own first
    first = next(s for s in month_starts(facts) if in_month(facts, local_date(facts, s)))
    live = [
        c
        for c in facts.consents
        if any(
            in_force(c, s) and in_month(facts, local_date(facts, s)) for s in (first, c.given_at)
        )
    ]
    accepted = [c for c in live if c.method in facts.policy.consent_methods]
    if accepted:
        return accepted, None
    return (live, "consent_method_not_accepted") if live else (None, "consent_missing")


def month_starts(facts):
    """Every second from two days before the month, coarse first, then exact."""
    noon = datetime(facts.month.year, facts.month.month, 1, tzinfo=UTC)
    second = int((noon - timedelta(days=2)).timestamp())
    while not in_month(facts, local_date(facts, second + 900)):
        second += 900
    return range(second, second + 901)


def reason_of_entry(facts, entry, roles):
    """Why no second of an entry counts, whenever it was worked."""
    tests = [
        ("unconfirmed", entry.status == "needs_review"),
        ("crisis", entry.activity == "crisis"),
        ("psychotherapy", entry.activity == "psychotherapy"),
        ("separately_billed", entry.billed_as is not None),
        ("clerical", entry.activity == "clerical"),
        (
            "outreach_attempt",
            entry.activity == "outreach_attempt" and not facts.policy.counts_outreach_attempts,
        ),
        ("role_not_counted", entry.role not in roles),
    ]
    return next((name for name, fits in tests if fits), None)


def reason_of_second(facts, second, consents):
    """Why a second does not count, whoever worked it on whatever."""
    day = local_date(facts, second)
    tests = [
        (
            "outside_episode",
            day < facts.episode.started_on
            or (facts.episode.ended_on is not None and day > facts.episode.ended_on),
        ),
        (
            "outside_consent",
            consents is not None and not any(in_force(c, second) for c in consents),
        ),
        ("inpatient", any(stay.first <= day <= stay.last for stay in facts.stays)),
    ]
    return next((name for name, fits in tests if fits), None)


def fates(facts, roles):
    """What becomes of each second of each entry, before seconds that are shared are settled."""
    consents, _ = consents_that_count(facts)
    for entry in facts.time:
        seconds = () if entry.status == "voided" else range(entry.start, entry.end)
        whole = reason_of_entry(facts, entry, roles)
        fate = {
            second: whole or reason_of_second(facts, second, consents)
            for second in seconds
            if in_month(facts, local_date(facts, second))
        }
        if fate or entry.status == "voided":
            yield entry, fate


def keepers(found):
    """Which entry keeps each second that may count."""
    owners = {}
    for entry, fate in found:
        for second, why in fate.items():
            if why is None:
                owners.setdefault(second, []).append(entry)
    return {
        second: min(claims, key=lambda e: (e.start, -e.end, e.id)).id
        for second, claims in owners.items()
    }


def count(facts, roles):
    """The counted seconds in order, and per entry worked, counted and excluded."""
    found = list(fates(facts, roles))
    keeper = keepers(found)
    rows = []
    for entry, fate in found:
        excluded, counted = {}, 0
        for second, why in fate.items():
            if why is None and keeper[second] == entry.id:
                counted += 1
            else:
                excluded[why or "overlap"] = excluded.get(why or "overlap", 0) + 1
        rows.append({"id": entry.id, "worked": len(fate), "counted": counted, "excluded": excluded})
    return sorted(keeper), rows
