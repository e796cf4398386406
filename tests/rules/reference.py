"""The contract once more, written to be slow and plain: second by second, minute by minute.

Nothing here is taken from the engine but the reading of a case. A test compares the two.
"""

from __future__ import annotations

from tests.rules.reference_seconds import (
    consents_that_count,
    count,
    in_month,
    local_date,
)

FULL = {"99492": 70, "99493": 60}
IN_PLACE = {"99492": "G0568", "99493": "G0569", "99484": "G0570"}
THERAPY = {"90832", "90833", "90834", "90836", "90837", "90838", "90846", "90847", "90853"}
FAMILY = {"99492", "99493", "99494", "99484", "G2214", "G0512", "G0568", "G0569", "G0570"}
VISITS = {"99202", "99203", "99204", "99205", "99211", "99212", "99213", "99214", "99215"}


def plain(code):
    return code.replace(".", "").upper()


def idle(month, earlier):
    return (month.year - earlier.year) * 12 + month.month - earlier.month - 1


def month_type(facts):
    if facts.program == "bhi":
        return None
    started, policy = facts.episode.started_on, facts.policy
    here = (facts.month.year, facts.month.month)
    first = (started.year, started.month)
    since = type(facts.month)(*first)
    fresh = all(
        idle(since, p) >= policy.new_episode_gap_months
        for p in facts.episode.prior_service_months
        if (p.year, p.month) < first
    )
    still = policy.initial_if_unbilled == "still_initial" and facts.episode.unbilled_initial
    return "initial" if fresh and (here == first or (here > first and still)) else "subsequent"


def base_of(facts):
    return {"initial": "99492", "subsequent": "99493", None: "99484"}[month_type(facts)]


def choose(facts, minutes):
    """Lines as (code, units), and the units of 99494 before the cap."""
    policy, base = facts.policy, base_of(facts)
    accepted = {plain(code) for code in policy.accepted_codes}
    cocm = facts.program == "cocm"
    reached = minutes >= policy.min_minutes[base]
    if cocm and policy.program_code is not None:
        return ([(policy.program_code, 1)] if reached else []), 0
    apcm = policy.apcm_addons and any(
        plain(s.code) in {"G0556", "G0557", "G0558"}
        and in_month(facts, s.on)
        and s.practitioner == facts.treating_practitioner
        for s in facts.other_services
    )
    if reached and apcm:
        return [(IN_PLACE[base], 1)], 0
    if reached and base in accepted:
        if not cocm or "99494" not in accepted:
            return [(base, 1)], 0
        left, units = minutes - FULL[base], 0
        while left >= 30:
            left, units = left - 30, units + 1
        if left > 0 and left >= policy.min_minutes["99494"]:
            units += 1
        capped = min(units, policy.max_units["99494"])
        return [(base, 1)] + ([("99494", capped)] if capped else []), units
    if cocm and "G2214" in accepted and minutes >= policy.min_minutes["G2214"]:
        return [("G2214", 1)], 0
    return [], 0


def step(facts, minutes):
    """The nearest change, tried minute by minute."""
    if not facts.policy.separately_paid:
        return None
    now = choose(facts, minutes)[0]
    for more in range(1, 400):
        then = choose(facts, minutes + more)[0]
        if then != now:
            gained = next(code for code, units in then if units > dict(now).get(code, 0))
            return {"code": gained, "minutes_needed": more}
    return None


def served(facts, seconds, first):
    rule = facts.policy.date_of_service
    if rule == "last_day":
        last = facts.month.last_day
        return min(last, facts.episode.ended_on or last)
    if rule == "last_contact":
        return local_date(facts, seconds[-1])
    minimum = facts.policy.min_minutes["G2214" if first == "G2214" else base_of(facts)]
    return local_date(facts, seconds[minimum * 60 - 1])


def roles(facts, program):
    policy = facts.policy
    return set(policy.bhi_counted_roles if program == "bhi" else policy.counted_roles)


def decide(facts):
    """The verdict, without texts and policy."""
    policy, episode = facts.policy, facts.episode
    seconds, rows = count(facts, roles(facts, facts.program))
    minutes = len(seconds) // 60
    lines, uncapped = choose(facts, minutes)
    kind = month_type(facts)
    reached = minutes >= policy.min_minutes[base_of(facts)]
    on = served(facts, seconds, lines[0][0]) if lines and policy.separately_paid else None
    services = [(plain(s.code), s) for s in facts.other_services if in_month(facts, s.on)]
    managers = {facts.care_manager} | {
        entry.worker
        for entry in facts.time
        if entry.role == "care_manager"
        and entry.status == "confirmed"
        and any(row["id"] == entry.id and row["worked"] for row in rows)
    }

    def asked(rule):
        return kind is not None and (
            rule in ("each_month", "caseload_meeting")
            or (rule == "initial_month" and kind == "initial")
        )

    review_missing = (
        asked(policy.consultant_review)
        and not any(in_month(facts, r.on) for r in facts.reviews)
        and not (
            policy.consultant_review == "caseload_meeting"
            and any(in_month(facts, day) for day in facts.caseload_meetings)
        )
    )
    visit = facts.initiating_visit_on
    nth = (
        idle(facts.month, type(facts.month)(episode.started_on.year, episode.started_on.month)) + 2
    )
    after = policy.authorization_after_months
    counts = roles(facts, facts.program)
    without = len(count(facts, counts - {"consultant"})[0]) // 60
    for_bhi = len(count(facts, roles(facts, "bhi"))[0]) // 60
    prefixes = [plain(p) for p in policy.diagnosis_prefixes]
    table = [
        ("refusal", "below_minimum", not lines and not reached),
        ("refusal", "code_not_accepted", not lines and reached),
        ("refusal", "not_separately_paid", not policy.separately_paid),
        *(
            ("hold", rule, consents_that_count(facts)[1] == rule)
            for rule in ("consent_missing", "consent_method_not_accepted")
        ),
        ("hold", "initiating_visit_missing", visit is None),
        (
            "hold",
            "initiating_visit_stale",
            visit is not None
            and not 0 <= (episode.started_on - visit).days <= policy.initiating_visit_lookback_days,
        ),
        (
            "hold",
            "diagnosis_missing",
            not any(plain(d).startswith(p) for d in facts.diagnoses for p in prefixes),
        ),
        (
            "hold",
            "measure_missing",
            asked(policy.measure_required)
            and not any(in_month(facts, m.on) for m in facts.measures),
        ),
        ("hold", "consultant_review_missing", review_missing),
        (
            "hold" if policy.same_person_therapy == "block" else "note",
            "same_person_therapy",
            any(code in THERAPY and s.practitioner in managers for code, s in services),
        ),
        (
            "hold",
            "non_duplication_note_missing",
            facts.outside_therapy is not None
            and facts.outside_therapy.same_condition
            and not facts.outside_therapy.non_duplication_note,
        ),
        ("hold", "already_billed", any(code in FAMILY for code, _ in services)),
        (
            "hold",
            "authorization_missing",
            after is not None
            and nth > after
            and not (on and any(a.first <= on <= a.last for a in facts.authorizations)),
        ),
        ("note", "units_capped", uncapped > policy.max_units["99494"]),
        (
            "note",
            "consultant_minutes_decide",
            "consultant" in counts and choose(facts, without)[0] != lines,
        ),
        (
            "note",
            "bhi_alternative",
            facts.program == "cocm"
            and review_missing
            and "99484" in map(plain, policy.accepted_codes)
            and for_bhi >= policy.min_minutes["99484"],
        ),
        (
            "note",
            "modifier_25_on_em",
            policy.modifier_25_on_same_day_em
            and kind == "initial"
            and any(
                code in VISITS
                and s.practitioner == facts.treating_practitioner
                and s.on == episode.started_on
                for code, s in services
            ),
        ),
    ]
    reasons = [(kind_, rule) for kind_, rule, holds in table if holds]
    kinds = {kind_ for kind_, _ in reasons}
    refused = "refusal" in kinds
    excluded = {}
    for row in rows:
        for why, number in row["excluded"].items():
            excluded[why] = excluded.get(why, 0) + number
    worked = sum(row["worked"] for row in rows)
    return {
        "outcome": "not_billable" if refused else "held" if "hold" in kinds else "billable",
        "month_type": kind,
        "lines": [] if refused else lines,
        "date_of_service": str(on) if on else None,
        "minutes": {"worked": worked // 60, "counted": minutes},
        "seconds": {"worked": worked, "counted": len(seconds), "excluded": excluded},
        "next": step(facts, minutes),
        "reasons": reasons,
        "entries": rows,
    }
