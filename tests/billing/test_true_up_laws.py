"""Whatever a chart holds, its claim says what the rules say of the facts that it keeps."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from billing import rules
from billing.models import Claim
from billing.rules import case
from billing.services import true_up
from registry.models import TimeEntry
from registry.services import service_month
from registry.vocabulary import Activity, WorkerRole
from tests.billing.october import OCTOBER
from tests.billing.payer_rows import policy_row

pytestmark = pytest.mark.django_db
MIDNIGHT = dt.datetime(2026, 10, 1, 4, 0, tzinfo=dt.UTC)
NOVEMBER_2 = dt.datetime(2026, 11, 2, 15, 0, tzinfo=dt.UTC)

stretches = st.fixed_dictionaries(
    {
        "worker": st.integers(0, 2),
        "start": st.integers(-86_400, 31 * 86_400),
        "seconds": st.integers(1, 3 * 3600),
        "role": st.sampled_from(WorkerRole.values),
        "activity": st.sampled_from(Activity.values),
        "status": st.sampled_from(["confirmed", "confirmed", "needs_review", "voided"]),
    }
)
charts = st.fixed_dictionaries(
    {
        "time": st.lists(stretches, max_size=12),
        "consent_day": st.integers(-20, 40),
        "started_day": st.integers(-90, 45),
        "program": st.sampled_from(["cocm", "bhi"]),
        "preset": st.sampled_from(["standard", "midpoint"]),
        "reviewed": st.booleans(),
    }
)


def entry(patient, workers, stretch):
    start = MIDNIGHT + dt.timedelta(seconds=stretch["start"])
    end = start + dt.timedelta(seconds=stretch["seconds"])
    worker = workers[stretch["worker"]]
    told = {
        "confirmed": {"confirmed_at": end, "confirmed_by": worker},
        "needs_review": {"review_reason": "left running"},
        "voided": {"voided_at": end, "voided_by": worker, "void_reason": "mistake"},
    }[stretch["status"]]
    return TimeEntry(
        practice=patient.practice,
        patient=patient,
        worker=worker,
        role=stretch["role"],
        activity=stretch["activity"],
        status=stretch["status"],
        origin="timer",
        started_at=start,
        ended_at=end,
        created_at=start,
        created_by=worker,
        **told,
    )


def without_overlaps(time):
    """What one worker confirmed never overlaps: the database would not have it."""
    taken = {0: [], 1: [], 2: []}
    for stretch in time:
        first, last = stretch["start"], stretch["start"] + stretch["seconds"]
        mine = taken[stretch["worker"]]
        if stretch["status"] == "confirmed":
            if any(first < b and a < last for a, b in mine):
                continue
            mine.append((first, last))
        yield stretch


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(chart=charts)
def test_a_claims_minutes_are_the_engines_verdict_of_its_own_facts(
    chart, make, elm_street, payer, alice, bob, sam, dr_priya, dana, system, now
):
    with transaction.atomic():
        policy_row(payer, dana, now, preset=chart["preset"])
        patient = make.patient(elm_street)
        make.coverage(patient, payer)
        make.consent(
            patient,
            given_at=MIDNIGHT + dt.timedelta(days=chart["consent_day"]),
            recorded_at=MIDNIGHT + dt.timedelta(days=60),
        )
        episode = make.episode(
            patient,
            alice,
            dr_priya,
            program=chart["program"],
            started_on=OCTOBER + dt.timedelta(days=chart["started_day"]),
        )
        if chart["reviewed"]:
            make.review(episode, sam)
        kept = without_overlaps(chart["time"])
        TimeEntry.objects.bulk_create(entry(patient, [alice, bob, sam], each) for each in kept)
        true_up.run(practice=elm_street, month=OCTOBER, kind="final", by=system, now=NOVEMBER_2)
        check(Claim.objects.filter(patient=patient).first(), patient)
        transaction.set_rollback(True)


def check(claim, patient):
    if claim is None:
        assert not TimeEntry.objects.filter(patient=patient, status="confirmed").filter(
            started_at__gte=MIDNIGHT, ended_at__lt=MIDNIGHT + dt.timedelta(days=31)
        )
        return
    verdict = rules.decide(case.read(claim.facts))
    written = verdict.as_json()
    del written["policy"]
    assert claim.verdict == written
    assert (claim.worked_seconds, claim.counted_seconds) == (verdict.worked, verdict.counted)
    assert [(line.code, line.units) for line in claim.lines.all()] == [
        (line.code, line.units) for line in verdict.lines
    ]
    assert (claim.outcome == "not_billable") == (verdict.outcome == "not_billable")
    row = patient.service_months.get(month=OCTOBER)
    assert service_month.measure([row.pk])[row.pk][0] == verdict.worked
