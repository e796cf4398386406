"""Rows of Elm Street for every address that names one."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.urls import URLResolver, get_resolver
from django.urls.converters import get_converters

from registry.services import service_month
from tests.cast import NOW

OCTOBER = dt.date(2026, 10, 1)


def parameters(resolver=None, inherited=frozenset()):
    """The named parameters of every address: {name: {"slug", "patient_id"}}."""
    found = {}
    for entry in (resolver or get_resolver()).url_patterns:
        here = inherited | set(entry.pattern.converters)
        if isinstance(entry, URLResolver):
            found |= parameters(entry, here)
        elif entry.name:
            found[entry.name] = here
    return found


@pytest.fixture
def rows(make, enrolled, elm_street, payer, alice, sam, dana, sue, ann, dr_priya, now):
    """One row of each kind, all of Elm Street; by the name of the parameter that names it."""
    from billing.models import (
        Claim,
        Denial,
        Fee,
        MonthClose,
        PayerPolicy,
        ReceivedFile,
        Remittance,
        Submission,
    )
    from billing.selectors.packet_samples import Wanted
    from billing.services import packet_samples, packet_shares, packets, true_up
    from registry.models import LogAudit, SafetyFlag

    episode = enrolled.episodes.get()
    entry = make.entry(enrolled, alice, dt.datetime(2026, 10, 6, 14, 0, tzinfo=dt.UTC), minutes=72)
    service_month.refresh([enrolled], [OCTOBER], now=now)
    enrolled.consents.get().file.save("signed.pdf", ContentFile(b"%PDF-1.4"))
    measure = make.measure(enrolled, 21, scored_on=dt.date(2026, 10, 12))
    flag = SafetyFlag.objects.create(measure=measure, patient=enrolled, answer=1, raised_at=now)
    service = enrolled.other_services.create(
        code="99213", served_on=OCTOBER, practitioner="x", recorded_at=now, recorded_by=alice
    )
    site = elm_street.sites.create(
        name="Annex", address="1 B ST", city="ALBANY", state="NY", zip_code="12208",
        created_at=now, created_by=dana,
    )  # fmt: skip
    request = episode.review_requests.create(question="?", requested_at=now, requested_by=alice)
    audit = LogAudit.objects.create(
        practice=elm_street, week_starts_on=dt.date(2026, 10, 5), made_at=now, made_by=sue
    )
    finding = audit.findings.create(kind="needs_review", patient=enrolled, text="x")
    referral = make.patient(elm_street).referrals.create(
        reason="?", referred_at=now, referred_by=alice
    )
    cut = elm_street.time_cuts.create(
        worker=alice, choice="that", said="x", made_at=now, made_by=alice
    )
    meeting = elm_street.caseload_meetings.create(
        consultant=sam, care_manager=alice, started_at=now, ended_at=now
    )
    view = alice.caseload_views.create(practice=elm_street, name="x", created_at=now)
    run = true_up.run(practice=elm_street, month=OCTOBER, kind="provisional", by=dana, now=now)
    claim = Claim.objects.get(patient=enrolled)
    submission = Submission.objects.create(
        practice=elm_street, payer=payer, receiver_name="x", receiver_id="x", month=OCTOBER,
        control_number=1, is_production=False, file_name="x.837", content=b"ISA", sha256="x",
        made_at=now, made_by=dana,
    )  # fmt: skip
    received = ReceivedFile.objects.create(
        practice=elm_street, name="x.835", content=b"ISA", sha256="y", received_at=now,
        received_by=dana,
    )  # fmt: skip
    remittance = Remittance.objects.create(
        practice=elm_street, file=received, segment=1, payer=payer, amount=0, claims_paid=0,
        adjusted=0, posted_at=now, posted_by=dana,
    )  # fmt: skip
    stray, posted = (
        remittance.payments.create(
            segment=segment, status="4", charge=150, paid=0, patient_responsibility=0, claim=of
        )
        for segment, of in ((2, None), (3, claim))
    )
    denial = Denial.objects.create(
        practice=elm_street, claim=claim, payer=payer, payment=posted, group="CO", reason="97",
        amount=150, opened_at=now,
    )  # fmt: skip
    packet = packets.build(claim, by=dana, now=now)
    sample = packet_samples.ask(
        Wanted(numbers=[claim.pk]), practice=elm_street, label="x", by=dana, now=now
    )
    packet_samples.work(sample.places.get().pk, now=now)
    shared = packet_shares.share(
        [packet], practice=elm_street, label="x", ends_on=now.date(), is_listed=True, by=dana,
        now=now,
    )  # fmt: skip
    entered = {"active_from": OCTOBER, "entered_at": now, "entered_by": dana}
    policy = PayerPolicy.objects.create(practice=elm_street, payer=payer, **entered)
    fee = Fee.objects.create(practice=elm_street, code="99492", amount=150, **entered)
    close = MonthClose.objects.create(
        practice=elm_street, month=OCTOBER, closed_at=now, closed_by=dana, sha256="x",
        document='{"claims": [], "engine": "x", "cms_release": null, "lanes": {}}',
    )  # fmt: skip
    authorization = enrolled.authorizations.create(
        number="PA-1", from_date=OCTOBER, to_date=OCTOBER, recorded_at=now, recorded_by=alice
    )
    treatment = enrolled.treatments.create(
        kind="medicine", name="x", started_on=OCTOBER, recorded_at=now, recorded_by=alice
    )
    errand = enrolled.errands.create(
        episode=episode, month=OCTOBER, rule="measure_missing", words="x", asked_of=alice,
        asked_at=now, asked_by=dana,
    )  # fmt: skip
    return {
        "errand_id": errand.pk,
        "treatment_id": treatment.pk,
        "authorization_id": authorization.pk,
        "close_id": close.pk,
        "patient_id": enrolled.pk,
        "episode_id": episode.pk,
        "consent_id": enrolled.consents.get().pk,
        "coverage_id": enrolled.coverages.get().pk,
        "entry_id": entry.pk,
        "cut_id": cut.pk,
        "measure_id": measure.pk,
        "service_id": service.pk,
        "flag_id": flag.pk,
        "referral_id": referral.pk,
        "meeting_id": meeting.pk,
        "membership_id": ann.memberships.get().pk,
        "view_id": view.pk,
        "user_id": alice.pk,
        "request_id": request.pk,
        "review_id": enrolled.case_reviews.get().pk,
        "audit_id": audit.pk,
        "finding_id": finding.pk,
        "payer_id": payer.pk,
        "policy_id": policy.pk,
        "fee_id": fee.pk,
        "clinician_id": dr_priya.pk,
        "site_id": site.pk,
        "run_id": run.pk,
        "claim_id": claim.pk,
        "submission_id": submission.pk,
        "file_id": received.pk,
        "remittance_id": remittance.pk,
        "payment_id": stray.pk,
        "denial_id": denial.pk,
        "packet_id": packet.pk,
        "sample_id": sample.pk,
        "share_id": shared.share.pk,
        "token": shared.token,
    }


class ThePractice:
    """Addresses of Elm Street, filled with its rows."""

    def __init__(self, rows):
        self.rows = rows
        self.parameters = parameters()

    def address(self, name, slug="elm-street"):
        from django.urls import reverse

        values = {"slug": slug, "month": "2026-10", **self.rows}
        wanted = self.parameters[name]
        missing = wanted - set(values)
        assert not missing, f"{name}: tests/walk/conftest.py has no row for {missing}"
        return reverse(name, kwargs={key: values[key] for key in wanted})

    def names_a_row(self, name):
        return bool(self.parameters[name] & set(self.rows))


@pytest.fixture
def the_practice(rows):
    assert "slug" in get_converters()
    with time_machine.travel(NOW, tick=True):
        yield ThePractice(rows)
