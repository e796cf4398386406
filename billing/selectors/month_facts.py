"""From the registry's rows to the facts that the rules take: the one bridge between the two."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import orjson

from billing.rules import facts as rules
from billing.rules.facts import MonthFacts
from billing.rules.month import Month
from billing.selectors import chart_rows, exclusions, policies, terms
from billing.selectors.chart_rows import ChartRow, TimeRow
from billing.selectors.exclusions import Exclusions
from billing.selectors.fees import Schedule
from billing.selectors.policies import Applied
from registry import calendar
from registry.standing import Ending

#: The month in which a chart without an episode "begins": the one after, so no second counts.
_NO_EPISODE_PROGRAM = "cocm"


@dataclass(frozen=True, slots=True)
class Alike:
    """Whose claimed month is of somebody of this name, birth date and sex; `is_same` once a person
    has said that the two are one."""

    practice_id: int
    is_same: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Chart:
    """A patient's month: the facts for the rules, and the rows that a claim of it points to.

    `claimed_by` is the practice that has claimed it already, on another chart of the same member;
    `alike` another claimed chart of perhaps the same person, under another member id.
    """

    patient_id: int
    practice_id: int
    episode_id: int | None
    is_enrolled: bool
    payer_id: int | None
    coverage_id: int | None
    has_member_id: bool
    policy: Applied
    fees: Schedule
    exclusions: Exclusions
    facts: MonthFacts
    claimed_by: int | None = None
    alike: Alike | None = None


@dataclass(frozen=True, slots=True)
class Gathered:
    """The charts by patient id, and what was wrong with those that could not be read."""

    charts: dict[int, Chart] = field(default_factory=dict)
    broken: dict[int, Exception] = field(default_factory=dict)


def concerned(practice_id: int, timezone: str, month: dt.date) -> list[int]:
    """Patients of a practice whose month has to be decided, in order."""
    since, until = calendar.month_bounds(month, timezone)
    return chart_rows.concerned(practice_id, _days(month), since, until)


def gather(patient_ids: Sequence[int], month: dt.date, ending: Ending | None = None) -> Gathered:
    """Everything the rules may know of these patients' month, in three queries for all of them.

    (One more for each further time zone among them; two where the lists of codes that exclude each
    other changed since this process read them.)  A chart that cannot be read is set aside and
    stops nobody else's.  A timer that is `ending` is read as if it had ended so.
    """
    gathered = Gathered()
    rows = chart_rows.charts(patient_ids, _days(month))
    if not rows:
        return gathered
    reader = _Reader(rows, month, ending)
    for row in rows:
        try:
            gathered.charts[row.patient_id] = reader.chart(row)
        except Exception as error:
            gathered.broken[row.patient_id] = error
    return gathered


def under(chart: Chart, policy: Applied) -> Chart:
    """The same chart, read by another policy as if it were in force: what a test decides."""
    facts = replace(chart.facts, policy=policy.policy)
    return replace(chart, policy=policy, facts=facts, exclusions=exclusions.in_use().of(facts))


class _Reader:
    """What the charts of one chunk share: the month, time entries, policies and fees."""

    def __init__(self, rows: Sequence[ChartRow], month: dt.date, ending: Ending | None) -> None:
        first, last = _days(month)
        payers = {(row.practice_id, row.payer_id) for row in rows}
        self.first = first
        self.month = Month.of(first)
        self.time = _time(rows, month, ending)
        self.policies, self.fees = terms.of(payers, first, last)
        self._applied: dict[int | None, Applied] = {}

    def chart(self, row: ChartRow) -> Chart:
        policy = self._policy(row.payer_id)
        facts = self._facts(row, policy)
        return Chart(
            patient_id=row.patient_id,
            practice_id=row.practice_id,
            episode_id=row.episode_id,
            is_enrolled=self._is_enrolled(row),
            payer_id=row.payer_id,
            coverage_id=row.coverage_id,
            has_member_id=bool(row.member_id and row.member_id.strip()),
            policy=policy,
            fees=self.fees[row.practice_id, row.payer_id],
            exclusions=exclusions.book(row.exclusions).of(facts),
            facts=facts,
            claimed_by=row.claimed_by,
            alike=Alike(row.alike[0], bool(row.alike[1])) if row.alike else None,
        )

    def _is_enrolled(self, row: ChartRow) -> bool:
        if row.started_on is None or row.started_on > self.month.last_day:
            return False
        return row.ended_on is None or row.ended_on >= self.first

    def _facts(self, row: ChartRow, policy: Applied) -> MonthFacts:
        return MonthFacts(
            id=f"patient:{row.patient_id}",
            month=self.month,
            timezone=row.timezone,
            program=row.program or _NO_EPISODE_PROGRAM,
            policy=policy.policy,
            episode=self._episode(row),
            consents=_consents(_list(row.consents)),
            initiating_visit_on=row.initiating_visit_on,
            care_manager=row.care_manager or "",
            treating_practitioner=row.treating_practitioner or "",
            diagnoses=tuple(row.diagnoses),
            time=tuple(map(_entry, self.time[row.patient_id])),
            reviews=tuple(
                rules.Review(on=_day(on), consultant=who) for on, who in _list(row.reviews)
            ),
            caseload_meetings=tuple(row.meetings),
            measures=tuple(
                rules.Measure(instrument=name, on=_day(on)) for name, on in _list(row.measures)
            ),
            outside_therapy=_outside_therapy(row),
            other_services=tuple(
                rules.OtherService(code=code, on=_day(on), practitioner=who)
                for code, on, who in _list(row.services)
            ),
            stays=tuple(
                rules.Stay(first=_day(first), last=_day(last)) for first, last in _list(row.stays)
            ),
            authorizations=tuple(
                rules.Authorization(first=_day(first), last=_day(last))
                for first, last in _list(row.authorizations)
            ),
        )

    def _policy(self, payer_id: int | None) -> Applied:
        """The payer's policy, read once for all its patients."""
        if payer_id not in self._applied:
            reading = self.policies.get(payer_id or 0)
            self._applied[payer_id] = (
                reading.applied(self.first) if reading else policies.stand_in(self.first)
            )
        return self._applied[payer_id]

    def _episode(self, row: ChartRow) -> rules.Episode:
        return rules.Episode(
            started_on=row.started_on or calendar.shift_month(self.first, 1),
            ended_on=row.ended_on,
            prior_service_months=tuple(map(Month.of, row.prior_months)),
            unbilled_initial=self._is_unbilled(row),
        )

    def _is_unbilled(self, row: ChartRow) -> bool:
        """No earlier month of this episode has earned a claim, and there was one."""
        return bool(row.started_on and row.started_on < self.first and not row.earned_before)


def _days(month: dt.date) -> chart_rows.Days:
    return month, calendar.last_day(month)


def _time(
    rows: Iterable[ChartRow], month: dt.date, ending: Ending | None
) -> Mapping[int, list[TimeRow]]:
    """Each patient's entries in the month, which begins and ends by the practice's clock."""
    patients: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        patients[row.timezone].append(row.patient_id)
    found: dict[int, list[TimeRow]] = defaultdict(list)
    for timezone, ids in patients.items():
        for entry in chart_rows.time(ids, *calendar.month_bounds(month, timezone), ending):
            found[entry[0]].append(entry)
    return found


def _entry(row: TimeRow) -> rules.Entry:
    _, name, start, end, worker, role, activity, status, billed_as = row
    return rules.Entry(
        id=name,
        start=start,
        end=end,
        worker=worker,
        role=role,
        activity=activity,
        status=status,
        billed_as=billed_as,
    )


def _consents(rows: list[list[Any]]) -> tuple[rules.Consent, ...]:
    return tuple(
        rules.Consent(method=method, given_at=given_at, revoked_at=revoked_at)
        for method, given_at, revoked_at in rows
    )


def _outside_therapy(row: ChartRow) -> rules.OutsideTherapy | None:
    if row.outside_therapy is None:
        return None
    return rules.OutsideTherapy(
        same_condition=row.outside_therapy, non_duplication_note=bool(row.non_duplication_note)
    )


def _list(written: str | None) -> list[list[Any]]:
    return orjson.loads(written) if written else []


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)
