"""What payers answer to a claim of one 99492, $150.10, and how it is taken in."""

from __future__ import annotations

import datetime as dt
import os

from billing.services import received
from tests.x12.reading import made

NOW = dt.datetime(2026, 11, 12, 15, tzinfo=dt.UTC)


def paid(claim, *, amount="120.10", adjustments=("CAS*CO*45*30.00",), status="1", name=None):
    """The claim's part of a remittance."""
    return (
        f"CLP*{name or f'CT{claim.pk}'}*{status}*150.10*{amount}*0*12*PCN-9*11*1",
        f"NM1*QC*1*{claim.patient.last_name}*{claim.patient.first_name}****MI*"
        f"{claim.coverage.member_id}",
        f"SVC*HC:99492*150.10*{amount}**1",
        "DTM*472*20261031",
        *adjustments,
        f"REF*6R*{name or f'CT{claim.pk}'}L1",
    )


def remittance(*bodies, amount):
    return made.remittance(*[part for body in bodies for part in body], paid=amount).encode()


def take(practice, content, by, name="era.835"):
    return received.receive(practice, name=name, content=content, by=by, now=NOW)


def refused(claim, reason="97", remark="N20"):
    adjustments = (f"CAS*CO*{reason}*150.10", f"LQ*HE*{remark}")
    return paid(claim, amount="0", status="4", adjustments=adjustments)


def status_report(claim):
    body = (
        "BHT*0085*08*REF-1*20261103*0930*TH", "HL*1**20*1", "NM1*PR*2*PRAIRIE*****PI*1",
        "TRN*1*T1", "DTP*050*D8*20261102", "DTP*009*D8*20261103", "HL*2*1*21*1",
        "NM1*41*2*LAKESIDE*****46*L1", "TRN*2*42", "STC*A1:19*20261103*WQ*150.10",
        "HL*3*2*19*1", "NM1*85*2*LAKESIDE*****XX*1234567893", "TRN*1*0", "HL*4*3*PT",
        f"NM1*QC*1*{claim.patient.last_name}*X****MI*W1", f"TRN*2*CT{claim.pk}",
        "STC*A7:562:85*20261103*U*150.10", "DTP*472*D8*20261031",
    )  # fmt: skip
    return made.text("277", *body).encode()


def put(folder, name, content, seconds_ago=60):
    path = folder / name
    path.write_bytes(content)
    os.utime(path, (NOW.timestamp() - seconds_ago,) * 2)
    return path


def era(claim, *, amount="120.10", status="1", adjustments=("CAS*CO*45*30.00",)):
    return made.remittance(
        f"CLP*CT{claim.pk}*{status}*150.10*{amount}*0*12*PCN-9*11*1",
        f"SVC*HC:99492*150.10*{amount}**1",
        "DTM*472*20261031",
        *adjustments,
        f"REF*6R*CT{claim.pk}L1",
        paid=amount,
    ).encode()
