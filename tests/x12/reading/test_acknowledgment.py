"""What a 999 says, down to the element; a 997 of an older version says it too."""

from __future__ import annotations

import pytest

from billing.x12.reading.refusal import Unreadable
from tests.x12.reading import made

REJECTED = (
    "AK1*HC*42*005010X222A1",
    "AK2*837*0001*005010X222A1",
    "IK3*NM1*22*2010BA*8",
    "CTX*CLM01:CT1001",
    "IK4*9:2:1*67*I12*W-1 2",
    "CTX*SITUATIONAL TRIGGER*SBR*14**9",
    "IK4*3*1035*1",
    "IK3*REF*30*2300*I6",
    "IK5*R*5*I5",
    "AK2*837*0002*005010X222A1",
    "IK5*A",
    "AK9*P*2*2*1*5",
)


def read(*body):
    return made.only(made.text("999", *body)).content


def test_every_error_is_read_with_its_place():
    acknowledgment = read(*REJECTED)
    assert (acknowledgment.functional_id, acknowledgment.group_number) == ("HC", "42")
    assert (acknowledgment.included, acknowledgment.received, acknowledgment.accepted) == (2, 2, 1)
    one, two = acknowledgment.transactions
    assert (one.code, one.errors, two.code) == ("R", ("5", "I5"), "A")
    first, second = one.segments
    assert (first.tag, first.position, first.loop, first.code) == ("NM1", 22, "2010BA", "8")
    assert (first.claim_id, first.contexts) == ("CT1001", ("CLM01:CT1001",))
    element, other = first.elements
    assert (element.element, element.component, element.repetition) == (9, 2, 1)
    assert (element.reference, element.code, element.value) == ("67", "I12", "W-1 2")
    assert element.contexts == ("SITUATIONAL TRIGGER:SBR:14:9",)
    assert (other.element, other.component) == (3, 0)
    assert (second.tag, second.words) == ("REF", "segment missing that another one calls for")


def test_errors_are_said_in_words_without_what_was_typed():
    acknowledgment = read(*REJECTED)
    assert acknowledgment.sentences == (
        "the number of transactions (GE01) is wrong.",
        "one or more segments are wrong.",
        "one or more segments are wrong by the guide.",
        "Segment NM1 (number 22 of the transaction), loop 2010BA: element 9, component 2: does not "
        "have the form that the guide asks for; element 3: required element missing.",
        "Segment REF (number 30 of the transaction), loop 2300: segment missing that another one "
        "calls for.",
    )
    assert "W-1 2" not in " ".join(acknowledgment.sentences)


@pytest.mark.parametrize(
    ("code", "accepted", "rejected"),
    [("A", True, False), ("E", True, False), ("P", False, False), ("R", False, True),
     ("M", False, True), ("W", False, True), ("X", False, True)],
)  # fmt: skip
def test_a_verdict_is_taken_or_turned_away(code, accepted, rejected):
    acknowledgment = read("AK1*HC*1", f"AK9*{code}*1*1*1")
    assert (acknowledgment.is_accepted, acknowledgment.is_rejected) == (accepted, rejected)
    assert acknowledgment.words != code


def test_a_group_with_a_rejected_transaction_is_not_accepted():
    assert not read("AK1*HC*1", "AK2*837*1", "IK5*R", "AK9*A*1*1*1").is_accepted


def test_an_older_997_is_read():
    older = [each.replace("IK", "AK") for each in REJECTED if not each.startswith("CTX")]
    text = made.text("999", *older).replace("ST*999", "ST*997").replace("005010X231A1", "004010")
    acknowledgment = made.only(text).content
    assert [each.code for each in acknowledgment.transactions] == ["R", "A"]
    assert acknowledgment.transactions[0].segments[0].elements[0].element == 9


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ([], "Segment 4 (SE): the acknowledgement has no AK1"),
        (["AK1*HC*1"], "Segment 5 (SE): the acknowledgement has no AK9"),
        (["AK1*HC"], "Segment 4 (AK1): element 2, the group's control number, is missing."),
        (["AK1*HC*1", "AK1*HC*2"], "Segment 5 (AK1): a second AK1"),
        (["AK9*A"], "Segment 4 (AK9): it stands before the AK1."),
        (["AK1*HC*1", "IK3*CLM*1"], "Segment 5 (IK3): it stands outside of any AK2."),
        (["AK1*HC*1", "AK2*837*1", "IK4*1*1*1"], "Segment 6 (IK4): it stands outside of any IK3"),
        (["AK1*HC*1", "AK2*837*1", "AK9*A"], "Segment 6 (AK9): the AK2 before it has no IK5"),
        (["AK1*HC*1", "AK2*837*1", "AK2*837*2"], "Segment 6 (AK2): the AK2 before it has no IK5"),
        (["AK1*HC*1", "AK2*837*1", "IK5"], "Segment 6 (IK5): element 1, the verdict, is missing."),
    ],
)
def test_an_acknowledgement_without_a_verdict_is_refused(body, says):
    with pytest.raises(Unreadable) as refusal:
        read(*body)
    assert refusal.value.sentence.startswith(says)
