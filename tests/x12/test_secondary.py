"""From the first payer's remittance to the claim for the second."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from billing.x12 import checks, institutional, professional, secondary
from billing.x12.reading import files
from tests.x12 import documents, validator
from tests.x12.reading import made

ON = date(2026, 11, 1)
AWAITED = documents.other_coverage(
    paid=None, adjustments=(), decided_on=None, control_number="", turn="P"
)


def payment(*changes):
    """The one claim of the first payer's 835, with (right, wrong) texts exchanged."""
    text = made.remittance(*made.CLAIM)
    for right, wrong in changes:
        assert right in text
        text = text.replace(right, wrong)
    return files.read(text).remittances[0].claims[0]


def ours(base, number="CT1001"):
    """Our claim, whose lines have the control numbers that the remittance repeats."""
    lines = tuple(
        replace(line, control_number=f"{number}L{place}")
        for place, line in enumerate(base.lines, 1)
    )
    return replace(base, lines=lines, turn="S")


def after(claim, paid):
    return secondary.claim_after(claim, AWAITED, paid, decided_on=ON)


def test_a_remittance_becomes_the_decision_of_the_next_claim():
    claim = after(ours(documents.claim()), payment())
    text = professional.write(documents.document(claim))
    assert validator.accepted(text) == []
    (read,) = validator.claims(text)
    (other,) = read.others
    assert (other.paid, other.control_number) == (Decimal(200), "PCN-1")
    assert [(line.decisions[0].paid, line.decisions[0].decided_on) for line in read.lines] == [
        (Decimal(120), "20261101"), (Decimal(80), "20261101"),
    ]  # fmt: skip
    assert read.lines[1].decisions[0].adjustments == [
        ("CO", "45", Decimal("30.5")), ("PR", "2", Decimal(10)),
    ]  # fmt: skip


def test_lines_are_found_by_code_and_charge_where_no_number_came_back():
    unnamed = payment(("REF*6R*CT1001L1~", ""), ("REF*6R*CT1001L2~", ""))
    claim = after(ours(documents.claim(), "ELSE"), unnamed)
    assert [line.decisions[0].paid for line in claim.lines] == [120, 80]


def test_a_payer_s_change_of_the_procedure_is_said():
    changed = payment(("HC:99494*120.50", "HC:99493:25*120.50"))
    claim = after(ours(documents.claim()), changed)
    assert (claim.lines[1].decisions[0].code, claim.lines[1].decisions[0].modifiers) == (
        "99493", ("25",),
    )  # fmt: skip
    assert claim.lines[0].decisions[0].code == ""


def test_a_line_that_the_remittance_lacks_is_found_by_the_checks():
    claim = after(ours(documents.claim()), payment(("REF*6R*CT1001L2", "REF*6R*ELSE")))
    assert claim.lines[1].decisions == ()
    problems = checks.problems(documents.document(claim))
    assert [problem.field for problem in problems] == ["other_coverages[0].paid"]


def test_a_clinic_s_claim_goes_on_too():
    claim = secondary.institutional_claim_after(
        ours(documents.clinic_claim()), AWAITED, payment(), decided_on=ON
    )
    text = institutional.write(documents.clinic_document(claim))
    assert validator.accepted(text) == []
    assert [line.decisions[0].paid for line in validator.claims(text)[0].lines] == [120, 80]
