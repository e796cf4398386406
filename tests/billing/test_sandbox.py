"""A policy tried on a past month: claim by claim, in dollars, and nothing is written."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import DataError, InternalError, connection
from django.test.utils import CaptureQueriesContext
from kombu.exceptions import OperationalError

from billing import tasks
from billing.models import Claim, PayerPolicy
from billing.selectors import month_facts
from billing.selectors import sandbox as selectors
from billing.services import claims, sandbox, sandbox_chunk, sandbox_sides
from registry.errors import Refused
from registry.models import Coverage, Payer
from tests.billing.october import NOVEMBER_2, OCTOBER

#: A statement that changes rows, wherever in the query it stands.
CHANGES = re.compile(
    r"\b(?:INSERT INTO|UPDATE(?! OF)|DELETE FROM|COPY|TRUNCATE|MERGE INTO) \"?\w+\"?"
)


@pytest.fixture(autouse=True)
def november(in_november):
    return in_november


@pytest.fixture
def drafted(payer, dana):
    """Dana's draft for the payer: `drafted("midpoint")`."""

    def draft(preset="midpoint", to=payer, **fields):
        said = {"active_from": dt.date(2026, 12, 1), "entered_at": NOVEMBER_2, "entered_by": dana}
        return PayerPolicy.objects.create(
            practice=to.practice, payer=to, preset=preset, **said | fields
        )

    return draft


@pytest.fixture
def tried(elm_street, payer, dana):
    """Test a reading on October: `tried(draft)`, `tried("preset-midpoint", before="now")`."""

    def run(after, before="now", *, month=OCTOBER, noted_on=None, now=NOVEMBER_2, to=payer):
        sides = {
            side.name: side for group in sandbox_sides.offered(dana, to) for side in group.sides
        }
        name = sandbox_sides.name_of(after) if isinstance(after, PayerPolicy) else after
        return sandbox.start(
            practice=elm_street,
            payer=to,
            month=month,
            before=sides[before],
            after=sides[name],
            by=dana,
            now=now,
            noted_on=noted_on,
        )

    return run


@pytest.fixture
def found(tried):
    return lambda *args, **kwargs: sandbox.result(tried(*args, **kwargs))


def counts(result):
    return {kind: total.count for kind, total in result.totals.items()}


@pytest.fixture
def everything(db):
    """How many rows every table of the product has, history with it."""

    def count():
        return {
            model._meta.label: model._base_manager.count()
            for app in ("registry", "billing")
            for model in apps.get_app_config(app).get_models()
        }

    return count


def writes(captured):
    return [written for query in captured for written in CHANGES.findall(query["sql"])]


# -- what differs ---------------------------------------------------------------------------


def test_a_month_that_only_the_draft_pays_is_added_with_its_dollars_and_why(
    october, drafted, found
):
    patient = october.chart(40)
    result = found(drafted("midpoint"))
    (row,) = result.rows
    assert (row.patient_id, row.kind) == (patient.pk, "added")
    assert (row.before.outcome, row.before.lines) == ("not_billable", ())
    assert (row.after.outcome, row.after.lines) == ("billable", ("99492 × 1",))
    assert (row.before.billed, row.after.billed) == (0, Decimal("150.10"))
    assert result.totals["added"].difference == Decimal("150.10")
    assert ("moved", "99492 is paid from 36 minutes on, instead of 70.") in row.why
    assert any(sign == "went" and "70" in text for sign, text in row.why)


def test_a_month_that_only_the_present_policy_pays_is_removed(october, drafted, found):
    october.chart(75)
    nothing = drafted("standard", overrides={"accepted_codes": ["99484"]})
    (row,) = found(nothing).rows
    assert (row.kind, row.difference) == ("removed", Decimal("-150.10"))
    assert [sign for sign, _ in row.why if sign == "came"] == ["came"]


def test_a_month_with_other_lines_is_changed(october, drafted, found):
    october.chart(90)
    (row,) = found(drafted("midpoint")).rows
    assert row.kind == "changed"
    assert (row.before.lines, row.after.lines) == (("99492 × 1",), ("99492 × 1", "99494 × 1"))
    assert row.difference == Decimal("60.05")


def test_other_modifiers_are_a_change_without_dollars(october, drafted, found):
    october.chart(75)
    marked = drafted("standard", overrides={"line_modifiers": {"99492": ["HE"]}})
    (row,) = found(marked).rows
    assert (row.kind, row.difference) == ("changed", 0)
    assert row.after.lines == ("99492 × 1 (HE)",)


def test_months_that_stay_are_counted_and_not_listed(october, drafted, found):
    october.chart(75), october.chart(10), october.chart(40)
    result = found(drafted("midpoint"))
    assert counts(result) == {"added": 1, "removed": 0, "changed": 0, "same": 2}
    assert result.totals["same"].after == Decimal("150.10")


def test_without_a_policy_in_force_everything_is_held_and_a_draft_frees_it(
    elm_street, october, drafted, found
):
    other = Payer.objects.create(
        practice=elm_street, name="Other Plan", payer_id="OTH01", created_at=NOVEMBER_2
    )
    october.payable(other, policy=False)
    october.chart(75, payer=other)
    (row,) = found(drafted("standard", to=other), to=other).rows
    assert (row.kind, row.before.outcome) == ("added", "held")
    assert row.before.charge == Decimal("150.10")
    assert row.difference == Decimal("150.10")
    assert [sign for sign, text in row.why if "no approved policy" in text] == ["went"]


def test_the_claims_own_holds_stand_by_either_reading(october, drafted, found):
    october.chart(40, member_id=" ")
    (row,) = found(drafted("midpoint")).rows
    assert (row.kind, row.after.outcome, row.difference) == ("changed", "held", 0)


def test_a_claim_that_was_approved_says_so(october, drafted, found, dana):
    claim = october.claim(90)
    given = {"practice": october.practice, "month": OCTOBER, "by": dana, "now": NOVEMBER_2}
    claims.approve([claim.pk], **given)
    result = found(drafted("midpoint"))
    assert [row.claim_state for row in result.rows] == ["approved"]
    assert result.decided_before == 1


def test_only_this_payers_patients_by_the_claims_last_day(
    make, elm_street, october, drafted, found
):
    other = Payer.objects.create(
        practice=elm_street, name="Other Plan", payer_id="OTH01", created_at=NOVEMBER_2
    )
    october.payable(other)
    stays, leaves, comes = (october.chart(40, payer=p) for p in (october.payer, None, other))
    october.chart(40, payer=other)
    Coverage.objects.filter(patient=leaves).update(active_to=dt.date(2026, 10, 30))
    make.coverage(leaves, other, active_from=dt.date(2026, 10, 31))
    Coverage.objects.filter(patient=comes).update(active_to=dt.date(2026, 10, 30))
    make.coverage(comes, october.payer, active_from=dt.date(2026, 10, 31))
    result = found(drafted("midpoint"))
    assert {row.patient_id for row in result.rows} == {stays.pk, comes.pk}


def test_two_presets_are_compared_as_if_either_were_in_force(october, found):
    PayerPolicy.objects.all().delete()
    october.chart(40), october.chart(75)
    result = found("preset-midpoint", before="preset-standard")
    assert counts(result) == {"added": 1, "removed": 0, "changed": 0, "same": 1}
    assert result.totals["same"].after == Decimal("150.10")


def test_the_greatest_difference_comes_first(october, drafted, found):
    small, great = october.chart(90), october.chart(40)
    assert [row.patient_id for row in found(drafted("midpoint")).rows] == [great.pk, small.pk]


def test_a_month_without_any_chart_comes_to_nothing(drafted, found):
    result = found(drafted("midpoint"))
    assert (result.rows, result.all.count, result.failed) == ([], 0, {})


# -- what is refused ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("after", "changes", "field", "says"),
    [
        ("preset-midpoint", {"month": dt.date(2026, 12, 1)}, "month", "up to November 2026"),
        ("preset-midpoint", {"before": "preset-midpoint"}, "after", "same reading"),
    ],
)
def test_what_cannot_be_tested_says_why(october, tried, after, changes, field, says):
    with pytest.raises(Refused) as refused:
        tried(after, **changes)
    assert says in refused.value.problems[field]


def test_the_present_month_can_be_tested(october, tried):
    assert tried("preset-midpoint", month=dt.date(2026, 11, 1)).month == dt.date(2026, 11, 1)


def test_a_draft_that_cannot_be_read_is_refused_before_anything_is_decided(october, drafted, tried):
    draft = drafted()
    PayerPolicy.objects.filter(pk=draft.pk).update(overrides={"min_minutes": "many"})
    with pytest.raises(Refused) as refused:
        tried(draft)
    assert "min_minutes" in refused.value.problems["after"]


# -- one broken chart -----------------------------------------------------------------------


def test_one_broken_chart_is_told_and_stops_nobody(october, drafted, found, monkeypatch):
    broken, fine = october.chart(40), october.chart(40)
    of = sandbox_chunk.decision.of

    def decide(chart):
        if chart.patient_id == broken.pk:
            raise KeyError("Pat Tester")
        return of(chart)

    monkeypatch.setattr(sandbox_chunk.decision, "of", decide)
    result = found(drafted("midpoint"))
    assert [row.patient_id for row in result.rows] == [fine.pk]
    assert set(result.failed) == {broken.pk}
    assert "KeyError" in result.failed[broken.pk]
    assert "Pat" not in result.failed[broken.pk]


def test_a_chart_that_the_database_cannot_read_stands_alone(october, drafted, found, monkeypatch):
    ids = [october.chart(40).pk for _ in range(3)]
    gather = month_facts.gather

    def refuse(patient_ids, month):
        if ids[1] in patient_ids:
            raise DataError("out of range")
        return gather(patient_ids, month)

    monkeypatch.setattr(sandbox_chunk.month_facts, "gather", refuse)
    result = found(drafted("midpoint"))
    assert [row.patient_id for row in result.rows] == [ids[0], ids[2]]
    assert set(result.failed) == {ids[1]}


# -- nothing is written ---------------------------------------------------------------------


def test_nothing_is_written(october, drafted, tried, everything):
    october.claim(90), october.chart(40), october.chart(10)
    draft = drafted("midpoint")
    before = everything()
    with CaptureQueriesContext(connection) as captured:
        assert sandbox.result(tried(draft)).rows
    assert writes(captured) == []
    assert everything() == before


def test_the_database_itself_refuses_a_write_during_a_test(october):
    with pytest.raises(InternalError, match="read-only"), selectors.reading_only():
        Claim.objects.update(later=None)


def test_after_a_test_the_database_takes_writes_again(october, drafted, found):
    found(drafted())
    assert october.chart(75).pk


def test_only_that_it_was_tested_is_kept_on_the_draft(
    october, drafted, tried, everything, dana, monkeypatch
):
    october.chart(40), october.chart(75)
    draft = drafted("midpoint")
    before = everything()
    tried(draft, noted_on=draft.pk)
    draft.refresh_from_db()
    said = {"2026-10": "1 added (+$150.10) and 1 the same."}
    assert (draft.tested_months, draft.tested_by) == (said, dana)
    changed = {name for name, count in everything().items() if count != before[name]}
    assert changed == {"billing.PayerPolicyEvent"}


def test_a_draft_that_was_edited_meanwhile_is_not_noted_as_tested(
    october, drafted, tried, monkeypatch
):
    october.chart(40)
    draft = drafted("midpoint")
    decide = sandbox_chunk.decide

    def and_edit(*args):
        PayerPolicy.objects.filter(pk=draft.pk).update(preset="standard")
        return decide(*args)

    monkeypatch.setattr(sandbox.sandbox_chunk, "decide", and_edit)
    tried(draft, noted_on=draft.pk)
    draft.refresh_from_db()
    assert draft.tested_months == {}


# -- cost -----------------------------------------------------------------------------------


def test_the_number_of_queries_does_not_depend_on_the_number_of_patients(
    october, drafted, tried, django_assert_max_num_queries
):
    draft = drafted("midpoint")

    def cost(charts):
        for _ in range(charts):
            october.chart(40)
        with CaptureQueriesContext(connection) as captured:
            tried(draft)
        return len(captured)

    cost(1)  # reads what a process keeps in memory
    few = cost(2)
    assert cost(9) == few
    assert few <= 14


# -- a large practice: the workers ----------------------------------------------------------


@pytest.fixture
def small_chunks(monkeypatch):
    """Two patients a chunk; what was sent to the workers."""
    sent = []
    monkeypatch.setattr(sandbox, "CHUNK", 2)
    monkeypatch.setattr(
        sandbox.current_app, "send_task", lambda name, args: sent.append((name, *args))
    )
    return sent


def work(sent):
    for _, *args in sent:
        tasks.policy_test_chunk(*args)


def test_a_large_month_goes_to_the_workers_in_chunks_and_comes_to_the_same(
    october, drafted, found, tried, monkeypatch, small_chunks
):
    draft = drafted("midpoint")
    for minutes in (40, 75, 90, 10, 40):
        october.chart(minutes)
    test = tried(draft, noted_on=draft.pk)
    assert [sent[0] for sent in small_chunks] == ["billing.tasks.policy_test_chunk"] * 3
    assert sandbox.result(test) is None
    assert not sandbox.progress(test, now=NOVEMBER_2).is_finished
    work(small_chunks)
    far = sandbox.progress(test, now=NOVEMBER_2)
    assert (far.patients_done, far.patients_total, far.is_finished) == (5, 5, True)
    monkeypatch.setattr(sandbox, "CHUNK", 500)
    assert sandbox.result(test) == found(draft)
    draft.refresh_from_db()
    assert set(draft.tested_months) == {"2026-10"}


def test_a_chunk_that_is_sent_twice_is_done_once(
    october, drafted, tried, small_chunks, dana, elm_street
):
    for _ in range(3):
        october.chart(40)
    test = tried(drafted("midpoint"))
    work(small_chunks)
    done = [
        sandbox.work(dana.pk, elm_street.pk, test.id, position, now=NOVEMBER_2)
        for position in (0, 1)
    ]
    assert done == [False, False]
    assert sandbox.result(test).totals["added"].count == 3


def test_a_test_whose_worker_died_is_stalled_after_two_minutes(
    october, drafted, tried, small_chunks
):
    for _ in range(3):
        october.chart(40)
    test = tried(drafted("midpoint"))
    soon, late = (NOVEMBER_2 + dt.timedelta(seconds=seconds) for seconds in (119, 121))
    assert not sandbox.progress(test, now=soon).is_stalled
    assert sandbox.progress(test, now=late).is_stalled


def test_a_queue_that_does_not_answer_is_said(october, tried, monkeypatch, small_chunks):
    for _ in range(3):
        october.chart(40)

    def fail(name, args):
        raise OperationalError("connection refused")

    monkeypatch.setattr(sandbox.current_app, "send_task", fail)
    with pytest.raises(Refused, match="workers cannot be reached"):
        tried("preset-midpoint")


def test_a_worker_that_comes_when_the_test_is_gone_does_nothing(dana, elm_street):
    assert sandbox.work(dana.pk, elm_street.pk, "0" * 16, 0, now=NOVEMBER_2) is False


# -- what waits in the cache ----------------------------------------------------------------


def kept(test):
    """The keys of a test, and everything that is kept under them."""
    client = cache._cache.get_client(None, write=False)
    keys = [key for key in client.keys("*policy-test*") if test.id.encode() in key]
    return b"".join(keys), b"".join(client.get(key) for key in keys), [client.ttl(k) for k in keys]


def test_what_is_kept_names_nobody_and_goes_within_an_hour(october, drafted, tried):
    patient = october.chart(40, first_name="Zebulon", last_name="Quartermain")
    draft = drafted("midpoint")
    keys, content, lifetimes = kept(tried(draft))
    assert str(patient.pk) not in keys.decode()
    for word in ("Zebulon", "Quartermain", patient.record_number, "1980"):
        assert word.encode() not in keys + content
    assert len(lifetimes) == 3
    assert all(0 < seconds <= 3600 for seconds in lifetimes)


def test_another_person_and_another_practice_do_not_find_a_test(
    october, tried, dana, sue, elm_street, harbor
):
    test = tried("preset-midpoint")
    assert sandbox.get(dana, elm_street, test.id) == test
    assert sandbox.get(sue, elm_street, test.id) is None
    assert sandbox.get(dana, harbor, test.id) is None
