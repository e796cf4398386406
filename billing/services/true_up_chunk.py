"""One chunk of a true-up: a few hundred patients, gathered, decided and written together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import DataError, IntegrityError, transaction

from billing.models import LIVE, TrueUpKind, TrueUpRun
from billing.selectors import kept_claims, month_facts, standings
from billing.selectors.kept_claims import KeptClaim
from billing.selectors.month_facts import Chart
from billing.services import claim_writer, decision, later, true_up_failures
from billing.services.claim_writer import Work
from billing.services.decision import Basis, Decided
from registry.models import Patient
from registry.services import service_month


@dataclass(slots=True)
class Tally:
    """How many claims were written, were found unchanged, were kept as decided; charts failed."""

    written: int = 0
    unchanged: int = 0
    kept: int = 0
    failed: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.written + other.written,
            self.unchanged + other.unchanged,
            self.kept + other.kept,
            self.failed + other.failed,
        )


def decide(run: TrueUpRun, patient_ids: Sequence[int], *, now: dt.datetime) -> Tally:
    """Decide these patients' months, all or none of them, save those that cannot be.

    Where the database refuses what one chart holds, the chunk is halved until that one stands
    alone, so that it stops nobody else.
    """
    try:
        with transaction.atomic():
            return _decide_together(run, patient_ids, now=now)
    except (DataError, IntegrityError) as error:
        if len(patient_ids) == 1:
            true_up_failures.keep(run, {patient_ids[0]: error}, now=now)
            return Tally(failed=1)
    half = len(patient_ids) // 2
    return decide(run, patient_ids[:half], now=now) + decide(run, patient_ids[half:], now=now)


def _decide_together(run: TrueUpRun, patient_ids: Sequence[int], *, now: dt.datetime) -> Tally:
    gathered = month_facts.gather(patient_ids, run.month)
    sorting = _Sorting(
        is_final=run.kind == TrueUpKind.FINAL,
        claims=kept_claims.standing(patient_ids, run.month),
        broken=gathered.broken,
    )
    for chart in gathered.charts.values():
        sorting.take(chart)
    sorting.compare_decided()
    _refresh_standings(sorting.marks, run.month, now=now)
    written = claim_writer.write(sorting.work, run, is_final=sorting.is_final, now=now)
    true_up_failures.settle(patient_ids, run.month, now=now)
    true_up_failures.keep(run, sorting.broken, now=now)
    return Tally(written, sorting.unchanged, sorting.kept, len(sorting.broken))


@dataclass(slots=True)
class _Sorting:
    """Each chart's place: to be written, unchanged, decided by a person, or broken."""

    is_final: bool
    claims: dict[int, KeptClaim]
    broken: dict[int, Exception]
    work: Work = field(default_factory=Work)
    decided: dict[int, Decided] = field(default_factory=dict)
    marks: dict[int, str | None] = field(default_factory=dict)
    unchanged: int = 0
    kept: int = 0

    def take(self, chart: Chart) -> None:
        try:
            basis = decision.basis(chart)
            self._place(chart, basis, self.claims.get(chart.patient_id))
        except Exception as error:
            self.broken[chart.patient_id] = error
        else:
            self.marks[chart.patient_id] = basis.mark if chart.is_enrolled else None

    def _place(self, chart: Chart, basis: Basis, claim: KeptClaim | None) -> None:
        if claim is None:
            self.work.new.append(Decided(basis, decision.of(chart)))
        elif not claim.is_draft:
            self._keep(chart, basis, claim)
        elif claim.fingerprint != basis.mark:
            self.work.changed[claim.id] = Decided(basis, decision.of(chart))
        elif self.is_final and not claim.is_final:
            self.work.made_final.append(claim.id)
        else:
            self.unchanged += 1

    def _keep(self, chart: Chart, basis: Basis, claim: KeptClaim) -> None:
        """A person decided it: only what came since is noted, and only while it stands."""
        self.kept += 1
        if claim.state not in LIVE:
            return
        if claim.fingerprint != basis.mark:
            self.decided[claim.id] = Decided(basis, decision.of(chart))
        elif claim.has_later:
            self.work.later[claim.id] = None

    def compare_decided(self) -> None:
        """Note what came since on claims whose facts are no longer those they were decided from."""
        kept = kept_claims.laters(list(self.decided))
        for claim_id, (verdict, noted) in kept.items():
            now = later.difference(verdict, self.decided[claim_id].decision)
            if now != noted:
                self.work.later[claim_id] = now


def _refresh_standings(marks: dict[int, str | None], month: dt.date, *, now: dt.datetime) -> None:
    """Have the registry rewrite those standings that rest on something else than the claims."""
    old = standings.drifted(marks, month)
    if old:
        patients = Patient.objects.filter(pk__in=old).select_related("practice").order_by("pk")
        service_month.refresh(list(patients), [month], now=now)
