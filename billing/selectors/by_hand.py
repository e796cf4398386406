"""How much of the time that claims count was entered by hand, and not by the clock."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from billing.models import Claim
from registry.models import TimeEntry
from registry.vocabulary import Origin


def percent(claims: Collection[Claim]) -> dict[int, int]:
    """Percent of each claim's counted seconds, cut, by claim id; only those above zero; one query.

    As the claims say what counted: an entry's seconds that count for nothing are no share.
    """
    counted = {claim.pk: _counted(claim) for claim in claims}
    ids = {entry_id for entries in counted.values() for entry_id in entries}
    rows = TimeEntry.objects.filter(pk__in=ids, origin=Origin.BY_HAND)
    by_hand = set(rows.values_list("pk", flat=True))
    shares = {
        pk: _share(entries, sum(entries[each] for each in entries.keys() & by_hand))
        for pk, entries in counted.items()
    }
    return {pk: share for pk, share in shares.items() if share}


def _counted(claim: Claim) -> dict[int, int]:
    entries = claim.verdict.get("entries", ())
    return {int(entry["id"]): entry["counted"] for entry in entries if entry["counted"]}


def _share(entries: Mapping[int, int], by_hand: int) -> int:
    return by_hand * 100 // sum(entries.values()) if by_hand else 0
