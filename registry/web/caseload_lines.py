"""A caseload's rows as the page shows them: flags with reasons, the next step, where each leads.

A page has up to 500 rows, so what they share (addresses, the roles' doors) is worked out once.
"""

from __future__ import annotations

import datetime as dt
import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from registry import calendar, time_words
from registry.selectors import review_reasons
from registry.vocabulary import Role
from registry.web import caseload_steps, mending
from registry.web.caseload_steps import Step
from registry.web.mending import Rows

if TYPE_CHECKING:
    from registry.selectors.caseload_rows import Row
    from registry.web.access import PracticeRequest

#: What stands against a month and is the care team's to mend, in a word.  The payer's side
#: (policy, fees) is the biller's, and stands on the patient's page.
LACKS = {
    "consent_missing": "Consent missing",
    "consent_method_not_accepted": "Written consent needed",
    "initiating_visit_missing": "Initiating visit missing",
    "initiating_visit_stale": "Initiating visit does not fit the start",
    "diagnosis_missing": "Diagnosis missing",
    "measure_missing": "Score due",
    "consultant_review_missing": "Review due",
    "same_person_therapy": "Therapy by the care manager",
    "non_duplication_note_missing": "Note on outside therapy",
    "already_billed": "Billed elsewhere",
    "authorization_missing": "Authorization missing",
    "coverage_missing": "Insurance missing",
    "subscriber_id_missing": "Member id missing",
    "excluded_on_the_date": "Excluded service",
    "excluded_in_the_month": "Excluded service",
}
#: Stand for a row's ids in the addresses that the rows share.
_PATIENT, _EPISODE = 900_000_001, 900_000_002


class Flag(NamedTuple):
    """Why a patient is looked at: its weight as a tone, in a sentence, where it is met."""

    tone: str
    text: str
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Line:
    """A row with all that it says and links to."""

    row: Row
    url: str
    row_url: str
    why: str
    contact_on: str
    ask: str
    flags: list[Flag]
    step: Step
    mine: Any
    others: list[Any]


@functools.lru_cache(maxsize=256)
def _known(slug: str, roles: frozenset[Role], month: str) -> dict[str, str]:
    """What `Addresses` have found out for one practice, these roles and this month."""
    return {}


class Addresses:
    """The addresses of any row, by name; each is made once in a process and then filled in."""

    def __init__(self, request: PracticeRequest, month: dt.date) -> None:
        self.slug, self.roles = request.practice.slug, request.roles
        self.month = calendar.month_text(month)
        self._known = _known(self.slug, self.roles, self.month)
        self._rows = Rows(
            slug=self.slug, roles=self.roles, patient_id=_PATIENT, episode_id=_EPISODE
        )

    def to(self, name: str, row: Row) -> str:
        """A page of the row's patient or episode, where the roles open it."""
        return self._filled(name, row, lambda: self._open(name))

    def mends(self, rule: str, row: Row) -> str:
        """Where what the rule asks for is put right."""
        return self._filled(f"rule {rule}", row, lambda: mending.of_rule(rule, self._rows).url)

    def _filled(self, key: str, row: Row, make: object) -> str:
        if key not in self._known:
            self._known[key] = make()  # type: ignore[operator]
        return fill(self._known[key], row.episode.patient_id, row.episode.pk)

    def _open(self, name: str) -> str:
        by_patient: dict[str, object] = {"patient_id": _PATIENT}
        ids: dict[str, dict[str, object]] = {
            "patient": by_patient,
            "consent_add": by_patient,
            "measure_add": by_patient,
            "month_explanation": by_patient | {"month": self.month},
        }
        kwargs = ids.get(name, {"episode_id": _EPISODE})
        return mending.address_if_open(name, self.roles, slug=self.slug, **kwargs)


def fill(address: str, patient_id: int, episode_id: int) -> str:
    return address.replace(str(_PATIENT), str(patient_id)).replace(str(_EPISODE), str(episode_id))


def lines(request: PracticeRequest, rows: list[Row], month: dt.date) -> list[Line]:
    to = Addresses(request, month)
    return [_line(request, row, to) for row in rows]


def _line(request: PracticeRequest, row: Row, to: Addresses) -> Line:
    mine = [entry for entry in row.running if entry.worker_id == request.user.pk]
    found = flags(row, to)
    ended = row.episode.ended_on
    return Line(
        row=row,
        url=to.to("patient", row),
        row_url=to.to("caseload_row", row),
        why=to.to("month_explanation", row),
        contact_on=time_words.date(row.contact_on) if row.contact_on else "",
        ask="" if ended else to.to("review_request", row),
        flags=found,
        step=caseload_steps.of_row(row, to),
        mine=mine[0] if mine else None,
        others=[entry for entry in row.running if entry.worker_id != request.user.pk],
    )


def flags(row: Row, to: Addresses) -> list[Flag]:
    """What presses, the most pressing first; what the month lacks last."""
    found = (_safety if row.episode.ended_on else _due)(row, to)
    said = {flag.text for flag in found}
    for rule, word in lacks(row):
        begins = _SAYS.get(word, word)
        if not any(text.startswith(begins) for text in said):
            found.append(Flag("warning", word, to.mends(rule, row)))
    return found


def lacks(row: Row) -> list[tuple[str, str]]:
    """What the month lacks and the care team can mend: rule and word."""
    return [(rule, LACKS[rule]) for rule in row.lacks if rule in LACKS]


#: How the chart's own flag begins that says the same as a rule's word.
_SAYS = {"Score due": "No score", "Consent missing": "No consent"}


def _safety(row: Row, to: Addresses) -> list[Flag]:
    on = row.episode.flagged_on
    if on is None:
        return []
    said = f"Safety flag since {time_words.date(on)}"
    return [Flag("danger", said, to.to("patient", row))]


def _due(row: Row, to: Addresses) -> list[Flag]:
    episode, found = row.episode, _safety(row, to)
    if episode.is_no_consent:
        found.append(Flag("warning", "No consent in force", to.to("consent_add", row)))
    if row.contact_is_due:
        found.append(Flag("warning", no_contact(row), to.to("patient", row)))
    if row.score_is_due:
        found.append(Flag("warning", no_score(row), to.to("measure_add", row)))
    if episode.is_not_improved:
        text = review_reasons.course(episode, row.today)
        found.append(Flag("warning", text, to.to("review", row)))
    if episode.asked_on:
        said = f"Review asked for on {time_words.date(episode.asked_on)}"
        found.append(Flag("info", said, to.to("review", row)))
    return found


def no_contact(row: Row) -> str:
    return f"No contact for {row.contact_days} days" if row.contact_on else "No contact yet"


def no_score(row: Row) -> str:
    return f"No score for {row.score_days} days" if row.score_days is not None else "No score yet"
