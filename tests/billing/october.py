"""A month to review: October 2026 at Elm Street, looked at on November 2."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from zoneinfo import ZoneInfo

from billing.models import Claim, ClaimLine, Fee, PayerPolicy
from billing.services import claims, submission, true_up
from registry.models import Patient

OCTOBER = dt.date(2026, 10, 1)
NOVEMBER_2 = dt.datetime(2026, 11, 2, 15, 0, tzinfo=dt.UTC)
FEES = {"99492": "150.10", "99493": "130.00", "99494": "60.05"}


class October:
    """Charts and claims of the month, as tests want them."""

    def __init__(self, make, practice, payer, alice, sam, practitioner, dana):
        self.make, self.practice, self.payer = make, practice, payer
        self.alice, self.sam, self.practitioner, self.dana = alice, sam, practitioner, dana
        self.zone = ZoneInfo(practice.timezone)
        self.taken = 0

    def payable(self, payer=None, *, policy=True, fees=True):
        """A payer with a policy in force, and what the practice charges it."""
        payer = payer or self.payer
        entered = {"entered_at": NOVEMBER_2, "entered_by": self.dana}
        if policy:
            PayerPolicy.objects.create(
                practice=self.practice,
                payer=payer,
                active_from=dt.date(2026, 1, 1),
                approved_at=NOVEMBER_2,
                approved_by=self.sam,
                **entered,
            )
        for code, amount in FEES.items() if fees else ():
            Fee.objects.create(
                practice=self.practice,
                payer=payer,
                code=code,
                amount=Decimal(amount),
                active_from=dt.date(2026, 1, 1),
                **entered,
            )
        return payer

    def chart(self, minutes=75, *, without="", payer=None, program="cocm", **fields):
        """A patient of the month; `without` names what the chart lacks, comma by comma."""
        lacks = set(without.split(","))
        coverage = {key: fields.pop(key) for key in ("member_id",) if key in fields}
        patient = self.make.patient(self.practice, **fields)
        if "coverage" not in lacks:
            self.make.coverage(patient, payer or self.payer, **coverage)
        if "consent" not in lacks:
            self.make.consent(patient)
        episode = self.make.episode(
            patient, self.alice, self.practitioner, consultant=self.sam, program=program
        )
        if "measure" not in lacks:
            self.make.measure(patient)
        if "review" not in lacks:
            self.make.review(episode, self.sam)
        if minutes:
            self.log(patient, minutes)
        return patient

    def log(self, patient, minutes, **fields):
        """Alice's minutes, each stretch at an hour of its own."""
        self.taken += 1
        day, hour = 2 + self.taken // 8, 8 + self.taken % 8
        start = dt.datetime(2026, 10, day, hour, tzinfo=self.zone)
        entries = []
        while minutes > 0:
            entries.append(self.make.entry(patient, self.alice, start, min(minutes, 60), **fields))
            start += dt.timedelta(days=14)
            minutes -= 60
        return entries

    def true_up(self, *, now=NOVEMBER_2, kind="final"):
        return true_up.run(practice=self.practice, month=OCTOBER, kind=kind, by=self.dana, now=now)

    def claim(self, minutes=75, **fields):
        """A chart and what the true-up makes of it."""
        patient = self.chart(minutes, **fields)
        self.true_up()
        return Claim.objects.get(patient=patient)

    def sent(self, minutes=75, **fields):
        """A claim that was approved and left in a file."""
        claim = self.claim(minutes, **fields)
        by = {"practice": self.practice, "month": OCTOBER, "by": self.dana, "now": NOVEMBER_2}
        assert claims.approve([claim.pk], **by).approved == [claim.pk]
        submission.build(**by)
        claim.refresh_from_db()
        assert claim.state == "sent"
        return claim

    def copies(self, claim, number):
        """More claims like one, each of a patient of its own; without charts behind them."""
        lines = list(claim.lines.all())
        patients = Patient.objects.bulk_create(
            Patient(
                practice=self.practice,
                record_number=f"C{claim.pk}-{n}",
                first_name="Copy",
                last_name=f"Number{n:04}",
                birth_date=dt.date(1980, 1, 1),
                sex="F",
                created_at=NOVEMBER_2,
                created_by=self.dana,
            )
            for n in range(number)
        )
        fields = {
            field.attname: getattr(claim, field.attname)
            for field in Claim._meta.concrete_fields
            if field.name not in ("id", "patient")
        }
        made = Claim.objects.bulk_create(Claim(**fields, patient=patient) for patient in patients)
        ClaimLine.objects.bulk_create(
            ClaimLine(
                claim=each, position=line.position, code=line.code, units=line.units,
                charge=line.charge,
            )
            for each in made
            for line in lines
        )  # fmt: skip
        return made
