"""The older of the demo's months, to its end: acknowledged, corrected, closed, and mostly paid.

Days are those of the month after it.  What payers write comes in through the reader that takes in
everybody's files; what is open on it is left for whoever looks at the demo.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from zoneinfo import ZoneInfo

from billing.models import Claim, ClaimLine, ClaimState, Denial, Submission
from billing.selectors.claim_document import clm01
from billing.services import claims, corrections, denials, month_close, received, submission
from billing.services.demo import desk, letters
from billing.services.demo.letters import ClaimSaid, LineSaid
from billing.services.demo.practices import House
from billing.services.demo.stories import CIGNA, MEDICARE
from registry import calendar
from registry.errors import Refused
from registry.models import Patient, Payer, Practice, User
from registry.selectors import log_sign_offs as signatures
from registry.services import coverages, log_sign_offs, time_log
from registry.vocabulary import Activity, Origin, WorkerRole

#: By the patient's last name: whose claim is corrected, refused, paid too little, or comes back
#: under a name that is not ours; and who has time written down once the month is closed.
CORRECTED, SHORT, STRAY, LATE = "Pacocha", "Conroy", "Schultz", "Okuneva"
#: Three of one payer and code: what repeats proposes a change of its policy.
REFUSED = frozenset({"Ankunding", "Reynolds", "Pacocha"})
#: The payer wants the record: an adjustment reason and its remark.
WANTS_THE_RECORD = ("252", "N706")
STRAY_NAME = "ELM-0417"
INTEREST = Decimal("1.12")
_CENT = Decimal("0.01")
_OPEN = {
    "held": "They are worked on where they are, and billed when they are whole.",
    "clean": "They go with the next file.",
    "changed": "They were looked at.",
    "time": "It is decided on where it waits.",
    "weeks": "The last week reaches into the next month, and is signed with that one.",
    "failures": "They are looked at one by one.",
}


@dataclass(frozen=True, kw_only=True)
class Back:
    """A practice's month that was sent, and who does what follows."""

    house: House
    practice: Practice
    month: dt.date

    @property
    def dana(self) -> User:
        return self.house.people["dana"]

    def at(self, day: int, hour: int) -> dt.datetime:
        """A moment of the month after."""
        on = calendar.shift_month(self.month, 1).replace(day=day)
        zone = ZoneInfo(self.practice.timezone)
        return dt.datetime.combine(on, dt.time(hour), tzinfo=zone).astimezone(dt.UTC)

    def sent(self) -> list[Claim]:
        rows = Claim.objects.filter(practice=self.practice, month=self.month, state=ClaimState.SENT)
        return list(rows.select_related("patient", "coverage", "payer").order_by("pk"))


def play(house: House, practice: Practice, month: dt.date) -> None:
    back = Back(house=house, practice=practice, month=month)
    _acknowledged(back, back.sent(), day=2)
    _corrected(back)
    _signed(back)
    month_close.close(practice, month, reasons=_OPEN, by=back.dana, now=back.at(9, 10))
    _late(back)
    _paid(back)
    _worked_on(back)


def _acknowledged(back: Back, sent: list[Claim], *, day: int) -> None:
    """Accepted as files in the afternoon, as claims on the next day."""
    files = Submission.objects.filter(places__claim__in=sent).distinct().order_by("pk")
    at, then = back.at(day, 15), back.at(day + 1, 9)
    _take(back, f"999-{at:%y%m%d}.edi", letters.acknowledgment(back.practice, list(files), at), at)
    _take(back, f"277ca-{then:%y%m%d}.edi", letters.status(back.practice, sent, then), then)


def _take(back: Back, name: str, content: bytes, at: dt.datetime) -> None:
    taken = received.receive(
        back.practice, name=name, content=content, by=back.house.system, now=at
    )
    assert not taken.file.problem, taken.file.problem


def _corrected(back: Back) -> None:
    """The card's group number was forgotten: the claim is replaced, under the payer's number."""
    for claim in back.sent():
        if claim.patient.last_name == CORRECTED and claim.coverage is not None:
            at = back.at(5, 10)
            coverages.change(claim.coverage, group_number="NS-4410", by=back.dana, now=at)
            made = corrections.replace(
                claim, how="7", reason="Sent without the group number.", by=back.dana, now=at
            )
            _sent_anew(back, made)


def _sent_anew(back: Back, made: Claim) -> None:
    practice, month, dana = back.practice, back.month, back.dana
    claims.approve([made.pk], practice=practice, month=month, by=dana, now=back.at(5, 11))
    submission.build(practice=practice, month=month, by=dana, now=back.at(5, 12))
    _acknowledged(back, [each for each in back.sent() if each.pk == made.pk], day=5)


def _signed(back: Back) -> None:
    """Everybody's weeks, but for those in which something is still open."""
    now = back.at(8, 16)
    people = {person.pk: person for person in back.house.people.values()}
    for signer in signatures.of_month(back.practice, back.month, now):
        for week in signer.missing:
            try:
                log_sign_offs.sign(
                    back.practice, week.starts_on, by=people[signer.user_id], now=now
                )
            except Refused:
                continue


def _late(back: Back) -> None:
    """A call that was written down once the month was closed."""
    found = Patient.objects.filter(practice=back.practice, last_name=LATE).first()
    if found is None:
        return
    alice = back.house.people["alice"]
    last = desk.working_days(back.month, since=back.month, until=calendar.last_day(back.month))[-1]
    start, end = back.house.desk.book([alice.pk], last, 26)
    time_log.record(
        patient=found,
        worker=alice,
        role=WorkerRole.CARE_MANAGER,
        activity=Activity.PATIENT_CONTACT,
        started_at=start,
        ended_at=end,
        note="Call about the side effects of the new dose.",
        reason="It stood in the paper diary only.",
        origin=Origin.BY_HAND,
        by=alice,
        now=back.at(12, 9),
    )


def _paid(back: Back) -> None:
    """Each payer pays once, on the sixteenth."""
    by_payer: dict[Payer, list[Claim]] = defaultdict(list)
    for claim in back.sent():
        if claim.payer is not None:
            by_payer[claim.payer].append(claim)
    for number, (payer, found) in enumerate(sorted(by_payer.items(), key=lambda pair: pair[0].pk)):
        at = back.at(16, 7 + number)
        interest = INTEREST if payer.name == CIGNA else Decimal(0)
        said = [_said(claim) for claim in found]
        content = letters.remittance(back.practice, payer, said, at, interest=interest)
        _take(back, f"835-{payer.payer_id.lower()}-{at:%y%m%d}.edi", content, at)


def _said(claim: Claim) -> ClaimSaid:
    name = claim.patient.last_name
    return ClaimSaid(
        claim=claim,
        name=STRAY_NAME if name == STRAY else clm01(claim),
        number=letters.number_of(claim),
        lines=[_line(claim, line) for line in claim.lines.order_by("position")],
    )


def _line(claim: Claim, line: ClaimLine) -> LineSaid:
    """As its contract says, less a tenth where too little is paid; Medicare leaves 20 percent."""
    name = claim.patient.last_name
    if name in REFUSED:
        return LineSaid(line=line, allowed=Decimal(0), refused=WANTS_THE_RECORD)
    allowed = line.expected or (line.charge or Decimal(0)) * 3 / 5
    if name == SHORT:
        allowed *= Decimal("0.9")
    allowed = allowed.quantize(_CENT)
    is_medicare = claim.payer is not None and claim.payer.name == MEDICARE
    share = (allowed / 5).quantize(_CENT) if is_medicare else Decimal(0)
    return LineSaid(line=line, allowed=allowed, share=share)


def _worked_on(back: Back) -> None:
    """Dana has read what was refused, and has taken it."""
    at = back.at(18, 10)
    for denial in Denial.objects.filter(practice=back.practice):
        denials.work(
            denial,
            state="open",
            note="The payer wants the record: the audit packet has it.",
            owner=back.dana,
            due_on=denial.due_on,
            by=back.dana,
            now=at,
        )
