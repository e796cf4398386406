"""Holds and notes beyond the rules: what a claim needs to be sent that is not a fact of the month.

`mend` says where it is put right: `enrolment`, `coverage` and `services` are the patient's,
`policy` and `fee` the payer's.
"""

from __future__ import annotations

from collections.abc import Iterator

from billing.rules.verdict import Verdict
from billing.selectors.month_facts import Chart
from billing.services import exclusions
from billing.services.own_finding import OwnFinding, hold, note


def of(chart: Chart, verdict: Verdict) -> list[OwnFinding]:
    """Everything that stands against sending this month's claim, whatever the rules say."""
    return [
        *_enrolment(chart),
        *_payer(chart),
        *_claimed(chart),
        *_alike(chart),
        *_fees(chart, verdict),
        *exclusions.of(chart, verdict),
    ]


def _enrolment(chart: Chart) -> Iterator[OwnFinding]:
    if chart.episode_id is None:
        yield hold(
            "episode_missing",
            "The patient has never been enrolled: time before an episode of care counts for "
            "nothing. Enrol the patient, or void the entries if they belong to somebody else.",
            "enrolment",
        )


def _payer(chart: Chart) -> Iterator[OwnFinding]:
    if chart.coverage_id is None:
        yield hold(
            "coverage_missing",
            "No coverage is in force on the claim's last day. Add the patient's insurance.",
            "coverage",
        )
        return
    if not chart.has_member_id:
        yield hold(
            "subscriber_id_missing",
            "The coverage has no subscriber id. Enter the one on the patient's insurance card.",
            "coverage",
        )
    if chart.policy.is_stand_in:
        yield hold(
            "policy_missing",
            "This payer has no approved policy in force this month. What is shown is read by the "
            "standard preset: enter how the payer reads the codes, and have it approved.",
            "policy",
        )


def _claimed(chart: Chart) -> Iterator[OwnFinding]:
    """No practice is named: who works here need not know where else a patient is seen."""
    if chart.claimed_by is None:
        return
    yield hold(
        "claimed_elsewhere",
        f"{_who(chart.claimed_by, chart)} has claimed this month for the same member id and "
        "birth date: a payer pays one claim a month. Have one of the two claims withdrawn or "
        "voided; or mend the member id, if this is another person.",
        "coverage",
    )


def _alike(chart: Chart) -> Iterator[OwnFinding]:
    """The same person insured under two ids: the member id alone would let both go."""
    if chart.alike is None or chart.claimed_by is not None:
        return
    who = _who(chart.alike.practice_id, chart)
    if chart.alike.is_same:
        yield hold(
            "claimed_elsewhere",
            f"{who} has claimed this month for the same person under another member id, as was "
            "said here: one claim is made a month. Have one of the two withdrawn or voided.",
            "coverage",
        )
        return
    yield hold(
        "perhaps_claimed",
        f"{who} has claimed this month for somebody of the same name, birth date and sex, under "
        "another member id. Say whether it is the same person: then one claim is made a month.",
        "coverage",
    )


def _who(practice_id: int, chart: Chart) -> str:
    is_here = practice_id == chart.practice_id
    return "Another chart of this practice" if is_here else "Another practice of the organization"


def _fees(chart: Chart, verdict: Verdict) -> Iterator[OwnFinding]:
    day = verdict.date_of_service
    if day is None:
        return
    for line in verdict.lines:
        charge, allowed = chart.fees.charge(line.code, day), chart.fees.allowed(line.code, day)
        if charge is None:
            yield hold(
                "fee_missing",
                f"There is no charge for {line.code} on {day:%Y-%m-%d}. Enter the amount that the "
                "practice charges for it.",
                "fee",
            )
        elif allowed is not None and charge < allowed:
            yield note(
                "charged_below_allowed",
                f"{line.code} is charged at ${charge:,.2f} a unit, less than the payer allows "
                f"(${allowed:,.2f}): a payer pays the lower of the two.",
                "fee",
            )
