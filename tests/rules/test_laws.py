"""What holds for every month, whatever is in it."""

from __future__ import annotations

import copy
import json
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from billing.rules import case as cases
from billing.rules import counting, decide, findings, windows
from billing.rules.errors import FieldError
from tests.rules import months, strategies

whole = settings(max_examples=100, deadline=None)


def answer(case):
    return decide(cases.read(case)).as_json()


def said(verdict):
    """A verdict without its entries."""
    return {key: value for key, value in verdict.items() if key != "entries"}


def units(verdict):
    """What the lines come to, as a rank: nothing, the short month, the base, each add-on."""
    rank = 0
    for line in verdict["lines"]:
        if line["code"] == "G2214":
            rank += 1
        elif line["code"] == "99494":
            rank += line["units"]
        else:
            rank += 2
    return rank


@whole
@given(case=strategies.cases())
def test_worked_is_counted_and_excluded_for_the_month_and_each_entry(case):
    got = answer(case)
    for row in [got["seconds"], *got["entries"]]:
        assert row["worked"] == row["counted"] + sum(row["excluded"].values())
        assert all(seconds > 0 for seconds in row["excluded"].values())
    for key in ("worked", "counted"):
        assert got["seconds"][key] == sum(entry[key] for entry in got["entries"])


@whole
@given(case=strategies.cases(), extra=st.data())
def test_adding_countable_time_never_lowers_minutes_or_units(case, extra):
    around = next(place[2] for place in strategies.PLACES if place[0] == case["month"])
    added = {
        **extra.draw(strategies.entries(around, 99)),
        "role": "care_manager",
        "activity": "patient_contact",
        "status": "confirmed",
        "billed_as": None,
    }
    more = {**case, "time": [*case["time"], added]}
    before, after = answer(case), answer(more)
    assert after["minutes"]["counted"] >= before["minutes"]["counted"]
    assert units(after) >= units(before)


@whole
@given(case=strategies.cases(), order=st.randoms(use_true_random=False))
def test_the_order_of_entries_never_matters(case, order):
    shuffled = copy.deepcopy(case)
    order.shuffle(shuffled["time"])
    before, after = answer(case), answer(shuffled)
    assert said(after) == said(before)
    key = lambda entry: entry["id"]  # noqa: E731
    assert sorted(after["entries"], key=key) == sorted(before["entries"], key=key)


@whole
@given(case=strategies.cases())
def test_no_second_is_counted_twice(case):
    facts = cases.read(case)
    count = counting.count(facts, windows.of(facts), facts.policy.roles(facts.program))
    assert sum(end - start for start, end in count.spans) == count.counted
    assert all(start < end for start, end in count.spans)
    for (_, end), (start, _) in zip(count.spans, count.spans[1:], strict=False):
        assert end <= start


@whole
@given(case=strategies.cases(), extra=st.data())
def test_a_void_entry_changes_nothing(case, extra):
    around = next(place[2] for place in strategies.PLACES if place[0] == case["month"])
    void = {**extra.draw(strategies.entries(around, 99)), "status": "voided"}
    place = extra.draw(st.integers(0, len(case["time"])))
    more = {**case, "time": [*case["time"][:place], void, *case["time"][place:]]}
    before, after = answer(case), answer(more)
    assert said(after) == said(before)
    row = {"id": void["id"], "worked": 0, "counted": 0, "excluded": {}}
    assert [e for e in after["entries"] if e["id"] == void["id"]] == [row]


@whole
@given(case=strategies.cases(), extra=st.data())
def test_splitting_an_entry_at_any_second_changes_neither_minutes_nor_lines(case, extra):
    if not case["time"]:
        return
    place = extra.draw(st.integers(0, len(case["time"]) - 1))
    entry = case["time"][place]
    start, end = (datetime.fromisoformat(entry[key]) for key in ("start", "end"))
    seconds = int((end - start).total_seconds())
    middle = start.replace(microsecond=0) + timedelta(seconds=extra.draw(st.integers(0, seconds)))
    if not start <= middle <= end:
        return
    first = {**entry, "end": middle.isoformat()}
    second = {**entry, "id": "z99", "start": middle.isoformat()}
    split = {**case, "time": [*case["time"][:place], first, second, *case["time"][place + 1 :]]}
    before, after = answer(case), answer(split)
    for key in ("minutes", "lines", "outcome", "date_of_service", "next"):
        assert after[key] == before[key]
    assert after["seconds"]["counted"] == before["seconds"]["counted"]


@whole
@given(case=strategies.cases())
def test_a_case_is_written_as_it_is_read(case):
    facts = cases.read(case)
    written = json.loads(json.dumps(cases.write(facts)))
    assert cases.read(written) == facts
    assert decide(cases.read(written)) == decide(facts)


@whole
@given(case=strategies.cases())
def test_the_policy_of_a_verdict_decides_the_month_again(case):
    got = answer(case)
    for preset in ("standard", "midpoint"):
        again = {**case, "policy": {"preset": preset, "overrides": got["policy"]}}
        assert answer(again) == got


@whole
@given(case=strategies.cases())
def test_the_next_step_is_kept(case):
    got = answer(case)
    if got["next"] is not None:
        assert got["next"]["minutes_needed"] >= 1
    assert (got["date_of_service"] is None) == (got["lines"] == [])
    assert (got["lines"] == []) == (got["outcome"] == "not_billable")


def otherwise(written, hours):
    """The same instant, written with another offset."""
    moment = datetime.fromisoformat(written)
    return moment.astimezone(timezone(timedelta(hours=hours, minutes=30))).isoformat()


def dotted(code):
    return f"{code[:2].lower()}.{code[2:].lower()}"


@whole
@given(case=strategies.cases(), hours=st.integers(-12, 12), order=st.randoms(use_true_random=False))
def test_how_a_case_is_written_changes_nothing(case, hours, order):
    other = copy.deepcopy(case)
    for entry in other["time"]:
        entry["start"], entry["end"] = (otherwise(entry[key], hours) for key in ("start", "end"))
    for consent in other["consents"]:
        consent["given_at"] = otherwise(consent["given_at"], hours)
        consent["revoked_at"] = consent["revoked_at"] and otherwise(consent["revoked_at"], hours)
    for service in other["other_services"]:
        service["code"] = dotted(service["code"])
    for name in ("consents", "other_services", "reviews", "measures", "stays", "authorizations"):
        order.shuffle(other[name])
    order.shuffle(other["episode"]["prior_service_months"])
    before, after = answer(case), answer({**other, "diagnoses": [*map(dotted, case["diagnoses"])]})
    for got in (before, after):
        for reason in got["reasons"]:
            del reason["text"]  # it names what was given, as it was given
    assert after == before


@whole
@given(
    minutes=st.integers(0, 260),
    overrides=strategies.overrides,
    preset=st.sampled_from(strategies.BY_MINUTES),
    program=st.sampled_from(["cocm", "cocm", "bhi"]),
)
def test_the_next_step_comes_with_the_minute_it_names_and_not_before(
    minutes, overrides, preset, program
):
    roles = {"counted_roles": ["care_manager"], "bhi_counted_roles": ["care_manager"]}
    case = months.month(minutes, preset, {**overrides, **roles}, program=program)
    now = decide(cases.read(case))
    if now.next is None:
        return

    def earned(more):
        added = months.entry("more", "2026-10-20T09:00:00-04:00", minutes=more)
        facts = cases.read({**case, "time": [*case["time"], added]})
        return findings.of(facts).earned

    then, standing = earned(now.next.minutes_needed), findings.of(cases.read(case)).earned
    assert earned(now.next.minutes_needed - 1) == standing
    gained = dict.fromkeys((now.next.code,), 0) | {line.code: line.units for line in standing}
    assert {line.code: line.units for line in then}[now.next.code] > gained[now.next.code]


@whole
@given(case=strategies.cases(), extra=st.data())
def test_a_case_without_one_of_its_keys_is_refused_there(case, extra):
    key = extra.draw(st.sampled_from(sorted(set(case) - {"caseload_meetings", "authorizations"})))
    with pytest.raises(FieldError) as caught:
        cases.read({name: value for name, value in case.items() if name != key})
    assert caught.value.field == key
