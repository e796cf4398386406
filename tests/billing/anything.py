"""Claims, payments and refusals of every kind at random, for reports to add up."""

from __future__ import annotations

import datetime as dt
import hashlib
from decimal import Decimal

from billing.models import (
    Claim,
    ClaimLine,
    ClaimPayment,
    Denial,
    LinePayment,
    ReceivedFile,
    Remittance,
)
from registry.models import Patient, Payer
from tests.billing.october import NOVEMBER_2

MONTHS = [dt.date(2026, 9, 1), dt.date(2026, 10, 1), dt.date(2026, 11, 1)]
STATES = [
    ("draft", "billable"), ("draft", "held"), ("draft", "not_billable"), ("approved", "billable"),
    ("sent", "billable"), ("sent", "billable"), ("replaced", "billable"), ("voided", "billable"),
]  # fmt: skip
STATUSES = ["1", "1", "2", "4", "22", "19", "25"]
EXCLUSIONS = ["clerical", "outside_consent", "doubled"]


class Anything:
    """Rows of a seeded generator; `episodes` are of different care managers."""

    def __init__(self, random, october, template, episodes, second):
        self.random, self.october, self.template = random, october, template
        self.episodes, self.second = episodes, second
        self.payers = [october.payer, second, None]

    def fill(self, number):
        for n in range(number):
            self.claim(n)
        return self

    def cents(self, most):
        return Decimal(self.random.randrange(most * 100)) / 100

    def claim(self, n):
        pick = self.random.choice
        state, outcome = pick(STATES)
        patient = Patient.objects.create(
            practice=self.october.practice, record_number=f"R{n}", first_name="Any",
            last_name=f"Body{n:03}", birth_date=dt.date(1980, 1, 1), sex="F",
            created_at=NOVEMBER_2, created_by=self.october.dana,
        )  # fmt: skip
        given = {
            field.attname: getattr(self.template, field.attname)
            for field in Claim._meta.concrete_fields
            if field.name != "id"
        }
        found = {"patient_id": patient.pk, "state": state, **self._found(outcome)}
        made = Claim.objects.create(**given | self._decided(state) | found)
        self._lines(made)
        if state not in ("draft", "approved"):
            for _ in range(pick([0, 1, 1, 2, 3])):
                self._payment(made)
        return made

    def _decided(self, state):
        was_sent = state not in ("draft", "approved")
        at = NOVEMBER_2 - dt.timedelta(days=self.random.randrange(120))
        approved = None if state == "draft" else NOVEMBER_2
        by = self.october.dana.pk
        return {
            "approved_at": approved, "approved_by_id": by if approved else None,
            "sent_at": at if was_sent else None, "sent_by_id": by if was_sent else None,
        }  # fmt: skip

    def _found(self, outcome):
        pick = self.random.choice
        episode, payer, month = pick([*self.episodes, None]), pick(self.payers), pick(MONTHS)
        excluded = {
            reason: self.random.randrange(1, 3000)
            for reason in self.random.sample(EXCLUSIONS, self.random.randrange(3))
        }
        counted = self.random.randrange(5000)
        short = outcome == "not_billable"
        rules = {"held": ["consultant_review_missing"], "not_billable": ["below_minimum"]}
        code = pick(["99492", "99493", "99484"])
        return {
            "outcome": outcome,
            "month": month,
            "payer_id": payer.pk if payer else None,
            "episode_id": episode.pk if episode else None,
            "counted_seconds": counted,
            "worked_seconds": counted + sum(excluded.values()),
            "rules": rules.get(outcome, []),
            "minutes_short": 5 if short else None,
            "verdict": {
                "seconds": {"excluded": excluded},
                "next": {"code": code, "minutes_needed": 5} if short else None,
            },
        }

    def _lines(self, made):
        if made.outcome == "not_billable":
            return
        codes = self.random.sample(["99492", "99494", "99493"], self.random.randrange(1, 3))
        rows = [
            ClaimLine(
                claim=made, position=place, code=code, units=1, charge=self.cents(300),
                allowed=self.random.choice([None, self.cents(300), self.cents(300)]),
            )
            for place, code in enumerate(codes, start=1)
        ]  # fmt: skip
        ClaimLine.objects.bulk_create(rows)

    def _remittance(self):
        place = Remittance.objects.count() + 1
        by = {"practice": self.october.practice, "received_at": NOVEMBER_2}
        content = str(place).encode()
        file = ReceivedFile.objects.create(
            name="era", content=content, sha256=hashlib.sha256(content).hexdigest(),
            received_by=self.october.dana, **by,
        )  # fmt: skip
        payer = self.random.choice([*Payer.objects.filter(practice=self.october.practice), None])
        return Remittance.objects.create(
            practice=self.october.practice, file=file, segment=1, payer=payer, amount=0,
            paid_on=dt.date(2026, 11, self.random.randrange(1, 12)), claims_paid=0, adjusted=0,
            posted_at=NOVEMBER_2, posted_by=self.october.dana,
        )  # fmt: skip

    def _payment(self, made):
        status = self.random.choice(STATUSES)
        sign = -1 if status == "22" else 1
        payment = ClaimPayment.objects.create(
            remittance=self._remittance(), segment=2, claim=made, status=status, charge=0,
            paid=sign * self.cents(200), patient_responsibility=sign * self.cents(50),
        )  # fmt: skip
        for place, line in enumerate(made.lines.all()):
            if self.random.random() < 0.6:
                LinePayment.objects.create(
                    payment=payment, segment=place, line=line, code=line.code, units=1, charge=0,
                    paid=sign * self.cents(100),
                )  # fmt: skip
            if self.random.random() < 0.5:
                self._denial(made, payment, self.random.choice([line.code, ""]))

    def _denial(self, made, payment, code):
        state = self.random.choice(["open", "in_work", "overturned", "written_off", "corrected"])
        Denial.objects.get_or_create(
            payment=payment, code=code, group="CO", reason=self.random.choice(["97", "16", "151"]),
            defaults={
                "practice": made.practice, "claim": made, "payer": made.payer, "state": state,
                "amount": self.cents(300) + 1, "opened_at": NOVEMBER_2, "note": "Given up.",
            },
        )  # fmt: skip
