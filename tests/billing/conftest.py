from __future__ import annotations

import datetime as dt

import pytest

from billing.services import claims, policies, submission, true_up
from registry.models import Clinician, Payer
from tests.billing.october import NOVEMBER_2, OCTOBER, October
from tests.billing.payer_rows import fee, policy_row
from tests.billing.policy_drafts import JANUARY, UNTESTED, Bare
from tests.billing.true_ups import new_york
from tests.x12.validator import accepted


@pytest.fixture
def october(make, elm_street, payer, alice, sam, dr_priya, dana):
    """October at Elm Street, with a payer that has a policy and fees."""
    month = October(make, elm_street, payer, alice, sam, dr_priya, dana)
    month.payable()
    return month


@pytest.fixture
def at_harbor(make, harbor, charlie, sam, dana):
    """October at Harbor, where Dana bills too."""
    payer = Payer.objects.create(
        practice=harbor, name="Empire Health Plan", payer_id="EMP", created_at=NOVEMBER_2
    )
    doctor = Clinician.objects.create(
        practice=harbor, kind="treating", first_name="Ada", last_name="Stone", npi="1679576722",
        created_at=NOVEMBER_2, created_by=dana,
    )  # fmt: skip
    month = October(make, harbor, payer, charlie, sam, doctor, dana)
    month.payable()
    return month


@pytest.fixture
def in_november(time_machine):
    """The clock stands at November 2: October is over."""
    time_machine.move_to(NOVEMBER_2, tick=False)
    return time_machine


@pytest.fixture
def drafted(payer, dana):
    """Dana's draft: `drafted(active_to=...)`."""

    def draft(by=dana, **fields):
        said = {"preset": "standard", "active_from": JANUARY, "source": "Bulletin 7"}
        terms = policies.Terms(**said | fields)
        return policies.draft(payer, terms, by=by, now=NOVEMBER_2)

    return draft


@pytest.fixture
def approve(sue):
    """Sue approves a draft: `approve(row, makes_room=True)`."""

    def put_in_force(row, by=sue, **fields):
        said = {"untested_why": UNTESTED} | fields
        return policies.approve(row, by=by, now=NOVEMBER_2, **said)

    return put_in_force


@pytest.fixture
def approved(drafted, approve):
    """Dana's policy, approved by Sue."""
    return lambda **fields: approve(drafted(**fields))


@pytest.fixture
def bare_october(make, elm_street, payer, alice, sam, dr_priya, dana):
    """October at Elm Street, with fees and no policy."""
    month = Bare(make, elm_street, payer, alice, sam, dr_priya, dana)
    month.payable(policy=False)
    return month


@pytest.fixture
def payable(payer, elm_street, dana, now):
    """A policy in force and fees, for `run`."""
    policy_row(payer, dana, now)
    for code, amount in (("99492", "150.10"), ("99493", "130.00"), ("99494", "60.05")):
        fee(elm_street, dana, now, code, amount)


@pytest.fixture
def run(system):
    """Run a true-up: `run(elm_street)`; final, for October, on November 2."""

    def run(practice, month=OCTOBER, kind="final", now=NOVEMBER_2):
        return true_up.run(practice=practice, month=month, kind=kind, by=system, now=now)

    return run


@pytest.fixture
def log(alice, make):
    """Log confirmed minutes of Alice, one stretch after another: `log(patient, 40, day=6)`."""
    free = {}

    def log(patient, minutes, day=6):
        start = free.get(day, new_york(2026, 10, day, 0))
        free[day] = start + dt.timedelta(minutes=minutes)
        return make.entry(patient, alice, start, minutes)

    return log


@pytest.fixture
def another(make, elm_street, payer, alice, sam, dr_priya):
    """Another patient like `enrolled`."""

    def another(practice=elm_street, to=payer, started_on=OCTOBER, review=True):
        patient = make.patient(practice)
        make.coverage(patient, to)
        make.consent(patient, given_at=new_york(2026, 7, 1))
        episode = make.episode(
            patient, alice, dr_priya, started_on=started_on, initiating_visit_on=started_on
        )
        make.measure(patient)
        if review:
            make.review(episode, sam)
        return patient

    return another


@pytest.fixture
def hudson(elm_street):
    return Payer.objects.create(
        practice=elm_street, name="Hudson Mutual", payer_id="HM77", claim_filing_code="BL",
        created_at=NOVEMBER_2,
    )  # fmt: skip


@pytest.fixture
def file_of(october, elm_street, dana):
    """The text of the file that an approved claim leaves in."""

    def make(claim):
        by = {"practice": elm_street, "month": OCTOBER, "by": dana, "now": NOVEMBER_2}
        assert claims.approve([claim.pk], **by).approved == [claim.pk]
        built = submission.build(**by)
        assert not built.gaps, built.gaps
        assert not built.practice_gaps, built.practice_gaps
        text = bytes(built.made[0].content).decode("ascii")
        assert accepted(text) == []
        return text.replace("\n", "")

    return make
