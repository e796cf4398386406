"""By the rule that stands against a claim: how it is mended in place, where that is a few fields.

What is another person's to say (a consent, a review) is no form here: it is asked of them
(`billing.web.asking`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from billing.selectors import claimed_months
from billing.selectors import fees as fee_rows
from billing.services import fees
from billing.web import mend_forms
from billing.web.in_place import InPlace, only
from billing.web.mending import of_rule
from registry import calendar
from registry.selectors import other_services as service_rows
from registry.selectors import patient_matches as match_rows
from registry.selectors import payers
from registry.services import authorizations, coverages, episodes, other_services, patient_matches
from registry.templatetags.formats import month_name
from registry.web import duties
from registry.web.forms import authorizations as authorization_forms
from registry.web.forms import coverages as coverage_forms

if TYPE_CHECKING:
    from billing.models import Claim
    from billing.web.mending import Rows
    from registry.vocabulary import Role
    from registry.web.access import PracticeRequest


@dataclass(frozen=True)
class Asked:
    """What a builder needs: who asks, of which claim, and the rows for the page with more."""

    request: PracticeRequest
    claim: Claim
    rule: str
    rows: Rows

    @property
    def by(self) -> dict[str, Any]:
        return {"by": self.request.user, "now": timezone.now()}

    @property
    def posted(self) -> Any:
        return self.request.POST or None


def _member_id(asked: Asked) -> InPlace | None:
    coverage = asked.claim.coverage
    if coverage is None:
        return None
    form = coverage_forms.CoverageForm(
        asked.posted, initial=coverage_forms.initial(coverage), payers=_payers(asked)
    )
    return InPlace(
        title="Member id",
        intro=(f"{coverage.payer.name}, in force since {coverage.active_from:%Y-%m-%d}.",),
        form=only(form, ("member_id", "group_number"), needed=("member_id",)),
        write=lambda data: coverages.change(coverage, **asked.by, **data),
        saved="The member id was saved.",
        whole=of_rule("subscriber_id_missing", asked.rows),
    )


def _coverage(asked: Asked) -> InPlace:
    form = coverage_forms.CoverageForm(
        asked.posted, initial={"active_from": asked.claim.month}, payers=_payers(asked)
    )

    def write(data: dict[str, Any]) -> object:
        own: dict[str, Any] = {"rank": 1, "relationship": coverages.SELF, "active_to": None}
        return coverages.add(patient=asked.claim.patient, **asked.by, **own, **data)

    return InPlace(
        title="Insurance",
        intro=(
            "The patient is the subscriber, and it pays first. For anything else open the form.",
        ),
        form=only(
            form, ("payer", "member_id", "group_number", "active_from"), needed=("member_id",)
        ),
        write=write,
        saved="The insurance was saved.",
        whole=of_rule("coverage_missing", asked.rows),
    )


def _payers(asked: Asked) -> Any:
    return payers.of_practice(asked.request.user, asked.request.practice)


def _visit(asked: Asked) -> InPlace | None:
    episode = asked.claim.episode
    if episode is None:
        return None
    initial = {"initiating_visit_on": episode.initiating_visit_on}
    return InPlace(
        title="Initiating visit",
        intro=(f"Care began on {episode.started_on:%Y-%m-%d}.",),
        form=mend_forms.VisitForm(asked.posted, initial=initial),
        write=lambda data: episodes.amend_some(episode, **asked.by, **data),
        saved="The initiating visit was saved.",
    )


def _diagnosis(asked: Asked) -> InPlace | None:
    episode = asked.claim.episode
    if episode is None:
        return None
    standing = episode.diagnoses.filter(removed_at=None).order_by("rank", "pk")
    codes = tuple(standing.values_list("code", flat=True))

    def write(data: dict[str, Any]) -> object:
        return episodes.amend_some(episode, diagnoses=(*codes, data["diagnosis"]), **asked.by)

    return InPlace(
        title="Diagnosis",
        intro=(f"On record: {', '.join(codes) or 'none'}.",),
        form=mend_forms.DiagnosisForm(asked.posted),
        write=write,
        saved="The diagnosis was saved.",
        whole=of_rule("diagnosis_missing", asked.rows),
        by_field=lambda found: {_renamed(name): text for name, text in found.items()},
    )


def _renamed(name: str) -> str:
    return "diagnosis" if name == "diagnoses" else name


def _authorization(asked: Asked) -> InPlace:
    last = calendar.last_day(asked.claim.month)
    initial = {"from_date": asked.claim.month, "to_date": last}
    patient = asked.claim.patient
    return InPlace(
        title="Authorization",
        intro=("As the payer gave it; claims of these days name it.",),
        form=authorization_forms.AuthorizationForm(asked.posted, initial=initial),
        write=lambda data: authorizations.add(patient=patient, **asked.by, **data),
        saved="The authorization was saved.",
        whole=of_rule("authorization_missing", asked.rows),
    )


def _fees(asked: Asked) -> InPlace | None:
    """The charges that this claim lacks; every claim that waits for a fee is looked at."""
    claim, practice = asked.claim, asked.request.practice
    codes = _without_charge(claim)
    if not codes or claim.payer is None:
        return None
    form = mend_forms.FeesMendForm(
        asked.posted, payer_name=claim.payer.name, codes=codes,
        initial={"active_from": claim.month},
    )  # fmt: skip

    def write(data: dict[str, Any]) -> object:
        payer = claim.payer if data["whose"] == "payer" else None
        return fees.enter_some(practice, form.terms(data), payer=payer, **asked.by)

    return InPlace(
        title="Charges",
        intro=("What the practice asks for one unit, whoever pays it or this payer alone.",),
        form=form,
        write=write,
        saved="The charges were saved.",
        is_shared=True,
        whole=of_rule("fee_missing", asked.rows),
        by_field=form.by_field,
    )


def _without_charge(claim: Claim) -> list[str]:
    day, whose = claim.date_of_service or claim.month, (claim.practice_id, claim.payer_id)
    schedule = fee_rows.schedules([whose], claim.month, max(day, calendar.last_day(claim.month)))
    return [
        line.code for line in claim.lines.all() if schedule[whose].charge(line.code, day) is None
    ]


def _services(asked: Asked) -> InPlace | None:
    """Another service of the month that is not paid beside the claim."""
    found = service_rows.standing(asked.claim.patient, asked.claim.month)
    if not found:
        return None
    form = mend_forms.ServiceMendForm(asked.posted, initial={"service": found[0].pk})
    form.fields["service"].says = _said  # type: ignore[attr-defined]
    form.fields["service"].offer(found)  # type: ignore[attr-defined]

    def write(data: dict[str, Any]) -> object:
        service = data["service"]
        if data["what"] == "void":
            return other_services.void(service, reason=data["reason"], **asked.by)
        return other_services.change(service, served_on=data["served_on"], now=timezone.now())

    return InPlace(
        title="Service billed apart",
        form=form,
        write=write,
        saved="The service was mended.",
        whole=of_rule(asked.rule, asked.rows),
    )


def _said(service: Any) -> str:
    return f"{service.code}, {service.served_on:%Y-%m-%d}"


def _same_person(asked: Asked) -> InPlace | None:
    """Says of the other chart that there is one, and where, to whoever has a role there."""
    claim, user = asked.claim, asked.request.user
    others = claimed_months.alike(claim)
    if not others:
        return _member_id(asked) if asked.rule == "claimed_elsewhere" else None
    before = match_rows.of(claim.patient, [patient_id for patient_id, _ in others])
    names = {
        practice.name if claimed_months.may_name(practice, user) else "another practice"
        for _, practice in others
    }
    where = " and ".join(sorted(names))
    intro = [
        f"{month_name(claim.month)} is claimed at {where} for somebody of the same name, birth "
        "date and sex, under another member id. Nothing else of that chart is shown here.",
    ]
    if before is not None:
        said = "the same person" if before.is_same else "another person"
        on = calendar.local_date(before.decided_at, asked.request.practice.timezone)
        intro.append(f"{before.decided_by.full_name} said on {on}: {said}. “{before.reason}”")
    return InPlace(
        title="Is it the same person?",
        intro=intro,
        form=mend_forms.SamePersonForm(asked.posted),
        write=lambda data: patient_matches.decide(
            claim.patient, [pk for pk, _ in others], since=claim.month, **asked.by, **data
        ),
        saved="It is kept with your name.",
    )


@dataclass(frozen=True)
class Cause:
    """How one rule is mended: by whom, on which row of the claim, and what the link says."""

    build: Callable[[Asked], InPlace | None]
    action: str
    duty: frozenset[Role] = duties.IDENTIFIES
    row: str = "patient_id"


CAUSES: Mapping[str, Cause] = {
    "subscriber_id_missing": Cause(_member_id, "Enter the member id", row="coverage_id"),
    "coverage_missing": Cause(_coverage, "Add the insurance"),
    "initiating_visit_missing": Cause(_visit, "Enter the visit", row="episode_id"),
    "initiating_visit_stale": Cause(_visit, "Correct the visit", row="episode_id"),
    "diagnosis_missing": Cause(_diagnosis, "Add a diagnosis", duty=duties.ENROLS, row="episode_id"),
    "authorization_missing": Cause(_authorization, "Enter the authorization"),
    "fee_missing": Cause(_fees, "Enter the charge", duty=duties.SETS_UP, row="payer_id"),
    "excluded_on_the_date": Cause(_services, "Mend the service"),
    "excluded_in_the_month": Cause(_services, "Mend the service"),
    "already_billed": Cause(_services, "Mend the service"),
    "perhaps_claimed": Cause(_same_person, "Say whether it is the same person"),
    "claimed_elsewhere": Cause(_same_person, "Look at the member id", row="coverage_id"),
}


def action(rule: str, claim: Claim, roles: frozenset[Role]) -> str:
    """What the link says; empty where the rule is not mended in place, or not by this person."""
    cause = CAUSES.get(rule)
    if cause is None or not cause.duty & roles or getattr(claim, cause.row) is None:
        return ""
    return cause.action


def of(request: PracticeRequest, claim: Claim, rule: str, rows: Rows) -> InPlace | None:
    """The form; None where nothing of this rule is mended here, or there is nothing any more."""
    if not action(rule, claim, request.roles):
        return None
    return CAUSES[rule].build(Asked(request, claim, rule, rows))
