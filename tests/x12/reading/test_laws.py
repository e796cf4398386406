"""Laws of reading: what is written reads back the same; what is damaged is refused and no worse."""

from __future__ import annotations

import time
from dataclasses import replace
from decimal import Decimal

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from billing.x12.reading import balance, corrections, files
from billing.x12.reading.acknowledgment import Acknowledgment
from billing.x12.reading.claim_status import ClaimStatusReport
from billing.x12.reading.refusal import Unreadable
from billing.x12.reading.remittance import Remittance
from tests.x12.reading import drawn, made, writer

calm = settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
shapes = st.sampled_from(
    [
        {},
        {"breaks": "\n"},
        {"breaks": "\r\n"},
        {"segment": "\n"},
        {"element": "|", "component": ">", "repetition": "!", "segment": "`"},
        {"element": "\x1d", "component": "\x1f", "repetition": "\x1e", "segment": "\x1c"},
    ]
)


@calm
@given(drawn.remittances, shapes)
def test_a_remittance_reads_back_as_it_was_written(remittance, shape):
    received = files.read(writer.written(remittance, **shape))
    (transaction,) = received.transactions
    read = writer.unplaced(transaction.content)
    claims = tuple(replace(claim, adjudication=()) for claim in read.claims)
    assert replace(read, claims=claims) == remittance
    assert (received.notes, transaction.notes, transaction.unread) == ((), (), ())


@calm
@given(drawn.remittances)
def test_places_are_those_of_the_file(remittance):
    text = writer.written(remittance)
    written = [segment.split("*")[0] for segment in text.split("~")]
    content = made.only(text).content
    assert written[content.payment_segment - 1] == "BPR"
    for claim in content.claims:
        assert written[claim.segment - 1] == "CLP"
        assert all(written[line.segment - 1] == "SVC" for line in claim.lines)


def balanced(remittance):
    """The same, with payments that follow from charges and adjustments."""
    claims = []
    for claim in remittance.claims:
        lines = tuple(replace(line, paid=line.charge - line.adjusted) for line in claim.lines)
        claim = replace(claim, lines=lines)
        claims.append(replace(claim, paid=claim.charge - claim.adjusted))
    paid = replace(remittance, claims=tuple(claims))
    return replace(paid, amount=paid.claims_paid - paid.provider_adjusted)


@calm
@given(drawn.remittances.map(balanced))
def test_what_follows_from_its_parts_balances(remittance):
    assert balance.imbalances(made.only(writer.written(remittance)).content) == ()


@calm
@given(drawn.remittances.map(balanced), st.data())
def test_a_cent_off_anywhere_is_found_at_its_place(remittance, data):
    level = data.draw(st.sampled_from(["payment", "claim", "line"]))
    cent = data.draw(st.sampled_from([Decimal("0.01"), Decimal("-0.01")]))
    changed = _changed(remittance, level, cent, data)
    found = [each for each in balance.imbalances(changed) if each.level == level]
    assert [each.difference for each in found] == [cent]


def _changed(remittance, level, cent, data):
    if level == "payment":
        return replace(remittance, amount=remittance.amount + cent)
    claims = list(remittance.claims)
    assume(claims)
    place = data.draw(st.integers(0, len(claims) - 1))
    claim = claims[place]
    if level == "claim":
        claims[place] = replace(claim, paid=claim.paid + cent)
        return replace(remittance, claims=tuple(claims))
    assume(claim.lines)
    first, *others = claim.lines
    claims[place] = replace(claim, lines=(replace(first, paid=first.paid + cent), *others))
    return replace(remittance, claims=tuple(claims))


# Damage


PLACED = made.remittance(*made.CLAIM, "PLB*1*20261231*WO:X*50").encode()
CONTENTS = [path.read_bytes() for path in made.every_sample()] + [PLACED]
scraps = (
    st.binary(max_size=6)
    | st.sampled_from(
        [
            b"~",
            b"*",
            b":",
            b"^",
            b"\n",
            b"ISA",
            b"~SE*1*1~",
            b"~ST*835*1~",
            b"~HL*1**PT~",
            b"~CAS*CO*45",
        ]
    )
    | st.sampled_from(
        [b"~CLP*", b"~IEA*1*1~", b"~IK4*1:2:3*", b"~STC*A1:20", b"-", b".", b"9" * 40]
    )
)


@st.composite
def damaged(draw):
    content = draw(st.sampled_from(CONTENTS))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.sampled_from([0, 0, 1, 3, 30, 200])))
        how = draw(st.sampled_from(["replace", "truncate", "double", "swap"]))
        if how == "replace":
            content = content[:start] + draw(scraps) + content[end:]
        elif how == "truncate":
            content = content[:start]
        elif how == "double":
            content = content[:end] + content[start:end] + content[end:]
        else:
            content = _swapped(draw, content)
    return content


def _swapped(draw, content):
    segments = content.split(b"~")
    one, other = (draw(st.integers(0, len(segments) - 1)) for _ in range(2))
    segments[one], segments[other] = segments[other], segments[one]
    return b"~".join(segments)


@settings(calm, max_examples=400)
@given(damaged())
def test_a_damaged_file_is_read_or_refused_with_a_segment(content):
    read_or_refuse(content)


@settings(calm, max_examples=150)
@given(st.binary(max_size=300) | st.text(max_size=300), st.booleans())
def test_anything_at_all_is_read_or_refused(content, begun):
    if begun:
        start = made.isa() + "~GS*HP*A*B*20261102*0930*7*X*005010X221A1~ST*835*1~BPR*I*1~"
        content = start + content if isinstance(content, str) else start.encode() + content
    read_or_refuse(content)


def read_or_refuse(content):
    try:
        received = files.read(content)
    except Unreadable as error:
        refusal = error
    else:
        use(received)
        return
    assert refusal.segment >= 1
    assert refusal.sentence.startswith(f"Segment {refusal.segment}")
    assert refusal.sentence.endswith((".", "?"))


def use(received):
    """Whatever was read can be said and summed."""
    for transaction in received.transactions:
        content = transaction.content
        if isinstance(content, Remittance):
            assert all(each.sentence for each in balance.imbalances(content))
            corrections.corrections(content)
            for claim in content.claims:
                assert claim.words
                days = (claim.served_from, claim.served_to, claim.received_on)
                assert all(day is None or day.year for day in days)
                assert all(each.sentence for each in claim.all_adjustments)
        elif isinstance(content, Acknowledgment):
            assert all(content.sentences)
        elif isinstance(content, ClaimStatusReport):
            assert all(line for claim in content.claims for line in claim.sentences)
            assert all(claim.verdict for claim in content.claims)


def test_reading_takes_time_in_proportion():
    """Four times the claims take about four times as long, also where all correct each other."""
    few, many = (_large(number) for number in (400, 1600))
    assert _seconds(many) < 12 * _seconds(few)


def _large(number):
    reversals = [f"CLP*CT1*22*-1*-1**12*P{n}~CAS*CO*45*0~" for n in range(number)]
    decisions = [f"CLP*CT1*1*1*1**12*P{n}~SVC*HC:1*1*1~" for n in range(number)]
    return made.remittance(*"".join(reversals + decisions).strip("~").split("~"), paid="0")


def _seconds(text):
    spent = []
    for _ in range(3):
        start = time.process_time()
        (remittance,) = files.read(text).remittances
        assert balance.imbalances(remittance) == ()
        assert all(each.decision for each in corrections.corrections(remittance))
        spent.append(time.process_time() - start)
    return min(spent)
